package session

import (
	"context"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
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
	Spot   Spot // where it stands
}

func (p *facts) findCorrections() []Correction {
	log := p.Text.Log()
	var all []Correction
	for _, cs := range p.Text.History() {
		for _, c := range cs {
			r := log[c.Rev-1]
			all = append(all, Correction{c, r.Author.Person, r.Author.Rule, r.Time, r.Group, p.spot(c.At)})
		}
	}
	return all
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
	Sample      say.Text    // of what it changed: "己经 → 已经"
	At          bulletin.ID // a character that it changed, dead or alive
	Where       string      // the title of the article that it stands in now; "" for none
}

func (p *facts) findSteps(ctx context.Context) ([]Step, error) {
	corrections, err := p.corrections.get(ctx)
	if err != nil {
		return nil, err
	}
	titles := p.Titles()
	log := p.Text.Log()
	var steps []Step
	at := map[int]int{}
	for _, r := range log {
		i, seen := at[r.Group]
		if !seen {
			i = len(steps)
			at[r.Group] = i
			steps = append(steps, Step{From: r.N, Person: r.Author.Person, Round: r.Round, Note: r.Note, At: touched(log, r.N)})
		}
		st := &steps[i]
		st.To, st.Time = r.N, r.Time
		if r.Author.Rule != "" {
			st.Rules = append(st.Rules, r.Author.Rule)
		}
		for k, op := range r.Ops {
			st.Counts = st.Counts || p.Text.Counts(revision.OpRef{Rev: r.N, Op: k})
			st.Switch = st.Switch || op.Kind == revision.Revert
		}
		for ; len(corrections) > 0 && corrections[0].Rev == r.N; corrections = corrections[1:] {
			if st.Corrections++; st.Sample.Zero() {
				st.Sample, st.At = wording.Sample(corrections[0].Correction, titles), corrections[0].At
			}
		}
	}
	for i := range steps {
		if place, _ := p.Order.PlaceOf(steps[i].At); place.Block < p.Order.Blocks() {
			steps[i].Where = titles[p.Order.ArticleAt(place.Block)]
		}
	}
	return steps, nil
}

// At is the page as it was after its first n revisions. It costs a replay of them.
func (p *Snapshot) At(ctx context.Context, n int) (*Snapshot, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	text := p.Text.At(n)
	f := newFacts(state{text, text.Order(), p.Raw}, &proof.Memory{})
	f.account.make, f.words.make = p.account.get, p.words.get
	return &Snapshot{p.Leaf, p.Raw, p.Warning, f.Text, f.Order, p.Rounds, f, p.seen, p.ignored, p.notes}, nil
}
