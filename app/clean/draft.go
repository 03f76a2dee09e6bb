package clean

import (
	"iter"

	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
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
	// Habits are what the corrected pages of the paper taught about how it sets its pages. Those that cleaning does
	// not know, as it may have known once, count for nothing: see read.Known.
	Habits []read.Habit
}

// MostMeasures is how many widths of columns a profile can name.
const MostMeasures = layout.MostKnown

// Sure is the confidence from which a decision counts as certain. The fit sets confidences so that about three in a
// hundred junctions have less; of the others about 1 in 1,000 is wrong on pages drawn anew.
const Sure = 0.95

// Result is a first draft, with the account of what was decided for it.
type Result struct {
	// Revisions bring the raw page to the draft. They are numbered from 1, for an empty log; each is
	// the work of one rule, named as its author, and all are one group.
	Revisions []revision.Revision
	bulletin.Account
	Warnings []layout.Warning // what the page as a whole is not fit for
}

// Draft makes the first draft of a raw page: all of it, or none where the text is empty.
//
// Every raw character ends up live in exactly one block, or dead under the name of a rule. It is
// pure, any goroutine may call it, and its cost is linear in the text.
func Draft(raw source.Raw, p Profile) Result {
	a := analyse(raw, p)
	d := newDrafter(raw, a, p)
	d.structure()
	style := p.Style
	style.Misread = style.Misread || a.page.Doubt < 1 && !typed(raw.Text)
	d.typography(func(text []rune, title, cells bool, on func(string) bool) iter.Seq2[rule.Rule, []rule.Edit] {
		s := style
		s.Title, s.Cells = title, cells
		return s.Steps(text, on)
	})
	r := Result{Revisions: d.revisions(), Warnings: a.reading.Warnings()}
	r.Junctions, r.Verdicts = a.junctions(), a.verdicts()
	for s := range a.told.Stories {
		if st := &a.told.Stories[s]; len(st.Titles) == 0 && len(st.Body) > 0 {
			r.Headless = append(r.Headless, d.name(s))
		}
	}
	for k, b := range a.told.Blocks {
		if b.Runs != nil && b.Role.Title() && a.told.Of[k] < 0 {
			r.Homeless = append(r.Homeless, d.end(b))
		}
	}
	return r
}

// analysis is all that was decided about a raw page.
type analysis struct {
	page    *layout.Page
	reading *read.Reading
	told    *story.Page
}

func analyse(raw source.Raw, p Profile) *analysis {
	a := &analysis{page: layout.Measure(raw, p.Measures)}
	a.reading = read.Page(a.page, read.FittedWith(p.Habits))
	a.told = story.Tell(a.reading, a.reading.Blocks(p.Off), story.Fitted(), p.Off)
	return a
}
