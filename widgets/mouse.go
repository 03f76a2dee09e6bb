package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mouse is what the editor remembers between the events of a mouse.
type mouse struct {
	clicks  int // 1 a place, 2 a word, 3 a block
	at      Pos
	when    time.Time
	down    bool
	onThumb bool
	grip    int   // where the thumb was taken, device pixels from its top
	grown   Range // what the first click selected, which a drag keeps
	point   fyne.Position
	pulling bool // a timer scrolls while the mouse is held outside
	carried bool // the selection hangs on the mouse: it may be dragged elsewhere
	falls   Pos  // where it would fall
	falling bool // it was dragged off its place
}

// clickAgain is how soon a click must follow another at the same place to count with it.
const clickAgain = 500 * time.Millisecond

// MouseDown is for Fyne. The editor counts clicks by itself: Fyne's double taps come late, and there
// are no triple ones.
func (e *Editor) MouseDown(m *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
	if e.length() == 0 {
		return
	}
	x, y := e.px(m.Position.X), e.px(m.Position.Y)
	if m.Button == desktop.MouseButtonPrimary && x >= e.w-e.px(12) && e.thumb.Visible() {
		size, at := e.thumbAt()
		e.down, e.onThumb, e.grip = true, true, size/2
		if y >= at && y < at+size {
			e.grip = y - at
		}
		e.dragThumb(y)
		return
	}
	p, late := e.hit(x, y)
	sel := e.Selection()
	if m.Button == desktop.MouseButtonSecondary {
		if sel.Empty() || p.Before(sel.From) || sel.To.Before(p) {
			e.step(p, false, late)
		}
		return
	}
	if x < e.cols.mark && e.OnMargin != nil {
		e.OnMargin(Pos{p.Block, e.lines.at(p.Block).start(e.lines.at(p.Block).lineOf(p.Off, late))})
		return
	}
	if m.Modifier&fyne.KeyModifierShift != 0 {
		e.down, e.clicks, e.grown = true, 1, Range{e.anchor, e.anchor}
		e.step(p, true, late)
		return
	}
	now := e.now()
	again := e.clicks > 0 && e.at == p && now.Sub(e.when) < clickAgain
	if _, ok := e.doc.(Mover); ok && !again && !e.ReadOnly && !sel.Empty() && sel.From.Block == sel.To.Block && !p.Before(sel.From) && p.Before(sel.To) {
		e.at, e.when, e.clicks, e.carried, e.down = p, now, 1, true, true
		return
	}
	if again {
		e.clicks = e.clicks%3 + 1
	} else {
		e.clicks = 1
	}
	e.at, e.when, e.down = p, now, true
	e.grown = e.unit(p)
	e.goal = -1
	e.moveTo(e.grown.From, e.grown.To, late && e.clicks == 1)
}

// unit is what a click selects: a place, a word or a block, by how many clicks came.
func (e *Editor) unit(p Pos) Range {
	text := e.doc.Block(p.Block).Text
	switch e.clicks {
	case 2:
		from, to := e.wordAround(text, p.Off)
		return Range{Pos{p.Block, from}, Pos{p.Block, to}}
	case 3:
		return Range{Pos{p.Block, 0}, Pos{p.Block, len(text)}}
	}
	return Range{p, p}
}

// MouseUp is for Fyne.
func (e *Editor) MouseUp(*desktop.MouseEvent) { e.DragEnd() }

// DragEnd is for Fyne: it comes without MouseUp where the mouse was let go outside.
func (e *Editor) DragEnd() {
	e.down, e.onThumb, e.pulling = false, false, false
	if !e.carried {
		return
	}
	falling := e.falling
	e.carried, e.falling = false, false
	if !falling {
		e.step(e.at, false, false) // a click after all
		return
	}
	e.fall()
}

// fall puts the selection where it was dragged to, if that is outside of it.
func (e *Editor) fall() {
	sel, at := e.Selection(), e.falls
	if m, ok := e.doc.(Mover); ok && (at.Before(sel.From) || sel.To.Before(at)) {
		if caret, changed, ok := m.Move(sel.From, sel.To, at); ok {
			e.apply(changed)
			n := sel.To.Off - sel.From.Off
			e.moveTo(Pos{caret.Block, max(0, caret.Off-n)}, caret, false)
			return
		}
	}
	e.sync()
}

// Dragged is for Fyne: the mouse moved with its button down, perhaps outside the editor.
func (e *Editor) Dragged(d *fyne.DragEvent) {
	if !e.down || e.length() == 0 {
		return
	}
	e.point = d.Position
	switch {
	case e.onThumb:
		e.dragThumb(e.px(d.Position.Y))
		return
	case e.carried:
		e.falls, _ = e.hit(e.px(d.Position.X), e.px(d.Position.Y))
		e.falling = true
		e.reveal(e.falls, 0)
		e.sync()
		return
	}
	e.extendTo(d.Position)
	if outside := d.Position.Y < 0 || d.Position.Y > e.view.size.Height; outside && !e.pulling {
		e.pulling = true
		go e.pull()
	} else if !outside {
		e.pulling = false
	}
}

// pull scrolls while the mouse is held outside, as events come only when it moves.
func (e *Editor) pull() {
	for on := true; on; {
		time.Sleep(40 * time.Millisecond)
		fyne.DoAndWait(func() {
			if on = e.pulling; on {
				e.extendTo(e.point)
			}
		})
	}
}

// extendTo grows the selection to a point, by the unit that was clicked.
func (e *Editor) extendTo(at fyne.Position) {
	p, late := e.hit(e.px(at.X), e.px(at.Y))
	u := e.unit(p)
	if u.From.Before(e.grown.From) {
		e.moveTo(e.grown.To, u.From, false)
	} else {
		e.moveTo(e.grown.From, u.To, late && e.clicks == 1)
	}
}

func (e *Editor) dragThumb(y int) {
	size, _ := e.thumbAt()
	if room := e.h - size; room > 0 {
		e.scrollTo(int(int64(y-e.grip) * int64(e.lines.height-e.h*2/3) / int64(room)))
	}
}

// Scrolled is for Fyne: the wheel was turned.
func (e *Editor) Scrolled(s *fyne.ScrollEvent) { e.scrollTo(e.y - e.px(s.Scrolled.DY)*3/2) }

// TappedSecondary is for Fyne.
func (e *Editor) TappedSecondary(t *fyne.PointEvent) {
	if e.OnContext != nil && e.length() > 0 {
		p, _ := e.hit(e.px(t.Position.X), e.px(t.Position.Y))
		e.OnContext(p, t.AbsolutePosition)
	}
}

// Cursor is for Fyne.
func (e *Editor) Cursor() desktop.Cursor { return desktop.TextCursor }

var (
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.Scrollable        = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
)
