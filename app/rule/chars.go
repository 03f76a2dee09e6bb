package rule

import "qingyang/app/script"

// isHan is script.IsHan, quicker for the marks of Chinese, which stand as often in a text.
func isHan(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	case r < 0x2E80 || r >= 0xFF00 && r <= 0xFFFF:
		return false
	case r >= 0x3000 && r <= 0x303F:
		return r == '々' || r == '〇' || r == '〆'
	}
	return script.IsHan(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && script.IsLatin(r) && (r < 0xFF00 || r > 0xFFEF)
}

func isAlnum(r rune) bool { return isDigit(r) || isLetter(r) }

// isGap says whether r is a space less than an em wide. The wide ones, U+3000 first, are set on
// purpose: an indent, a pause.
func isGap(r rune) bool {
	switch r {
	case ' ', '\t', 0xA0, 0x202F, 0x205F:
		return true
	}
	return r >= 0x2000 && r <= 0x200A && r != 0x2001 && r != 0x2003
}

func isWideGap(r rune) bool { return r == 0x3000 || r == 0x2003 || r == 0x2001 }

func isSpace(r rune) bool { return isGap(r) || isWideGap(r) }

// isPauseMark says whether r is a full-width mark that ends a clause or a sentence.
func isPauseMark(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！':
		return true
	}
	return false
}

// isOpenMark and isCloseMark know the brackets and quotation marks of Chinese, full-width only.
func isOpenMark(r rune) bool { return r > 0x7F && script.IsOpening(r) }

func isCloseMark(r rune) bool { return r > 0x7F && script.IsClosing(r) }

// isZhMark says whether r is a mark of Chinese typography.
func isZhMark(r rune) bool {
	return r > 0x7F && (isPauseMark(r) || r == '…' || r == '—' || isOpenMark(r) || isCloseMark(r))
}

// isAfterZh says whether a mark that stands behind r stands in Chinese text.
func isAfterZh(r rune) bool { return isHan(r) || isZhMark(r) }

// isBeforeZh says whether a mark that stands before r stands in Chinese text. A closing mark says
// nothing: it may close an English quotation.
func isBeforeZh(r rune) bool { return isHan(r) || isZhMark(r) && !isCloseMark(r) }

// hanDigit is the value of a Han numeral below ten, or -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// hasAt says whether word stands in text at i.
func hasAt(text []rune, i int, word string) bool {
	if i < 0 {
		return false
	}
	for _, r := range word {
		if i >= len(text) || text[i] != r {
			return false
		}
		i++
	}
	return true
}

// anyAt is the length in runes of the first of words that stands in text at i, or 0.
func anyAt(text []rune, i int, words []string) int {
	for _, w := range words {
		if hasAt(text, i, w) {
			return runes(w)
		}
	}
	return 0
}

// endsWith says whether one of words stands in text directly before i.
func endsWith(text []rune, i int, words []string) bool {
	for _, w := range words {
		if n := runes(w); hasAt(text, i-n, w) {
			return true
		}
	}
	return false
}

func runes(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// number reads at most nine digits from i on; it is the value and the offset behind them.
func number(text []rune, i int) (value, end int) {
	for end = i; end < len(text) && end < i+9 && isDigit(text[end]); end++ {
		value = value*10 + int(text[end]-'0')
	}
	return value, end
}
