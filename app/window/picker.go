package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/say"
	"qingyang/widgets"
)

// choice is a row of a picker. One that runs nothing is there to be read.
type choice struct {
	row widgets.Row
	run func()
}

// picker is a field to type in with a list below it that the typing narrows; Up, Down and Enter
// choose, Escape closes. The palette, the list of articles and the search are pickers.
type picker struct {
	w       *Window
	entry   *field
	rows    *widgets.Rows
	popup   *widget.PopUp // nil for a small one
	hide    func()
	content fyne.CanvasObject
	found   []choice
	find    func(query string, show func([]choice))
	typed   int      // how many queries there were
	after   func()   // on closing
	none    say.Text // what is shown where nothing was found
}

// pick opens a picker. find is called with what is typed, after every key, and answers from memory.
func (w *Window) pick(name, hint string, find func(query string) []choice) *picker {
	return w.pickLater(name, hint, func(query string, show func([]choice)) { show(find(query)) })
}

// pickLater opens a picker whose choices may take their time: find calls show on the window's goroutine when
// it has them. Those of an earlier query are not shown any more.
func (w *Window) pickLater(name, hint string, find func(query string, show func([]choice))) *picker {
	p := newPicker(w, hint, find)
	size := w.win.Canvas().Size()
	popup := widget.NewModalPopUp(container.NewPadded(p.content), w.win.Canvas())
	popup.Resize(fyne.NewSize(min(680, size.Width*0.9), min(460, size.Height*0.8)))
	p.popup = popup
	p.open(name, popup.Show, popup.Hide)
	return p
}

// pickAt opens a small picker below a place in the window.
func (w *Window) pickAt(name, hint string, anchor func() (fyne.Position, fyne.Size), size fyne.Size, find func(query string) []choice) *picker {
	p := newPicker(w, hint, func(query string, show func([]choice)) { show(find(query)) })
	over := w.win.Canvas().Overlays()
	f := newFloating(p.content, anchor, size, p.escape)
	p.open(name, func() {
		over.Add(f)
		f.Resize(w.win.Canvas().Size())
	}, func() { over.Remove(f) })
	return p
}

func newPicker(w *Window, hint string, find func(query string, show func([]choice))) *picker {
	p := &picker{w: w, find: find, rows: widgets.NewRows(), none: say.T("没有找到", "nothing found")}
	p.entry = newField(hint)
	p.entry.on(func() { p.step(+1) }, fyne.KeyDown)
	p.entry.on(func() { p.step(-1) }, fyne.KeyUp)
	for _, k := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp} {
		p.entry.on(func() { p.rows.TypedKey(&fyne.KeyEvent{Name: k}) }, k)
	}
	p.entry.on(p.yes, fyne.KeyReturn, fyne.KeyEnter)
	p.entry.on(p.escape, fyne.KeyEscape)
	p.entry.OnChanged = p.narrow
	p.rows.Count = func() int { return len(p.found) }
	p.rows.Row = func(i int) widgets.Row { return p.found[i].row }
	p.rows.OnOpen = p.choose
	p.rows.Intercept = intercept(nil, p.escape, func() bool { return false })
	p.content = container.NewBorder(p.entry, nil, nil, nil, p.rows)
	return p
}

func (p *picker) open(name string, show, hide func()) {
	p.hide = hide
	p.after = p.w.over(p)
	show()
	p.narrow("")
	p.w.win.Canvas().Focus(p.entry)
	p.w.trace.say("dialog", "name", name)
}

// step selects the next row that can be chosen. Where there is none that way the rows scroll.
func (p *picker) step(by int) {
	if to := p.next(p.rows.Selected()+by, by); to >= 0 {
		p.rows.Mark(to)
		return
	}
	p.rows.TypedKey(&fyne.KeyEvent{Name: map[int]fyne.KeyName{+1: fyne.KeyDown, -1: fyne.KeyUp}[by]})
}

func (p *picker) narrow(query string) {
	p.typed++
	n := p.typed
	p.find(strings.TrimSpace(query), func(found []choice) {
		if n != p.typed {
			return
		}
		if len(found) == 0 && query != "" {
			found = []choice{{row: widgets.Row{Text: p.none.In(p.w.lang), Ink: widgets.Weak}}}
		}
		p.found = found
		p.rows.Refresh()
		p.rows.Mark(p.next(0, +1))
	})
}

// next is the first row from i on, by steps, that can be chosen; -1 where there is none.
func (p *picker) next(i, step int) int {
	for ; i >= 0 && i < len(p.found); i += step {
		if p.found[i].run != nil {
			return i
		}
	}
	return -1
}

// yes takes the selected row, or the first one.
func (p *picker) yes() { p.choose(max(p.rows.Selected(), 0)) }

func (p *picker) choose(i int) {
	if i >= len(p.found) || p.found[i].run == nil {
		return
	}
	p.escape()
	p.found[i].run()
}

// escape closes the picker.
func (p *picker) escape() {
	p.typed++ // whatever comes now comes too late
	p.hide()
	p.after()
}

// contains says whether every word of the query stands in one of the texts, in any case.
func contains(query string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}
