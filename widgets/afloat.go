package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Afloat shows what an input method composes over a widget that can make no room for it in its text, such as
// Fyne's entry: underlined, on the ground of an entry, and with a caret. It belongs to the window's goroutine.
type Afloat struct {
	ground, line, beam *canvas.Rectangle
	text               *canvas.Text
	caret              float32
}

// NewAfloat makes one that shows nothing.
func NewAfloat() *Afloat {
	a := &Afloat{
		ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), beam: canvas.NewRectangle(nil),
		text: canvas.NewText("", nil),
	}
	for _, o := range a.Objects() {
		o.Hide()
	}
	return a
}

// Objects are what it draws with, to stand over all else in the widget.
func (a *Afloat) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{a.ground, a.text, a.line, a.beam}
}

// Caret is how far right of its place the caret stands.
func (a *Afloat) Caret() float32 { return a.caret }

// Show shows text of a size at a place of the widget that is wide units wide; caret is a place in the text, in
// runes. What finds no room on the right moves left; alone says that nothing else is to be seen to the right
// of it. "" shows nothing.
func (a *Afloat) Show(text string, caret int, size float32, at fyne.Position, height, wide float32, alone bool) {
	a.caret = 0
	if text == "" {
		for _, o := range a.Objects() {
			o.Hide()
		}
		return
	}
	runes := []rune(text)
	whole := fyne.MeasureText(text, size, fyne.TextStyle{})
	before := fyne.MeasureText(string(runes[:max(0, min(caret, len(runes)))]), size, fyne.TextStyle{})
	left := max(0, min(at.X, wide-whole.Width-4))
	a.caret = left + before.Width - at.X
	a.text.Text, a.text.TextSize = text, size
	a.ground.FillColor = theme.Color(theme.ColorNameInputBackground)
	a.line.FillColor = theme.Color(theme.ColorNamePrimary)
	a.beam.FillColor = a.line.FillColor
	a.text.Color = theme.Color(theme.ColorNameForeground)
	ground := whole.Width + 4
	if alone {
		ground = max(ground, wide-left-4)
	}
	put(a.ground, left, at.Y, ground, height)
	put(a.text, left, at.Y+(height-whole.Height)/2, whole.Width, whole.Height)
	put(a.line, left, at.Y+height-2, whole.Width, 1)
	put(a.beam, left+before.Width, at.Y+1, 1.5, height-3)
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	o.Show()
	o.Refresh()
}
