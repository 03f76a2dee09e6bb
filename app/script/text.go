package script

import "unicode/utf8"

// HasAt says whether word stands in text at i, an offset in runes; not where i lies outside.
func HasAt(text []rune, i int, word string) bool {
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

// Find is the first place of word in text at or after from, -1 for none. Linear in the text.
func Find(text []rune, from int, word string) int {
	first, _ := utf8.DecodeRuneInString(word)
	for i := max(0, from); i < len(text); i++ {
		if text[i] == first && HasAt(text, i, word) {
			return i
		}
	}
	return -1
}

// In says whether r is in a set of a few runes. It costs less than strings.ContainsRune, which looks for bytes.
func In(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// HanRun is how many Han characters stand side by side in text from i on.
func HanRun(text []rune, i int) int {
	n := 0
	for i+n < len(text) && IsHan(text[i+n]) {
		n++
	}
	return n
}

// SkipBlank is the first offset at or after i of a character that is not blank (IsBlank).
func SkipBlank(text []rune, i int) int {
	for i < len(text) && IsBlank(text[i]) {
		i++
	}
	return i
}

// TrimBlank is the end of text[from:to] without what is blank there.
func TrimBlank(text []rune, from, to int) int {
	for to > from && IsBlank(text[to-1]) {
		to--
	}
	return to
}

// Narrow is the half-width form of a full-width digit or letter, else r itself.
func Narrow(r rune) rune {
	if r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' {
		return r - 0xFEE0
	}
	return r
}
