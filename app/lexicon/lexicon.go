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

// firstHan and lastHan are the characters that pairs are made of.
const (
	firstHan = 0x4E00
	lastHan  = 0x9FFF
)

// table is read once, when somebody first asks: 70,000 pairs, in about three milliseconds. The pairs of a
// character stand side by side, in the order of those that follow it.
type table struct {
	pairs  [lastHan - firstHan + 1]struct{ from, to int32 } // by first character
	second []rune
	level  []uint8
	bond   []float64
	often  [lastHan - firstHan + 1]float32 // how often a character stands in a pair
}

var read = sync.OnceValue(func() *table {
	const room = 80_000
	t := &table{second: make([]rune, 0, room), level: make([]uint8, 0, room)}
	var first, second [len(t.pairs)]float64 // how often a character is the first of a pair, the second
	all := 0.0
	for line := range strings.Lines(pairsText) {
		a := rune(0)
		for i, c := range line { // 公 司c园a
			switch {
			case i == 0:
				a = c - firstHan
				t.pairs[a].from = int32(len(t.second))
			case c >= firstHan:
				t.second = append(t.second, c)
			case c >= 'a':
				level := uint8(c-'a') + 1
				t.level = append(t.level, level)
				n := math.Exp2(float64(level))
				first[a] += n
				second[t.second[len(t.second)-1]-firstHan] += n
				all += n
			}
		}
		t.pairs[a].to = int32(len(t.second))
	}
	t.bond = make([]float64, len(t.second))
	for a, p := range t.pairs {
		t.often[a] = float32(first[a] + second[a])
		for k := p.from; k < p.to; k++ {
			t.bond[k] = math.Log(math.Exp2(float64(t.level[k])) * all / (first[a] * second[t.second[k]-firstHan]))
		}
	}
	return t
})

// find is the place of a pair, -1 where no word has it.
func (t *table) find(a, b rune) int {
	if a < firstHan || a > lastHan {
		return -1
	}
	p := t.pairs[a-firstHan]
	lo, hi := p.from, p.to
	for lo < hi {
		if mid := (lo + hi) / 2; t.second[mid] < b {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == p.to || t.second[lo] != b {
		return -1
	}
	return int(lo)
}

// Level says how often b follows a inside words: 0 for never, 1 for 20 to 39 times in the texts that
// the list of words was counted in, and one more for each doubling; 14 is the most.
func Level(a, b rune) int {
	t := read()
	if k := t.find(a, b); k >= 0 {
		return int(t.level[k])
	}
	return 0
}

// Bond says how much oftener b follows a inside words than it would by chance, as a natural logarithm
// (pointwise mutual information): about 5 for 公司, 0 for 人人, 0 too for a pair that no word has.
func Bond(a, b rune) float64 {
	t := read()
	if k := t.find(a, b); k >= 0 {
		return t.bond[k]
	}
	return 0
}

// Commonness says how often a character stands in words, as a logarithm to the base 2: about 16 for 一, 7 for
// 郑, 0 for a character that no word has.
func Commonness(r rune) float64 {
	if r < firstHan || r > lastHan {
		return 0
	}
	return math.Log2(max(1, float64(read().often[r-firstHan])))
}
