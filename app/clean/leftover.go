package clean

import (
	"math"
	"slices"
)

// remain gives the last titles without a story to the last story without titles where they are one
// region, and the first title of a region, parted by an empty line from the others, to the story that ends
// right above it: where that is the only one without titles, or the title has words of it, and none of the
// story below.
func (s *stories) remain(like *likeness) {
	bare := s.bare()
	if len(bare) == 1 {
		if left, clear := s.lostRegion(); !clear {
			return
		} else if left != nil {
			for k := range left.home {
				left.home[k] = bare[0]
			}
			return
		}
	}
	for _, one := range bare {
		for _, r := range s.region {
			if r.sorted || !s.follows(r.tale, one) || len(r.titles) < 2 || s.blocks[r.titles[1]].gap == 0 {
				continue
			}
			first := like.of(s.blocks[r.titles[0]].text)
			if r.home[0] != r.tale || first[r.tale] >= 0.3 || standing(s.blocks[r.titles[0]].text) {
				continue
			}
			if len(bare) == 1 && len(r.titles) > 2 || first[one] > 0.3 {
				r.home[0] = one
			}
		}
	}
}

// lostRegion is the only region whose titles have no story, at most three of them; clear is false where
// there are several, or parts of some.
func (s *stories) lostRegion() (left *region, clear bool) {
	for _, r := range s.region {
		lost := 0
		for _, t := range r.home {
			if t < 0 {
				lost++
			}
		}
		switch {
		case lost == 0:
		case lost < len(r.titles) || left != nil || lost > 3:
			return nil, false
		default:
			left = r
		}
	}
	return left, true
}

// follows says whether story b follows story a, but for lists in between.
func (s *stories) follows(b, a int) bool {
	for a++; a < b && s.list(a); a++ {
	}
	return a == b
}

// astray takes titles from the story below them that share hardly a word with it and many with another,
// on a page where titles went astray: better none than a false one. Those right above the story, below
// an empty line, stay if they speak of no other.
func (s *stories) astray(like *likeness) {
	for _, r := range s.region {
		n := len(r.titles)
		if r.tale < 0 || !s.stray(r, 0, n, like) {
			continue
		}
		last := n - 1
		for last > 0 && s.blocks[r.titles[last]].gap == 0 {
			last--
		}
		if last > 0 && !s.stray(r, last, n, like) {
			n = last
		}
		for k := range n {
			if r.home[k] == r.tale {
				r.home[k] = -1
			}
		}
	}
}

// stray says whether titles [from, to) of a region speak of another story than the one below, of one that
// has no titles.
func (s *stories) stray(r *region, from, to int, like *likeness) bool {
	own := 0.0
	other := map[int]float64{}
	bare := s.bare()
	for k := from; k < to; k++ {
		if r.home[k] != r.tale {
			continue
		}
		for t, w := range like.of(s.blocks[r.titles[k]].text) {
			switch {
			case t == r.tale:
				own += w
			case slices.Contains(bare, t):
				other[t] += w
			}
		}
	}
	most := 0.0
	for _, w := range other {
		most = max(most, w)
	}
	return most >= 6 && 5*own <= most
}

// thin sends titles to the tray that make a stack of more than three, those that say least of its
// story first: where stacks stand side by side, some could not be told apart. A standing column above
// another title does not count; it says nothing of any story.
func (s *stories) thin(like *likeness) {
	if len(s.bare()) == 0 {
		return // no other story that they could be of
	}
	of := map[int][][2]int{} // story: regions and places of its titles
	for n, r := range s.region {
		for k, t := range r.home {
			if t >= 0 && !(standing(s.blocks[r.titles[k]].text) && k+1 < len(r.home) && r.home[k+1] == t) {
				of[t] = append(of[t], [2]int{n, k})
			}
		}
	}
	for t, all := range of {
		for len(all) > 3 {
			worst, low := 0, math.Inf(1)
			for n, at := range all {
				r := s.region[at[0]]
				w := like.of(s.blocks[r.titles[at[1]]].text)[t]
				if r.tale == t && at[1] == len(r.titles)-1 {
					w += closest
				}
				if w < low {
					worst, low = n, w
				}
			}
			if low > clearly {
				break // all say something: a long stack
			}
			s.region[all[worst][0]].home[all[worst][1]] = -1
			all = append(all[:worst:worst], all[worst+1:]...)
		}
	}
}
