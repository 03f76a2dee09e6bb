// Package wording is what people call the things of the model, in both languages: kinds, rounds, rules,
// corrections and the reasons of cleaning.
//
// Four rooms name the same things, session, desk, command and window, and the model itself stays free of
// sentences. Pure functions of any goroutine. Start reading at Kind.
package wording

import (
	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/proof"
	"qingyang/app/say"
)

// Kind is what people call a kind of block.
func Kind(k bulletin.Kind) say.Text {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return say.T(k.String(), k.String())
}

var kindNames = [...]say.Text{
	bulletin.Line:        say.T("原文行", "Line"),
	bulletin.Kicker:      say.T("引题", "Kicker"),
	bulletin.Headline:    say.T("主题", "Headline"),
	bulletin.Subheadline: say.T("副题", "Subheadline"),
	bulletin.Dateline:    say.T("电头", "Dateline"),
	bulletin.Paragraph:   say.T("正文", "Paragraph"),
	bulletin.Byline:      say.T("署名", "Byline"),
	bulletin.Caption:     say.T("图注", "Caption"),
	bulletin.Furniture:   say.T("版面信息", "Furniture"),
}

// Round is what people call a round of proof.
func Round(r bulletin.Round) say.Text {
	names := [...]say.Text{
		bulletin.Draft:       say.T("未校", "Draft"),
		bulletin.FirstProof:  say.T("一校", "First proof"),
		bulletin.SecondProof: say.T("二校", "Second proof"),
		bulletin.ThirdProof:  say.T("三校", "Third proof"),
		bulletin.Final:       say.T("定稿", "Final"),
	}
	return names[min(int(r), len(names)-1)]
}

// Correction is what people call a kind of correction.
func Correction(k compare.Kind) say.Text {
	names := map[compare.Kind]say.Text{
		compare.Joined:      say.T("并行", "join"),
		compare.Parted:      say.T("分段", "split"),
		compare.Spacing:     say.T("空格", "space"),
		compare.Width:       say.T("全半角", "width"),
		compare.Punctuation: say.T("标点", "punctuation"),
		compare.Character:   say.T("改字", "character"),
		compare.Number:      say.T("数字", "number"),
		compare.Insertion:   say.T("增补", "insertion"),
		compare.Deletion:    say.T("删除", "deletion"),
		compare.Moved:       say.T("移动", "move"),
		compare.Marked:      say.T("标类", "mark"),
	}
	return names[k]
}

// Rule says in a few words what a rule of RULES does; a rule without a row is named by its id.
func Rule(id string) say.Text {
	if t, ok := ruleNames[id]; ok {
		return t
	}
	return say.T(id, id)
}

var ruleNames = map[string]say.Text{
	"L1":  say.T("并行成段", "join lines"),
	"L2":  say.T("跨栏接排", "rejoin columns"),
	"L3":  say.T("段首缩进", "paragraph indents"),
	"L4":  say.T("句末满行", "sentence ends at full width"),
	"L5":  say.T("署名", "bylines"),
	"L6":  say.T("电头", "leads"),
	"L7":  say.T("标题", "headline stacks"),
	"L8":  say.T("转版接版", "jumps"),
	"L9":  say.T("版面信息", "furniture"),
	"L10": say.T("重复文字", "duplicated text"),
	"L11": say.T("不可见字符", "invisible characters"),
	"S1":  say.T("汉字与数字间的空格", "space between Han and digit"),
	"S2":  say.T("数字与汉字间的空格", "space between digit and Han"),
	"S3":  say.T("汉字间的空格", "space between Han characters"),
	"S4":  say.T("标点旁的空格", "space around full-width marks"),
	"S5":  say.T("西文词组", "Latin phrases"),
	"S6":  say.T("数字内的空格", "space inside numbers"),
	"P1":  say.T("逗号", "comma"),
	"P2":  say.T("句号", "full stop"),
	"P3":  say.T("冒号", "colon"),
	"P4":  say.T("分号", "semicolon"),
	"P5":  say.T("问号、叹号", "question and exclamation marks"),
	"P6":  say.T("括号", "brackets"),
	"P7":  say.T("引号", "quotation marks"),
	"P8":  say.T("破折号", "dash"),
	"P9":  say.T("省略号", "ellipsis"),
	"P10": say.T("连接号", "connectors"),
	"P11": say.T("间隔号", "interpunct"),
	"P12": say.T("书名号", "book-title marks"),
	"P13": say.T("概数", "approximations"),
	"P14": say.T("重复标点", "doubled marks"),
	"P15": say.T("引号与句号", "quotation mark and stop"),
	"P16": say.T("序号", "numbering"),
	"P17": say.T("标点误识", "misread punctuation"),
	"N1":  say.T("全角数字、字母", "full-width digits and letters"),
	"N2":  say.T("〇、○、O", "O, 〇 and ○"),
	"N3":  say.T("l、I、| 与 1", "l, I and | for 1"),
	"N4":  say.T("百分数", "percentages"),
	"N5":  say.T("温度与单位", "temperatures and units"),
	"N6":  say.T("污染物名称", "pollutants"),
	"N7":  say.T("日期", "dates"),
	"N8":  say.T("数字写法", "numeral style"),
	"N9":  say.T("约数重复", "doubled approximation"),
	"N10": say.T("文号、电话", "document numbers, telephones"),
	"C1":  say.T("兼容字符", "compatibility characters"),
	"C2":  say.T("形近字", "similar shapes"),
	"C3":  say.T("用词", "usage"),
	"C4":  say.T("固定表述", "fixed phrases"),
	"C5":  say.T("人名、职务", "names and titles"),
	"C5t": say.T("职务不合", "another title"),
	"C5o": say.T("排名次序", "order of names"),
	"W1":  say.T("禁用词", "banned word"),
	"W2":  say.T("慎用词", "word to be careful with"),
	"X2":  say.T("另一次识读不同", "another reading differs"),
	"X1":  say.T("以前改过", "corrected before"),
	"C6":  say.T("繁体、异体字", "traditional and variant characters"),
	"C7":  say.T("叠字、漏字", "doubled or dropped"),
	"E1":  say.T("英文并行", "join Latin lines"),
	"E2":  say.T("断词连字符", "hyphenation"),
	"E3":  say.T("连字", "ligatures"),
	"E4":  say.T("英文引号、破折号", "Latin quotes and dashes"),
	"E5":  say.T("英文误识", "Latin confusions"),
	"E6":  say.T("英文空格", "Latin spaces"),
	"E7":  say.T("眉题、页码", "running heads and folios"),
	"E8":  say.T("首字下沉", "drop caps"),
}

// Choice says why a character is among the choices.
func Choice(w proof.Why) say.Text {
	switch w {
	case proof.Shape:
		return say.T("形近", "looks like it")
	case proof.Sound:
		return say.T("音近", "sounds like it")
	}
	return say.T("拼音", "pinyin")
}
