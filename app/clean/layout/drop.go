package layout

import (
	"cmp"
	"math"
	"slices"
)

// Drop is how a line stands to a capital that is as high as several lines of the text that it begins.
type Drop uint8

// How lines stand to dropped capitals.
const (
	Undropped   Drop = iota
	Capital          // it is one
	FirstBeside      // the first line of the text that it begins
	AlsoBeside       // another one that it makes shorter
	Drops       = int(AlsoBeside) + 1
)

// A dropped capital is so many times as large as the text.
const (
	leastDropped = 1.6
	mostDropped  = 4.5

	besideDropped = 0.2 // by how much the text beside it may differ from most text: few lines tell little of their size
)

// capital says whether line i may be a dropped capital.
func (p *Page) capital(i int) bool {
	s := p.Prints[i].Size
	return len(p.Lines[i].Text) <= 2 && s >= leastDropped && s <= mostDropped
}

// beside says whether line j is of the text beside a dropped capital.
func (p *Page) beside(capital, j int) bool {
	c, q, em := &p.Prints[capital], &p.Prints[j], p.body
	return math.Abs(q.Size-1) <= besideDropped && q.Left >= c.Right-0.5*em && q.Left <= c.Right+1.2*em && q.middle() >= c.Top-0.7*em && q.middle() <= c.Bottom+0.5*em
}

// capitalsFirst moves dropped capitals to the uppermost of the lines beside them: the middle of a capital is further down.
// n log n in the lines.
func (p *Page) capitalsFirst(order []int) []int {
	if !slices.ContainsFunc(order, p.capital) {
		return order
	}
	at, text := make([]int, len(p.Prints)), slices.Clone(order) // by their middles
	for k, i := range order {
		at[i] = k
	}
	slices.SortFunc(text, func(a, b int) int { return cmp.Compare(p.Prints[a].middle(), p.Prints[b].middle()) })
	before, moved := map[int][]int{}, map[int]bool{}
	for _, i := range order {
		if !p.capital(i) {
			continue
		}
		c, first := &p.Prints[i], -1
		from, _ := slices.BinarySearchFunc(text, c.Top-0.7*p.body, func(j int, y float64) int { return cmp.Compare(p.Prints[j].middle(), y) })
		for _, j := range text[from:] {
			if p.Prints[j].middle() > c.Bottom+0.5*p.body {
				break
			}
			if p.beside(i, j) && (first < 0 || cmp.Or(cmp.Compare(p.Prints[j].Top, p.Prints[first].Top), at[j]-at[first]) < 0) {
				first = j
			}
		}
		if first >= 0 {
			before[first], moved[i] = append(before[first], i), true
		}
	}
	out := make([]int, 0, len(order))
	for _, i := range order {
		if !moved[i] {
			out = append(append(out, before[i]...), i)
		}
	}
	return out
}

// dropped finds dropped capitals. The lines beside them begin at the edge of their column, as far as the text shows it.
func (p *Page) dropped() {
	for i := 0; i+1 < len(p.Prints); i++ {
		if !p.capital(i) {
			continue
		}
		for j := i + 1; j < len(p.Prints) && p.beside(i, j); j++ {
			q := &p.Prints[j]
			q.Drop = AlsoBeside
			if j == i+1 {
				p.Prints[i].Drop, q.Drop = Capital, FirstBeside
			}
			q.Indent, p.Lines[j].Indent = 0, 0
		}
	}
}
