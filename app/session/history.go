package session

import (
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/wording"
)

// Correction is a difference that a revision made, with who made it and when.
type Correction struct {
	revision.Correction
	Person int64  // 0 for a rule
	Rule   string // "" for a person
	Time   time.Time
	Group  int
}

// Corrections are all corrections of the page in the order of its log, taken-back ones among them.
// The cost is that of one replay.
func (s *Session) Corrections() []Correction {
	now := s.state()
	return now.corrections()
}

// CorrectionAt is the latest correction that counts at a place of the clean side.
func (s *Session) CorrectionAt(at Place) (found Correction, ok bool) {
	for _, c := range s.Corrections() {
		if !c.Counts {
			continue
		}
		p := s.PlaceOf(c.At)
		reach := len([]rune(c.After))
		if p.Block == at.Block && at.Off >= p.Off && at.Off <= p.Off+reach {
			found, ok = c, true
		}
	}
	return found, ok
}

// Step is an undo step as the history lists it: one or more revisions.
type Step struct {
	From, To    int // numbers of its first and last revision
	Person      int64
	Rules       []string // the rules at work, for a draft
	Time        time.Time
	Round       bulletin.Round
	Note        string
	Counts      bool // at least one of its operations counts
	Switch      bool // an undo, a redo or a take-back
	Corrections int
	Sample      say.Text // of what it changed: "己经 → 已经"
}

// Steps are the undo steps of the page, the oldest first.
func (s *Session) Steps() []Step {
	var steps []Step
	at := map[int]int{}
	log := s.text.Log()
	for n, cs := range s.text.History() {
		r := log[n-1]
		i, seen := at[r.Group]
		if !seen {
			i = len(steps)
			at[r.Group] = i
			steps = append(steps, Step{From: n, Person: r.Author.Person, Round: r.Round, Note: r.Note})
		}
		st := &steps[i]
		st.To, st.Time = n, r.Time
		if r.Author.Rule != "" {
			st.Rules = append(st.Rules, r.Author.Rule)
		}
		for k, op := range r.Ops {
			st.Counts = st.Counts || s.text.Counts(revision.OpRef{Rev: n, Op: k})
			st.Switch = st.Switch || op.Kind == revision.Revert
		}
		st.Corrections += len(cs)
		if st.Sample.Zero() && len(cs) > 0 {
			st.Sample = wording.Sample(cs[0])
		}
	}
	return steps
}

// At is the page as it was after its first n revisions.
func (s *Session) At(n int) *revision.Text {
	s.endBurst()
	return s.text.At(n)
}
