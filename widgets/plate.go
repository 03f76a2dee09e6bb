package widgets

import "image/color"

// plate is pixels to draw on: premultiplied RGBA, as Fyne's textures are.
type plate struct {
	pix  []uint8
	w, h int
}

// fill lays a colour over [x0, x1) × [y0, y1); what lies outside the plate is cut off.
func (c *plate) fill(x0, y0, x1, y1 int, ink color.NRGBA) {
	x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, c.w), min(y1, c.h)
	for y := y0; y < y1; y++ {
		row := c.pix[(y*c.w+x0)*4 : (y*c.w+max(x1, x0))*4]
		for i := 0; i < len(row); i += 4 {
			over(row[i:i+4], ink, 255)
		}
	}
}

// over lays a colour over one pixel, covering a of 255 of it.
func over(px []uint8, ink color.NRGBA, a uint32) {
	a = a * uint32(ink.A) / 255
	if a == 0 {
		return
	}
	rest := 255 - a
	px[0] = uint8((uint32(ink.R)*a + uint32(px[0])*rest) / 255)
	px[1] = uint8((uint32(ink.G)*a + uint32(px[1])*rest) / 255)
	px[2] = uint8((uint32(ink.B)*a + uint32(px[2])*rest) / 255)
	px[3] = uint8(a + uint32(px[3])*rest/255)
}

// glyph draws a character with the pen at x on the baseline y.
func (c *plate) glyph(g *glyph, x, y int, ink color.NRGBA) {
	x += g.left
	y += g.top
	x0, x1 := max(0, -x), min(g.w, c.w-x)
	if x0 >= x1 {
		return
	}
	for row := max(0, -y); row < g.h && y+row < c.h; row++ {
		mask := g.mask[row*g.w+x0 : row*g.w+x1]
		px := c.pix[((y+row)*c.w+x+x0)*4:]
		for i, a := range mask {
			if a != 0 {
				over(px[i*4:i*4+4], ink, uint32(a))
			}
		}
	}
}

// text draws a string with the pen at x on the baseline y, and is where the pen stands behind it.
func (c *plate) text(f *face, s string, x, y int, ink color.NRGBA) int {
	for _, r := range s {
		c.glyph(f.glyph(r), x, y, ink)
		x += f.advance(r)
	}
	return x
}
