package widgets

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// Scan is a picture of a page, kept so that any part of it is drawn quickly at any size: as it was decoded,
// and halved again and again (a pyramid). It is never changed and may be used on any goroutine.
type Scan struct {
	levels []image.Image // levels[k] is 2^k times smaller than the picture
}

// smallest is the longer side that the last level of a pyramid has at most, in pixels.
const smallest = 1024

// NewScan makes the pyramid of a picture, which it keeps and which must not change any more. It allocates a third
// of a picture of one byte a pixel where the picture is grey, of four bytes where it is in colour, and takes about
// 10 ns a pixel: it is work for another goroutine than the window's.
func NewScan(picture image.Image) *Scan {
	s := &Scan{levels: []image.Image{picture}}
	for {
		last := s.levels[len(s.levels)-1]
		size := last.Bounds().Size()
		if max(size.X, size.Y) <= smallest || min(size.X, size.Y) < 2 {
			return s
		}
		s.levels = append(s.levels, halved(last))
	}
}

// Size is the picture's, in pixels.
func (s *Scan) Size() (w, h int) {
	size := s.levels[0].Bounds().Size()
	return size.X, size.Y
}

// halved is a picture of half the width and height; each pixel is the mean of four.
func halved(src image.Image) image.Image {
	size := src.Bounds().Size()
	half := image.Rect(0, 0, (size.X+1)/2, (size.Y+1)/2)
	switch src := src.(type) {
	case *image.Gray:
		dst := image.NewGray(half)
		for y := range half.Dy() {
			above := src.Pix[2*y*src.Stride:]
			below := src.Pix[min(2*y+1, size.Y-1)*src.Stride:]
			row := dst.Pix[y*dst.Stride : y*dst.Stride+half.Dx()]
			for x := range row {
				right := min(2*x+1, size.X-1)
				row[x] = uint8((int(above[2*x]) + int(above[right]) + int(below[2*x]) + int(below[right]) + 2) / 4)
			}
		}
		return dst
	}
	var dst draw.Image = image.NewRGBA(half)
	if grey(src.ColorModel()) {
		dst = image.NewGray(half)
	}
	draw.ApproxBiLinear.Scale(dst, half, src, src.Bounds(), draw.Src, nil)
	return dst
}

// grey says whether a model has no colours but shades of grey.
func grey(m color.Model) bool {
	colors, ok := m.(color.Palette)
	if !ok {
		return m == color.GrayModel || m == color.Gray16Model
	}
	for _, c := range colors {
		if r, g, b, a := c.RGBA(); r != g || g != b || a != 0xFFFF {
			return false
		}
	}
	return true
}

// draw gives a part of the picture as it looks turned by quarters clockwise and with zoom pixels for each of its
// pixels: the rectangle r of the whole turned and zoomed picture. What lies outside the picture is transparent.
func (s *Scan) draw(turn int, zoom float64, r image.Rectangle) *image.RGBA {
	level := 0
	for level+1 < len(s.levels) && zoom*float64(int(2)<<level) <= 1 {
		level++
	}
	src := s.levels[level]
	b := src.Bounds()
	w, h := s.Size()
	// from the level's pixels to the picture's, turned about, zoomed, and moved to r's corner
	kx, ky := float64(w)/float64(b.Dx())*zoom, float64(h)/float64(b.Dy())*zoom
	fw, fh := float64(w)*zoom, float64(h)*zoom
	m := f64.Aff3{kx, 0, 0, 0, ky, 0}
	switch turn & 3 {
	case 1:
		m = f64.Aff3{0, -ky, fh, kx, 0, 0}
	case 2:
		m = f64.Aff3{-kx, 0, fw, 0, -ky, fh}
	case 3:
		m = f64.Aff3{0, ky, 0, -kx, 0, fw}
	}
	m[2] += -float64(r.Min.X) - m[0]*float64(b.Min.X) - m[1]*float64(b.Min.Y)
	m[5] += -float64(r.Min.Y) - m[3]*float64(b.Min.X) - m[4]*float64(b.Min.Y)
	dst := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	var way draw.Transformer = draw.ApproxBiLinear
	if zoom >= 3 {
		way = draw.NearestNeighbor // single pixels are what one looks for then
	}
	way.Transform(dst, m, src, b, draw.Src, nil)
	return dst
}

// turned are the picture's width and height when it is turned by quarters, in its pixels.
func (s *Scan) turned(turn int) (w, h float64) {
	x, y := s.Size()
	if turn&1 == 1 {
		x, y = y, x
	}
	return float64(x), float64(y)
}

// turnedPoint is where a point of the picture is when it is turned by quarters clockwise.
func (s *Scan) turnedPoint(turn int, x, y float64) (float64, float64) {
	w, h := s.Size()
	switch turn & 3 {
	case 1:
		return float64(h) - y, x
	case 2:
		return float64(w) - x, float64(h) - y
	case 3:
		return y, float64(w) - x
	}
	return x, y
}

// pointBefore is the point of the picture that turnedPoint has moved to x, y.
func (s *Scan) pointBefore(turn int, x, y float64) (float64, float64) {
	w, h := s.Size()
	switch turn & 3 {
	case 1:
		return y, float64(h) - x
	case 2:
		return float64(w) - x, float64(h) - y
	case 3:
		return float64(w) - y, x
	}
	return x, y
}

// Rect is a rectangle of a picture, in its pixels from the top left corner.
type Rect struct{ X, Y, W, H float64 }

// turnedRect is where a rectangle of the picture is when it is turned.
func (s *Scan) turnedRect(turn int, r Rect) Rect {
	x0, y0 := s.turnedPoint(turn, r.X, r.Y)
	x1, y1 := s.turnedPoint(turn, r.X+r.W, r.Y+r.H)
	return Rect{min(x0, x1), min(y0, y1), math.Abs(x1 - x0), math.Abs(y1 - y0)}
}
