package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// floating is a small panel over the window, at a place of it. Nothing is dimmed; a click beside it closes it.
type floating struct {
	widget.BaseWidget
	panel  fyne.CanvasObject
	anchor func() (fyne.Position, fyne.Size) // what it stands below, or above where there is more room
	size   fyne.Size
	away   func()
}

func newFloating(content fyne.CanvasObject, anchor func() (fyne.Position, fyne.Size), size fyne.Size, away func()) *floating {
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameOverlayBackground))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Color(theme.ColorNameSeparator), 1, 4
	f := &floating{panel: container.NewStack(ground, container.NewPadded(content)), anchor: anchor, size: size, away: away}
	f.ExtendBaseWidget(f)
	return f
}

// Tapped is for Fyne: a click beside the panel.
func (f *floating) Tapped(*fyne.PointEvent) { f.away() }

// TappedSecondary is for Fyne.
func (f *floating) TappedSecondary(*fyne.PointEvent) { f.away() }

// CreateRenderer is for Fyne.
func (f *floating) CreateRenderer() fyne.WidgetRenderer { return &floatingRenderer{f} }

type floatingRenderer struct{ f *floating }

func (r *floatingRenderer) Destroy()                     {}
func (r *floatingRenderer) Refresh()                     { r.Layout(r.f.Size()) }
func (r *floatingRenderer) MinSize() fyne.Size           { return r.f.size }
func (r *floatingRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.panel} }

// Layout puts the panel below what it belongs to, inside the window.
func (r *floatingRenderer) Layout(all fyne.Size) {
	at, box := r.f.anchor()
	size := fyne.NewSize(min(r.f.size.Width, all.Width), min(r.f.size.Height, all.Height))
	x := max(0, min(at.X, all.Width-size.Width))
	y := at.Y + box.Height + 2
	if y+size.Height > all.Height {
		y = max(0, at.Y-size.Height-2)
	}
	r.f.panel.Move(fyne.NewPos(x, y))
	r.f.panel.Resize(size)
}

var _ fyne.Tappable = (*floating)(nil)
