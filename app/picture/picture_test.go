package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// grey is a picture of one shade.
func grey(w, h int, y uint8) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, w, h))
	for i := range g.Pix {
		g.Pix[i] = y
	}
	return g
}

// encoded is a picture in every format that can be written here.
func encoded(t testing.TB, img image.Image) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for format, write := range map[string]func(*bytes.Buffer) error{
		"png":  func(b *bytes.Buffer) error { return png.Encode(b, img) },
		"jpeg": func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) },
		"gif":  func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) },
		"bmp":  func(b *bytes.Buffer) error { return bmp.Encode(b, img) },
		"tiff": func(b *bytes.Buffer) error { return tiff.Encode(b, img, nil) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		all[format] = b.Bytes()
	}
	return all
}

func TestOpen(t *testing.T) {
	for format, b := range encoded(t, grey(30, 20, 200)) {
		info, err := Look("渡口", b, 0)
		if err != nil || info != (Info{format, 30, 20}) {
			t.Errorf("%s: %+v %v", format, info, err)
		}
		img, err := Open("渡口", b, 1)
		if err != nil || img.Bounds().Size() != image.Pt(30, 20) {
			t.Errorf("%s: %v", format, err)
			continue
		}
		if r, _, _, _ := img.At(img.Bounds().Min.X+5, img.Bounds().Min.Y+5).RGBA(); r>>8 < 195 || r>>8 > 205 {
			t.Errorf("%s: %d", format, r>>8)
		}
		if Pages(b) != 1 {
			t.Errorf("%s has %d pages", format, Pages(b))
		}
		if _, err := Open("渡口", b, 2); !errors.Is(err, ErrFormat) {
			t.Errorf("%s has a second page: %v", format, err)
		}
		if _, err := Open("渡口", b[:len(b)/3], 0); !errors.Is(err, ErrFormat) {
			t.Errorf("%s cut off: %v", format, err)
		}
	}
	if _, err := Look("渡口.txt", []byte("早班渡船提前开"), 0); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), "渡口.txt") {
		t.Error(err)
	}
}

// book is a TIFF file of many pages: one after another, each directory leading to the next. The places that
// the directories of the later ones name are moved by hand (TIFF 6.0, section 2).
func book(t testing.TB, pages ...image.Image) []byte {
	t.Helper()
	var all []byte
	link := 4 // where the offset of the next directory stands
	for _, p := range pages {
		var b bytes.Buffer
		if err := tiff.Encode(&b, p, nil); err != nil {
			t.Fatal(err)
		}
		one, from := b.Bytes(), uint32(len(all))
		o := binary.LittleEndian
		at := o.Uint32(one[4:])
		n := uint32(o.Uint16(one[at:]))
		for e := at + 2; e < at+2+12*n; e += 12 {
			tag, kind, count := o.Uint16(one[e:]), o.Uint16(one[e+2:]), o.Uint32(one[e+4:])
			size := count * map[uint16]uint32{1: 1, 2: 1, 3: 2, 4: 4, 5: 8}[kind]
			if size > 4 || tag == 273 { // a value that stands elsewhere, or the strip's place
				o.PutUint32(one[e+8:], o.Uint32(one[e+8:])+from)
			}
		}
		all = append(all, one...)
		o.PutUint32(all[link:], at+from)
		link = int(from + at + 2 + 12*n)
	}
	return all
}

func TestPages(t *testing.T) {
	b := book(t, grey(30, 20, 10), grey(20, 40, 100), grey(25, 25, 200))
	if Pages(b) != 3 {
		t.Fatalf("%d pages", Pages(b))
	}
	before := slices.Clone(b)
	for part, want := range map[int]image.Point{0: {30, 20}, 1: {30, 20}, 2: {20, 40}, 3: {25, 25}} {
		img, err := Open("渡口.tif", b, part)
		if err != nil || img.Bounds().Size() != want {
			t.Errorf("page %d: %v", part, err)
			continue
		}
		if c := color.GrayModel.Convert(img.At(3, 3)).(color.Gray); c.Y != map[int]uint8{0: 10, 1: 10, 2: 100, 3: 200}[part] {
			t.Errorf("page %d: %d", part, c.Y)
		}
	}
	if !bytes.Equal(b, before) {
		t.Error("the file was changed")
	}
	o := binary.LittleEndian
	o.PutUint32(b[len(b)-4:], o.Uint32(b[4:])) // a ring, if the last directory ends the file
	if n := Pages(b); n > 4 {
		t.Errorf("%d pages of a ring", n)
	}
}

// TestTooLarge: what a picture says is believed before it is decoded.
func TestTooLarge(t *testing.T) {
	b := encoded(t, grey(30, 20, 200))["bmp"]
	binary.LittleEndian.PutUint32(b[18:], 60000)
	binary.LittleEndian.PutUint32(b[22:], 60000)
	if _, err := Open("渡口.bmp", b, 0); err == nil || !strings.Contains(err.Error(), "60000 × 60000") {
		t.Error(err)
	}
}

func FuzzOpen(f *testing.F) {
	for _, b := range encoded(f, grey(9, 7, 200)) {
		f.Add(b, 0)
	}
	f.Add(book(f, grey(9, 7, 10), grey(8, 8, 100)), 2)
	f.Fuzz(func(t *testing.T, b []byte, part int) {
		if info, err := Look("a", b, part); err != nil || info.Width*info.Height > 4_000_000 {
			return // a large empty one is no mistake, but slow
		}
		img, err := Open("a", b, part)
		if (img == nil) != (err != nil) {
			t.Error(img, err)
		}
	})
}
