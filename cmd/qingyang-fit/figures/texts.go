package figures

import (
	"qingyang/cmd/qingyang-fit/pages"
)

// texts are stories, each a row of paragraphs.
type texts [][]string

// ownTexts are the stories of a style, as one draw fills them.
func ownTexts(style string, number int) (texts, error) {
	st, err := pages.StyleNamed(style)
	if err != nil {
		return nil, err
	}
	return pages.Texts(st, number), nil
}
