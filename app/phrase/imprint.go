package phrase

import (
	"slices"
	"strings"

	"qingyang/app/script"
)

// Words that give away what belongs to no article: the paper's own.
var (
	houseWords = lex("新闻热线", "投稿邮箱", "本报地址", "广告热线", "分类广告", "订阅热线", "发行热线", "机关报", "国内统一刊号", "国内统一连续出版物号", "邮发代号", "总第", "印刷：", "邮箱：", "来稿请寄", "投稿请",
		"督印", "准印证", "内部资料", "社址：", "社址:", "承印：", "承印:")
	// imprintLabels stand in an imprint, and in the programme of an event as well: two of them make one.
	imprintLabels = lex("主办：", "主办:", "主管：", "主管:", "协办：", "出版：", "出版:", "发行：", "发行:", "编辑/", "编辑／", "编辑：", "地址：", "地址:", "零售：", "定价：", "总编：", "总编辑：", "主编：", "邮编：",
		"主办单位：", "主管单位：", "编印单位：", "出版单位：", "印刷单位：", "印制单位：", "发送对象：", "发放对象：", "发行范围：", "印刷日期：", "印数：", "印量：")
	hotlines  = lex("新闻热线", "投稿邮箱", "本报地址", "广告热线", "分类广告", "订阅热线") // of the house words those that an advert may begin with
	makers    = lex("编", "编印", "主编", "编发", "主办", "印发")
	pageNotes = lex("审核", "提供", "主办", "协办", "支持", "承办")
	rights    = lex("不得转载", "版权所有", "未经授权", "欢迎投稿")
	contacts  = lex("热线：", "热线:", "网址：", "网址:", "电话：", "邮箱：")
)

// HasHouseWord says whether words of the paper about itself stand in r: 新闻热线, 机关报, 准印证号; or two labels
// of an imprint: 主编：…　出版：….
func HasHouseWord(r []rune) bool {
	labels := 0
	for i := range r {
		if houseWords.At(r, i) > 0 {
			return true
		}
		if imprintLabels.At(r, i) > 0 {
			labels++
		}
	}
	return labels > 1
}

// IsStaffLine says whether a line names who made the page and nothing else: two labels and more, each with its mark and
// a name behind it, one of them a label of running text at most: "策划：沈小禾 文编：周一航", "统筹/沈小禾 责编/周一航".
func IsStaffLine(r []rune) bool {
	n := 0
	for i := SkipOrnaments(r, 0); i < len(r); i = SkipOrnaments(r, i) {
		m := max(staff.At(r, i), makersOfPage.At(r, i))
		if m == 0 {
			return false
		}
		i = script.SkipBlank(r, i+m)
		if i < len(r) && (isColon(r[i]) || r[i] == '/' || r[i] == '／' || r[i] == '丨' || r[i] == '|') {
			i = script.SkipBlank(r, i+1)
		}
		named := false
		for i < len(r) && max(staff.At(r, i), makersOfPage.At(r, i)) == 0 {
			k := nameWordEnd(r, i, len(r))
			if k-i > 8 || script.HanRun(r, i) == 0 {
				return false
			}
			named = true
			i = SkipOrnaments(r, k)
		}
		if !named {
			return false
		}
		n++
	}
	return n >= 2
}

// HasHotline says whether a way to reach the paper stands in r by its name: 新闻热线, 广告热线.
func HasHotline(r []rune) bool { return hotlines.In(r) }

// IsMaker says whether a text without spaces says which office made a bulletin and nothing else: 河口站办公室编,
// 发行：青溪农会.
func IsMaker(t []rune) bool {
	if n := imprintLabels.At(t, 0); n > 0 && n < len(t) && len(t) <= 20 {
		return true
	}
	if printed := script.Find(t, 0, "本期印"); printed > 0 {
		t = t[:printed] // …主办 本期印1500份
	}
	for n := 1; n <= 2 && n < len(t); n++ {
		if w := t[:len(t)-n]; makers.Is(t[len(t)-n:]) && (IsOffice(w) || len(w) > 3 && len(w) <= 20 && script.HanRun(w, 0) == len(w) && senders.Ends(w)) {
			return true
		}
	}
	return false
}

// IsPageNote says whether a text without spaces is a line about the page: 本版内容由柳湾镇提供, 本版编辑：.
func IsPageNote(t []rune) bool {
	return script.HasAt(t, 0, "本版") && (pageNotes.Ends(t) || script.Find(t[:min(len(t), 8)], 0, "：") > 3)
}

// IsImprint says whether a text without spaces says how to reach the paper, or whose the page is.
func IsImprint(t []rune) bool {
	if rights.In(t) {
		return true
	}
	return len(t) < 70 && contacts.In(t) && (EndsInNumber(t) || script.IsLatin(t[len(t)-1]))
}

// EndsInNumber says whether a line ends with a telephone number, an address of the net, or a code: five
// digits and hyphens, of which recognition may have made letters.
func EndsInNumber(r []rune) bool {
	n := 0
	for n < len(r) {
		if c := r[len(r)-1-n]; IsDigit(c) || c == '-' || n > 0 && contains("IlOo", c) {
			n++
			continue
		}
		break
	}
	return n >= 5
}

// IsLatinImprint says whether a line opens as a paper's imprint in Latin letters does, or speaks of its rights, or ends
// with the post of who answers for it.
func IsLatinImprint(r []rune) bool {
	return latinImprints.At(r, 0) > 0 || len(r) <= 40 && editors.Ends(r) || isLatinPrice(r) || script.Find(r, 0, "All rights reserved") >= 0 || script.Find(r, 0, "ISSN ") >= 0
}

// IsRunningHead says whether a line is the name of a paper with the number of the page or the day beside it, in Latin
// letters: 12 THE VALE HERALD, The Vale Herald, Friday, May 3, 1901.
func IsRunningHead(r []rune) bool {
	words := strings.FieldsFunc(string(r[:min(len(r), 80)]), func(c rune) bool { return contains(" ,.|-—–·", c) })
	name := slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return strings.TrimRight(w, "0123456789") == "" || ofDates.Is([]rune(strings.ToLower(w)))
	})
	n := len(name)
	return n > 1 && n < 7 && n < len(words) && latinPapers.Is([]rune(strings.ToLower(name[n-1]))) &&
		!slices.ContainsFunc(name, func(w string) bool { return len(w) > 3 && w[0] >= 'a' && w[0] <= 'z' })
}

var ofDates = lex("page", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
var latinPapers = lex("newsletter", "bulletin", "herald", "gazette", "chronicle", "times", "news", "journal", "observer", "courier", "tribune", "advertiser", "mercury", "echo", "examiner", "sentinel", "argus", "zeitung", "anzeiger", "nachrichten", "blatt", "bote")

// isLatinPrice says whether a line says what the paper costs and nothing else: Price 7d, PRICE TWO CENTS.
func isLatinPrice(r []rune) bool {
	if len(r) > 24 {
		return false
	}
	words := strings.Fields(strings.ToLower(strings.TrimRight(string(r), ".")))
	if len(words) < 2 || len(words) > 4 || words[0] != "price" {
		return false
	}
	last := words[len(words)-1]
	return IsDigit(rune(last[0])) || coins[last]
}

var coins = map[string]bool{"penny": true, "pence": true, "cent": true, "cents": true}

var latinImprints = lex("Printed and published", "Printed and Published", "PRINTED AND PUBLISHED", "Published by", "Published for", "Published and", "Published every", "PUBLISHED BY", "Printed by", "Printed for", "Printed at", "PRINTED BY", "Issued by", "Edited by", "Registered at", "This is the newsletter", "Sign up for our", "Find us on", "Follow us on", "Visit us at",
	"Verantwortlicher Redakteur", "Verantwortlich:", "Verantwortlich für die Redaktion", "Verantwortlich für den Inhalt", "Druck von", "Druck und Verlag", "Gedruckt bei", "Herausgegeben von", "Redaktion:", "Redakteur", "Redacteur", "Rédacteur", "Rédaction", "Imprimerie")

var editors = lex(", Redakteur.", ", Redacteur.", ", Editor.", ", Printer.", ", Publisher.", ", Rédacteur.", ", Imprimeur.")

// numberLabels stand before a telephone number, a code or an account, which a space parts from them.
var numberLabels = lex(append(telephones, "编码", "代号", "号码", "邮编", "传真", "专线", "微信", "群号", "编号", "账号", "帐号", "座机", "总机")...)

var telephones = []string{"电话", "热线", "手机"}

// IsNumberLabel says whether a label of a number ends in text directly before i: 电话, 编号.
func IsNumberLabel(text []rune, i int) bool {
	return i >= 2 && i <= len(text) && numberLabels.At(text[:i], i-2) == 2
}

// IsOwn says whether a line, t without its white space, is the page's own whatever stands around it: its day with the
// weekday, who made it.
func IsOwn(r, t []rune) bool {
	if MarksIn(r, "。，；！？") > 0 {
		return false
	}
	return Dated(t) && (script.Find(t, 0, "星期") >= 0 || IssuedBeside(t) || HasStaff(r)) || StaffAt(r, 0) > 0 || IsStaffLine(r) || script.Find(t, 0, "机关报") >= 0
}
