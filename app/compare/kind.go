package compare

import (
	"unicode"

	"qingyang/app/script"
)

// Kind says what sort of difference lies between two texts.
type Kind uint8

// The kinds of differences.
const (
	Joined      Kind = iota // lines were put together
	Parted                  // a line was ended
	Spacing                 // spaces came or went
	Width                   // half-width became full-width or the other way round
	Punctuation             // marks
	Character               // characters became others
	Number                  // digits and what stands for them
	Insertion               //
	Deletion                //
	Moved                   // text stands elsewhere
	Marked                  // a block is of another kind or article
)

var kindNames = [...]string{
	"join", "split", "space", "width", "punctuation", "character", "number", "insertion", "deletion", "move", "mark",
}

// String is the name under which files and the library know the kind.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// KindOf says what sort of difference lies between two texts, in which '\n' stands for any break.
func KindOf(before, after []rune) Kind {
	lines := count(before, isNewline) - count(after, isNewline)
	blank := func(r rune) bool { return isNewline(r) || isBlank(r) || r == '-' || r == 0xAD }
	switch {
	case lines > 0 && all(before, blank) && all(after, blank):
		return Joined
	case lines < 0 && all(before, isBlank) && all(after, blank):
		return Parted
	case all(before, isBlank) && all(after, isBlank):
		return Spacing
	case sameButWidth(before, after):
		return Width
	case all(before, isMark) && all(after, isMark):
		return Punctuation
	case all(before, numeral) && all(after, numeral) && (count(before, digit) > 0 || count(after, digit) > 0):
		return Number
	case len(before) == 0:
		return Insertion
	case len(after) == 0:
		return Deletion
	}
	return Character
}

func all(text []rune, f func(rune) bool) bool { return count(text, f) == len(text) }

func count(text []rune, f func(rune) bool) int {
	n := 0
	for _, r := range text {
		if f(r) {
			n++
		}
	}
	return n
}

func isNewline(r rune) bool { return r == '\n' }

// isBlank says whether r shows nothing: a space, or a control that a page should not hold.
func isBlank(r rune) bool {
	return script.IsSpace(r) || r != '\n' && script.HalfEms(r) == 0 && !unicode.Is(unicode.M, r)
}

func isMark(r rune) bool {
	return isBlank(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
}

func digit(r rune) bool { return script.IsDigit(r) || script.IsWideDigit(r) || r == '〇' }

// numeral says whether r is a digit, stands in numbers, or is taken for a digit by OCR.
func numeral(r rune) bool {
	switch r {
	case '.', ',', '．', '，', '%', '％', '·', ' ', '-', '~', '～', ':', '：', '/', 'O', 'o', 'l', 'I', '|', '○', 'B', 'S', 'Z', 'z':
		return true
	}
	return digit(r)
}

// sameButWidth says whether two texts differ only in the width of their characters.
func sameButWidth(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if half(a[i]) != half(b[i]) {
			return false
		}
	}
	return true
}

// half is the half-width form of a full-width character of ASCII (U+FF01–FF5E, U+3000).
func half(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000:
		return ' '
	}
	return r
}
