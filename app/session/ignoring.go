package session

import (
	"context"
	"maps"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/store"
)

// ignored are findings that are let stand: at a character of the page, or everywhere.
type ignored struct {
	here       map[ignoring]bool
	everywhere map[string]bool
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
	if r.Everywhere {
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

// Ignore lets a doubtful place stand as it is: it is not shown again, here, or, where a rule found it,
// everywhere in the library. It is in the library within a second.
func (s *Session) Ignore(d Doubt, everywhere bool) {
	row := store.Ignored{Everywhere: everywhere && d.Rule != "", Origin: d.At.Origin, Index: d.At.Index, What: d.What()}
	next := s.ignored.copy()
	next.note(row)
	s.ignored, s.snap = next, nil
	s.decide(decision{kind: letStand, finding: row})
}

// Unignore shows again what was let stand: on this page, or, everywhere, in the whole library, where what
// was let stand on single pages stays so.
func (s *Session) Unignore(everywhere bool) {
	next := s.ignored.copy()
	if everywhere {
		clear(next.everywhere)
	} else {
		clear(next.here)
	}
	s.ignored, s.snap = next, nil
	s.decide(decision{kind: shownAgain, finding: store.Ignored{Everywhere: everywhere}})
}

// copy is what is let stand, to be changed: snapshots have the old one.
func (g *ignored) copy() *ignored { return &ignored{maps.Clone(g.here), maps.Clone(g.everywhere)} }
