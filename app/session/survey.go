package session

import (
	"cmp"
	"context"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/revision"
	"qingyang/app/source"
)

// state is a page at one moment: what its corrections, doubts and removed characters are read from.
// A Session's own is of the moment; one of a snapshot may be read on any goroutine.
type state struct {
	text    *revision.Text
	order   *order
	raw     source.Raw
	profile clean.Profile
	draft   *clean.Result // what cleaning would say of the raw page; nil until it was asked for

	ignored *ignored
}

func (s *Session) state() state {
	return state{s.text, &s.order, s.Raw, s.opt.Profile, s.draft, s.ignored}
}

// Survey is what lists and margins show of a page beside its text.
type Survey struct {
	Corrections []Correction
	Doubts      []Doubt
	Removed     []bulletin.Span // raw characters that corrections removed, ascending
	Spots       []Spot          // where each correction stands, in the order of Corrections

	draft *clean.Result
}

// Spot is a place by the name of its block: it stays while blocks above come and go.
type Spot struct {
	Break bulletin.ID
	Off   int // in runes
}

// Survey looks at the page as it is now, without keeping its owner waiting: the call copies the
// state (microseconds a page), and what it returns does the work, a replay of the log, on whichever
// goroutine runs it. Give the result to Surveyed.
func (s *Session) Survey() func(context.Context) (*Survey, error) {
	now := s.state()
	now.text = s.text.Copy()
	shown := order{heads: slices.Clone(s.order.heads), blocks: slices.Clone(s.order.blocks), shown: slices.Clone(s.order.shown)}
	now.order = &shown
	return func(ctx context.Context) (*Survey, error) {
		v := &Survey{Corrections: now.corrections(), Doubts: now.doubts()}
		v.draft = now.draft
		for _, c := range v.Corrections {
			v.Spots = append(v.Spots, now.spot(c.At))
		}
		for span := range now.text.Removed() {
			if span.Origin == 0 {
				v.Removed = append(v.Removed, span)
			}
		}
		slices.SortFunc(v.Removed, func(a, b bulletin.Span) int { return cmp.Compare(a.From, b.From) })
		return v, ctx.Err()
	}
}

// Surveyed keeps what a survey found out about the raw page, which later ones need not do again.
func (s *Session) Surveyed(v *Survey) { s.draft = v.draft }

// spot is where a character stands, or would stand if it is dead.
func (s *state) spot(id bulletin.ID) Spot {
	if !s.text.Has(id) || len(s.order.heads) == 0 {
		return Spot{Break: bulletin.None}
	}
	i, off, _ := s.text.BlockOf(id)
	if i >= len(s.order.heads) {
		i, off = len(s.order.heads)-1, 0
	}
	return Spot{s.order.heads[i].Break, off}
}

// place is spot as a shown block.
func (s *state) place(id bulletin.ID) Place {
	if !s.text.Has(id) || len(s.order.blocks) == 0 {
		return Place{}
	}
	i, off, _ := s.text.BlockOf(id)
	if i >= len(s.order.shown) {
		return Place{len(s.order.blocks) - 1, 0}
	}
	return Place{s.order.shown[i], off}
}

func (s *state) corrections() []Correction {
	log := s.text.Log()
	var all []Correction
	for n, cs := range s.text.History() {
		r := log[n-1]
		for _, c := range cs {
			all = append(all, Correction{c, r.Author.Person, r.Author.Rule, r.Time, r.Group})
		}
	}
	return all
}
