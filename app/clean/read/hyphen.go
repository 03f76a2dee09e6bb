package read

import (
	"strings"
	"unicode"

	"qingyang/app/clean/layout"
	"qingyang/app/script"
)

// hyphen is how many runes go at the end of line a where its hyphen joins a cut word: 1, or 0 where
// the hyphen belongs to a compound, a number or a name.
func hyphen(a, b *layout.Line) int {
	return one(cutsWord(a.Text[:len(a.Text)-1], b.Text))
}

// heldOver says whether the hyphen of a word that the line's end cut stands at the head of the next line,
// and whether it goes, as at a line's end (E2).
func heldOver(a, b *layout.Line) (there, goes bool) {
	if b.First != '-' && b.First != '‐' || len(b.Text) < 3 || !script.IsLatin(b.Text[1]) || !script.IsLatin(a.Last) {
		return false, false
	}
	return true, cutsWord(a.Text, b.Text[1:])
}

// loneHyphen says whether a line is a hyphen and nothing else.
func loneHyphen(l *layout.Line) bool { return len(l.Text) == 1 && (l.First == '-' || l.First == '‐') }

// cutsWord says whether a hyphen between two texts is that of a cut word, and not of a compound, a number or a
// name.
func cutsWord(above, below []rune) bool {
	i := len(above)
	for i > 0 && script.IsLatin(above[i-1]) {
		i--
	}
	head := string(above[i:])
	if head == "" || i > 0 && (above[i-1] == '-' || script.IsDigit(above[i-1])) {
		return false
	}
	k := 0
	for k < len(below) && script.IsLatin(below[k]) {
		k++
	}
	tail := string(below[:k])
	if tail == "" || unicode.IsUpper(below[0]) || k < len(below) && below[k] == '-' {
		return false
	}
	low := strings.ToLower(head)
	for _, w := range keeps {
		if low == w && !(w == "co" || w == "pre" || w == "all" || w == "ex" || w == "well" && tail == "ington") {
			return false
		}
	}
	return true
}

// address says whether the break of two lines cuts an address of the net or of mail, which has no
// space in it.
func address(a, b *layout.Line) bool {
	i := len(a.Text)
	for i > 0 && layout.Half(a.Text[i-1]) && a.Text[i-1] != ' ' && len(a.Text)-i < 60 {
		i--
	}
	tail := string(a.Text[i:])
	if strings.Contains(tail, "://") || strings.HasPrefix(tail, "www.") || strings.Contains(tail, "@") {
		return true
	}
	k := 0
	for k < len(b.Text) && layout.Half(b.Text[k]) && b.Text[k] != ' ' && k < 60 {
		k++
	}
	head := string(b.Text[:k])
	return strings.HasPrefix(head, "@") || strings.Contains(head, "@") && len(tail) > 2 && !strings.Contains(tail, " ") && i > 0 && !layout.Half(a.Text[max(0, i-1)]) && strings.Contains(head, ".") && strings.Index(head, "@") < 3
}

// keeps are first parts of words that keep their hyphen at a line's end (E2). Where both readings
// are words the hyphen stays, since the editor sees a hyphen sooner than a missing one.
var keeps = []string{"self", "well", "ex", "half", "all", "cross", "non", "semi", "anti", "pre", "post", "vice", "mid", "low", "high", "long", "short", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "first", "second", "third", "reading", "energy", "hand", "north", "south", "east", "west", "co"}
