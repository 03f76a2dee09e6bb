package phrase

import (
	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// stations end what stands before an author's name: where the author lives, learns or works, as what.
var stations = lex("乡", "镇", "村", "街道", "社区", "小区", "花园", "学校", "中学", "小学", "大学", "学院", "幼儿园", "班", "医院", "局", "站", "馆", "中心", "公司", "教师", "老师", "律师", "医师", "医生", "大夫", "馆员", "主任", "学生", "居民", "市民", "读者", "作者", "编者", "教授", "研究员", "队员", "院", "所", "校", "县", "市", "区", "厂", "员", "科", "委员会", "办公室", "支队", "大队", "工区", "车间", "工段", "车队", "机务段", "客运段", "供电段", "码头", "林场", "农场", "景区", "会所", "商会", "会馆", "部队", "连队")

// IsStation says whether r ends with what stands before the name of an author who is no reporter, the
// place or the post: 双堰乡, 区法律援助中心律师. r must be longer than that word.
func IsStation(r []rune) bool { return stations.Ends(r) }

// AuthorCredit reads a line that names an author who is no reporter: "□ 沈小禾", "柳湾乡 沈小禾",
// "读者 沈小禾", "区法律援助中心律师 上官清越". A line without an ornament needs a name in it; one of two
// words needs a station before the name.
func AuthorCredit(r []rune) (c Credit, ok bool) {
	if len(r) < 3 || len(r) > 40 || MarksIn(r, "，。；！？") > 0 || callings.In(r) || IsLead(r) {
		return c, false
	}
	i := SkipOrnaments(r, 0)
	if script.HasAt(r, 0, "——") { // below a poem
		i = script.SkipBlank(r, 2)
		return Credit{Span: Span{0, len(r)}, Words: Span{i, len(r)}, Called: true}, IsName(r[i:])
	}
	if n := AuthorLabel(r, i); n > 0 && contains("文作撰", r[i]) {
		i += n
	}
	marked := i > 0
	end := script.TrimBlank(r, i, len(r))
	c = Credit{Span: Span{0, len(r)}, Words: Span{i, end}, Called: true}
	if retired(r[i:end], marked) || told(r[i:end]) || placed(r[i:end]) {
		return c, true
	}
	var words [5]Span
	n := 0
	for k := i; k < end; {
		e := nameWordEnd(r, k, end)
		for _, ch := range r[k:e] {
			if !script.IsHan(ch) && !IsDigit(ch) && !script.IsLatin(ch) && !script.IsSpace(ch) && !contains("（）()·/／.", ch) {
				return Credit{}, false
			}
		}
		switch {
		case n > 0 && IsLatinName(r[k:e]) && IsLatinName(words[n-1].Of(r)):
			words[n-1] = Span{k, e} // one name: Dr. Ann Poe
		case n == len(words):
			return Credit{}, false
		default:
			words[n] = Span{k, e}
			n++
		}
		k = script.SkipBlank(r, e)
	}
	word := func(k int) []rune { return words[k].Of(r) }
	if n == 4 && writers.Is(word(2)) && IsName(word(3)) {
		n = 2 // whoever translated it or took the pictures
	}
	if n == 3 && writers.Is(word(1)) && IsName(word(2)) {
		return c, stations.Ends(word(0)) || IsLatinName(word(0)) || IsName(word(0))
	}
	switch n {
	case 1:
		return c, marked && len(word(0)) <= 8
	case 2:
		place, name := word(0), word(1)
		if writers.Is(place) && IsName(name) {
			return c, true
		}
		named := IsName(name) || IsSpacedName(name) || IsLatinName(name) || len(name) == 3 && lexicon.Surname(name) > 0
		return c, marked && len(name) <= 4 && len(place) <= 16 || named && len(place) <= 20 && (stations.Ends(place) || stations.Is(place) || senders.Ends(place) || trades.Ends(place) && len(place) > 1)
	}
	return c, false
}

// authorLabels stand before the name of an author, and are no part of the credit.
var authorLabels = lex("文/", "文／", "文｜", "文|", "图/", "图／", "作者：", "作者:", "撰文：", "撰文:", "撰文/", "文：", "文:", "供稿：", "摄影：")

// AuthorLabel is how long the label at r[i:] is that a name follows, 0 for none: 文/图 is none.
func AuthorLabel(r []rune, i int) int {
	n := authorLabels.At(r, i)
	if n == 0 || i+n >= len(r) || r[i+n] == '图' || r[i+n] == '文' {
		return 0
	}
	return n
}

// retired says whether r is a name, perhaps with 某 for its given name, and what the person is in
// brackets: "沈某（退休教师）"; behind a mark or a label, anything in them.
func retired(r []rune, marked bool) bool {
	n := 0
	for n < len(r) && !isOpenBracket(r[n]) && n < 8 {
		n++
	}
	if n < 2 || n+3 > len(r) || !isOpenBracket(r[n]) || !isCloseBracket(r[len(r)-1]) {
		return false
	}
	name, post := r[:script.TrimBlank(r, 0, n)], r[n+1:len(r)-1]
	if n := script.TrimBlank(post, 0, len(post)); n > 1 && n <= 3 && IsDigit(post[0]) && post[n-1] == '岁' {
		return IsName(name) || IsSpacedName(name)
	}
	some := lexicon.Surname(name) > 0 && len(name) > 1 && (name[len(name)-1] == '某' || name[0] == name[len(name)-1])
	return (IsName(name) || IsSpacedName(name) || some) && script.HanRun(post, 0) == len(post) && len(post) <= 16 && (marked || stations.Ends(post) || stations.Is(post) || trades.Ends(post))
}

// placed says whether r is where somebody writes from, in brackets, and the name: （柳湾）沈小禾.
func placed(r []rune) bool {
	if len(r) < 6 || !isOpenBracket(r[0]) {
		return false
	}
	n := 1 + script.HanRun(r[:min(len(r), 8)], 1)
	if n < 3 || n >= len(r) || !isCloseBracket(r[n]) || IsName(r[1:n]) && n > 3 {
		return false
	}
	name := r[script.SkipBlank(r, n+1):]
	return IsName(name) || IsSpacedName(name)
}

// told says whether r is a name and what the person did: 沈小禾报道, 沈小禾 口述.
func told(r []rune) bool {
	for _, w := range [...]string{"报道", "口述", "整理", "编译", "供稿", "采写", "撰文", "综合报道", "摄影报道"} {
		if n := len(r) - len([]rune(w)); n > 1 && script.HasAt(r, n, w) {
			name := r[:script.TrimBlank(r, 0, n)]
			if IsName(name) && (len(name) > 2 || n > len(name)) || IsSpacedName(name) {
				return true
			}
		}
	}
	return false
}

// trades end what a person is, in brackets behind the name: 退伍军人, 护士, 木匠, 果农.
var trades = lex("人", "士", "师", "生", "工", "农", "民", "长", "手", "者", "户", "匠", "司机", "友", "干部", "警")
