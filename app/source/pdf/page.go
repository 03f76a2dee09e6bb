package pdf

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"unicode/utf8"

	"qingyang/app/source/sheet"
)

// mostChars is how many characters a page may have; a broadsheet in small type has 30,000.
const mostChars = 300_000

// letter is a printed character, upright on the page.
type letter struct {
	sheet.Char
	size float64
	bold bool
	base float64
	lo   float64 // its em cell, from left to right: the black and the white that the face has on both sides
	hi   float64
}

// set reads page n, from 0, as it was set.
func (r *reader) set(n int) (p sheet.Page, err error) {
	p.Number = n + 1
	g := r.guest
	page := g.call("FPDF_LoadPage", r.doc, uint64(n))
	if page == 0 {
		return p, errors.Join(ErrBroken, g.err)
	}
	defer g.call("FPDF_ClosePage", page)
	turn := g.turn(page)
	p.W, p.H = turn.size()
	text := g.call("FPDFText_LoadPage", page)
	if text == 0 {
		return p, errors.Join(ErrBroken, g.err)
	}
	defer g.call("FPDFText_ClosePage", text)
	count := int(int32(g.call("FPDFText_CountChars", text)))
	if count > mostChars {
		return p, ErrVast
	}
	of, all, space := face{}, make([]placed, 0, count), false
	for k := range count {
		at := uint64(k)
		one := rune(g.call("FPDFText_GetUnicode", text, at))
		switch one {
		case 0, '\r', '\n': // PDFium's own ends of lines
			continue
		case 0xFFFE, 2: // a hyphen at a line's end, as PDFium marks it
			one = '-'
		}
		q := g.ink(text, at)
		if blank(one) {
			// those that PDFium puts into gaps have no width
			space = space || (one == ' ' || one == '\u3000' || one == '\u00A0') && q.right-q.left > 0.01
			continue
		}
		if one < ' ' || !utf8.ValidRune(one) {
			one = '\uFFFD'
		}
		cell, ok := g.cell(text, at)
		of.look(g, text, at, cell)
		switch {
		case !ok:
			cell = q
		case q.right-q.left < 0.02*of.size || q.top-q.bottom < 0.02*of.size:
			q = cell // the face is not embedded and has no such letter here: its em tells where it stands
		}
		l := letter{Char: sheet.Char{Rune: one, Box: turn.box(q.left, q.bottom, q.right, q.top)}, size: of.size, bold: of.bold}
		all = append(all, placed{l, turn.box(cell.left, cell.bottom, cell.right, cell.top), space})
		space = false
	}
	if g.err != nil {
		return p, g.err
	}
	lines(&p, all)
	return p, nil
}

// edges are those of a rectangle in the page's own space.
type edges struct{ left, bottom, right, top float64 }

// ink is where the black of a character is.
func (g *guest) ink(text, at uint64) edges {
	to := uint64(g.scratch)
	if g.call("FPDFText_GetCharBox", text, at, to, to+8, to+16, to+24)&math.MaxUint32 == 0 {
		return edges{}
	}
	v := g.doubles()
	return edges{left: v[0], right: v[1], bottom: v[2], top: v[3]}
}

// cell is the em of a character.
func (g *guest) cell(text, at uint64) (e edges, ok bool) {
	if g.call("FPDFText_GetLooseCharBox", text, at, uint64(g.scratch))&math.MaxUint32 == 0 {
		return e, false
	}
	v := g.floats()
	return edges{left: v[0], top: v[1], right: v[2], bottom: v[3]}, true
}

// face is what a character is set in. The characters of one piece of text have the same one: PDFium is asked again where
// another piece begins, and where their cells show that the same piece is drawn in another size.
type face struct {
	object     uint64
	wide, high float64 // the cell of its last character
	size       float64
	bold       bool
}

func (f *face) look(g *guest, text, at uint64, cell edges) {
	object := g.call("FPDFText_GetTextObject", text, at)
	wide, high := cell.right-cell.left, cell.top-cell.bottom
	same := object == f.object && object != 0
	alike := near(high, f.high, 1e-3*f.high) || near(wide, f.wide, 1e-3*f.wide) // turned text has its em across
	f.wide, f.high = wide, high
	if same && alike {
		return
	}
	f.object = object
	f.size = math.Float64frombits(g.call("FPDFText_GetFontSize", text, at))
	if g.call("FPDFText_GetMatrix", text, at, uint64(g.scratch))&math.MaxUint32 != 0 {
		m := g.floats() // a b c d e f of ISO 32000-1, 8.3.3
		f.size *= math.Hypot(m[2], m[3])
	}
	if !same {
		weight := int32(g.call("FPDFText_GetFontWeight", text, at))
		f.bold = weight >= 600 || heavy(g.fontName(text, at))
	}
}

func (g *guest) fontName(text, at uint64) string {
	n := uint32(g.call("FPDFText_GetFontInfo", text, at, uint64(g.scratch), scratchSize, 0))
	if n == 0 || n > scratchSize {
		return ""
	}
	return string(bytes.TrimRight(g.found(n), "\x00"))
}

func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', '\u00A0', '\u3000', 0:
		return true
	}
	return r >= 0x2000 && r <= 0x200B || r == 0xFEFF
}

// heavy says whether the name of a face is that of a bold one.
func heavy(name string) bool {
	name = strings.ToLower(name)
	for _, w := range []string{"bold", "heavy", "black", "semibold", "demi", "粗", "dahei", "cuhei", "xiaobiaosong", "dabiaosong"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// turning brings places of a page to those that a reader sees: from the upper left corner, turned.
type turning struct {
	left, bottom, right, top float64 // of what is shown, in the page's own space
	quarters                 int     // clockwise
}

func (g *guest) turn(page uint64) (t turning) {
	t.quarters = int(g.call("FPDFPage_GetRotation", page)) & 3
	if g.call("FPDF_GetPageBoundingBox", page, uint64(g.scratch))&math.MaxUint32 != 0 {
		v := g.floats()
		t.left, t.top, t.right, t.bottom = v[0], v[1], v[2], v[3]
	}
	if t.bottom > t.top {
		t.bottom, t.top = t.top, t.bottom
	}
	return t
}

func (t turning) size() (w, h float64) {
	if t.quarters&1 == 1 {
		return t.top - t.bottom, t.right - t.left
	}
	return t.right - t.left, t.top - t.bottom
}

func (t turning) box(left, bottom, right, top float64) sheet.Box {
	switch t.quarters {
	case 1:
		return sheet.Corners(bottom-t.bottom, left-t.left, top-t.bottom, right-t.left)
	case 2:
		return sheet.Corners(t.right-right, bottom-t.bottom, t.right-left, top-t.bottom)
	case 3:
		return sheet.Corners(t.top-top, t.right-right, t.top-bottom, t.right-left)
	}
	return sheet.Corners(left-t.left, t.top-top, right-t.left, t.top-bottom)
}

func middle(b sheet.Box) (x, y float64) { return b.X + b.W/2, b.Y + b.H/2 }

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }
