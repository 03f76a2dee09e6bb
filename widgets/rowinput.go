package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is for Fyne.
func (l *Rows) FocusGained() {
	l.focused = true
	if l.selected < 0 && l.count() > 0 {
		l.Mark(0)
	}
	l.tint()
}

// FocusLost is for Fyne.
func (l *Rows) FocusLost() {
	l.focused = false
	l.tint()
}

// tint shows by the colour of the selected row whether the list has the keyboard.
func (l *Rows) tint() {
	c := l.colors[Selected]
	if !l.focused {
		c.A /= 2
	}
	l.mark.FillColor = c
	canvas.Refresh(l.mark)
}

// AcceptsTab is for Fyne: Tab goes to the next widget, but not out of a composition.
func (l *Rows) AcceptsTab() bool { return Composing() }

// TypedRune is for Fyne: a space opens the row.
func (l *Rows) TypedRune(r rune) {
	ComposedRune()
	if r == ' ' {
		l.open()
	} else if l.OnRune != nil {
		l.OnRune(r)
	}
}

func (l *Rows) open() {
	if l.OnOpen != nil && l.selected >= 0 && l.selected < l.count() {
		l.OnOpen(l.selected)
	}
}

// TypedKey is for Fyne.
func (l *Rows) TypedKey(key *fyne.KeyEvent) {
	if ComposingKey(key.Name) || l.Intercept != nil && l.Intercept(key, l.held()) {
		return
	}
	page := max(1, int(l.size.Height/rowHeight)-1)
	to := l.selected
	switch key.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = l.count() - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open()
		return
	default:
		return
	}
	if to = max(0, min(to, l.count()-1)); to != l.selected && l.count() > 0 {
		l.Select(to)
	}
}

// TypedShortcut is for Fyne.
func (l *Rows) TypedShortcut(s fyne.Shortcut) {
	if ComposingShortcut(s) || l.InterceptShortcut != nil && l.InterceptShortcut(s) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// MouseDown is for Fyne: a click selects a row, a click on the selected one opens it.
func (l *Rows) MouseDown(m *desktop.MouseEvent) {
	had := l.focused
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	i := l.rowAt(m.Position.Y)
	l.pressed = i
	switch {
	case i < 0:
	case i == l.selected && had:
		l.open()
	default:
		l.Select(i)
		if l.OneClick {
			l.open()
		}
	}
}

// rowAt is the row at a height of the widget, -1 for none.
func (l *Rows) rowAt(y float32) int {
	n := len(l.tops) - 1
	i := sort.Search(max(n, 0), func(i int) bool { return l.tops[i+1] > l.y+y })
	if i >= n || y < 0 || y >= l.size.Height {
		return -1
	}
	return i
}

// Dragged is for Fyne: the pressed row is over another one.
func (l *Rows) Dragged(d *fyne.DragEvent) {
	if l.OnDrop == nil || l.pressed < 0 {
		return
	}
	onto := l.rowAt(d.Position.Y)
	if onto == l.pressed {
		onto = -1
	}
	if onto != l.onto {
		l.onto = onto
		l.sync()
	}
}

// DragEnd is for Fyne: it falls there.
func (l *Rows) DragEnd() {
	row, onto := l.pressed, l.onto
	l.pressed, l.onto = -1, -1
	l.sync()
	if l.OnDrop != nil && row >= 0 && onto >= 0 {
		l.OnDrop(row, onto)
	}
}

// MouseUp is for Fyne.
func (l *Rows) MouseUp(*desktop.MouseEvent) {}

// Scrolled is for Fyne: the wheel was turned.
func (l *Rows) Scrolled(s *fyne.ScrollEvent) {
	l.y -= s.Scrolled.DY * 1.5
	l.sync()
}
