package widgets

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

	// Words says which word of a run of Han characters the one at i belongs to, [from, to) in runes. It
	// must hold i. Without it a whole run counts as one word.
	Words func(run []rune, i int) (from, to int)

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
	late          bool // the caret stands at the end of the line above the place where it would stand
	goal          int  // where Up and Down aim at, device pixels from the text's left; -1: where the caret is
	focused       bool
	preedit       []rune  // what an input method composes at the caret: no text yet
	preeditAt     int     // the caret in it
	textSize      float32 // 0: the theme's
	headroom      float32 // see SetHeadroom

	view
	mouse

	now  func() time.Time        // for double clicks
	held func() fyne.KeyModifier // modifiers that are down
}

// NewEditor makes an editor that shows nothing yet.
func NewEditor() *Editor {
	e := &Editor{goal: -1, now: time.Now, held: heldModifiers}
	e.view.init()
	e.ExtendBaseWidget(e)
	return e
}

// SetDocument shows d from its start, with the caret at the start and nothing selected. A nil d
// shows nothing.
func (e *Editor) SetDocument(d Document) {
	e.preedit = nil
	e.doc, e.caret, e.anchor, e.late, e.goal = d, Pos{}, Pos{}, false, -1
	e.y, e.lit = 0, nil
	e.relayout()
	e.sync()
}

// Document is what the editor shows, or nil.
func (e *Editor) Document() Document { return e.doc }

// Changed tells the editor that blocks of its document changed for another reason than its own
// Replace. Caret, selection and scroll stay on the text they were on as far as block numbers tell.
func (e *Editor) Changed(c Changed) {
	if e.doc == nil {
		return
	}
	defer e.putBack(e.takeOff())
	e.apply(c)
	moved := func(p Pos) Pos {
		if p.Block >= c.From+c.Was {
			p.Block += c.Now - c.Was
		}
		return e.inside(p)
	}
	e.caret, e.anchor = moved(e.caret), moved(e.anchor)
	e.sync()
}

// Repaint shows spans, marks and labels that became others while the text stayed. It costs what the
// visible lines cost; spans in bold, which move the text, need Refresh.
func (e *Editor) Repaint() { e.sync() }

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
	e.goal = -1
	e.moveTo(from, to, false)
}

// moveTo sets anchor and caret, shows them and tells of it.
func (e *Editor) moveTo(anchor, caret Pos, late bool) {
	text, at := e.takeOff()
	e.anchor, e.caret, e.late = e.inside(anchor), e.inside(caret), late
	e.putBack(text, at)
	e.reveal(e.caret, 0)
	e.sync()
	if e.OnCaret != nil {
		e.OnCaret(e.caret)
	}
}

// inside is the place nearest to p that exists.
func (e *Editor) inside(p Pos) Pos {
	n := e.length()
	switch {
	case n == 0:
		return Pos{}
	case p.Block < 0:
		return Pos{}
	case p.Block >= n:
		return Pos{n - 1, len(e.doc.Block(n - 1).Text)}
	}
	return Pos{p.Block, max(0, min(p.Off, len(e.doc.Block(p.Block).Text)))}
}

func (e *Editor) length() int {
	if e.doc == nil {
		return 0
	}
	return e.doc.Len()
}

// SelectedText is the selected text, with a '\n' between blocks.
func (e *Editor) SelectedText() string {
	sel := e.Selection()
	if sel.Empty() || e.length() == 0 {
		return ""
	}
	var b strings.Builder
	for i := sel.From.Block; i <= sel.To.Block; i++ {
		text := e.doc.Block(i).Text
		from, to := 0, len(text)
		if i == sel.From.Block {
			from = sel.From.Off
		} else {
			b.WriteByte('\n')
		}
		if i == sel.To.Block {
			to = sel.To.Off
		}
		b.WriteString(string(text[from:to]))
	}
	return b.String()
}

// Insert replaces the selection by text, as typing it would.
func (e *Editor) Insert(text string) {
	sel := e.Selection()
	e.replace(sel.From, sel.To, text)
}

// replace asks the document for an edit and shows what came of it.
func (e *Editor) replace(from, to Pos, text string) {
	if e.ReadOnly || e.length() == 0 || from == to && text == "" {
		return
	}
	defer e.putBack(e.takeOff())
	caret, c, ok := e.doc.Replace(from, to, text)
	if !ok {
		return
	}
	if !e.retyped(c, from, to, utf8.RuneCountInString(text)) {
		e.apply(c)
	}
	e.goal = -1
	e.moveTo(caret, caret, false)
}

// ScrollTo scrolls as little as is needed to have p in view, with a line of room around it.
func (e *Editor) ScrollTo(p Pos) {
	if e.reveal(e.inside(p), 1) {
		e.sync()
	}
}

// Scroll is where a text is scrolled to: the block at the top of the pane, and how far its top is
// above it, in em of the base size. It keeps its meaning when the window or the letters change.
type Scroll struct {
	Block int
	Em    float32
}

// Scroll tells what is at the top of the pane now.
func (e *Editor) Scroll() Scroll {
	i, top := e.lines.find(e.y)
	if i < 0 {
		return Scroll{}
	}
	return Scroll{i, float32(e.y-top) / float32(e.em())}
}

// SetScroll scrolls to s, or to the end of the text if that comes first.
func (e *Editor) SetScroll(s Scroll) {
	if e.lines.n == 0 {
		return
	}
	e.scrollTo(e.lines.top(max(0, min(s.Block, e.lines.n-1))) + round(s.Em*float32(e.em())))
}

// Shown is the range of blocks [from, to) of which something is in view.
func (e *Editor) Shown() (from, to int) {
	if e.lines.n == 0 {
		return 0, 0
	}
	from, _ = e.lines.find(e.y)
	to, _ = e.lines.find(max(e.y, e.y+e.h-1))
	return from, to + 1
}

// Highlight lights ranges of the text (the characters that the other side's caret or selection
// stands on) until it is called again. The ranges must be in order; it keeps the slice.
func (e *Editor) Highlight(ranges []Range) {
	if len(ranges) == 0 && len(e.lit) == 0 {
		return
	}
	e.lit = ranges
	e.placeLights()
}

// SetTextSize sets the base size of letters, in Fyne's units; 0 is the theme's size for text.
func (e *Editor) SetTextSize(size float32) {
	if size == e.textSize {
		return
	}
	e.textSize = size
	e.Refresh()
}

// TextSize is the base size of letters, in Fyne's units.
func (e *Editor) TextSize() float32 {
	if e.textSize > 0 {
		return e.textSize
	}
	return defaultTextSize
}

const defaultTextSize = 16

// CreateRenderer is for Fyne.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	e.colors = paletteOf(e)
	return &renderer{e}
}

// renderer only passes on: what is on screen lives in the view, since Fyne throws renderers away
// that were not seen for a minute.
type renderer struct{ e *Editor }

func (r *renderer) Destroy()                     {}
func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(60, 40) }
func (r *renderer) Objects() []fyne.CanvasObject { return r.e.objects }

// Layout is called by Fyne in every frame in which something was shown or hidden: it does nothing
// where the size is the one it knows.
func (r *renderer) Layout(size fyne.Size) { r.e.resize(size) }

// Refresh is called for another theme, scale or field: everything is laid out anew.
func (r *renderer) Refresh() {
	r.e.colors = paletteOf(r.e)
	r.e.relayout()
	r.e.forget()
	r.e.sync()
	canvas.Refresh(r.e.paper)
}
