package window

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/proof"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// This file is the window as commands see it.

// Desk is the open library, or nil.
func (w *Window) Desk() *desk.Desk { return w.desk }

// Session is the open page, or nil.
func (w *Window) Session() *session.Session { return w.session }

// Selection is what is selected on the clean side.
func (w *Window) Selection() (from, to bulletin.Place) {
	sel := w.clean.Selection()
	return bulletin.Place(sel.From), bulletin.Place(sel.To)
}

// Show repaints what changed on the clean side and puts the caret at a place.
func (w *Window) Show(c revision.Changed, caret bulletin.Place) {
	w.textChanged(c)
	w.clean.Changed(widgets.Changed(c))
	at := w.inside(caret)
	w.clean.Go(at, at)
}

// placeOf is where a character is shown, or would be if it is dead.
func placeOf(s *session.Session, id bulletin.ID) bulletin.Place {
	p, _ := s.Order().PlaceOf(id)
	return p
}

// inside is the place nearest to p that exists; the start where no page is open.
func (w *Window) inside(p bulletin.Place) widgets.Pos {
	if w.session == nil {
		return widgets.Pos{}
	}
	if n := w.session.Order().Blocks(); p.Block >= n {
		p = bulletin.Place{Block: max(n-1, 0)}
		if n > 0 {
			p.Off = w.session.Order().Length(n - 1)
		}
	} else {
		p.Off = min(p.Off, w.session.Order().Length(p.Block))
	}
	return widgets.Pos(p)
}

// NextPage opens the page that stands step places further in its issue.
func (w *Window) NextPage(step int) {
	d, here := w.desk, w.session.Leaf
	run(w.jobs, opening, say.Text{}, func(ctx context.Context) ([]session.Leaf, error) { return d.Leaves(ctx, here.Issue) }, func(leaves []session.Leaf, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		i := slices.IndexFunc(leaves, func(l session.Leaf) bool { return l.ID == here.ID })
		to := i + step
		if i < 0 || to < 0 || to >= len(leaves) {
			w.Say(say.T("本期没有更多的版", "this issue has no more pages"))
			return
		}
		w.openPage(leaves[to].ID, nil)
	})
}

// NextPane gives the keyboard to the next pane.
func (w *Window) NextPane(step int) {
	w.needSides()
	panes := []fyne.Focusable{w.library.rows, w.cards.rows, w.raw, w.clean, w.changes.rows}
	if w.tabs.SelectedIndex() == 1 {
		panes[4] = w.history.rows
	} else if w.tabs.Selected() == w.findingsTab {
		panes[4] = w.findings.rows
	} else if w.tabs.Selected() == w.notesTab {
		panes[4] = w.notes.rows
	}
	if w.rawHidden {
		panes = slices.Delete(panes, 2, 3)
	}
	at := 2
	for i, p := range panes {
		if w.win.Canvas().Focused() == p {
			at = i
		}
	}
	w.win.Canvas().Focus(panes[(at+step+len(panes))%len(panes)])
}

// ShowChanges brings the corrections to the front; where they are, it leads to the words that narrow them.
func (w *Window) ShowChanges() {
	w.needSides()
	w.tabs.SelectIndex(0)
	if w.win.Canvas().Focused() == w.changes.rows { // a second time
		w.win.Canvas().Focus(w.changes.text)
		return
	}
	w.win.Canvas().Focus(w.changes.rows)
}

// ShowHistory brings the history to the front.
func (w *Window) ShowHistory() {
	w.needSides()
	w.tabs.SelectIndex(1)
	w.win.Canvas().Focus(w.history.rows)
}

// NextDoubt goes to the next place that the editor should look at.
func (w *Window) NextDoubt(step int) {
	at := bulletin.Place(w.clean.Caret())
	n := len(w.doubts)
	if n == 0 {
		w.Say(say.T("本版没有疑点", "this page has no doubtful places"))
		return
	}
	places := make([]widgets.Pos, n) // the text may be another since they were found
	for i, d := range w.doubts {
		places[i] = widgets.Pos(placeOf(w.session, d.At))
	}
	k := 0
	if step > 0 {
		for k < n && !widgets.Pos(at).Before(places[k]) {
			k++
		}
	} else {
		for k < n && places[k].Before(widgets.Pos(at)) {
			k++
		}
		k += n - 1
	}
	d := w.doubts[k%n]
	d.Place = bulletin.Place(places[k%n])
	w.showDoubt(d, fmt.Sprintf("%d/%d %s", k%n+1, n, d.Say.In(w.lang)))
	w.trace.say("doubt", "n", k%n+1, "of", n, "check", d.Check)
}

// showDoubt brings the caret to a doubtful place, lights what it is about and says so: digits answer it until
// the caret leaves.
func (w *Window) showDoubt(d session.Doubt, sentence string) {
	w.win.Canvas().Focus(w.clean)
	at := widgets.Pos(d.Place)
	w.clean.Go(at, at)
	w.at, w.settled = &d, false
	if above, below, ok := w.session.Lines(d.At); ok && d.Check == proof.Junction {
		w.pair.junction(above, below)
		w.printed.follow()
	}
	w.sayHere(sentence)
}

// Zoom makes the text larger or smaller; 0 is the usual size.
func (w *Window) Zoom(step int) {
	size := w.clean.TextSize() + float32(step)*2
	if step == 0 {
		size = usualTextSize
	}
	size = min(max(size, 10), 48)
	w.raw.SetTextSize(size)
	w.clean.SetTextSize(size)
	w.keepShape()
}

const usualTextSize = 16

// ToggleLanguage changes the language of the interface.
func (w *Window) ToggleLanguage() {
	if w.lang == say.Chinese {
		w.lang = say.English
		w.app.Preferences().SetString(prefLanguage, "en")
	} else {
		w.lang = say.Chinese
		w.app.Preferences().SetString(prefLanguage, "zh")
	}
	w.rebuild()
	w.trace.say("language", "lang", w.app.Preferences().String(prefLanguage))
}

// rebuild lays the window out anew with the same page at the same place.
func (w *Window) rebuild() {
	caret, scroll := w.clean.Caret(), w.clean.Scroll()
	size := w.clean.TextSize()
	w.keepShape()
	lists := w.library.items
	w.build()
	w.title()
	w.raw.SetTextSize(size)
	w.clean.SetTextSize(size)
	w.library.set(lists)
	if w.session != nil {
		w.attach()
		w.clean.SetCaret(w.inside(bulletin.Place(caret)))
		w.clean.SetScroll(scroll)
		w.surveyPage(func() {})
	}
	w.win.Canvas().Focus(w.clean)
}

// ToggleDark changes between dark and light.
func (w *Window) ToggleDark() {
	w.theme.Toggle(w.app.Settings().ThemeVariant())
	w.app.Preferences().SetString(prefDark, w.theme.Choice())
	w.app.Settings().SetTheme(w.theme)
	w.trace.say("dark", "choice", w.theme.Choice())
}

// ToggleRaw hides the raw page, or shows it again.
func (w *Window) ToggleRaw() { w.showRaw(w.rawHidden) }

// showRaw shows the raw page or hides it, with all that stands around it; the clean text takes its room.
func (w *Window) showRaw(on bool) {
	if on != w.rawHidden {
		return
	}
	w.rawHidden = !on
	w.app.Preferences().SetBool(prefRawHidden, w.rawHidden)
	w.layMiddle()
	if !on && w.win.Canvas().Focused() == w.raw {
		w.win.Canvas().Focus(w.clean)
	}
	w.trace.say("raw", "shown", on)
}

// layMiddle puts the clean text in the middle of the window, and beside it what is shown of the raw page and of the
// printed one.
func (w *Window) layMiddle() {
	w.middle.Objects = []fyne.CanvasObject{w.splits.pair}
	switch printed := w.printed.shown(); {
	case printed && !w.rawHidden:
		w.splits.printed.Leading, w.splits.printed.Trailing = w.printed.content, w.rawPane
		w.splits.printed.Horizontal = !w.splits.pair.Horizontal
		w.leading.Objects = []fyne.CanvasObject{w.splits.printed}
		w.splits.printed.Refresh()
	case printed:
		w.leading.Objects = []fyne.CanvasObject{w.printed.content}
	case w.rawHidden:
		w.middle.Objects = []fyne.CanvasObject{w.splits.pair.Trailing}
	default:
		w.leading.Objects = []fyne.CanvasObject{w.rawPane}
	}
	w.leading.Refresh()
	w.splits.pair.Refresh()
	w.middle.Refresh()
}

// ToggleStacked puts the raw page above the clean text, or beside it again.
func (w *Window) ToggleStacked() {
	s := w.splits.pair
	s.Horizontal = !s.Horizontal
	w.layMiddle()
	w.app.Preferences().SetBool(prefStacked, !s.Horizontal)
	w.trace.say("stacked", "on", !s.Horizontal)
}

// Save saves now.
func (w *Window) Save() {
	s := w.session
	run(w.jobs, each, say.T("保存", "Saving"), func(ctx context.Context) (struct{}, error) { return struct{}{}, s.Flush(ctx) }, func(_ struct{}, err error) {
		switch {
		case errors.Is(err, desk.ErrGone):
			w.fail(err)
			w.lost(err)
		case err != nil:
			w.fail(err)
		default:
			w.Say(say.T("已保存", "Saved"))
		}
	})
}

// Work runs work in the background, and then what it returns on the window's goroutine.
func (w *Window) Work(work func(context.Context) (then func() error, err error)) {
	run(w.jobs, each, say.Text{}, work, func(then func() error, err error) {
		if err == nil && then != nil {
			err = then()
		}
		w.fail(err)
	})
}

// Quit saves everything and ends the program. If something can't be saved it stays, says why, and asks.
func (w *Window) Quit() {
	w.leavePage(func() {
		w.keepShape()
		d := w.desk
		w.desk = nil // nobody looks for news in it any more
		run(w.jobs, leaving, say.Text{}, func(context.Context) (struct{}, error) {
			if d == nil {
				return struct{}{}, nil
			}
			return struct{}{}, d.Close()
		}, func(_ struct{}, err error) {
			if err != nil {
				w.desk = d
				w.fail(err)
				return
			}
			w.trace.say("quit")
			w.hurry()
			w.app.Quit()
		})
	}, func() {})
}
