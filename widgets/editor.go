package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Editor shows a Document and lets a person edit it, whatever its length: a key costs what its own
// block and the visible lines cost.
//
// It owns no text. Set the fields before it is shown, and call Refresh after changing them later.
// All methods must be called on the window's goroutine.
type Editor struct {
	widget.BaseWidget

	ReadOnly bool // nothing is asked of the document; caret, selection and copying work
	Numbers  bool // show the column of block numbers
	Labels   bool // show the column of block labels

	// OnCaret is called after the caret or the selection moved, for whatever reason.
	OnCaret func(caret Pos)
	// OnScroll is called after the text was scrolled.
	OnScroll func()
	// OnFocus is called when the editor got or lost the keyboard.
	OnFocus func(has bool)
	// OnContext is called for a secondary click or the menu key: the place in the text, and in the
	// window for a menu. A click outside the selection has moved the caret there before.
	OnContext func(at Pos, where fyne.Position)
	// OnMargin is called for a click in the margin, with the place at the start of that line.
	OnMargin func(at Pos)
	// Intercept sees every key before the editor and returns true to keep it. A letter or digit
	// comes as a key first and as a rune after it; take such ones in InterceptRune.
	Intercept func(key *fyne.KeyEvent, held fyne.KeyModifier) bool
	// InterceptRune sees every typed rune before the editor and returns true to keep it.
	InterceptRune func(r rune) bool
	// InterceptShortcut sees every shortcut before the editor and returns true to keep it. What
	// neither it nor the editor knows (undo and redo among them) goes to the window's canvas.
	InterceptShortcut func(s fyne.Shortcut) bool

	doc           Document
	caret, anchor Pos
}

// NewEditor makes an editor that shows nothing yet.
func NewEditor() *Editor {
	e := &Editor{}
	e.ExtendBaseWidget(e)
	return e
}

// SetDocument shows d from its start, with the caret at the start and nothing selected. A nil d
// shows nothing.
func (e *Editor) SetDocument(d Document) {
	e.doc, e.caret, e.anchor = d, Pos{}, Pos{}
	e.Refresh()
}

// Document is what the editor shows, or nil.
func (e *Editor) Document() Document { return e.doc }

// Changed tells the editor that blocks of its document changed for another reason than its own
// Replace. Caret, selection and scroll stay on the text they were on as far as block numbers tell.
func (e *Editor) Changed(c Changed) { e.Refresh() }

// Caret is where the next character would go.
func (e *Editor) Caret() Pos { return e.caret }

// Selection is the selected text; it is empty, and at the caret, if nothing is selected.
func (e *Editor) Selection() Range {
	if e.anchor.Before(e.caret) {
		return Range{e.anchor, e.caret}
	}
	return Range{e.caret, e.anchor}
}

// SetCaret moves the caret to p, or to the place nearest to it that exists, selects nothing, and
// scrolls the caret into view.
func (e *Editor) SetCaret(p Pos) { e.Select(p, p) }

// Select selects the text between from and to, leaves the caret at to and scrolls it into view.
func (e *Editor) Select(from, to Pos) {
	e.anchor, e.caret = from, to
	if e.OnCaret != nil {
		e.OnCaret(to)
	}
}

// SelectedText is the selected text, with a '\n' between blocks.
func (e *Editor) SelectedText() string { return "" }

// Insert replaces the selection by text, as typing it would.
func (e *Editor) Insert(text string) {}

// ScrollTo scrolls as little as is needed to have p in view, with a line of room around it.
func (e *Editor) ScrollTo(p Pos) {}

// Scroll is where a text is scrolled to: the block at the top of the pane, and how far its top is
// above it, in em of the base size. It keeps its meaning when the window or the letters change.
type Scroll struct {
	Block int
	Em    float32
}

// Scroll tells what is at the top of the pane now.
func (e *Editor) Scroll() Scroll { return Scroll{} }

// SetScroll scrolls to s, or to the end of the text if that comes first.
func (e *Editor) SetScroll(s Scroll) {}

// Shown is the range of blocks [from, to) of which something is in view.
func (e *Editor) Shown() (from, to int) { return 0, 0 }

// Highlight lights ranges of the text (the characters that the other side's caret or selection
// stands on) until it is called again. The ranges must be in order; it keeps the slice.
func (e *Editor) Highlight(ranges []Range) {}

// SetTextSize sets the base size of letters, in Fyne's units; 0 is the theme's size for text.
func (e *Editor) SetTextSize(size float32) {}

// TextSize is the base size of letters, in Fyne's units.
func (e *Editor) TextSize() float32 { return 16 }

// CreateRenderer is for Fyne.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	text := ""
	for i := 0; e.doc != nil && i < e.doc.Len(); i++ {
		text += string(e.doc.Block(i).Text) + "\n"
	}
	return widget.NewSimpleRenderer(widget.NewLabel(text))
}
