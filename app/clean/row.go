package clean

import (
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// rowLike says whether a line looks like a row of a table or list: cells parted by spaces, no
// sentence marks.
func rowLike(r []rune) bool {
	return len(r) <= 120 && cells(r) >= 2 && marksIn(r, "。，；！？") == 0
}

// rowSure says whether a line is a row whatever stands around it: a label with a number, the columns of
// a table, cells of which all but the first are numbers.
func rowSure(r []rune) bool {
	if !rowLike(r) {
		return false
	}
	if label(r) && doorEnd(r) {
		return true
	}
	if t := tight(r); phrase.EndsInNumber(r) || len(t) > 0 && wide(r) >= 2 && cells(r) >= 3 {
		return true
	}
	return cells(r) >= 3 && numbers(r) >= cells(r)-1
}

// numbers is how many cells begin with a digit or a sign and end with a digit or a unit.
func numbers(r []rune) int {
	n := 0
	for i := range r {
		if !script.IsSpace(r[i]) && (i == 0 || script.IsSpace(r[i-1])) && (phrase.IsDigit(r[i]) || r[i] == '-' && i+1 < len(r) && phrase.IsDigit(r[i+1])) {
			k := i
			for k < len(r) && !script.IsSpace(r[k]) && !script.IsHan(r[k]) {
				k++
			}
			if k == len(r) || script.IsSpace(r[k]) {
				n++
			}
		}
	}
	return n
}

// cells is how many pieces the spaces of a line part. The words of a foreign name in a Chinese line are
// one.
func cells(r []rune) int {
	n := 0
	han := false
	for i := range r {
		han = han || script.IsHan(r[i])
		if !script.IsSpace(r[i]) && (i == 0 || script.IsSpace(r[i-1])) {
			n++
		}
	}
	if !han {
		return n
	}
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && (script.IsLatin(r[i-1]) || r[i-1] == '.') && script.IsLatin(r[i+1]) {
			n--
		}
	}
	return n
}

// row is the cost of line j beginning a row.
func (c *costs) row(j int) float32 {
	l := &c.ls[j]
	if c.page.verse[j] {
		return 0.2 // a line of verse is a paragraph too
	}
	if !rowLike(l.r) || c.page.latin && cells(l.r) > 6 {
		return 14
	}
	if _, ok := phrase.WholeCredit(l.r); ok || phrase.IsPhotoEnd(l.r) || phrase.IsLead(l.r) {
		return 7
	}
	if l.rest || phrase.HasCalling(l.r) {
		return 10 // part of a credit
	}
	n := cells(l.r)
	if c.page.table[j] {
		return 0.8
	}
	switch {
	case rowSure(l.r):
		return 0.8
	case n >= 3 && label(l.r):
		return 1.8
	case n >= 3:
		return 2.8
	case label(l.r):
		return 4.5
	}
	return 6
}

// tables fills in which lines stand, without an empty line between, from one row that ends in a
// number to another: rows and what goes on from them, such as a list of telephone numbers.
func (p *page) tables(ls []line) {
	p.table = make([]bool, len(ls))
	last := -1
	for i := range ls {
		if ls[i].gap > 0 {
			last = -1
		}
		if len(ls[i].r) > 120 || marksIn(ls[i].r, "。，；！？") > 0 {
			last = -1
			continue
		}
		if n := cells(ls[i].r); !p.latin && n >= 3 && i > 0 && hanCell(ls[i].r) && hanCell(ls[i-1].r) && ls[i].gap == 0 && cells(ls[i-1].r) == n && len(ls[i-1].r) <= 120 && rowLike(ls[i-1].r) && !phrase.Dated(tight(ls[i-1].r)) {
			p.table[i-1], p.table[i] = true, true // as many cells in two rows
		}
		if !phrase.EndsInNumber(ls[i].r) {
			continue
		}
		if last >= 0 && i-last <= 9 {
			for k := last; k <= i; k++ {
				p.table[k] = true
			}
		}
		last = i
	}
}

// hanCell says whether a line begins with a Han character or a digit: a row's head in a Chinese page.
func hanCell(r []rune) bool {
	return script.IsHan(r[0]) || phrase.IsDigit(r[0]) || script.IsOpening(r[0])
}

// wide is how many of the gaps between cells are wider than one space.
func wide(r []rune) int {
	n := 0
	for i := 1; i < len(r); i++ {
		if script.IsSpace(r[i]) && (script.IsSpace(r[i-1]) || r[i] == 0x3000 && !script.IsSpace(r[i-1])) && (i < 2 || !script.IsSpace(r[i-2])) {
			n++
		}
	}
	return n
}

// label says whether a line begins with a word of Han characters and a space: 供水抢修 0415-….
func label(r []rune) bool {
	n := script.HanRun(r, 0)
	return n >= 2 && n < len(r) && script.IsSpace(r[n])
}

// doorEnd says whether a text ends with the number of a house: …大道127号.
func doorEnd(r []rune) bool {
	n := len(r)
	return n > 2 && r[n-1] == '号' && (phrase.IsDigit(r[n-2])) && !script.HasAt(r, n-3, "第")
}

// hours says whether a text begins with the days or the hours at which an office is open: 周一至周五.
func hours(r []rune) bool {
	return len(r) > 4 && len(r) < 16 && (r[0] == '周' || script.HasAt(r, 0, "星期")) && script.Find(r[:5], 1, "至") > 0 && marksIn(r, "。；") == 0
}

// rowOn is the cost of the row of line i going on in the next line, in a column of measure m: it
// must be as full as its next cell leaves it.
func (c *costs) rowOn(i, m int) float32 {
	l, next := &c.ls[i], &c.ls[i+1]
	cost := float32(0.3)
	switch {
	case hours(next.r) && doorEnd(l.r):
		return 0
	case marksIn(next.r, "。，；！？") > 0 && !c.page.table[i+1]:
		cost += 4 // a sentence
	}
	if n := cells(l.r); n >= 3 && n == cells(next.r) && c.page.table[i+1] {
		cost += 5 // as many cells: a row of its own
	}
	if c.page.verse[i+1] {
		cost += 8
	}
	free := m - l.width - spaces(l.r) - spaceOf(l, next)
	if free >= cellUnit(next) {
		cost += min(6, 2.5+0.3*float32(free-cellUnit(next)))
	}
	if rowSure(next.r) && cells(next.r) >= 2 && !phrase.IsDigit(next.first) {
		cost += 3
	}
	if label(next.r) && cells(next.r) >= 2 && script.HanRun(next.r, 0) >= 3 {
		cost += 2.5
	}
	return cost
}

// rowEnd is the cost of the row of line i being complete.
func (c *costs) rowEnd(i, m int) float32 {
	l := &c.ls[i]
	if i+1 >= len(c.ls) {
		return 0
	}
	next := &c.ls[i+1]
	if next.gap == 0 && (!label(next.r) || cells(next.r) < 2) && !rowLike(next.r) && len(next.r) < 12 && m-l.width-spaces(l.r) < 2+cellUnit(next) {
		return 2
	}
	return 0.2
}

// spaces is what the gaps between cells take on paper, in half em: they were set, unlike those in a
// sentence.
func spaces(r []rune) int {
	n := 0
	for i := range r {
		if script.IsSpace(r[i]) && !set(r, i) {
			n++
			if r[i] == 0x3000 {
				n++
			}
		}
	}
	return n
}

func spaceOf(a, b *line) int {
	if script.IsHan(a.last) && script.IsHan(b.first) {
		return 0
	}
	return 1
}

// cellUnit is the width of what a row's line cannot part: a number, else one character.
func cellUnit(l *line) int { return l.unit }
