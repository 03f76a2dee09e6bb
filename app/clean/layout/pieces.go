package layout

import (
	"math"

	"qingyang/app/script"
)

// piece is lines that stand one below the other, in the order of the file.
type piece struct {
	lines       []int // of the page
	body        bool
	left, right float64 // edges of its column
	top, bottom float64
	head, tail  []rune // the text of its first and last row
	opens       int8   // its first line: 1 is indented, -1 is flush left, 0 says nothing
	ends        int8   // its last line: 1 ends no sentence and is full, -1 ends one before its column does, 0 says nothing
}

// pieces cuts the order of the file where a line does not stand under the one before, or is of another size.
func (p *Page) pieces(order []int) []piece {
	var ps []piece
	for k, i := range order {
		if k > 0 {
			a, b := &p.Prints[order[k-1]], &p.Prints[i]
			if under(a, b, p.body) && same(a.Size, b.Size) && b.middle()-a.middle() < 1.9*p.body*b.Size && math.Abs(a.Left-b.Left) < 4.5*p.body*b.Size {
				last := &ps[len(ps)-1]
				last.lines = append(last.lines, i)
				continue
			}
		}
		ps = append(ps, piece{lines: []int{i}})
	}
	for k := range ps {
		c := &ps[k]
		c.left, c.right, c.top, c.bottom = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
		for _, i := range c.lines {
			q := &p.Prints[i]
			c.left, c.right, c.top, c.bottom = min(c.left, q.Left), max(c.right, q.Right), min(c.top, q.Top), max(c.bottom, q.Bottom)
		}
		c.body = p.worded(c.lines)
	}
	plain := make([]bool, len(ps)) // a line or two without marks, which may be of text
	for k := range ps {
		c := &ps[k]
		plain[k] = !c.body && len(c.lines) < 3 && p.plain(c.lines)
	}
	own := make([][2]float64, len(ps))
	indents, paragraphs := 0, 0
	for k := range ps {
		c := &ps[k]
		own[k] = [2]float64{c.left, c.right}
		if (c.body || plain[k]) && len(c.lines) < 3 {
			if own[k], c.body = p.column(ps, c, nearColumn); !c.body { // in a narrow row of stories nothing else of it may stand
				own[k], c.body = p.column(ps, c, math.Inf(1))
			}
			if plain[k] && p.Prints[c.lines[len(c.lines)-1]].Right < own[k][1]-1.1*p.body {
				c.body = false
			}
		}
	}
	em := p.body
	for k := range ps {
		c := &ps[k]
		c.left, c.right = own[k][0], own[k][1]
		for n, i := range c.lines {
			stop, _ := Ending(p.Lines[i].Text)
			if c.body && stop && c.right-p.Prints[i].Right > 1.6*em && n+1 < len(c.lines) {
				paragraphs++
				if p.Prints[c.lines[n+1]].Left-c.left > 1.4*em {
					indents++
				}
			}
		}
	}
	for k := range ps {
		c := &ps[k]
		first, last := c.lines[0], c.lines[len(c.lines)-1]
		for last+1 < len(p.Lines) && p.Lines[last+1].Cut { // the last piece of its row
			last++
		}
		c.head, c.tail = p.Lines[first].Text, p.Lines[last].Text
		if c.right-c.left < 4*em {
			continue
		}
		switch d := p.Prints[first].Left - c.left; {
		case d > 1.4*em:
			c.opens = 1
		case d < 0.7*em && indents*10 > paragraphs*7:
			c.opens = -1
		}
		stop, _ := Ending(c.tail)
		room := c.right - p.Prints[c.lines[len(c.lines)-1]].Right
		switch {
		case !stop && room < 1.1*em:
			c.ends = 1
		case stop && room > 1.7*em:
			c.ends = -1
		}
	}
	return ps
}

// fewestPlain is how many characters lines without a mark have at least that may be of text: where they fill a column.
const fewestPlain = 8

// plain says whether lines have the size and the weight of text, and no marks.
func (p *Page) plain(lines []int) bool {
	n := 0
	for _, i := range lines {
		if q := &p.Prints[i]; !same(q.Size, 1) || q.Bold {
			return false
		}
		n += len(p.Lines[i].Text)
	}
	return n >= fewestPlain*len(lines)
}

// worded says whether lines are of text: of its size and weight, with marks as sentences have them.
func (p *Page) worded(lines []int) bool {
	marks, letters := 0, 0
	for _, i := range lines {
		if q := &p.Prints[i]; !same(q.Size, 1) || q.Bold {
			return false
		}
		for _, r := range p.Lines[i].Text {
			letters++
			if script.IsStop(r) || script.IsPause(r) {
				marks++
			}
		}
	}
	return marks > 0 && letters < 60*marks
}

// nearColumn is how far up and down the page pieces show first where the edges of a column are, in em.
const nearColumn = 8

// column is the edges of the column that a short piece stands in, by the pieces above and below it, no farther than some
// em; known says that a long one is among them.
func (p *Page) column(ps []piece, c *piece, far float64) (edges [2]float64, known bool) {
	edges = [2]float64{c.left, c.right}
	size := p.Prints[c.lines[0]].Size
	for k := range ps {
		o := &ps[k]
		if !same(p.Prints[o.lines[0]].Size, size) || o.top-c.bottom > far*p.body || c.top-o.bottom > far*p.body {
			continue
		}
		if math.Abs(o.left-c.left) < 2.6*p.body && o.left < c.right && o.right > c.left {
			edges[0], edges[1] = min(edges[0], o.left), max(edges[1], o.right)
			known = known || len(o.lines) > 2
		}
	}
	return edges, known
}
