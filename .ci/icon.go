//go:build ignore

// Draws app/window/Icon.png: a red seal with 清 on a sheet of proof. Run from the top: go run .ci/icon.go
package main

import (
	"image"
	"image/color"
	"image/png"
	"log"
	"os"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

const side = 512

func main() {
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	box(img, 56, 16, 400, 480, 28, color.RGBA{0xF7, 0xF3, 0xE8, 0xFF})
	for i := range 5 {
		w := 300
		if i == 4 {
			w = 180
		}
		box(img, 106, float32(330+30*i), float32(w), 12, 6, color.RGBA{0xB8, 0xB0, 0x9C, 0xFF})
	}
	box(img, 126, 56, 260, 250, 34, color.RGBA{0xB3, 0x2D, 0x22, 0xFF})
	b, err := os.ReadFile("fonts/NotoSansSC-Bold.ttf")
	if err != nil {
		log.Fatal(err)
	}
	f, err := opentype.Parse(b)
	if err != nil {
		log.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 200, DPI: 72})
	if err != nil {
		log.Fatal(err)
	}
	d := font.Drawer{Dst: img, Src: image.White, Face: face, Dot: fixed.P(156, 254)}
	d.DrawString("清")
	out, err := os.Create("app/window/Icon.png")
	if err != nil {
		log.Fatal(err)
	}
	if err := png.Encode(out, img); err != nil {
		log.Fatal(err)
	}
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
}

// box fills a rectangle with round corners.
func box(img *image.RGBA, x, y, w, h, r float32, c color.Color) {
	v := vector.NewRasterizer(side, side)
	k := r * 0.4477 // of a quarter circle's control points, from the corner
	v.MoveTo(x+r, y)
	v.LineTo(x+w-r, y)
	v.CubeTo(x+w-k, y, x+w, y+k, x+w, y+r)
	v.LineTo(x+w, y+h-r)
	v.CubeTo(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h)
	v.LineTo(x+r, y+h)
	v.CubeTo(x+k, y+h, x, y+h-k, x, y+h-r)
	v.LineTo(x, y+r)
	v.CubeTo(x, y+k, x+k, y, x+r, y)
	v.ClosePath()
	v.Draw(img, img.Bounds(), image.NewUniform(c), image.Point{})
}
