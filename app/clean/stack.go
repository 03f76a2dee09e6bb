package clean

import "qingyang/app/bulletin"

// stack says which part of its story's stack each title is (L7): one line is the headline; of two the
// first is, unless it is short or names a standing column, and so leads to the second; of three the
// middle one is. What begins with a dash is a subheadline.
func (s *stories) stack(t *tale) {
	n := len(t.titles)
	dash := func(k int) bool { return hasAt(s.blocks[t.titles[k]].text, 0, "——") }
	main := 0 // the place of the headline
	switch {
	case n >= 3 && !dash(1):
		main = 1
	case n == 2 && !dash(1) && s.leading(t.titles[0], t.titles[1]):
		main = 1
	}
	for k, i := range t.titles {
		switch {
		case k < main:
			s.blocks[i].kind = bulletin.Kicker
		case k == main:
			s.blocks[i].kind = bulletin.Headline
		default:
			s.blocks[i].kind = bulletin.Subheadline
		}
	}
}

// leading says whether the first of two titles is a kicker.
func (s *stories) leading(a, b int) bool {
	x, y := s.blocks[a].text, s.blocks[b].text
	return standing(x) || len(x) <= 6 && len(y) >= len(x)+3 && pauses(x) == 0
}
