package story

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
)

// sheet is where the blocks of a printed page stand, and which text each stack of titles stands over: a column is
// lines of text one below the other with nothing in between; columns side by side that begin at one height are a
// group; the titles right above one of them stand over all of the group. Blocks count by their place among the
// teller's.
type sheet struct {
	box   []rect // of all lines of a block
	head  []rect // of the first line of a block
	size  []float64
	bold  []bool
	unit  []int // by block: the stack that a title stands in, -1
	units []rect
	group []int // by block of text: the group of its first line's column, -1
	over  []int // by group: the stack above it, -1
	how   []int // by group: how that is known
	above []int // by block: the block whose line stands next above its first line, -1
	below []int // by block: the block whose line stands next below its last line, -1
	em    float64
}

// How it is known which titles stand over a group.
const (
	untold  = iota // there are none above it
	distant        // others may be nearer to it, but stand further up
	right          // they stand right above one of its columns
	hows
)

// rect is a place on the page in points, by its edges.
type rect struct{ left, top, right, bottom float64 }

func (r rect) join(o rect) rect {
	if r == (rect{}) {
		return o
	}
	return rect{min(r.left, o.left), min(r.top, o.top), max(r.right, o.right), max(r.bottom, o.bottom)}
}

// shared is how much of the narrower one's width both have.
func (r rect) shared(o rect) float64 {
	return (min(r.right, o.right) - max(r.left, o.left)) / max(0.1, min(r.right-r.left, o.right-o.left))
}

// far is the way from one to the other; 0 where they touch.
func (r rect) far(o rect) float64 {
	x := max(0, r.left-o.right, o.left-r.right)
	y := max(0, r.top-o.bottom, o.top-r.bottom)
	return math.Hypot(x, y)
}

func rectOf(q *layout.Print) rect { return rect{q.Left, q.Top, q.Right, q.Bottom} }

// placed is a line of a block.
type placed struct {
	rect
	block, line int
	column      int // the line at the head of its column, as a place in the list
}

// What is how far apart, in em of the text.
const (
	columnLead  = 2.6 // lines of one column, at most
	rightAbove  = 7.0 // titles and the text right below them, with a credit in between
	stackLead   = 2.4 // lines of one stack, in em of the larger one
	sameHeight  = 0.9 // heads of columns side by side
	widestSpace = 3.5 // between columns side by side
	mostLooked  = 600 // lines that are looked at for one
)

// sheetOf finds where the blocks stand; nil where the page's source knows no places.
func sheetOf(r *read.Reading, bs []*read.Block) *sheet {
	prints := r.Page.Prints
	if prints == nil || len(bs) == 0 {
		return nil
	}
	n := len(bs)
	s := &sheet{box: make([]rect, n), head: make([]rect, n), size: make([]float64, n), bold: make([]bool, n), unit: make([]int, n), group: make([]int, n),
		above: make([]int, n), below: make([]int, n), em: max(1, r.Page.Body())}
	var lines []placed
	for i, b := range bs {
		s.unit[i], s.group[i], s.above[i], s.below[i] = -1, -1, -1, -1
		for _, run := range b.Runs {
			for k := run.From; k < run.To; k++ {
				at := rectOf(&prints[k])
				s.box[i] = s.box[i].join(at)
				lines = append(lines, placed{at, i, k, -1})
			}
		}
		first := &prints[b.First()]
		s.head[i], s.size[i], s.bold[i] = rectOf(first), first.Size, first.Bold
	}
	slices.SortStableFunc(lines, func(a, b placed) int { return cmp.Compare(a.top, b.top) })
	s.stacks(bs)
	s.columns(bs, lines)
	return s
}

// stacks puts titles together that stand one below the other.
func (s *sheet) stacks(bs []*read.Block) {
	for i, b := range bs {
		if !b.Role.Title() {
			continue
		}
		best, nearest := -1, math.Inf(1)
		for j := i - 1; j >= 0; j-- {
			if !bs[j].Role.Title() {
				continue
			}
			lead := math.Abs(s.box[i].top+s.box[i].bottom-s.box[j].top-s.box[j].bottom) / 2
			if lead < stackLead*s.em*max(s.size[i], s.size[j]) && s.box[i].shared(s.box[j]) > 0.3 && lead < nearest {
				best, nearest = s.unit[j], lead
			}
		}
		if best < 0 {
			best = len(s.units)
			s.units = append(s.units, rect{})
		}
		s.unit[i] = best
		s.units[best] = s.units[best].join(s.box[i])
	}
}

// columns finds the columns, their groups, and the titles over each.
func (s *sheet) columns(bs []*read.Block, lines []placed) {
	first, last := make([]int, len(bs)), make([]int, len(bs))
	for k := range lines {
		if b := bs[lines[k].block]; lines[k].line == b.First() {
			first[lines[k].block] = k
		}
		if b := bs[lines[k].block]; lines[k].line == b.Last() {
			last[lines[k].block] = k
		}
	}
	type column struct {
		rect
		cover, how int
	}
	var columns []column
	for k := range lines {
		l := &lines[k]
		up := s.next(lines, k, -1)
		if first[l.block] == k && up >= 0 {
			s.above[l.block] = lines[up].block
		}
		if !bs[l.block].Role.Body() {
			continue
		}
		if up >= 0 && bs[lines[up].block].Role.Body() && lines[up].column >= 0 && l.top-lines[up].top < columnLead*s.em {
			l.column = lines[up].column
			c := &columns[l.column]
			c.rect = c.join(l.rect)
			l.left, l.right = c.left, c.right // the last line of a paragraph may be short
			continue
		}
		l.column = len(columns)
		c := column{l.rect, -1, untold}
		for c.cover < 0 && up >= 0 && k-up < mostLooked {
			if b := bs[lines[up].block]; b.Role.Title() {
				c.cover, c.how = s.unit[lines[up].block], distant
				if l.top-lines[up].bottom < rightAbove*s.em {
					c.how = right
				}
			} else if b.Role.Body() && c.how == untold {
				c.how = distant
			}
			up = s.next(lines, up, -1)
		}
		if c.cover < 0 {
			c.how = untold
		} else if c.how == right && s.between(bs, lines, k, c.cover) {
			c.how = distant
		}
		columns = append(columns, c)
	}
	for i := range bs {
		if down := s.next(lines, last[i], 1); down >= 0 {
			s.below[i] = lines[down].block
		}
	}
	order := make([]int, len(columns))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(columns[a].left, columns[b].left) })
	group := make([]int, len(columns))
	for k := range group {
		group[k] = -1
	}
	for q, k := range order {
		c := &columns[k]
		for p := q - 1; p >= 0 && group[k] < 0; p-- {
			d := &columns[order[p]]
			gap := c.left - d.right
			if gap < -0.5*s.em || gap > widestSpace*s.em || math.Abs(c.top-d.top) > sameHeight*s.em {
				continue
			}
			g := group[order[p]]
			if c.how == right && s.how[g] == right && s.over[g] != c.cover {
				continue
			}
			group[k] = g
			if c.how > s.how[g] {
				s.over[g], s.how[g] = c.cover, c.how
			}
		}
		if group[k] < 0 {
			group[k] = len(s.over)
			s.over, s.how = append(s.over, c.cover), append(s.how, c.how)
		}
	}
	for i, b := range bs {
		if b.Role.Body() {
			s.group[i] = group[lines[first[i]].column]
		}
	}
}

// between says whether text stands between the head of a column and the titles above it.
func (s *sheet) between(bs []*read.Block, lines []placed, k, unit int) bool {
	for up := s.next(lines, k, -1); up >= 0; up = s.next(lines, up, -1) {
		if b := bs[lines[up].block]; b.Role.Title() {
			return s.unit[lines[up].block] != unit
		} else if b.Role.Body() {
			return true
		}
	}
	return false
}

// next is the line next above (by is -1) or below line k that has half of the narrower one's width with it; -1 for none.
func (s *sheet) next(lines []placed, k, by int) int {
	best := -1
	for j, n := k+by, 0; j >= 0 && j < len(lines) && n < mostLooked; j, n = j+by, n+1 {
		l, m := &lines[k], &lines[j]
		if by < 0 && best >= 0 && m.bottom < lines[best].top-20*s.em || by > 0 && best >= 0 && m.top > lines[best].bottom {
			break
		}
		if l.shared(m.rect) < 0.5 {
			continue
		}
		if mid := (m.top + m.bottom) / 2; by < 0 && mid > l.top || by > 0 && mid < l.bottom {
			continue
		}
		if best < 0 || by < 0 && m.bottom > lines[best].bottom || by > 0 && m.top < lines[best].top {
			best = j
		}
	}
	return best
}

// cover is the stack that stands over a block of text, and how that is known.
func (s *sheet) cover(i int) (unit, how int) {
	if g := s.group[i]; g >= 0 {
		return s.over[g], s.how[g]
	}
	return -1, untold
}
