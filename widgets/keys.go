package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func heldModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// FocusGained is for Fyne.
func (e *Editor) FocusGained() { e.focus(true) }

// FocusLost is for Fyne.
func (e *Editor) FocusLost() { e.focus(false) }

// AcceptsTab is for Fyne: Tab goes to the next widget, but not out of a composition.
func (e *Editor) AcceptsTab() bool { return Composing() }

func (e *Editor) focus(has bool) {
	e.focused = has
	e.sync()
	if e.OnFocus != nil {
		e.OnFocus(has)
	}
}

// TypedRune is for Fyne: a character was typed, or came from an input method.
func (e *Editor) TypedRune(r rune) {
	ComposedRune()
	if e.InterceptRune != nil && e.InterceptRune(r) {
		return
	}
	e.Insert(string(r))
}

// TypedKey is for Fyne: a key went down, or was repeated. The keys of a composition are the input
// method's.
func (e *Editor) TypedKey(key *fyne.KeyEvent) {
	held := e.held()
	if ComposingKey(key.Name) || e.Intercept != nil && e.Intercept(key, held) || e.length() == 0 {
		return
	}
	sel := e.Selection()
	shift := held&fyne.KeyModifierShift != 0
	switch key.Name {
	case fyne.KeyLeft:
		if !sel.Empty() && !shift {
			e.step(sel.From, false, false)
			return
		}
		e.step(e.left(e.caret, false), shift, false)
	case fyne.KeyRight:
		if !sel.Empty() && !shift {
			e.step(sel.To, false, false)
			return
		}
		e.step(e.right(e.caret, false), shift, false)
	case fyne.KeyUp:
		e.climb(-1, shift)
	case fyne.KeyDown:
		e.climb(1, shift)
	case fyne.KeyPageUp:
		e.turn(-1, shift)
	case fyne.KeyPageDown:
		e.turn(+1, shift)
	case fyne.KeyHome:
		q := e.lines.at(e.caret.Block)
		e.step(Pos{e.caret.Block, q.start(q.lineOf(e.caret.Off, e.late))}, shift, false)
	case fyne.KeyEnd:
		q := e.lines.at(e.caret.Block)
		line := q.lineOf(e.caret.Off, e.late)
		e.step(Pos{e.caret.Block, q.end(line, len(e.doc.Block(e.caret.Block).Text))}, shift, line < q.lines()-1)
	case fyne.KeyBackspace:
		if sel.Empty() {
			sel.From = e.left(e.caret, false)
		}
		e.replace(sel.From, sel.To, "")
	case fyne.KeyDelete:
		if sel.Empty() {
			sel.To = e.right(e.caret, false)
		}
		e.replace(sel.From, sel.To, "")
	case fyne.KeyReturn, fyne.KeyEnter:
		e.replace(sel.From, sel.To, "\n")
	}
}

// step moves the caret; with keep the selection grows or shrinks to it.
func (e *Editor) step(to Pos, keep, late bool) {
	e.goal = -1
	anchor := to
	if keep {
		anchor = e.anchor
	}
	e.moveTo(anchor, to, late)
}

// climb moves the caret by lines, and remembers where on the line it wanted to be.
func (e *Editor) climb(lines int, keep bool) {
	if e.goal < 0 {
		e.goal = e.xOf(e.caret, e.late)
	}
	goal := e.goal
	to, late := e.vertical(lines)
	e.step(to, keep, late)
	e.goal = goal
}

// turn scrolls by a page, so that no line is passed over unseen, and takes the caret along.
func (e *Editor) turn(pages int, keep bool) {
	n := pages * e.pageLines()
	e.scrollTo(e.y + n*round(leading*float32(e.em())))
	e.climb(n, keep)
}

// pageLines is how many lines of text a page key goes.
func (e *Editor) pageLines() int { return max(1, e.h/max(round(leading*float32(e.em())), 1)-2) }

// TypedShortcut is for Fyne: a key with Ctrl, Alt or Super, or one of the keys for the clipboard.
// What the editor does not know goes on to the window.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if ComposingShortcut(s) || e.InterceptShortcut != nil && e.InterceptShortcut(s) || e.shortcut(s) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// shortcut does what the editor itself knows, and says whether it did.
func (e *Editor) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if e.copyTo(s.Clipboard) {
			e.Insert("")
		}
	case *fyne.ShortcutPaste:
		if s.Clipboard != nil {
			e.Insert(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(s.Clipboard.Content()))
		}
	case *fyne.ShortcutSelectAll:
		if n := e.length(); n > 0 {
			e.goal = -1
			e.anchor, e.caret = Pos{}, e.inside(Pos{Block: n})
			e.sync()
			if e.OnCaret != nil {
				e.OnCaret(e.caret)
			}
		}
	case *desktop.CustomShortcut:
		return e.custom(s)
	default:
		return false
	}
	return true
}

func (e *Editor) copyTo(c fyne.Clipboard) bool {
	text := e.SelectedText()
	if text == "" || c == nil {
		return false
	}
	c.SetContent(text)
	return true
}

// custom are the keys with Ctrl (on a Mac with Alt, for words) that move by words and to the ends.
func (e *Editor) custom(s *desktop.CustomShortcut) bool {
	keep := s.Modifier&fyne.KeyModifierShift != 0
	switch s.Modifier &^ fyne.KeyModifierShift {
	case fyne.KeyModifierControl, fyne.KeyModifierSuper:
	case fyne.KeyModifierAlt:
		if s.KeyName != fyne.KeyLeft && s.KeyName != fyne.KeyRight || fyne.KeyModifierShortcutDefault == fyne.KeyModifierControl {
			return false
		}
	default:
		return false
	}
	if e.length() == 0 {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft:
		e.step(e.left(e.caret, true), keep, false)
	case fyne.KeyRight:
		e.step(e.right(e.caret, true), keep, false)
	case fyne.KeyHome:
		e.step(Pos{}, keep, false)
	case fyne.KeyEnd:
		e.step(e.inside(Pos{Block: e.length()}), keep, false)
	case fyne.KeyUp:
		e.scrollTo(e.y - round(leading*float32(e.em())))
	case fyne.KeyDown:
		e.scrollTo(e.y + round(leading*float32(e.em())))
	case fyne.KeyBackspace:
		e.eraseWord(e.left)
	case fyne.KeyDelete:
		e.eraseWord(e.right)
	default:
		return false
	}
	return true
}

func (e *Editor) eraseWord(to func(Pos, bool) Pos) {
	sel := e.Selection()
	if sel.Empty() {
		q := to(e.caret, true)
		sel = Range{e.caret, q}
		if q.Before(e.caret) {
			sel = Range{q, e.caret}
		}
	}
	e.replace(sel.From, sel.To, "")
}
