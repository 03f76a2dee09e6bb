package layout

import "math"

// Chinese papers were long set from the top down, in columns from right to left. Turned by a quarter to the left such a
// page is one of lines from left to right, and is read as that.

// A line is set from the top down where it has so many characters at least, and is so many times as high as wide.
const (
	fewestDown = 3
	highAsWide = 2
)

// vertical says whether most text of the page is set from the top down.
func (p *Page) vertical() bool {
	down, across := 0, 0
	for i := range p.Prints {
		n, q := len(p.Lines[i].Text), &p.Prints[i]
		switch w, h := q.Right-q.Left, q.Bottom-q.Top; {
		case n < fewestDown:
		case h > highAsWide*w:
			down += n
		default:
			across += n
		}
	}
	return down > across
}

// lay turns the page by a quarter to the left.
func (p *Page) lay() {
	right := math.Inf(-1)
	for i := range p.Prints {
		right = max(right, p.Prints[i].Right)
	}
	for i := range p.Prints {
		q := &p.Prints[i]
		q.Left, q.Top, q.Right, q.Bottom = q.Top, right-q.Right, q.Bottom, right-q.Left
	}
}
