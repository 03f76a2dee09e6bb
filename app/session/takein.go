package session

import (
	"context"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/store"
)

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

// newer are revisions of others, and the page with them and without our unsaved ones.
type newer struct {
	log  []revision.Revision
	text *revision.Text
}

// Refresh takes in what another window or person has added to the page since, or decided about words. Any
// goroutine may call it but the owner's.
func (s *Session) Refresh(ctx context.Context) error {
	lib, err := s.library(ctx)
	if err != nil || lib == nil {
		return err
	}
	if err := s.relearn(ctx, lib); err != nil {
		return record.Problem(lib.Path(), err)
	}
	p, err := lib.Page(ctx, store.PageID(s.Leaf.ID))
	if err != nil {
		return record.Problem(lib.Path(), err)
	}
	for {
		var j *job
		mine := false
		err := s.on(ctx, func() {
			if s.closed || p.Revisions <= s.saved {
				return
			}
			if j = s.under; j != nil { // it may notice by itself
				return
			}
			mine = true
			saved, log := s.saved, s.text.Log()
			j = s.start(func() func() error {
				n, err := s.fetch(context.Background(), saved, log)
				return func() error {
					if err != nil || n == nil {
						return err
					}
					return s.takeIn(n)
				}
			})
		})
		if err != nil || j == nil {
			return err
		}
		if err := j.wait(ctx); mine || ctx.Err() != nil {
			return err
		}
	}
}

// fetch reads what the library has behind our saved revisions, and replays the page with it; nil where that
// is nothing. It is called beside the owner: of log it reads the saved revisions alone.
func (s *Session) fetch(ctx context.Context, saved int, log []revision.Revision) (*newer, error) {
	more, err := record.Log(ctx, s.opt.Library, store.PageID(s.Leaf.ID), saved+1)
	if err != nil || len(more) == 0 {
		return nil, err
	}
	text, err := revision.Load(s.Raw.Text, append(log[:saved:saved], more...))
	if err != nil {
		return nil, s.apart(err)
	}
	return &newer{more, text}, nil
}

// apart is the problem that others' revisions and ours do not fit.
func (s *Session) apart(err error) error {
	return &say.Problem{
		Subject: s.Leaf.Title(),
		What:    say.T("别人同时改了这一版，未能合并", "somebody else changed this page and it could not be brought together"),
		Do:      say.T("请重新打开这一版", "open the page again"),
		Err:     err,
	}
}

// takeIn puts the newer revisions of the library before our unsaved ones, which get new numbers.
func (s *Session) takeIn(n *newer) error {
	s.endStep()
	was, log := s.text, s.text.Log()
	ours := log[s.saved:]
	to := n.text.N()
	news := News{From: s.saved + 1, To: to + 1}
	for _, span := range revision.Clashes(ours, n.log) {
		id := span.At(0)
		news.Same = append(news.Same, Overlap{id, blockText(was, id), blockText(n.text, id)})
	}
	kept := n.text.Copy()
	for _, r := range revision.Renumber(ours, to+1) {
		if _, err := n.text.Append(r); err != nil {
			return s.apart(err)
		}
	}
	s.renumber(to - s.saved)
	all := revision.Changed{Was: s.order.Blocks()}
	s.text, s.saved, s.kept = n.text, to, kept
	s.order = s.text.Order()
	s.outdate()
	all.Now = s.order.Blocks()
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

// renumber gives what was decided about characters that are not saved yet the names that those have after more
// revisions came in before them.
func (s *Session) renumber(more int) {
	later := func(origin int32) int32 {
		if int(origin) > s.saved {
			return origin + int32(more)
		}
		return origin
	}
	s.decisions = slices.Clone(s.decisions)
	for i := range s.decisions {
		d := &s.decisions[i]
		d.of.Origin, d.article.Origin = later(d.of.Origin), later(d.article.Origin)
		d.noted.Origin, d.noted.LastOrigin = later(d.noted.Origin), later(d.noted.LastOrigin)
	}
	s.notes = slices.Clone(s.notes)
	for i := range s.notes {
		n := &s.notes[i]
		n.Origin, n.LastOrigin = later(n.Origin), later(n.LastOrigin)
	}
	next := &ignored{map[ignoring]bool{}, s.ignored.everywhere}
	for x := range s.ignored.here {
		x.at.Origin = later(x.at.Origin)
		next.here[x] = true
	}
	s.ignored = next
}
