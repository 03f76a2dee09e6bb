package ocr

import (
	"math"
	"slices"

	"qingyang/app/script"
	"qingyang/app/source/sheet"
)

// boxed is a word with one box: characters [from, to) of its line.
type boxed struct {
	from, to int
	box      sheet.Box
}

// What machines add to the boxes of words, and what the black of characters leaves white in their em.
const (
	edgeWhite  = 0.04 // of a Han character, to each side
	markWhite  = 0.6  // of a mark that stands at one side of its em, to the other
	usualReach = 0.17 // of their height that boxes reach beyond the black, to each side, where nothing shows it
	mostReach  = 0.35 // at most
	hanHigh    = 0.95 // height of the black of a word of Han characters, in em
	evenWay    = 0.08 // share that ways without white between differ by
	unsure     = 0.05 // em that white must be wider where boxes were trimmed
)

// trim takes off what the boxes of words reach beyond their black, where those of neighbours overlap: as much to both
// sides, so that their middles are sound. The ways from middle to middle show how far apart characters are set. said is the
// size that the file says, or 0; others says that the words of most other lines overlap: a short line cannot show it.
func (l *writing) trim(said float64, others bool) bool {
	if _, ok := l.overlap(); !ok && !(others && len(l.words) <= fewestOverlaps+1) || len(l.words) < 2 {
		return false
	}
	pitch := l.pitch()
	if pitch <= 0 {
		return false
	}
	reach := make([]float64, len(l.words)) // of its height, beyond its black; below 0 where the characters do not tell
	var known []float64
	for k, w := range l.words {
		reach[k] = -1
		if black := l.black(w, pitch); black > 0 && w.box.H > 0 {
			reach[k] = min(mostReach, max(0, (w.box.W-black)/2/w.box.H))
			known = append(known, reach[k])
		}
	}
	usual := usualReach
	if len(known) > 0 {
		slices.Sort(known)
		usual = known[len(known)/2]
	}
	around := sheet.Box{}
	for k, w := range l.words {
		if reach[k] < 0 {
			reach[k] = usual
		}
		by := min(reach[k]*w.box.H, w.box.W/3)
		b := sheet.Box{X: w.box.X + by, Y: w.box.Y, W: w.box.W - 2*by, H: w.box.H}
		sheet.Share(l.Chars[w.from:w.to], b)
		around = around.Join(b)
	}
	l.Box, l.Size = around, said
	l.measure()
	return true
}

// pitch is the way from one Han character to the next; 0 where no two words of them stand side by side. White stands
// between some, so it is what a third of the ways do not reach. Few ways are no wider than the characters are high.
func (l *writing) pitch() float64 {
	var ways []float64
	high := 0.0
	for k := 1; k < len(l.words); k++ {
		a, b := l.words[k-1], l.words[k]
		high = max(high, a.box.H, b.box.H)
		if n := b.to - a.from; a.to == b.from && !slices.ContainsFunc(l.Chars[a.from:b.to], func(c sheet.Char) bool { return !script.IsHan(c.Rune) }) {
			ways = append(ways, (b.box.X+b.box.W/2-a.box.X-a.box.W/2)*2/float64(n))
		}
	}
	if len(ways) == 0 {
		return 0
	}
	slices.Sort(ways)
	way := ways[(len(ways)-1)/3]
	if len(ways) < fewestOverlaps {
		return min(way, high/hanHigh)
	}
	sum, n := 0.0, 0.0
	for _, w := range ways {
		if math.Abs(w-way) < evenWay*way {
			sum, n = sum+w, n+1
		}
	}
	return sum / n
}

// black is how wide a word of Han characters and wide marks is printed; 0 for others.
func (l *writing) black(w boxed, pitch float64) float64 {
	all := l.Chars[w.from:w.to]
	if slices.ContainsFunc(all, func(c sheet.Char) bool { return script.HalfEms(c.Rune) < 2 || script.IsWideDigit(c.Rune) }) {
		return 0
	}
	left, right := edgeWhite, edgeWhite
	if script.IsOpening(all[0].Rune) {
		left = markWhite
	}
	if r := all[len(all)-1].Rune; script.IsClosing(r) || script.IsStop(r) || script.IsPause(r) {
		right = markWhite
	}
	return pitch * (float64(len(all)) - left - right)
}
