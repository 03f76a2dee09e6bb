package sheet

import (
	"slices"

	"qingyang/app/script"
)

// How a line's type is measured where the file does not say: the black of a Han character is hanInk of its
// em high and wide; a line of so many characters is lineInk, by their number less one, from its highest to its lowest.
// Counted on faces of newspapers, and rounded.
const hanInk = 0.92

var lineInk = [4]float64{0.92, 0.95, 0.98, 1}

// Measure finds what the file does not say: the box of each line, the size of its type, and a place for each
// character whose box is not known, in its line, by the widths of all of them. Linear in the page.
func (p *Page) Measure() {
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Box.Zero() {
			for _, c := range l.Chars {
				l.Box = l.Box.Join(c.Box)
			}
		}
		down := l.Upright()
		if down {
			l.Turn(Box.Turned)
		}
		if l.Size <= 0 {
			l.Size = l.size()
		}
		l.place()
		if down {
			l.Turn(Box.Back)
		}
	}
}

// size is that of the type by the boxes; 0 where they tell nothing. In a line of several characters the way
// from one to the next tells more than the height, which a scan that lies askew adds to.
func (l *Line) size() float64 {
	var sides []float64
	ems := 0
	for _, c := range l.Chars {
		ems += script.HalfEms(c.Rune)
		if c.Box.W > 0 && c.Box.H > 0 && script.IsHan(c.Rune) && c.Rune != '一' {
			sides = append(sides, max(c.Box.W, c.Box.H)/hanInk)
		}
	}
	if len(sides) > 0 {
		slices.Sort(sides)
		return sides[len(sides)/2]
	}
	n := min(len(l.Chars), len(lineInk)) - 1
	if n < 0 {
		return 0
	}
	high := l.Box.H / lineInk[n]
	if ems >= 8 && l.Box.W > 0 && l.han() {
		pitch := 2 * l.Box.W / (float64(ems) - l.whiteEnds())
		return min(pitch, max(high, pitch*0.7))
	}
	return high
}

// whiteEnds is how much of the line's em, in halves, is white beside its black: half of a mark at its end is.
func (l *Line) whiteEnds() float64 {
	white := 2 * (1 - hanInk)
	if wideMark(l.Chars[len(l.Chars)-1].Rune) {
		white++
	}
	if script.IsOpening(l.Chars[0].Rune) && wideMark(l.Chars[0].Rune) {
		white++
	}
	return white
}

// han says whether most characters of the line are Han.
func (l *Line) han() bool {
	n := 0
	for _, c := range l.Chars {
		if script.IsHan(c.Rune) {
			n++
		}
	}
	return 2*n > len(l.Chars)
}

// place gives each character without a box its share of the line's.
func (l *Line) place() {
	if l.Box.W <= 0 || len(l.Chars) == 0 {
		return
	}
	all, known := 0, 0
	for _, c := range l.Chars {
		all += width(c)
		if !c.Box.Zero() {
			known++
		}
	}
	if known == len(l.Chars) {
		return
	}
	at := 0
	for k := range l.Chars {
		c := &l.Chars[k]
		w := width(*c)
		if c.Box.Zero() {
			own := max(1, script.HalfEms(c.Rune))
			c.Box = Box{l.Box.X + l.Box.W*float64(at+w-own)/float64(all), l.Box.Y, l.Box.W * float64(own) / float64(all), l.Box.H}
		}
		at += w
	}
}

// width of a character in half em, a space before it with it.
func width(c Char) int {
	w := max(1, script.HalfEms(c.Rune))
	if c.Space {
		w++
	}
	return w
}

// Share gives the characters of a word that has one box each their share of it.
func Share(word []Char, b Box) {
	all := 0
	for _, c := range word {
		all += max(1, script.HalfEms(c.Rune))
	}
	if b.Zero() {
		return
	}
	if b.Down(len(word)) {
		b = b.Turned()
		defer func() {
			for k := range word {
				word[k].Box = word[k].Box.Back()
			}
		}()
	}
	at := 0
	for k := range word {
		w := max(1, script.HalfEms(word[k].Rune))
		word[k].Box = Box{b.X + b.W*float64(at)/float64(all), b.Y, b.W * float64(w) / float64(all), b.H}
		at += w
	}
}

// White is the gap between two characters, in em of their line, from which on it counts as white space where
// both are as wide as a Han character: a narrow space has 0.22.
const White = 0.16

const (
	whiteMixed = 0.45 // between a Han character and a half-width one: a quarter of an em is set there without a space
	whiteMark  = 0.8  // behind a half-width mark: it may stand in the place of a full-width one
	whiteHalf  = 0.13 // between a half-width mark and a letter
	whiteOver  = 0.21 // beyond what boxes overlap by, which differs from word to word
	figure     = 0.5  // width of a figure
	cell       = 0.95 // of a full-width mark, to the far edge of its black
)

// Parted says whether white stands between two characters that the file parts, as words or with a space: always
// between half-width letters and digits; else where the gap between them is wide enough for type of a size in a line
// that was opened by some stretch, or in one where boxes overlap by as much, which is below 0.
func Parted(a, b Char, size, stretch float64) bool {
	known := !a.Box.Zero() && !b.Box.Zero() && size > 0
	left, right := narrow(a, size), narrow(b, size)
	white := max(White*size, stretch+White*size*0.75)
	if stretch < 0 {
		white = stretch + whiteOver*size
	}
	switch {
	case left && right:
		return !known || letter(a.Rune) && letter(b.Rune) || b.Box.X-a.Box.X-a.Box.W > whiteHalf*size
	case left && (script.IsPause(a.Rune) || script.IsStop(a.Rune)):
		white = whiteMark * size
	case left != right:
		white = max(white, whiteMixed*size)
	}
	return known && Gap(a, b, size) > white
}

// narrow says whether a character is half-width, or printed as such.
func narrow(c Char, size float64) bool {
	return script.HalfEms(c.Rune) < 2 || script.IsWideDigit(c.Rune) && c.Box.W > 0 && c.Box.W < 0.75*size
}

// Gap is the way between two characters of a line. That of a wide character begins at the edge of its em, since the
// black of many is narrow: of a mark on its left or right, of others in the middle.
func Gap(a, b Char, size float64) float64 {
	d := b.Box.X - a.Box.X - a.Box.W
	for _, c := range [2]Char{a, b} { // figures are set as wide as one another, 1 too
		if script.IsDigit(c.Rune) && c.Box.W < figure*size {
			d -= (figure*size - c.Box.W) / 2
		}
	}
	switch {
	case narrow(a, size), wideMark(a.Rune) && script.IsOpening(a.Rune):
	case wideMark(a.Rune):
		d -= hollow(a.Box, size)
	case a.Box.W < hanInk*size:
		d -= (hanInk*size - a.Box.W) / 2
	}
	switch {
	case narrow(b, size), wideMark(b.Rune) && !script.IsOpening(b.Rune):
	case wideMark(b.Rune):
		d -= hollow(b.Box, size)
	case b.Box.W < hanInk*size:
		d -= (hanInk*size - b.Box.W) / 2
	}
	return d
}

// hollow is the white part of a full-width mark's em, beside its black: half an em where the box is a share of its
// word's.
func hollow(b Box, size float64) float64 {
	if b.W > 0.6*size {
		return size / 2
	}
	return max(0, cell*size-b.W)
}

// Stretch is the gap that most neighbouring Han characters of the line have: more than a tenth of an em where the
// line was opened to fill its column. 0 where few show it.
func (l *Line) Stretch() float64 {
	var gaps []float64
	for k := 1; k < len(l.Chars); k++ {
		a, b := &l.Chars[k-1], &l.Chars[k]
		if script.IsHan(a.Rune) && script.IsHan(b.Rune) && a.Box.W > 0 && b.Box.W > 0 {
			gaps = append(gaps, Gap(*a, *b, l.Size))
		}
	}
	if len(gaps) < 2 {
		return 0
	}
	slices.Sort(gaps)
	return max(0, gaps[(len(gaps)-1)/2])
}

func letter(r rune) bool { return script.IsLatin(r) || script.IsDigit(r) }

func wideMark(r rune) bool {
	return script.HalfEms(r) == 2 && !script.IsHan(r) && (script.IsClosing(r) || script.IsOpening(r) || script.IsStop(r) || script.IsPause(r))
}
