package sheet

import (
	"math"
	"slices"

	"qingyang/app/script"
)

// What makes a line that is set from the top down of lines of one character each.
const (
	fewestStacked = 3    // characters that it has
	beneath       = 0.35 // em that the middles of neighbours stand aside, at most
	nearestBelow  = 0.6  // em from middle to middle, at least
	mostBelow     = 2    // and at most
	alikeStacked  = 0.25 // share that their sizes differ by
	mostSingle    = 600  // lines of one character that are looked at; more are dirt
)

// Stack joins lines of one character each that stand one below the other: titles that are set from the top down. They need
// not follow each other in the page. The cost is the square of the number of such lines.
func (p *Page) Stack() {
	var single []int
	for i := range p.Lines {
		if l := &p.Lines[i]; len(l.Chars) == 1 && l.Box.W > 0 && l.Box.H > 0 {
			single = append(single, i)
		}
	}
	if len(single) < fewestStacked || len(single) > mostSingle {
		return
	}
	below := func(i int) int {
		best := -1
		for _, j := range single {
			if stacked(&p.Lines[i], &p.Lines[j]) && (best < 0 || p.Lines[j].Box.Y < p.Lines[best].Box.Y) {
				best = j
			}
		}
		return best
	}
	under := map[int]int{} // by line: the one above
	next := map[int]int{}
	for _, i := range single {
		if j := below(i); j >= 0 {
			if _, taken := under[j]; !taken {
				under[j], next[i] = i, j
			}
		}
	}
	gone := make([]bool, len(p.Lines))
	for _, i := range single {
		if _, ok := under[i]; ok {
			continue
		}
		chain := []int{i}
		for j, ok := next[i]; ok; j, ok = next[j] {
			chain = append(chain, j)
		}
		if len(chain) < fewestStacked {
			continue
		}
		first := slices.Min(chain) // where the file has the first of them
		l := p.Lines[i]
		l.Zone, l.Says, l.Opens = p.Lines[first].Zone, p.Lines[first].Says, p.Lines[first].Opens
		var sizes []float64
		for _, j := range chain {
			sizes = append(sizes, p.Lines[j].Size)
			gone[j] = true
			if j != i {
				l.Chars, l.Box = append(slices.Clip(l.Chars), p.Lines[j].Chars...), l.Box.Join(p.Lines[j].Box)
			}
		}
		slices.Sort(sizes)
		l.Size = sizes[len(sizes)/2]
		p.Lines[first], gone[first] = l, false
	}
	kept := p.Lines[:0]
	for i := range p.Lines {
		if !gone[i] {
			kept = append(kept, p.Lines[i])
		}
	}
	p.Lines = kept
}

// Upright says whether the line is set from the top down; two characters make no such line.
func (l *Line) Upright() bool { return len(l.Chars) >= fewestStacked && l.Box.Down(len(l.Chars)) }

// stacked says whether line b is the character that stands next below a's in a title that is set from the top down.
func stacked(a, b *Line) bool {
	if script.HalfEms(a.Chars[0].Rune) < 2 && !script.IsHan(b.Chars[0].Rune) {
		return false
	}
	s, t := max(a.Box.W, a.Box.H), max(b.Box.W, b.Box.H)
	em := max(s, t)
	x, y := b.Box.X+b.Box.W/2-a.Box.X-a.Box.W/2, b.Box.Y+b.Box.H/2-a.Box.Y-a.Box.H/2
	return math.Abs(s-t) < alikeStacked*em && math.Abs(x) < beneath*em && y > nearestBelow*em && y < mostBelow*em
}
