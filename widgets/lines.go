package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// sync brings what is on screen in line with document, scroll and selection. A line that looks as
// one that is there already keeps its texture and is only moved.
func (e *Editor) sync() {
	if e.view.size.Width <= 0 || e.view.size.Height <= 0 {
		return
	}
	if s := e.scaleNow(); s != e.scale {
		e.relayout()
		e.forget()
	}
	e.paper.FillColor = e.paperColor()
	e.rail.FillColor = e.marginColor()
	e.place(e.paper, 0, 0, e.w, e.h)
	e.place(e.rail, 0, 0, e.cols.mark+max(2, e.em()/8), e.h)
	clear(e.again)
	for _, r := range e.rows {
		r.used = false
		if r.shown {
			e.again[r.hash] = append(e.again[r.hash], r)
		}
	}
	i, top := e.lines.find(e.y)
	var later []wanted
	for ; i >= 0 && i < e.lines.n && top < e.y+e.h; i++ {
		p := e.lines.at(i)
		b := e.block(i)
		for line := range p.lines() {
			y := top + int(p.above) + line*int(p.pitch)
			if y+int(p.pitch) <= e.y || y >= e.y+e.h {
				continue
			}
			e.build(&e.next, b, p, line)
			hash := e.next.hash()
			if same := e.again[hash]; len(same) > 0 {
				r := same[len(same)-1]
				e.again[hash] = same[:len(same)-1]
				r.used = true
				e.place(r.raster, 0, y-e.next.top-e.y, r.strip.w, r.strip.h)
				continue
			}
			later = append(later, wanted{b, *p, line, y, hash})
		}
		top += p.height()
	}
	for _, w := range later {
		r := e.spare()
		e.build(&r.strip, w.block, &w.para, w.line)
		r.hash, r.used, r.shown = w.hash, true, true
		e.place(r.raster, 0, w.y-r.strip.top-e.y, r.strip.w, r.strip.h)
		canvas.Refresh(r.raster)
	}
	for _, r := range e.rows {
		if !r.used {
			r.shown = false
			hide(r.raster)
		}
	}
	e.placeSelection()
	e.placeLights()
	e.placeThumb()
}

type wanted struct {
	block Block
	para  para
	line  int
	y     int
	hash  uint64
}

// spare is a row that shows nothing that is wanted.
func (e *Editor) spare() *row {
	for _, r := range e.rows {
		if !r.used {
			r.used = true
			return r
		}
	}
	r := &row{}
	r.raster = canvas.NewRaster(func(int, int) image.Image { return r.strip.draw(&e.colors) })
	r.raster.ScaleMode = canvas.ImageScalePixels
	e.rows = append(e.rows, r)
	e.objects = append(e.objects, r.raster)
	return r
}

// forget has every line drawn anew.
func (e *Editor) forget() {
	for _, r := range e.rows {
		r.hash, r.shown = 0, false
	}
}

// build fills a strip with a line of a block, reusing its slices.
func (e *Editor) build(s *strip, b Block, p *para, line int) {
	em := e.emOf(b.Style)
	from, to := p.start(line), p.end(line, len(b.Text))
	*s = strip{
		size: em, small: e.em() * 3 / 4, bold: b.Style.Bold, ink: b.Style.Ink, pitch: int(p.pitch), cols: e.cols,
		baseline: int(p.pitch)/2 + em*3/8, marks: b.Marks,
		runes: append(s.runes[:0], b.Text[from:to]...), looks: s.looks[:0], ticks: s.ticks[:0],
		xs: e.lineXs(s.xs[:0], b, p, line),
	}
	for range to - from {
		s.looks = append(s.looks, Look{})
	}
	for _, sp := range b.Spans {
		last := line == p.lines()-1
		inside := sp.From < to && sp.To > from || sp.From == sp.To && sp.From >= from && (sp.From < to || last && sp.From == to)
		if !inside {
			continue
		}
		s.marks |= sp.Marks
		for k := max(sp.From, from); k < min(sp.To, to); k++ {
			s.looks[k-from] = laid(s.looks[k-from], sp.Look)
		}
		if sp.Tick && sp.From >= from {
			shade := sp.Shade
			if shade == None {
				shade = Weak
			}
			s.ticks = append(s.ticks, tick{s.xs[min(sp.From, to)-from], shade})
		}
	}
	s.w = e.cols.text
	if n := len(s.xs); n > 0 {
		s.w = max(s.w, int(s.xs[n-1])+em/4)
	}
	if line == 0 {
		s.number, s.label, s.shade = b.Number, b.Label, b.Shade
		if b.Rule && p.above > 0 {
			s.rule, s.top, s.w = true, int(p.above), max(e.w-e.px(14), s.w)
		}
	}
	s.h = s.top + int(p.pitch)
}

// laid is a look with another one over it.
func laid(under, over Look) Look {
	if over.Ink != None {
		under.Ink = over.Ink
	}
	if over.Back != None {
		under.Back = over.Back
	}
	if over.Under != NoLine {
		under.Under = over.Under
	}
	if over.Shade != None {
		under.Shade = over.Shade
	}
	under.Cut = under.Cut || over.Cut
	under.Bold = under.Bold || over.Bold
	under.Tick, under.Marks = false, 0
	return under
}

// lineXs appends where the characters of a line begin, and where the last one ends.
func (e *Editor) lineXs(xs []int32, b Block, p *para, line int) []int32 {
	em := e.emOf(b.Style)
	adv := advances(b, em)
	from, to := p.start(line), p.end(line, len(b.Text))
	wide := 0
	for i := from; i < to; i++ {
		wide += adv(i)
	}
	first, rest := e.room(b.Style, em)
	x, room := e.cols.text+round(b.Style.Inset*float32(em)), rest
	if line == 0 {
		x += rest - first
		room = first
	}
	switch b.Style.Align {
	case fyne.TextAlignCenter:
		x += max(0, room-wide) / 2
	case fyne.TextAlignTrailing:
		x += max(0, room-wide)
	}
	xs = append(xs, int32(x))
	for i := from; i < to; i++ {
		x += adv(i)
		xs = append(xs, int32(x))
	}
	return xs
}
