package session

import (
	"qingyang/app/bulletin"
	"qingyang/app/proof"
)

// nearby is how many blocks on either side of a place are read for what stands beside what.
const nearby = 60

// Choices are the characters that may be meant at a place of the clean side, the likeliest first; with
// a syllable, those of that sound instead.
func (s *Session) Choices(at bulletin.Place, pinyin string) []proof.Choice {
	if at.Block < 0 || at.Block >= s.order.Blocks() {
		return nil
	}
	var seen map[[2]rune]int
	for b := max(0, at.Block-nearby); b < min(s.order.Blocks(), at.Block+nearby); b++ {
		text, _ := s.order.Block(b)
		seen = proof.Pairs(text, seen)
	}
	text, _ := s.order.Block(at.Block)
	if pinyin != "" {
		return proof.ByPinyin(pinyin, text, at.Off, seen)
	}
	return proof.Choices(text, at.Off, seen)
}
