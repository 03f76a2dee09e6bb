package phrase

import "qingyang/app/script"

// openers begin a paragraph more often than they stand in one.
var openers = lex("下一步，", "据了解，", "据悉，", "近年来，", "目前，", "会议指出，", "会议强调，", "会议要求，", "会上，", "随后，", "此外，", "与此同时，", "接下来，", "当天，", "当日，", "今年以来，", "截至", "记者了解到，", "最后，", "问：", "答：", "【")

// OpensParagraph says whether a line begins as paragraphs do.
func OpensParagraph(r []rune) bool {
	if openers.At(r, 0) > 0 {
		return true
	}
	// An hour: 9:10，…
	return len(r) > 5 && IsDigit(r[0]) && (r[1] == ':' && IsDigit(r[2]) && IsDigit(r[3]) && r[4] == '，' || IsDigit(r[1]) && r[2] == ':' && IsDigit(r[3]) && IsDigit(r[4]) && r[5] == '，')
}

// LeansBack says whether a line begins with a syllable that leans on the word before it: 的, 们, 了
// where it is not 了解.
func LeansBack(r []rune) bool {
	return contains("的们吗呢吧", r[0]) && (r[0] != '的' || len(r) < 2 || r[1] != '士') || r[0] == '了' && (len(r) < 2 || !contains("解不如然", r[1]))
}

// units follow a number and begin no sentence.
var units = lex("年", "月", "日", "时", "分钟", "元", "万", "亿", "亩", "个", "名", "人次", "公里", "米", "吨", "平方米", "岁", "户", "家", "辆", "台", "座", "所", "项", "次", "处", "条", "件", "套", "间", "多", "余", "℃", "％", "%")

// reports open a paragraph of running text.
var reports = lex("以上", "记者从", "记者在", "为方便", "为了", "为进一步", "根据", "按照", "经", "兹", "随着", "针对", "近年来", "据悉", "据了解", "因")

// UnitAt is the length in runes of the unit that stands in r at i, 0 for none: 亩, 公里.
func UnitAt(r []rune, i int) int { return units.At(r, i) }

// EndsBeforeNumber says whether a line breaks off where a number must follow: 共有, 增至, 始建于.
func EndsBeforeNumber(r []rune) bool { return numbered.Ends(r) }

var numbered = lex("于", "第", "截至", "增至", "降至", "升至", "减至", "延至", "提前至", "达到", "增加到", "提高到", "增到", "降到", "只剩", "还剩", "共有", "已有", "还有", "只有", "仅有", "约有", "现有", "另有", "超过", "不足", "总计", "共计", "合计")

// EndsBeforeClause says whether a line breaks off behind the first character of a clause, which no title does: …米，由.
func EndsBeforeClause(r []rune) bool {
	n := len(r)
	return n > 7 && r[n-2] == '，' && script.IsHan(r[n-1])
}

// OpensReport says whether a line opens as running text does: 为方便…, 近年来….
func OpensReport(r []rune) bool { return reports.At(r, 0) > 0 }

// GoesOn says whether a line begins with a word that a sentence goes on with and none begins: 并不, 却, 仍.
func GoesOn(r []rune) bool { return onward.At(r, 0) > 0 }

var onward = lex("并不", "并没", "并非", "却", "仍", "依旧", "依然", "也是", "也有", "也不", "也没", "都是", "都有", "都在", "才能", "才有", "便是", "就是说")
