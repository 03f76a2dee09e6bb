package session

import (
	"context"

	"qingyang/app/bulletin"
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

func (s *Session) loadIgnored(ctx context.Context) error {
	rows, err := s.opt.Library.IgnoredOn(ctx, s.Leaf.ID)
	if err != nil {
		return Problem(s.opt.Path, err)
	}
	s.ignored = &ignored{map[ignoring]bool{}, map[string]bool{}}
	for _, r := range rows {
		s.ignored.note(r)
	}
	return nil
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
	return g != nil && (g.here[ignoring{d.At, d.What()}] || d.Fix != nil && g.everywhere[d.What()])
}

// Ignore lets a doubtful place stand as it is: it is not shown again, here, or, where a rule found it,
// everywhere in the library.
func (s *Session) Ignore(ctx context.Context, d Doubt, everywhere bool) error {
	row := store.Ignored{Everywhere: everywhere && d.Fix != nil, Origin: d.At.Origin, Index: d.At.Index, What: d.What()}
	if err := s.opt.Library.Ignore(ctx, s.Leaf.ID, row, s.opt.Person, s.opt.Clock.Now().UTC()); err != nil {
		return Problem(s.opt.Path, err)
	}
	next := &ignored{map[ignoring]bool{}, map[string]bool{}} // a survey may be reading the old one
	for k := range s.ignored.here {
		next.here[k] = true
	}
	for k := range s.ignored.everywhere {
		next.everywhere[k] = true
	}
	next.note(row)
	s.ignored = next
	return nil
}

// Unignore shows again what was let stand: on this page, or, everywhere, in the whole library, where what
// was let stand on single pages stays so.
func (s *Session) Unignore(ctx context.Context, everywhere bool) error {
	var err error
	if everywhere {
		err = s.opt.Library.UnignoreEverywhere(ctx)
	} else {
		err = s.opt.Library.Unignore(ctx, s.Leaf.ID)
	}
	if err != nil {
		return Problem(s.opt.Path, err)
	}
	return s.loadIgnored(ctx)
}
