// Package lexicon knows what the words of the language say about characters that stand side by side:
// whether a line's end cuts a word, and which character fits beside its neighbours.
package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// The table is made by the test of this package from jieba's list of words, which NOTICE names.
//
//go:embed pairs.txt
var pairsText string

// pairs are read once, when somebody first asks: 70,000 of them, in about five milliseconds.
var pairs = sync.OnceValue(func() map[[2]rune]uint8 {
	all := make(map[[2]rune]uint8, 80_000)
	for line := range strings.Lines(pairsText) {
		r := []rune(strings.TrimSuffix(line, "\n"))
		for i := 2; i+1 < len(r); i += 2 {
			all[[2]rune{r[0], r[i]}] = uint8(r[i+1]-'a') + 1
		}
	}
	return all
})

// Level says how often b follows a inside words: 0 for never, 1 for 20 to 39 times in the texts that
// the list of words was counted in, and one more for each doubling; 14 is the most.
func Level(a, b rune) int { return int(pairs()[[2]rune{a, b}]) }
