package chars

import "math"

// line is a text as the counts see it: its symbols, runs of digits, letters and breaks taken as one, with a
// break before and two behind.
type line struct {
	ids  []int32   // of the symbols; none for those without a count
	at   []int     // which symbol a rune of the text is
	ends []chains  // of each symbol the strings that end with it
	log  []float64 // of each symbol the logarithm of its probability behind those before it
}

// chains are the strings of one to four symbols that end at one place, by their length; none where they
// have no count. The first is unused.
type chains [order + 1]int32

func newLine(c *counts, text []rune) line {
	l := line{at: make([]int, len(text))}
	symbols := append(make([]uint16, 0, len(text)+3), '\n')
	for i, r := range text {
		s := symbol(r)
		if last := symbols[len(symbols)-1]; s != last || s != '0' && s != 'A' && s != '\n' {
			symbols = append(symbols, s)
		}
		l.at[i] = len(symbols) - 1
	}
	symbols = append(symbols, '\n', '\n')
	n := len(symbols)
	l.ids, l.ends, l.log = make([]int32, n), make([]chains, n), make([]float64, n)
	before := chains{none, none, none, none, none}
	for i, s := range symbols {
		l.ids[i] = c.idOf(s)
		l.ends[i] = c.grow(before, l.ids[i])
		if i > 0 {
			l.log[i] = math.Log(c.probability(before, l.ends[i]))
		}
		before = l.ends[i]
	}
	return l
}

// grow are the strings that end with a symbol behind those that end before it.
func (c *counts) grow(before chains, id int32) chains {
	s := chains{none, id, none, none, none}
	for n := 2; n <= c.depth; n++ {
		s[n] = c.child(n-1, before[n-1], id)
	}
	return s
}

// probability is that of the symbol at which strings end behind those that end before it: what the longest
// string says, and what it leaves by the shorter ones.
func (c *counts) probability(before, now chains) float64 {
	const unseen = 0.3 // what a symbol without a count counts
	p := (unseen + c.of(1, now[1])) / (c.total + 5000)
	for n := 2; n <= c.depth; n++ {
		h := before[n-1]
		if h < 0 {
			break
		}
		up := &c.levels[n-1]
		p *= float64(up.left(h, &c.levels[n], &kept[n]))
		if now[n] >= 0 {
			p += kept[n][c.levels[n].count[now[n]]] / value[up.count[h]]
		}
	}
	return min(p, 1)
}

// window are the strings over one place of a line, with the symbol that stands there or with another one.
type window struct {
	here, one, two, three chains  // that end at the place, and at one, two and three places behind it
	log                   float64 // of the probability of the symbol and of the three behind it
}

// sides are the two strings of two symbols that id makes at place k.
func (l *line) sides(c *counts, k int, id int32) (before, behind int32) {
	return c.child(1, l.ends[k-1][1], id), c.child(1, id, l.ids[k+1])
}

// with is the window at place k with id there; k has a symbol before it and two behind.
func (l *line) with(c *counts, k int, id int32) window {
	var w window
	w.here = c.grow(l.ends[k-1], id)
	p := c.probability(l.ends[k-1], w.here)
	last := w.here
	for j, into := range [...]*chains{&w.one, &w.two, &w.three} {
		at := k + 1 + j
		if at >= len(l.ids) {
			*into = chains{none, none, none, none, none}
			continue
		}
		*into = l.ends[at]
		for n := j + 2; n <= order; n++ { // the longer ones have the place in them
			into[n] = c.child(n-1, last[n-1], l.ids[at])
		}
		p *= c.probability(last, *into)
		last = *into
	}
	w.log = math.Log(p)
	return w
}

// support is what the strings of three and four symbols over a place say.
type support struct {
	threes, fours int     // how many have a count
	most3, most4  float64 // the largest counts
	three         [3]float64
	four          [4]float64
}

func (w *window) support(c *counts) (s support) {
	for j, i := range [...]int32{w.here[3], w.one[3], w.two[3]} {
		if i >= 0 {
			s.three[j] = c.of(3, i)
			s.threes, s.most3 = s.threes+1, max(s.most3, s.three[j])
		}
	}
	if s.threes == 0 {
		return s
	}
	for j, i := range [...]int32{w.here[4], w.one[4], w.two[4], w.three[4]} {
		if i >= 0 {
			s.four[j] = c.of(4, i)
			s.fours, s.most4 = s.fours+1, max(s.most4, s.four[j])
		}
	}
	return s
}
