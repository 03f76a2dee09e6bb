package read

import (
	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Learned characters count in buckets, so that no text can be read back from the weights.
const (
	oneLetter  = 1 << 11
	twoLetters = 1 << 14
)

// kin is what stands for a character and all those that papers set in its place: for one digit another, for one bracket
// that marks another. Ornaments are no kin: each says something else on a page.
func kin(c rune) rune {
	switch {
	case script.IsHan(c):
		return c
	case phrase.IsDigit(c):
		return '1'
	case phrase.IsMarkBracket(c):
		return '【'
	case layout.Opens(c) != 0:
		return '】'
	}
	return c
}

func bucket1(c rune) int { return int(uint32(c) * 2654435761 >> 21) }

func bucket2(a, b rune) int { return int((uint32(a)*2654435761 ^ uint32(b)*2246822519) >> 18) }

// letters says which characters stand at a line's ends and, in a short line, which pairs in it; of Latin letters, which
// words.
func (x *reader) letters(i int, s *cue.Sheet) {
	r := x.ls[i].Text
	n := len(r)
	s.Say(cLetter1, bucket1(kin(r[0])), 0)
	s.Say(cEnd1, bucket1(kin(r[n-1])), 0)
	if x.page.Latin {
		words, last := 0, 0
		LatinWords(layout.Clip(r, 80), func(w Pair, _ int) {
			last = bucket2(w[0], w[1])
			if words == 0 {
				s.Say(cLetter2, last, 0)
			}
			s.Say(cPair, last, 0)
			words++
		})
		if words > 0 {
			s.Say(cEnd2, last, 0)
		}
		return
	}
	if n > 1 {
		s.Say(cLetter2, bucket2(kin(r[0]), kin(r[1])), 0)
		s.Say(cEnd2, bucket2(kin(r[n-2]), kin(r[n-1])), 0)
	}
	for j := 1; j < n && j < 30; j++ {
		if script.IsHan(r[j]) && script.IsHan(r[j-1]) {
			s.Say(cPair, bucket2(r[j-1], r[j]), 0)
		}
	}
}
