package sheet

import (
	"slices"

	"qingyang/app/script"
)

// How a line's type is measured where the file does not say: the black of a Han character is hanInk of its
// em high and wide; a line of mixed letters from its highest to its lowest is lineInk. Counted on faces of
// newspapers, and rounded.
const (
	hanInk  = 0.92
	lineInk = 1.0
)

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
		if l.Size <= 0 {
			l.Size = l.size()
		}
		l.place()
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
	high := l.Box.H / lineInk
	if ems >= 8 && l.Box.W > 0 {
		if pitch := 2 * l.Box.W / float64(ems); l.han() {
			return min(pitch, max(high, pitch*0.7))
		}
	}
	return high
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
	at := 0
	for k := range word {
		w := max(1, script.HalfEms(word[k].Rune))
		word[k].Box = Box{b.X + b.W*float64(at)/float64(all), b.Y, b.W * float64(w) / float64(all), b.H}
		at += w
	}
}

// White is the gap between two characters, in em of their line, from which on it counts as white space where
// one of them is as wide as a Han character. Between the black of two such lie 0.05 to 0.15 em, more where a line was
// opened to fill its column; a narrow space adds 0.22.
const White = 0.27

// Parted says whether white stands between two characters that the file parts, as words or with a space: always
// between half-width letters and digits; else where the gap between their boxes is wide enough for type of a size.
func Parted(a, b Char, size float64) bool {
	half := script.HalfEms(a.Rune) < 2 && script.HalfEms(b.Rune) < 2
	known := !a.Box.Zero() && !b.Box.Zero() && size > 0
	gap := b.Box.X - a.Box.X - a.Box.W
	switch {
	case half && (!known || letter(a.Rune) && letter(b.Rune)):
		return true
	case half:
		return gap > White/2*size
	case wideMark(a.Rune) || wideMark(b.Rune):
		gap -= size / 2 // the white half of a full-width mark
	}
	return known && gap > White*size
}

func letter(r rune) bool { return script.IsLatin(r) || script.IsDigit(r) }

func wideMark(r rune) bool {
	return script.HalfEms(r) == 2 && !script.IsHan(r) && (script.IsClosing(r) || script.IsOpening(r) || script.IsStop(r) || script.IsPause(r))
}
