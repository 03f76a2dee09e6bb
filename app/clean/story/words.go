package story

import (
	"math"
	"slices"

	"qingyang/app/clean/read"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// mostWords is how many characters of a block are looked at for its words.
const mostWords = 1500

// words are the pairs of characters of a page's blocks as numbers, and how much each says: a pair in few
// blocks of text says more than one in many.
type words struct {
	of     [][]int32 // by block: those that another block has too, each once
	rest   []float64 // by block: what all its others count
	norm   []float64 // by block: what a likeness of its words is measured by
	weight []float64 // by word
}

// odd is what a pair that is not of Han characters alone counts, against one that is.
const odd = 0.4

func wordsOf(bs []*read.Block) *words {
	w := &words{of: make([][]int32, len(bs)), rest: make([]float64, len(bs)), norm: make([]float64, len(bs))}
	type count struct {
		last, texts, all int32 // the last block that has it, from 1; blocks of text, blocks
		low              bool
	}
	ids := read.NewPairs()
	defer ids.Free()
	counts := make([]count, 0, 1<<11) // by word
	store := make([]int32, 0, 1<<12)
	texts := 0
	for n, b := range bs {
		body := b.Role.Body()
		if body {
			texts++
		}
		text := b.Text[:min(len(b.Text), mostWords)]
		if b.Role == read.Caption {
			text = text[:phrase.PhotoCredit(text)] // photographers take photos for all stories
		}
		from := len(store)
		pairs(text, func(k read.Pair) {
			id := ids.Add(k)
			if int(id) == len(counts) {
				counts = append(counts, count{low: k[1] != 1 && !(script.IsHan(k[0]) && script.IsHan(k[1]))})
			}
			if c := &counts[id]; c.last != int32(n+1) {
				c.last = int32(n + 1)
				store = append(store, id)
				c.all++
				c.texts += int32(one(body))
			}
		})
		w.of[n] = store[from:len(store):len(store)]
	}
	logs := make([]float64, texts+2)
	for i := range logs {
		logs[i] = math.Log(float64(texts+1) / float64(i+1))
	}
	w.weight = make([]float64, len(counts))
	for k, c := range counts {
		w.weight[k] = max(0, logs[c.texts])
		if c.low {
			w.weight[k] *= odd
		}
	}
	for n, ws := range w.of {
		w.of[n] = slices.DeleteFunc(ws, func(k int32) bool {
			if counts[k].all > 1 {
				return false
			}
			w.rest[n] += w.weight[k]
			return true
		})
		w.norm[n] = w.normOf(w.of[n], w.rest[n])
	}
	return w
}

// normOf is what a likeness of some words is measured by, of which all but ws count rest.
func (w *words) normOf(ws []int32, rest float64) float64 {
	for _, k := range ws {
		rest += w.weight[k]
	}
	return math.Sqrt(rest + 0.5)
}

// bag is a set of words.
type bag []bool

func (w *words) bag() bag { return make(bag, len(w.weight)) }

func (g bag) add(ws []int32) {
	for _, k := range ws {
		g[k] = true
	}
}

// alike is how much of the words of a block stand in a bag, a word of them.
func (w *words) alike(block int, g bag) float64 { return w.common(w.of[block], g) / w.norm[block] }

// common is what the words of ws that stand in a bag count.
func (w *words) common(ws []int32, g bag) (sum float64) {
	for _, k := range ws {
		if g[k] {
			sum += w.weight[k]
		}
	}
	return sum
}

// pairs calls yield with each pair of neighbouring word characters and the stem of each Latin word of three letters
// and more (read.LatinWords).
func pairs(r []rune, yield func(read.Pair)) {
	read.LatinWords(r, func(stem read.Pair, letters int) {
		if letters >= 3 {
			yield(stem)
		}
	})
	before := rune(0)
	for _, c := range r {
		c = script.Narrow(c)
		switch {
		case script.IsHan(c) || script.IsDigit(c):
			if before != 0 {
				yield(read.Pair{before, c})
			}
			before = c
		case script.IsLatin(c) && script.IsHan(before):
			yield(read.Pair{before, c})
			before = c
		case script.IsSpace(c):
			before = ' '
		default:
			before = 0
		}
	}
}

// longestShared is how many characters of a title are looked at for words that its story has too.
const longestShared = 120

// Shared are the runs of characters of a title or a caption that the text of its story has too; none where it
// has no story.
func (p *Page) Shared(block int) []string {
	s := p.Of[block]
	if s < 0 {
		return nil
	}
	b := p.Blocks[block]
	have := map[read.Pair]bool{}
	var wanted [1 << 11]bool // by the low bits of a pair: nearly all that the story has are not the title's
	r := b.Text[:min(len(b.Text), longestShared)]
	pairs(r, func(k read.Pair) {
		have[k] = false
		wanted[(k[0]*31^k[1])&(1<<11-1)] = true
	})
	for _, i := range p.Stories[s].Body {
		pairs(p.Blocks[i].Text, func(k read.Pair) {
			if wanted[(k[0]*31^k[1])&(1<<11-1)] {
				if _, ok := have[k]; ok {
					have[k] = true
				}
			}
		})
	}
	var all []string
	for from := 0; from+1 < len(r); {
		to := from
		for to+1 < len(r) && script.IsHan(r[to]) && script.IsHan(r[to+1]) && have[read.Pair{r[to], r[to+1]}] {
			to++
		}
		if to > from {
			all = append(all, string(r[from:to+1]))
		}
		from = to + 1
	}
	return all
}
