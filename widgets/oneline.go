package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Line is one line of text, drawn from the editor's glyph cache: rare characters show, and a change
// costs microseconds. What does not fit ends in an ellipsis.
type Line struct {
	widget.BaseWidget

	Ink   Role
	Bold  bool
	Whole bool // asks for the room that its text needs; else it takes what there is

	text   string
	raster *canvas.Raster
	colors palette
}

// NewLine makes an empty line.
func NewLine() *Line {
	l := &Line{}
	l.raster = canvas.NewRaster(l.draw)
	l.raster.ScaleMode = canvas.ImageScalePixels
	l.ExtendBaseWidget(l)
	return l
}

// SetText shows another text.
func (l *Line) SetText(s string) {
	if s != l.text {
		l.text = s
		canvas.Refresh(l.raster)
	}
}

// Text is what the line shows.
func (l *Line) Text() string { return l.text }

// lineSize is the size of text in lists and status lines, in Fyne's units.
const lineSize = 14

// draw paints the line into w × h device pixels.
func (l *Line) draw(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	c := &plate{pix: img.Pix, w: img.Rect.Dx(), h: img.Rect.Dy()}
	size := l.Size()
	if size.Height <= 0 {
		return img
	}
	f := faceOf(round(lineSize*float32(h)/size.Height), l.Bold)
	c.fitted(f, l.text, 0, h/2+f.size*3/8, w, l.colors[l.Ink])
	return img
}

// fitted draws a string in the room up to right; what does not fit ends in an ellipsis. It is where
// the pen stands behind it.
func (c *plate) fitted(f *face, s string, x, y, right int, ink color.NRGBA) int {
	if x+f.textWidth(s) > right {
		room := right - x - f.advance('…')
		for i, r := range s {
			if room -= f.advance(r); room < 0 {
				s = s[:i] + "…"
				break
			}
		}
	}
	return c.text(f, s, x, y, ink)
}

// CreateRenderer is for Fyne.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	l.colors = paletteOf(l)
	return &lineRenderer{l}
}

type lineRenderer struct{ l *Line }

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Layout(size fyne.Size)        { r.l.raster.Resize(size) }
func (r *lineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.raster} }

func (r *lineRenderer) MinSize() fyne.Size {
	w := float32(20)
	if r.l.Whole { // advances are whole device pixels: what the text needs depends on the scale of the screen
		for _, scale := range []float32{1, 1.25, 1.5, 2, 4} {
			w = max(w, float32(faceOf(round(scale*lineSize), r.l.Bold).textWidth(r.l.text))/scale+2)
		}
	}
	return fyne.NewSize(w, lineSize*1.5)
}

func (r *lineRenderer) Refresh() {
	r.l.colors = paletteOf(r.l)
	canvas.Refresh(r.l.raster)
}
