package clean

import (
	"math"

	"qingyang/app/bulletin"
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
			if jumpsOn(b.text) || jumpsOn(b.text[min(1, len(b.text)):]) {
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
		if dateFirst(b.text) || hasAt(b.text, 0, "记者") || b.has(bulletin.Dateline) {
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

// adjacent says whether block i follows a credit of the same story at once: its second line.
func (s *stories) adjacent(i int) bool {
	if i == 0 || s.blocks[i-1].tale != s.cur {
		return false
	}
	above := s.blocks[i-1]
	if above.role == byline {
		// Its second line; one that names reporters again, behind an empty line, is another story's.
		r := s.blocks[i].text
		return s.blocks[i].gap == 0 || !(hasAt(r, 0, "记者") || hasAt(r, 0, "本报"))
	}
	n := len(above.parts)
	// Behind a credit in the text the second line names others: 通讯员, not another 记者.
	r := s.blocks[i].text
	return n > 1 && above.parts[n-1].kind == bulletin.Byline && s.blocks[i].gap == 0 && callings.at(r, 0) > 0 && !hasAt(r, 0, "本报") && !hasAt(r, 0, "记者")
}

// text places a paragraph or a row.
func (s *stories) text(i int) {
	b := s.blocks[i]
	b.kind = bulletin.Paragraph
	lead := b.has(bulletin.Dateline) || s.slugged()
	s.signed()
	s.office()
	s.closing()
	switch {
	case s.resumes(i):
		return
	case s.beyondList(i):
	case b.role.row() && len(s.pending) == 0 && s.listed():
	case len(s.pending) > 0 && s.section(i, lead):
		// A head inside the story: a paragraph of its own.
		for _, t := range s.pending {
			s.blocks[t].kind = bulletin.Paragraph
			s.blocks[t].tale = s.cur
			s.tales[s.cur].body = append(s.tales[s.cur].body, t)
		}
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

// signed gives the signature of a notice, who issued it and the day, to the story that it ends.
func (s *stories) signed() {
	for k, i := range s.pending {
		b := s.blocks[i]
		if s.cur < 0 || k > 1 || !wholeDate(b.text) {
			continue
		}
		for _, q := range s.pending[:k+1] {
			s.blocks[q].kind = bulletin.Paragraph
			s.blocks[q].tale = s.cur
			s.tales[s.cur].body = append(s.tales[s.cur].body, q)
		}
		s.tales[s.cur].ended = true
		s.pending = append([]int(nil), s.pending[k+1:]...)
		return
	}
}

// signedOff gives a short line right below the text to the story that it ends: how a letter is signed,
// above the credit i. An empty line stands above a headline nearly always.
func (s *stories) signedOff(i int) {
	if s.cur < 0 || len(s.pending) != 1 || len(s.above)+len(s.waiting) > 0 || s.tales[s.cur].credit || s.tales[s.cur].ended {
		return
	}
	n := s.pending[0]
	b := s.blocks[n]
	if n != i-1 || b.gap > 0 || len(b.text) > 10 || s.page.latin || n == 0 || !s.blocks[n-1].role.para() {
		return
	}
	b.kind, b.tale = bulletin.Paragraph, s.cur
	s.tales[s.cur].body = append(s.tales[s.cur].body, n)
	s.pending = nil
}

// office makes the credit of a notice or a list of the line right below it that names who issued it, and
// stands above an empty line.
func (s *stories) office() {
	if s.cur < 0 || len(s.pending) == 0 || s.page.latin || s.tales[s.cur].credit || s.tales[s.cur].ended {
		return
	}
	n := s.pending[0]
	b := s.blocks[n]
	if b.gap > 0 || n == 0 || n+1 < len(s.blocks) && s.blocks[n+1].gap == 0 || len(b.text) < 5 || len(b.text) > 20 ||
		hanRun(b.text, 0) != len(b.text) || !stations.ends(b.text) || s.blocks[n-1].tale != s.cur {
		return
	}
	b.kind, b.role, b.tale = bulletin.Byline, byline, s.cur
	s.tales[s.cur].credit, s.tales[s.cur].ended = true, true
	s.pending = s.pending[1:]
}

// closing gives one or two short lines right below the text, above an empty line, to the story that they
// end: how a letter is signed, a toast. Only on pages that part titles from text by an empty line.
func (s *stories) closing() {
	if s.cur < 0 || len(s.pending) == 0 || s.page.latin || !s.apart || s.tales[s.cur].credit || s.tales[s.cur].ended {
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
	for _, i := range s.pending[:n] {
		s.blocks[i].kind, s.blocks[i].tale = bulletin.Paragraph, s.cur
		s.tales[s.cur].body = append(s.tales[s.cur].body, i)
	}
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

// wholeDate says whether a text is a date and nothing else: 2024年11月7日.
func wholeDate(r []rune) bool {
	t := tight(r)
	return len(t) >= 8 && len(t) <= 11 && t[len(t)-1] == '日' && dated(t)
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
	s.signed()
	s.office()
	s.closing()
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
			if !notices.ends(s.blocks[i].text) {
				continue
			}
			r.titles = append(append([]int{}, r.titles[:k]...), r.titles[k+1:]...)
			s.pending = []int{i}
			return s.begin(i)
		}
	}
	return false
}

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
	if last := s.blocks[t.body[len(t.body)-1]]; !last.role.para() && (len(b.text) < 60 || remarks.at(b.text, 0) > 0) {
		return false
	}
	s.cur--
	return true
}

// remarks open the paragraph below a list that is about it.
var remarks = lex("以上", "电话", "咨询", "数据来源", "来源：", "注：", "备注", "说明", "联系", "购票", "预约", "报名", "上述")

// flush says whether a block's first line begins at its column's edge, as a line in mid-paragraph
// does: without the indent, so too wide for a first line.
func (s *stories) flush(b *block) bool {
	l := &s.ls[b.first()]
	if s.page.indented {
		return l.indent < 2
	}
	return b.runs[0].to-b.runs[0].from > 1 && l.width >= int(b.wide)-1 || barred(l.first) || s.page.latin && latinSmall(l.r)
}

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
	if n := notices.at(title.text, 0); n == len(title.text) {
		odds -= 6 // 更正
	} else if notices.ends(title.text) {
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
		if find(b.text[:min(len(b.text), 300)], 0, word) >= 0 {
			return true
		}
	}
	return false
}

// notices end what heads a notice or a list.
var notices = lex("指南", "一览", "通知", "公告", "须知", "启事", "名单", "目录", "时刻表", "更正", "通告", "公示", "声明", "一览表", "安排")

// dateFirst says whether a text opens with a day: 3月5日, 近日, 昨日.
func dateFirst(r []rune) bool {
	t := tight(r[:min(len(r), 12)])
	m := find(t, 0, "月")
	return m > 0 && m < 4 && isDigit(t[0]) && find(t, m, "日") > m || days.at(t, 0) > 0
}

// dayIn says whether a text names a day of a month: 3月5日.
func dayIn(r []rune) bool {
	t := tight(r)
	for i := 1; i+2 < len(t); i++ {
		if t[i] == '月' && isDigit(t[i-1]) && isDigit(t[i+1]) && find(t[:min(len(t), i+4)], i, "日") > 0 {
			return true
		}
	}
	return false
}

// days open a story without a date.
var days = lex("近日", "日前", "昨日", "昨天")
