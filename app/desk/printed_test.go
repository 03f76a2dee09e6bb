package desk_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/source"
)

// scanned writes an OCR file and the scan that it was read from into a folder.
func scanned(t *testing.T, folder, named string) (path string) {
	t.Helper()
	var scan bytes.Buffer
	if err := png.Encode(&scan, image.NewGray(image.Rect(0, 0, 1200, 900))); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(folder, "p1.hocr")
	hocr := fmt.Sprintf(`<!DOCTYPE html><html><body><div class="ocr_page" title='image "%s"; bbox 0 0 1200 900; scan_res 300 300'>
<p class="ocr_par"><span class="ocr_line" title="bbox 100 100 500 140"><span class="ocrx_word" title="bbox 100 100 500 140">夜校开课了，学生都来。</span></span></p></div></body></html>`, named)
	for name, b := range map[string][]byte{path: []byte(hocr), filepath.Join(folder, "p1.png"): scan.Bytes()} {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// The picture beside an OCR file comes in with it, under the name that the file gives, never from another folder; it
// is kept in the library, or stays outside, and then it is told when it is another one.
func TestPrinted(t *testing.T) {
	for _, c := range []struct {
		named   string
		outside bool
	}{{"p1.png", false}, {`D:\scans\p1.png`, false}, {"", false}, {"../../etc/p1.png", false}, {"p1.png", true}} {
		t.Run(fmt.Sprint(c.named, c.outside), func(t *testing.T) {
			ctx, folder := t.Context(), t.TempDir()
			d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
			done, bad, err := d.Import(ctx, []desk.File{{Name: "p1.hocr", Path: scanned(t, folder, c.named)}}, desk.Importing{Outside: c.outside}, nil)
			if err != nil || len(bad) > 0 || len(done) != 1 {
				t.Fatal(done, bad, err)
			}
			page := done[0].Leaf.ID
			img, err := d.Printed(ctx, page, source.Raw{})
			if err != nil || img == nil || img.Bounds().Dx() != 1200 || img.Bounds().Dy() != 900 {
				t.Fatal(img, err)
			}
			scan := filepath.Join(folder, "p1.png")
			if err := os.WriteFile(scan, []byte("another"), 0o600); err != nil {
				t.Fatal(err)
			}
			img, err = d.Printed(ctx, page, source.Raw{})
			var p *say.Problem
			if c.outside != errors.As(err, &p) || c.outside == (img != nil) {
				t.Errorf("once the file beside is another: %v %v", img, err)
			}
			if err := os.Remove(scan); err != nil {
				t.Fatal(err)
			}
			if _, err = d.Printed(ctx, page, source.Raw{}); c.outside != errors.As(err, &p) {
				t.Errorf("once the file beside is gone: %v", err)
			}
		})
	}
}

// A page that came in as text can be given its picture later; what is no picture is refused.
func TestAttachPicture(t *testing.T) {
	ctx, folder := t.Context(), t.TempDir()
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	done, _, err := d.Import(ctx, []desk.File{{Name: "a.txt", Bytes: []byte("夜校开课了，学生都来。\n")}}, desk.Importing{}, nil)
	if err != nil || len(done) != 1 {
		t.Fatal(err)
	}
	page := done[0].Leaf.ID
	if img, err := d.Printed(ctx, page, source.Raw{}); img != nil || err != nil {
		t.Fatal(img, err)
	}
	var p *say.Problem
	if err := d.AttachPicture(ctx, page, scanned(t, folder, ""), false); !errors.As(err, &p) {
		t.Errorf("an OCR file was attached as a picture: %v", err)
	}
	if err := d.AttachPicture(ctx, page, filepath.Join(folder, "p1.png"), false); err != nil {
		t.Fatal(err)
	}
	if img, err := d.Printed(ctx, page, source.Raw{}); img == nil || err != nil {
		t.Error(img, err)
	}
}
