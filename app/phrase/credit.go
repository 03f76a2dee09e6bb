package phrase

import (
	"slices"

	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// Credit is where a credit stands in a text, and what of it is said: "（记者 沈小禾 通讯员 周一航）",
// "□本报记者 沈小禾 文/图".
type Credit struct {
	Span          // with its brackets and ornaments
	Words    Span // its words alone
	Called   bool // a calling stands in it (记者, 通讯员 …); else it is names alone
	Photo    bool // it says who took a picture (摄)
	Strange  bool // a name in it begins with no family name
	Brackets bool // it stands in brackets
}

// verbs are what a verb begins with that follows 记者 in a sentence: no family name.
const verbs = "从在了看到获走采注发就对跟随也还又们站现手问说为将把被前当刚近"

// longestCredit is how many runes a credit has at most.
const longestCredit = 60

// CreditAt reads a credit that begins in r at i and fills r to its end, or up to the bracket that closes
// it. Names alone count in brackets only. "记者从会上获悉" is none.
func CreditAt(r []rune, i int) (c Credit, ok bool) {
	c.From = i
	i = SkipOrnaments(r, i)
	if c.Brackets = i < len(r) && (isOpenBracket(r[i]) || IsMarkBracket(r[i])); c.Brackets {
		i = script.SkipBlank(r, i+1)
	}
	c.Words.From = i
	labelled := labelAt(r, i) > 0 || bothAt(r, i)
	house := houseCalling(r, i)
	if !c.Brackets && callings.At(r, i) == 0 && house == 0 && hands.At(r, i) == 0 && !labelled {
		return c, false
	}
	names, sure, wrote := 0, 0, false
	c.Called = labelled
	for i < len(r) && i-c.Words.From < longestCredit {
		if n := callings.At(r, i); n > 0 {
			c.Called = true
			i += n
			continue
		}
		if i > c.Words.From && !script.IsHan(r[i-1]) || i == c.Words.From {
			if n := houseCalling(r, i); n > 0 {
				c.Called = true
				i += n
				continue
			}
		}
		if n := labelAt(r, i); n > 0 && (i == c.Words.From || !script.IsHan(r[i-1])) {
			c.Called, labelled = true, true
			i += n
			continue
		}
		if n := works.At(r, i); n > 0 {
			i += n
			continue
		}
		switch ch := r[i]; {
		case isCloseBracket(ch):
			if !c.Brackets {
				return c, false
			}
			c.Words.To, c.To = script.TrimBlank(r, c.Words.From, i), i+1
			return c, (c.Called || sure > 0 && 2*sure >= names) && !c.Words.Empty()
		case script.IsSpace(ch), ch == '、', ch == '/', ch == '／', isNameDot(ch), isColon(ch):
			i++
		case ch == '，' && names > 0 && script.HanRun(r, i+1) <= 4 && script.HanRun(r, i+1) > 1:
			i++
		case ch == '摄' && (i+1 == len(r) || isCloseBracket(r[i+1])):
			c.Photo = !wrote
			i++
		case (ch == '文' || ch == '图') && names > 0 && c.Called && script.IsBlank(r[i-1]) && (i+1 == len(r) || !script.IsHan(r[i+1])):
			wrote = wrote || ch == '文' // 记者 沈小禾 文 周一航 摄
			i++
		case script.IsHan(ch):
			if k := max(spacedNameEnd(r, i), dottedNameEnd(r, i)); k > 0 {
				names, sure = names+1, sure+1
				i = k
				continue
			}
			if c.Called && names > 0 && script.HasAt(r, i, "发自") {
				i += 2 + min(6, script.HanRun(r, i+2))
				continue
			}
			n := nameRun(r, i)
			if n == 0 && c.Brackets && names == 0 && !c.Called {
				if k := i + script.HanRun(r, i); k-i <= 12 && k < len(r) && script.IsSpace(r[k]) {
					names++ // where the author works
					i = k
					continue
				}
			}
			if n == 0 || contains(verbs, ch) && names == 0 || labelled && !IsName(r[i:i+n]) {
				return c, false
			}
			if names == 0 && c.Called && i > c.Words.From && script.IsHan(r[i-1]) && !IsName(r[i:i+n]) {
				return c, false // 记者跑腿 is no credit
			}
			if !c.Called && addressed.Ends(r[i:i+n]) {
				return c, false // 沈女士 asks, and writes nothing
			}
			if IsName(r[i : i+n]) {
				sure++
			} else {
				c.Strange = true
			}
			names++
			i += n
		default:
			return c, false
		}
	}
	c.Words.To = script.TrimBlank(r, c.Words.From, len(r))
	c.To = len(r)
	return c, i == len(r) && !c.Brackets && c.Called && (names > 0 || c.Words.To-c.Words.From > 2)
}

// houseCalling is the length of a calling at r[i:] that says of which paper, or from where: 柳湾商报记者, 本报驻柳湾记者,
// 本刊特约记者, 校报记者; 0 for none.
func houseCalling(r []rune, i int) int {
	end := i + min(12, script.HanRun(r, i))
	for k := i + 1; k < end && k <= i+8; k++ {
		n := callings.At(r, k)
		if n == 0 {
			continue
		}
		at := r[i:k]
		if contains("报刊社台网校院站", at[len(at)-1]) || len(at) > 2 && at[0] == '本' && contains("报刊社台网", at[1]) || at[0] == '驻' && len(at) > 2 {
			if k+n < len(r) && contains(verbs, r[k+n]) {
				return 0
			}
			return k + n - i
		}
		if next := script.SkipBlank(r, k+n); len(at) <= 4 && len(at) > 1 && !contains("据从向由对和与在被把有的问让为这那多各数", at[0]) && !contains("的了是们名位个些", at[len(at)-1]) && k+n > i+3 {
			if m := nameRun(r, next); m > 0 && IsName(r[next:next+m]) && (next+m == len(r) || !script.IsHan(r[next+m]) || next > k+n) {
				return k + n - i // 随队记者 沈小禾
			}
		}
		return 0
	}
	return 0
}

// spacedNameEnd is the end of a name at r[i:] whose family name is spaced from the given one (IsSpacedName), and
// behind which no more Han stand; 0 for none.
func spacedNameEnd(r []rune, i int) int {
	n := script.HanRun(r, i)
	if n == 0 || n > 2 || lexicon.Surname(r[i:i+n]) != n {
		return 0
	}
	given := script.SkipBlank(r, i+n)
	m := script.HanRun(r, given)
	if given == i+n || m == 0 || m > 2 || callings.At(r, given) > 0 || works.At(r, given) > 0 || r[given] == '摄' {
		return 0
	}
	return given + m
}

// dottedNameEnd is the end of a name in parts with dots between at r[i:] (IsDottedName), 0 for none.
func dottedNameEnd(r []rune, i int) int {
	k := i
	for k < len(r) && k < i+13 && (script.IsHan(r[k]) || isNameDot(r[k])) {
		k++
	}
	if !IsDottedName(r[i:k]) {
		return 0
	}
	return k
}

// bothAt says whether 文/图 or 图/文 stands at i with a name behind it.
func bothAt(r []rune, i int) bool {
	n := hands.At(r, i)
	if n < 3 {
		return false
	}
	k := script.SkipBlank(r, i+n)
	m := nameRun(r, k)
	return m > 0 && IsName(r[k:k+m])
}

// labelAt is the length of a label with its mark that names who wrote or took what (文/ 图： 撰文：), 0 for
// none: a name must follow.
func labelAt(r []rune, i int) int {
	n := max(writers.At(r, i), bare.At(r, i))
	if n == 0 || i+n >= len(r) {
		return 0
	}
	if m := r[i+n]; !isColon(m) && !contains("｜|丨", m) && (n > 1 || m != '/' && m != '／') {
		return 0
	}
	k := script.SkipBlank(r, i+n+1)
	if m := nameRun(r, k); m < 2 || !IsName(r[k:k+m]) {
		return 0
	}
	return n + 1
}

// nameRun is the length of the name at r[i:]: one to four Han characters, up to the next calling or
// word of work; 0 where a longer word stands.
func nameRun(r []rune, i int) int {
	n := 0
	for i+n < len(r) && script.IsHan(r[i+n]) {
		if n > 0 && (callings.At(r, i+n) > 0 || works.At(r, i+n) > 0) {
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

// WholeCredit reads a line that is a credit and nothing else.
func WholeCredit(r []rune) (Credit, bool) {
	if len(r) > longestCredit+4 {
		return Credit{}, false
	}
	c, ok := CreditAt(r, 0)
	if ok && c.Brackets && !c.Called && IsMarkBracket(r[c.Words.From-1]) && script.HanRun(r, c.Words.From) == c.Words.To-c.Words.From {
		return c, false // one name in marks: a column may be called so
	}
	return c, ok && c.To == len(r)
}

// TrailingCredit reads the credit behind the last sentence of a paragraph: "…参会。 记者 沈小禾". A table's
// last cell may stand for the sentence: then a calling behind a space is enough. Looks at no more than
// the last 70 runes.
func TrailingCredit(r []rune) (Credit, bool) {
	if i := LastSentence(r); i >= 0 && i < len(r) {
		if c, ok := CreditAt(r, i); ok && c.To == len(r) && !c.Photo {
			return c, true
		}
		if in := script.SkipBlank(r, i); in > i && (len(r)-in <= 3 && IsName(r[in:]) || IsNames(r[in:])) {
			return Credit{Span: Span{i, len(r)}, Words: Span{in, len(r)}}, true // names alone behind the last stop
		}
		if c, ok := signedTail(r, i); ok {
			return c, true
		}
	}
	if c, ok := authorTail(r); ok {
		return c, true
	}
	if n := len(r); n > 4 && isCloseBracket(r[n-1]) {
		for i := n - 2; i > 0 && i > n-40; i-- {
			if isOpenBracket(r[i]) || IsMarkBracket(r[i]) {
				if c, ok := CreditAt(r, i); ok && c.Called && c.To == n && !c.Photo {
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
		if n := callings.At(r, i+1); n > 0 {
			if c, ok := CreditAt(r, i); ok && c.To == len(r) && !c.Photo && (!script.IsHan(r[i-1]) || i+1+n < len(r) && script.IsSpace(r[i+1+n])) {
				return c, true
			}
		}
	}
	return Credit{}, false
}

// authorTail reads an author with what the person is behind the last sentence of a paragraph, in brackets:
// "…船都走了。（沈小禾（退休教师））".
func authorTail(r []rune) (Credit, bool) {
	i, n := LastSentence(r), len(r)
	if i < 0 || n-i < 6 || !isCloseBracket(r[n-1]) {
		return Credit{}, false
	}
	i = script.SkipBlank(r, i)
	if i >= n || !isOpenBracket(r[i]) && !IsMarkBracket(r[i]) || !retired(r[i+1:n-1], false) {
		return Credit{}, false
	}
	return Credit{Span: Span{i, n}, Words: Span{i + 1, n - 1}, Called: true, Brackets: true}, true
}

// CreditTail says whether a line ends inside or with a credit behind a sentence: "…参会。 记者 沈" or
// "…参会。 记", where the line's end cut it. Looks at no more than the last 70 runes.
func CreditTail(r []rune) bool {
	r = r[max(0, len(r)-70):]
	i := LastSentence(r)
	if i < 0 || i >= len(r) {
		c, ok := TrailingCredit(r)
		return ok && c.Called
	}
	rest := r[i:]
	k := SkipOrnaments(rest, 0)
	spaced := k > 0
	bracket := k < len(rest) && (isOpenBracket(rest[k]) || IsMarkBracket(rest[k]))
	if bracket {
		k++
	}
	rest = rest[k:]
	if len(rest) == 0 {
		return bracket
	}
	for _, c := range rest {
		if !script.IsHan(c) && !script.IsSpace(c) && !isCloseBracket(c) && !contains("、/／·□", c) {
			return false
		}
	}
	if n := callings.At(rest, 0); n > 0 {
		return len(rest) == n || !contains(verbs, rest[n])
	}
	if hands.At(rest, 0) > 0 || script.HasAt(rest, 0, "文/") || script.HasAt(rest, 0, "图/") {
		return true
	}
	for _, w := range cutCallings {
		if (spaced || bracket) && len(rest) < len(w) && slices.Equal(rest, w[:len(rest)]) {
			return true
		}
	}
	return bracket && nameRun(rest, 0) > 1
}

// cutCallings are the callings that a line's end may cut, the commonest ones: each other begins as one of
// them does, or seldom ends a line.
var cutCallings = [][]rune{[]rune("本报记者"), []rune("本报通讯员"), []rune("见习记者"), []rune("实习记者"), []rune("特约记者"), []rune("通讯员"), []rune("记者")}

// CreditRest says whether a line can be the rest of a credit that the line above began: Han, spaces and
// what parts names, at most 40 runes.
func CreditRest(r []rune) bool {
	if len(r) > 40 {
		return false
	}
	for _, c := range r {
		if !script.IsHan(c) && !script.IsSpace(c) && !isCloseBracket(c) && !contains("、/／·", c) {
			return false
		}
	}
	return true
}

// CreditGoesOn says whether line r is the rest of a credit of which begun is the first part, and what
// stands between them: nothing, or the space between two names. It allocates where begun is a beginning.
func CreditGoesOn(begun, r []rune) (between string, ok bool) {
	if len(begun) == 0 || len(begun) > 100 || !CreditRest(r) || callings.At(r, 0) > 0 {
		return "", false
	}
	for _, between := range []string{"", " "} {
		both := append(append(append([]rune{}, begun...), []rune(between)...), r...)
		c, ok := CreditAt(both, 0)
		if !ok || c.To != len(both) {
			c, ok = TrailingCredit(both)
		}
		if ok && (c.Called || c.Words.From > 0 && (isOpenBracket(both[c.Words.From-1]) || IsMarkBracket(both[c.Words.From-1]))) && c.To == len(both) && !c.Photo && !c.Strange {
			return between, true
		}
	}
	return "", false
}

// CallingBehind says whether a line ends with a calling that begins a credit behind a sentence:
// "…参会。 本报记者".
func CallingBehind(r []rune) bool {
	i := LastSentence(r)
	if i < 0 {
		return false
	}
	i = script.SkipBlank(r, i)
	n := callings.At(r, i)
	return n > 0 && i+n == len(r)
}
