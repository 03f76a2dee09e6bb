package rule

import (
	"slices"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// The rules of this file flag what may be wrong and what nobody but the editor can set right.

// Flagging are the rules that only flag; L11 flags besides what it does.
var Flagging = []Rule{L10, criesFlag, ellipsisFlag, rangeFlag, titleFlag, tensFlag, marksFlag, P15, N7, N9, doubleFlag}

// Flags are the places of a text that the rules flag, in ascending order; of two that overlap the one that
// begins first. New is empty. It keeps text and does not change it. Linear in the text.
func Flags(text []rune) []Suggestion {
	return Style{}.collect(text, Flag, All, Flagging)
}

// overlap is how many characters stand twice where a column's end was read twice.
const overlap = 15

// L10 flags fifteen characters and more that stand twice, one right behind the other: where columns overlap on
// a scan, their last lines are read twice.
//
// A refrain has other words between, and a row of one sign is no text.
var L10 = Rule{ID: "L10", Find: whole(func(p Para) []Edit {
	if len(p.Text) < 2*overlap {
		return nil
	}
	var es []Edit
	seen := make(map[[overlap]rune]int, len(p.Text))
	var key [overlap]rune
	for i := 0; i+overlap <= len(p.Text); i++ {
		copy(key[:], p.Text[i:])
		from, again := seen[key]
		seen[key] = i
		n := i - from
		if !again || n < overlap || i+n > len(p.Text) || !slices.Equal(p.Text[from:i], p.Text[i:i+n]) || !hasHan(p.Text[i:i+n]) {
			continue
		}
		es = append(es, Edit{i, i + n, "", Flag})
		i += n - 1
	}
	return es
})}

// criesFlag are more than three marks of question or exclamation in a row. They go by P5.
var criesFlag = Rule{ID: "P5", need: cries | stops, Find: at(func(p Para, i int) (Edit, bool) {
	cry := func(r rune) bool { return r == '？' || r == '！' || r == '?' || r == '!' }
	if !cry(p.Text[i]) || cry(p.at(i-1)) {
		return Edit{}, false
	}
	to := i
	for cry(p.at(to)) {
		to++
	}
	return flag(i, to, to-i > 3 && !p.latin)
})}

// ellipsisFlag flags an ellipsis with a stop or 等 behind it, which says the same twice: "……。", "……等". It goes
// by P9.
var ellipsisFlag = Rule{ID: "P9", need: ellipses, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '…' || p.at(i-1) == '…' {
		return Edit{}, false
	}
	to := runEnd(p.Text, i)
	n := p.at(to)
	return flag(i, to+1, n == '。' || n == '等' && !script.HasAt(p.Text, to, "等待") && !script.HasAt(p.Text, to, "等我") && !script.HasAt(p.Text, to, "等你"))
})}

// rangeFlag flags a range of which the first number lacks the unit that the second has, where it makes a
// difference: "9～16亿". It goes by P10.
//
// "9～16个" is clear, and so are years and dates.
var rangeFlag = Rule{ID: "P10", need: hyphens | dashes, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	if r != '～' && r != '~' && r != '－' && r != '-' && r != '—' && r != '至' || !isDigit(p.at(i-1)) || !isDigit(p.at(i+1)) || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	from, to := i-1, i+1
	for from > 0 && isInNumber(p.Text[from-1]) {
		from--
	}
	for to < len(p.Text) && (isDigit(p.Text[to]) || p.Text[to] == '.') {
		to++
	}
	return flag(from, to+1, !isLetter(p.at(from-1)) && (p.at(to) == '亿' || p.at(to) == '万'))
})}

// titleFlag flags book-title marks around what is no work: an activity, an award, a meeting. (GB/T
// 15834-2011, 4.15.3.1 note.) It goes by P12.
//
// A rule, a magazine or a book about one ends otherwise: 《…活动管理办法》.
var titleFlag = Rule{ID: "P12", need: titles, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '《' {
		return Edit{}, false
	}
	for k := i + 1; k < len(p.Text) && k < i+40; k++ {
		switch p.Text[k] {
		case '《':
			return Edit{}, false
		case '》':
			inside := p.Text[i+1 : k]
			return flag(i, k+1, len(inside) > 4 && endsAsActivity(inside))
		}
	}
	return Edit{}, false
})}

func endsAsActivity(title []rune) bool {
	for _, w := range []string{"大赛", "比赛", "竞赛", "论坛", "博览会", "文化节", "艺术节", "运动会", "培训班", "主题活动", "颁奖仪式", "启动仪式", "座谈会", "研讨会"} {
		if n := len([]rune(w)); script.HasAt(title, len(title)-n, w) {
			return true
		}
	}
	return false
}

// tensFlag flags two neighbouring tens of which it is not clear whether they are one number about or two: "七、
// 八十". It goes by P13.
var tensFlag = Rule{ID: "P13", need: marks, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '、' {
		return Edit{}, false
	}
	a, b := phrase.HanDigit(p.at(i-1)), phrase.HanDigit(p.at(i+1))
	ok := a > 0 && b == a+1 && p.at(i-1) != '两' && p.at(i-2) != '第' && p.at(i-2) != '、' && !phrase.IsHanNumeral(p.at(i-2))
	return flag(i-1, i+3, ok && p.at(i+2) == '十' && !isHan(p.at(i+3)))
})}

// marksFlag flags two marks of which only one can stand: "。，", "，。". It goes by P14.
var marksFlag = Rule{ID: "P14", need: stops, Find: at(func(p Para, i int) (Edit, bool) {
	a, b := p.Text[i], p.at(i+1)
	pause := func(r rune) bool { return r == '，' || r == '、' || r == '；' }
	return flag(i, i+2, a == '。' && pause(b) || pause(a) && b == '。')
})}

// P15 flags a stop on the wrong side of the mark that closes a quotation (GB/T 15834-2011, appendix A): inside
// where the quoted words are part of the sentence ("他说这是“一件好事。”"), outside where whole sentences are
// quoted behind a colon ("他说：“船来了。人没来”。").
var P15 = Rule{ID: "P15", need: curlies, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '”' {
		return Edit{}, false
	}
	open := i - 1
	for open >= 0 && i-open < 200 && p.Text[open] != '“' && p.Text[open] != '”' {
		open--
	}
	if p.at(open) != '“' {
		return Edit{}, false
	}
	inside := p.Text[open+1 : i]
	if p.at(i+1) == '。' {
		return flag(i, i+2, p.at(open-1) == '：' && slices.Contains(inside, '。'))
	}
	short := p.at(i-1) == '。' && isHan(p.at(open-1)) && !slices.ContainsFunc(inside[:max(0, len(inside)-1)], isPauseMark)
	return flag(i-1, i+1, short && i-open < 14 && (i+1 == len(p.Text) || isHan(p.at(i+1))) && !endsInSaying(p.Text[:open]))
})}

// endsInSaying says whether a verb of saying ends a text: a quotation behind it may lack its colon.
func endsInSaying(r []rune) bool {
	for _, w := range []string{"说", "道", "问", "答", "喊", "叫", "写", "曰", "称", "念", "唱", "喝"} {
		if script.HasAt(r, len(r)-1, w) {
			return true
		}
	}
	return false
}

// N7 flags a day that the calendar does not have, and a day of the week that is another one: "2月30日",
// "2026年3月4日 星期五".
//
// Days of the Chinese calendar have thirty in any month; they are written in Han, or with 农历 before them.
var N7 = Rule{ID: "N7", need: digits | wides, Find: at(func(p Para, i int) (Edit, bool) {
	if !phrase.IsDigit(p.Text[i]) || phrase.IsDigit(p.at(i-1)) || p.at(i-1) == '.' || p.latin {
		return Edit{}, false
	}
	d, ok := phrase.DateAt(p.Text, i)
	if !ok || d.Year > 0 && d.Year < 1583 || phrase.IsLunar(p.Text, i) {
		return Edit{}, false
	}
	if !d.IsDay() {
		return flag(i, d.To, true)
	}
	k := skipSpaces(p.Text, d.To)
	if c := p.at(k); c == '（' || c == '(' {
		k = skipSpaces(p.Text, k+1)
	}
	day, n := phrase.WeekdayAt(p.Text, k)
	return flag(i, k+n, n > 0 && d.Year > 999 && day != d.Weekday())
})}

// N9 flags what says twice that a number is not exact: "约60余家", "近100多名", "大约五十人左右".
//
// 附近, 最近 and the like are words, and 近日 is a day.
var N9 = Rule{ID: "N9", Find: at(func(p Para, i int) (Edit, bool) {
	n := 0
	switch r := p.Text[i]; {
	case script.HasAt(p.Text, i, "大约"), script.HasAt(p.Text, i, "将近"), script.HasAt(p.Text, i, "超过"):
		n = 2
	case r == '约' && p.at(i-1) != '大' && !isOneOf(p.at(i-1), "节条违签履公合契预制相邀"), r == '近' && !isOneOf(p.at(i-1), "附最临靠邻接新远贴将亲"), r == '逾':
		n = 1
	}
	if n == 0 {
		return Edit{}, false
	}
	_, end := phrase.Numeral(p.Text, i+n)
	if end == i+n || end == i+n+1 && !isDigit(p.Text[end-1]) && phrase.HanDigit(p.Text[end-1]) < 0 {
		return Edit{}, false
	}
	for end < len(p.Text) && isOneOf(p.Text[end], "十百千万亿.0123456789") {
		end++
	}
	if isOneOf(p.at(end), "余多") && !script.HasAt(p.Text, end, "余额") && !script.HasAt(p.Text, end, "多元") {
		return flag(i, end+1, true)
	}
	if r := p.Text[i]; r != '约' && !script.HasAt(p.Text, i, "大约") {
		return Edit{}, false
	}
	for k := end; k < len(p.Text) && k < end+6 && isHan(p.Text[k]); k++ {
		if script.HasAt(p.Text, k, "左右") || script.HasAt(p.Text, k, "上下") {
			return flag(i, k+2, true)
		}
	}
	return Edit{}, false
})}

// doubleFlag flags words of which one says what the other does: "涉及到", "亲眼目睹". It goes by C3.
var doubleFlag = Rule{ID: "C3", Find: at(func(p Para, i int) (Edit, bool) {
	for _, w := range redundantAt[p.Text[i]] {
		if script.HasAt(p.Text, i, w) {
			return flag(i, i+len([]rune(w)), true)
		}
	}
	return Edit{}, false
})}

var redundantAt = byFirst([]string{"涉及到", "付诸于", "凯旋归来", "悬殊很大", "亲眼目睹", "仍然还", "目的是为了", "原因是因为"}, func(w string) string { return w })

func isOneOf(r rune, set string) bool {
	for _, s := range set {
		if r == s {
			return true
		}
	}
	return false
}

func flag(from, to int, is bool) (Edit, bool) { return Edit{from, to, "", Flag}, is }
