package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tileSide is the side of a tile, device pixels; mostTiles how many are kept, some 60 MB.
const (
	tileSide  = 384
	mostTiles = 100
)

// tile names a piece of the turned and zoomed picture.
type tile struct {
	turn int
	zoom float64
	x, y int // counted in tiles
}

// tiles are the pieces that were drawn, and the one that is being drawn.
type tiles struct {
	made  map[tile]*made
	round int    // counts the frames
	busy  bool   // a tile is being drawn
	scans int    // counts the scans, so that a tile of the one before is not shown
	seen  []tile // what the last frame showed
}

// made is a drawn tile.
type made struct {
	image *canvas.Image
	round int // in which it was last seen
}

func (t *tiles) init() { t.made = map[tile]*made{} }

// forget drops all tiles: another scan is shown.
func (t *tiles) forget() {
	t.scans++
	clear(t.made)
}

// trim drops the tiles that were not seen for longest, down to the number that is kept.
func (t *tiles) trim() {
	for len(t.made) > mostTiles {
		var oldest tile
		age := t.round + 1
		for k, m := range t.made {
			if m.round < age {
				oldest, age = k, m.round
			}
		}
		delete(t.made, oldest)
	}
}

// sync puts on screen what is in view: the coarse page, the tiles that are drawn, what is laid over; and has the
// missing tiles drawn. It costs what is in view.
func (p *Picture) sync() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		p.scale = c.Scale()
	}
	p.settle()
	p.drawn.Objects = p.drawn.Objects[:0]
	vw, vh := p.device()
	if p.scan != nil && vw >= 1 && vh >= 1 {
		w, h := p.scan.turned(p.turn)
		p.put(p.paper, -p.x, -p.y, w*p.zoom, h*p.zoom)
		p.put(p.rough, -p.x, -p.y, w*p.zoom, h*p.zoom)
		p.putTiles(vw, vh)
		p.putMarks(vw, vh)
	}
	p.drawn.Refresh()
}

// put shows an object at a place in the view, in device pixels.
func (p *Picture) put(o fyne.CanvasObject, x, y, w, h float64) {
	o.Move(fyne.NewPos(float32(x)/p.scale, float32(y)/p.scale))
	o.Resize(fyne.NewSize(float32(w)/p.scale, float32(h)/p.scale))
	p.drawn.Objects = append(p.drawn.Objects, o)
}

// putTiles shows the tiles in view that are drawn, and asks for the others.
func (p *Picture) putTiles(vw, vh float64) {
	t := &p.tiles
	t.round++
	t.seen = t.seen[:0]
	first := func(from float64) int { return max(0, int(math.Floor(from/tileSide))) }
	w, h := p.scan.turned(p.turn)
	last := func(from, view, whole float64) int { return int(math.Ceil(min(from+view, whole)/tileSide)) - 1 }
	for y := first(p.y); y <= last(p.y, vh, h*p.zoom); y++ {
		for x := first(p.x); x <= last(p.x, vw, w*p.zoom); x++ {
			k := tile{p.turn, p.zoom, x, y}
			t.seen = append(t.seen, k)
			if m := t.made[k]; m != nil {
				m.round = t.round
				size := m.image.Image.Bounds().Size()
				p.put(m.image, float64(x*tileSide)-p.x, float64(y*tileSide)-p.y, float64(size.X), float64(size.Y))
			}
		}
	}
	t.trim()
	p.drawNext()
}

// drawNext has one missing tile of the view drawn, the one nearest to its middle; when it is there the next.
func (p *Picture) drawNext() {
	t := &p.tiles
	if t.busy {
		return
	}
	vw, vh := p.device()
	var next tile
	nearest := math.Inf(1)
	for _, k := range t.seen {
		if t.made[k] != nil {
			continue
		}
		dx, dy := (float64(k.x)+0.5)*tileSide-p.x-vw/2, (float64(k.y)+0.5)*tileSide-p.y-vh/2
		if d := dx*dx + dy*dy; d < nearest {
			next, nearest = k, d
		}
	}
	if math.IsInf(nearest, 1) {
		return
	}
	t.busy = true
	scan, scans := p.scan, t.scans
	w, h := scan.turned(next.turn)
	whole := image.Rect(0, 0, int(math.Ceil(w*next.zoom)), int(math.Ceil(h*next.zoom)))
	r := image.Rect(next.x*tileSide, next.y*tileSide, (next.x+1)*tileSide, (next.y+1)*tileSide).Intersect(whole)
	var img *image.RGBA
	p.work(func() { img = scan.draw(next.turn, next.zoom, r) }, func() {
		t.busy = false
		if scans == t.scans {
			o := canvas.NewImageFromImage(img)
			o.ScaleMode = canvas.ImageScaleFastest
			t.made[next] = &made{o, t.round}
		}
		p.sync()
	})
}

// work does work on another goroutine and calls done on the window's.
func (p *Picture) work(work, done func()) {
	if p.Work != nil {
		p.Work(work, done)
		return
	}
	go func() {
		work()
		fyne.Do(done)
	}()
}

// putMarks shows what is laid over the picture in view.
func (p *Picture) putMarks(vw, vh float64) {
	n := 0
	for _, m := range p.marks {
		r := p.scan.turnedRect(p.turn, m.Rect)
		x, y, w, h := r.X*p.zoom-p.x, r.Y*p.zoom-p.y, r.W*p.zoom, r.H*p.zoom
		if x > vw || y > vh || x+w < 0 || y+h < 0 {
			continue
		}
		if n == len(p.rects) {
			p.rects = append(p.rects, canvas.NewRectangle(nil))
		}
		o := p.rects[n]
		n++
		o.FillColor, o.StrokeColor, o.StrokeWidth = color.Transparent, color.Transparent, 0
		if m.Fill != nil {
			o.FillColor = m.Fill
		}
		if m.Border != nil {
			o.StrokeColor, o.StrokeWidth = m.Border, 2
			x, y, w, h = x-3, y-3, w+6, h+6 // the border stands around, not on the letters
		}
		p.put(o, x, y, w, h)
	}
}
