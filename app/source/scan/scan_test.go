package scan

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/tiff"

	"qingyang/app/source/ocr"
	"qingyang/app/source/sheet"
)

// picture is a page of two lines as PNG, set in the font of the program.
func picture(t *testing.T, lines ...string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../../fonts/NotoSansSC-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := opentype.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 12, DPI: 300})
	if err != nil {
		t.Fatal(err)
	}
	im := image.NewGray(image.Rect(0, 0, 1200, 200+120*len(lines)))
	draw.Draw(im, im.Bounds(), image.White, image.Point{}, draw.Src)
	d := font.Drawer{Dst: im, Src: image.NewUniform(color.Black), Face: face}
	for k, s := range lines {
		d.Dot = fixed.P(100, 150+120*k)
		d.DrawString(s)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, im); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// header is a PNG that says that it is as large, and has nothing else.
func header(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1A\n")
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	chunk = append(binary.BigEndian.AppendUint32(chunk, h), 8, 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(chunk)-4))
	return binary.BigEndian.AppendUint32(append(b, chunk...), crc32.ChecksumIEEE(chunk))
}

// What is no picture, or a bomb of pixels, is refused by its header, with or without a tesseract.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		b    []byte
		want error
	}{
		{"a page", header(6000, 9000), nil}, {"a bomb", header(100_000, 100_000), ErrVast}, {"no picture", []byte("\x89PNG\r\n"), ErrBroken}, {"a line of pixels", header(1, 1<<31-1), ErrVast},
	} {
		if err := Check(c.b); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// webP is a picture of one pixel.
var webP, _ = base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")

// FuzzCheck: whatever a picture is, it is refused, or what tesseract is given is one.
func FuzzCheck(f *testing.F) {
	im := image.NewGray(image.Rect(0, 0, 9, 7))
	for _, encode := range []func(io.Writer) error{
		func(w io.Writer) error { return png.Encode(w, im) },
		func(w io.Writer) error { return jpeg.Encode(w, im, nil) },
		func(w io.Writer) error { return gif.Encode(w, im, nil) },
		func(w io.Writer) error { return bmp.Encode(w, im) },
		func(w io.Writer) error { return tiff.Encode(w, im, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add(webP)
	f.Fuzz(func(t *testing.T, b []byte) {
		err := Check(b)
		if err != nil && !errors.Is(err, ErrBroken) && !errors.Is(err, ErrVast) {
			t.Fatalf("an error of another kind: %v", err)
		}
		if c, _, err2 := image.DecodeConfig(bytes.NewReader(b)); err != nil || err2 != nil || c.Width*c.Height > 4_000_000 {
			return // a large empty one is no mistake, but slow
		}
		out, err := plain(b)
		if err == nil {
			err = Check(out)
		}
		if err != nil && !errors.Is(err, ErrBroken) {
			t.Fatalf("made plain: %v", err)
		}
	})
}

// A picture in a form that not every tesseract reads is given to it in another.
func TestPlain(t *testing.T) {
	out, err := plain(webP)
	if err != nil || !bytes.HasPrefix(out, []byte("\x89PNG")) || Check(out) != nil {
		t.Errorf("%.8q %v", out, err)
	}
}

// A page is read with the places of its characters; a cancelled reading ends; a language that is not there is named.
func TestRead(t *testing.T) {
	tess, err := Find(t.Context())
	if errors.Is(err, ErrAbsent) {
		t.Skip("tesseract is not installed")
	}
	if err != nil || tess.Version == "" || len(tess.Languages) == 0 {
		t.Fatalf("%+v %v", tess, err)
	}
	b := picture(t, "The ferry leaves at six", "and comes back at nine")
	if _, err := tess.Read(t.Context(), b, "tlh_pIqaD"); !errors.Is(err, ErrLanguage) {
		t.Errorf("a language that is not there: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := tess.Read(ctx, b, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	hocr, err := tess.Read(t.Context(), b, "eng")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := ocr.HOCR(string(hocr))
	if err != nil || len(pages) != 1 || len(pages[0].Lines) != 2 {
		t.Fatalf("%+v %v", pages, err)
	}
	l := pages[0].Lines[0]
	if s := spell(l); s != "The ferry leaves at six" {
		t.Errorf("it reads %q", s)
	}
	if l.Size < 8 || l.Size > 18 || l.Chars[0].Box.W <= 0 {
		t.Errorf("a line of size %v, its first character at %v", l.Size, l.Chars[0].Box)
	}
}

func spell(l sheet.Line) (s string) {
	for _, c := range l.Chars {
		if c.Space {
			s += " "
		}
		s += string(c.Rune)
	}
	return s
}
