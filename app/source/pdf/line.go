package pdf

import (
	"qingyang/app/script"
	"qingyang/app/source/sheet"
)

// setting makes lines of the characters of a page, in the order of its content.
type setting struct {
	page  *sheet.Page
	lines [][]letter
	line  []letter
	space bool // a space stands before the next character
	again int  // the line is one of lines, by its place from 1; 0 where it is a new one
	begun int  // with the character that it was gone on with, by its place in the line
}

// What ends a line, in em of its type: a step up or down, a step back, a gap that is a gutter.
const (
	stepDown = 0.45
	stepBack = 0.6
	gutter   = 1.3
)

// white takes note of a space in the content.
func (s *setting) white(space bool) { s.space = s.space || space }

// put adds a character to its line.
func (s *setting) put(l letter) {
	if l.Box.W <= 0 && l.Box.H <= 0 || l.size <= 0 {
		l.size = max(l.size, 1)
	}
	if n := len(s.line); n > 0 {
		if s.twice(l) {
			return
		}
		if ligature := s.line[n-1].Box == l.Box; !ligature && !s.follows(l) {
			piece, last := s.line[min(s.begun, n-1)], s.line[n-1]
			s.end()
			if l.Box.X-piece.Box.X > 0.3*l.size || l.Box.X > piece.Box.X-0.3*l.size && !near(piece.size, l.size, 0.06*l.size) {
				s.resume(l, piece, last)
			}
		}
	}
	l.Space = s.space
	s.line = append(s.line, l)
	s.space = false
}

// twice says whether a Han character was printed just before at the same place, which is how bold type was made.
// The letters of a ligature have one place, too, and are no Han characters.
func (s *setting) twice(l letter) bool {
	if !script.IsHan(l.Rune) {
		return false
	}
	for k := len(s.line) - 1; k >= max(0, len(s.line)-2); k-- {
		m := &s.line[k]
		if m.Rune == l.Rune && near(m.Box.X, l.Box.X, 0.12*l.size) && near(m.Box.Y, l.Box.Y, 0.12*l.size) {
			m.bold = true
			return true
		}
	}
	return false
}

// follows says whether a character stands in the line behind its last one.
func (s *setting) follows(l letter) bool {
	n := len(s.line)
	last := s.line[n-1]
	size := max(last.size, l.size)
	_, y := middle(l.Box)
	top, bottom := last.Box.Y, last.Box.Y+last.Box.H
	for _, m := range s.line[max(0, n-6):] { // a comma is low and 一 in the middle: what stands around shows the line
		top, bottom = min(top, m.Box.Y), max(bottom, m.Box.Y+m.Box.H)
	}
	if y < top-stepDown*size/2 || y > bottom+stepDown*size/2 || l.Box.Y > bottom || l.Box.Y+l.Box.H < top {
		if !(near(y, (top+bottom)/2, stepDown*size)) {
			return false
		}
	}
	if m := min(last.size, l.size); m < 0.62*size && n > 0 && !near(l.base, last.base, 0.25*size) {
		return false // a dropped capital
	}
	if l.Box.X-last.Box.X-last.Box.W < -stepBack*size {
		return false
	}
	gap := sheet.Gap(last.Char, l.Char, size)
	if gap > 0.25*size && !near(last.size, l.size, 0.06*size) {
		return false // another title, beside this one
	}
	if gap <= gutter*size {
		return true
	}
	if n > 1 { // letters set wide apart
		before := last.Box.X - s.line[n-2].Box.X - s.line[n-2].Box.W
		return n < 12 && before > 0.6*size && near(gap, before, 0.5*size)
	}
	return n == 1 && gap < 2.4*size && script.IsHan(last.Rune) && script.IsHan(l.Rune)
}

// Where a title and the line below it are set by pieces, the pieces of both come by turns, from left to right: PDFium
// sorts what overlaps. A character that stands right behind one of the last lines, and to the right of where the piece
// before it began, goes on with that line; behind white in a title where that piece stands below or above it, from before
// the white to behind it.
const (
	resumable = 6    // lines back
	rightNext = 0.2  // em between their cells, at most: far less than any gutter
	overlaps  = 0.55 // em by which a squeezed mark may stand into the cell before
	sameLine  = 0.12 // em that their feet differ by
)

// resume takes up again the line that a character stands right behind, if there is one. first and last are the ends of the
// piece before it.
func (s *setting) resume(l, first, last letter) {
	for k := len(s.lines) - 1; k >= max(0, len(s.lines)-resumable); k-- {
		line := s.lines[k]
		end := &line[len(line)-1]
		widest := rightNext
		if first.lo < end.hi && last.hi > l.lo {
			widest = gutter
		}
		between := (l.lo - end.hi) / max(l.size, 0.1)
		if between < widest && between > -overlaps && l.Box.X > end.Box.X && near(end.size, l.size, 0.02*l.size) && level(line, l) {
			s.line, s.again, s.begun = line, k+1, len(line)
			return
		}
	}
}

// level says whether a character stands as high as a line.
func level(line []letter, l letter) bool {
	top, bottom := line[0].Box.Y, line[0].Box.Y+line[0].Box.H
	for _, m := range line {
		top, bottom = min(top, m.Box.Y), max(bottom, m.Box.Y+m.Box.H)
	}
	_, y := middle(l.Box)
	return y > top-sameLine*l.size && y < bottom+sameLine*l.size && l.Box.Y > top-4*sameLine*l.size && l.Box.Y+l.Box.H < bottom+4*sameLine*l.size
}

// end ends the line at hand.
func (s *setting) end() {
	s.space = false
	switch {
	case len(s.line) == 0:
	case s.again > 0:
		s.lines[s.again-1] = s.line
	default:
		s.lines = append(s.lines, s.line)
	}
	s.line, s.again, s.begun = nil, 0, 0
}

// finish makes lines of all that was set.
func (s *setting) finish() {
	s.end()
	w := whiteOf(s.lines)
	s.gutters(w)
	for _, line := range s.lines {
		opened := w.opened(line)
		for k := range line {
			line[k].Space = k > 0 && w.parts(line, k, opened)
		}
		if k := runIn(line); k > 0 {
			s.add(line[:k])
			line[k].Space = false
			line = line[k:]
		}
		s.add(line)
	}
	s.page.Stack()
}

// add makes a line of the page.
func (s *setting) add(line []letter) {
	l := sheet.Line{Chars: make([]sheet.Char, len(line))}
	bold, sizes := 0, map[float64]int{}
	for k, c := range line {
		l.Chars[k] = c.Char
		l.Box = l.Box.Join(c.Box)
		if c.bold {
			bold++
		}
		n := sizes[c.size] + 1
		if sizes[c.size] = n; n > sizes[l.Size] || n == sizes[l.Size] && c.size > l.Size {
			l.Size = c.size
		}
	}
	l.Bold = 2*bold > len(line)
	s.page.Lines = append(s.page.Lines, l)
}

// runIn is where the text begins behind a title that is set in its first line: bold from its first character on, and
// parted from the text by white; 0 where there is none.
func runIn(line []letter) int {
	k := 0
	if !line[0].bold && !script.IsHan(line[0].Rune) && !letter8(line[0].Rune) {
		k++ // an ornament
	}
	for k < len(line) && line[k].bold {
		k++
	}
	if k < fewestRunIn || k == len(line) || !line[k].Space {
		return 0
	}
	for _, c := range line[k:] {
		if c.bold {
			return 0
		}
	}
	return k
}

// fewestRunIn is how many characters such a title, or the end of one, has at least.
const fewestRunIn = 2

// Some papers leave no more than one em between their columns, and some programs write line by line through all of them:
// text of at least eachSide characters on both sides of a gap of narrowGutter is two lines. A title that leaves so much
// between its parts is larger.
const (
	narrowGutter = 0.75
	eachSide     = 6
)

// gutters cuts lines that go through two columns.
func (s *setting) gutters(w white) {
	sizes := map[float64]int{}
	body := 0.0
	for _, line := range s.lines {
		for k := range line {
			z := line[k].size
			sizes[z]++
			if sizes[z] > sizes[body] {
				body = z
			}
		}
	}
	var all [][]letter
	for _, line := range s.lines {
		from := 0
		opened := w.opened(line)
		for k := eachSide; k+eachSide <= len(line); k++ {
			a, b := &line[k-1], &line[k]
			if k-from >= eachSide && !b.Space && a.size <= 1.06*body && gapAt(line, k)-opened.between(a, b) > narrowGutter {
				all = append(all, line[from:k])
				from = k
			}
		}
		all = append(all, line[from:])
	}
	s.lines = all
}
