package clean

import (
	"strings"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

func contains(set string, r rune) bool { return strings.ContainsRune(set, r) }

// holds says whether one of words stands in r.
func holds(r []rune, words ...string) bool {
	for _, w := range words {
		if script.Find(r, 0, w) >= 0 {
			return true
		}
	}
	return false
}

// tight is r without white space and invisible characters, with half-width digits.
func tight(r []rune) []rune {
	t := make([]rune, 0, len(r))
	for _, c := range r {
		if script.IsBlank(c) {
			continue
		}
		t = append(t, script.Narrow(c))
	}
	return t
}

// marksIn counts the runes of r that are among marks.
func marksIn(r []rune, marks string) int {
	n := 0
	for _, c := range r {
		if c >= 0x4E00 && c <= 0x9FFF || c >= 'a' && c <= 'z' || phrase.IsDigit(c) {
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
