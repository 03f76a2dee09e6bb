package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// view is what an Editor has on screen: one raster a visible line, and a few rectangles. Lengths are
// device pixels, so that every glyph falls on whole ones; y is how far the text is scrolled.
type view struct {
	size    fyne.Size
	scale   float32 // device pixels a Fyne unit
	w, h    int
	y       int
	cols    columns
	lines   layout
	wrap    wrapper
	lit     []Range
	colors  palette
	objects []fyne.CanvasObject
	paper   *canvas.Rectangle
	rail    *canvas.Rectangle // the margin's ground
	picked  [3]*canvas.Rectangle
	lights  []*canvas.Rectangle
	beam    *canvas.Rectangle // the caret
	thumb   *canvas.Rectangle
	rows    []*row
	again   map[uint64][]*row // rows by what they show, for the next sync
	next    strip             // where the next strip is built
}

// row is a raster and the strip it shows.
type row struct {
	raster *canvas.Raster
	strip  strip
	hash   uint64
	shown  bool
	used   bool
}

// maxLights is how many pieces of text can be lit at a time.
const maxLights = 40

func (v *view) init() {
	v.scale = 1
	v.again = map[uint64][]*row{}
	rect := func() *canvas.Rectangle {
		r := canvas.NewRectangle(nil)
		r.Hide()
		v.objects = append(v.objects, r)
		return r
	}
	v.paper, v.rail = rect(), rect()
	for i := range v.picked {
		v.picked[i] = rect()
	}
	for range maxLights {
		v.lights = append(v.lights, rect())
	}
	v.beam, v.thumb = rect(), rect()
}

// px and units turn Fyne's units into device pixels and back.
func (v *view) px(units float32) int { return round(units * v.scale) }

func (v *view) units(px int) float32 { return float32(px) / v.scale }

func (v *view) place(o fyne.CanvasObject, x, y, w, h int) {
	if p := fyne.NewPos(v.units(x), v.units(y)); o.Position() != p {
		o.Move(p)
	}
	if s := fyne.NewSize(v.units(w), v.units(h)); o.Size() != s {
		o.Resize(s)
	}
	if !o.Visible() {
		o.Show()
	}
}

func hide(o fyne.CanvasObject) {
	if o.Visible() {
		o.Hide()
	}
}

// em is the base size of letters.
func (e *Editor) em() int { return max(e.px(e.TextSize()), 4) }

// scaleNow is how many device pixels a Fyne unit has on the screen that the editor is on.
func (e *Editor) scaleNow() float32 {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return e.scale
	}
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(10000, 0))
	if x <= 0 {
		return 1
	}
	return float32(x) / 10000
}

// resize takes note of another size.
func (e *Editor) resize(size fyne.Size) {
	if size == e.view.size && e.scale == e.scaleNow() {
		return
	}
	e.view.size = size
	e.relayout()
	e.sync()
}

// relayout measures every block, and keeps what is at the top of the pane there.
func (e *Editor) relayout() {
	at := e.Scroll()
	e.scale = e.scaleNow()
	e.w, e.h = e.px(e.view.size.Width), e.px(e.view.size.Height)
	e.cols = e.measureColumns()
	paras := make([]para, e.length())
	for i := range paras {
		paras[i] = e.measure(i)
	}
	e.lines.reset(paras)
	if e.lines.n > 0 {
		e.y = e.clamp(e.lines.top(min(at.Block, e.lines.n-1)) + round(at.Em*float32(e.em())))
	}
}

// measureColumns finds room for numbers and labels.
func (e *Editor) measureColumns() columns {
	small := faceOf(e.em()*3/4, false)
	gap := max(small.size/3, 2)
	c := columns{read: max(2, e.em()/6)}
	at := c.read + gap
	if e.Labels {
		wide := 0
		widths := map[string]int{} // the labels are few
		for i := range e.length() {
			label := e.doc.Block(i).Label
			w, ok := widths[label]
			if !ok {
				w = small.textWidth(label)
				widths[label] = w
			}
			wide = max(wide, w)
		}
		at += wide
	}
	c.label = at
	if e.Numbers {
		digits := 3
		for n := e.length(); n >= 1000; n /= 10 {
			digits++
		}
		at += gap + digits*small.advance('0')
	}
	c.number = at
	c.mark = at + gap + small.advance('?')
	c.text = c.mark + gap + max(4, e.em()/2)
	return c
}

// room is how wide a line of a block can be: the pane without margin, thumb and inset.
func (e *Editor) room(s Style, em int) (first, rest int) {
	rest = max(e.w-e.cols.text-e.px(14)-round(s.Inset*float32(em)), em)
	return max(rest-round(s.Indent*float32(em)), em), rest
}

// emOf is the size of a block's letters.
func (e *Editor) emOf(s Style) int {
	if s.Size == 0 {
		return e.em()
	}
	return max(round(s.Size*float32(e.em())), 4)
}

// leading is the height of a line in em of its letters: what the margin between them needs for
// underlines and marks.
const leading = 1.625

// measure lays a block out.
func (e *Editor) measure(i int) para {
	b := e.block(i)
	em := e.emOf(b.Style)
	p := para{
		above: int32(round(b.Style.Above*float32(em)) + round(b.Above*float32(e.em()))),
		pitch: int32(round(leading * float32(em))),
		below: int32(round(b.Style.Below * float32(em))),
	}
	p.starts = e.wrap.wrap(nil, e.measured(b, em))
	return p
}

func (e *Editor) measured(b Block, em int) measured {
	first, rest := e.room(b.Style, em)
	return measured{b.Text, advances(b, em), first, rest}
}

// long is from how many lines on a block in which somebody types is broken anew only where it changed.
const long = 64

// retyped lays out a long block in which n runes were put in place of [from, to), without looking at all
// of it again. It says whether it could: the block must be as it was but for these.
func (e *Editor) retyped(c Changed, from, to Pos, n int) bool {
	if c != (Changed{from.Block, 1, 1}) || to.Block != from.Block || from.Block >= e.lines.n {
		return false
	}
	was := e.lines.at(from.Block)
	if was.lines() < long {
		return false
	}
	b := e.doc.Block(from.Block)
	now := *was
	now.starts = e.wrap.rewrap(was.starts, e.measured(b, e.emOf(b.Style)), from.Off, from.Off+n, n-(to.Off-from.Off))
	e.lines.splice(from.Block, 1, []para{now})
	e.y = e.clamp(e.y)
	return true
}

// advances measures the characters of a block, bold ones in bold.
func advances(b Block, em int) func(i int) int {
	plain := faceOf(em, b.Style.Bold)
	heavy := false
	for _, s := range b.Spans {
		heavy = heavy || s.Bold && s.To > s.From
	}
	if !heavy || b.Style.Bold {
		return func(i int) int { return plain.advance(b.Text[i]) }
	}
	return func(i int) int {
		for _, s := range b.Spans {
			if s.Bold && i >= s.From && i < s.To {
				return faceOf(em, true).advance(b.Text[i])
			}
		}
		return plain.advance(b.Text[i])
	}
}

// apply lays out what changed in the document. The block behind it is looked at too: where an
// article ends is a matter of two blocks.
func (e *Editor) apply(c Changed) {
	if c == (Changed{}) || c.From > e.lines.n {
		return
	}
	top, at := e.lines.find(e.y)
	was := min(c.Was, e.lines.n-c.From)
	now := make([]para, 0, c.Now+1)
	for i := c.From; i < min(c.From+c.Now, e.length()); i++ {
		now = append(now, e.measure(i))
	}
	if next := c.From + len(now); next < e.length() && c.From+was < e.lines.n {
		now = append(now, e.measure(next))
		was++
	}
	into := e.y - at
	e.lines.splice(c.From, was, now)
	if e.lines.n != e.length() { // a document that told wrong: believe the document
		e.relayout()
		return
	}
	if top >= c.From+c.Was {
		top += c.Now - c.Was
		e.y = e.lines.top(min(top, max(e.lines.n-1, 0))) + into
	}
	e.y = e.clamp(e.y)
}

// clamp is a scroll that shows text: at most a third of the pane stays empty below the end.
func (e *Editor) clamp(y int) int { return max(0, min(y, e.lines.height-e.h*2/3)) }

// scrollTo scrolls and tells of it.
func (e *Editor) scrollTo(y int) {
	if y = e.clamp(y); y == e.y {
		return
	}
	e.y = y
	e.sync()
	if e.OnScroll != nil {
		e.OnScroll()
	}
}

// reveal scrolls as little as is needed to have the line of p in view, with some lines around it;
// it says whether it scrolled.
func (e *Editor) reveal(p Pos, around int) bool {
	if e.lines.n == 0 || e.h == 0 || p.Block >= e.lines.n {
		return false
	}
	_, top, height := e.lineAt(p, e.late && p == e.caret)
	room := min(around*height, e.h/4)
	y := e.y
	if top+height+room > y+e.h {
		y = top + height + room - e.h
	}
	if top-room < y {
		y = max(top-room, 0)
	}
	if y == e.y {
		return false
	}
	if top+height <= e.y || top >= e.y+e.h { // far away: show it with what stands before it
		y = max(0, top-e.h/3)
	}
	e.y = max(0, min(y, max(e.lines.height-e.h/3, 0)))
	if e.OnScroll != nil {
		e.OnScroll()
	}
	return true
}

// lineAt is the line of a block that p stands on, where it begins in the text, and its height.
func (e *Editor) lineAt(p Pos, late bool) (line, top, height int) {
	q := e.lines.at(p.Block)
	p, late = e.shown(p, late)
	line = q.lineOf(p.Off, late)
	return line, e.lines.top(p.Block) + int(q.above) + line*int(q.pitch), int(q.pitch)
}

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
