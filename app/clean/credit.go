package clean

import (
	"strings"

	"qingyang/app/script"
)

// Words that a credit is made of (L5). The longest that fits counts.
var (
	callings = lex("本报记者", "本报特约记者", "本报见习记者", "本报实习记者", "本报通讯员", "本报首席记者", "本报评论员",
		"讠己者", "本刊记者", "本网记者", "本台记者", "本社记者", "特派记者", "新华社记者", "高级记者", "资深记者", "特派员", "见习记者", "实习记者", "特约记者", "首席记者", "摄影记者", "全媒体记者", "融媒体记者", "融媒记者", "记者",
		"特约通讯员", "通讯员", "实习生", "特约撰稿人", "撰稿人", "特约评论员", "评论员", "摄影报道")
	creditEnds = lex("文/图", "图/文", "文／图", "图／文", "摄影报道", "综合报道", "报道", "/文", "/图", "／文", "／图", "文图", "整理", "摄影")
	// What a verb begins with that follows 记者 in a sentence: no family name.
	verbs = "从在了看到获走采注发就对跟随也还又们站现手问说为将把被前当刚近"
)

// credit is where a credit lies in a text, and what of it is said.
type credit struct {
	from, to int // with brackets and marks, half-open
	in, out  int // the words alone
	photo    bool
	strange  bool // a name in it begins with no family name
	called   bool // a calling (记者, 通讯员 …) stands in it; else it is names alone
}

// creditAt reads a credit that fills r from i to its end, or up to the bracket that closes it. Names
// alone count in brackets only. Length is limited: a credit has at most 60 runes.
func creditAt(r []rune, i int) (c credit, ok bool) {
	c.from = i
	i = skipMarks(r, i)
	bracket := i < len(r) && (r[i] == '（' || r[i] == '(')
	if bracket {
		i = skipSpace(r, i+1)
	}
	c.in = i
	if !bracket && callings.at(r, i) == 0 && bothHands.at(r, i) == 0 {
		return c, false
	}
	names := 0
	for i < len(r) && i-c.in < 60 {
		if n := callings.at(r, i); n > 0 {
			c.called = true
			i += n
			continue
		}
		if n := creditEnds.at(r, i); n > 0 {
			i += n
			continue
		}
		switch ch := r[i]; {
		case contains(closers, ch):
			if !bracket {
				return c, false
			}
			c.out, c.to = trimSpace(r, c.in, i), i+1
			return c, (c.called || names > 0 && !c.strange) && c.out > c.in
		case script.IsSpace(ch) || ch == '、' || ch == '/' || ch == '／' || ch == '·' || ch == '，' && names > 0 && hanRun(r, i+1) <= 4 && hanRun(r, i+1) > 1 || ch == '：' || ch == ':':
			i++
		case ch == '摄' && (i+1 == len(r) || contains(closers, r[i+1])):
			c.photo = true
			i++
		case script.IsHan(ch):
			n := nameRun(r, i)
			if n == 0 || contains(verbs, ch) && names == 0 {
				return c, false
			}
			if names == 0 && c.called && i > c.in && script.IsHan(r[i-1]) && !isName(r[i:i+n]) {
				return c, false // 记者跑腿 is no credit
			}
			c.strange = c.strange || !isName(r[i:i+n])
			names++
			i += n
		default:
			return c, false
		}
	}
	c.out = trimSpace(r, c.in, len(r))
	c.to = len(r)
	return c, i == len(r) && !bracket && c.called && (names > 0 || c.out-c.in > 2)
}

// nameRun is the length of the name at r[i:]: one to four Han characters, up to the next calling or
// ending word; 0 where a longer word stands.
func nameRun(r []rune, i int) int {
	n := 0
	for i+n < len(r) && script.IsHan(r[i+n]) {
		if n > 0 && (callings.at(r, i+n) > 0 || creditEnds.at(r, i+n) > 0) {
			break
		}
		if n > 1 && r[i+n] == '摄' && (i+n+1 == len(r) || !script.IsHan(r[i+n+1])) {
			break
		}
		if n++; n > 4 {
			return 0
		}
	}
	return n
}

// closers end a credit in brackets, as reading machines have them.
const closers = "）)〕］】"

func contains(set string, r rune) bool { return strings.ContainsRune(set, r) }

// skipMarks goes over white space and the ornaments that stand before a credit.
func skipMarks(r []rune, i int) int {
	for i < len(r) && (vanishes(r[i]) || contains("□■◆◇●○◎▲△★☆⊙▪•·", r[i])) {
		i++
	}
	return i
}

func skipSpace(r []rune, i int) int {
	for i < len(r) && vanishes(r[i]) {
		i++
	}
	return i
}

func trimSpace(r []rune, from, to int) int {
	for to > from && vanishes(r[to-1]) {
		to--
	}
	return to
}

// wholeCredit reads a line that is a credit and nothing else.
func wholeCredit(r []rune) (credit, bool) {
	if len(r) > 64 {
		return credit{}, false
	}
	c, ok := creditAt(r, 0)
	return c, ok && c.to == len(r)
}

// lastSentence is where the text after the last sentence end of r begins, looking back at most 70
// runes; -1 where no sentence ends there. Closing marks behind the stop belong to the sentence.
func lastSentence(r []rune) int {
	for i := len(r) - 1; i >= 0 && i >= len(r)-70; i-- {
		switch r[i] {
		case '。', '！', '？', '…', '!', '?':
			i++
			for i < len(r) && (script.IsClosing(r[i]) || r[i] == '"') && r[i] != '(' {
				i++
			}
			return i
		}
	}
	return -1
}

// trailing reads the credit behind the last sentence of a paragraph. A table's last cell may stand
// for the sentence: then a calling behind a space is enough.
func trailing(r []rune) (credit, bool) {
	if i := lastSentence(r); i >= 0 && i < len(r) {
		if c, ok := creditAt(r, i); ok && c.to == len(r) && !c.photo {
			return c, true
		}
		if in := skipSpace(r, i); in > i && (len(r)-in <= 3 && isName(r[in:]) || namesOnly(r[in:])) {
			return credit{from: i, to: len(r), in: in, out: len(r)}, true // names alone behind the last stop
		}
	}
	if n := len(r); n > 4 && contains(closers, r[n-1]) {
		for i := n - 2; i > 0 && i > n-40; i-- {
			if r[i] == '（' || r[i] == '(' {
				if c, ok := creditAt(r, i); ok && c.called && c.to == n && !c.photo {
					return c, true
				}
				break
			}
		}
	}
	for i := len(r) - 2; i > 0 && i > len(r)-50; i-- {
		if !script.IsSpace(r[i]) && r[i] != '□' {
			continue
		}
		if n := callings.at(r, i+1); n > 0 {
			if c, ok := creditAt(r, i); ok && c.to == len(r) && !c.photo && (!script.IsHan(r[i-1]) || i+1+n < len(r) && script.IsSpace(r[i+1+n])) {
				return c, true
			}
		}
	}
	return credit{}, false
}

// creditTail says whether a line ends inside or with a credit behind a sentence: "…参会。 记者 王" or
// "…参会。 记", where the line's end cut it.
func creditTail(r []rune) bool {
	r = r[max(0, len(r)-70):]
	i := lastSentence(r)
	if i < 0 || i >= len(r) {
		c, ok := trailing(r)
		return ok && c.called
	}
	rest := r[i:]
	k := skipMarks(rest, 0)
	spaced := k > 0
	bracket := k < len(rest) && (rest[k] == '（' || rest[k] == '(')
	if bracket {
		k++
	}
	rest = rest[k:]
	if len(rest) == 0 {
		return bracket
	}
	for _, c := range rest {
		if !script.IsHan(c) && !script.IsSpace(c) && !contains("、/／）)·□", c) {
			return false
		}
	}
	if n := callings.at(rest, 0); n > 0 {
		return len(rest) == n || !contains(verbs, rest[n])
	}
	if bothHands.at(rest, 0) > 0 || hasAt(rest, 0, "文/") || hasAt(rest, 0, "图/") {
		return true
	}
	for _, w := range []string{"本报记者", "本报通讯员", "见习记者", "实习记者", "特约记者", "通讯员", "记者"} {
		if (spaced || bracket) && len(rest) < len([]rune(w)) && hasAt([]rune(w), 0, string(rest)) {
			return true
		}
	}
	return bracket && nameRun(rest, 0) > 1
}

// creditRest says whether a line can be the rest of a credit that the line above began.
func creditRest(r []rune) bool {
	if len(r) > 40 {
		return false
	}
	for _, c := range r {
		if !script.IsHan(c) && !script.IsSpace(c) && !contains("、/／）)·", c) {
			return false
		}
	}
	return true
}

// goesOn says whether line r is the rest of a credit of which begun is the first part, and what
// stands between them: nothing, or the space between two names.
func goesOn(begun, r []rune) (between string, ok bool) {
	if len(begun) == 0 || len(begun) > 100 || !creditRest(r) || callings.at(r, 0) > 0 {
		return "", false
	}
	for _, between := range []string{"", " "} {
		both := append(append(append([]rune{}, begun...), []rune(between)...), r...)
		c, ok := creditAt(both, 0)
		if !ok || c.to != len(both) {
			c, ok = trailing(both)
		}
		if ok && (c.called || c.in > 0 && contains("（(", both[c.in-1])) && c.to == len(both) && !c.photo && !c.strange {
			return between, true
		}
	}
	return "", false
}

// bothHands open a credit for words and pictures.
var bothHands = lex("文/图", "图/文", "文／图", "图／文", "摄影")
