// Package source turns raw input into raw pages: the bytes of a file with their hash, the encoding
// they were read in, the decoded text, its lines, and boxes on the page image where they are known.
//
// A Raw is never changed after Read. It knows nothing of articles. Start reading at Readers, the table
// of formats, then Read and Raw; ReadFile gets the bytes of a file that a person chose.
package source

import "qingyang/app/source/sheet"

// Raw is a page as it was read.
type Raw struct {
	Bytes    []byte   // the file as it was, all its pages; never changed
	SHA256   [32]byte // of Bytes
	Media    string   // the format it was read as: the Media of a row of Readers
	Part     int      // which page of the file it is, from 1; 0 where the file is one page
	Encoding Encoding // in which Bytes were decoded
	Detected bool     // Encoding was found by looking at Bytes, not chosen by a person
	Text     []rune   // every rune of the decoded file, a byte order mark and line breaks among them
	Lines    []Line   // Text cut at its line breaks, empty lines among them
	Left     error    // on the first page of a file: what of the file was not read, in words; nil where all was
	Damage   []Damage // places that could not be read, in ascending order

	// What the file knows of the printed page; nothing of it where it is plain text.
	Set           bool    // the places are those that the page was set with, not those that a machine saw in a picture
	Width, Height float64 // of the page in points; 0 where nothing is known
	DPI           float64 // pixels an inch of the picture that the file counts in; 0 where it counts in none
	Image         string  // the picture of the page, as the file names it; "" where it names none
	Picture       Picture // a file that shows the page, where it is at hand
	Glyphs        []Glyph // by rune of Text; nil where no place is known
}

// Picture is a file that shows a printed page: a scan, or the PDF that the page was read from. A place on the page in
// points is one in the picture's pixels times DPI/72 of its Raw, from the same corner; a PDF page may be drawn at any
// resolution (pdf.Picture).
type Picture struct {
	Bytes []byte // nil where it is Raw.Bytes, or where there is none
	Media string // "" where there is none
	Page  int    // of the file, from 1
}

// Glyph is where a character stands on the page. Line breaks and spaces have none.
type Glyph struct {
	X, Y, W, H float32 // in points, from the upper left corner of the page
	Other      rune    // what that machine would have read instead; 0 where it did not say
	Doubt      uint8   // how unsure the reading machine was, in per cent; 0 where it was sure or did not say
}

// Box is the place of a glyph; zero where it has none.
func (g Glyph) Box() Box {
	return Box{X: float64(g.X), Y: float64(g.Y), W: float64(g.W), H: float64(g.H)}
}

// Line is one line of a raw page: Text[From:To], followed by its break Text[To:Next].
type Line struct {
	From, To int // rune offsets into Raw.Text, half-open; a CR before LF is not in it
	Next     int // where the next line begins; Next == To only for a last line without a break
	Break    rune
	Box      Box     // on the page image; zero where nothing is known
	Size     float64 // of the letters in points; 0 where nothing is known
	Bold     bool    // most of its letters are bold, as far as the file says
	Zone     int     // the number of its zone on the page, from 1; 0 where the file has none
	Says     Kind    // what the file says that its zone is
	Opens    bool    // the file begins a paragraph with it
}

// Box is a rectangle on the page in points, from the top left corner.
type Box = sheet.Box

// Kind is what a file says that a zone is; package sheet has the kinds.
type Kind = sheet.Kind

// The kinds of zones that say what is a title, and what is none.
const (
	Text   = sheet.Text
	Title  = sheet.Title
	Margin = sheet.Margin
	Cell   = sheet.Cell
)

// Damage is a place in Raw.Text where the file held something that is no character.
type Damage struct {
	At   int        // rune offset into Raw.Text
	Kind DamageKind //
}

// DamageKind says what stands at a damaged place.
type DamageKind uint8

// The kinds of damage.
const (
	BadBytes DamageKind = iota // bytes that are invalid in the encoding: U+FFFD stands there
	Private                    // a character of the old layout program's own (造字): a private-use code point
	CutOff                     // the last character of a file that broke off behind it
)
