// Package ocr reads the files that reading machines write: hOCR, ALTO, PAGE XML, ABBYY XML and the JSON of
// PaddleOCR and MinerU. Text in, pages of lines with their places out.
//
// What a file says is believed but for the white space between words: machines part Chinese words that the
// paper does not. Nothing outside the text is read, no entity is expanded, and what is nested or repeated
// without end is refused. Start reading at Forms.
package ocr

import (
	"errors"
	"slices"

	"qingyang/app/script"
	"qingyang/app/source/sheet"
)

// Form is a form of files: it reads the decoded text of one. A file that breaks off gives what stood before,
// the last page marked Cut; ErrBroken says that it is not of the form at all. Linear in the text.
type Form func(text string) ([]sheet.Page, error)

// Errors of files.
var (
	// ErrBroken says that a file is not what it begins as.
	ErrBroken = errors.New("the file is not well formed")
	// ErrVast says that a file is nested too deeply, or has too many pages or characters.
	ErrVast = errors.New("the file has more in it than a paper can have")
)

// What a file may have: elements inside one another, characters, pages. A year of a weekly has a tenth of these.
const (
	deepest   = 256
	mostChars = 8_000_000
	mostPages = 10_000
)

// inches is how many points an inch has.
const inches = 72

// usual is the resolution that a picture is taken to have where nothing says it.
const usual = 300

// book collects the pages of a file.
type book struct {
	pages []sheet.Page
	chars int
	line  *writing // the line at hand; nil between lines
	zone  int      // of the page at hand
	kind  sheet.Kind
	opens bool // the next line begins a paragraph

	seen    []seen  // all lines
	guesses guesses // what they say about the boxes of characters
	trimmed int     // lines whose words were drawn larger than they are
	whole   int     // long lines whose words were not
	others  []rune  // of the characters that are put next, what else they may be; nil for nothing
}

// writing is a line in the making.
type writing struct {
	sheet.Line
	white  white
	parted []white // by character: what stands before it
	words  []boxed // those that have one box each for all their characters
}

// white is what the file has between two characters.
type white uint8

const (
	none    white = iota
	between       // they are of two words
	typed         // a space was typed
)

// turn begins a page.
func (b *book) turn(w, h float64) *sheet.Page {
	b.end()
	b.pages = append(b.pages, sheet.Page{Number: len(b.pages) + 1, W: max(0, w), H: max(0, h)})
	b.zone, b.kind, b.opens = 0, sheet.Unsaid, false
	return &b.pages[len(b.pages)-1]
}

// page is the page at hand; a file that names none is one page.
func (b *book) page() *sheet.Page {
	if len(b.pages) == 0 {
		b.turn(0, 0)
	}
	return &b.pages[len(b.pages)-1]
}

// area begins a zone.
func (b *book) area(k sheet.Kind) {
	b.end()
	b.zone++
	b.kind = k
}

// begin begins a line.
func (b *book) begin(at sheet.Box) *writing {
	b.end()
	b.page()
	b.line = &writing{Line: sheet.Line{Box: at, Zone: b.zone, Says: b.kind, Opens: b.opens}}
	b.opens = false
	return b.line
}

// put adds the characters of a word, with the box of each or of all, or none. Spaces in it are white space. What
// b.others has for its characters goes with them.
func (b *book) put(text string, word sheet.Box, boxes []sheet.Box, doubts []uint8) {
	others := b.others
	b.others = nil
	l := b.line
	if l == nil {
		l = b.begin(sheet.Box{})
	}
	from := len(l.Chars)
	k := 0
	for _, r := range text {
		if isWhite(r) {
			l.white = typed
			k++
			continue
		}
		if r < ' ' || r == 0x7F {
			r = '\uFFFD'
		}
		c := sheet.Char{Rune: r}
		if k < len(boxes) {
			c.Box = boxes[k]
		}
		if k < len(doubts) {
			c.Doubt = doubts[k]
		} else if len(doubts) > 0 {
			c.Doubt = doubts[len(doubts)-1]
		}
		if k < len(others) && others[k] != r && !isWhite(others[k]) && others[k] >= ' ' {
			c.Other = others[k]
		}
		k++
		l.Chars, l.parted = append(l.Chars, c), append(l.parted, l.white)
		l.white = none
	}
	if len(boxes) == 0 {
		if sheet.Share(l.Chars[from:], word); !word.Zero() && from < len(l.Chars) {
			l.words = append(l.words, boxed{from, len(l.Chars), word})
		}
	}
	b.chars += k
}

// lower is by how much of its height a word must stand below those before it, and lead to the left, to begin a line.
const lower = 0.7

// steps says whether a word begins another line than that at hand, though the file has both in one: some make one line
// of all that stands in a zone.
func (b *book) steps(word sheet.Box) bool {
	if b.line == nil || len(b.line.Chars) == 0 || word.Zero() {
		return false
	}
	last := b.line.Chars[len(b.line.Chars)-1].Box
	if last.Zero() || word.X+word.W > last.X {
		return false
	}
	return word.Y+word.H/2 > last.Y+last.H/2+lower*max(last.H, word.H)
}

// part says that the next word does not follow at once.
func (b *book) part() {
	if b.line != nil {
		b.line.white = max(b.line.white, between)
	}
}

// end ends the line at hand, if there is one. One without characters is none.
func (b *book) end() {
	l := b.line
	b.line = nil
	if l == nil || len(l.Chars) == 0 {
		return
	}
	said := l.Size
	l.measure()
	down := l.Upright()
	if down {
		l.turn(sheet.Box.Turned)
	}
	p := b.page()
	b.seen = append(b.seen, seen{len(b.pages) - 1, len(p.Lines), l})
	b.guesses.add(&l.Line)
	trimmed := l.trim(said, b.trimmed > b.whole)
	if _, ok := l.overlap(); trimmed {
		b.trimmed++
	} else if !ok && len(l.words) > 2*fewestOverlaps {
		b.whole++
	}
	stretch, western := l.Stretch(), l.western()
	if o, ok := l.overlap(); trimmed {
		stretch += unsure * l.Size
	} else if ok {
		stretch = o
	}
	for k := 1; k < len(l.Chars); k++ {
		switch l.parted[k] {
		case typed:
			l.Chars[k].Space = true
		case between:
			if a, c := l.Chars[k-1], l.Chars[k]; western {
				l.Chars[k].Space = apart(a, c, l.Size)
				break
			}
			l.Chars[k].Space = sheet.Parted(l.Chars[k-1], l.Chars[k], l.Size, stretch)
		}
	}
	l.Chars[0].Space = false
	if down {
		l.turn(sheet.Box.Back)
	}
	p.Lines = append(p.Lines, l.Line)
}

// turn brings the line to where it is measured, or back: one that is set from the top down lies down for that.
func (l *writing) turn(to func(sheet.Box) sheet.Box) {
	l.Line.Turn(to)
	for k := range l.words {
		l.words[k].box = to(l.words[k].box)
	}
}

// measure finds the size and the places that the file does not say.
func (l *writing) measure() {
	one := sheet.Page{Lines: []sheet.Line{l.Line}}
	one.Measure()
	l.Line = one.Lines[0]
}

// western says whether the line has letters, and no character of a script that is set without spaces.
func (l *writing) western() bool {
	return slices.ContainsFunc(l.Chars, func(c sheet.Char) bool { return script.IsLatin(c.Rune) }) &&
		!slices.ContainsFunc(l.Chars, func(c sheet.Char) bool { return c.Rune >= firstWide })
}

// firstWide is where the scripts begin that are as wide as an em (CJK Radicals Supplement); the quotation marks and
// dashes before it are those of all scripts.
const firstWide = 0x2E80

// attached is the gap, in em, from which on a mark that is a word by itself does not stand close to its neighbour.
const attached = 0.13

// apart says whether a space stands between two words of a western line: it does, unless one is a mark or a part of a
// number that was taken for a word.
func apart(a, b sheet.Char, size float64) bool {
	figures := script.IsDigit(a.Rune) && (b.Rune == '.' || b.Rune == ',') || (a.Rune == '.' || a.Rune == ',') && script.IsDigit(b.Rune)
	if !figures && !script.IsClosing(b.Rune) && !script.IsStop(b.Rune) && !script.IsPause(b.Rune) && !script.IsOpening(a.Rune) {
		return true
	}
	return !a.Box.Zero() && !b.Box.Zero() && b.Box.X-a.Box.X-a.Box.W > attached*size
}

// fewestOverlaps is how many pairs of words show by how much their boxes overlap.
const fewestOverlaps = 3

// overlap is the gap, below nothing, that most words of Han characters have between their boxes; ok is false where few
// show it, or they do not overlap. Some machines draw the box of a word larger than its black.
func (l *writing) overlap() (gap float64, ok bool) {
	var gaps []float64
	for k := 1; k < len(l.Chars); k++ {
		a, b := &l.Chars[k-1], &l.Chars[k]
		if l.parted[k] == between && script.IsHan(a.Rune) && script.IsHan(b.Rune) && a.Box.W > 0 && b.Box.W > 0 {
			gaps = append(gaps, sheet.Gap(*a, *b, l.Size))
		}
	}
	if len(gaps) < fewestOverlaps {
		return 0, false
	}
	slices.Sort(gaps)
	gap = gaps[(len(gaps)-1)/2]
	return gap, gap < 0
}

// vast says whether the file has had enough.
func (b *book) vast() bool { return b.chars > mostChars || len(b.pages) > mostPages }

// settle ends the last line, and puts characters in their places where the file's are guesses: in the unit of the file, before
// its pages are brought to points.
func (b *book) settle() {
	b.end()
	b.spread()
	b.guesses, b.seen = guesses{}, nil
}

// close ends the file, whose pages are in points: a line's measured size is in its boxes' unit and went with them; what
// the file said was in points.
func (b *book) close(err error) ([]sheet.Page, error) {
	b.settle()
	if errors.Is(err, ErrVast) {
		return nil, err
	}
	lines := 0
	for i := range b.pages {
		b.pages[i].Stack()
		columns(&b.pages[i])
		across(&b.pages[i])
		lines += len(b.pages[i].Lines)
	}
	if err != nil {
		if lines == 0 {
			return nil, err
		}
		b.pages[len(b.pages)-1].Cut = true
	}
	return b.pages, nil
}

// isWhite says whether a character of a file is white space in a line.
func isWhite(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', '\u00A0', '\u3000', '\u2028', '\u2029', '\u0085':
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// doubt is 100 minus a confidence in per cent.
func doubt(confidence float64) uint8 {
	if !(confidence >= 0) {
		return 0
	}
	return uint8(100 - min(100, confidence))
}
