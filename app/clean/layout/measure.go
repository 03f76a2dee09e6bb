package layout

import (
	"math"
	"slices"
)

const (
	// Reach is how many lines above and below a line show how wide its column is.
	Reach = 12
	// most is how many measures are weighed for a line.
	most = 7
	// Widest is the widest measure that is told apart, in half em.
	Widest = 160
	// MostKnown is how many measures of the house are weighed.
	MostKnown = 4
)

// offer finds for every line the measures that its column may have: what lines near it are as wide as,
// and what most lines of the page are. A full line is as wide as the measure or up to an em narrower,
// where the next character could not stand at a line's end or head, so narrower lines vote for a
// measure too, and wider ones (a mark hung out) a little.
//
// One pass with a sliding count; linear in the lines.
func (p *Page) offer(em []int) {
	var known []int16
	for _, m := range em[:min(len(em), MostKnown)] {
		if m := 2 * m; m >= 6 && m < Widest && !slices.Contains(known, int16(m)) {
			known = append(known, int16(m))
		}
	}
	var votes [Widest + 8]int
	count := func(i, by int) {
		if i >= 0 && i < len(p.Lines) && p.Lines[i].Width < Widest {
			votes[p.Lines[i].Width] += by
		}
	}
	for i := 0; i < Reach; i++ {
		count(i, 1)
	}
	p.Offered = make([][]int16, len(p.Lines))
	store := make([]int16, 0, len(p.Lines)*most)
	for i := range p.Lines {
		count(i+Reach, 1)
		count(i-Reach-1, -1)
		from := len(store)
		store = p.pick(append(store, known...), len(known), &votes, i)
		p.Offered[i] = store[from:len(store):len(store)]
	}
}

// pick appends the measures with most votes, at most most of them, no two within half an em.
func (p *Page) pick(to []int16, known int, votes *[Widest + 8]int, line int) []int16 {
	from := len(to) - known
	slack := 1
	if p.Latin {
		slack = 4 // ragged lines: words are long
	}
	var at, score [2*Reach + 2]int // the widths that have votes, narrowest first
	n := 0
	for i := max(0, line-Reach); i <= min(len(p.Lines)-1, line+Reach); i++ {
		m := p.Lines[i].Width
		if m < 6 || m >= Widest || slices.Contains(at[:n], m) {
			continue
		}
		at[n] = m
		n++
	}
	slices.Sort(at[:n])
	for q, m := range at[:n] {
		if slices.Contains(to[from:], int16(m)) {
			continue
		}
		s := 10*votes[m] + 3*votes[m+1] + 3*votes[m+2] + 8*votes[m-1] + 6*votes[m-2]
		for k := 3; k < 3+slack; k++ {
			s += 3 * votes[max(0, m-k)]
		}
		score[q] = s
	}
	for len(to)-from < most {
		best := 0
		for q := range at[:n] {
			if score[q] > score[best] {
				best = q
			}
		}
		if n == 0 || score[best] < 10 && len(to) > from || score[best] == 0 {
			break
		}
		to = append(to, int16(at[best]))
		score[best] = 0
		for q := range at[:n] { // half an em more or less tells little
			if abs(at[q]-at[best]) == 1 {
				score[q] /= 2
			}
		}
	}
	if usual := int16(max(6, min(p.Usual, Widest-1))); len(to)-from < most || len(to) == from {
		if !slices.Contains(to[from:], usual) {
			to = append(to, usual)
		}
	}
	return to
}

// How likely a line that runs on is so many half ems short of its measure, as natural logarithms: counted on pages of
// every kind that the fit is made on, and rounded. Index 0 is a full line. Shorter ones end a paragraph, by measure; wider
// ones have a mark hung out, or hardly ever more.
var (
	short   = [7]float64{math.Log(0.40), math.Log(0.15), math.Log(0.10), math.Log(0.02), math.Log(0.10), math.Log(0.04), math.Log(0.02)}
	hung    = math.Log(0.02)
	hardly  = math.Log(0.001)
	shorter = func() (all [Widest]float64) {
		for m := range all {
			all[m] = math.Log(0.15 / float64(m))
		}
		return all
	}()
)

// Costs of a column's width changing from one line to the next, as natural logarithms of odds: within
// text, behind an empty line, beside what is no text.
const (
	changeInText  = 5.0
	changeAtBlank = 3.5
	changeBeside  = 2.5
)

// columns chooses for each line one of the measures offered, by a Viterbi search over the page in
// which a change of measure costs. What does not look like running text hardly votes.
func (p *Page) columns() {
	n := len(p.Lines)
	best := make([][most + 2]float64, n)
	from := make([][most + 2]int8, n)
	for i := range p.Lines {
		top, change := 0, 0.0
		if i > 0 {
			for k := range p.Offered[i-1] {
				if best[i-1][k] > best[i-1][top] {
					top = k
				}
			}
			switch {
			case !p.Lines[i].texty() || !p.Lines[i-1].texty():
				change = changeBeside
			case p.Lines[i].Gap > 0:
				change = changeAtBlank
			default:
				change = changeInText
			}
		}
		for k, m := range p.Offered[i] {
			e := p.fills(i, int(m))
			if i == 0 {
				best[i][k] = e
				continue
			}
			v, f := best[i-1][top]-change, top
			if q := slices.Index(p.Offered[i-1], m); q >= 0 && best[i-1][q] > v {
				v, f = best[i-1][q], q
			}
			best[i][k], from[i][k] = v+e, int8(f)
		}
	}
	p.Column = make([]int16, n)
	k := 0
	for q := range p.Offered[n-1] {
		if best[n-1][q] > best[n-1][k] {
			k = q
		}
	}
	for i := n - 1; i >= 0; i-- {
		p.Column[i] = p.Offered[i][k]
		k = int(from[i][k])
	}
}

// fills is how well line i goes with a measure: the natural logarithm of a probability.
func (p *Page) fills(i, m int) float64 {
	l := &p.Lines[i]
	w := l.Width
	if p.Indented {
		w += min(4, l.Indent)
	}
	v := hardly
	switch d := m - w; {
	case d >= 0 && d < len(short):
		v = short[d]
	case d == -1, d == -2:
		v = hung
	case d > 0:
		v = shorter[m]
	}
	if !l.texty() {
		v *= 0.3
	}
	return v
}

// texty says whether a line looks like one of running text: it has a mark in it, or ends a sentence.
func (l *Line) texty() bool { return l.Stop || l.Comma || l.Marks > 0 && l.Width > 16 || l.Width > 40 }
