package figures

import (
	"hash/fnv"
	"math/rand/v2"

	"qingyang/app/proof/chars"
)

// planter puts wrong characters into text that has none.
type planter struct {
	finder  *chars.Finder
	misread map[rune][]chars.Misread
	d       *rand.Rand
}

// planted is a text with its errors.
type planted struct {
	blocks []chars.Block
	right  []map[int]rune // of each block, what should stand where something wrong stands
}

func newPlanter(f *chars.Finder, misread map[rune][]chars.Misread, name string, number int) *planter {
	h := fnv.New64a()
	h.Write([]byte(name))
	return &planter{f, misread, rand.New(rand.NewPCG(h.Sum64(), uint64(number)))}
}

// plant makes one of rate characters wrong, at random, but for names of people and places; two errors have at
// least three characters between them.
func (p *planter) plant(text []string, rate float64) planted {
	var x planted
	for _, block := range text {
		runes := []rune(block)
		wrong := []rune(block)
		at := map[int]rune{}
		last := -9
		for i, r := range runes {
			if i-last < 4 || p.d.Float64() >= rate*2.2 || !p.isPlain(runes, i) {
				continue
			}
			if w := p.instead(runes, i); w != 0 {
				wrong[i], at[i], last = w, r, i
			}
		}
		x.blocks = append(x.blocks, chars.Block{Text: wrong})
		x.right = append(x.right, at)
	}
	return x
}

// isPlain says whether the character at i stands in a word of the list, and in no name of a foreign person: most
// errors that matter are in words. One in eight others is taken as well.
func (p *planter) isPlain(r []rune, i int) bool {
	for n := 4; n >= 2; n-- {
		for from := i - n + 1; from <= i; from++ {
			if from >= 0 && from+n <= len(r) && p.finder.IsWord(r[from:from+n]) {
				return true
			}
		}
	}
	return p.finder.IsWord(r[i:i+1]) && p.d.IntN(8) == 0
}

// instead is a wrong character for the one at i, 0 for none. Six in ten are alike in shape, the others in sound:
// half of those make a word.
func (p *planter) instead(r []rune, i int) rune {
	bySound := p.d.Float64() < 0.38
	var from []chars.Misread
	sum := 0.0
	weight := func(m chars.Misread) float64 {
		w := 0.0
		if bySound {
			switch {
			case m.SameTone:
				w = 1
			case m.Sound:
				w = 0.15
			}
			if w > 0 && m.Shape > 0 {
				w *= 4
			}
		} else if m.Shape >= 84 {
			w = float64(m.Shape-80) * float64(m.Shape-80) / 100
			if m.SameTone {
				w *= 2
			}
		}
		return w * min(1, 0.02+m.Count/4000)
	}
	for _, m := range p.misread[r[i]] {
		if w := weight(m); w > 0 {
			from, sum = append(from, m), sum+w
		}
	}
	if len(from) == 0 {
		return 0
	}
	if bySound && p.d.IntN(2) == 0 {
		var words []rune
		for _, m := range from {
			if p.makesWord(r, i, m.Wrong) {
				words = append(words, m.Wrong)
			}
		}
		if len(words) > 0 {
			return words[p.d.IntN(len(words))]
		}
	}
	x := p.d.Float64() * sum
	for _, m := range from {
		if x -= weight(m); x < 0 {
			return m.Wrong
		}
	}
	return from[len(from)-1].Wrong
}

// makesWord says whether c in the place of r[i] makes a word of two characters.
func (p *planter) makesWord(r []rune, i int, c rune) bool {
	return i > 0 && p.finder.IsWord([]rune{r[i-1], c}) || i+1 < len(r) && p.finder.IsWord([]rune{c, r[i+1]})
}
