package session

import (
	"context"
	"maps"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/store"
)

// Scope is where a finding is let stand.
type Scope uint8

// The scopes.
const (
	Here       Scope = iota // at its character
	InPaper                 // in the publication of the page
	Everywhere              // in the library
)

// ignored are findings that are let stand: at a character of the page, or everywhere.
type ignored struct {
	here       map[ignoring]bool
	everywhere map[string]bool // in the library, or in the publication
}

type ignoring struct {
	at   bulletin.ID
	what string
}

// loadIgnored reads what is let stand on a page.
func loadIgnored(ctx context.Context, lib *store.Library, page PageID) (*ignored, error) {
	rows, err := lib.IgnoredOn(ctx, store.PageID(page))
	g := &ignored{map[ignoring]bool{}, map[string]bool{}}
	for _, r := range rows {
		g.note(r)
	}
	return g, err
}

func (g *ignored) note(r store.Ignored) {
	if r.Everywhere || r.Paper {
		g.everywhere[r.What] = true
	} else {
		g.here[ignoring{bulletin.ID{Origin: r.Origin, Index: r.Index}, r.What}] = true
	}
}

// has says whether a finding is let stand.
func (g *ignored) has(d Doubt) bool {
	what := d.What()
	if g.here[ignoring{d.At, what}] || d.Rule != "" && g.everywhere[what] {
		return true
	}
	// Libraries from before the checks parted know characters without Unicode as damage.
	return d.Check == proof.Character && g.here[ignoring{d.At, proof.Damage}]
}

// Ignore lets a doubtful place stand as it is: it is not shown again, here, or, where a rule found it, in the
// publication or everywhere in the library. Where it is a part of somebody's name, the name is right from then on.
// Who decided it, and when, is in the library within a second.
func (s *Session) Ignore(d Doubt, scope Scope) {
	verdict := map[Scope]store.Verdict{Here: store.StandsHere, InPaper: store.StandsInPaper, Everywhere: store.StandsEverywhere}[scope]
	if d.Rule == "" {
		verdict = store.StandsHere
	}
	x := s.decisionOn(d, verdict)
	x.Right = s.nameAt(d)
	next := s.ignored.copy()
	next.note(store.Ignored{Everywhere: verdict == store.StandsEverywhere, Paper: verdict == store.StandsInPaper, Origin: x.Origin, Index: x.Index, What: x.What})
	s.ignored = next
	s.note(x)
}

// Unignore shows again what was let stand: on this page, or, everywhere, in the whole library and in its
// publications, where what was let stand on single pages stays so.
func (s *Session) Unignore(everywhere bool) {
	next := s.ignored.copy()
	if everywhere {
		clear(next.everywhere)
		w := *s.words
		w.right = nil
		w.make()
		s.words = &w
	} else {
		clear(next.here)
	}
	s.ignored = next
	s.outdate()
	s.decide(decision{kind: shownAgain, everywhere: everywhere})
}

// copy is what is let stand, to be changed: snapshots have the old one.
func (g *ignored) copy() *ignored { return &ignored{maps.Clone(g.here), maps.Clone(g.everywhere)} }
