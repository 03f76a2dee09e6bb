package phrase

import "qingyang/app/script"

// IsSalutation says whether a line opens a letter: 编辑同志：.
func IsSalutation(r []rune) bool {
	n := len(r)
	return n > 2 && n <= 14 && isColon(r[n-1]) && script.HanRun(r, 0) == n-1 && addressed.Ends(r[:n-1])
}

// IsLatinSalutation says whether a line opens a letter in English: "To the Editor:", "Dear Sir,", "Sir, —".
func IsLatinSalutation(r []rune) bool {
	n := script.TrimBlank(r, 0, len(r))
	for n > 0 && contains(",:.-—– ", r[n-1]) {
		n--
	}
	return n < len(r) && len(r) <= 30 && (greeted.Is(r[:n]) || n <= 24 && dear.At(r, 0) > 0 && !script.IsStop(r[n-1]))
}

var (
	greeted = lex("To the Editor", "To the editor", "TO THE EDITOR", "Sir", "SIR", "Madam", "Gentlemen", "Mr. Editor", "Editor")
	dear    = lex("Dear ", "DEAR ", "My dear ")
)

// ReaderAt is the length in runes of a word for those that a paper is read by, and speaks to, at r[i:]: 市民,
// 业主; 0 for none.
func ReaderAt(r []rune, i int) int { return addressed.At(r, i) }

// addressed are those that letters and notices speak to.
var addressed = lex("同志", "同志们", "同学", "同学们", "读者", "家长", "乘客", "先生", "女士", "老师", "朋友", "朋友们", "居民", "市民", "村民", "用户", "客户", "旅客",
	"弟", "妹", "姐", "哥", "妈", "爸", "爷爷", "奶奶", "孩子", "编辑", "编辑部", "单位", "学校", "商户", "业主")

// IsFormula says whether a line is one of those that end no sentence and stand alone at the end of a
// letter or a notice: 此致, 敬礼！, 特此公告; or with which mourners and hosts sign: 子沈禾率家人泣启.
func IsFormula(r []rune) bool {
	n := formulas.At(r, 0)
	return n > 0 && n >= len(r)-1 && len(r) <= 6 || len(r) <= 20 && script.HanRun(r, 0) == len(r) && signatures.Ends(r)
}

var (
	formulas = lex("此致", "敬礼", "特此通知", "特此公告", "特此通告", "谨启", "此复", "顺颂", "特此声明", "特此启事", "特此更正", "特此说明", "特此公示", "特此函告", "特此致歉",
		"特此鸣谢", "特此致谢", "特此证明", "谨致谢忱", "谨此致谢", "祝好", "敬启", "此启", "启")
	// signatures end the line of those who sign: with tears, with respect.
	signatures = lex("泣启", "泣告", "泣叩", "泣拜", "泣谢", "哀启", "敬启", "谨启", "敬告", "谨告", "敬上", "谨上", "敬约", "敬邀", "敬挽", "同启", "同叩")
)

// OpensReply says whether a line opens with whom it speaks to, and what is said to them behind it: 沈小禾读者：您的来信….
func OpensReply(r []rune) bool {
	n := script.HanRun(r[:min(len(r), 9)], 0)
	return n > 2 && n+2 < len(r) && isColon(r[n]) && addressed.Ends(r[:n])
}

// IsTurn says whether a line opens a turn of an interview, or what is replied to a letter: 问：, 居民问：, 答：, 记者：, 公交公司答复：.
// That stands in no sentence.
func IsTurn(r []rune) bool {
	n := script.HanRun(r[:min(len(r), 11)], 0)
	return n > 0 && n+1 < len(r) && isColon(r[n]) && (n < 5 && contains("问答", r[n-1]) || n < 11 && (turns.Is(r[:n]) || turns.Ends(r[:n])))
}

// turns end the name of one who asks or replies, before a colon.
var turns = lex("记者", "负责人", "答复", "回复")
