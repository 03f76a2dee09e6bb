package session

import (
	"context"
	"errors"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/store"
)

// saveAfter is how long typing may stay in memory alone. With the time of a write it stays within
// the second that is promised.
const saveAfter = 600 * time.Millisecond

// queue is what the library does not have yet, and what is being done about it. There is one queue a page,
// and one write at a time: revisions first, then read marks, then decisions, each in their order. What a
// write did not bring into the library stays in the queue.
type queue struct {
	saved     int            // revisions that the library has acknowledged; those behind are queued
	kept      *revision.Text // the text with these alone; not to be appended to
	marks     map[mark]int64 // looks at blocks
	decisions []decision     // the oldest first

	under  *job
	stop   func() // stops the timer of the next write
	closed bool
}

// decision is what was decided about a finding, that those let stand are shown again, that an article was signed,
// or what was noted.
type decision struct {
	kind decisionKind
	at   time.Time

	of         store.Decision // decided
	everywhere bool           // shownAgain: not on this page alone
	article    bulletin.ID    // signed
	round      bulletin.Round
	noted      store.Note // annotated
}

type decisionKind uint8

const (
	decided decisionKind = iota
	shownAgain
	signed
	annotated
)

// keeps says whether what is queued can come into the library; else read marks and decisions hold as long as
// the page is open, and edits are refused.
func (s *Session) keeps() bool { return !s.closed && s.opt.Library.ReadOnly() == nil }

// decide queues a decision.
func (s *Session) decide(d decision) {
	if !s.keeps() {
		return
	}
	d.at = s.opt.Clock.Now().UTC()
	s.decisions = append(s.decisions, d)
	s.saveSoon()
}

// keep takes a decision to the library.
func (d decision) keep(ctx context.Context, lib *store.Library, page store.PageID, person int64) error {
	switch {
	case d.kind == decided:
		d.of.Time = d.at
		return lib.Decide(ctx, page, d.of)
	case d.kind == annotated:
		return lib.AddNote(ctx, page, d.noted)
	case d.kind == signed:
		return lib.SetState(ctx, page, d.article.Origin, d.article.Index, uint8(d.round), person, d.at)
	case d.everywhere:
		return lib.UnignoreEverywhere(ctx)
	}
	return lib.Unignore(ctx, page)
}

// job is a write, or the taking in of others' revisions, that runs beside the owner. err is set before
// done is closed.
type job struct {
	done chan struct{}
	err  error
}

// wait waits for the end of a job.
func (j *job) wait(ctx context.Context) error {
	select {
	case <-j.done:
		return j.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Unsaved is how much the library has not acknowledged yet: revisions, read marks and decisions.
func (s *Session) Unsaved() int {
	return s.text.N() - s.saved + len(s.marks) + len(s.decisions)
}

// on runs f on the owner's goroutine and waits for it.
func (s *Session) on(ctx context.Context, f func()) error {
	if s.opt.Post == nil {
		f()
		return nil
	}
	done := make(chan struct{})
	s.opt.Post(func() {
		f()
		close(done)
	})
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// start begins a job: work runs beside the owner, and what it returns on the owner's goroutine, whose result
// is the job's.
func (s *Session) start(work func() (then func() error)) *job {
	j := &job{done: make(chan struct{})}
	s.under = j
	end := func(then func() error) {
		s.under = nil
		j.err = record.Problem(s.opt.Path, then())
		if s.OnSaved != nil {
			s.OnSaved(s.Unsaved(), j.err)
		}
		if s.Unsaved() > 0 { // a full disk may have room again in a moment: it stays in memory until then
			s.saveSoon()
		}
		close(j.done)
	}
	if s.opt.Post == nil {
		end(work())
		return j
	}
	go func() {
		then := work()
		s.opt.Post(func() { end(then) })
	}()
	return j
}

// saveSoon arms the timer of the next write. Where nothing runs in the background the page is saved
// by Flush and Close alone.
func (s *Session) saveSoon() {
	if s.opt.Post == nil || s.stop != nil || s.closed {
		return
	}
	s.stop = s.opt.Clock.AfterFunc(saveAfter, func() {
		s.opt.Post(func() {
			s.stop = nil
			if s.under == nil && !s.closed { // else the end of what is under way sees to the rest
				s.save()
			}
		})
	})
}

// batch is what one write takes to the library.
type batch struct {
	text      *revision.Text // as it is now: not to be appended to
	earlier   *revision.Text // as it was saved last
	from, to  int            // the revisions (from, to]
	marks     map[mark]int64
	decisions []decision
}

// save begins to write all that is queued; it is nil where nothing is. Nothing else may be under way.
func (s *Session) save() *job {
	s.endBurst()
	if s.Unsaved() == 0 {
		return nil
	}
	b := batch{from: s.saved, to: s.text.N(), marks: map[mark]int64{}, decisions: s.decisions[:len(s.decisions):len(s.decisions)]}
	if b.from < b.to {
		b.text, b.earlier = s.text.Copy(), s.kept
	}
	for m, look := range s.marks {
		b.marks[m] = look
	}
	now := s.opt.Clock.Now().UTC()
	return s.start(func() func() error {
		done, err := s.write(b, now)
		var n *newer
		if errors.Is(err, store.ErrStale) {
			n, err = s.fetch(context.Background(), b.from, b.text.Log())
		}
		return func() error {
			s.acknowledge(done)
			if n != nil {
				return s.takeIn(n)
			}
			return err
		}
	})
}

// write takes a batch to the library, and says which part of it is there; err is why it is not all. It is
// called beside the owner.
func (s *Session) write(b batch, now time.Time) (done batch, err error) {
	ctx := context.Background()
	lib, page := s.opt.Library, s.Leaf.ID
	if b.from < b.to {
		if err := lib.Append(ctx, store.PageID(page), record.Step(b.text, b.earlier)); err != nil {
			return done, err
		}
		done.to, done.text = b.to, b.text
	}
	if len(b.marks) > 0 {
		var rows []store.Seen
		for m, look := range b.marks {
			rows = append(rows, store.Seen{Origin: m.at.Origin, Index: m.at.Index, Round: uint8(m.round), Look: look})
		}
		if err := lib.AddSeen(ctx, store.PageID(page), rows, s.opt.Person, now); err != nil {
			return done, err
		}
		done.marks = b.marks
	}
	for i, d := range b.decisions {
		err = d.keep(ctx, lib, store.PageID(page), s.opt.Person)
		if err != nil {
			return done, err
		}
		done.decisions = b.decisions[:i+1]
	}
	return done, nil
}

// acknowledge takes out of the queue what is in the library.
func (s *Session) acknowledge(done batch) {
	if done.text != nil {
		s.saved, s.kept = done.to, done.text
	}
	for m, look := range done.marks {
		if s.marks[m] == look { // else it was looked at again, as another
			delete(s.marks, m)
		}
	}
	s.decisions = s.decisions[len(done.decisions):]
}

// Flush returns when everything is in the library that was there to save when it was called, or says why it
// is not; then it stays queued. Nothing is called saved in a file that is not at its path any more, even if
// nothing was to save. Any goroutine may call it but the owner's, which it needs.
func (s *Session) Flush(ctx context.Context) error { return s.drain(ctx, false) }

// Close saves everything and gives the page back: nothing of it runs when Close has returned nil, and a
// library that is opened then has all. When it fails the page stays open with what is not saved. Any
// goroutine may call it but the owner's.
func (s *Session) Close(ctx context.Context) error { return s.drain(ctx, true) }

func (s *Session) drain(ctx context.Context, closing bool) error {
	if err := s.inPlace(ctx); err != nil {
		return err
	}
	for {
		var j *job
		mine := false
		err := s.on(ctx, func() {
			if closing {
				s.endStep()
			}
			if j = s.under; j != nil || s.closed {
				return
			}
			if j = s.save(); j != nil {
				mine = true
				return
			}
			if s.OnSaved != nil {
				s.OnSaved(0, nil)
			}
			if closing {
				s.giveBack()
			}
		})
		if err != nil || j == nil {
			return err
		}
		if err := j.wait(ctx); err != nil && mine { // what somebody else began is tried once more
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// giveBack ends what runs of the page.
func (s *Session) giveBack() {
	s.closed = true
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// inPlace says where the library's file is gone, to whoever is told of saving too.
func (s *Session) inPlace(ctx context.Context) error {
	lib, err := s.library(ctx)
	if err != nil || lib == nil {
		return err
	}
	gone := record.Problem(lib.Path(), lib.Gone(ctx))
	if gone == nil {
		return nil
	}
	return errors.Join(gone, s.on(ctx, func() {
		if s.OnSaved != nil && !s.closed {
			s.OnSaved(s.Unsaved(), gone)
		}
	}))
}

// library is where the page is saved; nil where it was given back already.
func (s *Session) library(ctx context.Context) (lib *store.Library, err error) {
	err = s.on(ctx, func() {
		if !s.closed {
			lib = s.opt.Library
		}
	})
	return lib, err
}

// errClosed is what an edit of a page that was given back is refused with.
var errClosed = &say.Problem{
	What: say.T("这一版已经关闭", "this page was closed"),
	Do:   say.T("请重新打开这一版", "open the page again"),
}
