package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/widgets"
)

// choice is a row of a picker.
type choice struct {
	row widgets.Row
	run func()
}

// picker is a field to type in with a list below it that the typing narrows; Up, Down and Enter
// choose, Escape closes. The palette, the list of articles and the search are pickers.
type picker struct {
	w     *Window
	entry *field
	rows  *widgets.Rows
	popup *widget.PopUp
	found []choice
	find  func(query string, show func([]choice))
	typed int    // how many queries there were
	after func() // on closing
}

// pick opens a picker. find is called with what is typed, after every key, and answers from memory.
func (w *Window) pick(name, hint string, find func(query string) []choice) *picker {
	return w.pickLater(name, hint, func(query string, show func([]choice)) { show(find(query)) })
}

// pickLater opens a picker whose choices may take their time: find calls show on the window's goroutine when
// it has them. Those of an earlier query are not shown any more.
func (w *Window) pickLater(name, hint string, find func(query string, show func([]choice))) *picker {
	p := &picker{w: w, find: find, rows: widgets.NewRows()}
	p.entry = newField(hint)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp} {
		p.entry.on(func() { p.rows.TypedKey(&fyne.KeyEvent{Name: k}) }, k)
	}
	p.entry.on(p.yes, fyne.KeyReturn, fyne.KeyEnter)
	p.entry.on(p.escape, fyne.KeyEscape)
	p.entry.OnChanged = p.narrow
	p.rows.Count = func() int { return len(p.found) }
	p.rows.Row = func(i int) widgets.Row { return p.found[i].row }
	p.rows.OnOpen = p.choose
	size := w.win.Canvas().Size()
	box := fyne.NewSize(min(680, size.Width*0.9), min(460, size.Height*0.8))
	content := container.NewPadded(container.NewBorder(p.entry, nil, nil, nil, p.rows))
	p.popup = widget.NewModalPopUp(content, w.win.Canvas())
	p.popup.Resize(box)
	p.after = w.over(p)
	p.rows.Intercept = intercept(nil, p.escape, func() bool { return false })
	p.popup.Show()
	p.narrow("")
	w.win.Canvas().Focus(p.entry)
	w.trace.say("dialog", "name", name)
	return p
}

func (p *picker) narrow(query string) {
	p.typed++
	n := p.typed
	p.find(strings.TrimSpace(query), func(found []choice) {
		if n != p.typed {
			return
		}
		p.found = found
		p.rows.Refresh()
		if len(p.found) > 0 {
			p.rows.Mark(0)
		}
	})
}

// yes takes the selected row, or the first one.
func (p *picker) yes() { p.choose(max(p.rows.Selected(), 0)) }

func (p *picker) choose(i int) {
	if i >= len(p.found) {
		return
	}
	p.escape()
	p.found[i].run()
}

// escape closes the picker.
func (p *picker) escape() {
	p.typed++ // whatever comes now comes too late
	p.popup.Hide()
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
