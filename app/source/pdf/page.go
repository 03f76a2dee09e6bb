package pdf

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

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

// read reads page n, from 0.
func (r *reader) read(n int) (p sheet.Page, err error) {
	p.Number = n + 1
	loaded, err := r.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.doc, Index: n})
	if err != nil {
		return p, err
	}
	ref := requests.Page{ByReference: &loaded.Page}
	defer func() {
		if r.in != nil {
			r.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
		}
	}()
	turn, err := r.turn(loaded.Page, ref)
	if err != nil {
		return p, err
	}
	p.W, p.H = turn.size()
	text, err := r.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return p, err
	}
	defer func() {
		if r.in != nil {
			r.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
		}
	}()
	count, err := r.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return p, err
	}
	if count.Count > mostChars {
		return p, ErrVast
	}
	got, err := r.in.GetPageTextStructured(&requests.GetPageTextStructured{Page: ref, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true})
	if err != nil {
		return p, err
	}
	s := setting{page: &p}
	for k, c := range got.Chars {
		q := c.PointPosition
		cell := q
		if c.Text != "" && !blank([]rune(c.Text)[0]) {
			if b, err := r.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: k}); err == nil {
				cell.Left, cell.Right, cell.Bottom, cell.Top = float64(b.Rect.Left), float64(b.Rect.Right), float64(b.Rect.Bottom), float64(b.Rect.Top)
			}
			if size := sizeOf(c); q.Right-q.Left < 0.02*size || q.Top-q.Bottom < 0.02*size {
				q = cell // the face is not embedded and has no such letter here: its em tells where it stands
			}
		}
		for _, one := range c.Text {
			switch {
			case blank(one):
				// those that PDFium puts into gaps have no width
				s.white((one == ' ' || one == '\u3000' || one == '\u00A0') && q.Right-q.Left > 0.01)
				continue
			case one == 0xFFFE || one == 2: // a hyphen at a line's end, as PDFium marks it
				one = '-'
			case one < ' ':
				one = '\uFFFD'
			}
			l := letter{Char: sheet.Char{Rune: one, Box: turn.box(q.Left, q.Bottom, q.Right, q.Top)}}
			if f := c.FontInformation; f != nil {
				l.size, l.bold = f.RenderedSize, f.Weight >= 600 || heavy(f.Name)
			}
			l.base = l.Box.Y + l.Box.H
			at := turn.box(cell.Left, cell.Bottom, cell.Right, cell.Top)
			l.lo, l.hi = at.X, at.X+at.W
			s.put(l)
		}
	}
	s.finish()
	return p, nil
}

func sizeOf(c *responses.GetPageTextStructuredChar) float64 {
	if c.FontInformation == nil {
		return 1
	}
	return c.FontInformation.RenderedSize
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

func (r *reader) turn(page references.FPDF_PAGE, ref requests.Page) (t turning, err error) {
	rot, err := r.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref})
	if err != nil {
		return t, err
	}
	t.quarters = int(rot.PageRotation) & 3
	b, err := r.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: ref})
	if err != nil {
		return t, err
	}
	t.left, t.right = float64(b.Rect.Left), float64(b.Rect.Right)
	t.bottom, t.top = float64(b.Rect.Bottom), float64(b.Rect.Top)
	if t.bottom > t.top {
		t.bottom, t.top = t.top, t.bottom
	}
	return t, nil
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
