package desk

import (
	"fmt"
	"strings"

	"qingyang/app/say"
	"qingyang/app/wording"
)

// explain says why cleaning decided as it did on one page, strongest reason first.
func (c cleanedPage) explain(l say.Lang) string {
	var b strings.Builder
	section := func(t say.Text) { fmt.Fprintf(&b, "\n%s\n", t.In(l)) }
	fmt.Fprintln(&b, say.T("行与行之间", "Between lines").In(l))
	for _, j := range c.account.Junctions {
		mark := " "
		if j.Uncertain {
			mark = "?"
		}
		fmt.Fprintf(&b, "%4d–%-4d %-5s %s %.3f  %s\n", j.Above+1, j.Below+1, wording.Join(j.Join).In(l), mark, j.Confidence, wording.Weighed(j.Cues).In(l))
	}
	section(say.T("段块", "Blocks"))
	for _, x := range c.account.Verdicts {
		fmt.Fprintf(&b, "%4d–%-4d %s  %s\n", x.First+1, x.Last+1, wording.Kind(x.Kind).In(l), wording.Block(x).In(l))
	}
	section(say.T("规则的改动", "Edits by rules"))
	log := c.text.Log()
	for _, all := range c.text.History() {
		for _, x := range all {
			if id := log[x.Rev-1].Author.Rule; x.Before != x.After || x.Was.Article != x.Is.Article {
				fmt.Fprintf(&b, "%-4s %s  %s\n", id, wording.Rule(id).In(l), wording.Sample(x, nil).In(l))
			}
		}
	}
	return b.String()
}
