// Package sheet holds what a reader of printed pages finds: lines of characters with their places on the
// page, before they become the text of a raw page.
//
// It knows no file formats (rooms ocr and pdf do) and decides nothing about what a line is. Start reading at
// Page, then Line.Text, which says where white space stands.
package sheet

import "math"

// Page is a printed page. Lengths are in points from its upper left corner.
type Page struct {
	Number int     // of the page in its file, from 1
	W, H   float64 // 0 where nothing is known
	DPI    float64 // pixels an inch of the picture that the file counts in; 0 where it counts in no pixels
	Image  string  // the picture of the page, as the file names it; "" for none
	Lines  []Line
	Cut    bool // the file broke off on this page
}

// Line is a line of type, in the order of the file.
type Line struct {
	Box   Box
	Chars []Char
	Size  float64 // of its type; 0 where the file does not say: Measure finds it from the boxes
	Bold  bool
	Zone  int // the number of its zone on the page, from 1; 0 where the file has none
	Says  Kind
	Opens bool // the file begins a paragraph here
}

// Char is a printed character.
type Char struct {
	Rune  rune
	Box   Box   // zero where only that of its word or line is known
	Doubt uint8 // how unsure the reading machine was, in per cent; 0 where it was sure or does not say
	Other rune  // what the machine would have read instead; 0 where it does not say
	Space bool  // white stands before it
}

// Kind is what a file says that a zone is. It is often wrong.
type Kind uint8

// The kinds of zones.
const (
	Unsaid Kind = iota
	Text
	Title
	Caption
	Margin // running heads, folios, adverts
	Credit
	Cell // of a table
)

// Box is a rectangle from its upper left corner.
type Box struct{ X, Y, W, H float64 }

// Zero says whether nothing is known.
func (b Box) Zero() bool { return b == Box{} }

// Join is the smallest box around both; a zero one does not count.
func (b Box) Join(c Box) Box {
	switch {
	case b.Zero():
		return c
	case c.Zero():
		return b
	}
	x, y := min(b.X, c.X), min(b.Y, c.Y)
	return Box{x, y, max(b.X+b.W, c.X+c.W) - x, max(b.Y+b.H, c.Y+c.H) - y}
}

// Corners is the box between two corners, whichever is which; what is no number is zero.
func Corners(x0, y0, x1, y1 float64) Box {
	for _, v := range []float64{x0, y0, x1, y1} {
		if math.IsNaN(v) || math.Abs(v) > 1e7 {
			return Box{}
		}
	}
	return Box{min(x0, x1), min(y0, y1), math.Abs(x1 - x0), math.Abs(y1 - y0)}
}

// Scale multiplies all lengths of the page, the sizes of type left out: those are in points in every format.
func (p *Page) Scale(by float64) {
	if by <= 0 || by == 1 || math.IsInf(by, 0) || math.IsNaN(by) {
		return
	}
	p.W, p.H = p.W*by, p.H*by
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Box = l.Box.times(by)
		for k := range l.Chars {
			l.Chars[k].Box = l.Chars[k].Box.times(by)
		}
	}
}

func (b Box) times(by float64) Box { return Box{b.X * by, b.Y * by, b.W * by, b.H * by} }
