package compare

import (
	"slices"

	"qingyang/app/script"
)

// Words are the pieces in which two texts differ, as an eye reads them: numbers and Latin words are
// whole. Bounds and cost are those of Smallest.
func Words(old, new []rune) []Piece {
	if slices.Equal(old, new) {
		return nil
	}
	d := dictionary{}
	a, from := d.cut(old, word)
	b, at := d.cut(new, word)
	return spread(Smallest(a, b), new, from, at)
}

// dictionary gives every word a rune of its own, so that texts can be compared word by word.
type dictionary map[string]rune

func (d dictionary) rune(word string) rune {
	r, ok := d[word]
	if !ok {
		// Surrogates are no runes: go-diff would lose them on its way through strings.
		r = rune(len(d) + 1)
		if r >= 0xD800 {
			r += 0x800
		}
		d[word] = r
	}
	return r
}

// cut makes tokens of a text and says where each begins; the last start is the end of the text. on says
// whether a rune, not the first, belongs to the same token as the one before it.
func (d dictionary) cut(text []rune, on func(text []rune, i int) bool) (tokens []rune, starts []int) {
	for i := 0; i < len(text); {
		j := i + 1
		for j < len(text) && on(text, j) {
			j++
		}
		tokens, starts = append(tokens, d.rune(string(text[i:j]))), append(starts, i)
		i = j
	}
	return tokens, append(starts, len(text))
}

// word says whether text[i] belongs to the same word or number as the rune before it.
func word(text []rune, i int) bool {
	a, b := text[i-1], text[i]
	switch {
	case wordly(a) && wordly(b):
		return true
	case b == '.' || b == ',' || b == '\'' || b == '’' || b == '-':
		return wordly(a) && i+1 < len(text) && wordly(text[i+1])
	case a == '.' || a == ',' || a == '\'' || a == '’' || a == '-':
		return i > 1 && wordly(text[i-2]) && wordly(b)
	}
	return b == '%' && wordly(a)
}

func wordly(r rune) bool {
	return script.IsDigit(r) || script.IsWideDigit(r) || script.IsLatin(r)
}

// spread turns pieces in tokens into pieces in runes; from and at are where the tokens of the two texts
// begin.
func spread(tokens []Piece, new []rune, from, at []int) []Piece {
	was, is := 0, 0 // in tokens
	for i := range tokens {
		p := &tokens[i]
		is += p.From - was
		was = p.To
		start, end := at[is], at[is+len(p.Text)]
		is += len(p.Text)
		*p = Piece{from[p.From], from[p.To], new[start:end]}
	}
	return tokens
}
