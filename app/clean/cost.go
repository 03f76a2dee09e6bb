package clean

import (
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// costs says what each step of a reading costs, in natural logarithms of odds: 0 for what is sure to
// be so, 2.3 for one case in ten, 4.6 for one in a hundred. The numbers are reasoned, not fitted; the
// reason stands beside each. Nothing here costs more than the line's ends take to look at.
type costs struct {
	ls    []line
	page  *page
	seams map[[2]rune]int // how often two runes stand side by side on the page
	wide  [][]int16       // by line: the measures offered, likeliest first

	begins [][roles]float32 // by line: begin, unset where it is unset
	titles []float32        // by line: title
	seamOf []float32        // by line: seam with the next
	cuts   []float32        // by line: wordAcross with the next
}

// unset marks a cost that was not asked for yet: each is found once.
const unset = float32(-1e9)

func newCosts(ls []line, p *page, widths [][]int16) *costs {
	c := &costs{ls: ls, page: p, seams: p.seams, wide: widths}
	c.begins = make([][roles]float32, len(ls))
	c.titles, c.seamOf, c.cuts = make([]float32, len(ls)), make([]float32, len(ls)), make([]float32, len(ls))
	for i := range ls {
		for r := range c.begins[i] {
			c.begins[i][r] = unset
		}
		c.titles[i], c.seamOf[i] = unset, unset
		if i+1 < len(ls) {
			c.cuts[i] = wordAcross(&ls[i], &ls[i+1])
		}
	}
	return c
}

// begin is the cost of line j beginning a block of role b, or going on with one.
func (c *costs) begin(j int, b role) float32 {
	if c.begins[j][b] == unset {
		c.begins[j][b] = c.start(j, b)
	}
	return c.begins[j][b]
}

// indentOf is how much of the measure the first line of a paragraph leaves free, in half em: two em
// in Chinese print, whether the extraction kept it, replaced it by two spaces, or lost it.
func (c *costs) indentOf(i int) int {
	if c.page.latin {
		return c.ls[i].indent
	}
	return 4
}

// room is what a line leaves free of its measure, in half em; negative where it hangs out.
func (c *costs) room(i int, a role, m int) int {
	r := m - c.ls[i].width
	if a == paraFirst {
		r -= c.indentOf(i)
	}
	if n := c.ls[i].thin; n > 0 && r > 0 {
		r -= min(n, r) // set full-width, and narrowed by the extraction
	}
	return r
}

// full is the cost of line i, in role a and a column of measure m, being followed by its own next line.
func (c *costs) full(i int, a role, m int) float32 {
	if dropCap(c.ls, i, c.page) {
		return 0.3
	}
	cost := c.fill(i, c.room(i, a, m))
	if a == paraFirst && phrase.IsSalutation(c.ls[i].r) {
		return cost + 5 // a letter's first line stands alone
	}
	if a == paraFirst && !c.page.latin {
		// A first line without its indent: the rest of a story from another page, a glued lead.
		flush := c.fill(i, c.room(i, paraNext, m)) + 4
		if phrase.JumpHead(c.ls[i].r) || i > 0 && c.ls[i-1].slug {
			flush -= 4
		}
		cost = min(cost, flush)
	}
	return cost
}

// fill is the cost of a line that goes on with this much room left.
func (c *costs) fill(i, room int) float32 {
	l := &c.ls[i]
	u, heel := 2, 0
	if i+1 < len(c.ls) {
		u, heel = c.ls[i+1].unit, c.ls[i+1].heel
	}
	switch {
	case room < 0:
		// A mark at the end is hung into the margin, others give half an em each where a line is
		// squeezed; nothing else makes a line wider than its column.
		give := l.marks
		if barred(l.last) {
			give += 2
			if room >= -2 {
				return 0.5
			}
		}
		if -room <= give || room == -1 {
			return 0.9 + 0.4*float32(-room)
		}
		return min(9, 1.2+0.7*float32(-room-give))
	case room == 0:
		return 0.1
	case c.page.latin:
		if room > u { // the next word and a space had fitted
			return min(7, 2+0.35*float32(room-u))
		}
		return 0.2
	case room < u:
		return 0.25 + 0.08*float32(room)
	case room < u+heel:
		return 0.6 // the marks behind it had not fitted
	case script.IsOpening(l.last):
		return 0.6
	case room == u && u <= 2: // an em short without need: kinsoku counted otherwise, a thin space
		return 2.2
	case room <= u+heel+1:
		return 2.2
	}
	return min(5, 3.1+0.35*float32(room-u-heel))
}

// second is the rune behind the first of line j: a mark there may have pulled the first one down.
func second(ls []line, j int) rune {
	if j < len(ls) && len(ls[j].r) > 1 {
		return ls[j].r[1]
	}
	return 0
}

// last is the cost of a block of role a ending with line i.
func (c *costs) last(i int, a role, m int) float32 {
	if !a.para() {
		switch {
		case a.row():
			return c.rowEnd(i, m)
		case a.title() && hangs(&c.ls[i]):
			return 2
		}
		return 0
	}
	l := &c.ls[i]
	if dropCap(c.ls, i, c.page) {
		return 7
	}
	cost := float32(0)
	switch room := c.room(i, a, m); {
	case room < -3:
		cost = min(5, 1.5+0.3*float32(-room-3))
	case room < 2:
		// The last line ends anywhere: that it is full happens once in as many lines as it has
		// characters, and a break there is read into it more often than it is true.
		cost = 1.5
	}
	switch {
	case phrase.IsFormula(l.r), i+1 < len(c.ls) && phrase.IsFormula(c.ls[i+1].r) && l.stop:
	case l.tail, i+1 < len(c.ls) && c.ls[i+1].jump:
		cost += 0.3
	case l.stop, a == paraFirst && phrase.IsSalutation(l.r):
	case l.comma && (l.last == '：' || l.last == ':'):
		cost += 1.5 // a list follows
	case l.comma && (l.last == '；' || l.last == ';'):
		cost += 2.2 // items of a list
	case l.comma:
		cost += 6.5
	case script.IsClosing(l.last) || l.last == '"':
		cost += 4 // a title in quotes, a bracket: rarely the end
	default:
		cost += 5 // a sentence without an end
	}
	if l.stop && i+1 < len(c.ls) && c.ls[i+1].last != 0 && barred(c.ls[i+1].first) {
		cost += 4
	}
	if !l.stop && below(c.ls, i) > 0 && c.titled(i+1) {
		// The column ends in mid-sentence and another story stands below: one page in ten.
		cost = min(cost, 4.2+c.full(i, a, m))
	}
	return cost
}

// broken is the cost of a paragraph being cut by a caption or an advert behind line i. The line
// should be full; that a sentence goes on shows it, a stop speaks against it.
func (c *costs) broken(i int, a role, m int) float32 {
	cost := float32(2.2)
	if room := c.room(i, a, m); room >= 4 {
		cost += min(4, 0.8*float32(room-2))
	}
	if c.ls[i].stop {
		cost += 2.6
	}
	return cost
}

// shift is the cost of the measure changing between line i, in role a, and the next, in role b. A
// photo cuts into a column once in dozens of lines; behind a title anything may follow.
func (c *costs) shift(i int, a, b role) float32 {
	gap := c.ls[i+1].gap > 0
	switch {
	case !b.para() && !b.row():
		return 0.3
	case a.title() || a == furniturs || a == byline:
		return 0.4
	case a == caption || a.cuts():
		return 1.2
	case b == paraNext && gap && a == paraFirst && !c.company(i):
		return 2.2 // a column of which one line is left
	case b == paraNext && gap:
		return 1.2 // a column's end: the next one may be of another width
	case a == paraFirst && b == paraNext:
		return 4 // at once behind the first line: seldom
	case b == paraNext:
		return 3
	case gap:
		return 1.4
	}
	return 2.4
}

// company says whether a line above line i is about as wide as the column that i fills, with or without
// its indent. One with a stop may be a paragraph's last and says nothing.
func (c *costs) company(i int) bool {
	w := c.ls[i].width
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if d := c.ls[k].width - w; d >= -2 && d <= 6 && !c.ls[k].stop {
			return true
		}
	}
	return false
}

// pair is the cost of a block, or a line, of role b following line i of role a, whatever the measure.
func (c *costs) pair(i int, a, b role) float32 {
	cost := c.follow(i, a, b)
	if b == paraFirst && c.ended(i, a) && !phrase.IsLead(c.ls[i+1].r) {
		cost += 1.2 // a story begins here, and seven of ten do so with their title
	}
	if !b.next() {
		cost += 0.6 * max(0, c.cuts[i])
		if x, y := &c.ls[i], &c.ls[i+1]; x.tail && y.gap == 0 && len(y.r) < 40 && phrase.CallingCut(x.r, y.r) {
			cost += 6
		}
	}
	return cost
}

// ended says whether line i ends a story: a credit stands at the end of a paragraph or right below it.
func (c *costs) ended(i int, a role) bool {
	x := &c.ls[i]
	return a.para() && x.tail && !x.jump || a == byline && i > 0 && x.gap == 0 && c.ls[i-1].stop && !x.slug
}

// follow finds pair, but for what the end of a story says.
func (c *costs) follow(i int, a, b role) float32 {
	p := c.page
	x, y := &c.ls[i], &c.ls[i+1]
	gap := y.gap > 0
	switch {
	case a.cuts() && b == paraNext:
		if gap {
			return 0.3
		}
		return 0.8
	case a.para() && b == paraNext:
		cost := float32(0.25) // four junctions of five join
		if gap {
			cost += odds(p.blankJoin)
		} else {
			cost += odds(1 - p.blankJoin)
		}
		if y.gap > 1 {
			cost += 3 // more than a column's end
		}
		if a.para() && x.stop && !x.tail {
			cost += 1.9 // a stop at the line's very end: one sentence in fourteen
		}
		return cost
	case a.para() && b == paraFirst:
		cost := float32(1.5)
		if gap {
			cost += odds(p.blankBreak)
		} else {
			cost += odds(1 - p.blankBreak)
		}
		return cost
	case a.title() && b == titleNext:
		return c.titleJoin(i)
	case a.title() && b == titleFirst:
		return c.titlePart(i)
	case a.row() && b == rowNext:
		if gap {
			return 3
		}
		return 0.4
	case a.row() && b == rowFirst:
		return 0
	case b == rowFirst && !a.row():
		if a.title() {
			return 0.6
		}
		return 1.6
	case a.para() && i+1 < len(c.ls) && y.jump && b == furniturs:
		return 0
	case a.title() && b == paraFirst:
		if gap {
			return 0.2
		}
		return 0.5
	case a.title() && b == byline, a == byline && b == paraFirst, a == byline && b == byline:
		return 0.2
	case a.para() && b == byline, a.row() && b == byline:
		return 0.2
	}
	cost := float32(0.8)
	switch {
	case a == furniturs && b == furniturs:
		return 0
	case gap:
		cost = 0.2
	case p.open && b.title():
		cost = 0.5
	case p.open || p.blankBreak > 0.6:
		cost = 1.2 // on this page empty lines part what is not of one story
	}
	if a.para() && !b.cuts() {
		cost += 1.3 // most lines of a paragraph are not its last
	}
	return cost
}

// start finds begin.
func (c *costs) start(j int, b role) float32 {
	l := &c.ls[j]
	p := c.page
	switch b {
	case paraFirst:
		cost := c.sizeCost(j, false)
		switch {
		case barred(l.first):
			cost += 7
		case particle(l.r):
			cost += 3
		case script.IsHan(l.first) && barred(second(c.ls, j)):
			cost += 2.5 // one character, then a stop: the end of a sentence
		case script.IsHan(l.first) && len(l.r) > 2 && barred(l.r[2]) && !opens(l.r) && !phrase.OpensLately(l.r):
			cost += 0.7
		}
		switch {
		case !p.indented:
		case l.indent >= 2:
			cost -= 0.5
		case j > 0 && c.ls[j-1].slug, dropCap(c.ls, j, p):
		default:
			cost += 4
		}
		switch {
		case phrase.IsLead(l.r), phrase.IsTurn(l.r):
			cost -= 2.5
		case phrase.OpensItem(l.r), opens(l.r):
			cost -= 1
		}
		if l.rest {
			cost += 4
		}
		if p.verse[j] {
			cost += 4
		}
		if j > 0 && c.said(j) {
			cost += 2.5
		}
		if hanPauses(l.r) > 0 && marksIn(clip(l.r, 60), "，。：；、“？！") == 0 {
			cost += 1
		}
		if p.latin && !p.indented && latinSmall(l.r) {
			cost += 4
		}
		return cost
	case paraNext:
		cost := c.sizeCost(j, false)
		if p.indented && l.indent >= 2 && l.indent <= 12 && !dropCap(c.ls, j-1, p) {
			cost += 5
		}
		if phrase.IsLead(l.r) && j > 0 {
			cost += 6
		} else if phrase.OpensItem(l.r) {
			cost += 1.8
		}
		if phrase.JumpHead(l.r) {
			cost += 6
		} else if phrase.IsTurn(l.r) {
			cost += 2.5
		} else if opens(l.r) {
			cost += 0.7
		}
		if l.rest {
			cost -= 1.5
		}
		if p.verse[j] {
			cost += 4
		}
		return cost
	case titleFirst:
		return c.title(j) + c.sizeCost(j, true)
	case titleNext:
		if p.table[j] {
			return beam
		}
		return c.title(j) + c.sizeCost(j, true)
	case rowFirst:
		return c.row(j)
	case rowNext:
		if marksIn(clip(l.r, 60), "。，") > 0 || barred(l.first) {
			return 3.5
		}
		return 0.2
	}
	return 0
}

// openers begin a paragraph more often than they stand in one.
var openers = lexicon.NewVocabulary("下一步，", "据了解，", "据悉，", "近年来，", "目前，", "会议指出，", "会议强调，", "会议要求，", "会上，", "随后，", "此外，", "与此同时，", "接下来，", "当天，", "当日，", "今年以来，", "截至", "记者了解到，", "最后，", "问：", "答：", "【")

// opens says whether a line begins as paragraphs do.
func opens(r []rune) bool {
	if openers.At(r, 0) > 0 {
		return true
	}
	// An hour: 9:10，…
	return len(r) > 5 && phrase.IsDigit(r[0]) && (r[1] == ':' && phrase.IsDigit(r[2]) && phrase.IsDigit(r[3]) && r[4] == '，' || phrase.IsDigit(r[1]) && r[2] == ':' && phrase.IsDigit(r[3]) && phrase.IsDigit(r[4]) && r[5] == '，')
}

// said says whether line j names the speaker of the quotation that ends above: “……。” | 张三说。
func (c *costs) said(j int) bool {
	if above := &c.ls[j-1]; !above.stop || above.last != '”' && above.last != '"' {
		return false
	}
	r := c.ls[j].r
	for i := 2; i+1 < len(r) && i < 18; i++ {
		if contains("，。：；“", r[i]) {
			return script.HasAt(r, i-1, "说") || script.HasAt(r, i-2, "表示") || script.HasAt(r, i-2, "介绍") || script.HasAt(r, i-2, "坦言") || script.HasAt(r, i-2, "记者") || script.HasAt(r, i-2, "道")
		}
	}
	i := len(r) - 1
	return i < 18 && i > 2 && r[i] == '。' && (script.HasAt(r, i-1, "说") || script.HasAt(r, i-2, "介绍") || script.HasAt(r, i-2, "表示") || script.HasAt(r, i-2, "记者"))
}

// particle says whether a line begins with a syllable that leans on the word before it: 的, 们, 了
// where it is not 了解.
func particle(r []rune) bool {
	return contains("的们吗呢吧", r[0]) && (r[0] != '的' || len(r) < 2 || r[1] != '士') || r[0] == '了' && (len(r) < 2 || !contains("解不如然", r[1]))
}

// latinSmall says whether a line begins with a small letter.
func latinSmall(r []rune) bool { return r[0] >= 'a' && r[0] <= 'z' }
