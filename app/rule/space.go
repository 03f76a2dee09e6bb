package rule

import (
	"slices"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// gap is the run of spaces less than an em wide that begins at i, between two characters: [i, to).
// ok is false where no run begins there, and for one that must stay whatever stands beside it: at
// either end of the text, in a row of columns but for a date, in a credit, behind a lead.
func (p Para) gap(i int) (to int, ok bool) {
	if i <= p.head || i >= len(p.Text) || !isGap(p.Text[i]) || isSpace(p.Text[i-1]) {
		return 0, false
	}
	for to = i; to < len(p.Text) && isGap(p.Text[to]); to++ {
	}
	if p.columns && !p.inDate(i, to) || to == len(p.Text) || isWideGap(p.Text[to]) || p.Kept(i) || p.inCredit(i) || p.led && (i == p.lead.Tag.To || i == p.lead.End) {
		return 0, false
	}
	return to, true
}

// S1 closes the space between a Han character and a digit: "新建 30座桥" → "新建30座桥".
//
// The space stays behind a lead, in a credit, between the columns of a table or a list, and between
// a label and its number ("热线 12345"), unless they stand in a sentence.
var S1 = Rule{ID: "S1", need: spaces, Find: at(func(p Para, i int) (Edit, bool) {
	to, ok := p.gap(i)
	if !ok || !isHan(p.Text[i-1]) || !isDigit(p.Text[to]) || p.latin || p.cells && !p.inDate(i, to) || !p.sentence && phrase.IsNumberLabel(p.Text, i) {
		return Edit{}, false
	}
	return auto(i, to, "")
})}

// S2 closes the space between a digit, or a sign of per cent or degree, and a Han character:
// "30 座桥" → "30座桥".
//
// It stays behind the number of a Latin phrase ("Windows 10 系统") and behind a telephone number.
var S2 = Rule{ID: "S2", need: spaces, Find: at(func(p Para, i int) (Edit, bool) {
	to, ok := p.gap(i)
	if !ok || p.latin || !isHan(p.Text[to]) || p.Kept(i-1) && p.Text[to] != '号' || p.cells && !p.inDate(i, to) {
		return Edit{}, false
	}
	from := i - 1
	switch p.Text[from] {
	case '%', '‰', '℃':
	default:
		if !isDigit(p.Text[from]) {
			return Edit{}, false
		}
	}
	for from >= 0 && isInNumber(p.Text[from]) {
		from--
	}
	if from >= 0 && isLetter(p.Text[from]) {
		if !script.HasAt(p.Text, from-1, "PM") || from > 1 && isAlnum(p.Text[from-2]) { // PM2.5 is read as a number
			return Edit{}, false
		}
		return auto(i, to, "")
	}
	if k := p.before(from + 1); k >= 0 && k < from && isLetter(p.Text[k]) {
		return Edit{}, false
	}
	return auto(i, to, "")
})}

func isInNumber(r rune) bool {
	switch r {
	case '.', ',', '%', '‰', '℃', ':', '-':
		return true
	}
	return isDigit(r)
}

// S4 closes spaces around full-width marks: "散会 ，大家" → "散会，大家"; they have room enough.
//
// The space before a credit that follows a stop stays, as does the one behind a lead. Beside a
// bracket or a quotation mark on its outer side, a dash or an ellipsis it is closed only in a
// sentence: in a headline it is a pause; between such a mark and a Latin word it is that word's. Behind the dash
// that opens a text no pause can stand.
var S4 = Rule{ID: "S4", need: spaces, Find: at(func(p Para, i int) (Edit, bool) {
	to, ok := p.gap(i)
	if !ok || p.latin {
		return Edit{}, false
	}
	left, right := p.Text[i-1], p.Text[to]
	if credit, _ := p.creditFrom(to); credit && !isOpenMark(left) {
		return Edit{}, false
	}
	if isPauseMark(left) || isPauseMark(right) || isOpenMark(left) || isCloseMark(right) {
		return auto(i, to, "")
	}
	if left == '—' && i == p.head+2 && p.Text[p.head] == '—' && isHan(right) {
		return auto(i, to, "")
	}
	outer := p.sentence && (isOuter(left) && !isAlnum(right) || isOuter(right) && !isAlnum(left))
	if !outer && p.sentence { // a mark and a digit: "》 20件"
		outer = isOuter(left) && isDigit(right) || isOuter(right) && isDigit(left)
	}
	if !outer {
		return Edit{}, false
	}
	return auto(i, to, "")
})}

// isOuter says whether r is a mark whose outer side is a pause in headlines.
func isOuter(r rune) bool { return isOpenMark(r) || isCloseMark(r) || r == '…' || r == '—' }

// E6 closes doubled spaces and the space before a mark in Latin text: "closed ." → "closed.".
//
// A mark that begins a word stays apart: ".NET", ".22", "...".
var E6 = Rule{ID: "E6", need: spaces, Find: at(func(p Para, i int) (Edit, bool) {
	to, ok := p.gap(i)
	if !ok || !p.latin {
		return Edit{}, false
	}
	switch p.Text[to] {
	case ',', '.', ';', ':', '!', '?':
		if to+1 == len(p.Text) || isSpace(p.Text[to+1]) {
			return auto(i, to, "")
		}
	}
	if to > i+1 {
		return auto(i, to, " ")
	}
	return Edit{}, false
})}

// L11 removes what cannot be seen (controls, joiners, soft hyphens, marks of direction, byte order
// marks) and the spaces at the end; tabs and U+00A0 become plain spaces.
//
// A joiner inside a picture of several parts (👨‍👩‍👧), or behind a letter whose shape it changes, stays.
// U+FFFD and private-use characters stay and are flagged: something stood there.
var L11 = Rule{ID: "L11", need: spaces | unseen, Find: whole(func(p Para) []Edit {
	end := len(p.Text)
	for end > 0 && (isSpace(p.Text[end-1]) || isUnseen(p.Text[end-1])) {
		end--
	}
	var es []Edit
	for i, r := range p.Text[:end] {
		switch {
		case r == '\t' || r == 0xA0:
			es = append(es, Edit{i, i + 1, " ", Auto})
		case isUnseen(r) && !script.IsJoining(p.Text, i):
			es = append(es, Edit{i, i + 1, "", Auto})
		case r == 0xFFFD || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000:
			es = append(es, Edit{i, i + 1, "", Flag})
		}
	}
	if end < len(p.Text) {
		es = append(es, Edit{end, len(p.Text), "", Auto})
	}
	return es
})}

// isUnseen says whether r takes no room: what a line has of breaks among them.
func isUnseen(r rune) bool { return script.IsInvisible(r) || script.IsBreak(r) }

// runEnd is where the run of the rune at i ends.
func runEnd(text []rune, i int) int {
	to := i
	for to < len(text) && text[to] == text[i] {
		to++
	}
	return to
}

func hasHan(text []rune) bool { return slices.ContainsFunc(text, isHan) }
