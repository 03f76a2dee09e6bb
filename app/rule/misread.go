package rule

import (
	"strings"

	"qingyang/app/phrase"
)

// The rules of this file suggest what recognition made of a mark or a digit. They go by the place where a
// character stands: what is meant there can't be that.

// P17 takes what recognition makes of a mark for the mark: "丶" → "、", an "o" or a 0 at the end of a sentence →
// "。", "((渔港" → "“渔港", "第—次" → "第一次", "人□" → "人口".
//
// Numbers, units and Latin words have no Han on both sides; ○ and □ stand for characters that are left out.
var P17 = Rule{ID: "P17", need: oddments | letters | digits | rings | straights | round | dashes | squares, Find: at(func(p Para, i int) (Edit, bool) {
	if p.latin || p.Kept(i) {
		return Edit{}, false
	}
	l, r := p.at(i-1), p.at(i+1)
	between := isHan(l) && isHan(r)
	switch c := p.Text[i]; c {
	case '丶':
		if between {
			return suggest(i, i+1, "、")
		}
	case '\\':
		if between {
			return suggest(i, i+1, "、")
		}
	case '\'', '`', 'y':
		if between && isSentence(p) && !p.hasPartner(i) {
			return suggest(i, i+1, "，")
		}
	case 'o', 'O', '0', '6', '〇', '○':
		if p.isStop(i) {
			return suggest(i, i+1, "。")
		}
	case '(':
		if r == '(' && l != '(' && isHan(p.at(i+2)) && !hasPair(p.Text[i+2:], ')') {
			return suggest(i, i+2, "“")
		}
	case '—':
		if p.isOne(i) {
			return suggest(i, i+1, "一")
		}
	case '□':
		if strings.ContainsRune("人路门窗出进港渡河关", l) && (isHan(r) || isPauseMark(r)) && isSentence(p) {
			return suggest(i, i+1, "口")
		}
	}
	return Edit{}, false
})}

// isStop says whether the sign at i stands where a full stop must: behind Han at the end of a text that has
// other marks of a sentence, before the mark that closes a quotation there, or, an o or a 0 that counts
// nothing, between two Han.
func (p Para) isStop(i int) bool {
	c := p.Text[i]
	if !isHan(p.at(i-1)) || isHanNumber(p.at(i-1)) {
		return false
	}
	next := p.at(i + 1)
	if next == 0 || isCloseMark(next) && i+2 == len(p.Text) {
		return isSentence(p) && i-p.head > 8 || c == 'o' || c == 'O'
	}
	switch {
	case !isHan(next) || !isSentence(p):
		return false
	case c == '0': // 0 of what is counted is a number
		return !isOneOf(p.at(i-1), "为是达有零到从至由约近共计比过超仅只评得记现持增保第低高于在了") && !isOneOf(next, "个人分元度次起例名家件岁点时米公克吨号票利差距突级首死事投万千百亿增上下排碳报后前")
	}
	return c == 'o'
}

// hasPartner says whether a mark like the one at i stands elsewhere in the text.
func (p Para) hasPartner(i int) bool {
	for k, r := range p.Text {
		if k != i && r == p.Text[i] {
			return true
		}
	}
	return false
}

// hasPair says whether two of r stand side by side in the first 60 characters of text.
func hasPair(text []rune, r rune) bool {
	for k := 1; k < len(text) && k < 60; k++ {
		if text[k] == r && text[k-1] == r {
			return true
		}
	}
	return false
}

// isOne says whether the dash at i stands where only 一 can: "第—次", "这—个".
func (p Para) isOne(i int) bool {
	l, r := p.at(i-1), p.at(i+1)
	if l == '—' || r == '—' || !isHan(l) || !isHan(r) {
		return false
	}
	return l == '第' || strings.ContainsRune("这那每某另有", l) && strings.ContainsRune(measures, r)
}

// noughts are letters and rings in the place of a nought outside a year: "1O吨" → "10吨", "5OO米" → "500米". They go
// by N2.
//
// Codes have letters on purpose; ○ may stand for what is left out.
var noughts = Rule{ID: "N2", need: letters | rings, Find: at(func(p Para, i int) (Edit, bool) {
	if p.latin || p.Kept(i) || !isNought(p.Text[i]) || isNought(p.at(i-1)) {
		return Edit{}, false
	}
	to := i
	for isNought(p.at(to)) {
		to++
	}
	l, r := p.at(i-1), p.at(to)
	from := i
	for from > 0 && isDigit(p.Text[from-1]) {
		from--
	}
	if !isDigit(l) || isLetter(p.at(from-1)) || !isDigit(r) && !isHan(r) && r != '%' && r != '℃' || isHan(r) && p.Text[i] == '○' {
		return Edit{}, false
	}
	return suggest(i, to, strings.Repeat("0", to-i))
})}

func isNought(r rune) bool { return r == 'O' || r == 'o' || r == '○' || r == '◯' }

// N3 reads a small l, a large I or a stroke inside a number as 1: "l2月" → "12月", "第2l次" → "第21次".
//
// Roman numerals and Latin words have no digit and no unit beside them.
var N3 = Rule{ID: "N3", need: letters | oddments, Find: at(func(p Para, i int) (Edit, bool) {
	switch p.Text[i] {
	case 'l', 'I', '|', '丨':
	default:
		return Edit{}, false
	}
	l, r := p.at(i-1), p.at(i+1)
	if isLetter(l) || isLetter(r) || p.Kept(i) || p.latin {
		return Edit{}, false
	}
	if p.Text[i] == '|' && isDigit(p.at(i-2)) && isDigit(p.at(i+2)) {
		return Edit{}, false // two numbers with a rule between them
	}
	if isDigit(l) && isHan(r) || isDigit(r) && (isHan(l) || i == 0) || isDigit(l) && isDigit(r) {
		return suggest(i, i+1, "1")
	}
	return Edit{}, false
})}

// squareMetres are m2 behind a number: "120m2" → "120㎡". They go by N5; a house that writes 平方米 leaves them
// off.
//
// M2 is money, and no number stands before it.
var squareMetres = Rule{ID: "N5", need: letters, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != 'm' || !isDigit(p.at(i-1)) || p.at(i+1) != '2' && p.at(i+1) != '²' || isAlnum(p.at(i+2)) || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	return suggest(i, i+2, "㎡")
})}

// singles are single straight marks around Han outside another quotation: "'夜航'首日" → “夜航”. They go by P7.
//
// Apostrophes and feet have no Han on either side.
var singles = Rule{ID: "P7", need: straights, Find: whole(func(p Para) []Edit {
	if p.latin {
		return nil
	}
	var es []Edit
	open := -1
	quoted := false
	for i, r := range p.Text {
		switch r {
		case '“', '"', '〝':
			quoted, open = r != '"' || !quoted, -1
		case '”', '〞', '〟':
			quoted = false
		case '\'':
			switch {
			case quoted || p.Kept(i) || p.at(i-1) == '\'' || p.at(i+1) == '\'':
				open = -1
			case open < 0 && isHan(p.at(i+1)) && !isAlnum(p.at(i-1)):
				open = i
			case open >= 0 && i-open <= 20 && (isHan(p.at(i-1)) || isZhMark(p.at(i-1))):
				es = append(es, Edit{open, open + 1, "“", Suggest}, Edit{i, i + 1, "”", Suggest})
				open = -1
			default:
				open = -1
			}
		}
	}
	return es
})}

// loneTitles are single angle brackets around Han outside book-title marks: "＜渔业法＞" → 《》. They go by P12.
//
// Comparisons have numbers beside them, and code has no Han inside.
var loneTitles = Rule{ID: "P12", need: angles, Find: whole(func(p Para) []Edit {
	var es []Edit
	open, in := -1, false
	for i, r := range p.Text {
		switch r {
		case '《':
			in = true
		case '》':
			in = false
		case '<', '＜', '‹':
			open = -1
			if !in && p.at(i-1) != r && p.at(i+1) != r && isHan(p.at(i+1)) {
				open = i
			}
		case '>', '＞', '›':
			if open >= 0 && p.at(i+1) != r && i-open <= 40 && isHan(p.at(i-1)) {
				es = append(es, Edit{open, open + 1, "《", Suggest}, Edit{i, i + 1, "》", Suggest})
			}
			open = -1
		}
	}
	return es
})}

// E4 makes an en dash of a hyphen between two spaces: "the pier - the oldest" → "the pier – the oldest".
//
// A minus has a number on both sides, an item of a list nothing before it.
var E4 = Rule{ID: "E4", need: hyphens, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '-' || !p.latin || p.Kept(i) || p.at(i-1) != ' ' || p.at(i+1) != ' ' {
		return Edit{}, false
	}
	l, r := p.at(p.before(i)), p.at(p.after(i))
	if l == 0 || r == 0 || isDigit(l) && isDigit(r) || l == '-' || r == '-' {
		return Edit{}, false
	}
	return suggest(i, i+1, "–")
})}

// isHanNumber says whether r is a Han numeral from 一 to 十.
func isHanNumber(r rune) bool { return phrase.HanDigit(r) > 0 && r != '两' || r == '十' }

// hanDash is a dash of which recognition made two characters 一: "多年的心愿一一让渡船停下来" → "——". It goes by P8.
//
// 一一 before a verb says one after the other: "一一列举", "一一回应"; 唯一一家 is two words.
var hanDash = Rule{ID: "P8", Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '一' || p.at(i+1) != '一' || isHanNumber(p.at(i-1)) || isHanNumber(p.at(i+2)) || !isHan(p.at(i+2)) {
		return Edit{}, false
	}
	if strings.ContainsRune("唯统万单同之第逐合专如归不其划周期初五", p.at(i-1)) || strings.ContainsRune(measures, p.at(i+2)) || strings.ContainsRune(oneByOne, p.at(i+2)) || clauseLength(p, i) < 5 || clauseLength(p, i+1) < 5 || !isSentence(p) {
		return Edit{}, false
	}
	return suggest(i, i+2, "——")
})}

// measures stand behind a number.
const measures = "个些次名位条项批年种件点场天家户辆台座所处套岁人元米亩吨里层段艘张本只头匹棵株朵片块间栋"

// oneByOne are what verbs begin with that 一一 stands before, and 一一 itself in names of days.
const oneByOne = "列介对回解落记查走作做进向为与在给予展呈说讲数核登点握告道拜排检验完实兑映细询问看听写填标分比指举过罗赘陈述详谢辨认叫念读播翻拆打收清整归摆送发带领参采征明确梳理化破攻克盘浮闪罗描签接致献授颁交还退付办审批评议拨修改纠销抓摸采试挑选取拿放装捡拾数五一长得地上下入出到"
