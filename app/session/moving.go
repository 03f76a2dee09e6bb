package session

import (
	"context"
	"errors"

	"qingyang/store"
)

// MoveTo has the page saved in another library from now on: a copy, at path, of the one that it was opened
// in. When it returns nil all is saved there; otherwise the page stays where it was. Any goroutine may call
// it but the owner's.
func (s *Session) MoveTo(ctx context.Context, lib *store.Library, path string) error {
	from, at, err := s.turn(ctx, lib, path)
	if err != nil {
		return err
	}
	if err = s.Flush(ctx); err == nil {
		return nil
	}
	_, _, back := s.turn(context.WithoutCancel(ctx), from, at)
	return errors.Join(err, back)
}

// turn has what is saved from now on go to another library, and says where it went before. A write that is
// under way is waited for; whether it comes to something does not matter.
func (s *Session) turn(ctx context.Context, lib *store.Library, path string) (from *store.Library, at string, err error) {
	for {
		var write *job
		if err := s.on(ctx, func() {
			if write = s.under; write == nil {
				from, at = s.opt.Library, s.opt.Path
				s.opt.Library, s.opt.Path = lib, path
			}
		}); err != nil || write == nil {
			return from, at, err
		}
		_ = write.wait(ctx)
		if err := ctx.Err(); err != nil {
			return nil, "", err
		}
	}
}

// Discard gives the page back without saving what is not saved yet. It is the owner's.
func (s *Session) Discard() {
	s.endStep()
	s.giveBack()
}
