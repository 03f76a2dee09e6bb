package revision

import (
	"iter"
	"slices"
)

// Run is the revisions [From, To] that one author made one after another in one undo step by nothing but
// typing, deleting and marking. Any other revision is a run of its own. What a run changed is told as one:
// a word that was typed while the program saved twice is one correction.
type Run struct{ From, To int }

// run is the run that a revision is in.
func (t *Text) run(rev int) Run {
	r := Run{rev, rev}
	if !t.log[rev-1].plain() {
		return r
	}
	on := func(a, b int) bool {
		x, y := &t.log[a-1], &t.log[b-1]
		return x.Group == y.Group && x.Author == y.Author && x.plain() && y.plain()
	}
	for r.From > 1 && on(r.From-1, r.From) {
		r.From--
	}
	for r.To < len(t.log) && on(r.To, r.To+1) {
		r.To++
	}
	return r
}

// plain says whether the revision only types, deletes and marks.
func (r *Revision) plain() bool {
	return !slices.ContainsFunc(r.Ops, func(op Op) bool { return op.Kind == Move || op.Kind == Revert })
}

// History yields the corrections of all runs in the order of the log, at the cost of one replay. Those of one
// run are in the order of their Rev, and for each in that of the text; Marks and Moves last.
func (t *Text) History() iter.Seq2[Run, []Correction] {
	return t.since(New(t.letters.raw), t.run, func(Run) bool { return true })
}

// HistoryOf is History of those runs that wanted says, at the cost of one replay and of their corrections
// alone.
func (t *Text) HistoryOf(wanted func(Run) bool) iter.Seq2[Run, []Correction] {
	return t.since(New(t.letters.raw), t.run, wanted)
}

// Since is History from an earlier state on, a Copy or At of this text: of the runs to which something was
// added since. It costs no more than what was added and the corrections of these runs.
func (t *Text) Since(earlier *Text) iter.Seq2[Run, []Correction] {
	return t.since(earlier.Copy(), t.run, func(Run) bool { return true })
}

// Singly is History with every revision as a run of its own, as it was told once: libraries have rows of
// it.
func (t *Text) Singly() iter.Seq2[Run, []Correction] {
	single := func(rev int) Run { return Run{rev, rev} }
	return t.since(New(t.letters.raw), single, func(Run) bool { return true })
}

func (t *Text) since(s *Text, run func(rev int) Run, wanted func(Run) bool) iter.Seq2[Run, []Correction] {
	return func(yield func(Run, []Correction) bool) {
		for s.N() < len(t.log) {
			r := run(s.N() + 1)
			for s.N() < r.To {
				if _, err := s.Append(t.log[s.N()]); err != nil {
					s = t.At(s.N() + 1) // a Move into its own range came in by Load
				}
			}
			if wanted(r) && !yield(r, t.counted(describer{s, r.From}.corrections())) {
				return
			}
		}
	}
}

// counted fills in what counts now.
func (t *Text) counted(all []Correction) []Correction {
	for i := range all {
		c := &all[i]
		c.Counts = !slices.ContainsFunc(c.Refs(), func(r OpRef) bool { return !t.Counts(r) })
	}
	return all
}
