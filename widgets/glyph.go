package widgets

import (
	"image"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"qingyang/fonts"
)

// glyph is a character of one font at one size: how much of each pixel it covers, and where the
// mask lies from the pen's place on the baseline. All lengths are device pixels.
type glyph struct {
	mask      []uint8
	w, h      int
	left, top int
	adv       int
}

// face is one font at one size, with the glyphs that were drawn with it.
type face struct {
	size   int // em, device pixels
	face   font.Face
	font   *sfnt.Font
	buf    sfnt.Buffer
	glyphs map[rune]*glyph
	advs   map[rune]int
}

type faceKey struct {
	size int
	bold bool
}

// faces are all faces in use, for every widget: they share their glyphs. Only the window's goroutine
// touches it.
var faces = map[faceKey]*face{}

// maxFaces bounds the cache: zooming through many sizes begins anew.
const maxFaces = 32

var (
	regular = sync.OnceValue(func() *sfnt.Font { return parse(fonts.Regular) })
	bold    = sync.OnceValue(func() *sfnt.Font { return parse(fonts.Bold) })
)

// parse reads the head of a font; it costs 0.2 ms and copies nothing.
func parse(ttf []byte) *sfnt.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic("widgets: the embedded font is no font: " + err.Error())
	}
	return f
}

// faceOf is the font at a size of device pixels.
func faceOf(size int, heavy bool) *face {
	key := faceKey{max(size, 4), heavy}
	if f := faces[key]; f != nil {
		return f
	}
	if len(faces) >= maxFaces {
		clear(faces)
	}
	f := &face{size: key.size, font: regular(), glyphs: map[rune]*glyph{}, advs: map[rune]int{}}
	if heavy {
		f.font = bold()
	}
	of, err := opentype.NewFace(f.font, &opentype.FaceOptions{Size: float64(key.size), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic("widgets: " + err.Error())
	}
	f.face = of
	faces[key] = f
	return f
}

// advance is how far the pen goes on behind r, in device pixels.
func (f *face) advance(r rune) int {
	if r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r == 0x3000 {
		return f.size
	}
	if a, ok := f.advs[r]; ok {
		return a
	}
	a := f.measure(r)
	f.advs[r] = a
	return a
}

func (f *face) measure(r rune) int {
	switch {
	case takesNoRoom(r):
		return 0
	case isHidden(r):
		return max(f.size/4, 2)
	}
	if i, err := f.font.GlyphIndex(&f.buf, r); err == nil && i != 0 {
		a, err := f.font.GlyphAdvance(&f.buf, i, fixed.I(f.size), font.HintingNone)
		if err == nil {
			return a.Round()
		}
	}
	return f.size
}

// glyph draws r once; later calls find it. A character that the font lacks, or that cannot be seen,
// becomes a box with its number.
func (f *face) glyph(r rune) *glyph {
	if g := f.glyphs[r]; g != nil {
		return g
	}
	g := f.draw(r)
	f.glyphs[r] = g
	return g
}

func (f *face) draw(r rune) *glyph {
	adv := f.advance(r)
	if r == ' ' || r == 0xA0 || r == 0x3000 || takesNoRoom(r) {
		return &glyph{adv: adv}
	}
	if isHidden(r) {
		return f.sliver(adv)
	}
	if i, err := f.font.GlyphIndex(&f.buf, r); err != nil || i == 0 {
		return f.box(r)
	}
	at, mask, from, _, ok := f.face.Glyph(fixed.Point26_6{}, r)
	alpha, is := mask.(*image.Alpha)
	if !ok || !is {
		return &glyph{adv: adv}
	}
	g := &glyph{w: at.Dx(), h: at.Dy(), left: at.Min.X, top: at.Min.Y, adv: adv}
	g.mask = make([]uint8, g.w*g.h)
	for y := range g.h {
		copy(g.mask[y*g.w:(y+1)*g.w], alpha.Pix[alpha.PixOffset(from.X, from.Y+y):])
	}
	return g
}

// sliver stands for a character that takes room but cannot be seen, so that it is not overlooked.
func (f *face) sliver(adv int) *glyph {
	g := &glyph{w: max(adv/2, 1), h: f.size * 3 / 4, left: adv / 4, top: -f.size * 3 / 4, adv: adv}
	g.mask = make([]uint8, g.w*g.h)
	for i := range g.mask {
		if (i/g.w)%3 != 2 {
			g.mask[i] = 150
		}
	}
	return g
}

// box is a frame of one em with the number of a character in it, in two rows of hexadecimal digits.
func (f *face) box(r rune) *glyph {
	n := f.size
	g := &glyph{w: n, h: n, top: -n * 7 / 8, adv: n}
	g.mask = make([]uint8, n*n)
	for i := range n {
		for _, at := range []int{i, (n-1)*n + i, i * n, i*n + n - 1} {
			g.mask[at] = 160
		}
	}
	const digits = "0123456789ABCDEF"
	var hex []rune
	for shift := 20; shift >= 0; shift -= 4 {
		if d := r >> shift & 15; d != 0 || len(hex) > 0 || shift < 16 {
			hex = append(hex, rune(digits[d]))
		}
	}
	small := faceOf(max(n*2/5, 5), false)
	perRow := (len(hex) + 1) / 2
	for i, d := range hex {
		dg := small.glyph(d)
		x := n/2 - perRow*small.advance('0')/2 + i%perRow*small.advance('0') + dg.left
		y := n*(i/perRow*2+1)/4 + small.size*3/8 + dg.top
		for row := range dg.h {
			for col := range dg.w {
				if px, py := x+col, y+row; px > 0 && px < n-1 && py > 0 && py < n-1 {
					g.mask[py*n+px] = max(g.mask[py*n+px], dg.mask[row*dg.w+col])
				}
			}
		}
	}
	return g
}

// takesNoRoom says whether r joins the character before it.
func takesNoRoom(r rune) bool {
	return r >= 0x300 && r <= 0x36F || r == 0x200D || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// isHidden says whether r takes no room in print, but should be seen by who edits the text.
func isHidden(r rune) bool {
	return r < 0x20 && r != '\t' || r >= 0x7F && r < 0xA0 || r == 0xAD || r >= 0x200B && r <= 0x200F ||
		r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r == 0xFEFF
}

// textWidth is the width of s in device pixels.
func (f *face) textWidth(s string) int {
	w := 0
	for _, r := range s {
		w += f.advance(r)
	}
	return w
}

func round(x float32) int { return int(math.Round(float64(x))) }
