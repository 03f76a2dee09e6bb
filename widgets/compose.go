package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// composition guesses from the keys themselves whether an input method is composing a word.
//
// GLFW (to 3.4) reports the press of a key that the method took (x11_window.c, processEvent: what
// XFilterEvent filtered is reported all the same), and what the method makes of it comes as runes, some
// of them tens of milliseconds later. A letter without Ctrl or Alt that brings no rune is thus part of
// a composition: without a method the rune follows its key before any other event. As long as such
// letters are open, the keys that a method uses to mend, to choose and to leave are its own, and
// nobody else may act on them.
//
// There is one keyboard, and its method composes for the program's window, whichever widget has the
// keyboard: hence one composition. It belongs to the window's goroutine. What it takes for open is
// never less than what is open as long as the method commits letters by a key; too much costs a key
// that does nothing.
type composition struct {
	letters  int  // typed, and answered by no rune yet
	since    int  // of those, typed behind the last key that may commit the ones before
	commits  bool // there was such a key
	answered bool // runes of what it commits have come, and no key since
	strayed  bool // the method's own caret was moved: a Backspace need not take a letter
}

var composing composition

// Infer says whether compositions are to be guessed at all. Where the program speaks to the method by
// itself no key of a composition arrives here.
func Infer(on bool) { composing, inferring = composition{}, on }

var inferring = true

// Composing says whether an input method seems to be composing. A widget that would let go of the
// keyboard for a key (Tab) must keep it then.
func Composing() bool { return composing.letters > 0 }

// ComposingKey takes note of a key as a widget gets it in TypedKey, and says whether it belongs to a
// composition: then it means nothing to the widget. Every widget that text can be typed into, or that
// acts on keys, asks it first, once for each key.
func ComposingKey(name fyne.KeyName) bool { return composing.key(name) }

// ComposingShortcut is ComposingKey for what comes with Ctrl, Alt or Super.
func ComposingShortcut(s fyne.Shortcut) bool { return composing.shortcut(s) }

// ComposedRune takes note of a rune as a widget gets it in TypedRune: what was composed has arrived.
func ComposedRune() { composing.rune() }

// EndComposition forgets what was being composed: a method lets go of it with the window's focus.
func EndComposition() { composing = composition{} }

func (c *composition) key(name fyne.KeyName) bool {
	if !inferring {
		return false
	}
	if c.answered {
		c.commits, c.answered = false, false
	}
	open := c.letters > 0
	switch name {
	case fyne.KeyBackspace:
		if open && !c.strayed {
			if c.letters--; c.letters == 0 {
				*c = composition{}
			}
			c.since = min(c.since, c.letters)
		}
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyDelete:
		c.strayed = open
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyTab:
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape: // the letters themselves are taken, or nothing
		*c = composition{}
	case fyne.KeyApostrophe, fyne.KeySemicolon: // part syllables, and stand for sounds
		if open {
			c.letters++
			c.since++
		}
		return false
	default:
		switch {
		case len(name) == 1 && name >= "A" && name <= "Z":
			c.letters++
			c.since++
		case len(name) == 1, name == fyne.KeySpace:
			c.commits, c.since = open, 0
		}
		return false
	}
	return open
}

// rune ends a composition. A quick typist's next letters may be there before the runes of the word
// before: those stay open.
func (c *composition) rune() {
	if !c.commits {
		*c = composition{}
		return
	}
	c.letters, c.answered, c.strayed = c.since, true, false
}

// shortcut takes what mends or moves inside a composition. With Space a method is switched off.
func (c *composition) shortcut(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || c.letters == 0 {
		return false
	}
	switch k.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyUp, fyne.KeyDown, fyne.KeyBackspace,
		fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter:
		c.strayed = true
		return true
	case fyne.KeySpace:
		*c = composition{}
	}
	return false
}
