package rule

import (
	"strings"

	"qingyang/app/phrase"
)

// P1 widens a comma in Chinese text: "开春后,农户" → "开春后，农户".
//
// It stays between digits ("1,200亩", coordinates), in an English quotation, in a formula
// ("f(x,y)"), and where a space follows it between Latin words.
var P1 = Rule{ID: "P1", need: commas, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] == '，' && p.isThousand(i) {
		return suggest(i, i+1, ",")
	}
	if p.Text[i] != ',' || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	l, r := p.beforeMarks(i), p.at(p.after(i))
	switch {
	case isDigit(l) && isDigit(r):
		return Edit{}, false
	case isAfterZh(l) && !isOpenMark(l), isBeforeZh(r) && l != 0:
		return auto(i, i+1, "，")
	}
	// No Han on either side, as in "5G,AI": in a Chinese line still a comma of Chinese, if words
	// stand beside it and not the arguments of a formula.
	l, r = p.at(i-1), p.at(i+1)
	if (isAlnum(l) || l == '%') && isAlnum(r) && !p.inRound(i) && !p.inLatinQuote(i) && (isAlnum(p.at(i-2)) || isAlnum(p.at(i+2))) {
		return auto(i, i+1, "，")
	}
	return Edit{}, false
})}

// beforeMarks is the nearest character before i that is no space and no half-width mark: what the
// first of several marks stands behind, the others do too.
func (p Para) beforeMarks(i int) rune {
	k := i - 1
	for k >= 0 && k > i-32 {
		switch p.Text[k] {
		case ',', ';', ':', '?', '!':
			k--
			continue
		}
		break
	}
	if k == i-1 {
		k = p.before(i)
	}
	return p.at(k)
}

// isThousand says whether the mark at i parts the thousands of a number: "1，200".
func (p Para) isThousand(i int) bool {
	from := i
	for from > 0 && i-from < 4 && isDigit(p.Text[from-1]) {
		from--
	}
	return i > from && i-from < 4 && isDigit(p.at(i+1)) && isDigit(p.at(i+2)) && isDigit(p.at(i+3)) && !isDigit(p.at(i+4))
}

// inRound says whether an opening half-width bracket stands before i without its closing one.
func (p Para) inRound(i int) bool {
	for k := i - 1; k >= 0 && k > i-40; k-- {
		switch p.Text[k] {
		case ')':
			return false
		case '(':
			return true
		}
	}
	return false
}

// inLatinQuote says whether i lies in a quotation without Han.
func (p Para) inLatinQuote(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch r := p.Text[k]; {
		case r == '“' || r == '"':
			for e := i + 1; e < len(p.Text) && !isHan(p.Text[e]); e++ {
				if p.Text[e] == '”' || p.Text[e] == '"' {
					return true
				}
			}
			return false
		case isHan(r), r == '”':
			return false
		}
	}
	return false
}

// P2 makes a full stop of the dot that ends a Chinese sentence: "圆满落幕." → "圆满落幕。".
//
// Only behind Han or a mark of Chinese, at the end of the line or before a closing mark; numbers of
// a list, decimals, abbreviations and file names have no such place.
var P2 = Rule{ID: "P2", need: dots, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '.' || p.latin || p.Kept(i) || p.at(i-1) == '.' || p.at(i+1) == '.' {
		return Edit{}, false
	}
	l := p.at(p.before(i))
	if (isAlnum(l) || l == '%' || l == '℃') && p.endsSentence(i) {
		return suggest(i, i+1, "。")
	}
	if l == '\'' && isHan(p.at(i-2)) {
		l = '’'
	}
	if !isAfterZh(l) || isOpenMark(l) || l == '…' || isPauseMark(l) {
		return Edit{}, false
	}
	switch r := p.at(p.after(i)); {
	case r == 0, isCloseMark(r), r == '"' || r == ')':
		return auto(i, i+1, "。")
	case isHan(r):
		return suggest(i, i+1, "。")
	}
	return Edit{}, false
})}

// endsSentence says whether the dot at i, behind a number or a word in Latin letters, ends a Chinese sentence:
// it ends the line, in which Han and marks of Chinese stand, and is part of nothing: not of "1." or "Inc.".
func (p Para) endsSentence(i int) bool {
	if i != len(p.Text)-1 || !isSentence(p) || phrase.MayAbbreviate(p.Text, i) {
		return false
	}
	from := i
	for from > 0 && !isHan(p.Text[from-1]) && !isSpace(p.Text[from-1]) {
		from--
	}
	return from > p.head && from > 0 && p.has&(marks|stops) != 0
}

// P3 widens a colon behind Han or a mark of Chinese, and narrows one between digits: "他说:" →
// "他说：", "9：30" → "9:30".
//
// Times, scores, scales and addresses have no Han before the colon.
var P3 = Rule{ID: "P3", need: colons, Find: at(func(p Para, i int) (Edit, bool) {
	switch p.Text[i] {
	case '：':
		if isDigit(p.at(i-1)) && isDigit(p.at(i+1)) {
			return auto(i, i+1, ":")
		}
	case ':':
		l := p.beforeMarks(i)
		if !p.latin && !p.Kept(i) && isAfterZh(l) && !isOpenMark(l) {
			return auto(i, i+1, "：")
		}
	case '∶', '﹕':
		if isHan(p.at(i - 1)) {
			return suggest(i, i+1, "：")
		}
	}
	return Edit{}, false
})}

// P4 widens a semicolon in Chinese text: "一是摸底;二是整改" → "一是摸底；二是整改".
//
// HTML entities are protected; code has no Han beside it.
var P4 = Rule{ID: "P4", need: semicolons, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != ';' || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	l, r := p.beforeMarks(i), p.at(p.after(i))
	if isAfterZh(l) && !isOpenMark(l) || (isDigit(l) || l == '%') && isHan(r) {
		return auto(i, i+1, "；")
	}
	return Edit{}, false
})}

// P5 widens question and exclamation marks behind Han or a mark of Chinese: "为什么?" → "为什么？",
// "?!" → "？！".
//
// A name that ends with one ("Yahoo!") and a factorial have no Han before them.
var P5 = Rule{ID: "P5", need: cries, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	if r != '?' && r != '!' || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	if l := p.beforeMarks(i); !isAfterZh(l) || isOpenMark(l) {
		return Edit{}, false
	}
	if r == '?' {
		return auto(i, i+1, "？")
	}
	return auto(i, i+1, "！")
})}

// P8 makes a dash of two hyphens or two strokes beside Chinese: "战友--老班长" → "战友——老班长". At the head of a
// text it parts the points of a list, or what signs.
//
// Ranges, dates, models and options of programs ("log --oneline") stay.
var P8 = Rule{ID: "P8", need: hyphens | dashes, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	switch r {
	case '-', '－', '─', '―':
	case '—': // half a dash between clauses; between places and numbers it joins them
		if to, ok := p.brokenDash(i); ok {
			return suggest(i, to, "——")
		}
		if p.at(i-1) != '—' && p.at(i+1) != '—' && isHan(p.at(i-1)) && isHan(p.at(i+1)) && isSentence(p) && clauseLength(p, i) > 4 && !p.isOne(i) {
			return suggest(i, i+1, "——")
		}
		return Edit{}, false
	default:
		return Edit{}, false
	}
	to := runEnd(p.Text, i)
	if to, ok := p.brokenDash(i); ok {
		return suggest(i, to, "——")
	}
	if to != i+2 || i > 0 && p.Text[i-1] == r || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	l, n := p.at(i-1), p.at(to)
	if l == '—' || n == '—' || n == '-' || n == '－' {
		return Edit{}, false
	}
	if isAfterZh(l) || isBeforeZh(n) && l != 0 && !isSpace(l) || i == p.head && isHan(p.at(p.after(to-1))) {
		return auto(i, to, "——")
	}
	return Edit{}, false
})}

// brokenDash is the end of a run of three strokes, or of two different ones, that begins at i between Han
// or marks of Chinese: "---", "—-".
func (p Para) brokenDash(i int) (to int, ok bool) {
	stroke := func(r rune) bool { return r == '-' || r == '－' || r == '─' || r == '―' || r == '—' }
	if stroke(p.at(i-1)) || p.latin || p.Kept(i) {
		return 0, false
	}
	for to = i; stroke(p.at(to)); to++ {
	}
	same := runEnd(p.Text, i) == to
	if to-i < 2 || to-i > 3 || to-i == 2 && same {
		return 0, false
	}
	return to, isAfterZh(p.at(i-1)) && isBeforeZh(p.at(to))
}

// clauseLength is how many Han characters stand without a mark before i, or behind it, whichever are
// fewer.
func clauseLength(p Para, i int) int {
	l, r := i, i
	for l > 0 && isHan(p.Text[l-1]) {
		l--
	}
	for r+1 < len(p.Text) && isHan(p.Text[r+1]) {
		r++
	}
	return min(i-l, r-i)
}

// P9 makes an ellipsis of six dots of three or more dots, of three or six dots in mid-height, or of
// half an ellipsis, behind Chinese: "跳啊..." → "跳啊……".
//
// English ellipses and version numbers have no Han before them; "……。" and "……等" stay, and so do the leaders
// of a table of contents.
var P9 = Rule{ID: "P9", need: dots | middots | ellipses | stops, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	if i > 0 && p.Text[i-1] == r || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	to := runEnd(p.Text, i)
	switch r {
	case '.':
		if to-i < 3 {
			return Edit{}, false
		}
	case '·':
		if to-i != 3 && to-i != 6 {
			return Edit{}, false
		}
	case '…':
		if to-i != 1 {
			return Edit{}, false
		}
	case '。':
		if to-i == 3 && isHan(p.at(i-1)) && !p.isLeader(to) {
			return suggest(i, to, "……")
		}
		return Edit{}, false
	case '⋯':
		if to-i > 2 {
			return Edit{}, false
		}
	default:
		return Edit{}, false
	}
	if l := p.at(i - 1); !isAfterZh(l) || l == '…' || p.isLeader(to) {
		return Edit{}, false
	}
	if n := p.at(to); n == '…' || n == '.' || n == '·' {
		return Edit{}, false
	}
	return auto(i, to, "……")
})}

// isLeader says whether the dots before i are leaders: six or more, an … for three of them, with nothing but
// a page number between them and the end of the line.
func (p Para) isLeader(i int) bool {
	dots := 0
	for k := i - 1; k >= 0 && dots < 6; k-- {
		switch p.Text[k] {
		case '.', '·', '。', '•':
			dots++
		case '…', '⋯':
			dots += 3
		case '‥':
			dots += 2
		case ' ':
		default:
			k = 0
		}
	}
	for i < len(p.Text) && strings.ContainsRune(".·。•…⋯‥ ", p.Text[i]) {
		i++
	}
	if i = skipSpaces(p.Text, i); i < len(p.Text) && (p.Text[i] == '（' || p.Text[i] == '(' || p.Text[i] == '第') {
		i++
	}
	_, end := phrase.Numeral(p.Text, i)
	if end == i || dots < 6 {
		return false
	}
	for end < len(p.Text) && (isSpace(p.Text[end]) || strings.ContainsRune("）)页版", p.Text[end])) {
		end++
	}
	return end == len(p.Text)
}

// P11 makes the one interpunct of the many dots in mid-height, between Han ("列夫・托尔斯泰") and in
// a quoted date ("3•15").
//
// A bullet has no Han before it. On a page whose letters were read badly ‧ stands where a comma stood, unless
// a foreign name is written with what stands beside it. The full-width point is a name's only between the characters that foreign
// names are written with: reading machines put it where a comma stood.
var P11 = Rule{ID: "P11", need: middots | wideDots, Find: at(func(p Para, i int) (Edit, bool) {
	l, r := p.at(i-1), p.at(i+1)
	switch p.Text[i] {
	case '．':
		if phrase.IsSyllable(l) && phrase.IsSyllable(r) {
			return auto(i, i+1, "·")
		}
	case '·':
		if isDigit(l) && isDigit(r) && !p.isQuotedDate(i) && p.isDecimal(i) {
			return suggest(i, i+1, ".")
		}
	case '•', '・', '‧', '･', '∙', '⋅':
		if p.misread && p.Text[i] == '‧' && isHan(l) && isHan(r) && !(phrase.IsSyllable(l) && phrase.IsSyllable(r)) {
			return suggest(i, i+1, "·")
		}
		if isHan(l) && isHan(r) || isDigit(l) && isDigit(r) && p.isQuotedDate(i) {
			return auto(i, i+1, "·")
		}
	}
	return Edit{}, false
})}

// isQuotedDate says whether nothing but digits stands between quotation marks and the dot at i.
func (p Para) isQuotedDate(i int) bool {
	from, to := i, i+1
	for from > 0 && from > i-3 && isDigit(p.Text[from-1]) {
		from--
	}
	for to < len(p.Text) && to < i+4 && isDigit(p.Text[to]) {
		to++
	}
	l, r := p.at(from-1), p.at(to)
	return (l == '“' || l == '"') && (r == '”' || r == '"')
}

// isDecimal says whether a number with its point at i is followed by a sign of per cent or a unit.
func (p Para) isDecimal(i int) bool {
	to := i + 1
	for to < len(p.Text) && to < i+4 && isDigit(p.Text[to]) {
		to++
	}
	switch p.at(to) {
	case '%', '℃', '亿', '万', '元', '亩', '吨', '米', '公', '千', '倍', '度':
		return true
	}
	return false
}
