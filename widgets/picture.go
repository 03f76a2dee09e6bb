package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Picture shows a Scan: as wide as itself at first, zoomed, panned and turned by mouse and keys, with
// rectangles laid over it. What is seen is drawn as tiles off the window's goroutine; until they are there
// a coarse picture stands in their place, so that no frame waits.
//
// Set the fields before it is shown. All methods must be called on the window's goroutine.
type Picture struct {
	widget.BaseWidget

	// OnTapped is called for a click, with the place in pixels of the picture.
	OnTapped func(x, y float64)
	// OnView is called after it was zoomed, panned or turned by mouse or keys.
	OnView func()
	// Work does work on another goroutine, and then calls done on the window's. nil is a goroutine of its own
	// and fyne.Do.
	Work func(work, done func())

	scan  *Scan
	marks []Overlay
	turn  int     // quarters clockwise
	zoom  float64 // device pixels a pixel of the picture
	fit   bool    // zoom follows the width
	x, y  float64 // where the view begins in the turned and zoomed picture, device pixels
	scale float32 // device pixels a Fyne unit

	tiles tiles
	rough *canvas.Image // the whole page, coarse
	paper *canvas.Rectangle
	rects []*canvas.Rectangle
	drawn *fyne.Container // everything, cut at the widget's edge
}

// Overlay is a rectangle laid over a picture: filled, bordered, or both; a nil colour is none.
type Overlay struct {
	Rect
	Fill, Border color.Color
}

// The least and the greatest zoom, in device pixels a pixel of the picture; less than the least where the whole
// page needs it.
const (
	leastZoom    = 1.0 / 16
	greatestZoom = 4.0
)

// NewPicture makes a picture that shows nothing yet.
func NewPicture() *Picture {
	p := &Picture{fit: true, zoom: 1, scale: 1, rough: &canvas.Image{}, paper: canvas.NewRectangle(color.White)}
	p.rough.ScaleMode = canvas.ImageScaleFastest
	p.tiles.init()
	p.drawn = container.NewWithoutLayout()
	p.ExtendBaseWidget(p)
	return p
}

// SetScan shows a scan from its top, as wide as the widget, not turned; nil shows nothing. What was laid over
// the one before is gone.
func (p *Picture) SetScan(s *Scan) {
	p.scan, p.marks, p.turn, p.fit, p.x, p.y = s, nil, 0, true, 0, 0
	p.tiles.forget()
	p.roughen()
	p.sync()
}

// Scan is what is shown, or nil.
func (p *Picture) Scan() *Scan { return p.scan }

// Lay lays rectangles over the picture in the place of those before.
func (p *Picture) Lay(marks []Overlay) {
	p.marks = marks
	p.sync()
}

// Marks are what is laid over it.
func (p *Picture) Marks() []Overlay { return p.marks }

// Zoom is how many device pixels one pixel of the picture takes, and whether that follows the widget's width.
func (p *Picture) Zoom() (zoom float64, fits bool) { return p.zoom, p.fit }

// FitWidth makes the picture as wide as the widget, from now on.
func (p *Picture) FitWidth() {
	p.fit = true
	p.moved()
}

// ZoomBy makes the picture so many times larger around the middle of the view.
func (p *Picture) ZoomBy(factor float64) {
	w, h := p.device()
	p.zoomAt(factor, w/2, h/2)
}

// Turn turns the picture by quarters clockwise; the middle of the view stays where it is.
func (p *Picture) Turn(quarters int) {
	if p.scan == nil {
		return
	}
	w, h := p.device()
	x, y := p.scan.pointBefore(p.turn, (p.x+w/2)/p.zoom, (p.y+h/2)/p.zoom)
	p.turn = (p.turn + quarters) & 3
	p.roughen()
	p.settle()
	x, y = p.scan.turnedPoint(p.turn, x, y)
	p.x, p.y = x*p.zoom-w/2, y*p.zoom-h/2
	p.moved()
}

// Turned is by how many quarters clockwise the picture is turned.
func (p *Picture) Turned() int { return p.turn }

// Reveal brings a rectangle of the picture into view, not at the very edge where there is more to see; one that
// is seen stays where it is.
func (p *Picture) Reveal(r Rect) { p.look(r, revealed) }

// Center brings the middle of a rectangle of the picture to the middle of the view, as far as the page goes.
func (p *Picture) Center(r Rect) { p.look(r, centered) }

// look moves the view to a rectangle of the picture; begin says of either side where the view of a length, from where it
// is, begins then.
func (p *Picture) look(r Rect, begin func(from, length, at, size float64) float64) {
	if p.scan == nil {
		return
	}
	p.settle()
	w, h := p.device()
	r = p.scan.turnedRect(p.turn, r)
	p.x = begin(p.x, w, r.X*p.zoom, r.W*p.zoom)
	p.y = begin(p.y, h, r.Y*p.zoom, r.H*p.zoom)
	p.sync()
}

// centered is where a view of a length begins so that the middle of [at, at+size) is its own.
func centered(_, length, at, size float64) float64 { return at + size/2 - length/2 }

// revealed is where a view of a length begins so that [at, at+size) is in it.
func revealed(from, length, at, size float64) float64 {
	if at >= from && at+size <= from+length {
		return from
	}
	return at + size/2 - length/3
}

// At is the place in the picture, in its pixels, that is seen at a position of the widget.
func (p *Picture) At(pos fyne.Position) (x, y float64) {
	if p.scan == nil {
		return 0, 0
	}
	return p.scan.pointBefore(p.turn, (p.x+float64(pos.X*p.scale))/p.zoom, (p.y+float64(pos.Y*p.scale))/p.zoom)
}

// Seen is where in the widget a place of the picture is, perhaps outside.
func (p *Picture) Seen(x, y float64) fyne.Position {
	if p.scan == nil {
		return fyne.Position{}
	}
	x, y = p.scan.turnedPoint(p.turn, x, y)
	return fyne.NewPos(float32(x*p.zoom-p.x)/p.scale, float32(y*p.zoom-p.y)/p.scale)
}

// device is the widget's size in device pixels.
func (p *Picture) device() (w, h float64) {
	s := p.Size()
	return float64(s.Width * p.scale), float64(s.Height * p.scale)
}

// zoomAt zooms so that what is seen at a place of the view, in device pixels, stays there.
func (p *Picture) zoomAt(factor, x, y float64) {
	if p.scan == nil {
		return
	}
	p.settle()
	w, h := p.scan.turned(p.turn)
	vw, vh := p.device()
	least := min(leastZoom, vw/w, vh/h)
	zoom := max(least, min(p.zoom*factor, greatestZoom))
	k := zoom / p.zoom
	p.fit, p.zoom = false, zoom
	p.x, p.y = (p.x+x)*k-x, (p.y+y)*k-y
	p.moved()
}

// pan moves the view by device pixels.
func (p *Picture) pan(dx, dy float64) {
	p.x, p.y = p.x+dx, p.y+dy
	p.moved()
}

func (p *Picture) moved() {
	p.sync()
	if p.OnView != nil {
		p.OnView()
	}
}

// settle keeps zoom and place within what there is: nothing but the page is scrolled to, and a side that is
// shorter than the view stands in its middle.
func (p *Picture) settle() {
	if p.scan == nil {
		return
	}
	w, h := p.scan.turned(p.turn)
	vw, vh := p.device()
	if p.fit && vw > 0 {
		zoom := vw / w
		p.x, p.y, p.zoom = 0, p.y*zoom/p.zoom, zoom
	}
	within := func(at, view, whole float64) float64 {
		if whole <= view {
			return math.Floor((whole - view) / 2)
		}
		return math.Round(max(0, min(at, whole-view)))
	}
	p.x, p.y = within(p.x, vw, w*p.zoom), within(p.y, vh, h*p.zoom)
}

// roughen makes the coarse picture anew.
func (p *Picture) roughen() {
	if p.scan == nil {
		p.rough.Image = nil
		return
	}
	w, h := p.scan.turned(p.turn)
	zoom := min(1, smallest/max(w, h))
	p.rough.Image = p.scan.draw(p.turn, zoom, image.Rect(0, 0, int(math.Ceil(w*zoom)), int(math.Ceil(h*zoom))))
	p.rough.Refresh()
}
