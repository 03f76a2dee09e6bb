package lexicon

import (
	"slices"

	"qingyang/app/script"
)

// Vocabulary is a list of words that are looked for in text. It is made once and does not change; any
// goroutine may use it.
type Vocabulary struct {
	words [][]rune  // longest first
	first [256]bool // low bytes of their first runes
}

// NewVocabulary makes a vocabulary of words, none of them empty. A word may be given twice.
func NewVocabulary(words ...string) *Vocabulary {
	v := &Vocabulary{}
	for _, w := range words {
		r := []rune(w)
		v.words = append(v.words, r)
		v.first[r[0]&0xFF] = true
	}
	slices.SortStableFunc(v.words, func(a, b []rune) int { return len(b) - len(a) })
	return v
}

// At is the length in runes of the longest word that stands at r[i:], 0 for none. Where a space stands
// behind the first character the word may have spaces between all: recognition pulls words apart (记 者).
// It allocates nothing and costs a look where no word begins with that character.
func (v *Vocabulary) At(r []rune, i int) int {
	if i < 0 || i >= len(r) || !v.first[r[i]&0xFF] {
		return 0
	}
	if i+1 < len(r) && script.IsSpace(r[i+1]) {
		return v.spaced(r, i)
	}
	for _, w := range v.words {
		if len(w) <= len(r)-i && slices.Equal(w, r[i:i+len(w)]) {
			return len(w)
		}
	}
	return 0
}

func (v *Vocabulary) spaced(r []rune, i int) int {
	for _, w := range v.words {
		k := i
		for n, c := range w {
			if n > 0 {
				k = script.SkipBlank(r, k)
			}
			if k >= len(r) || r[k] != c {
				k = -1
				break
			}
			k++
		}
		if k > 0 {
			return k - i
		}
	}
	return 0
}

// Is says whether r is one of the words and nothing else.
func (v *Vocabulary) Is(r []rune) bool { return len(r) > 0 && v.At(r, 0) == len(r) }

// In says whether one of the words stands anywhere in r.
func (v *Vocabulary) In(r []rune) bool {
	for i := range r {
		if v.At(r, i) > 0 {
			return true
		}
	}
	return false
}

// Ends says whether r ends with one of the words and is longer than it.
func (v *Vocabulary) Ends(r []rune) bool {
	for _, w := range v.words {
		if len(r) > len(w) && slices.Equal(w, r[len(r)-len(w):]) {
			return true
		}
	}
	return false
}
