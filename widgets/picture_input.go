package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// zoomStep is how many times larger one step of the wheel or a key makes the picture.
const zoomStep = 1.25

// CreateRenderer is for Fyne.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewClip(p.drawn))
}

// MinSize is for Fyne: a picture can be as small as one likes.
func (p *Picture) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// Resize is for Fyne. What was in the middle of the view stays there.
func (p *Picture) Resize(s fyne.Size) {
	before := p.Size()
	if s == before {
		return
	}
	p.x += float64((before.Width - s.Width) * p.scale / 2)
	p.BaseWidget.Resize(s)
	p.sync()
}

// Refresh is for Fyne.
func (p *Picture) Refresh() {
	p.sync()
	p.BaseWidget.Refresh()
}

// Scrolled is for Fyne: the wheel pans, with Ctrl it zooms at the pointer, with Shift it pans sideways (Fyne
// gives it so).
func (p *Picture) Scrolled(s *fyne.ScrollEvent) {
	if heldModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		factor := zoomStep
		if s.Scrolled.DY < 0 {
			factor = 1 / zoomStep
		}
		p.zoomAt(factor, float64(s.Position.X*p.scale), float64(s.Position.Y*p.scale))
		return
	}
	p.pan(-float64(s.Scrolled.DX*p.scale)*1.5, -float64(s.Scrolled.DY*p.scale)*1.5)
}

// Dragged is for Fyne: the page follows the mouse.
func (p *Picture) Dragged(d *fyne.DragEvent) {
	p.pan(-float64(d.Dragged.DX*p.scale), -float64(d.Dragged.DY*p.scale))
}

// DragEnd is for Fyne.
func (p *Picture) DragEnd() {}

// Cursor is for Fyne.
func (p *Picture) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// Tapped is for Fyne.
func (p *Picture) Tapped(e *fyne.PointEvent) {
	if p.scan == nil || p.OnTapped == nil {
		return
	}
	x, y := p.At(e.Position)
	if w, h := p.scan.Size(); x >= 0 && y >= 0 && x < float64(w) && y < float64(h) {
		p.OnTapped(x, y)
	}
}
