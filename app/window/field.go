package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"qingyang/widgets"
)

// field is an entry that gives some keys to what it stands in: Enter and Escape of a dialog, the
// arrows of a list. The keys of a composition it leaves to the input method, and shows what is being
// composed at its caret.
type field struct {
	widget.Entry
	keys     map[fyne.KeyName]func()
	wantsTab func() bool // Tab is wanted now, and does not lead on; nil: never
	shown    composed
}

func newField(hint string) *field {
	f := &field{keys: map[fyne.KeyName]func(){}, shown: composed{afloat: widgets.NewAfloat()}}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(hint)
	return f
}

// on gives keys to do.
func (f *field) on(do func(), keys ...fyne.KeyName) {
	for _, k := range keys {
		f.keys[k] = do
	}
}

// AcceptsTab keeps the keyboard while a word is being composed, and where Tab is wanted.
func (f *field) AcceptsTab() bool {
	return widgets.Composing() || f.wantsTab != nil && f.wantsTab()
}

// TypedRune gives a character to the entry.
func (f *field) TypedRune(r rune) {
	widgets.ComposedRune()
	f.Entry.TypedRune(r)
}

// TypedShortcut gives a shortcut to the entry.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if !widgets.ComposingShortcut(s) {
		f.Entry.TypedShortcut(s)
	}
}

// TypedKey gives a key to who asked for it, else to the entry.
func (f *field) TypedKey(k *fyne.KeyEvent) {
	if widgets.ComposingKey(k.Name) {
		return
	}
	if do, ok := f.keys[k.Name]; ok {
		do()
		return
	}
	f.Entry.TypedKey(k)
}
