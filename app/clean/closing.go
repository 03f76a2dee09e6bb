package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// endings gives what was taken for titles and is how the present story ends to that.
func (s *stories) endings() {
	s.signed()
	s.office()
	s.closing()
}

// unsigned says whether the present story may still be signed; how English stories are is not known.
func (s *stories) unsigned() bool {
	return s.cur >= 0 && !s.page.latin && !s.tales[s.cur].credit && !s.tales[s.cur].ended
}

// take makes paragraphs of the present story of blocks that were taken for titles.
func (s *stories) take(blocks []int) {
	for _, i := range blocks {
		s.blocks[i].kind, s.blocks[i].tale = bulletin.Paragraph, s.cur
	}
	s.tales[s.cur].body = append(s.tales[s.cur].body, blocks...)
}

// signed gives the signature of a notice, who issued it and the day, to the story that it ends.
func (s *stories) signed() {
	for k, i := range s.pending {
		b := s.blocks[i]
		if s.cur < 0 || k > 1 || !phrase.IsWholeDate(tight(b.text)) {
			continue
		}
		s.take(s.pending[:k+1])
		s.tales[s.cur].ended = true
		s.pending = append([]int(nil), s.pending[k+1:]...)
		return
	}
}

// signedOff gives a short line right below the text to the story that it ends: how a letter is signed,
// above the credit i. An empty line stands above a headline nearly always.
func (s *stories) signedOff(i int) {
	if !s.unsigned() || len(s.pending) != 1 || len(s.above)+len(s.waiting) > 0 {
		return
	}
	n := s.pending[0]
	b := s.blocks[n]
	if n != i-1 || b.gap > 0 || len(b.text) > 10 || n == 0 || !s.blocks[n-1].role.para() {
		return
	}
	s.take(s.pending)
	s.pending = nil
}

// office makes the credit of a notice or a list of the line right below it that names who issued it, and
// stands above an empty line.
func (s *stories) office() {
	if !s.unsigned() || len(s.pending) == 0 {
		return
	}
	n := s.pending[0]
	b := s.blocks[n]
	if b.gap > 0 || n == 0 || n+1 < len(s.blocks) && s.blocks[n+1].gap == 0 || len(b.text) < 5 || len(b.text) > 20 ||
		script.HanRun(b.text, 0) != len(b.text) || !phrase.IsStation(b.text) || s.blocks[n-1].tale != s.cur {
		return
	}
	b.kind, b.role, b.tale = bulletin.Byline, byline, s.cur
	s.tales[s.cur].credit, s.tales[s.cur].ended = true, true
	s.pending = s.pending[1:]
}

// closing gives one or two short lines right below the text, above an empty line, to the story that they
// end: how a letter is signed, a toast. Only on pages that part titles from text by an empty line.
func (s *stories) closing() {
	if !s.unsigned() || len(s.pending) == 0 || !s.apart {
		return
	}
	n := 0
	for n < len(s.pending) && s.blocks[s.pending[n]].gap == 0 && len(s.blocks[s.pending[n]].text) <= 24 {
		n++
	}
	first := s.pending[0]
	if n == 0 || n > 2 || first == 0 || !s.blocks[first-1].role.para() || s.blocks[first-1].tale != s.cur {
		return
	}
	if next := s.pending[n-1] + 1; next < len(s.blocks) && s.blocks[next].gap == 0 {
		return
	}
	s.take(s.pending[:n])
	s.pending = s.pending[n:]
}

// partsTitles says whether empty lines stand above nearly all titles that follow other text.
func partsTitles(blocks []*block) bool {
	with, without := 0, 0
	for i, b := range blocks {
		switch {
		case b.role != titleFirst || i == 0 || blocks[i-1].role == titleFirst:
		case b.gap > 0:
			with++
		default:
			without++
		}
	}
	return with >= 4*without && with > 2
}
