package widgets

import (
	"image"
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Row is what one row of Rows shows: a line of text with a tag at its right end, and a smaller note
// below it.
type Row struct {
	Text, Note, Tag string
	Indent          int // in steps of one em
	Bold            bool
	Ink             Role
	Cut             bool // struck through
}

// Rows is a list of any length that the keyboard moves through. Only what is in view is drawn, from
// the editor's glyph cache.
type Rows struct {
	widget.BaseWidget

	Count func() int
	Row   func(i int) Row
	// Noted says whether a row has a note, for lists so long that asking for every row is slow; nil
	// asks for the row.
	Noted func(i int) bool
	// OnSelect is called when the selection moved by key or click; OnOpen for Enter, Space or a
	// second click on the selected row.
	OnSelect func(i int)
	OnOpen   func(i int)
	// OneClick has a single click open a row that the keyboard would open by Enter.
	OneClick bool
	// OnDrop is called when a row was dragged onto another one; nil lets no row be dragged.
	OnDrop func(row, onto int)
	// OnRune sees characters that are typed, but for the space, and says whether it did something; may be nil.
	OnRune func(r rune) bool
	// Intercept and InterceptShortcut see keys before the list and return true to keep them.
	Intercept         func(key *fyne.KeyEvent, held fyne.KeyModifier) bool
	InterceptShortcut func(s fyne.Shortcut) bool

	held     func() fyne.KeyModifier
	selected int
	focused  bool
	tops     []float32 // where each row begins, and where the last one ends, in Fyne's units
	y        float32
	size     fyne.Size
	colors   palette
	ground   *canvas.Rectangle
	mark     *canvas.Rectangle
	drop     *canvas.Rectangle // round the row that a dragged one would fall on
	thumb    *canvas.Rectangle
	pressed  int // the row that the button went down on
	onto     int // the row that a dragged one is over, -1 for none
	lines    []*rowLine
	objects  []fyne.CanvasObject
}

// rowLine is a raster that shows one row.
type rowLine struct {
	raster *canvas.Raster
	row    Row
	height float32
}

// Heights of a row without and with a note, and the room at its sides, in Fyne's units.
const (
	rowHeight  = 26
	noteHeight = 42
	noteSize   = 11.5
	rowSide    = 8
)

// NewRows makes an empty list.
func NewRows() *Rows {
	l := &Rows{selected: -1, pressed: -1, onto: -1, held: heldModifiers}
	l.ground, l.mark, l.thumb = canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	l.drop = canvas.NewRectangle(color.Transparent)
	l.mark.CornerRadius, l.thumb.CornerRadius, l.drop.CornerRadius = 4, 3, 4
	l.drop.StrokeWidth = 1.5
	l.mark.Hide()
	l.drop.Hide()
	l.thumb.Hide()
	l.objects = []fyne.CanvasObject{l.ground, l.mark, l.drop, l.thumb}
	l.ExtendBaseWidget(l)
	return l
}

func (l *Rows) count() int {
	if l.Count == nil {
		return 0
	}
	return l.Count()
}

// Refresh reads all rows anew; the selection stays on its number.
func (l *Rows) Refresh() {
	l.measure()
	l.BaseWidget.Refresh()
}

func (l *Rows) measure() {
	l.tops = append(l.tops[:0], 0)
	at := float32(0)
	for i := range l.count() {
		h := float32(rowHeight)
		if l.Noted != nil && l.Noted(i) || l.Noted == nil && l.Row(i).Note != "" {
			h = noteHeight
		}
		at += h
		l.tops = append(l.tops, at)
	}
	l.selected = min(l.selected, l.count()-1)
}

// Selected is the number of the selected row, -1 if there is none.
func (l *Rows) Selected() int { return l.selected }

// Select moves the selection, scrolls it into view and tells OnSelect.
func (l *Rows) Select(i int) {
	l.Mark(i)
	if l.OnSelect != nil && l.selected >= 0 {
		l.OnSelect(l.selected)
	}
}

// Mark moves the selection as Select does, but tells nobody.
func (l *Rows) Mark(i int) {
	if l.count() != len(l.tops)-1 {
		l.measure()
	}
	l.selected = max(-1, min(i, l.count()-1))
	if l.selected >= 0 {
		top, end := l.tops[l.selected], l.tops[l.selected+1]
		l.y = max(min(l.y, top), end-l.size.Height)
	}
	l.sync()
}

// sync brings what is on screen in line with rows, scroll and selection.
func (l *Rows) sync() {
	if l.size.Height <= 0 {
		return
	}
	n := len(l.tops) - 1
	total := float32(0)
	if n >= 0 {
		total = l.tops[max(n, 0)]
	}
	l.y = max(0, min(l.y, total-l.size.Height))
	l.ground.Resize(l.size)
	first := max(0, sort.Search(max(n, 0), func(i int) bool { return l.tops[i+1] > l.y }))
	used := 0
	l.show(l.mark, l.selected >= 0 && l.selected < n, func() {
		l.mark.Move(fyne.NewPos(2, l.tops[l.selected]-l.y+1))
		l.mark.Resize(fyne.NewSize(l.size.Width-4, l.tops[l.selected+1]-l.tops[l.selected]-2))
	})
	l.show(l.drop, l.onto >= 0 && l.onto < n, func() {
		l.drop.Move(fyne.NewPos(2, l.tops[l.onto]-l.y+1))
		l.drop.Resize(fyne.NewSize(l.size.Width-4, l.tops[l.onto+1]-l.tops[l.onto]-2))
	})
	for i := first; i < n && l.tops[i] < l.y+l.size.Height; i++ {
		line := l.line(used)
		used++
		row, height := l.Row(i), l.tops[i+1]-l.tops[i]
		line.raster.Move(fyne.NewPos(rowSide, l.tops[i]-l.y))
		size := fyne.NewSize(l.size.Width-2*rowSide-4, height)
		if line.raster.Size() != size {
			line.raster.Resize(size)
		}
		line.raster.Show()
		if line.row != row || line.height != height {
			line.row, line.height = row, height
			canvas.Refresh(line.raster)
		}
	}
	for _, rest := range l.lines[used:] {
		rest.raster.Hide()
	}
	l.show(l.thumb, total > l.size.Height, func() {
		h := max(l.size.Height*l.size.Height/total, 24)
		l.thumb.Move(fyne.NewPos(l.size.Width-7, (l.size.Height-h)*l.y/(total-l.size.Height)))
		l.thumb.Resize(fyne.NewSize(5, h))
	})
}

func (l *Rows) show(r *canvas.Rectangle, on bool, place func()) {
	if !on {
		r.Hide()
		return
	}
	place()
	r.Show()
}

func (l *Rows) line(k int) *rowLine {
	if k < len(l.lines) {
		return l.lines[k]
	}
	line := &rowLine{}
	line.raster = canvas.NewRaster(func(w, h int) image.Image { return l.draw(line, w, h) })
	line.raster.ScaleMode = canvas.ImageScalePixels
	l.lines = append(l.lines, line)
	l.objects = append(l.objects, line.raster)
	return line
}

// draw paints a row into w × h device pixels.
func (l *Rows) draw(line *rowLine, w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	if line.height <= 0 {
		return img
	}
	c := &plate{pix: img.Pix, w: w, h: h}
	px := func(units float32) int { return round(units * float32(h) / line.height) }
	r := line.row
	f, small := faceOf(px(lineSize), r.Bold), faceOf(px(noteSize), false)
	x := r.Indent * px(lineSize)
	base := px(rowHeight)/2 + f.size*3/8
	right := w
	if r.Tag != "" {
		right -= small.textWidth(r.Tag)
		c.text(small, r.Tag, right, base, l.colors[Weak])
		right -= px(6)
	}
	end := c.fitted(f, r.Text, x, base, right, l.colors[r.Ink])
	if r.Cut {
		c.fill(x, base-f.size*3/8, end, base-f.size*3/8+max(1, px(1)), l.colors[r.Ink])
	}
	if r.Note != "" {
		c.fitted(small, r.Note, x, px(rowHeight-4)+small.size, w, l.colors[Weak])
	}
	return img
}

// CreateRenderer is for Fyne.
func (l *Rows) CreateRenderer() fyne.WidgetRenderer {
	l.measure()
	r := &rowsRenderer{l}
	r.colors()
	return r
}

type rowsRenderer struct{ l *Rows }

func (r *rowsRenderer) Destroy()                     {}
func (r *rowsRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, 2*rowHeight) }
func (r *rowsRenderer) Objects() []fyne.CanvasObject { return r.l.objects }

func (r *rowsRenderer) Layout(size fyne.Size) {
	if size != r.l.size {
		r.l.size = size
		r.l.sync()
	}
}

func (r *rowsRenderer) Refresh() {
	r.colors()
	for _, line := range r.l.lines {
		line.height = 0 // drawn anew
	}
	r.l.sync()
}

func (r *rowsRenderer) colors() {
	l := r.l
	l.colors = paletteOf(l)
	c := l.colors[Weak]
	c.A = 0x70
	l.thumb.FillColor = c
	l.drop.StrokeColor = l.colors[Accent]
	l.tint()
}

var (
	_ fyne.Focusable    = (*Rows)(nil)
	_ fyne.Shortcutable = (*Rows)(nil)
	_ fyne.Scrollable   = (*Rows)(nil)
	_ fyne.Draggable    = (*Rows)(nil)
	_ desktop.Mouseable = (*Rows)(nil)
)
