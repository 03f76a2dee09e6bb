package layout

import (
	"math"

	"qingyang/app/source"
)

// Chinese papers were long set from the top down, in columns from right to left. Turned by a quarter to the left such a
// page is one of lines from left to right, and is read as that.

// vertical says whether most text of the page is set from the top down. Lines of one or two characters show nothing.
func (p *Page) vertical() bool {
	down, across := 0, 0
	for i := range p.Prints {
		n, q := len(p.Lines[i].Text), &p.Prints[i]
		switch {
		case n < 3:
		case source.Box{W: q.Right - q.Left, H: q.Bottom - q.Top}.Down(n):
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
