package widgets

// Pos is a place in a document: a block, and an offset in its text, in runes.
type Pos struct{ Block, Off int }

// Before says whether p stands before q.
func (p Pos) Before(q Pos) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Off < q.Off
}

// Range is the text [From, To) of a document; it may reach over several blocks. From is not after To.
type Range struct{ From, To Pos }

// Empty says whether nothing lies between the ends of r.
func (r Range) Empty() bool { return r.From == r.To }

// A Document is what an Editor shows. It owns the text; the editor keeps only layout, caret,
// selection and scroll, and asks for every edit.
//
// All methods are called on the window's goroutine.
type Document interface {
	// Len is the number of blocks. An empty text has one empty block; a document without blocks
	// is shown as nothing and cannot be typed into.
	Len() int

	// Block is the block i, 0 ≤ i < Len(). It is called for every visible block at each repaint
	// and for every block when the document is set or its width changes, so it should not copy
	// text. The editor does not change what it gets and does not keep it.
	Block(i int) Block

	// Replace asks to put text in place of [from, to). A '\n' in text begins a new block, and a
	// range over several blocks joins them. With ok the caret belongs at caret, and changed says
	// which blocks are others now; the editor that asked must not be told of them by Changed
	// again, all other editors of the document must. A document that refuses (ok false) must not
	// have changed anything.
	Replace(from, to Pos, text string) (caret Pos, changed Changed, ok bool)
}

// A Mover is a Document whose text can be dragged: with Move the text [from, to), inside one block, comes
// to stand at at, outside of it. What it returns is as for Replace; the caret belongs behind the text.
type Mover interface {
	Document
	Move(from, to, at Pos) (caret Pos, changed Changed, ok bool)
}

// Changed says that the blocks [From, From+Was) of a document became the blocks [From, From+Now).
// One block whose text or look changed is Changed{i, 1, 1}.
type Changed struct{ From, Was, Now int }

// Block is one paragraph, title or line as an editor shows it.
type Block struct {
	Text   []rune // without line breaks
	Style  Style
	Spans  []Span  // by From; where two disagree the later one in the slice wins
	Marks  Mark    // in the margin, on all lines of the block
	Number int     // in the margin of the first line; 0 shows none
	Label  string  // a short word in the label column of the first line
	Shade  Role    // colour of the label
	Above  float32 // room above the block, in em of the base size, besides the style's own
	Rule   bool    // a thin line across the pane in the room above
}

// Span gives the runes [From, To) of a block a look. A span with From == To can carry a tick or a
// mark in the margin only.
type Span struct {
	From, To int
	Look
}

// Look is what a span adds to the style of its block. The zero Look adds nothing.
type Look struct {
	Ink   Role // colour of the characters; None keeps the block's
	Back  Role // colour behind them; None for none
	Under Under
	Shade Role // colour of the line under or through them, and of the tick; None is Ink's
	Cut   bool // struck through
	Bold  bool
	Tick  bool // a small wedge under the line at From: something was joined or taken out here
	Marks Mark // in the margin of the lines that the span touches
}

// Under is a line under characters.
type Under uint8

// The lines that can be drawn under characters.
const (
	NoLine Under = iota
	Straight
	Wavy
	Dotted
)

// Mark is a set of marks in the margin of a line.
type Mark uint8

// The marks of the margin, from the text outward.
const (
	Bar      Mark = 1 << iota // a bar: something was changed in this line
	Junction                  // », two pieces of text were put together here
	Doubt                     // ?, decided, but uncertain
	Warn                      // !, something here is wrong
	Read                      // a thin green line at the outer edge: this was read
)
