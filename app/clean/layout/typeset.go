package layout

import (
	"qingyang/app/script"
)

// WideMark says whether c is a full-width mark that a squeezed line narrows by half an em.
func WideMark(c rune) bool {
	switch c {
	case '，', '。', '、', '；', '：', '！', '？', '“', '”', '‘', '’', '（', '）', '《', '》', '〔', '〕', '【', '】', '〈', '〉', '「', '」':
		return true
	}
	return false
}

// Set says whether a typesetter put the space at i: between Latin words, or behind a lead. Those
// beside a Han character or a full-width mark come from the extraction, and take no room on paper.
func Set(r []rune, i int) bool {
	if i == 0 || i+1 >= len(r) {
		return false
	}
	a, b := r[i-1], r[i+1]
	if a == '讯' || a == '电' && i > 6 || a == '息' && i == 4 {
		return true
	}
	return Half(a) && Half(b) && !(script.IsDigit(a) && script.IsDigit(b))
}

func Half(c rune) bool { return script.HalfEms(c) == 1 && !script.IsSpace(c) }

// Unit is the width in half em of what cannot be parted at the head of a line: a Han character with
// the closing marks behind it, an opening mark with what follows, a number, a Latin word.
func Unit(r []rune) int { return UnitOf(r, false) }

// UnitOf is unit, with full-width digits counted as half-width ones where narrowed is set.
func UnitOf(r []rune, narrowed bool) int {
	w := 0
	for i := 0; i < len(r) && i < 24; i++ {
		c := r[i]
		switch {
		case script.IsOpening(c):
			w += script.HalfEms(c)
			continue
		case Half(c) || script.IsWideDigit(c):
			for i < len(r) && i < 24 && (Half(r[i]) || script.IsWideDigit(r[i])) {
				w++
				if !narrowed && !Half(r[i]) {
					w++
				}
				i++
			}
			if i < len(r) && (r[i] == '℃' || r[i] == '％') {
				w += 2
			}
		default:
			w += script.HalfEms(c)
		}
		return max(1, w)
	}
	return max(1, w)
}

// Heel is the width in half em of the marks behind the first piece of a line: they must stand on the
// same line as that, or hang out of it.
func Heel(r []rune) int {
	i := 0
	for i < len(r) && script.IsOpening(r[i]) {
		i++
	}
	if i < len(r) && Half(r[i]) {
		for i < len(r) && i < 24 && Half(r[i]) {
			i++
		}
	} else {
		i++
	}
	w := 0
	for i < len(r) && Barred(r[i]) && w < 8 {
		w += script.HalfEms(r[i])
		i++
	}
	return w
}

// Ending says whether a line ends as a sentence does, or with a mark after which one goes on.
func Ending(r []rune) (stop, comma bool) {
	n := len(r)
	closed := false
	for n > 0 && (script.IsClosing(r[n-1]) || r[n-1] == '"' || r[n-1] == '\'' || script.IsSpace(r[n-1])) {
		closed = closed || r[n-1] == '”' || r[n-1] == '"' || r[n-1] == '’'
		n--
	}
	if n == 0 {
		return false, false
	}
	if n < len(r) && (r[len(r)-1] == '）' || r[len(r)-1] == ')') && Bracketed(r) {
		return true, false
	}
	switch c := r[n-1]; c {
	case '。', '！', '？', '!', '?', '…':
		return true, false
	case '0', 'o', 'O', '〇', '○': // how OCR reads a stop behind a Han character
		return n > 1 && n == len(r) && script.IsHan(r[n-2]), false
	case '.', '．':
		return n < 2 || !script.IsDigit(r[n-2]) || !closed, false
	case '，', '、', ',', '；', ';', '：', ':', '—', '－', '-', '·', '～', '/', '《', '“', '（', '(', '‘', '+':
		return false, n == len(r)
	}
	return false, script.IsOpening(r[len(r)-1])
}

// Bracketed says whether the bracket that ends a line follows the end of a sentence: …吗？（张三）
func Bracketed(r []rune) bool {
	for i := len(r) - 2; i > 0 && i > len(r)-24; i-- {
		if r[i] == '（' || r[i] == '(' {
			return Contains("。！？”…", r[i-1])
		}
	}
	return false
}

// Barred says whether a line cannot begin with c (kinsoku).
func Barred(c rune) bool {
	if script.IsClosing(c) && c != '’' {
		return true
	}
	switch c {
	case '。', '，', '、', '；', '：', '！', '？', '％', '%', '℃', '·', '～', ',', ';', '!', '?', '．':
		return true
	}
	return false
}

// Contains says whether r is in a set of a few runes.
func Contains(set string, r rune) bool { return script.In(set, r) }

// Tight is r without white space and invisible characters, with half-width digits.
func Tight(r []rune) []rune { return AppendTight(make([]rune, 0, len(r)), r) }

// AppendTight appends Tight of r.
func AppendTight(t, r []rune) []rune {
	for _, c := range r {
		if script.IsBlank(c) {
			continue
		}
		t = append(t, script.Narrow(c))
	}
	return t
}

// Clip is at most n runes from the head and n from the tail of r, so that a line of any length is
// judged at a fixed cost.
func Clip(r []rune, n int) []rune {
	if len(r) <= 2*n {
		return r
	}
	return append(append(make([]rune, 0, 2*n), r[:n]...), r[len(r)-n:]...)
}

// brackets are the pairs that enclose heads and names of columns.
var brackets = []rune("【】〔〕［］[]「」『』〖〗《》<>＜＞〈〉（）()｛｝{}")

// Enclosed says whether a line begins with an opening bracket and ends with the one that closes it.
func Enclosed(r []rune) bool {
	if len(r) < 3 {
		return false
	}
	shut := closes(r[0], brackets)
	return shut > 0 && r[len(r)-1] == shut
}
