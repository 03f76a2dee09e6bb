package rule

import "qingyang/app/script"

func isHan(r rune) bool { return script.IsHan(r) }

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
