package clean

import (
	"math"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// section says whether the titles above block i are one head inside the story, by what speaks for
// either; the numbers are natural logarithms of odds.
func (s *stories) section(i int, lead bool) bool {
	if len(s.pending) != 1 || s.cur < 0 || len(s.tales[s.cur].body) == 0 || s.page.latin {
		return false
	}
	t := s.tales[s.cur]
	title, next := s.blocks[s.pending[0]], s.blocks[i]
	if holds(title.text, "（单位", "(单位") {
		return !t.ended // a table of this story
	}
	if lead || next.back() || len(s.above) > 0 || t.ended || next.role.row() && !t.rows {
		return false
	}
	odds := 1.6
	if !t.credit {
		odds += 1 // its credit is still to come
	}
	if t.rows {
		odds -= 3
	}
	if title.gap > 1 {
		odds -= 3.5
	}
	// Above a headline stands an empty line nearly always, above a head inside a story as often as
	// above any paragraph of this page.
	if often := min(max(s.page.blankBreak, 0.05), 0.95); title.gap > 0 {
		odds += math.Log(often / 0.97)
	} else {
		odds += math.Log((1 - often) / 0.04)
	}
	if often := min(max(s.page.blankBreak, 0.05), 0.95); next.gap > 0 {
		odds += math.Log(often / 0.75)
	} else {
		odds += 0.6 * math.Log((1-often)/0.25)
	}
	if k := s.pending[0] - 1; k >= 0 && (s.blocks[k].kind == bulletin.Caption || s.blocks[k].kind == bulletin.Furniture) {
		odds -= 1.2 // photos stand at a story's end more often than above a head in it
	}
	n := len(title.text)
	switch {
	case n > 14:
		odds -= 3
	case n > 11:
		odds -= 1.2
	case n <= 8:
		odds += 0.7
	}
	if phrase.IsNoticeWord(title.text) {
		odds -= 6 // 更正
	} else if phrase.EndsAsNotice(title.text) {
		odds -= 3
	}
	if next.text[0] == '【' {
		odds -= 4 // a round-up of short items
	}
	if s.repeated(title) {
		odds += 4
	}
	switch { // of the first paragraphs of stories four in five name a day, of others one in twelve
	case dateFirst(next.text):
		odds -= 1.5
	case dayIn(next.text[:min(len(next.text), 120)]):
		odds -= 1.2
	default:
		odds += 0.2
	}
	if len(t.body) < 2 {
		odds -= 0.7
	}
	if abs(int(next.wide)-int(s.blocks[t.body[len(t.body)-1]].wide)) > 2 {
		odds -= 0.7
	}
	odds -= 1.3 * float64(s.shared(title, i))
	return odds > 0
}

// repeated says whether the same words stand as a title elsewhere on the page.
func (s *stories) repeated(b *block) bool {
	return s.words[string(tight(b.text))] > 1
}

// shared is how many pairs of Han characters of a title stand in the first paragraphs below it and
// not in the last ones above: words of a story that begins. At most 4.
func (s *stories) shared(title *block, i int) int {
	n := 0
	r := title.text
	for k := 1; k < len(r) && k < 30 && n < 4; k++ {
		if !script.IsHan(r[k-1]) || !script.IsHan(r[k]) || contains(empty, r[k-1]) || contains(empty, r[k]) {
			continue
		}
		pair := string(r[k-1 : k+1])
		if s.near(i, 1, pair) && !s.near(i-2, -1, pair) {
			n++
		}
	}
	return n
}

// empty characters stand in any text and say nothing about its matter.
const empty = "的了在是和不有我你他她们这那要到从就也都把被让对为与及着过地得一个上下中大人"

// near says whether one of the four paragraphs from block i on, down or up, holds a word.
func (s *stories) near(i, by int, word string) bool {
	for seen := 0; i >= 0 && i < len(s.blocks) && seen < 4; i += by {
		b := s.blocks[i]
		if by > 0 && b.role == titleFirst {
			return false
		}
		if !b.role.para() || b.runs == nil {
			continue
		}
		seen++
		if script.Find(b.text[:min(len(b.text), 300)], 0, word) >= 0 {
			return true
		}
	}
	return false
}

// dateFirst says whether a text opens with a day: 3月5日, 近日, 昨日.
func dateFirst(r []rune) bool { return phrase.OpensWithDay(tight(r[:min(len(r), 12)])) }

// dayIn says whether a text names a day of a month: 3月5日.
func dayIn(r []rune) bool { return phrase.NamesDay(tight(r)) }
