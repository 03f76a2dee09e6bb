package rule

import (
	"slices"

	"qingyang/app/phrase"
)

// The rules of this file only suggest: what they would change may be meant.

// S6 closes a space inside a number: "2 026年" → "2026年", "12. 5%" → "12.5%".
//
// Not in telephone numbers and rows of figures; thousands parted by a thin space stay.
var S6 = Rule{ID: "S6", need: spaces, Find: at(func(p Para, i int) (Edit, bool) {
	to, ok := p.gap(i)
	if !ok || p.latin || !p.sentence || !isDigit(p.Text[to]) || p.Kept(to) {
		return Edit{}, false
	}
	l := p.Text[i-1]
	end := to
	for end < len(p.Text) && isDigit(p.Text[end]) {
		end++
	}
	switch {
	case l == '.' && isDigit(p.at(i-2)) && (p.at(end) == '%' || isHan(p.at(end))):
		return suggest(i, to, "")
	case isDigit(l) && !isDigit(p.at(i-2)) && end-to == 3 && p.at(end) == '年':
		return suggest(i, to, "")
	}
	return Edit{}, false
})}

// P10 puts the right connector between two numbers: "5-10℃" → "5℃～10℃", "1-3月" → "1—3月"
// (GB/T 15834-2011, 4.13).
//
// Codes, telephone numbers and models keep their hyphen: no unit follows them.
var P10 = Rule{ID: "P10", need: hyphens, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	if r != '-' && r != '－' || !isDigit(p.at(i-1)) || !isDigit(p.at(i+1)) || p.latin || p.Kept(i) {
		return Edit{}, false
	}
	from := i - 1
	for from > 0 && isInNumber(p.Text[from-1]) {
		from--
	}
	if from > 0 && (isLetter(p.Text[from-1]) || p.Text[from] == '-') {
		return Edit{}, false
	}
	to := i + 1
	for to < len(p.Text) && (isDigit(p.Text[to]) || p.Text[to] == '.') {
		to++
	}
	switch p.at(to) {
	case '℃', '%':
		return suggest(i, i+1, string(p.at(to))+"～")
	case '月', '日', '时':
		return suggest(i, i+1, "—")
	}
	return Edit{}, false
})}

// documentBrackets are the brackets around the year of a document number: "[2021]7号" → "〔2021〕7号"
// (GB/T 9704-2012, 7.2.5). They go by P6.
var documentBrackets = Rule{ID: "P6", need: square, Find: whole(func(p Para) []Edit {
	var es []Edit
	for i, r := range p.Text {
		if r != '[' && r != '【' && r != '［' || !isHan(p.at(i-1)) {
			continue
		}
		year, end := phrase.Number(p.Text, i+1)
		if c := p.at(end); year < 1949 || year > 2100 || c != ']' && c != '】' && c != '］' {
			continue
		}
		if _, to := phrase.Number(p.Text, end+1); to > end+1 && p.at(to) == '号' {
			es = append(es, Edit{i, i + 1, "〔", Suggest}, Edit{end, end + 1, "〕", Suggest})
		}
	}
	return es
})}

// innerTitles are angle brackets inside book-title marks: "《关于学习<渔业法>的通知》" → 〈〉. They go by
// P12.
var innerTitles = Rule{ID: "P12", need: angles, Find: whole(func(p Para) []Edit {
	var es []Edit
	in, open := false, -1
	for i, r := range p.Text {
		switch r {
		case '《':
			in, open = true, -1
		case '》':
			in = false
		case '<', '＜':
			if in {
				open = i
			}
		case '>', '＞':
			if in && open >= 0 && hasHan(p.Text[open:i]) {
				es = append(es, Edit{open, open + 1, "〈", Suggest}, Edit{i, i + 1, "〉", Suggest})
			}
			open = -1
		}
	}
	return es
})}

// primes are primes and doubled apostrophes in the place of quotation marks: "″夜航″" and the like. They
// go by P7.
var primes = Rule{ID: "P7", need: straights, Find: whole(func(p Para) []Edit {
	if p.latin {
		return nil
	}
	var es []Edit
	open, n := -1, 0
	for i := 0; i < len(p.Text); i++ {
		size := 0
		switch {
		case p.Text[i] == '″':
			size = 1
		case p.Text[i] == '\'' && p.at(i+1) == '\'':
			size = 2
		}
		if size == 0 || isDigit(p.at(i-1)) {
			continue
		}
		if open >= 0 && n == size && hasHan(p.Text[open:i]) {
			es = append(es, Edit{open, open + n, "“", Suggest}, Edit{i, i + size, "”", Suggest})
			open = -1
		} else {
			open, n = i, size
		}
		i += size - 1
	}
	return es
})}

// P13 takes the mark out of an approximation: "三、四个" → "三四个" (GB/T 15835-2011, 4.2.1).
//
// Only of neighbouring numbers before a measure; "二、三产业", "第三、四版" and numbering are lists.
var P13 = Rule{ID: "P13", need: marks, Find: at(func(p Para, i int) (Edit, bool) {
	if p.Text[i] != '、' {
		return Edit{}, false
	}
	a, b := phrase.HanDigit(p.at(i-1)), phrase.HanDigit(p.at(i+1))
	if a < 1 || b != a+1 || p.at(i-1) == '两' || p.at(i-2) == '第' || p.at(i-2) == '、' || phrase.HanDigit(p.at(i-2)) >= 0 {
		return Edit{}, false
	}
	switch p.at(i + 2) {
	case '年':
		if p.at(i+3) != '级' {
			return suggest(i, i+1, "")
		}
	case '个', '天', '人', '名', '位', '次', '里', '公', '斤', '岁', '户', '家', '米', '十', '百', '千', '万', '分', '条', '辆', '棵', '块':
		return suggest(i, i+1, "")
	}
	return Edit{}, false
})}

// P14 makes one of a doubled mark: "，，" → "，"; two different ones are flagged.
//
// "！！" and ellipses are meant.
var P14 = Rule{ID: "P14", need: marks | stops, Find: at(func(p Para, i int) (Edit, bool) {
	r, n := p.Text[i], p.at(i+1)
	switch {
	case r == n && (r == '，' || r == '、' || r == '；' || r == '：'), r == '。' && n == '。' && p.at(i+2) != '。' && p.at(i-1) != '。':
		return suggest(i, i+2, string(r))
	case r == '、' && n == '和' && !isOneOf(p.at(i+2), "谐平睦美气解约田服善风顺蔼尚声弦音谈会"):
		return suggest(i, i+1, "")
	}
	return Edit{}, false
})}

// P16 sets the mark behind a number as the standard has it: "（一）、" → "（一）", "第一、" → "第一，",
// "一，" → "一、" (GB/T 15834-2011, 4.5.3, appendix B).
//
// Only where the number opens the paragraph, or a sentence; "一、二、三等奖" is a list,
// "（三）、（四）项" is one too.
var P16 = Rule{ID: "P16", need: marks, Find: at(func(p Para, i int) (Edit, bool) {
	opens := func(at int) bool {
		return at <= p.head || p.Text[at-1] == '。' || p.Text[at-1] == '；' || p.Text[at-1] == '：'
	}
	switch p.Text[i] {
	case '，':
		if i == p.head+1 && isHanNumber(p.at(i-1)) && isHan(p.at(i+1)) && isHan(p.at(i+2)) && !isHanNumber(p.at(i+1)) {
			return suggest(i, i+1, "、")
		}
	case '、':
		if p.at(i-1) == '）' && isHanNumber(p.at(i-2)) && p.at(i+1) != '（' && p.isItem(i-1) {
			return suggest(i, i+1, "")
		}
		if isHanNumber(p.at(i-1)) && p.at(i-2) == '第' && opens(i-2) && !isHanNumber(p.at(i+1)) && p.at(i+1) != '第' {
			return suggest(i, i+1, "，")
		}
	}
	return Edit{}, false
})}

// C4 suggests the lead that a text opens with but for one character: "本振讯（记者 …）" → "本报讯". It is a
// set phrase, and nothing else that begins a story looks like it.
//
// Papers of a county, a city or a school have leads of their own: 本市讯, 本校讯.
var C4 = Rule{ID: "C4", Find: whole(func(p Para) []Edit {
	tag, at := phrase.NearLead(p.Text)
	if tag == "" || !isHan(p.Text[at]) || phrase.IsOwnTag(p.Text[at]) {
		return nil
	}
	return []Edit{{at, at + 1, string([]rune(tag)[at]), Suggest}}
})}

// isItem says whether the number in brackets that ends at i opens the paragraph or a sentence.
func (p Para) isItem(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if p.Text[k] == '（' {
			return k <= p.head || isOneOf(p.Text[k-1], "。；：")
		}
	}
	return false
}

// Suggesting are the rules that only suggest; the others may suggest besides what they do.
var Suggesting = []Rule{S6, documentBrackets, primes, singles, hanDash, P10, innerTitles, loneTitles, P13, P14, P16, P17, noughts, N3, squareMetres,
	C3, reported, slowly, C4, setPhrases, C6, C7, E4}

// Suggestion is an edit that a rule would make if somebody said so.
type Suggestion struct {
	Edit
	Rule string
}

// Suggestions are what the rules suggest for a text, in ascending order; of two that overlap the one
// that begins first. It keeps text and does not change it.
func Suggestions(text []rune) []Suggestion { return Style{}.Suggestions(text) }

// Suggestions are what the rules suggest for a text of that style.
func (s Style) Suggestions(text []rune) []Suggestion {
	return s.collect(text, Suggest, All, Suggesting)
}

// collect finds the edits of one class that some rules have for a text.
func (s Style) collect(text []rune, class Class, from ...[]Rule) []Suggestion {
	p := s.para(text)
	var all []Suggestion
	for _, rs := range from {
		for _, r := range rs {
			for _, e := range r.edits(p, func(c Class) bool { return c == class }) {
				all = append(all, Suggestion{e, r.ID})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Suggestion) int { return a.From - b.From })
	end := -1
	return slices.DeleteFunc(all, func(s Suggestion) bool {
		if s.From < end {
			return true
		}
		end = s.To
		return false
	})
}
