package chars

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"unicode/utf8"
)

// words are a list of words with how likely each is, as a tree: the words that begin alike lie side by side,
// by rising character. About 8 MB; never written to once read.
type words struct {
	root  [1 << 16]int32 // the place of each first character, none if no word begins with it
	last  []uint16       // the last character of what a place stands for
	first []int32        // what goes on from place i lies in [first[i], first[i+1])
	log   []float32      // the logarithm of the probability of the word; 0 where it is only a beginning
	name  []bool         // the list has it as a name
	verb  []bool         // or as a verb or an adverb, which are said twice
}

const (
	longest = 7     // in characters; longer words of the list count, but are not looked for
	unknown = -19.0 // the logarithm of the probability of a single character that is no word
)

var errWords = errors.New("chars: damaged list of words")

// readWords reads lines of "word count part-of-speech", sorted by code point.
func readWords(b []byte) (*words, error) {
	type entry struct {
		runes [longest]uint16
		n     uint8
		name  bool
		verb  bool
		count float32
	}
	list := make([]entry, 0, bytes.Count(b, []byte{'\n'}))
	total := 0.0
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte{'\n'})
		b = rest
		word, after, ok := bytes.Cut(line, []byte{' '})
		figure, class, _ := bytes.Cut(after, []byte{' '})
		count := 0
		for _, d := range figure {
			if d < '0' || d > '9' || count > math.MaxInt32/10 {
				return nil, errWords
			}
			count = 10*count + int(d-'0')
		}
		if !ok || len(word) == 0 || len(figure) == 0 {
			return nil, errWords
		}
		total += float64(max(1, count))
		e := entry{count: float32(max(1, count))}
		switch string(class) {
		case "nr", "nrt", "ns", "nt", "nrfg":
			e.name = true
		case "v", "vn", "vd", "d", "ad", "a", "m", "q", "t", "z", "o", "e", "y":
			e.verb = true
		}
		for len(word) > 0 && e.n <= longest {
			r, size := utf8.DecodeRune(word)
			if e.n == longest || r > 0xFFFF {
				e.n = longest + 1
				break
			}
			e.runes[e.n], word = uint16(r), word[size:]
			e.n++
		}
		if e.n > longest {
			continue
		}
		if n := len(list); n > 0 && slices.Compare(list[n-1].runes[:], e.runes[:]) >= 0 {
			return nil, errWords
		}
		list = append(list, e)
	}
	w := &words{}
	for i := range w.root {
		w.root[i] = none
	}
	type part struct{ from, to, depth int32 } // entries that begin with the same characters
	var queue []part
	grow := func(p part) { // makes places of what goes on from a part
		for i := p.from; i < p.to; {
			if int32(list[i].n) == p.depth {
				i++ // the word itself
				continue
			}
			c := list[i].runes[p.depth]
			k := i
			for k < p.to && list[k].runes[p.depth] == c {
				k++
			}
			w.last = append(w.last, c)
			logarithm := float32(0)
			if int32(list[i].n) == p.depth+1 {
				logarithm = float32(math.Log(float64(list[i].count) / total))
			}
			w.log = append(w.log, logarithm)
			w.name = append(w.name, logarithm != 0 && list[i].name)
			w.verb = append(w.verb, logarithm != 0 && list[i].verb)
			queue = append(queue, part{i, k, p.depth + 1})
			i = k
		}
	}
	grow(part{0, int32(len(list)), 0})
	for i, c := range w.last {
		w.root[c] = int32(i)
	}
	for i := 0; i < len(queue); i++ {
		w.first = append(w.first, int32(len(w.last)))
		grow(queue[i])
	}
	w.first = append(w.first, int32(len(w.last)))
	return w, nil
}

// step is the place that c leads to from place i, none if no word goes on so.
func (w *words) step(i int32, c uint16) int32 {
	low, high := w.first[i], w.first[i+1]
	end := high
	for low < high {
		mid := (low + high) / 2
		if w.last[mid] < c {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < end && w.last[low] == c {
		return low
	}
	return none
}

// find is the place of a string of characters, none if no word begins with it.
func (w *words) find(r []rune) int32 {
	if len(r) == 0 || r[0] > 0xFFFF {
		return none
	}
	i := w.root[r[0]]
	for _, c := range r[1:] {
		if i < 0 || c > 0xFFFF {
			return none
		}
		i = w.step(i, uint16(c))
	}
	return i
}

// single is the logarithm of the probability of a character by itself.
func (w *words) single(r rune) float64 {
	if r <= 0xFFFF {
		if i := w.root[r]; i >= 0 && w.log[i] != 0 {
			return float64(w.log[i])
		}
	}
	return unknown
}

// isOrdinary says whether r is a word of the list that is no name and no great rarity.
func (w *words) isOrdinary(r []rune) bool {
	i := w.find(r)
	return i >= 0 && w.log[i] != 0 && !w.name[i] && w.log[i] > -16.5
}
