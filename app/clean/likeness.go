package clean

import (
	"math"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// likeness says how much of a short text's words stand in which story: pairs of Han characters that
// few stories have weigh most, single characters that one story alone has a little.
type likeness struct {
	want map[[2]rune][]int16 // stories that hold it, each once; a single character has 0 behind it
	n    int                 // stories
}

// common is in how many stories words may stand and still tell them apart.
const common = 6

// liken reads all stories once for the words of these texts.
func liken(texts [][]rune, s *stories) *likeness {
	l := &likeness{want: map[[2]rune][]int16{}, n: len(s.tales)}
	for _, t := range texts {
		pairs(t[:min(len(t), 80)], func(k [2]rune) { l.want[k] = nil })
	}
	for n, t := range s.tales {
		if n > math.MaxInt16 {
			break
		}
		for _, i := range t.body {
			pairs(s.blocks[i].text, func(k [2]rune) {
				if have, ok := l.want[k]; ok && len(have) <= common && (len(have) == 0 || have[len(have)-1] != int16(n)) {
					l.want[k] = append(have, int16(n))
				}
			})
		}
	}
	return l
}

// pairs calls yield with each pair of neighbouring word characters, each Han character alone (0 behind
// it), and each Latin word of three letters and more (1 behind its hash).
func pairs(r []rune, yield func([2]rune)) {
	before := rune(0)
	hash, letters := uint32(0), 0
	for _, c := range r {
		c = script.Narrow(c)
		latin := script.IsLatin(c)
		if latin {
			hash = (hash ^ uint32(c|0x20)) * 16777619
			letters++
		} else {
			if letters >= 3 {
				yield([2]rune{rune(hash & 0x7FFFFFFF), 1})
			}
			hash, letters = 2166136261, 0
		}
		switch {
		case script.IsHan(c):
			yield([2]rune{c, 0})
			if before != 0 {
				yield([2]rune{before, c})
			}
			before = c
		case latin && before != 0 && script.IsHan(before):
			yield([2]rune{before, c})
			before = c
		case latin:
			before = 0
		case phrase.IsDigit(c):
			if before != 0 {
				yield([2]rune{before, c})
			}
			before = c
		case script.IsSpace(c):
			before = ' '
		default:
			before = 0
		}
	}
	if letters >= 3 {
		yield([2]rune{rune(hash & 0x7FFFFFFF), 1})
	}
}

// of scores a text against all stories: story → sum of weights. A word in every story weighs nothing.
func (l *likeness) of(r []rune) map[int]float64 {
	score := map[int]float64{}
	done := map[[2]rune]bool{}
	pairs(r[:min(len(r), 80)], func(k [2]rune) {
		have := l.want[k]
		if done[k] || len(have) == 0 || len(have) > common {
			return
		}
		done[k] = true
		w := math.Log(float64(l.n+1) / float64(len(have)))
		switch {
		case k[1] == 0 && len(have) > 1:
			return
		case k[1] == 0:
			w *= 0.25
		case k[1] != 1 && !script.IsHan(k[0]) && !script.IsHan(k[1]):
			w *= 0.4
		}
		for _, n := range have {
			score[int(n)] += w
		}
	})
	return score
}
