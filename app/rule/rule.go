// Package rule holds the rules of typography for newspaper text, one row each, with its id, its
// class and its traps: text in, edits out.
//
// It knows neither pages nor identities nor people. Cleaning applies the rules, proof lists what
// they only suggest. Start reading at Rule, then Steps, which runs them in the order of work.
package rule

import (
	"iter"
	"slices"
)

// Class says who decides about an edit.
type Class uint8

// The classes of an edit.
const (
	Auto    Class = iota // A: made by itself, and listed
	Suggest              // S: suggested, accepted with one key
	Flag                 // F: flagged, the editor decides; New is empty and nothing is replaced
)

// Edit replaces the runes [From, To) of a paragraph by New.
type Edit struct {
	From, To int
	New      string
	Class    Class
}

// Rule is one row of the table.
type Rule struct {
	ID string // as RULES has it: "S1"
	// Find yields the rule's edits in ascending order, not overlapping. It is pure.
	Find func(Para) iter.Seq[Edit]

	need feature // a paragraph without any of these characters can hold no edit; 0 means look always
}

// edits are the rule's edits of a paragraph, nil without looking where it can have none.
func (r Rule) edits(p Para, keep func(Class) bool) []Edit {
	if r.need != 0 && p.has&r.need == 0 {
		return nil
	}
	var es []Edit
	for e := range r.Find(p) {
		if keep(e.Class) {
			es = append(es, e)
		}
	}
	return es
}

// Apply is the text of p after the sure edits of one rule.
func Apply(r Rule, p Para) string {
	return string(apply(p.Text, r.edits(p, sure)))
}

func sure(c Class) bool { return c == Auto }

// apply makes ascending edits in a copy of text; without edits it is text itself.
func apply(text []rune, es []Edit) []rune {
	if len(es) == 0 {
		return text
	}
	out := make([]rune, 0, len(text)+len(es))
	at := 0
	for _, e := range es {
		out = append(out, text[at:e.From]...)
		for _, r := range e.New {
			out = append(out, r)
		}
		at = e.To
	}
	return append(out, text[at:]...)
}

// at makes a Find of a function that looks at one place: it says whether an edit begins at i, or
// spans it. The walk goes on behind the edit.
func at(look func(p Para, i int) (Edit, bool)) func(Para) iter.Seq[Edit] {
	return func(p Para) iter.Seq[Edit] {
		return func(yield func(Edit) bool) {
			end := 0
			for i := 0; i < len(p.Text); i++ {
				e, ok := look(p, i)
				if !ok || e.From < end {
					continue
				}
				if !yield(e) {
					return
				}
				end = e.To
				i = max(i, e.To-1)
			}
		}
	}
}

// whole makes a Find of a function that looks at a paragraph as a whole and returns its edits in
// any order; of two that overlap the one that begins first stands.
func whole(look func(p Para) []Edit) func(Para) iter.Seq[Edit] {
	return func(p Para) iter.Seq[Edit] {
		return func(yield func(Edit) bool) {
			es := look(p)
			slices.SortStableFunc(es, func(a, b Edit) int { return a.From - b.From })
			end := 0
			for _, e := range es {
				if e.From < end {
					continue
				}
				if !yield(e) {
					return
				}
				end = e.To
			}
		}
	}
}

func auto(from, to int, s string) (Edit, bool)    { return Edit{from, to, s, Auto}, true }
func suggest(from, to int, s string) (Edit, bool) { return Edit{from, to, s, Suggest}, true }
