package scan

import (
	"cmp"
	"image"
	"image/draw"
	"slices"
)

// ink is what is black on a page, in cells of some pixels: with a tenth of the height of its text a side, characters in
// large type are one piece of black or a few.
type ink struct {
	cell  int
	width int
	black []bool // by cell, row by row
}

const (
	cellsHigh = 10 // cells that a line of text is high
	cellBlack = 4  // of a cell's pixels one in so many is black, at least
)

// grey is a page in shades of grey. It keeps the page where that is grey.
func grey(page image.Image) *image.Gray {
	b := page.Bounds()
	switch p := page.(type) {
	case *image.Gray:
		return p
	case *image.YCbCr:
		return &image.Gray{Pix: p.Y, Stride: p.YStride, Rect: b}
	}
	g := image.NewGray(b)
	draw.Draw(g, b, page, b.Min, draw.Src)
	return g
}

// inkOf finds the black of a page whose text is so many pixels high. Linear in the pixels.
func inkOf(page *image.Gray, high int) ink {
	c := max(1, high/cellsHigh)
	b := page.Bounds()
	n := ink{cell: c, width: b.Dx() / c}
	rows := b.Dy() / c
	n.black = make([]bool, n.width*rows)
	count := make([]int, n.width)
	for y := range rows {
		clear(count)
		for k := range c {
			row := page.Pix[(y*c+k)*page.Stride:]
			for x := range n.width {
				for _, v := range row[x*c : x*c+c] {
					if v < dark {
						count[x]++
					}
				}
			}
		}
		for x, v := range count {
			n.black[y*n.width+x] = v*cellBlack >= c*c
		}
	}
	return n
}

// pieces are the boxes of what is black together, in pixels from the page's corner. Linear in the cells.
func (n ink) pieces() (all []image.Rectangle) {
	seen := make([]bool, len(n.black))
	var todo []int
	for at := range n.black {
		if !n.black[at] || seen[at] {
			continue
		}
		seen[at] = true
		todo = append(todo[:0], at)
		box := image.Rectangle{}
		for len(todo) > 0 {
			k := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			x, y := k%n.width, k/n.width
			box = box.Union(image.Rect(x, y, x+1, y+1))
			for v := max(0, y-1); v <= y+1 && v*n.width < len(n.black); v++ {
				for u := max(0, x-1); u <= min(n.width-1, x+1); u++ {
					if o := v*n.width + u; n.black[o] && !seen[o] {
						seen[o] = true
						todo = append(todo, o)
					}
				}
			}
		}
		all = append(all, image.Rectangle{box.Min.Mul(n.cell), box.Max.Mul(n.cell)})
	}
	slices.SortStableFunc(all, func(a, b image.Rectangle) int { return cmp.Compare(a.Min.X, b.Min.X) })
	return all
}
