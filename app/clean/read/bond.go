package read

import (
	"math"
	"unicode"

	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/proof/chars"
	"qingyang/app/script"
)

// bondOf says how strongly the ends of two lines hang together, as one of ten classes; quotation marks at them are passed
// over.
func bondOf(a, b *layout.Line) int {
	last, first := a.Last, b.First
	if n := len(a.Text); n > 1 && layout.Contains(quotes, last) {
		last = a.Text[n-2]
	}
	if len(b.Text) > 1 && layout.Contains(quotes, first) {
		first = b.Text[1]
	}
	switch {
	case script.IsHan(last) && script.IsHan(first):
		return 1 + clamp(int(lexicon.Bond(last, first)), 0, 5)
	case script.IsDigit(a.Last) && phrase.UnitAt(b.Text, 0) > 0:
		return 9
	case script.IsDigit(a.Last):
		return 8
	}
	return 0
}

// quotes stand around words without parting them.
const quotes = "“”‘’《》"

// Goings is how many classes GoesOn knows: four of a last word times four of a first one, or as many natural logarithms from
// goesLeast on.
const (
	Goings    = 4 * 4
	goesLeast = -6
)

// GoesOn says how well a text goes on with the one above, as a class: by how much it is likelier there than elsewhere, as
// the counts of running text have it (chars.Joins); what a bond says of two characters, this says of four. Of Latin letters
// nobody counted: by what the words on both sides do in a sentence.
func GoesOn(above, text []rune, latin bool) int {
	if latin {
		return lastWord(above)*4 + firstWord(text)
	}
	return clamp(int(math.Round(chars.Joins(above, text)))-goesLeast, 0, Goings-1)
}

// lastWord classes the word that a text ends with: none, one that wants more, a small one, another.
func lastWord(r []rune) int {
	switch w := phrase.LastWord(r); {
	case len(w) == 0:
		return 0
	case phrase.FunctionWord(w) != phrase.OtherWord:
		return 1
	case unicode.IsLower(w[0]):
		return 2
	}
	return 3
}

// firstWord classes the word that a text begins with: a small one, one that binds what is around it, one that begins
// sentences, another or none.
func firstWord(r []rune) int {
	w := phrase.FirstWord(r)
	switch does := phrase.FunctionWord(w); {
	case len(w) > 0 && unicode.IsLower(w[0]):
		return 0
	case does == phrase.BindingWord:
		return 1
	case does == phrase.OpeningWord:
		return 2
	}
	return 3
}
