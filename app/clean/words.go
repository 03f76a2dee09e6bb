package clean

import (
	"slices"
	"unicode/utf8"

	"qingyang/app/script"
)

// hasAt says whether word stands at r[i:].
func hasAt(r []rune, i int, word string) bool {
	if i < 0 {
		return false
	}
	for _, c := range word {
		if i >= len(r) || r[i] != c {
			return false
		}
		i++
	}
	return true
}

// vocabulary is a list of words that are looked for in text.
type vocabulary struct {
	words [][]rune  // longest first
	first [256]bool // low bytes of their first runes
}

// lex makes a vocabulary; it is called for package variables only.
func lex(words ...string) *vocabulary {
	l := &vocabulary{}
	for _, w := range words {
		r := []rune(w)
		l.words = append(l.words, r)
		l.first[r[0]&0xFF] = true
	}
	slices.SortStableFunc(l.words, func(a, b []rune) int { return len(b) - len(a) })
	return l
}

// at is the length in runes of the longest word that stands at r[i:], 0 for none.
func (l *vocabulary) at(r []rune, i int) int {
	if i < 0 || i >= len(r) || !l.first[r[i]&0xFF] {
		return 0
	}
	if i+1 < len(r) && script.IsSpace(r[i+1]) {
		return l.spaced(r, i)
	}
	for _, w := range l.words {
		if len(w) <= len(r)-i && slices.Equal(w, r[i:i+len(w)]) {
			return len(w)
		}
	}
	return 0
}

// spaced is at where a space stands behind the first rune: reading machines pull words apart (记 者).
func (l *vocabulary) spaced(r []rune, i int) int {
	for _, w := range l.words {
		k := i
		for n, c := range w {
			if n > 0 {
				k = skipSpace(r, k)
			}
			if k >= len(r) || r[k] != c {
				k = -1
				break
			}
			k++
		}
		if k > 0 {
			return k - i
		}
	}
	return 0
}

// in says whether one of the words stands anywhere in r.
func (l *vocabulary) in(r []rune) bool {
	for i := range r {
		if l.at(r, i) > 0 {
			return true
		}
	}
	return false
}

// ends says whether r ends with one of the words and is longer than it.
func (l *vocabulary) ends(r []rune) bool {
	for _, w := range l.words {
		if len(r) > len(w) && slices.Equal(w, r[len(r)-len(w):]) {
			return true
		}
	}
	return false
}

// find is the first place of word in r at or after from, -1 for none.
func find(r []rune, from int, word string) int {
	first, _ := utf8.DecodeRuneInString(word)
	for i := max(0, from); i < len(r); i++ {
		if r[i] == first && hasAt(r, i, word) {
			return i
		}
	}
	return -1
}

// holds says whether one of words stands in r.
func holds(r []rune, words ...string) bool {
	for _, w := range words {
		if find(r, 0, w) >= 0 {
			return true
		}
	}
	return false
}

// tight is r without white space and invisible characters, with half-width digits.
func tight(r []rune) []rune {
	t := make([]rune, 0, len(r))
	for _, c := range r {
		if vanishes(c) {
			continue
		}
		t = append(t, narrow(c))
	}
	return t
}

// narrow is the half-width form of a full-width digit or letter, else r itself.
func narrow(r rune) rune {
	if r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' {
		return r - 0xFEE0
	}
	return r
}

func isDigit(r rune) bool { return script.IsDigit(narrow(r)) }

// hanRun is how many Han characters stand at r[i:].
func hanRun(r []rune, i int) int {
	n := 0
	for i+n < len(r) && script.IsHan(r[i+n]) {
		n++
	}
	return n
}

// marksIn counts the runes of r that are among marks.
func marksIn(r []rune, marks string) int {
	n := 0
	for _, c := range r {
		if c >= 0x4E00 && c <= 0x9FFF || c >= 'a' && c <= 'z' || isDigit(c) {
			continue
		}
		if contains(marks, c) {
			n++
		}
	}
	return n
}

// clip is at most n runes from the head and n from the tail of r, so that a line of any length is
// judged at a fixed cost.
func clip(r []rune, n int) []rune {
	if len(r) <= 2*n {
		return r
	}
	return append(append(make([]rune, 0, 2*n), r[:n]...), r[len(r)-n:]...)
}
