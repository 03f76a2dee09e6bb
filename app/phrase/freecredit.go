package phrase

import (
	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// AppendCredits appends to found where credits stand in text from head on, whatever follows them:
// "记者 沈小禾 通讯员 周一航 文/图" at the head, behind a stop, in brackets, behind a space. The spaces in
// them part names.
//
// Without a name that ends where a word does a label begins no credit ("记者从会上获悉"), and names
// without a label are none. Staff and makers of a page count as labels.
func AppendCredits(found []Span, text []rune, head int) []Span {
	for i := head; i < len(text); i++ {
		if i > head && !script.IsSpace(text[i-1]) && !isOpenBracket(text[i-1]) && !endsBeforeCredit(text[i-1]) {
			continue
		}
		if end := freeCredit(text, i); end > 0 {
			found = append(found, Span{i, end})
			i = end - 1
		}
	}
	return found
}

func endsBeforeCredit(r rune) bool {
	switch r {
	case '。', '！', '？', '”', '）', ')', '.', '!', '?', '"', '…', '□', '■':
		return true
	}
	return false
}

// freeCredit is the end of the credit that begins in text at i, or 0.
func freeCredit(text []rune, i int) int {
	end, labelled, named := 0, false, false
	for i < len(text) {
		if n := labels.At(text, i); n > 0 {
			next := i + n
			parted := next >= len(text) || script.IsSpace(text[next]) || isColon(text[next]) || endsLabel(text[next])
			if parted || nameEnd(text, next) > 0 {
				labelled = true
				i = next
				if i < len(text) && isColon(text[i]) {
					i++
				}
				end = i
				i = skipSpaces(text, i)
				continue
			}
		}
		n := nameEnd(text, i)
		if n == 0 && labelled {
			n = anyName(text, i)
		}
		if n == 0 || !labelled && end == 0 && !labelFollows(text, n) {
			break
		}
		named = true
		end, i = n, n
		if i < len(text) && (text[i] == '、' || text[i] == '/') {
			i++
		}
		i = skipSpaces(text, i)
	}
	if !labelled || !named && end < len(text) {
		return 0
	}
	return end
}

// labelFollows says whether a name without a label before it, ending at i, is followed by one behind it:
// "周一航 摄".
func labelFollows(text []rune, i int) bool {
	next := skipSpaces(text, i)
	n := labels.At(text, next)
	return next > i && n > 0 && (next+n == len(text) || endsLabel(text[next+n]))
}

func endsLabel(r rune) bool { return r == '）' || r == ')' || r == '/' }

// nameEnd is the end of a name that stands at i and ends there, or 0. The family name may be spaced from
// the given one, to align names of two characters with those of three: "周 航", "欧阳 小禾".
func nameEnd(text []rune, i int) int {
	k := i
	for k < len(text) && k < i+13 && (script.IsHan(text[k]) || text[k] == '·' || text[k] == '•') {
		k++
	}
	if n := lexicon.Surname(text[i:k]); n > 0 && k == i+n && k < len(text) && script.IsSpace(text[k]) {
		for given := n; given > 0; given-- { // as many as the family name has: 周 小禾 is two words
			if to := k + 1 + given; script.HanRun(text, k+1) == given && endsName(text, to) {
				return to
			}
		}
	}
	if !endsName(text, k) || !IsName(text[i:k]) && !IsDottedName(text[i:k]) {
		return 0
	}
	return k
}

// anyName is the end of two to four Han at i, of whatever family, that a label follows: "昝宏春 摄". 0 for
// none.
func anyName(text []rune, i int) int {
	n := script.HanRun(text, i)
	if n < 2 || n > 4 || !labelFollows(text, i+n) {
		return 0
	}
	return i + n
}

func endsName(text []rune, i int) bool {
	return i >= len(text) || script.IsSpace(text[i]) || endsLabel(text[i]) || text[i] == '、'
}

func skipSpaces(text []rune, i int) int {
	for i < len(text) && script.IsSpace(text[i]) {
		i++
	}
	return i
}
