package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// This file places the rectangles: selection, lit ranges, caret and thumb.

func (e *Editor) paperColor() color.Color  { return e.themeColor(ColorNamePaper) }
func (e *Editor) marginColor() color.Color { return e.themeColor(ColorNameMargin) }

func (e *Editor) themeColor(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*Theme); ok {
		return t.Color(name, settings.ThemeVariant())
	}
	return ownColors[settings.ThemeVariant()&1][name]
}

// paint shows a rectangle in a colour.
func (e *Editor) paint(r *canvas.Rectangle, c color.Color, x, y, w, h int) {
	if r.FillColor != c {
		r.FillColor = c
		canvas.Refresh(r)
	}
	e.place(r, x, y, w, h)
}

// placeSelection shows the selection in at most three rectangles, and the caret.
func (e *Editor) placeSelection() {
	sel := e.Selection()
	n := 0
	if !sel.Empty() && e.lines.n > 0 {
		_, top, height := e.lineAt(sel.From, false)
		_, endTop, endHeight := e.lineAt(sel.To, e.late)
		c := e.colors[Selected]
		x0, x1 := e.xOf(sel.From, false), e.xOf(sel.To, e.late)
		right := e.w - e.px(14)
		show := func(x, y, w, h int) {
			y0, y1 := max(y, e.y), min(y+h, e.y+e.h)
			if y1 > y0 && w > 0 {
				e.paint(e.picked[n], c, x, y0-e.y, w, y1-y0)
				n++
			}
		}
		if top == endTop {
			show(x0, top, x1-x0, height)
		} else {
			show(x0, top, right-x0, height)
			show(e.cols.text, top+height, right-e.cols.text, endTop-top-height)
			show(e.cols.text, endTop, x1-e.cols.text, endHeight)
		}
	}
	for ; n < len(e.picked); n++ {
		hide(e.picked[n])
	}
	if !e.focused || e.lines.n == 0 {
		hide(e.beam)
		return
	}
	at, late := e.caret, e.late
	if e.falling {
		at, late = e.falls, false
	}
	_, top, height := e.lineAt(at, late)
	if top+height <= e.y || top >= e.y+e.h {
		hide(e.beam)
		return
	}
	wide := max(2, e.px(1.5))
	e.paint(e.beam, e.colors[Accent], e.xOf(at, late)-wide/2, top-e.y+height/10, wide, height-height/5)
}

// placeLights shows what is lit and in view.
func (e *Editor) placeLights() {
	n := 0
	if e.lines.n > 0 && len(e.lit) > 0 {
		from, to := e.Shown()
		for _, r := range e.lit {
			if r.To.Block < from {
				continue
			}
			if r.From.Block >= to || n >= len(e.lights) {
				break
			}
			for b := max(r.From.Block, from); b <= min(r.To.Block, to-1) && n < len(e.lights); b++ {
				n = e.lightBlock(b, r, n)
			}
		}
	}
	for ; n < len(e.lights); n++ {
		hide(e.lights[n])
	}
}

// lightBlock lights what a range covers of block b, one rectangle a line; n is how many are in use.
func (e *Editor) lightBlock(b int, r Range, n int) int {
	if b >= e.length() {
		return n
	}
	block := e.block(b)
	from, to := 0, len(block.Text)
	if b == r.From.Block {
		from = min(e.shownFrom(r.From).Off, to)
	}
	if b == r.To.Block {
		to = min(e.shownFrom(r.To).Off, to)
	}
	p := e.lines.at(b)
	top := e.lines.top(b) + int(p.above)
	for line := p.lineOf(from, false); line < p.lines() && n < len(e.lights); line++ {
		a, z := max(from, p.start(line)), min(to, p.end(line, len(block.Text)))
		if a > z || a == z && line > p.lineOf(from, false) {
			break
		}
		y := top + line*int(p.pitch)
		if y+int(p.pitch) <= e.y || y >= e.y+e.h {
			continue
		}
		xs := e.lineXs(nil, block, p, line)
		x0, x1 := int(xs[a-p.start(line)]), int(xs[z-p.start(line)])
		e.paint(e.lights[n], e.colors[Lit], x0, y-e.y+1, max(x1-x0, e.em()/6), int(p.pitch)-2)
		n++
	}
	return n
}

// placeThumb shows where the pane stands in the text.
func (e *Editor) placeThumb() {
	if e.lines.height <= e.h || e.h == 0 {
		hide(e.thumb)
		return
	}
	size, at := e.thumbAt()
	e.thumb.CornerRadius = 3
	c := e.colors[Weak]
	c.A = 0x70
	e.paint(e.thumb, c, e.w-e.px(9), at, e.px(6), size)
}

// thumbAt is the thumb's length and place.
func (e *Editor) thumbAt() (size, at int) {
	size = max(e.h*e.h/max(e.lines.height, 1), e.px(28))
	if reach := e.lines.height - e.h*2/3; reach > 0 {
		at = int(int64(e.h-size) * int64(e.y) / int64(reach))
	}
	return size, max(0, min(at, e.h-size))
}
