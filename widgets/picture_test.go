package widgets

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// dotted is a white picture with one black square of 40 pixels whose corner is at x, y.
func dotted(w, h, x, y int) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, w, h))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	for dy := range 40 {
		for dx := range 40 {
			g.SetGray(x+dx, y+dy, color.Gray{})
		}
	}
	return g
}

// TestScanDraws: turned, zoomed and cut into pieces, the black square is where turnedPoint says.
func TestScanDraws(t *testing.T) {
	for _, grey := range []bool{true, false} {
		var src image.Image = dotted(3000, 4000, 700, 2900)
		if !grey {
			g := src.(*image.Gray)
			rgba := image.NewRGBA(g.Bounds())
			for i, v := range g.Pix {
				rgba.Pix[4*i], rgba.Pix[4*i+1], rgba.Pix[4*i+2], rgba.Pix[4*i+3] = v, v, v, 255
			}
			src = rgba
		}
		s := NewScan(src)
		for turn := range 4 {
			for _, zoom := range []float64{0.07, 0.25, 0.4, 1, 2.5, 4} {
				x, y := s.turnedPoint(turn, 720, 2920)
				at := image.Pt(int(x*zoom), int(y*zoom))
				r := image.Rectangle{at.Sub(image.Pt(150, 130)), at.Add(image.Pt(150, 130))}
				img := s.draw(turn, zoom, r)
				reach := int(20 * zoom)
				for _, d := range []struct {
					p    image.Point
					dark bool
				}{
					{image.Pt(150, 130), true},
					{image.Pt(150+reach+4, 130), false}, {image.Pt(150-reach-4, 130), false},
					{image.Pt(150, 130+reach+4), false}, {image.Pt(150, 130-reach-4), false},
				} {
					if v := img.RGBAAt(d.p.X, d.p.Y).R; (v < 128) != d.dark {
						t.Errorf("grey %v, turn %d, zoom %g: %d at %v", grey, turn, zoom, v, d.p)
					}
				}
			}
		}
	}
}

func TestScanTurnsBack(t *testing.T) {
	s := NewScan(dotted(300, 500, 0, 0))
	for turn := range 4 {
		x, y := s.turnedPoint(turn, 12, 345)
		if bx, by := s.pointBefore(turn, x, y); bx != 12 || by != 345 {
			t.Errorf("turn %d: %g %g", turn, bx, by)
		}
		r := s.turnedRect(turn, Rect{10, 20, 30, 40})
		if w, h := s.turned(turn); r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h || r.W*r.H != 1200 {
			t.Errorf("turn %d: %+v", turn, r)
		}
	}
}

// picture is one of 300 × 200 units that draws its tiles when it is told to.
func picture(t *testing.T, s *Scan) (p *Picture, drawAll func()) {
	t.Helper()
	test.NewTempApp(t)
	p = NewPicture()
	var due []func()
	p.Work = func(work, done func()) { due = append(due, func() { work(); done() }) }
	p.Resize(fyne.NewSize(300, 200))
	p.SetScan(s)
	return p, func() {
		for len(due) > 0 {
			f := due[0]
			due = due[1:]
			f()
		}
	}
}

// TestPictureShowsWhatIsSeen: after any zooming, panning, turning and resizing the view is covered by tiles, no
// more of them are kept than may be, and the place under the pointer is the one that is drawn there.
func TestPictureShowsWhatIsSeen(t *testing.T) {
	s := NewScan(dotted(6000, 9000, 3000, 4500))
	p, drawAll := picture(t, s)
	rnd := rand.New(rand.NewPCG(1, 2))
	for step := range 400 {
		switch rnd.IntN(6) {
		case 0:
			p.ZoomBy([]float64{0.5, 0.8, 1.25, 2}[rnd.IntN(4)])
		case 1:
			p.Turn(rnd.IntN(4))
		case 2:
			p.FitWidth()
		case 3:
			p.Resize(fyne.NewSize(100+rnd.Float32()*400, 80+rnd.Float32()*300))
		default:
			p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(float32(rnd.IntN(400)-200), float32(rnd.IntN(800)-400))})
		}
		if rnd.IntN(3) == 0 {
			drawAll()
		}
		pos := fyne.NewPos(rnd.Float32()*p.Size().Width, rnd.Float32()*p.Size().Height)
		x, y := p.At(pos)
		if back := p.Seen(x, y); math.Abs(float64(back.X-pos.X)) > 0.5 || math.Abs(float64(back.Y-pos.Y)) > 0.5 {
			t.Fatalf("step %d: %v is seen at %v", step, pos, back)
		}
		if len(p.tiles.made) > mostTiles {
			t.Fatalf("step %d: %d tiles", step, len(p.tiles.made))
		}
	}
	drawAll()
	for _, k := range p.tiles.seen {
		if p.tiles.made[k] == nil {
			t.Errorf("%+v is in view and not drawn", k)
		}
	}
	if zoom, _ := p.Zoom(); len(p.tiles.seen) == 0 || zoom <= 0 || zoom > greatestZoom {
		t.Errorf("%d tiles at zoom %g", len(p.tiles.seen), zoom)
	}
}

func TestPictureReveals(t *testing.T) {
	p, _ := picture(t, NewScan(dotted(3000, 4000, 100, 100)))
	p.ZoomBy(20)
	if zoom, fits := p.Zoom(); zoom != 2 || fits {
		t.Errorf("zoom %g, fits %v", zoom, fits)
	}
	r := Rect{2900, 3900, 40, 40}
	p.Reveal(r)
	at := p.Seen(2920, 3920)
	if at.X < 0 || at.Y < 0 || at.X > 300 || at.Y > 200 {
		t.Errorf("it is at %v", at)
	}
	x, y := p.x, p.y
	p.Reveal(r)
	if p.x != x || p.y != y {
		t.Error("what is in view was moved")
	}
	var tapped [2]float64
	p.OnTapped = func(x, y float64) { tapped = [2]float64{x, y} }
	p.Tapped(&fyne.PointEvent{Position: at})
	if math.Abs(tapped[0]-2920) > 1 || math.Abs(tapped[1]-3920) > 1 {
		t.Errorf("a click on it is at %v", tapped)
	}
}

// TestPictureForgets: what was being drawn for one scan is not shown in another.
func TestPictureForgets(t *testing.T) {
	p, drawAll := picture(t, NewScan(dotted(3000, 4000, 100, 100)))
	next := NewScan(image.NewGray(image.Rect(0, 0, 3000, 4000)))
	p.SetScan(next)
	drawAll()
	for k, m := range p.tiles.made {
		if c := m.image.Image.At(5, 5); c != (color.RGBA{0, 0, 0, 255}) {
			t.Errorf("%+v is of the scan before: %v", k, c)
		}
	}
	p.SetScan(nil)
	drawAll()
	if len(p.tiles.made) != 0 || len(p.drawn.Objects) != 0 {
		t.Error("something is shown of no scan")
	}
}

func TestPictureLays(t *testing.T) {
	p, _ := picture(t, NewScan(dotted(3000, 4000, 100, 100)))
	before := len(p.drawn.Objects)
	p.Lay([]Overlay{{Rect{0, 0, 100, 100}, color.Black, nil}, {Rect{0, 3900, 100, 100}, nil, color.Black}})
	if n := len(p.drawn.Objects) - before; n != 1 {
		t.Errorf("%d of two are in view", n)
	}
}

func BenchmarkScanTile(b *testing.B) {
	s := NewScan(dotted(6000, 9000, 3000, 4500))
	for b.Loop() {
		s.draw(0, 0.37, image.Rect(768, 768, 1152, 1152))
	}
}

func BenchmarkNewScan(b *testing.B) {
	g := dotted(6000, 9000, 3000, 4500)
	for b.Loop() {
		NewScan(g)
	}
}
