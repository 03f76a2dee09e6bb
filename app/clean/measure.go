package clean

import "slices"

// reach is how many lines above and below a line show how wide its column is.
const reach = 12

// most is how many measures are weighed for a line.
const most = 7

// widest is the widest measure that is told apart, in half em.
const widest = 160

// measures offers for every line the measures, in half em, that its column may have: what lines
// near it are as wide as, and what most lines of the page are. A full line is as wide as the
// measure or up to an em narrower, where the next character could not stand at a line's end or head,
// so narrower lines vote for a measure too, and wider ones (a mark hung out) a little.
//
// One pass with a sliding count; the cost is linear in the lines.
func measures(ls []line, p *page) [][]int16 {
	var votes [widest + 4]int
	count := func(i, by int) {
		if i >= 0 && i < len(ls) && ls[i].width < widest {
			votes[ls[i].width] += by
		}
	}
	for i := 0; i < reach; i++ {
		count(i, 1)
	}
	all := make([][]int16, len(ls))
	store := make([]int16, 0, len(ls)*most)
	for i := range ls {
		count(i+reach, 1)
		count(i-reach-1, -1)
		from := len(store)
		store = pick(store, &votes, p)
		all[i] = store[from:len(store):len(store)]
	}
	return all
}

// hint keeps the measures that a house is known to set: they are weighed for every line.
func (p *page) hint(em []int) {
	for _, m := range em[:min(len(em), MostMeasures)] {
		if m := 2 * m; m >= 6 && m < widest && !slices.Contains(p.known, int16(m)) {
			p.known = append(p.known, int16(m))
		}
	}
}

// pick appends the measures with most votes, at most most of them, no two within half an em.
func pick(to []int16, votes *[widest + 4]int, p *page) []int16 {
	from := len(to)
	slack := 1
	if p.latin {
		slack = 4 // ragged lines: words are long
	}
	var score [widest]int
	for m := 6; m < widest; m++ {
		if votes[m] == 0 {
			continue
		}
		s := 10*votes[m] + 3*votes[m+1] + 3*votes[m+2] + 8*votes[m-1] + 6*votes[m-2]
		for k := 3; k < 3+slack; k++ {
			s += 3 * votes[max(0, m-k)]
		}
		score[m] = s
	}
	to = append(to, p.known...)
	for _, m := range p.known {
		score[m] = 0
	}
	for len(to)-from < most {
		best := 0
		for m := 6; m < widest; m++ {
			if score[m] > score[best] {
				best = m
			}
		}
		if score[best] < 10 && len(to) > from {
			break
		}
		if score[best] == 0 {
			break
		}
		to = append(to, int16(best))
		score[best] = 0
		for _, k := range []int{best - 1, best + 1} { // half an em more or less tells little
			if k > 0 && k < widest {
				score[k] /= 2
			}
		}
	}
	if usual := int16(max(6, min(p.usual, widest-1))); len(to)-from < most || len(to) == from {
		for _, m := range to[from:] {
			if m == usual {
				return to
			}
		}
		to = append(to, usual)
	}
	return to
}
