package window

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/say"
)

// asked is a dialog: what stands in it, and what its button does.
type asked struct {
	name    string // for the trace
	title   string
	content fyne.CanvasObject
	size    fyne.Size
	fields  []*field         // the first one gets the keyboard
	first   fyne.Focusable   // gets it where there is no field; nil: the button
	yes     say.Text         // zero: there is nothing to decide, only a button to close
	do      func()           // is called when the dialog was closed with yes
	try     func(end ending) // instead of do: the dialog stays until it ended well
	more    []fyne.CanvasObject
	no      func() // is called when it was closed without yes; may be nil
}

// ending is told how it ended: nil closes the dialog, an error is shown in it, with all that was typed.
type ending func(error)

// question is a dialog that is open.
type question struct {
	w    *Window
	of   asked
	d    *dialog.CustomDialog
	note *widget.Label // what kept it from ending well
	tall float32       // the height that the note took
	busy bool          // it is being tried
	shut bool
	said bool // yes
}

// ask shows a dialog. Wherever the keyboard is in it, Escape closes it and Enter says yes; whichever way it
// ends, the keyboard goes back to what had it, before do runs.
func (w *Window) ask(a asked) *question {
	q := &question{w: w, of: a, note: widget.NewLabel("")}
	q.note.Wrapping, q.note.Importance = fyne.TextWrapBreak, widget.DangerImportance
	q.note.Hide()
	q.d = dialog.NewCustomWithoutButtons(a.title, container.NewBorder(nil, q.note, nil, nil, a.content), w.win)
	no := newPush(say.T("关闭", "Close").In(w.lang), q.Hide)
	buttons := append([]fyne.CanvasObject{no}, a.more...)
	main := no
	if q.decides() {
		no.Text = say.T("取消", "Cancel").In(w.lang)
		main = newPush(a.yes.In(w.lang), q.yes)
		main.Importance = widget.HighImportance
		buttons = append(buttons, main)
	}
	q.d.SetButtons(buttons)
	dialogKeys(a.content, q.escape, q.yes)
	for _, b := range buttons {
		dialogKeys(b, q.escape, q.yes)
	}
	leave := w.over(q)
	q.d.SetOnClosed(func() {
		q.shut = true
		leave()
		if a.no != nil && !q.said {
			a.no()
		}
	})
	q.d.Resize(a.size)
	q.d.Show()
	switch {
	case len(a.fields) > 0:
		w.win.Canvas().Focus(a.fields[0])
		a.fields[0].TypedShortcut(&fyne.ShortcutSelectAll{}) // what is proposed is replaced by typing
	case a.first != nil:
		w.win.Canvas().Focus(a.first)
	default:
		w.win.Canvas().Focus(main)
	}
	w.trace.say("dialog", "name", a.name)
	return q
}

// decides says whether there is something to say yes to.
func (q *question) decides() bool { return q.of.do != nil || q.of.try != nil }

// Hide closes the dialog.
func (q *question) Hide() {
	if !q.shut {
		q.d.Hide()
	}
}

// escape closes the dialog, or ends what is being tried.
func (q *question) escape() {
	if !q.busy || !q.w.jobs.cancelNewest() {
		q.Hide()
	}
}

// yes does what the dialog is for. Where there is nothing to decide it closes.
func (q *question) yes() {
	switch {
	case q.of.try != nil && !q.busy:
		q.busy = true
		q.of.try(q.end)
	case q.of.try != nil:
	default:
		q.said = true
		q.Hide()
		if q.of.do != nil {
			q.of.do()
		}
	}
}

// end takes how a try ended.
func (q *question) end(err error) {
	q.busy = false
	if err == nil {
		q.said = true
		q.Hide()
		return
	}
	q.w.trace.say("problem", "text", say.Error(err, say.English))
	if q.shut {
		q.w.note(wordsOf(err).In(q.w.lang))
		return
	}
	q.warn(wordsOf(err))
}

// warn says in the dialog what is not right; zero takes it away.
func (q *question) warn(t say.Text) {
	q.note.SetText(t.In(q.w.lang))
	if t.Zero() {
		q.note.Hide()
		return
	}
	q.note.Resize(fyne.NewSize(max(q.of.size.Width-40, 100), 0))
	q.note.Show()
	if tall := q.note.MinSize().Height; tall > q.tall {
		q.tall = tall
		q.d.Resize(q.of.size.Add(fyne.NewSize(0, tall)))
	}
}

// wordsOf is what a person reads about an error.
func wordsOf(err error) say.Text {
	if errors.Is(err, context.Canceled) {
		return say.T("已取消", "cancelled")
	}
	return say.T(say.Error(err, say.Chinese), say.Error(err, say.English))
}

// askText asks for one line of text. The dialog stays, with what was typed, until done ended well.
func (w *Window) askText(name string, title, hint say.Text, text string, done func(string, ending)) {
	f := newField(hint.In(w.lang))
	f.SetText(text)
	w.ask(asked{
		name: name, title: title.In(w.lang), size: fyne.NewSize(560, 180), fields: []*field{f},
		content: container.NewVBox(widget.NewLabel(hint.In(w.lang)), f),
		yes:     say.T("确定", "OK"), try: func(end ending) { done(strings.TrimSpace(f.Text), end) },
	})
}

// askPath asks for a path; what lies in its folder is listed below it. The dialog stays, with what was typed,
// until done ended well.
func (w *Window) askPath(name string, title, hint say.Text, p *paths, yes say.Text, done func(string, ending)) *question {
	q := w.ask(asked{
		name: name, title: title.In(w.lang), size: w.share(0.6, 0.7), fields: []*field{p.entry},
		content: container.NewBorder(widget.NewLabel(hint.In(w.lang)), nil, nil, nil, p.content),
		yes:     yes, try: func(end ending) { done(strings.TrimSpace(p.entry.Text), end) },
	})
	p.open(q.yes)
	return q
}

// share is a part of the window's size.
func (w *Window) share(width, height float32) fyne.Size {
	size := w.win.Canvas().Size()
	return fyne.NewSize(size.Width*width, size.Height*height)
}

// top is a dialog or a picker that is open.
type top interface {
	escape() // what Escape does where nothing in it has the keyboard
	yes()    // what Enter does there
}

// over takes note of a dialog that stands over all that is open now. What it returns is called when it was
// closed: the keyboard goes back to what had it.
func (w *Window) over(t top) (closed func()) {
	had := w.win.Canvas().Focused()
	if len(w.tops) == 0 && had == nil {
		had = w.clean
	}
	n := len(w.tops)
	w.tops = append(w.tops, t)
	return func() {
		w.tops = slices.Clone(w.tops[:min(n, len(w.tops))])
		if had == nil {
			w.win.Canvas().Unfocus()
			return
		}
		w.win.Canvas().Focus(had)
	}
}

// escape closes the dialog in front and says whether there was one.
func (w *Window) escape() bool {
	if len(w.tops) == 0 {
		return false
	}
	w.tops[len(w.tops)-1].escape()
	return true
}

// accept says yes to the dialog in front and says whether there was one.
func (w *Window) accept() bool {
	if len(w.tops) == 0 {
		return false
	}
	w.tops[len(w.tops)-1].yes()
	return true
}
