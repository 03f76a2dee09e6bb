package compare

import "slices"

// Join puts a line break between lines.
func Join(lines [][]rune) []rune {
	var text []rune
	for i, l := range lines {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, l...)
	}
	return text
}

// Became says that our lines [A, ToA) became theirs [B, ToB): one line one, one two, two one, or where
// one of the ranges is empty, that a line came or went.
type Became struct{ A, ToA, B, ToB int }

// Pair aligns our lines with those of a text that comes back from outside: the same ones first, then
// what lies between by likeness. The answer covers all lines of both, ascending. It keeps nothing of its
// arguments. Where only some lines differ the cost is that of these, up to some 50 ms for stretches of
// 128 lines; in longer ones lines are paired in their order.
func Pair(ours, theirs [][]rune) []Became {
	d := dictionary{}
	words := func(texts [][]rune) []rune {
		var out []rune
		for _, t := range texts {
			out = append(out, d.rune(string(t)))
		}
		return out
	}
	var out []Became
	a, b := 0, 0
	same := func(n int) {
		for range n {
			out = append(out, Became{a, a + 1, b, b + 1})
			a, b = a+1, b+1
		}
	}
	for _, p := range Smallest(words(ours), words(theirs)) {
		same(p.From - a)
		for _, s := range likeliest(ours[a:p.To], theirs[b:b+len(p.Text)]) {
			out = append(out, Became{a + s.A, a + s.ToA, b + s.B, b + s.ToB})
		}
		a, b = p.To, b+len(p.Text)
	}
	same(len(ours) - a)
	return out
}

// tooMany bounds the table of likeliest; beyond it lines are paired in their order.
const tooMany = 1 << 14

// likeliest aligns lines of which none are the same, by the least cost: a pair costs what
// it is unlike, weighed by its length; one left alone costs its length.
func likeliest(ours, lines [][]rune) []Became {
	n, m := len(ours), len(lines)
	if n*m > tooMany {
		var out []Became
		for i := range max(n, m) {
			out = append(out, Became{min(i, n), min(i+1, n), min(i, m), min(i+1, m)})
		}
		return out
	}
	bag := func(texts [][]rune) (one, two []bigrams) {
		for i, t := range texts {
			one = append(one, bigramsOf(t))
			if i > 0 {
				two = append(two, bigramsOf(Join(texts[i-1:i+1])))
			}
		}
		return one, two
	}
	a1, a2 := bag(ours)
	b1, b2 := bag(lines)
	type cell struct {
		cost  float64
		a, b  int // step that led here
		known bool
	}
	w := m + 1
	table := make([]cell, (n+1)*w)
	table[0].known = true
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			here := table[i*w+j].cost
			reach := func(a, b int, cost float64) {
				if c := &table[(i+a)*w+j+b]; !c.known || here+cost < c.cost {
					*c = cell{here + cost, a, b, true}
				}
			}
			if i < n && j < m {
				reach(1, 1, a1[i].unlike(b1[j]))
			}
			if i < n && j+1 < m {
				reach(1, 2, a1[i].unlike(b2[j]))
			}
			if i+1 < n && j < m {
				reach(2, 1, a2[i].unlike(b1[j]))
			}
			if i < n {
				reach(1, 0, alone*float64(len(ours[i])+1))
			}
			if j < m {
				reach(0, 1, alone*float64(len(lines[j])+1))
			}
		}
	}
	var out []Became
	for i, j := n, m; i > 0 || j > 0; {
		c := table[i*w+j]
		out = append(out, Became{i - c.a, i, j - c.b, j})
		i, j = i-c.a, j-c.b
	}
	slices.Reverse(out)
	return out
}

// alone is the cost a rune of a text that has no partner. A pair costs up to 1 a rune of both, so
// texts with less than about a third in common are not paired.
const alone = 0.65

// bigrams counts the neighbouring pairs of runes of a text; line breaks don't count.
type bigrams struct {
	n   map[[2]rune]int
	all int
}

func bigramsOf(text []rune) bigrams {
	b := bigrams{map[[2]rune]int{}, 0}
	last := rune(0)
	for _, r := range append(text[:len(text):len(text)], 0) {
		if r == '\n' {
			continue
		}
		b.n[[2]rune{last, r}]++
		b.all++
		last = r
	}
	return b
}

// unlike is the number of bigrams that two texts do not share.
func (b bigrams) unlike(c bigrams) float64 {
	shared := 0
	for k, n := range b.n {
		shared += min(n, c.n[k])
	}
	return float64(b.all + c.all - 2*shared)
}
