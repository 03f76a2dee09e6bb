package window

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// place is where an editor was: it comes back when the page or the program is opened again.
type place struct {
	Page   session.PageID
	Caret  widgets.Pos
	Scroll widgets.Scroll
}

const settingPlace = "place"

// openPage opens a page, in the background, at a place in it or at its start.
func (w *Window) openPage(id session.PageID, at *place) { w.openPageThen(id, at, func() {}) }

// openPageThen opens a page, in the background, leaves the one that is open, and then goes on with what the
// opening was for. Where it fails all stays as it was.
func (w *Window) openPageThen(id session.PageID, at *place, then func()) {
	d, open := w.desk, w.session
	if d == nil {
		return
	}
	run(w.jobs, opening, say.T("打开版面", "Opening the page"), func(ctx context.Context) (*session.Session, error) {
		if open != nil && open.Leaf.ID == id {
			if err := open.Flush(ctx); err != nil {
				return nil, err
			}
		}
		return d.OpenPage(ctx, id)
	}, func(s *session.Session, err error) {
		if err != nil {
			w.trail.going = 0
			w.fail(err)
			return
		}
		if d == w.desk {
			w.leavePage(func() { w.show(s, at, then) }, func() { w.trail.going = 0 })
		}
	})
}

// show shows a page that was opened. Nothing of another one is left.
func (w *Window) show(s *session.Session, at *place, then func()) {
	w.clear()
	w.session = s
	s.OnChanged = func(c revision.Changed) {
		w.changes.set(nil, nil) // revisions that were not saved have other numbers now; the survey lists them
		w.textChanged(c)
		w.clean.Changed(widgets.Changed(c))
	}
	s.OnSaved = func(unsaved int, err error) {
		if s == w.session {
			w.saved(unsaved, err)
		}
	}
	s.OnNews = w.news
	s.OnDecided = func() {
		if s == w.session {
			w.surveyPage(func() {})
		}
	}
	w.attach()
	w.empties.show()
	w.fail(s.Warning)
	if at != nil {
		w.clean.SetCaret(w.inside(bulletin.Place(at.Caret)))
		w.clean.SetScroll(at.Scroll)
	}
	w.win.Canvas().Focus(w.clean)
	w.caretMoved(true)
	id := s.Leaf.ID
	w.trace.say("shown", "id", int64(id))
	w.changeClashes(func(all []desk.Clash) []desk.Clash { return all })
	w.surveyPage(func() {
		w.trace.say("page", "id", int64(id), "title", s.Leaf.Title(), "blocks", s.Order().Blocks(), "doubts", len(w.doubts))
		then()
	})
}

// attach shows the open page in the panes.
func (w *Window) attach() {
	s := w.session
	w.rawDoc = &rawDocument{session: s}
	w.cleanDoc = &cleanDocument{
		session: s, lang: func() say.Lang { return w.lang },
		failed: w.fail, edited: func(c revision.Changed) {
			w.gaze.edited = true
			w.textChanged(c)
		},
	}
	w.pair = pair{session: s, raw: w.raw, clean: w.clean, rawDoc: w.rawDoc}
	w.raw.SetDocument(w.rawDoc)
	w.clean.SetDocument(w.cleanDoc)
	w.rawHead.SetText(fmt.Sprintf("%s  ·  %s  ·  %s", say.T("原文", "Raw page").In(w.lang), s.Raw.Encoding,
		say.T("%d 行", "%d lines").With(len(s.Raw.Lines)).In(w.lang)))
	w.saved(s.Unsaved(), nil)
	w.library.mark(s.Leaf)
	if w.printed.wanted() {
		w.printed.open(func(bool) {})
	}
	w.cards.refresh() // before the survey, which follows: the caret's card is marked at once
}

// leavePage saves the open page in the background, remembers the place in it, empties the panes, and goes on.
// Where the page cannot be saved, or the library's file is gone, it stays open and the editor is asked;
// otherwise is called then.
func (w *Window) leavePage(then, otherwise func()) {
	s, d := w.session, w.desk
	if d == nil {
		then()
		return
	}
	var here place
	if s != nil {
		here = place{s.Leaf.ID, w.clean.Caret(), w.clean.Scroll()}
	}
	run(w.jobs, leaving, say.T("保存", "Saving"), func(ctx context.Context) (struct{}, error) {
		if s == nil {
			return struct{}{}, d.Gone(ctx)
		}
		if err := s.Close(ctx); err != nil {
			return struct{}{}, err
		}
		b, err := json.Marshal(here)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, d.Remember(ctx, settingPlace, string(b))
	}, func(_ struct{}, err error) {
		if err != nil {
			otherwise()
			w.askLeave(err, then)
			return
		}
		if w.session == s {
			w.clear()
		}
		then()
	})
}

// clear empties every pane: without a page there is nothing to be seen of one, and nothing to click on.
func (w *Window) clear() {
	w.session, w.doubts, w.at, w.settled = nil, nil, nil, false
	w.counting, w.unread = 0, 0
	if w.gaze.stop != nil {
		w.gaze.stop()
	}
	w.gaze = gaze{}
	w.clashes = nil
	w.clashBar.content.Hide()
	w.surveys = surveys{}
	w.pair, w.rawDoc, w.cleanDoc = pair{}, nil, nil
	w.raw.SetDocument(nil)
	w.clean.SetDocument(nil)
	w.rawHead.SetText("")
	w.cleanHead.SetText("")
	w.count.SetText("")
	w.changes.set(nil, nil)
	w.findings.set(nil)
	w.notes.set(nil)
	w.history.set(nil)
	w.cards.refresh()
	w.finder.clear()
	w.library.unmark()
	w.printed.forget()
	w.empties.show()
}

// saved shows the state of saving above the clean text.
func (w *Window) saved(unsaved int, err error) {
	state := say.T("已保存", "saved")
	switch {
	case w.desk != nil && w.desk.ReadOnly() != nil:
		state = say.T("只读", "read only")
	case err != nil, w.gone != nil:
		state = say.T("未能保存", "not saved")
	case unsaved > 0:
		state = say.T("正在保存", "saving")
	}
	w.showSaving(state)
	switch {
	case errors.Is(err, desk.ErrGone):
		w.lost(err)
	case err != nil:
		w.fail(err)
	case unsaved == 0 && w.gone == nil:
		w.trace.say("saved")
	}
}

func (w *Window) showSaving(state say.Text) {
	if w.session != nil {
		w.cleanHead.SetText(fmt.Sprintf("%s  ·  %s  ·  %s", say.T("清样", "Clean text").In(w.lang), w.session.Leaf.Name().In(w.lang), state.In(w.lang)))
	}
}

// refreshDelay is how long the lists wait after an edit, so that they never cost a key its frame.
const refreshDelay = 250 * time.Millisecond

// textChanged sees to everything that hangs on the text besides the editor itself.
func (w *Window) textChanged(revision.Changed) {
	w.goOn(true)
	if w.stale != nil {
		w.stale()
	}
	w.stale = w.jobs.after(refreshDelay, func() { w.jobs.post(w.refreshAfterEdit) })
}

func (w *Window) refreshAfterEdit() {
	if w.session != nil {
		w.surveyPage(func() {
			w.menusStale()
			w.trace.say("refreshed")
		})
	}
}

// caretMoved lights the other side and says where the caret is.
func (w *Window) caretMoved(clean bool) {
	if w.session == nil {
		return
	}
	w.menusStale()
	if clean {
		w.at, w.settled = nil, false
		w.goOn(true)
		w.looked()
		w.pair.fromClean()
		w.cards.follow(w.clean.Caret().Block)
	} else {
		w.showRaw(true)
		w.pair.fromRaw()
	}
	w.printed.follow()
}
