package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/script"
)

// divide parts the present story in two where a credit ends it although its lead named one: another
// story began in between without a title. It began where the column changes and a paragraph opens as
// stories do; without such a place nothing is done.
func (s *stories) divide(i int) bool {
	t := s.tales[s.cur]
	top, at := 2.0, -1
	for k := 2; k+1 < len(t.body); k++ {
		b, above := s.blocks[t.body[k]], s.blocks[t.body[k-1]]
		if !b.role.para() || b.runs == nil || above.role == titleFirst {
			continue
		}
		score := 0.0
		if s.narrows(above, b) {
			score += 2
		}
		if b.gap > 1 {
			score += 1
		}
		if dateFirst(b.text) || script.HasAt(b.text, 0, "记者") || b.has(bulletin.Dateline) {
			score += 1.5
		}
		if len(b.text) > 0 && b.text[0] == '“' {
			score += 0.5
		}
		if score >= top {
			score += 4 * (1 - s.cohesion(t.body, k))
		}
		if score > top {
			top, at = score, k
		}
	}
	if at < 0 {
		return false
	}
	rest := append([]int{}, t.body[at:]...)
	t.body = t.body[:at]
	t.ended = true
	s.tales = append(s.tales, &tale{body: rest})
	s.cur = len(s.tales) - 1
	for _, k := range rest {
		s.blocks[k].tale = s.cur
	}
	for k := rest[0]; k < i; k++ {
		if s.blocks[k].kind == bulletin.Caption && s.blocks[k].tale >= 0 {
			s.blocks[k].tale = s.cur
		}
	}
	return true
}

// narrows says whether block b begins in a column of another measure than the one that block a ended in.
func (s *stories) narrows(a, b *block) bool {
	return abs(int(s.reading.measure[a.last()])-int(s.reading.measure[b.first()])) > 2
}

// cohesion is how much two halves of a story speak of the same, 0 to 1: the share of the words of the
// shorter half that the other one holds too.
func (s *stories) cohesion(body []int, k int) float64 {
	words := func(part []int) map[[2]rune]bool {
		set := map[[2]rune]bool{}
		for _, i := range part[:min(len(part), 20)] {
			pairs(s.blocks[i].text[:min(len(s.blocks[i].text), 300)], func(p [2]rune) {
				if p[1] != 0 && script.IsHan(p[0]) && script.IsHan(p[1]) && !contains(empty, p[0]) && !contains(empty, p[1]) {
					set[p] = true
				}
			})
		}
		return set
	}
	a, b := words(body[:k]), words(body[k:])
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for p := range a {
		if b[p] {
			n++
		}
	}
	return min(1, 4*float64(n)/float64(max(1, len(a))))
}
