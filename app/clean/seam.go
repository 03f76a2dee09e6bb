package clean

import (
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// titleJoin is the cost of line i+1 going on with the title of line i; titlePart that of its being a
// title of its own: the next part of the stack, or of another one.
//
// Sure signs are a word of the page that runs across the break, a quotation that the break cuts, an
// empty line. Else two lines of like width that are both shorter than a column are more often one.
func (c *costs) titleJoin(i int) float32 { return softplus(-c.seam(i)) - c.another(i) }

func (c *costs) titlePart(i int) float32 { return softplus(c.seam(i)) - c.another(i) }

// another is how much likelier a title line is behind one than elsewhere; lines with a comma, as
// those of a paragraph have, are not.
func (c *costs) another(i int) float32 {
	if marksIn(c.ls[i].r, "。")+marksIn(c.ls[i+1].r, "。") > 0 || c.ls[i].comma && !contains("，：", c.ls[i].last) || c.ls[i+1].comma || open(c.ls[i].r) != shut(c.ls[i+1].r) {
		return 0
	}
	if marksIn(c.ls[i].r, "，,")+marksIn(c.ls[i+1].r, "，,") > 0 {
		return 1.6
	}
	if j := i + 2; j < len(c.ls) && c.ls[j].gap == 0 && !c.short(j) && !c.ls[j].slug && !phrase.IsLead(c.ls[j].r) {
		return 0.8 // text follows at once
	}
	return 2.4
}

// softplus turns log odds into the cost of the other outcome.
func softplus(x float32) float32 {
	switch {
	case x > 8:
		return x
	case x < -8:
		return 0
	}
	return ln1p(exp(x))
}

// seam is the log odds that titles i and i+1 are one.
//
// Layout breaks a title in two lines of about as many characters, both short, the second seldom the
// shorter one, or where it pauses. Parts of a stack are parted by empty lines or by nothing; where
// some are, the lines that aren't belong together. A stack has three parts at most.
func (c *costs) seam(i int) float32 {
	if c.seamOf[i] == unset {
		c.seamOf[i] = c.seamFind(i)
	}
	return c.seamOf[i]
}

// seamFind finds seam.
func (c *costs) seamFind(i int) float32 {
	a, b := &c.ls[i], &c.ls[i+1]
	if c.page.latin {
		return c.latinSeam(i)
	}
	s := titleSeam(a, b, c.seams[pairOf(a, b)])
	switch {
	case b.gap > 0:
		return s - 4
	case phrase.IsWholeDate(tight(b.r)):
		return -6
	case dateFirst(b.r) && len(b.r) < 14:
		s -= 2 // 3月17日至21日
	}
	from, to := c.group(i)
	group := make([]*line, to-from)
	for k := range group {
		group[k] = &c.ls[from+k]
	}
	if len(group) > 4 {
		return s + 1.5*c.together(from, to, i)
	}
	return s + titleShape(group, i-from, c.parted(from-1) || c.parted(to))
}

// together is 1 where the lines i and i+1 of a group of title lines [from, to) are one part of its stack, -1
// where they are not, as the best way to part the whole group has it.
func (c *costs) together(from, to, i int) float32 {
	group := make([]int, to-from)
	for k := range group {
		group[k] = from + k
	}
	for _, end := range partsOf(group, c.pairUp) {
		if end == i-from+1 {
			return -1
		}
	}
	return 1
}

// pairUp is the log odds that two title lines are one title, by themselves.
func (c *costs) pairUp(i, j int) float32 {
	a, b := &c.ls[i], &c.ls[j]
	seen := 0
	if j == i+1 {
		seen = c.seams[pairOf(a, b)]
	}
	return titleSeam(a, b, seen) + titleShape([]*line{a, b}, 0, false)
}

// titleSeam is what two lines say by themselves for being one title; seen is how often the page has the
// two runes at the break side by side (seams).
func titleSeam(a, b *line, seen int) float32 {
	s := float32(0)
	switch {
	case seen >= 100:
		s += 3.5 // three runes of a word of the page across the break
	case seen > 2:
		s += 1
	case seen > 0:
		s += 0.4
	}
	s += wordAcross(a, b)
	switch {
	case open(a.r) && shut(b.r):
		s += 5
	case open(a.r):
		s += 3 // or a mark was lost
	}
	if hangs(a) {
		s += 1.5
	}
	if script.HasAt(a.r, 0, "关于") && !phrase.EndsAsNotice(a.r) {
		s += 3
	}
	if a.comma && !standing(a.r[:len(a.r)-1]) {
		s += 4
	}
	if phrase.EndsAsNotice(b.r) && wordAcross(a, b) <= 0 && !open(a.r) {
		s -= 1.5 // the name of a notice or a list is whole
	}
	if n := firstHalf(a.r); n > 2 && len(a.r) == 2*n+1 {
		s -= 2 // two phrases of like length are whole
	}
	if a.width <= 6 && !script.IsHan(a.first) {
		s += 3 // a number or a word alone
	}
	if script.HasAt(b.r, 0, "——") {
		s -= 5
	}
	if standing(a.r) {
		s -= 1.2
		if len(a.r) <= 4 {
			s -= 2.5 // 荐书: the column's name alone
		}
	}
	if b.gap > 0 {
		return s
	}
	if cutAtPause(a.r, b.r) {
		s += 2.5
	} else if pauses(a.r)+pauses(b.r) > 0 {
		s -= 1.5 // a part that pauses is whole
	}
	return s
}

// titleShape is what the widths of a group of title lines say for the at-th and the next being one title.
// parted says that an empty line parts the group from another part of its stack.
func titleShape(group []*line, at int, parted bool) float32 {
	a, b, n := group[at], group[at+1], len(group)
	wide := max(a.width, b.width)
	sum := a.width + b.width
	more := len(tight(b.r)) - len(tight(a.r))
	s := float32(0)
	switch {
	case wide > 14 && b.width < a.width-3:
		s = -1.2
	case more == 0:
		s = 0.6
	case more > 0 && more <= 2:
		s = 0.4
	case more < 0 && wide > 14:
		s = -1.2
	}
	switch {
	case wide > 20:
		return -2.2
	case n == 2 && parted && wide <= 18:
		return 3.2
	case n == 2 && parted:
		return -1.5
	case n == 2 && !parted && a.width > 16 && b.width < a.width-2 && wide <= 20:
		return 0.5 // the shorter half below
	case wide > 18 && (n != 3 || at != 1 || group[0].width <= wide):
		return -1.5
	case n == 2 && sum <= 22:
		return s + 1.6
	case n == 2 && wide <= 16:
		return s + 0.7
	case n == 2:
		return -1.5
	case n == 3 && wide <= 10 && group[0].width == group[1].width && group[1].width == group[2].width:
		return s + 2 // three calls of a few characters, one below the other
	case n == 3 && at == 0 && sum <= 26 && group[2].width > wide:
		return s + 1
	case n == 3 && at == 0:
		return -1
	case n == 3 && group[0].width >= 17 && wide <= 16:
		return s + 1.7
	case n == 3 && group[0].width > wide+4:
		return s + 0.4
	case n == 3:
		return -0.7
	case n == 4 && at == 0 && sum <= 26, n == 4 && at == 2 && wide <= 18:
		return max(s, 0) + 1
	case n >= 4 && at > 0 && at+2 < n && group[at-1].width > wide && group[at+2].width > wide:
		return s + 1 // two narrow lines between wide ones
	}
	return s - 1
}

// parted says whether line i is a title line with an empty line between it and text, so that it
// stands in one stack with the group beyond its own empty line.
func (c *costs) parted(i int) bool {
	return c.titled(i) && (c.ls[i].gap > 0 || c.short(i-1)) && (below(c.ls, i) > 0 || c.short(i+1))
}

// cutAtPause says whether the break of two lines stands one character from a pause: the line was
// cut, not the phrase.
func cutAtPause(a, b []rune) bool {
	return script.IsHan(b[0]) && len(b) > 2 && script.IsSpace(b[1]) ||
		script.IsHan(a[len(a)-1]) && len(a) > 2 && script.IsSpace(a[len(a)-2])
}

// titled says whether line i looks like a title by itself.
func (c *costs) titled(i int) bool {
	if i < 0 || i >= len(c.ls) {
		return false
	}
	l := &c.ls[i]
	return len(l.r) <= 40 && !l.stop && (!l.comma || contains("，：", l.last) && l.width <= 22) && !l.slug && !c.page.heading(i) && marksIn(l.r, "。；") == 0 && c.title(i) < 4.8
}

// heading says whether line i belongs to the page's own head.
func (p *page) heading(i int) bool { return i < len(p.head) && p.head[i] }

// group is the run [from, to) of title-like lines without an empty line in which i and i+1 stand.
func (c *costs) group(i int) (from, to int) {
	from, to = i, i+2
	for from > 0 && i-from < 4 && c.ls[from].gap == 0 && c.titled(from-1) {
		from--
	}
	for to < len(c.ls) && to-i < 7 && c.ls[to].gap == 0 && c.titled(to) && !c.page.table[to] {
		to++
	}
	return from, min(to, len(c.ls))
}

// hangs says whether a line ends with a word that seldom ends a title's part: 的, 和, 与, 在 … One that is
// bound to the character before it is another word: 导向.
func hangs(l *line) bool {
	if !contains("的和与在及为对把让从将被是第向等不随由至达超约近", l.last) {
		return false
	}
	return l.last == '的' || len(l.r) < 2 || lexicon.Bond(l.r[len(l.r)-2], l.last) < 2
}

// latinSeam is seam for Latin letters: a small letter goes on, a capital behind a line that the next
// word had fitted in begins.
func (c *costs) latinSeam(i int) float32 {
	a, b := &c.ls[i], &c.ls[i+1]
	s := float32(0)
	if b.gap > 0 {
		return -5
	}
	if latinSmall(b.r) {
		s += 4
	} else {
		s -= 1
	}
	if w := words(a.r); len(w) > 0 && latinSmall([]rune(w[len(w)-1])) && len(w[len(w)-1]) <= 3 {
		s += 2.5 // ends with a small word: of, the, in
	}
	if a.width+b.unit+1 > c.page.usual+2 {
		s += 1
	}
	if len(words(b.r)) <= 2 && a.width > 2*b.width {
		s += 2.5 // a word or two alone: what did not fit
	}
	return s
}

// pairOf are the two runes at the break of two lines.
func pairOf(a, b *line) [2]rune { return [2]rune{a.last, b.first} }

// seams counts, for all places where one title line may go on with the next, how often the two runes
// stand side by side on the page; 100 and more means that a third rune before or behind them does so
// too, which chance seldom does. One pass over the page.
func seams(ls []line, p *page) map[[2]rune]int {
	want := map[[2]rune]int{}
	around := map[[2]rune][][2]rune{}
	var bloom [1 << 10]bool
	for i := 0; i+1 < len(ls); i++ {
		a, b := &ls[i], &ls[i+1]
		if b.gap > 0 || a.stop || a.comma || len(a.r) > 60 || len(b.r) > 60 || p.latin {
			continue
		}
		if k := pairOf(a, b); script.IsHan(k[0]) && script.IsHan(k[1]) {
			want[k] = 0
			around[k] = append(around[k], [2]rune{before(a.r), second(ls, i+1)})
			bloom[(uint32(k[0])*31+uint32(k[1]))&1023] = true
		}
	}
	if len(want) == 0 {
		return want
	}
	for _, l := range ls {
		for k := 1; k < len(l.r); k++ {
			a, b := l.r[k-1], l.r[k]
			if !bloom[(uint32(a)*31+uint32(b))&1023] {
				continue
			}
			key := [2]rune{a, b}
			n, ok := want[key]
			if !ok || n >= 200 {
				continue
			}
			n++
			for _, w := range around[key][:min(len(around[key]), 8)] {
				if n < 100 && (k > 1 && l.r[k-2] == w[0] && script.IsHan(w[0]) || k+1 < len(l.r) && l.r[k+1] == w[1] && script.IsHan(w[1])) {
					n += 100
				}
			}
			want[key] = n
		}
	}
	return want
}

// before is the rune before the last of a line.
func before(r []rune) rune {
	if len(r) > 1 {
		return r[len(r)-2]
	}
	return 0
}
