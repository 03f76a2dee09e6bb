package cue

import "slices"

// Codes of cues: what an editor is told. Words for people are made elsewhere. In a library accounts of
// drafts hold them, so a code never changes its meaning.
const (
	Blank   = "blank"   // empty lines, there or missing
	Place   = "place"   // where on the page, which above which, how far away
	Full    = "full"    // how far a line fills its column
	Measure = "measure" // the width of lines and columns
	Indent  = "indent"  // white space at the head of a line
	Length  = "length"  // how many characters, how much text
	Stop    = "stop"    // how the text above ends, and how the next begins
	Marks   = "marks"   // marks, digits and pauses in a line
	Form    = "form"    // a set form, or what was read: a credit, a folio, an item, a row
	Lead    = "lead"    // a lead or another opening of stories
	Letters = "letters" // characters that stand at such places
	Near    = "near"    // what the lines around look like
	Words   = "words"   // words that both have
	Seam    = "seam"    // whether a word runs across the junction
	Titles  = "titles"  // titles in between, a place among them, or that a story has already
	Credit  = "credit"  // credits that a story has, and where
	Stack   = "stack"   // which titles are one stack
	Size    = "size"    // the size of letters
	Run     = "run"     // which roles follow which
	Rest    = "rest"    // all that weighs little by itself
)

// codes are all of them, in the order of the constants.
var codes = []string{Blank, Place, Full, Measure, Indent, Length, Stop, Marks, Form, Lead, Letters, Near, Words, Seam, Titles, Credit, Stack, Size, Run, Rest}

// Codes are all of them, in the order of the constants.
func Codes() []string { return slices.Clone(codes) }
