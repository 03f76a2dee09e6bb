package window

import (
	"fyne.io/fyne/v2"

	"qingyang/widgets"
)

// Cut, Copy, Paste and SelectAll do in the text or field that has the keyboard what their keys do; where a list
// has it the clean text is meant.
func (w *Window) Cut()   { w.hand().TypedShortcut(&fyne.ShortcutCut{Clipboard: w.app.Clipboard()}) }
func (w *Window) Copy()  { w.hand().TypedShortcut(&fyne.ShortcutCopy{Clipboard: w.app.Clipboard()}) }
func (w *Window) Paste() { w.hand().TypedShortcut(&fyne.ShortcutPaste{Clipboard: w.app.Clipboard()}) }

// SelectAll selects all of it.
func (w *Window) SelectAll() { w.hand().TypedShortcut(&fyne.ShortcutSelectAll{}) }

func (w *Window) hand() fyne.Shortcutable {
	switch f := w.win.Canvas().Focused().(type) {
	case *field:
		return f
	case *widgets.Editor:
		return f
	}
	return w.clean
}
