package window

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"qingyang/widgets"
)

// composed is what an input method composes in a field, and where it is shown.
type composed struct {
	text   string
	afloat *widgets.Afloat
	scroll reflect.Value // the place of Fyne's entry that its text is scrolled to
}

// FocusGained is for Fyne.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.focusMoved()
}

// FocusLost is for Fyne.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	f.focusMoved()
}

func (f *field) focusMoved() {
	if widgets.FocusMoved != nil {
		widgets.FocusMoved()
	}
}

var _ widgets.Composer = (*field)(nil)

// Preedit shows what an input method composes over the entry's text, at its caret.
func (f *field) Preedit(text string, caret int) {
	if text == "" && f.shown.text == "" {
		return
	}
	f.shown.text = text
	at := f.caretAt()
	f.shown.afloat.Show(text, caret, theme.TextSize(), at, f.lineHeight(), f.Size().Width, f.Text == "")
}

// Commit puts text at the caret at once: who hears of changes hears of one.
func (f *field) Commit(text string) {
	f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: given(text)})
}

// Erase takes characters that touch the caret.
func (f *field) Erase(from, n int) { eraseAround(&f.Entry, from, n) }

func eraseAround(e fyne.Focusable, from, n int) {
	before, behind := min(max(-from, 0), n), max(from+n, 0)
	if from > 0 || from+n < 0 {
		return
	}
	for range before {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	for range behind {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
}

// CaretBox is where the caret stands in the window.
func (f *field) CaretBox() (fyne.Position, fyne.Size) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Add(f.caretAt())
	return at.AddXY(f.shown.afloat.Caret(), 0), fyne.NewSize(1, f.lineHeight())
}

// caretAt is where the caret stands in the entry.
func (f *field) caretAt() fyne.Position {
	at := f.CursorPosition().AddXY(0, theme.InputBorderSize())
	if f.shown.scroll.IsValid() {
		if offset, ok := f.shown.scroll.Interface().(fyne.Position); ok {
			at = at.Subtract(offset)
		}
	}
	return at
}

func (f *field) lineHeight() float32 {
	return fyne.MeasureText("清", theme.TextSize(), fyne.TextStyle{}).Height
}

// CreateRenderer is for Fyne: the entry's own, with what floats over it.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	r := f.Entry.CreateRenderer()
	for _, o := range r.Objects() { // the entry says where its caret is in its text, but not how far that is scrolled
		if v := reflect.Indirect(reflect.ValueOf(o)); v.Kind() == reflect.Struct {
			if offset := v.FieldByName("Offset"); offset.IsValid() && offset.CanInterface() {
				f.shown.scroll = offset
			}
		}
	}
	return fieldRenderer{r, f}
}

type fieldRenderer struct {
	fyne.WidgetRenderer
	f *field
}

// Objects are the entry's, and what floats over them.
func (r fieldRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.f.shown.afloat.Objects()...)
}

// given is a clipboard with a text that was never copied.
type given string

// Content is the text.
func (g given) Content() string { return string(g) }

// SetContent does nothing.
func (g given) SetContent(string) {}
