package window

import (
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
	fields  []*field // Enter in any of them says yes, Escape no; the first one gets the keyboard
	yes     say.Text // zero: there is nothing to decide, only a button to close
	do      func()
	more    []fyne.CanvasObject // further buttons
	closed  func()
}

// ask shows a dialog. Escape closes it; whichever way it ends, the keyboard goes back to the clean
// text, before do runs.
func (w *Window) ask(a asked) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(a.title, a.content, w.win)
	yes := func() {
		d.Hide()
		a.do()
	}
	no := say.T("关闭", "Close")
	if a.do != nil {
		no = say.T("取消", "Cancel")
	}
	buttons := append([]fyne.CanvasObject{widget.NewButton(no.In(w.lang), d.Hide)}, a.more...)
	if a.do != nil {
		b := widget.NewButton(a.yes.In(w.lang), yes)
		b.Importance = widget.HighImportance
		buttons = append(buttons, b)
	}
	d.SetButtons(buttons)
	for _, f := range a.fields {
		f.on(d.Hide, fyne.KeyEscape)
		if a.do != nil {
			f.on(yes, fyne.KeyReturn, fyne.KeyEnter)
		}
	}
	leave := w.over(d.Hide)
	d.SetOnClosed(func() {
		leave()
		if a.closed != nil {
			a.closed()
		}
	})
	d.Resize(a.size)
	d.Show()
	if len(a.fields) > 0 {
		w.win.Canvas().Focus(a.fields[0])
		a.fields[0].TypedShortcut(&fyne.ShortcutSelectAll{}) // what is proposed is replaced by typing
	} else {
		w.win.Canvas().Unfocus()
	}
	w.trace.say("dialog", "name", a.name)
	return d
}

// askText asks for one line of text.
func (w *Window) askText(name string, title, hint say.Text, text string, done func(string)) {
	f := newField(hint.In(w.lang))
	f.SetText(text)
	w.ask(asked{
		name: name, title: title.In(w.lang), size: fyne.NewSize(560, 180), fields: []*field{f},
		content: container.NewVBox(widget.NewLabel(hint.In(w.lang)), f),
		yes:     say.T("确定", "OK"), do: func() { done(strings.TrimSpace(f.Text)) },
	})
}

// share is a part of the window's size.
func (w *Window) share(width, height float32) fyne.Size {
	size := w.win.Canvas().Size()
	return fyne.NewSize(size.Width*width, size.Height*height)
}

// over takes note of a dialog that stands over all that is open now, and how Escape closes it. What it
// returns is called when it was closed: the keyboard goes back to what had it.
func (w *Window) over(close func()) (closed func()) {
	had := w.win.Canvas().Focused()
	if len(w.tops) == 0 {
		had = w.clean
	}
	n := len(w.tops)
	w.tops = append(w.tops, close)
	return func() {
		w.tops = w.tops[:min(n, len(w.tops))]
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
	w.tops[len(w.tops)-1]()
	return true
}
