package widgets

import "fyne.io/fyne/v2"

// Composer is a widget that an input method composes text for. What is being composed is shown by the widget
// and is no part of its text.
type Composer interface {
	fyne.Focusable
	// Preedit shows text underlined at the caret; "" shows nothing. caret is a place in it, in runes.
	Preedit(text string, caret int)
	// Commit puts text at the caret, as one edit.
	Commit(text string)
	// Erase takes n characters, from on counted from the caret.
	Erase(from, n int)
	// CaretBox is where the caret stands in the window.
	CaretBox() (fyne.Position, fyne.Size)
}

// FocusMoved is called when a Composer got or lost the keyboard; nil: nobody wants to know. It must be set
// before any is shown.
var FocusMoved func()

var _ Composer = (*Editor)(nil)

// Preedit shows what an input method composes. The text around it makes room; the document knows nothing of it.
// It costs what measuring the caret's block costs.
func (e *Editor) Preedit(text string, caret int) {
	if e.length() == 0 || text == "" && len(e.preedit) == 0 {
		return
	}
	e.preedit = []rune(text)
	e.preeditAt = max(0, min(caret, len(e.preedit)))
	e.remeasure()
	e.reveal(e.caret, 0)
	e.sync()
}

// Commit inserts what an input method made of a composition.
func (e *Editor) Commit(text string) { e.Insert(text) }

// Erase deletes characters around the caret, of its block.
func (e *Editor) Erase(from, n int) {
	if e.length() == 0 {
		return
	}
	at := Pos{e.caret.Block, max(e.caret.Off+from, 0)}
	e.replace(e.inside(at), e.inside(Pos{at.Block, at.Off + max(n, 0)}), "")
}

// CaretBox is where the caret stands in the window.
func (e *Editor) CaretBox() (fyne.Position, fyne.Size) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	if e.lines.n == 0 {
		return at, fyne.NewSize(1, e.TextSize())
	}
	_, top, height := e.lineAt(e.caret, e.late)
	return at.AddXY(e.units(e.xOf(e.caret, e.late)), e.units(top-e.y)), fyne.NewSize(1, e.units(height))
}

// takeOff takes what is being composed out of the caret's block, and putBack shows it at the caret again,
// which may be another one then.
func (e *Editor) takeOff() (text []rune, at int) {
	text, at = e.preedit, e.preeditAt
	if len(text) > 0 {
		e.preedit = nil
		e.remeasure()
	}
	return text, at
}

func (e *Editor) putBack(text []rune, at int) {
	if len(text) > 0 {
		e.preedit, e.preeditAt = text, at
		e.remeasure()
		e.sync()
	}
}

// remeasure lays the caret's block out anew.
func (e *Editor) remeasure() {
	if i := e.caret.Block; i < e.lines.n && i < e.length() {
		e.lines.splice(i, 1, []para{e.measure(i)})
	}
}

// block is a block as it is shown: with what is being composed in it, underlined.
func (e *Editor) block(i int) Block {
	b := e.doc.Block(i)
	n := len(e.preedit)
	if n == 0 || i != e.caret.Block {
		return b
	}
	at := min(e.caret.Off, len(b.Text))
	text := make([]rune, 0, len(b.Text)+n)
	text = append(append(append(text, b.Text[:at]...), e.preedit...), b.Text[at:]...)
	spans := make([]Span, 0, len(b.Spans)+1)
	for _, s := range b.Spans {
		if s.From >= at {
			s.From += n
		}
		if s.To > at {
			s.To += n
		}
		spans = append(spans, s)
	}
	b.Text, b.Spans = text, append(spans, Span{From: at, To: at + n, Look: Look{Ink: Ink, Under: Straight, Shade: Accent}})
	return b
}

// shown is where a place of the text is on the screen, behind or in what is being composed.
func (e *Editor) shown(p Pos, late bool) (Pos, bool) {
	if len(e.preedit) == 0 || p.Block != e.caret.Block || p.Off < e.caret.Off {
		return p, late
	}
	if p.Off == e.caret.Off {
		return Pos{p.Block, p.Off + e.preeditAt}, false
	}
	return Pos{p.Block, p.Off + len(e.preedit)}, late
}

// shownFrom is shown for the ends of a range of text: what is being composed stands outside of it.
func (e *Editor) shownFrom(p Pos) Pos {
	if p.Block == e.caret.Block && p.Off > e.caret.Off {
		p.Off += len(e.preedit)
	}
	return p
}
