// Package rule holds the rules of typography for newspaper text, one row each, with its id, its
// class and its traps: text in, edits out.
//
// It knows neither pages nor identities nor people. Cleaning applies the rules, proof lists what
// they only suggest. Start reading at Rule, then Steps, which runs them in the order of work.
package rule

import "iter"

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
}
