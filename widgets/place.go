package widgets

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// xOf is where the caret stands at p, in device pixels from the pane's left.
func (e *Editor) xOf(p Pos, late bool) int {
	if e.lines.n == 0 {
		return e.cols.text
	}
	b := e.block(p.Block)
	q := e.lines.at(p.Block)
	p, late = e.shown(p, late)
	line := q.lineOf(p.Off, late)
	xs := e.lineXs(nil, b, q, line)
	return int(xs[max(0, min(p.Off-q.start(line), len(xs)-1))])
}

// hit is the place in the text nearest to a point of the pane, in device pixels.
func (e *Editor) hit(x, y int) (p Pos, late bool) {
	i, top := e.lines.find(e.y + y)
	if i < 0 {
		return Pos{}, false
	}
	q := e.lines.at(i)
	line := max(0, min((e.y+y-top-int(q.above))/max(int(q.pitch), 1), q.lines()-1))
	return e.onLine(i, line, x)
}

// onLine is the place on a line of a block nearest to x.
func (e *Editor) onLine(i, line, x int) (p Pos, late bool) {
	b := e.block(i)
	q := e.lines.at(i)
	xs := e.lineXs(nil, b, q, line)
	k := 0
	for k+1 < len(xs) && x >= (int(xs[k])+int(xs[k+1]))/2 {
		k++
	}
	off := q.start(line) + k
	if off > q.start(line) && off < q.end(line, len(b.Text)) { // never inside a grapheme
		off = nextGrapheme(b.Text, prevGrapheme(b.Text, off))
	}
	return Pos{i, off}, k == len(xs)-1 && line < q.lines()-1
}

// nextGrapheme is the end of the grapheme (UAX #29) that begins at text[at]; prevGrapheme the start of
// the one that ends there. Both look at no more than 32 runes.
func nextGrapheme(text []rune, at int) int {
	if at+1 >= len(text) {
		return len(text)
	}
	if plain(text[at]) && plain(text[at+1]) {
		return at + 1
	}
	var s segmenter.Segmenter
	s.Init(text[at:min(at+32, len(text))])
	first := s.GraphemeIterator()
	first.Next() // there is one: two runes or more were given
	return at + len(first.Grapheme().Text)
}

func prevGrapheme(text []rune, at int) int {
	if at <= 1 {
		return 0
	}
	from := at - 1
	for from > 0 && from > at-32 && !(plain(text[from]) && plain(text[from-1])) {
		from--
	}
	for {
		next := nextGrapheme(text, from)
		if next >= at {
			return from
		}
		from = next
	}
}

// plain characters are graphemes by themselves beside each other.
func plain(r rune) bool {
	return r >= 0x20 && r < 0x7F || r >= 0x4E00 && r <= 0x9FFF || r >= 0x3000 && r <= 0x301F || r >= 0xFF01 && r <= 0xFF5E
}

// class tells the characters of a word from their neighbours, for movement by words and for double
// clicks.
func class(r rune) int {
	switch {
	case unicode.Is(unicode.Han, r):
		return hanClass
	case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
		return 2
	case unicode.IsSpace(r):
		return 3
	}
	return 4
}

const hanClass = 1

// wordAround is the word that the character at off belongs to: of Chinese the run up to the next mark,
// or what Words makes of it.
func (e *Editor) wordAround(text []rune, off int) (from, to int) {
	from, to = classAround(text, off)
	if e.Words == nil || from >= to || class(text[from]) != hanClass {
		return from, to
	}
	off = min(off, to-1)
	a, b := e.Words(text[from:to], off-from)
	return from + a, from + b
}

// classAround are the neighbours of the character at off that are of its class.
func classAround(text []rune, off int) (from, to int) {
	if len(text) == 0 {
		return 0, 0
	}
	off = min(off, len(text)-1)
	c := class(text[off])
	from, to = off, off+1
	if c == 4 {
		return from, to
	}
	for from > 0 && class(text[from-1]) == c {
		from--
	}
	for to < len(text) && class(text[to]) == c {
		to++
	}
	return from, to
}

// left and right are the places one grapheme, or one word, away from p.
func (e *Editor) left(p Pos, word bool) Pos {
	if p.Off == 0 {
		if p.Block == 0 {
			return p
		}
		return Pos{p.Block - 1, len(e.doc.Block(p.Block - 1).Text)}
	}
	text := e.doc.Block(p.Block).Text
	if !word {
		return Pos{p.Block, prevGrapheme(text, p.Off)}
	}
	off := p.Off
	for off > 0 && class(text[off-1]) >= 3 {
		off--
	}
	if off > 0 {
		off, _ = e.wordAround(text, off-1)
	}
	return Pos{p.Block, off}
}

func (e *Editor) right(p Pos, word bool) Pos {
	text := e.doc.Block(p.Block).Text
	if p.Off >= len(text) {
		if p.Block+1 >= e.length() {
			return p
		}
		return Pos{p.Block + 1, 0}
	}
	if !word {
		return Pos{p.Block, nextGrapheme(text, p.Off)}
	}
	off := p.Off
	if class(text[off]) < 3 {
		_, off = e.wordAround(text, off)
	}
	for off < len(text) && class(text[off]) >= 3 {
		off++
	}
	return Pos{p.Block, off}
}

// vertical is the place n lines below p (above, if n is negative), at the goal.
func (e *Editor) vertical(n int) (Pos, bool) {
	i := e.caret.Block
	line := e.lines.at(i).lineOf(e.caret.Off, e.late)
	for ; n > 0; n-- {
		if line++; line == e.lines.at(i).lines() {
			if i+1 == e.lines.n {
				return Pos{i, len(e.doc.Block(i).Text)}, false
			}
			i, line = i+1, 0
		}
	}
	for ; n < 0; n++ {
		if line--; line < 0 {
			if i == 0 {
				return Pos{}, false
			}
			i--
			line = e.lines.at(i).lines() - 1
		}
	}
	return e.onLine(i, line, e.goal)
}
