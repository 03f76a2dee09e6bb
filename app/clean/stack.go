package clean

import "qingyang/app/bulletin"

// stack says which part of its story's stack each title is (L7): one line is the headline; of two the
// first is, unless it is the name of a standing column; of three the middle one is.
func (s *stories) stack(t *tale) {
	n := len(t.titles)
	for k, i := range t.titles {
		kind := bulletin.Headline
		switch {
		case n == 1:
		case hasAt(s.blocks[i].text, 0, "——") && k > 0:
			kind = bulletin.Subheadline
		case n == 2 && k == 1 && !standing(s.blocks[t.titles[0]].text):
			kind = bulletin.Subheadline
		case n == 2 && k == 0 && standing(s.blocks[i].text):
			kind = bulletin.Kicker
		case n >= 3 && k == 0 && !(n == 3 && hasAt(s.blocks[t.titles[1]].text, 0, "——")):
			kind = bulletin.Kicker
		case n >= 3 && k >= 2:
			kind = bulletin.Subheadline
		}
		s.blocks[i].kind = kind
	}
}
