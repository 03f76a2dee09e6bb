package fit

import (
	"slices"

	"qingyang/app/script"
)

// alike is what two characters are compared by: width does not matter, nor do the marks that noise puts in
// each other's place.
func alike(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		r -= 0xFEE0
	case r == '“' || r == '”' || r == '〝' || r == '〞' || r == '″':
		return '"'
	case r == '‘' || r == '’':
		return '\''
	case r == '。' || r == '．':
		return '.'
	case r == '、':
		return ','
	case r == '─' || r == '－' || r == '–':
		return '—'
	}
	return r
}

// aligner finds for each character of the raw text its place in the truth. Stories stand in another order
// there, so long common strings are placed first, wherever they stand, and shorter ones beside them.
type aligner struct {
	raw, truth []rune
	to, back   []int // raw → truth and the other way; -1 for none
}

func align(raw, truth []rune) []int {
	a := &aligner{raw: raw, truth: truth, to: filled(len(raw)), back: filled(len(truth))}
	for _, k := range []int{24, 14, 8} {
		a.place(k)
	}
	a.between()
	for _, k := range []int{5, 3} {
		a.place(k)
		a.between()
	}
	return a.to
}

func filled(n int) []int { return slices.Repeat([]int{-1}, n) }

// place looks for common strings of k characters and more, among what has no place yet. Where a string
// stands at several places the one that its neighbour leads to is taken, else the first.
func (a *aligner) place(k int) {
	index := map[string][]int{}
	run := 0
	for j := range a.truth {
		if run++; a.back[j] >= 0 {
			run = 0
		}
		if run >= k {
			s := string(a.truth[j-k+1 : j+1])
			index[s] = append(index[s], j-k+1)
		}
	}
	for i := 0; i+k <= len(a.raw); i++ {
		if a.to[i] >= 0 || a.to[i+k-1] >= 0 {
			continue
		}
		best, length := -1, 0
		for _, j := range index[string(a.raw[i:i+k])] {
			n := a.common(i, j)
			if n < k {
				continue
			}
			if i > 0 && a.to[i-1] >= 0 && abs(j-a.to[i-1]) <= 4 {
				n += 1000
			}
			if n > length {
				best, length = j, n
			}
		}
		if best < 0 {
			continue
		}
		n := a.common(i, best)
		for d := range n {
			a.set(i+d, best+d)
		}
		for d := 1; i-d >= 0 && best-d >= 0 && a.to[i-d] < 0 && a.back[best-d] < 0 && a.raw[i-d] == a.truth[best-d]; d++ {
			a.set(i-d, best-d)
		}
		i += n - 1
	}
}

func (a *aligner) set(i, j int) { a.to[i], a.back[j] = j, i }

// common is how many characters from i and j on are the same and have no place.
func (a *aligner) common(i, j int) int {
	n := 0
	for i+n < len(a.raw) && j+n < len(a.truth) && a.to[i+n] < 0 && a.back[j+n] < 0 && a.raw[i+n] == a.truth[j+n] {
		n++
	}
	return n
}

// between goes on from each placed character: one that was read wrongly, or added, or lost, stands between
// two that follow each other in both texts.
func (a *aligner) between() {
	for i := 1; i < len(a.raw); i++ {
		if a.to[i] >= 0 || a.to[i-1] < 0 {
			continue
		}
		end := i
		for end < len(a.raw) && a.to[end] < 0 {
			end++
		}
		j := a.to[i-1] + 1
		stop := j
		for stop < len(a.truth) && a.back[stop] < 0 {
			stop++
		}
		for x, y := i, j; x < end && y < stop; {
			switch {
			case a.raw[x] == a.truth[y], end-x == stop-y && end-x <= 3:
				a.set(x, y)
				x, y = x+1, y+1
			case x+1 < end && a.raw[x+1] == a.truth[y]:
				x++
			case y+1 < stop && a.raw[x] == a.truth[y+1]:
				y++
			case x+1 < end && y+1 < stop && a.raw[x+1] == a.truth[y+1]:
				a.set(x, y)
				x, y = x+1, y+1
			default:
				x = end
			}
		}
		i = end
	}
}

// compact is a text without white space, its characters as they are compared, the offset of each, and
// whether white space stands before it.
func compact(r []rune) (c []rune, at []int, spaced []bool) {
	gap := false
	for i, x := range r {
		if script.IsBlank(x) {
			gap = gap || script.IsSpace(x)
			continue
		}
		c, at, spaced = append(c, alike(x)), append(at, i), append(spaced, gap)
		gap = false
	}
	return c, at, spaced
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
