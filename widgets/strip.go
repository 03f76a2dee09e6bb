package widgets

import (
	"image"
	"strconv"
)

// strip is one line of a block as it is painted, margin and all: enough to draw it without asking
// the document again. Lengths are device pixels, from the strip's left top.
type strip struct {
	w, h     int
	top      int // where the line begins; the room above a block that has a rule lies before it
	size     int // em of the text
	small    int // em of number and label
	bold     bool
	ink      Role
	runes    []rune
	xs       []int32 // where each rune begins, and where the last one ends
	looks    []Look  // one a rune
	ticks    []tick
	marks    Mark
	number   int
	label    string
	shade    Role
	rule     bool
	cols     columns
	baseline int // of the text, below top
	pitch    int
}

type tick struct {
	x     int32
	shade Role
}

// columns are the columns of the margin: where each ends. The text begins at text.
type columns struct{ read, label, number, mark, text int }

// hash tells strips apart that look different. It mixes as FNV-1a does, with 64 bits a step.
func (s *strip) hash() uint64 {
	h := uint64(14695981039346656037)
	mix := func(v uint64) {
		h ^= v
		h *= 1099511628211
		h ^= h >> 29
	}
	flag := func(b bool) uint64 {
		if b {
			return 1
		}
		return 0
	}
	mix(uint64(s.w)<<32 | uint64(s.h))
	mix(uint64(s.top)<<32 | uint64(s.size)<<8 | flag(s.bold)<<1 | flag(s.rule))
	mix(uint64(s.ink)<<48 | uint64(s.shade)<<40 | uint64(s.marks)<<32 | uint64(uint32(s.number)))
	mix(uint64(s.cols.label)<<40 | uint64(s.cols.number)<<20 | uint64(s.cols.text))
	for _, r := range s.label {
		mix(uint64(r))
	}
	mix(uint64(len(s.runes)))
	for i, r := range s.runes {
		l := s.looks[i]
		mix(uint64(uint32(r)) | uint64(uint32(s.xs[i]))<<32)
		if l != (Look{}) {
			mix(1 + uint64(l.Ink) | uint64(l.Back)<<8 | uint64(l.Shade)<<16 | uint64(l.Under)<<24 | flag(l.Cut)<<32 | flag(l.Bold)<<33 | uint64(i)<<40)
		}
	}
	for _, t := range s.ticks {
		mix(uint64(uint32(t.x))<<8 | uint64(t.shade) | 1<<60)
	}
	return h
}

// scratch is what every strip is drawn into: Fyne copies the picture to a texture at once, on the
// goroutine that draws.
var scratch []uint8

// draw paints the strip on a clear ground.
func (s *strip) draw(p *palette) *image.RGBA {
	n := s.w * s.h * 4
	if cap(scratch) < n {
		scratch = make([]uint8, n+n/2)
	}
	c := &plate{pix: scratch[:n], w: s.w, h: s.h}
	clear(c.pix)
	s.drawMargin(c, p)
	s.drawText(c, p)
	return &image.RGBA{Pix: c.pix, Stride: s.w * 4, Rect: image.Rect(0, 0, s.w, s.h)}
}

func (s *strip) drawText(c *plate, p *palette) {
	thick := max(1, s.size/16)
	base := s.top + s.baseline
	for i, l := range s.looks {
		if l.Back != None {
			c.fill(int(s.xs[i]), s.top+1, int(s.xs[i+1]), s.top+s.pitch-1, p[l.Back])
		}
	}
	for i, r := range s.runes {
		l := s.looks[i]
		ink := s.ink
		if l.Ink != None {
			ink = l.Ink
		}
		c.glyph(faceOf(s.size, s.bold || l.Bold).glyph(r), int(s.xs[i]), base, p[ink])
		shade := ink
		if l.Shade != None {
			shade = l.Shade
		}
		from, to := int(s.xs[i]), int(s.xs[i+1])
		under := base + s.size/5
		switch l.Under {
		case Straight:
			c.fill(from, under, to, under+thick, p[shade])
		case Dotted:
			for x := from; x < to; x++ {
				if x/(2*thick)%2 == 0 {
					c.fill(x, under, x+1, under+thick, p[shade])
				}
			}
		case Wavy:
			wave := max(4, s.size/3)
			for x := from; x < to; x++ {
				y := x % wave
				if y > wave/2 {
					y = wave - y
				}
				c.fill(x, under-wave/4+y, x+1, under-wave/4+y+thick, p[shade])
			}
		}
		if l.Cut {
			c.fill(from, base-s.size*3/8, to, base-s.size*3/8+thick, p[shade])
		}
	}
	for _, t := range s.ticks { // a small wedge that points at the place from below
		n := max(3, s.size/5)
		for k := range n {
			y := base + s.size/6 + k
			c.fill(int(t.x)-k, y, int(t.x)+k+1, y+1, p[t.shade])
		}
	}
}

func (s *strip) drawMargin(c *plate, p *palette) {
	f := faceOf(s.small, false)
	base := s.top + s.baseline
	if s.rule {
		y := s.top / 2
		c.fill(s.cols.text, y, s.w, y+1, p[Weak])
	}
	if s.label != "" {
		shade := s.shade
		if shade == None {
			shade = Weak
		}
		c.text(f, s.label, s.cols.label-f.textWidth(s.label), base, p[shade])
	}
	if s.number > 0 {
		t := strconv.Itoa(s.number)
		c.text(f, t, s.cols.number-f.textWidth(t), base, p[Weak])
	}
	sign := func(t string, r Role) {
		heavy := faceOf(s.small, true)
		c.text(heavy, t, s.cols.mark-heavy.textWidth(t), base, p[r])
	}
	switch {
	case s.marks&Warn != 0:
		sign("!", Wrong)
	case s.marks&Doubt != 0:
		sign("?", Caution)
	case s.marks&Junction != 0:
		sign("»", Weak)
	}
	if s.marks&Bar != 0 {
		w := max(2, s.size/8)
		c.fill(s.cols.text-2*w-1, s.top+1, s.cols.text-w-1, s.top+s.pitch-1, p[Accent])
	}
	if s.marks&Read != 0 {
		c.fill(0, s.top, s.cols.read, s.top+s.pitch, p[Good])
	}
}
