package script

import (
	_ "embed"
	"strings"
	"sync"
)

// simplifiedText are pairs of a traditional character and its simplified form, from the tables of OpenCC; of several forms
// the usual one.
//
//go:embed simplified.txt
var simplifiedText string

// The Han that have such forms are in the first block of Unicode.
const firstHan, lastHan = 0x4E00, 0x9FFF

var simplified = sync.OnceValue(func() *[lastHan + 1 - firstHan]uint16 {
	to := new([lastHan + 1 - firstHan]uint16)
	for pair := range strings.FieldsSeq(simplifiedText) {
		r := []rune(pair)
		to[r[0]-firstHan] = uint16(r[1])
	}
	return to
})

// traditionalShare is how many Han in a hundred are traditional at least in traditional text: about 35 are, in
// simplified text less than one.
const traditionalShare = 10

// Simple is the simplified form of a traditional character, 0 where r is none. Many are simplified characters as well (乾).
func Simple(r rune) rune {
	if r < firstHan || r > lastHan {
		return 0
	}
	return rune(simplified()[r-firstHan])
}

// IsTraditional says whether text is in traditional characters. Linear.
func IsTraditional(text []rune) bool {
	han, n := 0, 0
	for _, r := range text {
		if IsHan(r) {
			han++
		}
		if Simple(r) != 0 {
			n++
		}
	}
	return n > 0 && 100*n >= traditionalShare*han
}

// Simplified is traditional text in simplified characters, rune for rune, for those who look for words in it. Text that
// is not traditional comes back as it is, without a copy. It is no translation: 乾 is always 干. Linear.
func Simplified(text []rune) []rune {
	if !IsTraditional(text) {
		return text
	}
	out := make([]rune, len(text))
	for i, r := range text {
		if out[i] = r; Simple(r) != 0 {
			out[i] = Simple(r)
		}
	}
	return out
}
