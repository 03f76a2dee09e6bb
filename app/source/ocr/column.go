package ocr

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/source/sheet"
)

// A reading machine that misses a gutter makes one line of two that stand side by side. Where other lines end before the
// white in it and others begin behind it, it is two again.
const (
	leastGutter = 0.9 // em of white
	edgeAway    = 0.6 // em that edges of lines of a column differ by
	edgeMarks   = 1.3 // em that right edges do: marks hang out, and are white in part
	nearEdge    = 7   // em up and down that lines tell of a column
	nextLine    = 2   // em up or down that the next line stands, at most
	mostEdges   = 160 // lines so near that are looked at
	fewestEdges = 2   // that must end before the white, and begin behind it
	longPart    = 6   // em that the longer part has at least
)

// columns cuts lines that stand in two columns. n log n in the lines.
func columns(p *sheet.Page) {
	s := setOf(p)
	cuts := map[int][]int{}
	for k, i := range s.high {
		l := &p.Lines[i]
		for _, n := range gutters(l) {
			left, right := l.Chars[n-1].Box.X+l.Chars[n-1].Box.W, l.Chars[n].Box.X
			if max(left-l.Box.X, l.Box.X+l.Box.W-right) < longPart*l.Size {
				continue
			}
			if width, _ := s.gutter(k, l.Box, left, right); width > leastGutter*l.Size {
				cuts[i] = append(cuts[i], n)
			}
		}
	}
	if len(cuts) == 0 {
		return
	}
	all := make([]sheet.Line, 0, len(p.Lines)+len(cuts))
	for i := range p.Lines {
		l, from := p.Lines[i], 0
		for _, n := range append(cuts[i], len(l.Chars)) {
			part := l
			part.Chars = l.Chars[from:n:n]
			if len(cuts[i]) > 0 {
				part.Box = sheet.Box{}
				for k := range part.Chars {
					part.Box = part.Box.Join(part.Chars[k].Box)
				}
				part.Chars[0].Space = false
				part.Opens = l.Opens && from == 0
			}
			all = append(all, part)
			from = n
		}
	}
	p.Lines = all
}

// gutters are the characters of a line before which it has white as wide as a gutter.
func gutters(l *sheet.Line) (at []int) {
	for k := 1; k < len(l.Chars); k++ {
		if a, b := l.Chars[k-1].Box, l.Chars[k].Box; !a.Zero() && !b.Zero() && b.X-a.X-a.W > leastGutter*l.Size {
			at = append(at, k)
		}
	}
	return at
}

// set is the level lines of a page, from its head to its foot.
type set struct {
	lines []sheet.Line
	high  []int   // by their middles
	usual float64 // size of most
}

func setOf(p *sheet.Page) set {
	s := set{lines: p.Lines, high: make([]int, 0, len(p.Lines))}
	var sizes []float64
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Size > 0 && !l.Box.Zero() && !l.Upright() && len(l.Chars) > 0 {
			s.high, sizes = append(s.high, i), append(sizes, l.Size)
		}
	}
	if slices.Sort(sizes); len(sizes) > 0 {
		s.usual = sizes[len(sizes)/2]
	}
	slices.SortStableFunc(s.high, func(i, j int) int { return cmp.Compare(middle(&p.Lines[i]), middle(&p.Lines[j])) })
	return s
}

func middle(l *sheet.Line) float64 { return l.Box.Y + l.Box.H/2 }

// gutter is the width of the gutter that white from left to right in a box around line high[k] is part of: where lines
// above and below it end and begin. 0 where they do not; through says then that they go through it, and those next to it
// do. The line itself may end before its column does, or begin with an indent.
func (s *set) gutter(k int, in sheet.Box, left, right float64) (width float64, through bool) {
	l := &s.lines[s.high[k]]
	em, between := l.Size, (left+right)/2
	var ends, begins []float64
	n := 0                       // lines that go through it
	ended, begun := false, false // next to it, one ends before it, one begins behind it
	look := func(j int) bool {
		o := &s.lines[j]
		if math.Abs(middle(o)-middle(l)) > nearEdge*em {
			return false
		}
		if math.Abs(o.Size-em) > 0.25*em || o.Box.X+o.Box.W < in.X || o.Box.X > in.X+in.W {
			return true
		}
		switch end := o.Box.X + o.Box.W; {
		case end < max(between, right-edgeAway*em):
			ends = append(ends, end)
			ended = ended || math.Abs(middle(o)-middle(l)) < nextLine*em && end > left-edgeMarks*em
		case o.Box.X > min(between, left+edgeAway*em):
			begins = append(begins, o.Box.X)
			begun = begun || math.Abs(middle(o)-middle(l)) < nextLine*em && o.Box.X < right+edgeMarks*em
		default:
			n++
			for _, m := range gutters(o) { // it may stand in both columns, too
				if a, b := o.Chars[m-1].Box.X+o.Chars[m-1].Box.W, o.Chars[m].Box.X; a < right-edgeAway*em && b > left+edgeAway*em {
					ends, begins = append(ends, a), append(begins, b)
					n--
					break
				}
			}
		}
		return true
	}
	for m := k - 1; m >= max(0, k-mostEdges) && look(s.high[m]); m-- {
	}
	for m := k + 1; m < min(len(s.high), k+mostEdges) && look(s.high[m]); m++ {
	}
	if least := min(len(ends), len(begins)); least < fewestEdges || n*2 > least {
		return 0, n > least && !(ended && begun)
	}
	end, begin := slices.Max(ends), slices.Min(begins)
	e, b := 0, 0
	for _, x := range ends {
		if x > end-edgeMarks*em {
			e++
		}
	}
	for _, x := range begins {
		if x < begin+edgeAway*em {
			b++
		}
	}
	if e < fewestEdges || b < fewestEdges || right < begin-edgeAway*em || left > end+edgeMarks*em {
		return 0, n > 0 && !(ended && begun)
	}
	return max(0, begin-end), false
}
