package session

import (
	"context"
	"errors"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/store"
)

// write is a save that runs in the background.
type write struct {
	to   int        // the last revision in it
	done chan error // gets the outcome, once
}

// saveSoon arms the timer of the next save. Where nothing runs in the background the page is saved
// by Flush and Close alone.
func (s *Session) saveSoon() {
	if s.opt.Post == nil || s.stop != nil {
		return
	}
	s.stop = s.opt.Clock.AfterFunc(saveAfter, func() {
		s.opt.Post(func() {
			s.stop = nil
			s.save()
		})
	})
}

// save hands the unsaved revisions to a goroutine that writes them.
func (s *Session) save() {
	s.endBurst()
	s.saveReading()
	if s.under != nil || s.closed || s.saved == s.text.N() {
		return
	}
	w := &write{to: s.text.N(), done: make(chan error, 1)}
	now, from, page := s.text.Copy(), s.saved, s.Leaf.ID
	s.under = w
	go func() {
		w.done <- s.opt.Library.Append(context.Background(), page, Rows(now, from))
		s.opt.Post(func() {
			if s.under == w { // else Flush was faster
				s.wrote(context.Background(), <-w.done)
			}
		})
	}()
}

// wrote takes note of what became of a save, and sees to what is still unsaved.
func (s *Session) wrote(ctx context.Context, err error) {
	to := s.under.to
	s.under = nil
	switch {
	case err == nil:
		s.saved = to
	case errors.Is(err, store.ErrStale):
		err = s.takeIn(ctx)
	}
	s.tell(Problem(s.opt.Path, err))
	if s.saved < s.text.N() { // a full disk may have room again in a moment: it stays in memory until then
		s.saveSoon()
	}
}

func (s *Session) tell(err error) {
	if s.OnSaved != nil {
		s.OnSaved(s.Unsaved(), err)
	}
}

// Flush saves everything before it returns.
func (s *Session) Flush(ctx context.Context) error {
	s.endBurst()
	if err := s.flushReading(ctx); err != nil {
		return err
	}
	if w := s.under; w != nil {
		s.wrote(ctx, <-w.done)
	}
	for s.saved < s.text.N() {
		err := s.opt.Library.Append(ctx, s.Leaf.ID, Rows(s.text, s.saved))
		switch {
		case err == nil:
			s.saved = s.text.N()
		case errors.Is(err, store.ErrStale):
			if err := s.takeIn(ctx); err != nil {
				return Problem(s.opt.Path, err)
			}
		default:
			return Problem(s.opt.Path, err)
		}
	}
	s.tell(nil)
	return nil
}

// Close saves everything and gives the page back.
func (s *Session) Close(ctx context.Context) error {
	s.endStep()
	err := s.Flush(ctx)
	if err == nil {
		s.closed = true
		if s.stop != nil {
			s.stop()
			s.stop = nil
		}
	}
	return err
}

// Refresh takes in what another window or person has added to the page since.
func (s *Session) Refresh(ctx context.Context) error {
	if s.under != nil {
		return nil // a save under way will notice by itself
	}
	p, err := s.opt.Library.Page(ctx, s.Leaf.ID)
	if err != nil || p.Revisions <= s.saved {
		return Problem(s.opt.Path, err)
	}
	return Problem(s.opt.Path, s.takeIn(ctx))
}

// takeIn puts the newer revisions of the library before our unsaved ones, which get new numbers.
func (s *Session) takeIn(ctx context.Context) error {
	s.endStep()
	newer, err := Log(ctx, s.opt.Library, s.Leaf.ID, s.saved+1)
	if err != nil || len(newer) == 0 {
		return err
	}
	log := s.text.Log()
	ours := revision.Renumber(log[s.saved:], s.saved+1+len(newer))
	was := s.text
	text, err := revision.Load(s.Raw.Text, append(append(log[:s.saved:s.saved], newer...), ours...))
	if err != nil {
		return &say.Problem{
			Subject: s.Leaf.Title(),
			What:    say.T("别人同时改了这一版，未能合并", "somebody else changed this page and it could not be brought together"),
			Do:      say.T("请重新打开这一版", "open the page again"),
			Err:     err,
		}
	}
	news := News{From: s.saved + 1, To: s.saved + 1 + len(newer)}
	theirs := text.At(s.saved + len(newer))
	for _, span := range revision.Clashes(log[s.saved:], newer) {
		id := span.At(0)
		news.Same = append(news.Same, Overlap{id, blockText(was, id), blockText(theirs, id)})
	}
	all := Changed{Was: len(s.order.blocks)}
	s.text, s.saved = text, s.saved+len(newer)
	s.order.reset(text)
	all.Now = len(s.order.blocks)
	if s.OnChanged != nil {
		s.OnChanged(all)
	}
	if s.OnNews != nil {
		s.OnNews(news)
	}
	return nil
}

// blockText is the text of the block that a character stands in.
func blockText(t *revision.Text, id bulletin.ID) string {
	if !t.Has(id) {
		return ""
	}
	i, _, _ := t.BlockOf(id)
	if i >= t.NumBlocks() {
		return ""
	}
	return string(t.Runes(i))
}
