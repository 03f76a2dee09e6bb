package ocr

import (
	"slices"

	"qingyang/app/script"
	"qingyang/app/source/sheet"
)

// tesseract reads a line as a whole and does not know where its characters stand: the boxes that it gives them are where
// its network happened to notice them, some as wide as two, some a sliver. The box of the line is sound.
const (
	sliver      = 0.6  // a Han character is wider than this share of its line's height
	mostSlivers = 0.12 // so many do not occur in sound boxes: 一 is wide, 日 nearly
	fewestSeen  = 30   // characters that tell
	noticed     = 1.1  // by how many em two characters must stand further apart than they should for white space between
	inked       = 0.95 // height of a line of Han characters, in em
	spoilt      = 1.15 // a line is so many times as high as the size that the file says, and as its characters are wide: something else made it so high
	tall        = 1.25 // height of a line in the size that the file says, where that is one of ascenders and descenders
)

// guesses counts Han characters, and those that are slivers.
type guesses struct{ han, slivers int }

func (g *guesses) add(l *sheet.Line) {
	for _, c := range l.Chars {
		if script.IsHan(c.Rune) && c.Box.H > 0 {
			g.han++
			if c.Box.W < sliver*l.Box.H {
				g.slivers++
			}
		}
	}
}

// seen is a line that was read, with what the file had between its characters.
type seen struct {
	page, line int
	*writing
}

// spread puts the characters of all lines in their places where the file's are guesses.
func (b *book) spread() {
	if b.guesses.han < fewestSeen || float64(b.guesses.slivers) <= mostSlivers*float64(b.guesses.han) {
		return
	}
	for _, l := range b.seen {
		l.spread()
		b.pages[l.page].Lines[l.line] = l.Line
	}
}

// spread gives the line its size by its height, finds white space by the ways from the middle of one character to that
// of the next, and gives each character its share of the line.
func (l *writing) spread() {
	if l.Upright() {
		l.turn(sheet.Box.Turned)
		defer l.turn(sheet.Box.Back)
	}
	half, han := 0, false
	for _, c := range l.Chars {
		half += max(1, script.HalfEms(c.Rune))
		han = han || script.IsHan(c.Rune)
	}
	if l.Size > 0 && half >= 8 && l.Box.H > spoilt*l.Size && 2*l.Box.W/float64(half) < l.Box.H/spoilt {
		l.lower()
	}
	if em := l.Box.H / inked; han && em > 0 {
		if l.Size > 0 {
			em = max(em, l.Size/tall/1.2) // a line of 一 is low
		}
		if pitch := 2 * l.Box.W / float64(half); half >= 8 && pitch < em { // a line that leans is high
			em = max(pitch, 0.85*em)
		}
		l.Size = em
	} else {
		l.Size /= tall
	}
	var parts []int // where white as wide as a gutter stands
	for k := 1; k < len(l.Chars); k++ {
		a, c := &l.Chars[k-1], &l.Chars[k]
		way := c.Box.X + c.Box.W/2 - a.Box.X - a.Box.W/2
		should := l.Size * float64(max(1, script.HalfEms(a.Rune))+max(1, script.HalfEms(c.Rune))) / 4
		mark := script.IsClosing(c.Rune) || script.IsStop(c.Rune) || script.IsPause(c.Rune) || script.IsOpening(a.Rune)
		c.Space = l.parted[k] == typed || l.parted[k] == between && (word(a.Rune) && word(c.Rune) || !mark && way-should > noticed*l.Size)
		if way-should > noticed*l.Size && c.Box.X-a.Box.X-a.Box.W > leastGutter*l.Size {
			parts = append(parts, k)
		}
	}
	if len(parts) > 0 {
		l.share(parts)
		return
	}
	for k := range l.Chars {
		l.Chars[k].Box = sheet.Box{}
	}
	l.measure()
}

// share gives each character its share of the part of the line that it stands in. Parts begin at characters before which
// white is that wide that the guesses show where they end.
func (l *writing) share(parts []int) {
	from, left := 0, l.Box.X
	for _, to := range append(parts, len(l.Chars)) {
		right := l.Box.X + l.Box.W
		if to < len(l.Chars) {
			right = l.Chars[to-1].Box.X + l.Chars[to-1].Box.W
		}
		next := right
		if to < len(l.Chars) {
			next = l.Chars[to].Box.X
		}
		sheet.Share(l.Chars[from:to], sheet.Box{X: left, Y: l.Box.Y, W: max(0, right-left), H: l.Box.H})
		from, left = to, next
	}
}

// lower gives the line the height that most of its characters have: a blot, or a dropped capital, made it higher.
func (l *writing) lower() {
	var tops, ends []float64
	for _, c := range l.Chars {
		if c.Box.H > 0 {
			tops, ends = append(tops, c.Box.Y), append(ends, c.Box.Y+c.Box.H)
		}
	}
	if len(tops) == 0 {
		return
	}
	slices.Sort(tops)
	slices.Sort(ends)
	if top, end := tops[len(tops)/2], ends[len(ends)/2]; end > top {
		l.Box.Y, l.Box.H = top, end-top
	}
}

func word(r rune) bool { return script.IsLatin(r) || script.IsDigit(r) }
