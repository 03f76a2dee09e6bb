package phrase

import "qingyang/app/script"

// senders end the name of an office, or of a part of a house, that signs what it sent in.
var senders = lex("部", "处", "委", "会", "团", "队", "组", "室", "馆", "社", "堂", "党委", "支部", "集团", "车间", "分厂", "作业区", "协会", "学会", "公所", "宫", "站", "系", "集团公司", "编辑部", "志愿者", "义工", "研究生", "记者团", "班", "团契", "诗班")

// honours stand behind the name of one who signs: of churches, schools and works.
var honours = lex("姊妹", "弟兄", "牧师", "神父", "修女", "传道", "长老", "执事", "老师", "同学", "师傅", "报道", "供稿", "来稿", "投稿", "整理", "口述", "撰稿", "撰文", "编译", "采写")

// longestSignature is how many runes a signature has at most.
const longestSignature = 24

// IsSignature says whether r names in a few words who wrote something, a person or an office, and nothing else: 图书馆,
// 柳湾 沈小禾, 沈小禾 寄自柳湾, 义工 沈小禾, 教务处 供稿. Titles and names of columns may read so as well: where it stands must tell.
func IsSignature(r []rune) bool {
	if len(r) < 2 || len(r) > longestSignature || MarksIn(r, "，。；：！？") > 0 || IsLead(r) {
		return false
	}
	words, signs := 0, 0
	for i := 0; i < len(r); words++ {
		end := nameWordEnd(r, i, len(r))
		for k, c := range r[i:end] {
			if k > 0 && (c == '/' || c == '／' || c == '、' || isNameDot(c)) {
				end = i + k
				break
			}
			if !script.IsHan(c) && !IsDigit(c) && !script.IsSpace(c) && !isOpenBracket(c) && !isCloseBracket(c) && c != '-' {
				return false
			}
		}
		if w := r[i:end]; IsName(w) || IsSpacedName(w) || sends(w) || namedBehind(w) || honoured(w, words > 0) {
			signs++
		}
		for i = end; i < len(r) && (script.IsSpace(r[i]) || contains("/／、", r[i]) || isNameDot(r[i])); i++ {
		}
	}
	return signs > 0 && words <= 4
}

// sends says whether a word is that of an office, or ends with the post or the place of one who writes.
func sends(w []rune) bool { return stations.Ends(w) || senders.Ends(w) || senders.Is(w) }

// namedBehind says whether a word is an office with a name behind it, whose space a line's end has taken: 教务处沈小禾.
func namedBehind(w []rune) bool {
	for n := 2; n <= 3; n++ {
		if k := len(w) - n; k > 1 && IsName(w[k:]) && sends(w[:k]) {
			return true
		}
	}
	return false
}

// honoured says whether a word ends with what its bearer is or did, behind a name or an office, or alone: 沈小禾姊妹,
// 教务处沈小禾报道.
func honoured(w []rune, alone bool) bool {
	if !honours.Ends(w) {
		return false
	}
	w = w[:len(w)-2]
	return len(w) == 0 && alone || IsName(w) || sends(w) || namedBehind(w)
}

// HeadCredit reads the credit in brackets that a paragraph begins with: （记者 沈小禾）, ［教务处 沈小禾］. One word alone is
// none: a place or a column may be called so.
func HeadCredit(r []rune) (c Credit, ok bool) {
	c, ok = CreditAt(r, 0)
	if !ok || !c.Brackets || c.To == len(r) {
		return c, false
	}
	words := c.Words.Of(r)
	return c, c.Called || script.HanRun(words, 0) < len(words) && IsSignature(words)
}

// signedTail reads the signature behind the last sentence of a paragraph: "…参会。（图书馆）", "…参会。　教务处 供稿"; in
// brackets any two or three Han may be a pen name: "…参会。（远帆）".
func signedTail(r []rune, i int) (c Credit, ok bool) {
	from, to := script.SkipBlank(r, i), len(r)
	if from >= to {
		return c, false
	}
	c.Span = Span{i, to}
	if c.Brackets = isOpenBracket(r[from]) || IsMarkBracket(r[from]); c.Brackets {
		if from, to = from+1, to-1; !isCloseBracket(r[to]) {
			return c, false
		}
	} else if from == i {
		return c, false
	}
	c.Words = Span{from, to}
	words := c.Words.Of(r)
	pen := c.Brackets && (len(words) == 2 || len(words) == 3) && script.HanRun(words, 0) == len(words) && !closers.Ends(words) && !closers.Is(words)
	return c, (pen || IsSignature(words)) && !IsPhotoEnd(words) && !addressed.Ends(words)
}

// closers are what stands in brackets behind a text, or ends it, and is no name that somebody writes under.
var closers = lex("完", "未完", "待续", "续完", "连载", "下转", "上接", "转载", "略", "下略", "上", "中", "下", "一", "二", "三", "续", "终", "节选", "摘要", "摘编", "摘登", "有删", "删节", "删改", "见图", "附图", "附表", "如图", "上图", "下图", "左图", "右图", "图略", "综合", "掌声", "笑声", "笑", "大笑", "下同", "合唱", "独唱", "同上", "化名", "资料", "暂定", "免费", "另附", "左", "右", "本报")
