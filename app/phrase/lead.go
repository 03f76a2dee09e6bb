package phrase

import (
	"unicode/utf8"

	"qingyang/app/script"
)

// Lead is the opening of a news story: "本报讯（记者 沈小禾）", "新华社上海1月3日电", "又讯".
type Lead struct {
	Tag    Span   // 本报讯
	Credit Credit // who reports, where HasBy is set
	HasBy  bool
	End    int // behind the bracket that follows the tag, a credit or not; without one, of the tag
	Body   int // where the story's first sentence begins; a bracket that is no credit is in it
}

// tags are leads that are set as they stand here.
var tags = lex("本报讯", "本报消息", "本报综合消息", "本报综合讯", "本报快讯", "本台讯", "本台消息", "本网讯", "本网消息", "本刊讯", "本社讯", "又讯",
	"本报专讯", "本报特讯", "本报专电", "本报专稿", "本埠讯", "本埠消息")

// looseTags are words of running text as well: a space, a bracket, a colon or the text's end stands behind the lead.
var looseTags = lex("综合消息", "综合讯", "综合报道", "体育专电", "专电", "专讯", "特讯", "本市讯", "本县讯", "本区讯", "本省讯", "本校讯", "综合外电", "综合外电报道", "外电报道",
	"本报综合报道", "本报综合", "本报特稿", "本报快讯", "本刊综合报道", "本刊特讯", "本刊专讯", "本刊消息", "本刊电", "本台综合报道", "本台专电", "本台特讯", "本网综合报道", "本网专电", "本社综合报道", "本社消息", "本社特讯", "本站消息", "通讯员来稿", "读者来稿", "来稿",
	"校报讯", "校刊讯", "文讯", "据新华社讯", "综合新华社消息", "综合新华社电", "综合新华社讯")

// agencies open a tag that ends with 电 or 讯, perhaps behind 据: 新华社柳湾3月5日电, 本报3月5日讯.
var agencies = lex("新华社", "新华网", "中新社", "中新网", "人民网", "人民日报", "央视网", "央广网", "法新社", "路透社", "美联社", "共同社", "塔斯社", "韩联社", "中央社", "合众社", "德新社", "安莎社", "埃菲社",
	"本报", "本台", "本网", "本刊", "本社")

// wires stand between the day and 电: 3月5日专电.
var wires = lex("专", "综合", "新媒体专", "体育专")

// nearTags are those that are looked for with one wrong character (NearLead), the commonest ones.
var nearTags = [...]struct {
	tag   string
	runes []rune
}{{"本报讯", []rune("本报讯")}, {"本报消息", []rune("本报消息")}}

// CanLead says whether a lead can stand at r[i:]. It lets most texts be passed over unseen.
func CanLead(r []rune, i int) bool {
	if i >= len(r) {
		return false
	}
	return contains("本新中人央据讯又法路美共塔韩综体专特通读来校文", r[i]) || IsMarkBracket(r[i]) || isOpenBracket(r[i]) || paperTag(r, i) > 0 || datedTag(r, i) > 0 || sourceTag(r, i) > 0
}

// LeadAt reads the lead that r begins with, behind white space and ornaments, and perhaps in marks of its own:
// 【本报讯】, （柳湾社讯）. It looks at no more than some hundred characters. A lead that recognition misread by one character is one where a space or a
// bracket follows it (NearLead).
//
// "本报讯员", "又讯问", "新华社记者" begin none.
func LeadAt(r []rune) (l Lead, ok bool) {
	i := SkipOrnaments(r, 0)
	if l.Tag = markedTag(r, i); l.Tag.Empty() {
		n := tagAt(r, i)
		if n == 0 {
			return l, false
		}
		l.Tag = Span{i, i + n}
		l.End = l.Tag.To
	} else {
		l.End = script.SkipBlank(r, l.Tag.To) + 1
	}
	i = script.SkipBlank(r, l.End)
	if i < len(r) && (isOpenBracket(r[i]) || IsMarkBracket(r[i])) {
		for k := i + 1; k < len(r) && k < i+40 && isOpenBracket(r[i]); k++ {
			if isCloseBracket(r[k]) {
				l.End = k + 1
				break
			}
		}
		if c, fits := CreditAt(r, i); fits {
			l.Credit, l.HasBy, l.End = c, true, max(l.End, c.To)
			i = script.SkipBlank(r, c.To)
		}
	}
	if i < len(r) && script.IsHan(r[i]) { // 本报讯 记者沈小禾报道：
		for k := i + 1; k < len(r) && k < i+24; k++ {
			if !isColon(r[k]) {
				continue
			}
			c, fits := CreditAt(r[:k], i)
			if !fits && IsSignature(r[i:k]) {
				c, fits = Credit{Span: Span{i, k}, Words: Span{i, k}, Called: true}, true
			}
			if fits && script.HasAt(r, k-2, "报道") {
				l.Credit, l.HasBy = c, true
				i = k
			}
			break
		}
	}
	if i < len(r) && isColon(r[i]) && (l.HasBy || i == l.End) {
		i = script.SkipBlank(r, i+1)
	}
	l.Body = i
	return l, true
}

// markedTag is the tag of a lead that stands at r[i:] in marks of its own: 【本报讯】, ［柳湾讯］, 〔据《柳湾日报》报道〕.
func markedTag(r []rune, i int) Span {
	if i >= len(r) || !IsMarkBracket(r[i]) && !isOpenBracket(r[i]) {
		return Span{}
	}
	i = script.SkipBlank(r, i+1)
	n := tagAt(r, i)
	if n == 0 {
		if k := i + script.HanRun(r, i); k-i >= 2 && k-i <= 8 && contains("讯电", r[k-1]) && !contains(noLead, r[k-2]) || k-i >= 4 && k-i <= 12 && k+1+shortestStory < len(r) && tells.Ends(r[i:k]) {
			n = k - i
		}
	}
	if k := script.SkipBlank(r, i+n); n > 0 && k < len(r) && isCloseBracket(r[k]) {
		return Span{i, i + n}
	}
	return Span{}
}

// noLead are characters with which 讯 and 电 make words that are no leads: 简讯, 喜讯, 来电.
const noLead = "简快喜通音资捷电审问传闻腾警汛短来回发致充水停用触送供家"

// IsLead says whether a line begins with a lead, whole or cut by the line's end: 新华社柳湾3.
func IsLead(r []rune) bool {
	i := SkipOrnaments(r, 0)
	if i >= len(r) {
		return false
	}
	if tagAt(r, i) > 0 || !markedTag(r, i).Empty() {
		return true
	}
	n := agencyAt(r, i)
	if n == 0 || r[i] == '本' {
		return false
	}
	k := i + n + script.HanRun(r, i+n)
	return k < len(r) && IsDigit(r[k])
}

// agencyAt is the length of an agency's name at r[i:], with 据 before it, 0 for none.
func agencyAt(r []rune, i int) int {
	if i < len(r) && r[i] == '据' {
		if n := agencies.At(r, i+1); n > 0 && r[i+1] != '本' {
			return n + 1
		}
		return 0
	}
	return agencies.At(r, i)
}

// tagAt is the length of the tag at r[i:], 0 for none.
func tagAt(r []rune, i int) int {
	if i >= len(r) {
		return 0
	}
	if n := tags.At(r, i); n > 0 {
		if next := i + n; next < len(r) && contains("员息号问", r[next]) {
			return 0
		}
		return n
	}
	if n := looseTags.At(r, i); n > 0 && (tagEnds(r, i+n) || isColon(r[i+n])) {
		return n
	}
	if n := max(quotedTag(r, i), datedTag(r, i)); n > 0 {
		return n
	}
	if (r[i] == '讯') && i+1 < len(r) && isOpenBracket(r[i+1]) {
		if _, ok := CreditAt(r, i+1); ok {
			return 1
		}
	}
	if n := agencyAt(r, i); n > 0 {
		if n = agencyTag(r, i, n); n > 0 {
			return n
		}
	}
	if n := placeTag(r, i); n > 0 {
		return n
	}
	if n := max(paperTag(r, i), sourceTag(r, i)); n > 0 {
		return n
	}
	if tag, _ := NearLead(r[i:]); tag != "" {
		n := utf8.RuneCountInString(tag)
		if i+n < len(r) && r[i+1] != '版' && (r[i] == '本' || n == 4) {
			return n
		}
	}
	return 0
}

// quotedTag is the length of the tag at r[i:] that names another paper: 据《柳湾日报》报道. "据《柳湾日报》报道，…" is a
// sentence.
func quotedTag(r []rune, i int) int {
	if !script.HasAt(r, i, "据") {
		return 0
	}
	if n := 1 + script.HanRun(r, i+1); n > 4 && n <= 10 && i+n < len(r) && (script.HasAt(r, i+n-2, "消息") || script.HasAt(r, i+n-2, "报道")) && (tagEnds(r, i+n) || isColon(r[i+n])) {
		return n // 据柳湾网消息, 据外刊报道
	}
	if !script.HasAt(r, i, "据《") {
		return 0
	}
	for k := i + 3; k+2 < len(r) && k < i+16; k++ {
		if r[k] != '》' {
			continue
		}
		for k++; k < len(r) && (IsDigit(r[k]) || contains("月日", r[k])); k++ { // 据《柳湾日报》3月4日报道
		}
		for _, w := range [...]string{"报道", "消息", "讯", "电"} {
			if end := k + len([]rune(w)); script.HasAt(r, k, w) && tagEnds(r, end) {
				return end - i
			}
		}
		return 0
	}
	return 0
}

// datedTag is the length of the tag at r[i:] that names a place or an agency, or neither, a day, and how the news came:
// 柳湾17日讯, 柳湾社北岸4月17日电, 3月4日讯; 0 for none. A space, a bracket, a colon or the text's end stands behind it.
func datedTag(r []rune, i int) int {
	k := i + script.HanRun(r, i)
	if k-i == 1 || k-i > 10 || k >= len(r) || !IsDigit(r[k]) || k > i && (callings.In(r[i:k]) || contains("据从向由和与在被把于到至了", r[k-1]) || contains("据从向由和与在被把", r[i])) {
		return 0
	}
	day := 0
	for ; k < len(r) && k < i+22; k++ {
		c := r[k]
		switch {
		case IsDigit(c), c == '月', c == '年' && IsDigit(r[i]), script.IsSpace(c) && c != 0x3000:
		case c == '日' && IsDigit(r[k-1]):
			day = k + 1
		case (c == '讯' || c == '电') && day > 0 && (k == day || wires.Is(r[day:k])):
			if k+1 < len(r) && !tagEnds(r, k+1) && !isColon(r[k+1]) {
				return 0
			}
			return k + 1 - i
		case day > 0 && k < day+4 && script.IsHan(c):
		default:
			return 0
		}
	}
	return 0
}

// agencyTag is the length of the tag at r[i:] that an agency of n runes opens: up to 电 or 讯, with nothing
// but a place and a day between; 0 for none. Without a day it takes 电 with a space, a bracket or a colon
// behind it: 据新华社电.
func agencyTag(r []rune, i, n int) int {
	from, day := i+n, 0
	for k := from; k < len(r) && k < from+28; k++ {
		c := r[k]
		switch {
		case contains("日目曰", c) && k > from && (IsDigit(r[k-1]) || script.IsSpace(r[k-1]) || IsHanNumeral(r[k-1])):
			day = k + 1
		case (c == '电' || c == '讯') && day > 0:
			if k > day && !wires.Is(r[day:k]) || k+1 < len(r) && contains("话报台视", r[k+1]) {
				return 0
			}
			if c == '电' && k+1 < len(r) && r[k+1] == '讯' {
				k++
			}
			return k + 1 - i
		case c == '电' && r[i] != '本' && k <= from+6 && k+1 < len(r) && (script.IsSpace(r[k+1]) || isOpenBracket(r[k+1]) || isColon(r[k+1])):
			if k > from && contains("来回去致发急", r[k-1]) || callings.In(r[from:k]) {
				return 0
			}
			return k + 1 - i
		case script.IsHan(c), IsDigit(c), script.IsSpace(c) && c != 0x3000, c == '·', c == '/':
		default:
			return 0
		}
	}
	return 0
}

// placeTag is the length of the tag at r[i:] that names a place and no day, with a space, a bracket or the
// text's end behind it: 本报柳湾讯, 本报上河口消息, 本社柳湾专电; 0 for none. "本报接柳湾来讯" is none.
func placeTag(r []rune, i int) int {
	if !script.HasAt(r, i, "本报") && !script.HasAt(r, i, "本社") && !script.HasAt(r, i, "本台") {
		return 0
	}
	for k := i + 4; k <= i+10 && k < len(r) && script.IsHan(r[k-1]); k++ {
		end := 0
		switch {
		case r[k] == '讯', r[k] == '电' && r[k-1] == '专':
			end = k + 1
		case r[k] == '消' && k+1 < len(r) && r[k+1] == '息':
			end = k + 2
		default:
			continue
		}
		place := r[i+2 : k]
		if contains("来回去致发急接获问通电传闻简快", r[k-1]) || contains("接据获由从向与和", place[0]) || callings.In(place) && !script.HasAt(place, len(place)-3, "记者站") {
			return 0
		}
		if tagEnds(r, end) || contains("“‘\"", r[end]) || r[k] == '讯' && len(place) <= 3 && !contains("员息号问录技社人机报刊", r[end]) {
			return end - i
		}
		return 0
	}
	return 0
}

// paperTag is the length of the tag at r[i:] that a paper has of its own name: 青禾晚报讯, 柳湾周讯讯, 新柳湾网讯; or of
// any name where the reporter follows it: 柳湾讯（记者 沈小禾）. 0 for none.
func paperTag(r []rune, i int) int {
	for k := i + 1; k <= i+9 && k < len(r) && script.IsHan(r[k-1]); k++ {
		if r[k] != '讯' || k+1 < len(r) && r[k+1] == '讯' {
			continue // the name itself may end with it
		}
		if k+1 < len(r) && isColon(r[k+1]) && !contains(noLead, r[k-1]) {
			return k + 1 - i
		}
		if !tagEnds(r, k+1) || contains("据从向由和与在被把", r[i]) {
			return 0
		}
		if (k > i+2 || contains("晚早晨日商周", r[i])) && (contains("刊网台社", r[k-1]) || contains("报讯", r[k-1]) && !contains("情简警汇通电音喜", r[k-2])) {
			return k + 1 - i
		}
		if contains(noLead, r[k-1]) {
			return 0
		}
		if r[i] == '新' && k <= i+4 || k+8 < len(r) && script.IsSpace(r[k+1]) && r[k-1] != '报' { // 新柳湾 is the name of a paper as well, 侨讯 that of news where text follows
			return k + 1 - i
		}
		next := script.SkipBlank(r, k+1)
		if c, ok := CreditAt(r, next); ok && c.Brackets && (c.Called || IsSignature(c.Words.Of(r))) || callings.At(r, next) > 0 {
			return k + 1 - i
		}
		return 0
	}
	return 0
}

// sourceTag is the length of the tag at r[i:] that names who sent the news: 县气象局消息, 柳湾快讯; 0 for none. A space, a
// bracket or a colon stands behind it, and a story: alone on a line, or above another line, it is the name of a column.
// "传来好消息" is none.
func sourceTag(r []rune, i int) int {
	n := script.HanRun(r[:min(len(r), i+14)], i)
	end := i + n
	if n < 4 || n > 12 || !tells.Ends(r[i:end]) || end == len(r) || !tagEnds(r, end) && !isColon(r[end]) || len(r)-end < shortestStory {
		return 0
	}
	if source := r[i : end-2]; contains("好新坏假短此些条道的确何", source[len(source)-1]) || contains("据从向由和与在被把有无传来得获发", source[0]) || MarksIn(source, "的了") > 0 || callings.In(source) {
		return 0
	}
	return n
}

// shortestStory is how many runes stand at least behind a tag that names its source, on its line.
const shortestStory = 8

var tells = lex("消息", "快讯")

// tagEnds says whether what stands at r[end:] can follow a lead: a space, a bracket, a day, or nothing.
func tagEnds(r []rune, end int) bool {
	return end == len(r) || script.IsSpace(r[end]) || isOpenBracket(r[end]) || IsMarkBracket(r[end]) || isCloseBracket(r[end]) || IsDigit(r[end])
}

// NearLead is the commonest tag of a lead that text opens with but for one character, and which one that is,
// in runes; "" for none. A space, a bracket or the text's end stands behind it: "本振讯（记者 …）".
//
// What stands there may be right: a county's paper has 本县讯 (see IsOwnTag). 本报记 is the beginning of 本报记者.
func NearLead(text []rune) (tag string, at int) {
	for _, near := range nearTags {
		n, wrong := len(near.runes), 0
		if len(text) < n {
			continue
		}
		for k, r := range near.runes {
			if text[k] != r {
				wrong, at = wrong+1, k
			}
		}
		if wrong == 1 && text[at] != '记' && (n == len(text) || isOpenBracket(text[n]) || script.IsSpace(text[n])) {
			return near.tag, at
		}
	}
	return "", 0
}

// IsOwnTag says whether r, in the place of 报 in 本报讯, makes a lead that a paper of its own has: 本县讯,
// 本校讯.
func IsOwnTag(r rune) bool {
	return contains("版台网刊社站市县区省州旗镇乡村校院系厂矿馆局队团", r)
}
