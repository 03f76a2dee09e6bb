package window

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/session"
)

// watchEvery is how often the window looks whether another one wrote to the library, and whether its file is
// still where it was.
const watchEvery = time.Second

// watch looks for what others do to the library, as long as the window lives.
func (w *Window) watch() {
	w.jobs.after(watchEvery, func() {
		w.jobs.post(func() {
			w.lookForNews()
			w.watch()
		})
	})
}

// seen is what a look at the library found.
type seen struct {
	version int64
	gone    error
	names   map[int64]string // where the version is another,
	clashes []desk.Clash     // and those of the open page
}

// lookForNews takes in what another window wrote to the library, and notices where its file is gone.
func (w *Window) lookForNews() {
	if w.desk == nil {
		return
	}
	d, s, was := w.desk, w.session, w.version
	run(w.jobs, watching, say.Text{}, func(ctx context.Context) (v seen, err error) {
		if v.gone = d.Gone(ctx); v.gone != nil {
			return v, nil
		}
		if v.version, err = d.Version(ctx); err != nil || v.version == was {
			return v, err
		}
		if v.names, err = d.People(ctx); err != nil || s == nil {
			return v, err
		}
		if v.clashes, err = d.Clashes(ctx, s.Leaf.ID, nil); err != nil {
			return v, err
		}
		return v, s.Refresh(ctx)
	}, func(v seen, err error) {
		if d != w.desk {
			return
		}
		w.fail(err)
		switch {
		case err != nil:
		case v.gone != nil:
			w.lost(v.gone)
		case w.gone != nil:
			w.found()
		case v.version != w.version:
			w.version, w.names = v.version, v.names
			if s != nil && s == w.session && !slices.Equal(w.clashes, v.clashes) {
				w.clashes = v.clashes
				w.showClashes()
			}
			w.library.refresh()
		}
	})
}

// news tells the editor that somebody else's revisions came in.
func (w *Window) news(n session.News) {
	t := say.T("另一窗口的 %s已并入", "%s of another window came in").With(say.Count(n.To-n.From, "次修订", "revision", "revisions"))
	if len(n.Same) > 0 {
		t = say.T("%s，其中有与你同时改的，见清样上方", "%s; some of it you changed at the same time: see above the text").With(t)
		w.raise(n.Same)
	}
	w.Say(t)
	w.trace.say("news", "from", n.From, "to", n.To, "same", len(n.Same))
}

// lost says that the library's file is not where it was, once, and offers a copy.
func (w *Window) lost(err error) {
	if w.gone != nil {
		return
	}
	w.gone = err
	w.fail(err)
	w.showSaving(say.T("未能保存", "not saved"))
	w.trace.say("gone", "path", w.desk.Path())
	w.ask(asked{
		name: "gone", title: say.T("档案库文件不见了", "The library's file is gone").In(w.lang), size: fyne.NewSize(600, 200),
		content: sentence(say.Error(err, w.lang)),
		yes:     say.T("另存副本…", "Save a copy…"), do: w.AskCopy,
	})
}

// found goes on as before when the file is back.
func (w *Window) found() {
	w.gone = nil
	w.Say(say.T("档案库文件回来了，继续保存", "the library's file is back; saving goes on"))
	w.trace.say("back", "path", w.desk.Path())
	if w.session != nil {
		w.Save()
	}
}

// AskCopy asks where to save a copy of the library, and goes on in it with all that is not saved.
func (w *Window) AskCopy() { w.askCopy(func() {}) }

// askCopy does that, and then what it was asked for.
func (w *Window) askCopy(then func()) {
	p := w.newPaths(strings.TrimSuffix(w.desk.Path(), libraryKind) + "-copy" + libraryKind)
	p.kinds, p.save = []string{libraryKind}, true
	hint := say.T("副本的路径；不会覆盖已有文件", "path of the copy; no file is overwritten")
	w.askPath("copy", say.T("另存副本", "Save a copy"), hint, p, say.T("另存", "Save"), func(path string, end ending) {
		w.moveTo(library{path: path}, func(err error) {
			end(err)
			if err == nil {
				then()
			}
		})
	})
}

// moveTo goes on in a copy of the library at another path, and tells end.
func (w *Window) moveTo(l library, end ending) {
	d, s := w.desk, w.session
	type moved struct {
		desk *desk.Desk
		path string
	}
	run(w.jobs, opening, say.T("另存副本", "Saving a copy"), func(ctx context.Context) (m moved, err error) {
		if m.path, err = l.absolute(ctx); err != nil {
			return m, err
		}
		m.desk, err = d.MoveTo(ctx, m.path, s)
		return m, err
	}, func(m moved, err error) {
		if err != nil {
			end(err)
			return
		}
		w.closeLibrary(d)
		w.desk, w.gone = m.desk, nil
		w.remember(m.path)
		w.title()
		w.library.refresh()
		if s != nil {
			w.saved(s.Unsaved(), nil)
		}
		w.Say(say.T("已另存到 %s，接着在副本里工作", "saved to %s; work goes on in the copy").With(m.path))
		w.trace.say("moved", "path", m.path)
		end(nil)
	})
}

// askLeave is asked where the open page cannot be saved and something else was to be done: it can be saved
// elsewhere, or given up, and then that is done.
func (w *Window) askLeave(err error, then func()) {
	w.fail(err)
	s := w.session
	give := newPush(say.T("放弃未保存的改动", "Give up what is not saved").In(w.lang), nil)
	give.Importance = widget.DangerImportance
	unsaved := 0
	if s != nil {
		unsaved = s.Unsaved()
	}
	text := say.Error(err, w.lang) + "\n" + say.T("未保存的改动：%d 次。", "not saved: %d changes.").With(unsaved).In(w.lang)
	d := w.ask(asked{
		name: "leave", title: say.T("这一版没有保存", "This page is not saved").In(w.lang), size: fyne.NewSize(640, 240),
		content: sentence(text), more: []fyne.CanvasObject{give},
		yes: say.T("另存副本…", "Save a copy…"), do: func() { w.askCopy(then) },
	})
	give.OnTapped = func() {
		d.Hide()
		w.giveUp(s, then)
	}
}

// giveUp leaves a page, nil if none is open, with what is not saved of it, and goes on.
func (w *Window) giveUp(s *session.Session, then func()) {
	if s != nil {
		w.trace.say("discarded", "changes", s.Unsaved())
		s.Discard()
	}
	if w.session == s {
		w.clear()
	}
	then()
}

// sentence is a text of any length that a dialog shows.
func sentence(text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapBreak
	return container.NewVScroll(l)
}
