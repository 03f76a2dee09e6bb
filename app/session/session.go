// Package session is one open page: its text that remembers, typing, undo, saving, what is read, signed and
// doubted.
//
// A Session has one owner, the goroutine of the window; everybody else gets a Snapshot. What is to be saved
// goes through one queue (saving.go), and what others saved meanwhile comes in beside the owner
// (takein.go). Start reading at Session, then Snapshot.
package session

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/proof"
	"qingyang/app/proof/learned"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/source"
	"qingyang/store"
)

// Session is an open page: the raw page on one side, its text that remembers on the other.
//
// It belongs to one goroutine, the one that Options.Post runs on. Methods without a context answer from
// memory and are that goroutine's alone; those with one may wait for a disk, and any other goroutine may
// call them. What is typed is in the text at once and in the library within a second (saveAfter). Whoever
// wants to look at the page elsewhere takes a Snapshot.
type Session struct {
	Leaf Leaf       // which page this is
	Raw  source.Raw // never changes
	// Warning is a *say.Problem that did not keep the page from opening, or nil.
	Warning error

	// OnChanged is called after blocks changed for another reason than a call's own result: a save
	// that had to take in another person's revisions. In shown order; may be nil.
	OnChanged func(revision.Changed)
	// OnSaved is called when the state of saving changed: what the library has not acknowledged, or err.
	OnSaved func(unsaved int, err error)
	// OnNews is called when somebody else's revisions were taken in.
	OnNews func(News)
	// OnDecided is called when what somebody else decided about words was taken in.
	OnDecided func()

	opt     Options
	text    *revision.Text
	order   *revision.Order
	account *bulletin.Account // of the draft; never changes
	typing
	queue

	rounds  map[bulletin.ID]bulletin.Round // signed last, by article; never changed, but replaced
	seen    map[mark]int64                 // looks at blocks
	ignored *ignored
	words   *words       // never changed, but replaced
	notes   []store.Note // rows, never changed, but added to
	last    learned.Pair // what was corrected last
	shared  bool         // a snapshot has seen: it is copied before it changes
	facts   *facts       // of the text as it is; nil where nobody asked yet
	snap    *Snapshot    // of the page as it is; nil where there is none yet
	memory  *proof.Memory
}

// Options are what a page needs of the desk that it lies on.
type Options struct {
	Library *store.Library
	Path    string // the library's file, for people
	Person  int64  // who edits
	Clock   Clock
	// Post runs f on the goroutine that owns the session, soon, and may be called from any other. If it
	// is nil nothing runs in the background: every save happens in the call that made it due.
	Post    func(f func())
	Profile clean.Profile // what the house wants of cleaning, for a page whose draft has no account yet
	Wishes  Wishes        // what it wants of the checks
	Warning error         // that the page is to open with: a *say.Problem, or nil
}

// Open reads a page from the library. Its cost is that of replaying the page's log. Any goroutine may call
// it.
func Open(ctx context.Context, leaf Leaf, opt Options) (*Session, error) {
	p, err := Load(ctx, leaf, opt)
	if err != nil {
		return nil, err
	}
	account, err := p.account.get(ctx)
	if err != nil {
		return nil, err
	}
	words, err := p.words.get(ctx)
	if err != nil {
		return nil, err
	}
	s := &Session{
		words: words, notes: p.notes, Leaf: leaf, Raw: p.Raw, Warning: opt.Warning, opt: opt, text: p.Text.Copy(), account: account,
		rounds: p.Rounds, seen: p.seen, ignored: p.ignored, shared: true, facts: p.facts, snap: p, memory: p.memory,
		queue: queue{saved: p.Text.N(), kept: p.Text, marks: map[mark]int64{}},
	}
	s.order = p.Order.For(s.text)
	return s, nil
}

// Order is the page in shown order, as it is now. It is right until the page changes; to edit it see Edit.
func (s *Session) Order() *revision.Order { return s.order }

// Current says whether the text is still as it was in a snapshot: operations that were made for that fit.
func (s *Session) Current(p *Snapshot) bool { return s.facts == p.facts }

// append adds a revision to the text and sees to it that it is saved.
func (s *Session) append(r revision.Revision) (revision.Changed, error) {
	if err := s.opt.Library.ReadOnly(); err != nil {
		return revision.Changed{}, record.Problem(s.opt.Path, err)
	}
	if s.closed {
		return revision.Changed{}, errClosed
	}
	c, err := s.text.Append(r)
	if err != nil {
		return revision.Changed{}, err
	}
	s.outdate()
	if s.base != nil {
		s.burst = s.burst.Then(c)
	}
	var changed revision.Changed
	s.order, changed = s.order.After(c)
	s.saveSoon()
	return changed, nil
}

// outdate forgets what was found out about a text that is another now.
func (s *Session) outdate() { s.facts, s.snap = nil, nil }

func (s *Session) state() state { return state{s.text, s.order, s.Raw} }
