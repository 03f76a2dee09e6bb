package clean

import (
	"strings"
	"unicode"

	"qingyang/app/script"
)

// keeps are first parts of words that keep their hyphen at a line's end (E2). Where both readings
// are words the hyphen stays, since the editor sees a hyphen sooner than a missing one.
var keeps = []string{"self", "well", "ex", "half", "all", "cross", "non", "semi", "anti", "pre", "post", "vice", "mid", "low", "high", "long", "short", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "first", "second", "third", "reading", "energy", "hand", "north", "south", "east", "west", "co"}

// hyphen is how many runes go at the end of line a where its hyphen joins a cut word: 1, or 0 where
// the hyphen belongs to a compound, a number or a name.
func hyphen(a, b *line) int {
	i := len(a.r) - 1
	for i > 0 && script.IsLatin(a.r[i-1]) {
		i--
	}
	head := string(a.r[i : len(a.r)-1])
	if head == "" || i > 0 && (a.r[i-1] == '-' || script.IsDigit(a.r[i-1])) {
		return 0
	}
	k := 0
	for k < len(b.r) && script.IsLatin(b.r[k]) {
		k++
	}
	tail := string(b.r[:k])
	if tail == "" || unicode.IsUpper(b.r[0]) || k < len(b.r) && b.r[k] == '-' {
		return 0
	}
	low := strings.ToLower(head)
	for _, w := range keeps {
		if low == w && !(w == "co" || w == "pre" || w == "all" || w == "ex" || w == "well" && tail == "ington") {
			return 0
		}
	}
	return 1
}

// address says whether the break of two lines cuts an address of the net or of mail, which has no
// space in it.
func address(a, b *line) bool {
	i := len(a.r)
	for i > 0 && half(a.r[i-1]) && a.r[i-1] != ' ' && len(a.r)-i < 60 {
		i--
	}
	tail := string(a.r[i:])
	if strings.Contains(tail, "://") || strings.HasPrefix(tail, "www.") || strings.Contains(tail, "@") {
		return true
	}
	k := 0
	for k < len(b.r) && half(b.r[k]) && b.r[k] != ' ' && k < 60 {
		k++
	}
	head := string(b.r[:k])
	return strings.HasPrefix(head, "@") || strings.Contains(head, "@") && len(tail) > 2 && !strings.Contains(tail, " ") && i > 0 && !half(a.r[max(0, i-1)]) && strings.Contains(head, ".") && strings.Index(head, "@") < 3
}

// little are English words so short that they look like a cut one.
var little = map[string]bool{"in": true, "of": true, "to": true, "on": true, "at": true, "by": true, "is": true, "an": true,
	"it": true, "or": true, "as": true, "we": true, "he": true, "be": true, "do": true, "go": true, "no": true, "so": true, "up": true, "us": true, "a": true}

// cutWord says whether the break of two lines in a Chinese page cuts a Latin word or a number with
// its letters: small letters on both sides, of which one is no word by its length, or a capital's
// abbreviation going on.
func cutWord(a, b *line) bool {
	x, y := a.last, b.first
	i, k := 0, 0
	for i < len(a.r) && half(a.r[len(a.r)-1-i]) && a.r[len(a.r)-1-i] != ' ' {
		i++
	}
	for k < len(b.r) && script.IsLatin(b.r[k]) {
		k++
	}
	switch {
	case unicode.IsLower(x) && unicode.IsLower(y):
		if whole := k == len(b.r) || !half(b.r[k]) || b.r[k] == ' '; whole && little[string(b.r[:k])] {
			return false
		}
		return k <= 2 || i <= 1
	case script.IsDigit(x) && script.IsLatin(y):
		return !(unicode.IsUpper(y) && k > 2 && unicode.IsLower(b.r[1])) // "2020 / RoboCup"
	case unicode.IsUpper(x) && unicode.IsUpper(y) && i <= 2 && k <= 3:
		return true
	case unicode.IsUpper(x) && script.IsDigit(y):
		return i <= 2 // "DN / 400", but "ISO / 9001"
	}
	return false
}
