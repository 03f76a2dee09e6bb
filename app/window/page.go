package window

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

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

// openLibrary opens a library, in the background, and the page that was open in it last.
func (w *Window) openLibrary(path string, sample bool) {
	w.note(say.T("正在打开 %s…", "Opening %s…").With(path).In(w.lang))
	opt := desk.Options{Post: fyne.Do, Name: w.userName()}
	background(func(ctx context.Context) (*desk.Desk, error) {
		d, err := desk.Open(ctx, path, opt)
		if err != nil {
			return nil, err
		}
		if sample {
			_, err = d.ImportSample(ctx, func(p desk.Progress) {
				fyne.Do(func() { w.note(fmt.Sprintf("%s %d/%d", p.Subject, p.Done, p.All)) })
			})
		}
		return d, err
	}, func(d *desk.Desk, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.leavePage(func() { w.enter(d, path) })
	})
}

// enter goes on with a library that was opened.
func (w *Window) enter(d *desk.Desk, path string) {
	if old := w.desk; old != nil {
		background(func(context.Context) (struct{}, error) { return struct{}{}, old.Close() }, func(_ struct{}, err error) { w.fail(err) })
	}
	w.desk = d
	w.app.Preferences().SetString(prefLibrary, path)
	w.names, _ = d.People(context.Background())
	w.version, _ = d.Version(context.Background())
	w.win.SetTitle(say.T("清样", "Qingyang").In(w.lang) + " — " + path)
	w.library.refresh()
	w.note("")
	w.trace.say("library", "path", path)
	w.reopen()
}

// userName is the name that corrections bear: what the editor said, or what the environment says; ""
// before anybody was asked.
func (w *Window) userName() string {
	if name := os.Getenv("QINGYANG_NAME"); name != "" {
		return name
	}
	return w.app.Preferences().String(prefName)
}

// reopen opens the page that was open last, or else the first one.
func (w *Window) reopen() {
	if w.userName() == "" {
		w.AskName()
	}
	text, err := w.desk.Remembered(context.Background(), settingPlace)
	if err != nil {
		w.fail(err)
		return
	}
	var p place
	if text != "" && json.Unmarshal([]byte(text), &p) == nil && p.Page != 0 {
		w.openPage(p.Page, &p)
		return
	}
	first := errors.New("found")
	var leaf session.Leaf
	if err := w.desk.EachLeaf(context.Background(), func(l session.Leaf) error { leaf = l; return first }); err == first {
		w.openPage(leaf.ID, nil)
	}
}

// large is from how many characters on a survey leaves memory behind that is worth giving back.
const large = 200_000

// openPage opens a page, in the background, at a place in it or at its start.
func (w *Window) openPage(id session.PageID, at *place) { w.openPageThen(id, at, func() {}) }

// openPageThen opens a page, in the background, leaves the one that is open, and then goes on with what the
// opening was for. Where it fails all stays as it was.
func (w *Window) openPageThen(id session.PageID, at *place, then func()) {
	d, open := w.desk, w.session
	w.opening++
	turn := w.opening
	background(func(ctx context.Context) (*session.Session, error) {
		if open != nil && open.Leaf.ID == id {
			if err := open.Flush(ctx); err != nil {
				return nil, err
			}
		}
		return d.OpenPage(ctx, id)
	}, func(s *session.Session, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if d != w.desk || turn != w.opening { // something else was asked for since
			return
		}
		w.leavePage(func() { w.show(s, at, then) })
	})
}

// show shows a page that was opened.
func (w *Window) show(s *session.Session, at *place, then func()) {
	w.session, w.at, w.eye, w.shown = s, nil, 0, 0
	s.OnChanged = func(c revision.Changed) {
		w.textChanged(c)
		w.clean.Changed(widgets.Changed(c))
	}
	s.OnSaved = func(unsaved int, err error) {
		if s == w.session {
			w.saved(unsaved, err)
		}
	}
	s.OnNews = w.news
	w.attach()
	w.fail(s.Warning)
	if at != nil {
		w.clean.SetCaret(w.inside(bulletin.Place(at.Caret)))
		w.clean.SetScroll(at.Scroll)
	}
	w.win.Canvas().Focus(w.clean)
	w.caretMoved(true)
	id := s.Leaf.ID
	w.trace.say("shown", "id", int64(id))
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
		failed: w.fail, edited: w.textChanged,
	}
	w.pair = pair{session: s, raw: w.raw, clean: w.clean, rawDoc: w.rawDoc}
	w.raw.SetDocument(w.rawDoc)
	w.clean.SetDocument(w.cleanDoc)
	w.rawHead.SetText(fmt.Sprintf("%s  ·  %s  ·  %s", say.T("原文", "Raw page").In(w.lang), s.Raw.Encoding,
		say.T("%d 行", "%d lines").With(len(s.Raw.Lines)).In(w.lang)))
	w.saved(s.Unsaved(), nil)
	w.library.mark(s.Leaf)
	w.cards.refresh() // before the survey, which follows: the caret's card is marked at once
}

// leavePage saves the open page in the background, remembers the place in it, and goes on. Where the page
// cannot be saved it stays open, and the editor is told.
func (w *Window) leavePage(then func()) {
	s, d := w.session, w.desk
	if s == nil {
		then()
		return
	}
	here := place{s.Leaf.ID, w.clean.Caret(), w.clean.Scroll()}
	background(func(ctx context.Context) (struct{}, error) {
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
			w.fail(err)
			return
		}
		if w.session == s {
			w.session = nil
			w.clean.SetDocument(nil)
			w.raw.SetDocument(nil)
		}
		then()
	})
}

// saved shows the state of saving above the clean text.
func (w *Window) saved(unsaved int, err error) {
	state := say.T("已保存", "saved")
	switch {
	case err != nil:
		state = say.T("未能保存", "not saved")
		w.fail(err)
	case unsaved > 0:
		state = say.T("正在保存", "saving")
	}
	w.cleanHead.SetText(fmt.Sprintf("%s  ·  %s  ·  %s", say.T("清样", "Clean text").In(w.lang), w.session.Leaf.Title(), state.In(w.lang)))
	if err == nil && unsaved == 0 {
		w.trace.say("saved", "revisions", w.session.Snapshot().Text.N())
	}
}

// refreshDelay is how long the lists wait after an edit, so that they never cost a key its frame.
const refreshDelay = 250 * time.Millisecond

// textChanged sees to everything that hangs on the text besides the editor itself.
func (w *Window) textChanged(revision.Changed) {
	if w.stale != nil {
		w.stale()
	}
	t := time.AfterFunc(refreshDelay, func() { fyne.Do(w.refreshAfterEdit) })
	w.stale = func() { t.Stop() }
}

func (w *Window) refreshAfterEdit() {
	if w.session == nil {
		return
	}
	w.surveyPage(func() { w.trace.say("refreshed", "revisions", w.session.Snapshot().Text.N()) })
}

// survey is what lists and margins show of a page beside its text.
type survey struct {
	corrections []session.Correction
	doubts      []session.Doubt
	removed     []bulletin.Span
}

// look finds a survey out, at the cost of a replay.
func look(ctx context.Context, p *session.Snapshot) (v survey, err error) {
	if v.corrections, err = p.Corrections(ctx); err != nil {
		return v, err
	}
	if v.doubts, err = p.Doubts(ctx); err != nil {
		return v, err
	}
	v.removed, err = p.Removed(ctx)
	return v, err
}

// surveyPage reads anew, in the background, what lists and margins show beside the texts, and then
// goes on. A page that is left meanwhile is forgotten.
func (w *Window) surveyPage(then func()) {
	s := w.session
	now := s.Snapshot()
	background(func(ctx context.Context) (survey, error) { return look(ctx, now) }, func(v survey, err error) {
		if s != w.session {
			return
		}
		if err != nil {
			w.fail(err)
			return
		}
		if len(s.Raw.Text) > large {
			go debug.FreeOSMemory() // what replaying the log took, all at once
		}
		w.doubts = v.doubts
		w.rawDoc.dead = v.removed
		w.cleanDoc.show(v)
		w.raw.Repaint()
		w.clean.Repaint()
		w.changes.set(v.corrections)
		w.cards.refresh()
		w.refreshSide()
		w.counting = 0
		for _, c := range v.corrections {
			if c.Counts {
				w.counting++
			}
		}
		_, w.unread = s.Unread(0)
		w.showCount()
		w.trace.say("surveyed", "doubts", len(w.doubts), "unread", w.unread)
		then()
	})
}

// caretMoved lights the other side and says where the caret is.
func (w *Window) caretMoved(clean bool) {
	if w.session == nil {
		return
	}
	if clean {
		w.at = nil
		w.looked()
		w.pair.fromClean()
		w.cards.follow(w.clean.Caret().Block)
	} else {
		w.pair.fromRaw()
	}
}

// news tells the editor that somebody else's revisions came in.
func (w *Window) news(n session.News) {
	t := say.T("另一窗口的 %d 次修订已并入", "%d revisions of another window came in").With(n.To - n.From)
	if len(n.Same) > 0 {
		o := n.Same[0]
		t = say.T("你和别人同时改了一处。你的：“%s”；别人的：“%s”", "you and somebody else changed the same place. Yours: “%s”; theirs: “%s”").With(o.Ours, o.Theirs)
	}
	w.Say(t)
	w.trace.say("news", "from", n.From, "to", n.To, "same", len(n.Same))
}

// lookForNews takes in what another window wrote to the open page.
func (w *Window) lookForNews() {
	if w.desk == nil {
		return
	}
	d, s, was := w.desk, w.session, w.version
	background(func(ctx context.Context) (int64, error) {
		v, err := d.Version(ctx)
		if err != nil || v == was || s == nil {
			return v, err
		}
		return v, s.Refresh(ctx)
	}, func(v int64, err error) {
		if d != w.desk {
			return
		}
		w.fail(err)
		if err == nil && v != w.version {
			w.version = v
			w.library.refresh()
		}
	})
}
