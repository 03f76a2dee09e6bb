package read

import (
	"slices"
	"strings"
	"unicode"

	"qingyang/app/clean/layout"
	"qingyang/app/proof/english"
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
	k := 0
	for k < len(below) && script.IsLatin(below[k]) {
		k++
	}
	if i == len(above) || k == 0 || unicode.IsUpper(below[0]) {
		return false
	}
	if i > 0 && (above[i-1] == '-' || script.IsDigit(above[i-1])) || k < len(below) && below[k] == '-' {
		return false // state-of-the-art, 1920-odd
	}
	return oneWord(string(above[i:]), string(below[:k]))
}

// oneWord says whether two pieces of text are one word that a line's end cut (E2): where the list of English words has
// it, and where it has not both pieces. Where both readings are words the hyphen stays, since the editor sees a hyphen
// sooner than a missing one.
func oneWord(head, tail string) bool {
	low := strings.ToLower(head)
	switch {
	case !english.Known(tail) && !participle(tail):
		return true // coun-cil, Welling-ton
	case slices.Contains(tens, low) && slices.Contains(numbers, tail):
		return false // thirty-two
	case english.Known(low + tail):
		quarter := (low == "north" || low == "south") && (strings.HasPrefix(tail, "east") || strings.HasPrefix(tail, "west"))
		return !quarter && !slices.Contains(keeps, low) && (low != "post" || slices.Contains(posts, tail))
	case tail == "man", tail == "men":
		return true // signal-man
	case slices.Contains(keeps, low), slices.Contains(parts, low), slices.Contains(numbers, low):
		return false // four-inch
	case unicode.IsUpper([]rune(head)[0]): // the first piece of a name may be a word, too: Wood-stock
		return len(tail) < 5 || !strings.HasSuffix(tail, "ed") && !strings.HasSuffix(tail, "ing")
	}
	return len(low) < 3 || len(tail) < 3 || !english.Known(low) // a compound is of two words: oil-fired
}

// participle says whether a piece is made of a noun as the second parts of compounds are: good-natured, long-legged.
func participle(tail string) bool {
	stem, ok := strings.CutSuffix(tail, "ed")
	n := len(stem)
	return ok && n >= 3 && (english.Known(stem) || english.Known(stem+"e") || stem[n-1] == stem[n-2] && english.Known(stem[:n-1]))
}

// keeps keep their hyphen before any word, and parts before one that they make no known word with; posts are what post
// makes a word with.
var (
	keeps   = []string{"half", "non", "self", "well", "vice", "first", "second", "third"}
	parts   = []string{"anti", "by", "ex", "neo", "no", "post", "quasi", "semi", "so"}
	posts   = []string{"age", "card", "cards", "code", "man", "mark", "master", "men", "mistress", "pone", "poned", "ponement", "script"}
	tens    = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	numbers = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
)
