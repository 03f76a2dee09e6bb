package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// tale is a story in the making.
type tale struct {
	titles []int // blocks of its stack, in the order of the page
	body   []int // paragraphs and rows
	credit bool  // somebody is named as its author
	ended  bool  // a credit stood at its end, or its end is on another page
	rows   bool  // its body is rows of a list or table
	leads  bool  // it opens with a lead
}

// stories says which story each block belongs to, in one pass down the page: what opens a story is a
// lead, a title region with text below, or the first text behind a credit that ended the last one.
//
// Titles that no text follows, or that stand where two stacks meet, are left to homes.
type stories struct {
	ls      []line
	page    *page
	reading *reading
	costs   *costs
	blocks  []*block
	tales   []*tale
	region  []*region

	cur     int   // the story that text goes on with, -1 for none
	pending []int // titles since the last text
	above   []int // credits since these titles
	waiting []int // captions since these titles
	open    []suspended
	apart   bool           // empty lines part titles from what stands above
	words   map[string]int // how often a title of these words stands on the page
}

// region is titles that stand together, and the story below them (-1: none).
type region struct {
	titles []int
	tale   int
	home   []int // the story of each title, -1 for none
	sorted bool  // its homes are decided
}

// suspended is a paragraph without an end where another story began: it may go on further down.
type suspended struct{ block, tale int }

func tell(ls []line, p *page, r *reading, blocks []*block) *stories {
	s := &stories{ls: ls, page: p, reading: r, costs: r.costs, blocks: blocks, cur: -1, apart: partsTitles(blocks), words: map[string]int{}}
	for _, b := range blocks {
		if b.role == titleFirst && len(b.text) < 40 {
			s.words[string(tight(b.text))]++
		}
	}
	for i, b := range blocks {
		switch b.role {
		case titleFirst:
			s.pending = append(s.pending, i)
		case byline:
			s.credit(i)
		case caption:
			b.kind = bulletin.Caption
			if len(s.pending) > 0 {
				s.waiting = append(s.waiting, i)
			} else {
				b.tale = s.cur
			}
		case furniturs:
			b.kind = bulletin.Furniture
			if phrase.JumpOnHead(b.text) || phrase.JumpOnHead(b.text[min(1, len(b.text)):]) {
				s.endHere()
			}
		default:
			s.text(i)
		}
	}
	s.rest()
	return s
}

// endHere notes that the present story goes on on another page.
func (s *stories) endHere() {
	if s.cur >= 0 && len(s.pending) == 0 {
		s.tales[s.cur].ended = true
	}
}

// credit places a block that is a credit or a lead by itself.
func (s *stories) credit(i int) {
	b := s.blocks[i]
	b.kind = bulletin.Byline
	s.signedOff(i)
	slug := b.has(bulletin.Dateline)
	switch {
	case slug || len(s.pending) > 0:
		s.above = append(s.above, i)
	case s.cur < 0:
		s.above = append(s.above, i)
	default:
		t := s.tales[s.cur]
		if t.credit && !t.ended && !s.leaning(i) && s.divide(i) {
			t = s.tales[s.cur]
		}
		below := b.gap == 0 && !t.credit && t.ended && !s.leaning(i) // below a reference to another page
		if t.ended && !s.adjacent(i) && !below || t.credit && !t.ended {
			s.above = append(s.above, i) // it is the next story's
			return
		}
		b.tale = s.cur
		t.credit, t.ended = true, true
	}
}

// leaning says whether a credit stands closer to the text below it than to that above.
func (s *stories) leaning(i int) bool {
	b := s.blocks[i]
	return b.gap > 0 && i+1 < len(s.blocks) && s.blocks[i+1].gap < b.gap && s.blocks[i+1].role.para()
}

// adjacent says whether block i follows a credit of the same story at once: its second line.
func (s *stories) adjacent(i int) bool {
	if i == 0 || s.blocks[i-1].tale != s.cur {
		return false
	}
	above := s.blocks[i-1]
	if above.role == byline {
		// Its second line; one that names reporters again, behind an empty line, is another story's.
		r := s.blocks[i].text
		return s.blocks[i].gap == 0 || !(script.HasAt(r, 0, "记者") || script.HasAt(r, 0, "本报"))
	}
	n := len(above.parts)
	// Behind a credit in the text the second line names others: 通讯员, not another 记者.
	r := s.blocks[i].text
	return n > 1 && above.parts[n-1].kind == bulletin.Byline && s.blocks[i].gap == 0 && phrase.CallingAt(r, 0) > 0 && !script.HasAt(r, 0, "本报") && !script.HasAt(r, 0, "记者")
}

// text places a paragraph or a row.
func (s *stories) text(i int) {
	b := s.blocks[i]
	b.kind = bulletin.Paragraph
	lead := b.has(bulletin.Dateline) || s.slugged()
	s.endings()
	switch {
	case s.resumes(i):
		return
	case s.beyondList(i):
	case b.role.row() && len(s.pending) == 0 && s.listed():
	case len(s.pending) > 0 && s.section(i, lead):
		// A head inside the story: a paragraph of its own.
		s.take(s.pending)
		s.settle(s.cur)
	case len(s.pending) > 0, s.cur < 0, lead, b.back(), s.tales[s.cur].ended, len(s.above) > 0 && s.tales[s.cur].credit:
		s.begin(i)
	case len(s.above) > 0:
		s.settle(s.cur)
	}
	t := s.tales[s.cur]
	b.tale = s.cur
	t.body = append(t.body, i)
	t.leads = t.leads || lead
	t.rows = t.rows || b.role.row()
	for _, p := range b.parts {
		if p.kind != bulletin.Byline {
			continue
		}
		t.credit = true
		if p == b.parts[len(b.parts)-1] || b.parts[len(b.parts)-1].kind == bulletin.Furniture && len(b.parts) > 2 {
			t.ended = true
		}
	}
	if b.forward() {
		t.ended = true
	}
}

// slugged says whether a lead stands by itself above.
func (s *stories) slugged() bool {
	for _, i := range s.above {
		if s.blocks[i].has(bulletin.Dateline) {
			return true
		}
	}
	return false
}

// begin opens a story with the text of block i.
func (s *stories) begin(i int) bool {
	if s.cur >= 0 {
		if n := s.lastText(); n >= 0 && s.unfinished(n) {
			s.open = append(s.open, suspended{n, s.cur})
			if len(s.open) > 4 {
				s.open = s.open[1:]
			}
		}
	}
	s.cur = len(s.tales)
	s.tales = append(s.tales, &tale{})
	if len(s.pending) > 0 {
		s.region = append(s.region, &region{titles: s.pending, tale: s.cur})
	}
	s.settle(s.cur)
	return true
}

// settle gives what waited to a story.
func (s *stories) settle(to int) {
	for _, i := range s.above {
		s.blocks[i].tale = to
		s.tales[to].credit = s.tales[to].credit || s.blocks[i].has(bulletin.Byline)
	}
	for _, i := range s.waiting {
		s.blocks[i].tale = to
	}
	s.pending, s.above, s.waiting = nil, nil, nil
}

// rest is what stands below the last text.
func (s *stories) rest() {
	s.endings()
	if len(s.pending) > 0 {
		s.region = append(s.region, &region{titles: s.pending, tale: -1})
	}
	for _, i := range s.above {
		if s.cur >= 0 && !s.tales[s.cur].credit && len(s.pending) == 0 {
			s.blocks[i].tale = s.cur
			s.tales[s.cur].credit = true
		}
	}
	for _, i := range s.waiting {
		s.blocks[i].tale = s.cur
	}
}

// listed opens a story for a list of rows whose title stands beside that of the present story: two
// titles over two columns. It says whether it did.
func (s *stories) listed() bool {
	if s.cur < 0 || s.tales[s.cur].rows || len(s.tales[s.cur].body) < 2 {
		return false
	}
	for _, r := range s.region {
		if r.tale != s.cur || len(r.titles) < 2 {
			continue
		}
		for k, i := range r.titles {
			if !phrase.EndsAsNotice(s.blocks[i].text) {
				continue
			}
			r.titles = append(append([]int{}, r.titles[:k]...), r.titles[k+1:]...)
			s.pending = []int{i}
			return s.begin(i)
		}
	}
	return false
}
