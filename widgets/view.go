package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// view is what an Editor has on screen: one raster a visible line, and a few rectangles. Lengths are
// device pixels, so that every glyph falls on whole ones; y is how far the text is scrolled.
type view struct {
	size    fyne.Size
	scale   float32 // device pixels a Fyne unit
	w, h    int
	y       int
	cols    columns
	lines   layout
	wrap    wrapper
	lit     []Range
	colors  palette
	objects []fyne.CanvasObject
	paper   *canvas.Rectangle
	rail    *canvas.Rectangle // the margin's ground
	picked  [3]*canvas.Rectangle
	lights  []*canvas.Rectangle
	beam    *canvas.Rectangle // the caret
	thumb   *canvas.Rectangle
	rows    []*row
	again   map[uint64][]*row // rows by what they show, for the next sync
	next    strip             // where the next strip is built
}

// row is a raster and the strip it shows.
type row struct {
	raster *canvas.Raster
	strip  strip
	hash   uint64
	shown  bool
	used   bool
}

// maxLights is how many pieces of text can be lit at a time.
const maxLights = 40

func (v *view) init() {
	v.scale = 1
	v.again = map[uint64][]*row{}
	rect := func() *canvas.Rectangle {
		r := canvas.NewRectangle(nil)
		r.Hide()
		v.objects = append(v.objects, r)
		return r
	}
	v.paper, v.rail = rect(), rect()
	for i := range v.picked {
		v.picked[i] = rect()
	}
	for range maxLights {
		v.lights = append(v.lights, rect())
	}
	v.beam, v.thumb = rect(), rect()
}

// px and units turn Fyne's units into device pixels and back.
func (v *view) px(units float32) int { return round(units * v.scale) }

func (v *view) units(px int) float32 { return float32(px) / v.scale }

func (v *view) place(o fyne.CanvasObject, x, y, w, h int) {
	if p := fyne.NewPos(v.units(x), v.units(y)); o.Position() != p {
		o.Move(p)
	}
	if s := fyne.NewSize(v.units(w), v.units(h)); o.Size() != s {
		o.Resize(s)
	}
	if !o.Visible() {
		o.Show()
	}
}

func hide(o fyne.CanvasObject) {
	if o.Visible() {
		o.Hide()
	}
}

// em is the base size of letters.
func (e *Editor) em() int { return max(e.px(e.TextSize()), 4) }

// scaleNow is how many device pixels a Fyne unit has on the screen that the editor is on.
func (e *Editor) scaleNow() float32 {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return e.scale
	}
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(10000, 0))
	if x <= 0 {
		return 1
	}
	return float32(x) / 10000
}

// resize takes note of another size.
func (e *Editor) resize(size fyne.Size) {
	if size == e.view.size && e.scale == e.scaleNow() {
		return
	}
	e.view.size = size
	e.relayout()
	e.sync()
}
