package clean

import "qingyang/app/phrase"

// caption moves a caption to the story whose words it holds, where they speak against its place.
func (s *stories) caption(i int, like *likeness) {
	b := s.blocks[i]
	words := like.of(clipCredit(b.text))
	top, here := -1, 0.0
	for t, w := range words {
		if top < 0 || w > words[top] || w == words[top] && t < top {
			top = t
		}
	}
	if top < 0 {
		return
	}
	if b.tale >= 0 {
		here = words[b.tale]
		switch {
		case s.inside(i):
			here += 4
		case s.beside(i) && s.page.latin:
			here += 4 // English words of four letters say little, and families share names
		case s.beside(i):
			here += 0.6
		default:
			here += 0.3
		}
	}
	if words[top] > here+0.7 {
		b.tale = top
	}
}

// inside says whether a caption stands between two blocks of its own story.
func (s *stories) inside(i int) bool {
	t := s.blocks[i].tale
	for k := i + 1; k < len(s.blocks) && k < i+6; k++ {
		if s.blocks[k].role.para() && s.blocks[k].runs != nil {
			return s.blocks[k].tale == t
		}
	}
	return false
}

// beside says whether a caption follows the last text or credit of its story at once, or stands right
// above its first.
func (s *stories) beside(i int) bool {
	t := s.blocks[i].tale
	return i > 0 && s.blocks[i-1].tale == t && s.blocks[i-1].role != caption || i+1 < len(s.blocks) && s.blocks[i+1].tale == t && s.blocks[i+1].role != caption
}

// clipCredit is a caption without who took the photo.
func clipCredit(r []rune) []rune {
	if i := phrase.LastSentence(r); i > 0 {
		return r[:i]
	}
	return r
}
