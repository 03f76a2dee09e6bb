package session

import (
	"qingyang/app/bulletin"
	"qingyang/app/proof"
)

// nearby is how many blocks on either side of a place are read for what stands beside what.
const nearby = 60

// Choices are the characters that may be meant at a place of the clean side, the likeliest first; with
// a syllable, those of that sound instead.
func (s *Session) Choices(at Place, pinyin string) []proof.Choice {
	if at.Block < 0 || at.Block >= s.Blocks() {
		return nil
	}
	var seen map[[2]rune]int
	for b := max(0, at.Block-nearby); b < min(s.Blocks(), at.Block+nearby); b++ {
		text, _ := s.Block(b)
		seen = proof.Pairs(text, seen)
	}
	text, _ := s.Block(at.Block)
	if pinyin != "" {
		return proof.ByPinyin(pinyin, text, at.Off, seen)
	}
	return proof.Choices(text, at.Off, seen)
}

// Put puts one character in the place of the one at a place, as an undo step; at the end of a block it
// adds it.
func (s *Session) Put(at Place, r rune) (Place, Changed, error) {
	to := min(at.Off+1, s.Length(at.Block))
	c, err := s.Do("", s.order.Replace(bulletin.Place(at), bulletin.Place{Block: at.Block, Off: to}, string(r)))
	return Place{at.Block, at.Off + 1}, c, err
}
