package window

import (
	"image/color"
	"math"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/widgets"
)

// This file is the way between characters and the printed page.

// follow boxes on the printed page what the caret or the selection of the side with the keyboard stands on, and brings
// it into view.
func (p *printedPane) follow() {
	if at := p.lay(); at.W > 0 {
		p.picture.Reveal(at)
		p.strip.follow(at, p.lineAround(at))
	}
}

// lineAround is where the printed line lies that a place of the picture is in; that place itself where none is known.
func (p *printedPane) lineAround(at widgets.Rect) widgets.Rect {
	k := p.perPoint
	x, y := (at.X+at.W/2)/k, (at.Y+at.H/2)/k
	for _, l := range p.w.session.Raw.Lines {
		if b := l.Box; x >= b.X && x <= b.X+b.W && y >= b.Y && y <= b.Y+b.H {
			return widgets.Rect{X: b.X * k, Y: b.Y * k, W: b.W * k, H: b.H * k}
		}
	}
	return at
}

// lay puts the boxes on the printed page, and gives the place of the first one; where what the caret stands on has none
// that of the nearest character.
func (p *printedPane) lay() (first widgets.Rect) {
	w := p.w
	if p.scan == nil || w.session == nil || p.perPoint == 0 {
		return first
	}
	ranges := w.raw.Lit()
	if w.win.Canvas().Focused() == w.raw {
		sel := w.raw.Selection()
		if sel.Empty() {
			sel.To.Off++
		}
		ranges = []widgets.Range{sel}
	}
	marks := slices.Clone(p.tints)
	left := litLimit
	for _, r := range ranges {
		for _, box := range p.boxes(w.rawDoc.offset(r.From), w.rawDoc.offset(r.To), &left) {
			if first.W == 0 {
				first = box
			}
			marks = append(marks, widgets.Overlay{Rect: box, Fill: caretFill, Border: caretBorder})
		}
	}
	if first.W == 0 { // what was typed has no place of its own: the nearest raw character does
		first = p.nearest(w.clean.Caret())
	}
	p.picture.Lay(marks)
	return first
}

// The box of the caret is seen on paper of any shade, in both themes.
var (
	caretFill   = color.NRGBA{0xF2, 0xC1, 0x3A, 0x60}
	caretBorder = color.NRGBA{0xC2, 0x41, 0x0C, 0xFF}
)

// boxes are where the raw characters [from, to) stand in the picture, those side by side on a line as one; at most
// *left characters are looked at.
func (p *printedPane) boxes(from, to int, left *int) (all []widgets.Rect) {
	glyphs := p.w.session.Raw.Glyphs
	for off := max(from, 0); off < min(to, len(glyphs)) && *left > 0; off++ {
		*left--
		g := glyphs[off]
		if g.W == 0 || g.H == 0 {
			continue
		}
		k := p.perPoint
		r := widgets.Rect{X: float64(g.X) * k, Y: float64(g.Y) * k, W: float64(g.W) * k, H: float64(g.H) * k}
		if n := len(all); n > 0 && beside(all[n-1], r) {
			all[n-1] = union(all[n-1], r)
			continue
		}
		all = append(all, r)
	}
	return all
}

// beside says whether two boxes stand on the same line, horizontal or vertical, one next to the other.
func beside(a, b widgets.Rect) bool {
	gap := 1.5 * max(min(b.W, b.H), min(a.W, a.H))
	overlap := func(a, la, b, lb float64) bool { return min(a+la, b+lb)-max(a, b) > 0.5*min(la, lb) }
	near := func(a, la, b, lb float64) bool { return max(a, b)-min(a+la, b+lb) < gap }
	return overlap(a.Y, a.H, b.Y, b.H) && near(a.X, a.W, b.X, b.W) || overlap(a.X, a.W, b.X, b.W) && near(a.Y, a.H, b.Y, b.H) && a.H > a.W
}

func union(a, b widgets.Rect) widgets.Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return widgets.Rect{X: x, Y: y, W: max(a.X+a.W, b.X+b.W) - x, H: max(a.Y+a.H, b.Y+b.H) - y}
}

// nearest is where the raw character next to a place of the clean side stands.
func (p *printedPane) nearest(at widgets.Pos) widgets.Rect {
	s := p.w.session
	off := s.Order().RawOffset(bulletin.Place(at))
	for d := range 40 {
		for _, o := range []int{off - d, off + d} {
			left := 1
			if boxes := p.boxes(o, o+1, &left); len(boxes) > 0 {
				return boxes[0]
			}
		}
	}
	return widgets.Rect{}
}

// tapped puts the caret of the clean side on the character that was clicked on.
func (p *printedPane) tapped(x, y float64) {
	w := p.w
	if w.session == nil || p.perPoint == 0 {
		return
	}
	off, ok := p.glyphAt(x/p.perPoint, y/p.perPoint)
	if !ok {
		return
	}
	at, live := w.session.Order().PlaceOf(bulletin.ID{Index: int32(off)})
	w.win.Canvas().Focus(w.clean)
	w.clean.Go(w.inside(at), w.inside(at))
	w.trace.say("tapped", "raw", off, "live", live, "block", at.Block, "off", at.Off)
}

// glyphAt is the raw character whose box holds a point of the page, or the nearest to it within two lines; ok is
// false where none is so near.
func (p *printedPane) glyphAt(x, y float64) (off int, ok bool) {
	nearest := math.Inf(1)
	for i, g := range p.w.session.Raw.Glyphs {
		if g.W == 0 || g.H == 0 {
			continue
		}
		dx := max(float64(g.X)-x, x-float64(g.X+g.W), 0)
		dy := max(float64(g.Y)-y, y-float64(g.Y+g.H), 0)
		if d := dx*dx + dy*dy; d < nearest && d < float64(4*g.H*g.H) {
			off, ok, nearest = i, true, d
		}
	}
	return off, ok
}

// hues are the colours of articles, by turns: so that neighbours differ.
var hues = []color.NRGBA{
	{0x1F, 0x77, 0xB4, 0x38}, {0xD6, 0x6A, 0x0E, 0x38}, {0x2C, 0x8A, 0x3C, 0x38}, {0x8E, 0x44, 0xAD, 0x38}, {0xB0, 0x8A, 0x00, 0x38}, {0xC0, 0x39, 0x6B, 0x38},
}

// tint makes the boxes over the lines of each article anew, in its colour, where that is wanted: when the text is
// another, not when the caret moves. Linear in the page.
func (p *printedPane) tint() {
	p.tints = nil
	if p.tinted && p.scan != nil && p.w.session != nil && p.perPoint > 0 {
		p.tints = p.overArticles(p.w.session.Order())
	}
}

func (p *printedPane) overArticles(o *revision.Order) (all []widgets.Overlay) {
	colours := map[bulletin.ID]color.NRGBA{}
	left := 4 * litLimit
	for b := range o.Blocks() {
		article := o.ArticleAt(b)
		if article == bulletin.None {
			continue
		}
		hue, known := colours[article]
		if !known {
			hue = hues[len(colours)%len(hues)]
			colours[article] = hue
		}
		for _, s := range o.Spans(b) {
			if s.Origin != 0 {
				continue
			}
			for _, r := range p.boxes(int(s.From), int(s.To), &left) {
				all = append(all, widgets.Overlay{Rect: r, Fill: hue})
			}
		}
	}
	return all
}
