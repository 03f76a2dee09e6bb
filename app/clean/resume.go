package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/lexicon"
)

// lastText is the last paragraph of the present story, -1 for none.
func (s *stories) lastText() int {
	t := s.tales[s.cur]
	for k := len(t.body) - 1; k >= 0; k-- {
		if b := s.blocks[t.body[k]]; b.role.para() {
			return t.body[k]
		}
	}
	return -1
}

// unfinished says whether a paragraph stops in mid-sentence.
func (s *stories) unfinished(i int) bool {
	b := s.blocks[i]
	l := &s.ls[b.last()]
	return !l.stop && !l.tail && !b.forward() && !s.tales[b.tale].ended && l.last != '：'
}

// resumes says whether block i is the rest of a paragraph that a whole story interrupted, and joins
// them. It must look like a line in mid-paragraph, and the story between must have come to its end.
func (s *stories) resumes(i int) bool {
	b := s.blocks[i]
	if len(s.open) == 0 || len(s.pending) > 0 || len(s.above) > 0 || !b.role.para() || s.cur < 0 || b.has(bulletin.Dateline) || b.back() {
		return false
	}
	o := s.open[len(s.open)-1]
	if o.tale == s.cur || !s.flush(b) {
		return false
	}
	if n := s.lastText(); n >= 0 && s.unfinished(n) {
		return false
	}
	first := s.blocks[o.block]
	first.runs = append(first.runs, b.runs...)
	b.runs = nil
	b.kind = bulletin.Line
	first.join(s.ls, s.page)
	first.split(nil)
	s.open = s.open[:len(s.open)-1]
	s.cur = o.tale
	s.tales[s.cur].ended = first.has(bulletin.Byline) && first.parts[len(first.parts)-1].kind == bulletin.Byline
	return true
}

// beyondList says whether block i stands behind a list that interrupted a story, and goes back to that.
// A list ends with one short paragraph at most, about the list; what follows without a title is the
// story's that stood above, if that had not come to its end.
func (s *stories) beyondList(i int) bool {
	b := s.blocks[i]
	if s.cur < 1 || !b.role.para() || len(s.pending) > 0 || len(s.above) > 0 || b.has(bulletin.Dateline) || b.back() {
		return false
	}
	t, above := s.tales[s.cur], s.tales[s.cur-1]
	if !t.rows || t.ended || above.ended || above.rows || len(above.body) == 0 {
		return false
	}
	if last := s.blocks[t.body[len(t.body)-1]]; !last.role.para() && (len(b.text) < 60 || remarks.At(b.text, 0) > 0) {
		return false
	}
	s.cur--
	return true
}

// remarks open the paragraph below a list that is about it.
var remarks = lexicon.NewVocabulary("以上", "电话", "咨询", "数据来源", "来源：", "注：", "备注", "说明", "联系", "购票", "预约", "报名", "上述")

// flush says whether a block's first line begins at its column's edge, as a line in mid-paragraph
// does: without the indent, so too wide for a first line.
func (s *stories) flush(b *block) bool {
	l := &s.ls[b.first()]
	if s.page.indented {
		return l.indent < 2
	}
	return b.runs[0].to-b.runs[0].from > 1 && l.width >= int(b.wide)-1 || barred(l.first) || s.page.latin && latinSmall(l.r)
}
