// Package script says what a character is: Han, digit, opening or closing mark, and its width in em.
//
// It knows no pages and no rules. Nothing here allocates unless it says so.
package script

import "unicode"

// IsHan says whether r is a Chinese character: any ideograph of Unicode's script Han, 〇 among them.
// Marks such as 々 and 〆 count as Han, since they stand in words. Quick for marks too, which stand as
// often in a text.
func IsHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x2E80 && isRareHan(r)
}

// isRareHan is IsHan outside the block that nearly all characters of a page are of.
func isRareHan(r rune) bool {
	switch {
	case r > 0xFAFF && r < 0x10000:
		return false // full-width forms
	case r >= 0x3000 && r <= 0x303F:
		return r >= 0x3005 && r <= 0x3007 || r >= 0x3021 && r <= 0x3029 || r >= 0x3038 && r <= 0x303B
	}
	return unicode.Is(unicode.Han, r)
}

// IsDigit says whether r is one of the half-width digits 0–9.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsWideDigit says whether r is one of the full-width digits ０–９.
func IsWideDigit(r rune) bool { return r >= '０' && r <= '９' }

// IsLatin says whether r is a letter of a Latin alphabet, half-width (é and ﬁ among them).
func IsLatin(r rune) bool {
	switch {
	case r < 0xC0:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r >= 0x2E80 && r < 0xA000, r >= 0xFF00:
		return false // Chinese, and full-width forms
	}
	return unicode.Is(unicode.Latin, r)
}

// IsSpace says whether r is white space inside a line: space, tab, U+00A0, U+3000 and their like.
// Line breaks are not.
func IsSpace(r rune) bool {
	switch r {
	case ' ', '\t', 0xA0, 0x3000:
		return true
	}
	return r > 0xFF && r < 0x3000 && unicode.Is(unicode.Zs, r)
}

// IsBreak says whether r ends a line of a raw page: LF, CR, form feed, and U+0085, U+2028, U+2029.
func IsBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// IsOpening says whether r is a mark that must not end a line: （《“‘【〔〈「『 and half-width ( [.
func IsOpening(r rune) bool {
	switch r {
	case '（', '《', '“', '‘', '【', '〔', '〈', '「', '『', '〖', '［', '｛', '(', '[', '{':
		return true
	}
	return false
}

// IsClosing says whether r is a closing bracket or quotation mark.
func IsClosing(r rune) bool {
	switch r {
	case '）', '》', '”', '’', '】', '〕', '〉', '」', '』', '〗', '］', '｝', ')', ']', '}':
		return true
	}
	return false
}

// IsStop says whether r ends a sentence: 。！？… and half-width . ! ?.
func IsStop(r rune) bool {
	switch r {
	case '。', '！', '？', '…', '．', '.', '!', '?':
		return true
	}
	return false
}

// IsPause says whether r parts a sentence without ending it: ，、；： and half-width , ; :.
func IsPause(r rune) bool {
	switch r {
	case '，', '、', '；', '：', ',', ';', ':':
		return true
	}
	return false
}

// IsHalf says whether r is set half an em wide in a newspaper: ASCII, Latin letters, half-width marks.
func IsHalf(r rune) bool {
	if r < 0x1100 {
		switch r {
		case '·', '×', '÷', '°', '±', '§':
			return false
		}
		return true
	}
	return r >= 0xFF61 && r <= 0xFFDC || r >= 0x2000 && r <= 0x200A || r >= 0xFB00 && r <= 0xFB06
}

// HalfEms is the width of r in half em: 2 for a Han character or a full-width mark, 1 for a
// half-width one, 0 for a character that takes no room (controls, joiners, combining marks).
func HalfEms(r rune) int {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0xFF01 && r <= 0xFF60, r >= 0x3000 && r <= 0x3020:
		return 2 // nearly all of a Chinese page
	case r > 0x20 && r < 0x7F:
		return 1
	case r == '\t':
		return 1
	case r < 0x20 || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0xAD || r == 0xFEFF:
		return 0
	case r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case IsHalf(r):
		return 1
	}
	return 2
}

// Em is the width of a line in em, where a Han character is 1 and a half-width one 0.5.
func Em(line []rune) float64 {
	n := 0
	for _, r := range line {
		n += HalfEms(r)
	}
	return float64(n) / 2
}
