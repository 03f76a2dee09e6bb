// Package session is one open page: its text that remembers, the order in which its blocks are shown,
// typing, undo, saving, what is read and what is doubted.
//
// A Session belongs to the goroutine that opened it, but for what says otherwise. With desk this is
// the only room that turns rows of the store into the model and back. Start reading at Open.
package session

import (
	"context"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/store"
)

// Session is an open page: the raw page on one side, its text that remembers on the other.
//
// All methods belong to one goroutine, the one that Options.Post runs on. What is typed is in the
// text at once and in the library within a second (saveAfter), in one transaction.
type Session struct {
	Leaf Leaf       // which page this is
	Raw  source.Raw // never changes
	// Warning is a *say.Problem that did not keep the page from opening, or nil.
	Warning error

	// OnChanged is called after blocks changed for another reason than a call's own result: a save
	// that had to take in another person's revisions. In shown order; may be nil.
	OnChanged func(Changed)
	// OnSaved is called when the state of saving changed: nothing unsaved, or err.
	OnSaved func(unsaved int, err error)
	// OnNews is called when somebody else's revisions were taken in.
	OnNews func(News)

	opt   Options
	text  *revision.Text
	order order
	typing
	reading
	ignored *ignored

	saved  int    // revisions that the library has acknowledged
	under  *write // the save that is under way
	stop   func() // stops the timer of the next save
	round  bulletin.Round
	closed bool

	draft *clean.Result // what cleaning would say of the raw page; made when it is asked for
}

// saveAfter is how long typing may stay in memory alone. With the time of a write it stays within
// the second that is promised.
const saveAfter = 600 * time.Millisecond

// News tells that somebody else's revisions came in while a page was open.
type News struct {
	From, To int       // their numbers, [From, To)
	Same     []Overlap // where they touch characters that unsaved revisions of ours touch too
}

// Overlap is a place that two people changed at the same time, with both texts.
type Overlap struct {
	At           bulletin.ID
	Ours, Theirs string
}

// Options are what an open page needs of the desk that it lies on.
type Options struct {
	Library *store.Library
	Path    string // the library's file, for people
	Person  int64  // who edits
	Clock   Clock
	// Post runs f on the goroutine that owns the session, soon, and may be called from any other. If it
	// is nil nothing runs in the background: every save happens in the call that made it due.
	Post    func(f func())
	Profile clean.Profile // what the house wants of cleaning
}

// Open reads a page from the library. Its cost is that of replaying the page's log.
func Open(ctx context.Context, leaf Leaf, opt Options) (*Session, error) {
	raw, err := Raw(ctx, opt.Library, leaf.ID)
	if err != nil {
		return nil, Problem(opt.Path, err)
	}
	log, err := Log(ctx, opt.Library, leaf.ID, 1)
	if err != nil {
		return nil, Problem(opt.Path, err)
	}
	text, err := revision.Load(raw.Text, log)
	if err != nil {
		return nil, &say.Problem{
			Subject: leaf.Title(),
			What:    say.T("修订记录与原文对不上", "has a history that does not fit its source"),
			Do:      say.T("请用“校验档案库”检查，或从备份恢复", "verify the library, or restore a backup"),
			Err:     err,
		}
	}
	s := &Session{Leaf: leaf, Raw: raw, opt: opt, text: text, saved: text.N()}
	s.order.reset(text)
	if err := s.loadReading(ctx); err != nil {
		return nil, err
	}
	return s, s.loadIgnored(ctx)
}

// Text is the text that remembers. It must not be appended to except through the session.
func (s *Session) Text() *revision.Text { return s.text }

// Unsaved is how many revisions the library has not acknowledged yet.
func (s *Session) Unsaved() int {
	return s.text.N() - s.saved
}

// Do makes ops one undo step of the person at the desk, and saves it soon. No ops are no step.
//
// The Changed is in shown order. It fails where ops do not fit the text, which is then unchanged.
func (s *Session) Do(note string, ops []revision.Op) (Changed, error) {
	s.endStep()
	if len(ops) == 0 {
		return Changed{}, nil
	}
	return s.append(s.mine(s.text.N()+1, note, ops))
}

// endStep ends the undo step that keys go into.
func (s *Session) endStep() {
	s.endBurst()
	s.typing = typing{}
}

// append adds a revision to the text and sees to it that it is saved.
func (s *Session) append(r revision.Revision) (Changed, error) {
	if err := s.opt.Library.ReadOnly(); err != nil {
		return Changed{}, Problem(s.opt.Path, err)
	}
	c, err := s.text.Append(r)
	if err != nil {
		return Changed{}, err
	}
	if s.base != nil {
		s.burst = s.burst.Then(c)
	}
	changed := s.order.update(s.text, c)
	s.saveSoon()
	return changed, nil
}
