package clean

import (
	"strings"

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

// wordAt is the length in runes of the longest of words that stands at r[i:], 0 for none.
func wordAt(r []rune, i int, words []string) int {
	best := 0
	for _, w := range words {
		if n := len([]rune(w)); n > best && hasAt(r, i, w) {
			best = n
		}
	}
	return best
}

// find is the first place of word in r at or after from, -1 for none.
func find(r []rune, from int, word string) int {
	w := []rune(word)
	for i := max(0, from); i+len(w) <= len(r); i++ {
		if r[i] == w[0] && hasAt(r, i, word) {
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
		if strings.ContainsRune(marks, c) {
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
