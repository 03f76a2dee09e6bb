package clean

import (
	"iter"
	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/rule"
	"qingyang/app/source"
)

// Profile is what a house wants of a first draft.
type Profile struct {
	Off   map[string]bool // rules that are switched off, by their id: nothing is done under their name
	Pause rune            // what parts the two halves of a title: a space if 0, or U+3000
	Style rule.Style      // how marks are set where papers differ
	// Measures are widths of columns, in em, that the house is known to set; at most MostMeasures count.
	Measures []int
}

// MostMeasures is how many widths of columns a profile can name.
const MostMeasures = 4

// Sure is the confidence from which a decision counts as certain: of those at most 1 in 500 is wrong
// on the pages it was measured on.
const Sure = 0.95

// Result is a first draft, with the account of what was decided for it.
type Result struct {
	// Revisions bring the raw page to the draft. They are numbered from 1, for an empty log; each is
	// the work of one rule, named as its author, and all are one group.
	Revisions []revision.Revision
	bulletin.Account
}

// Draft makes the first draft of a raw page: all of it, or none where the text is empty.
//
// Every raw character ends up live in exactly one block, or dead under the name of a rule. It is
// pure, any goroutine may call it, and its cost is linear in the text.
func Draft(raw source.Raw, p Profile) Result {
	a := analyse(raw, p)
	d := &drafter{raw: raw, a: a, off: p.Off, pause: p.Pause, of: map[string]*sheet{}}
	d.structure()
	style := p.Style
	style.Misread = style.Misread || a.page.doubt < 1
	d.typography(func(text []rune, title bool, on func(string) bool) iter.Seq2[rule.Rule, []rule.Edit] {
		s := style
		s.Title = title
		return s.Steps(text, on)
	})
	r := Result{Revisions: d.revisions()}
	r.Junctions, r.Verdicts = a.junctions(), a.verdicts()
	for n, t := range a.stories.tales {
		if len(t.titles) == 0 && len(t.body) > 0 {
			r.Headless = append(r.Headless, d.name(n))
		}
	}
	for _, b := range a.blocks {
		if b.role == titleFirst && b.tale < 0 && b.runs != nil {
			r.Homeless = append(r.Homeless, d.end(b))
		}
	}
	return r
}

// analysis is all that was decided about a raw page.
type analysis struct {
	rows    []source.Line
	ls      []line
	page    *page
	costs   *costs
	reading reading
	blocks  []*block
	stories *stories
}

func analyse(raw source.Raw, p Profile) *analysis {
	a := &analysis{rows: cut(raw)}
	a.ls = read(raw.Text, a.rows)
	if len(a.ls) == 0 {
		a.page, a.stories = &page{}, &stories{}
		return a
	}
	a.page = survey(a.ls)
	a.page.hint(p.Measures)
	a.reading = decide(a.ls, a.page)
	a.costs = a.reading.costs
	a.blocks = gather(a.ls, a.reading, a.page)
	for _, b := range a.blocks {
		if b.role.para() || b.role.row() || b.role == byline {
			b.split(p.Off)
		}
	}
	a.stories = tell(a.ls, a.page, &a.reading, a.blocks)
	a.stories.homes()
	a.blocks = a.stories.blocks
	return a
}

// breakOf is the offset of the character that ends a row: the LF of CR LF.
func breakOf(row source.Line) int {
	if row.Next > row.To {
		return row.Next - 1
	}
	return row.To
}
