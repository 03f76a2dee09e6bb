package read

import (
	"slices"
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

// heldAlone is how many runes go of a hyphen that is a line by itself: it goes where what stands before it is the first
// letters of a word. A longer piece may be a word of its own (power-hungry), and keeps it.
func heldAlone(above, below []rune) int {
	n := 0
	for n < len(above) && script.IsLatin(above[len(above)-1-n]) {
		n++
	}
	return one(n <= 3 && cutsWord(above, below))
}

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
	if slices.Contains(behind, strings.ToLower(tail)) || slices.Contains(before, low) && len(tail) >= 4 || slices.Contains(tens, low) && slices.Contains(units, strings.ToLower(tail)) {
		return false // old-fashioned, thirty-two
	}
	if t := strings.ToLower(tail); slices.Contains(qualities, low) && len(t) > 3 && (strings.HasSuffix(t, "ed") || strings.HasSuffix(t, "ing")) && !strings.HasPrefix(t, "en") {
		return false // good-natured, little-used, but light-ened
	}
	if low == "post" && slices.Contains(posts, strings.ToLower(tail)) {
		return true
	}
	for _, w := range keeps {
		if low == w && !(w == "co" || w == "pre" || w == "all" || w == "ex" || w == "well" && tail == "ington") {
			return false
		}
	}
	return true
}

// qualities are what participles are qualified by.
var qualities = []string{"good", "little", "open", "free", "full", "large", "small", "broad", "narrow", "deep", "light", "dark", "red", "white", "black", "blue", "green", "grey", "warm", "cold", "slow", "quick", "fast", "sharp", "soft", "right", "left", "wide", "single", "double", "many", "kind", "sweet", "true", "clear", "plain", "fine", "flat", "empty", "heavy", "early", "late", "fair", "thick", "thin"}

// behind stand behind any word with a hyphen (wind-driven), before before long ones, tens before units; posts are what
// post makes a word with.
var (
	behind = []string{"driven", "fashioned", "minded", "hearted", "haired", "legged", "tempered", "coloured", "colored", "hungry"}
	before = []string{"old", "much", "ill", "far", "hard", "so", "never", "ever", "best", "newly", "new"}
	tens   = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	units  = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
	posts  = []string{"man", "men", "card", "cards", "mark", "master", "mistress", "age", "al", "pone", "poned", "code", "script"}
)

// keeps are first parts of words that keep their hyphen at a line's end (E2). Where both readings
// are words the hyphen stays, since the editor sees a hyphen sooner than a missing one.
var keeps = []string{"self", "well", "ex", "half", "all", "cross", "non", "semi", "anti", "pre", "post", "vice", "mid", "low", "high", "long", "short", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "first", "second", "third", "reading", "energy", "hand", "north", "south", "east", "west", "co"}
