package lexicon

import (
	"cmp"
	"slices"

	"qingyang/app/script"
)

// Vocabulary is a list of words that are looked for in text. It is made once and does not change; any
// goroutine may use it.
type Vocabulary struct {
	heads, tails index      // by their first rune, and by their last
	begin        [64]uint64 // a bit for each first rune, by its low twelve bits: nearly no other rune has one
}

// index is words by the low byte of one of their runes, the longest first.
type index struct {
	words [][]rune
	from  [257]uint16 // by such a byte: where its words begin
}

// of are the words with that byte.
func (x *index) of(c rune) [][]rune { return x.words[x.from[c&0xFF]:x.from[c&0xFF+1]] }

func indexOf(words []string, by func(w []rune) rune) (x index) {
	for _, w := range words {
		x.words = append(x.words, []rune(w))
	}
	slices.SortStableFunc(x.words, func(a, b []rune) int {
		return cmp.Or(cmp.Compare(by(a)&0xFF, by(b)&0xFF), cmp.Compare(len(b), len(a)))
	})
	for _, w := range x.words {
		for k := int(by(w)&0xFF) + 1; k < len(x.from); k++ {
			x.from[k]++
		}
	}
	return x
}

// NewVocabulary makes a vocabulary of words, none of them empty. A word may be given twice.
func NewVocabulary(words ...string) *Vocabulary {
	v := &Vocabulary{heads: indexOf(words, func(w []rune) rune { return w[0] }), tails: indexOf(words, func(w []rune) rune { return w[len(w)-1] })}
	for _, w := range v.heads.words {
		v.begin[w[0]>>6&63] |= 1 << (w[0] & 63)
	}
	return v
}

// may says whether a word may begin with c.
func (v *Vocabulary) may(c rune) bool { return v.begin[c>>6&63]>>(c&63)&1 != 0 }

// At is the length in runes of the longest word that stands at r[i:], 0 for none. Where a space stands
// behind the first character the word may have spaces between all: recognition pulls words apart (记 者).
// It allocates nothing and costs a look where no word begins with that character.
func (v *Vocabulary) At(r []rune, i int) int {
	if i < 0 || i >= len(r) || !v.may(r[i]) {
		return 0
	}
	return v.at(r, i)
}

func (v *Vocabulary) at(r []rune, i int) int {
	words := v.heads.of(r[i])
	if i+1 < len(r) && script.IsSpace(r[i+1]) {
		return spaced(words, r, i)
	}
	for _, w := range words {
		if w[0] == r[i] && len(w) <= len(r)-i && slices.Equal(w, r[i:i+len(w)]) {
			return len(w)
		}
	}
	return 0
}

func spaced(words [][]rune, r []rune, i int) int {
	for _, w := range words {
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
	for i, c := range r {
		if v.may(c) && v.at(r, i) > 0 {
			return true
		}
	}
	return false
}

// Ends says whether r ends with one of the words and is longer than it.
func (v *Vocabulary) Ends(r []rune) bool {
	if len(r) == 0 {
		return false
	}
	for _, w := range v.tails.of(r[len(r)-1]) {
		if len(r) > len(w) && slices.Equal(w, r[len(r)-len(w):]) {
			return true
		}
	}
	return false
}
