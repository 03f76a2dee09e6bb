// Package phrase knows the set forms of newspapers, each recognised once: credits, leads, jumps, folios
// and date lines, notices and letters, names, numerals, list marks, and what English bulletins have in
// their place.
//
// Text in, spans with fields out. It knows neither pages nor rules: whether a line that reads as a credit
// is one where it stands is for others to weigh. One file a form; start reading at Credit or Lead.
//
// All offsets are in runes of the text that was given, all ranges half-open. Functions keep nothing of
// their arguments, change nothing, and any goroutine may call them. Unless one says otherwise it is
// linear in the text that it looks at, and allocates nothing: cleaning asks for each line of a page.
package phrase

import (
	"unicode"

	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// Span is the runes [From, To) of a text.
type Span struct{ From, To int }

// Of is the text of the span.
func (s Span) Of(text []rune) []rune { return text[s.From:s.To] }

// Empty says whether nothing stands in the span.
func (s Span) Empty() bool { return s.From >= s.To }

// lex makes a vocabulary, of package variables only.
func lex(words ...string) *lexicon.Vocabulary { return lexicon.NewVocabulary(words...) }

func contains(set string, r rune) bool { return script.In(set, r) }

// SkipOrnaments is the first offset at or after i of what is neither blank nor an ornament, such as a
// square that stands before a credit or a lead.
func SkipOrnaments(r []rune, i int) int {
	for i < len(r) && (script.IsBlank(r[i]) || IsOrnament(r[i])) {
		i++
	}
	return i
}

// IsOrnament says whether a character is a symbol that marks a head, a column's name or an item: any symbol that
// is neither a letter nor a mark of a sentence. Papers use dozens.
func IsOrnament(c rune) bool {
	switch {
	case c >= 0x4E00 && c <= 0x9FFF:
		return false
	case c < 0x100:
		return c == '*' || c == '#' || c == '§' || c == '¶' || c == '·' || c == '»'
	case c >= 0x2E80 && c <= 0x2FDF:
		return false // radicals, which some extractors put in the place of characters
	case c >= 0x2190 && c <= 0x21FF, c >= 0x2500 && c <= 0x257F, c >= 0x3300 && c <= 0x33FF, c >= 0x2100 && c <= 0x214F:
		return false // arrows, the strokes that dashes are set of, units
	case c == '•' || c == '※' || c == '〓' || c == '◦' || c == '‣' || c == '＊':
		return true
	}
	return unicode.In(c, unicode.So, unicode.Sm) && c != '～' && c != '＋' && c != '＝' && c != '＜' && c != '＞' && c != '｜'
}

func isOpenBracket(r rune) bool { return r == '（' || r == '(' }

// IsMarkBracket says whether r opens the brackets in which papers set what they want to mark: a lead, a credit, a head, a
// column's name.
func IsMarkBracket(r rune) bool {
	return r == '【' || r == '〔' || r == '［' || r == '[' || r == '〖'
}

// isCloseBracket: closing brackets end a credit, as reading machines have them.
func isCloseBracket(r rune) bool { return contains("）)〕］】]〗", r) }

func isColon(r rune) bool { return r == '：' || r == ':' }

// MarksIn counts the runes of r that are among marks.
func MarksIn(r []rune, marks string) int {
	n := 0
	for _, c := range r {
		if c >= 0x4E00 && c <= 0x9FFF || c >= 'a' && c <= 'z' || IsDigit(c) {
			continue
		}
		if contains(marks, c) {
			n++
		}
	}
	return n
}
