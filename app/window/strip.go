package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"qingyang/widgets"
)

// strip is the line of the picture that the caret stands in, shown right above the line that is edited.
type strip struct {
	w       *Window
	content *fyne.Container // over the clean text
	box     *fyne.Container
	picture *widgets.Picture
}

// stripHeight is how high it is, in Fyne units: a line of print with a little of its neighbours. Of a line that is set from
// the top down it shows several characters.
const (
	stripHeight = 44
	severalDown = 4
)

func newStrip(w *Window) *strip {
	s := &strip{w: w, picture: widgets.NewPicture()}
	s.picture.Work = w.drawing
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = caretBorder, 1
	s.box = container.NewStack(s.picture, frame)
	s.box.Hide()
	s.content = container.NewWithoutLayout(s.box)
	return s
}

// ToggleStrip shows the picture's line above the line that is edited, or no longer.
func (w *Window) ToggleStrip() {
	on := !w.app.Preferences().Bool(prefStrip)
	w.app.Preferences().SetBool(prefStrip, on)
	w.trace.say("strip", "on", on)
	if !on {
		w.printed.strip.leave()
		return
	}
	w.printed.need(w.printed.follow)
}

// hide hides it for now; its room stays, or the text would move when another pane is clicked.
func (s *strip) hide() { s.box.Hide() }

// leave hides it and gives its room back to the text.
func (s *strip) leave() {
	s.hide()
	s.w.clean.SetHeadroom(0)
}

// follow shows what stands at a place of the picture, which is in a printed line, above the caret's line; below it where
// that was scrolled to the top.
func (s *strip) follow(at, line widgets.Rect) {
	e := s.w.clean
	if !s.w.app.Preferences().Bool(prefStrip) || s.picture.Scan() == nil || s.w.win.Canvas().Focused() != e {
		s.hide()
		return
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.content)
	high, middle := float32(stripHeight), widgets.Rect{X: at.X, Y: line.Y, W: at.W, H: line.H} // a comma is low
	if line.H > 2*line.W {
		high *= severalDown
		middle = widgets.Rect{X: line.X, Y: at.Y, W: line.W, H: at.H}
	}
	const apart = 2
	e.SetHeadroom(high + 2*apart) // the line moves down where it stands at the top
	caret, size := e.CaretBox()
	y := caret.Y - origin.Y - high - apart
	if y < 0 {
		y = caret.Y - origin.Y + size.Height + apart
	}
	s.box.Move(fyne.NewPos(0, y))
	s.box.Resize(fyne.NewSize(e.Size().Width, high))
	s.box.Show()
	if zoom, _ := s.picture.Zoom(); line.H > 0 && line.W > 0 { // a line of print is two thirds of it
		want := 0.62 * stripHeight * float64(s.w.win.Canvas().Scale()) / min(line.H, line.W)
		s.picture.ZoomBy(want / zoom)
	}
	s.picture.Lay([]widgets.Overlay{{Rect: at, Fill: caretFill}})
	s.picture.Center(middle)
}
