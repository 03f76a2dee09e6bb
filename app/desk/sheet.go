package desk

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

// Sheet is an open page: the raw page on one side, its text that remembers on the other.
//
// All methods belong to one goroutine, the one that Options.Post runs on. What is typed is in the
// text at once and in the library within a second (saveAfter), in one transaction.
type Sheet struct {
	Leaf Leaf       // which page this is
	Raw  source.Raw // never changes

	// OnChanged is called after blocks changed for another reason than a call's own result: a save
	// that had to take in another person's revisions. In shown order; may be nil.
	OnChanged func(Changed)
	// OnSaved is called when the state of saving changed: nothing unsaved, or err.
	OnSaved func(unsaved int, err error)
	// OnNews is called when somebody else's revisions were taken in.
	OnNews func(News)

	desk  *Desk
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

	house House
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

// OpenSheet reads a page from the library. Its cost is that of replaying the page's log.
func (d *Desk) OpenSheet(ctx context.Context, page store.PageID) (*Sheet, error) {
	leaf, err := d.Leaf(ctx, page)
	if err != nil {
		return nil, err
	}
	raw, err := d.raw(ctx, page)
	if err != nil {
		return nil, problem(d.path, err)
	}
	log, err := d.log(ctx, page, 1)
	if err != nil {
		return nil, problem(d.path, err)
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
	house, err := d.House(ctx, leaf.Paper)
	if err != nil {
		return nil, err
	}
	s := &Sheet{Leaf: leaf, Raw: raw, desk: d, text: text, saved: text.N(), house: house}
	s.order.reset(text)
	if err := s.loadReading(ctx); err != nil {
		return nil, err
	}
	return s, s.loadIgnored(ctx)
}

// Text is the text that remembers. It must not be appended to except through the sheet.
func (s *Sheet) Text() *revision.Text { return s.text }

// Unsaved is how many revisions the library has not acknowledged yet.
func (s *Sheet) Unsaved() int {
	return s.text.N() - s.saved
}

// Do makes ops one undo step of the person at the desk, and saves it soon. No ops are no step.
//
// The Changed is in shown order. It fails where ops do not fit the text, which is then unchanged.
func (s *Sheet) Do(note string, ops []revision.Op) (Changed, error) {
	s.endStep()
	if len(ops) == 0 {
		return Changed{}, nil
	}
	return s.append(s.mine(s.text.N()+1, note, ops))
}

// endStep ends the undo step that keys go into.
func (s *Sheet) endStep() {
	s.endBurst()
	s.typing = typing{}
}

// append adds a revision to the text and sees to it that it is saved.
func (s *Sheet) append(r revision.Revision) (Changed, error) {
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
