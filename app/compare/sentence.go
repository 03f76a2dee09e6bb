package compare

import (
	"slices"
	"sort"
)

// bySentence cuts two texts at the sentences and lines that each has once and that stand in the same
// order in both, and finds the difference of what lies between, where that is not unlike.
//
// This is the patience difference (B. Cohen, 2005): its cost is that of finding the longest ascending
// sequence, however many edits there are.
func (s *search) bySentence(a, b []rune) []Piece {
	d := dictionary{}
	x, from := d.cut(a, sentence)
	y, at := d.cut(b, sentence)
	var gaps []Piece
	i, j := 0, 0 // in sentences
	gap := func(toA, toB int) {
		if p := (Piece{from[i], from[toA], b[at[j]:at[toB]]}); p.edits() > 0 {
			gaps = append(gaps, p)
		}
	}
	for _, k := range shared(x, y) {
		gap(k[0], k[1])
		i, j = k[0]+1, k[1]+1
	}
	gap(len(x), len(y))

	var out []Piece
	for _, p := range whole(b, gaps) {
		old := a[p.From:p.To]
		inner, ok := simple(old, p.Text)
		if !ok {
			head, tail := ends(old, p.Text)
			was, is := old[head:len(old)-tail], p.Text[head:len(p.Text)-tail]
			if inner, ok = s.find(was, is); !ok {
				inner = []Piece{{0, len(was), is}}
			}
			inner = shifted(inner, head)
		}
		out = append(out, shifted(inner, p.From)...)
	}
	return out
}

// shared are the places of tokens that both lists have once, the most of them that stand in the same
// order in both.
func shared(x, y []rune) [][2]int {
	type seen struct{ inX, inY, x, y int }
	all := map[rune]*seen{}
	for i, r := range x {
		if all[r] == nil {
			all[r] = &seen{}
		}
		all[r].inX++
		all[r].x = i
	}
	var both [][2]int
	for j, r := range y {
		if k := all[r]; k != nil {
			k.inY++
			k.y = j
		}
	}
	for i, r := range x {
		if k := all[r]; k.inX == 1 && k.inY == 1 {
			both = append(both, [2]int{i, k.y})
		}
	}
	keep := ascending(len(both), func(i int) int { return both[i][1] })
	out := both[:0]
	for _, i := range keep {
		out = append(out, both[i])
	}
	return out
}

// ascending are the indexes of a longest strictly ascending subsequence of n values, by patience
// sorting.
func ascending(n int, value func(int) int) []int {
	var piles []int
	before := make([]int, n)
	for i := range n {
		at := sort.Search(len(piles), func(k int) bool { return value(piles[k]) >= value(i) })
		before[i] = -1
		if at > 0 {
			before[i] = piles[at-1]
		}
		if at == len(piles) {
			piles = append(piles, i)
		} else {
			piles[at] = i
		}
	}
	if len(piles) == 0 {
		return nil
	}
	out := make([]int, 0, len(piles))
	for i := piles[len(piles)-1]; i >= 0; i = before[i] {
		out = append(out, i)
	}
	slices.Reverse(out)
	return out
}

// sentence says whether text[i] belongs to the same sentence or line as the rune before it.
func sentence(text []rune, i int) bool {
	switch text[i-1] {
	case '\n', '。', '！', '？', '；', '.', '!', '?':
		return slices.Contains([]rune("”’」』）)\"'"), text[i])
	}
	return true
}
