package figures

import (
	"qingyang/cmd/qingyang-fit/pages"
)

// texts are stories, each a row of paragraphs.
type texts [][]string

// taught are the styles whose texts teach; the others judge.
var taught = []string{"A", "C", "D"}

// ownTexts are the stories of styles, as one draw fills them.
func ownTexts(styles []string, number int) (all texts, err error) {
	for _, name := range styles {
		st, err := pages.StyleNamed(name)
		if err != nil {
			return nil, err
		}
		all = append(all, pages.Texts(st, number)...)
	}
	return all, nil
}
