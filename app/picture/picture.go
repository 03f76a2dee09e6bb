// Package picture opens the pictures of pages: PNG, JPEG, TIFF of one page or many, WebP, GIF and BMP, with a limit
// on what they may take of memory. What a file says of its size is looked at before anything is decoded.
//
// Start reading at Open.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"qingyang/app/say"
)

// MostPixels is how many pixels a picture may have: a page of 594 × 841 mm (A1) at 400 dots an inch has 124
// million.
const MostPixels = 150_000_000

// Extensions are the extensions of the files that Open reads, with the dot, in lower case.
var Extensions = []string{".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".gif", ".bmp"}

// ErrFormat says that bytes are no picture of a known format, or a broken one.
var ErrFormat = errors.New("no picture that can be read")

// Info is what a picture says about itself.
type Info struct {
	Format        string // "png", "jpeg", "tiff", …
	Width, Height int    // in pixels
}

// Look reads what a picture says about itself; part is the page of a file of many, from 1, and 0 or 1 for a file
// of one. name stands in the error, which is a *say.Problem; it wraps ErrFormat where the bytes are at fault.
func Look(name string, b []byte, part int) (Info, error) {
	b, err := page(b, part)
	if err != nil {
		return Info{}, broken(name, err)
	}
	c, format, err := config(b)
	if err != nil {
		return Info{}, broken(name, err)
	}
	if c.Width < 1 || c.Height < 1 || c.Width > MostPixels/c.Height {
		return Info{}, &say.Problem{
			Subject: name, Err: ErrFormat,
			What: say.T("有 %d × %d 像素，太大", "has %d × %d pixels, which is too much").With(c.Width, c.Height),
			Do:   say.T("请缩小到 %d 百万像素以内", "make it smaller than %d million pixels").With(MostPixels / 1_000_000),
		}
	}
	return Info{format, c.Width, c.Height}, nil
}

// Open decodes a picture, or page part of it as in Look. It allocates one byte a pixel for a grey picture and up
// to four for a coloured one; the errors are those of Look.
func Open(name string, b []byte, part int) (image.Image, error) {
	if _, err := Look(name, b, part); err != nil {
		return nil, err
	}
	b, err := page(b, part)
	if err != nil {
		return nil, broken(name, err)
	}
	img, err := decode(b)
	if err != nil {
		return nil, broken(name, err)
	}
	return img, nil
}

// config and decode are image.DecodeConfig and image.Decode; a panic of a decoder is an error of the picture.
func config(b []byte) (c image.Config, format string, err error) {
	defer caught(&err)
	return image.DecodeConfig(bytes.NewReader(b))
}

func decode(b []byte) (img image.Image, err error) {
	defer caught(&err)
	img, _, err = image.Decode(bytes.NewReader(b))
	return img, err
}

func caught(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("decoder: %v", p)
	}
}

func broken(name string, err error) error {
	return &say.Problem{
		Subject: name, Err: errors.Join(ErrFormat, err),
		What: say.T("不是能读的图片，或已损坏", "is no picture that can be read, or is broken"),
		Do:   say.T("请另存为 PNG、JPEG 或 TIFF 再试", "save it as PNG, JPEG or TIFF and try again"),
	}
}
