// Package lexicon knows what the words of the language say about characters: whether a line's end cuts a
// word, which character fits beside its neighbours, which word it belongs to, where a name begins. A
// Vocabulary is a list of words to look for.
package lexicon

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

// The table is made by the test of this package from jieba's list of words, which NOTICE names.
//
//go:embed pairs.txt
var pairsText string

// table is read once, when somebody first asks: 70,000 pairs, in about five milliseconds.
type table struct {
	level         map[[2]rune]uint8
	first, second map[rune]float64 // how often a character is the first of a pair, the second
	all           float64
}

var read = sync.OnceValue(func() *table {
	t := &table{make(map[[2]rune]uint8, 80_000), map[rune]float64{}, map[rune]float64{}, 0}
	for line := range strings.Lines(pairsText) {
		r := []rune(strings.TrimSuffix(line, "\n"))
		for i := 2; i+1 < len(r); i += 2 {
			level := uint8(r[i+1]-'a') + 1
			t.level[[2]rune{r[0], r[i]}] = level
			n := math.Exp2(float64(level))
			t.first[r[0]] += n
			t.second[r[i]] += n
			t.all += n
		}
	}
	return t
})

// Level says how often b follows a inside words: 0 for never, 1 for 20 to 39 times in the texts that
// the list of words was counted in, and one more for each doubling; 14 is the most.
func Level(a, b rune) int { return int(read().level[[2]rune{a, b}]) }

// Bond says how much oftener b follows a inside words than it would by chance, as a natural logarithm
// (pointwise mutual information): about 5 for 公司, 0 for 人人, 0 too for a pair that no word has.
func Bond(a, b rune) float64 {
	t := read()
	level, ok := t.level[[2]rune{a, b}]
	if !ok {
		return 0
	}
	return math.Log(math.Exp2(float64(level)) * t.all / (t.first[a] * t.second[b]))
}
