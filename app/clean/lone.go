package clean

import "qingyang/app/bulletin"

// lone makes captions of stories that are one short sentence, without a title, a lead or a credit:
// "渔船满载归港。" between empty lines stands under a picture that the text lost. It goes to the story
// that it stands in or behind, unless words say otherwise.
func (s *stories) lone(like *likeness) {
	for n, t := range s.tales {
		if len(t.titles) > 0 || len(t.body) != 1 || t.credit || t.leads || t.rows {
			continue
		}
		i := t.body[0]
		b := s.blocks[i]
		if !b.role.para() || len(b.runs) != 1 || len(b.text) > 24 || b.text[len(b.text)-1] != '。' || marksIn(b.text, "，“：；") > 0 {
			continue
		}
		home := s.around(i, n)
		if home < 0 {
			continue
		}
		t.body = nil
		b.kind, b.role, b.tale, b.parts = bulletin.Caption, caption, home, nil
		s.caption(i, like)
	}
}

// around is the story of the nearest text above block i, else below, that is not story n; -1 if there
// is none.
func (s *stories) around(i, n int) int {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.blocks); k += step {
			if b := s.blocks[k]; b.role.para() && b.tale >= 0 && b.tale != n {
				return b.tale
			}
		}
	}
	return -1
}
