package source

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"

	"qingyang/app/say"
)

// A picture whose tesseract is not installed is refused with what to install; one that is broken, or too large, with
// what to do.
func TestPicturesRefused(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("ProgramFiles", t.TempDir())
	var page bytes.Buffer
	if err := png.Encode(&page, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	bomb := bytes.Clone(page.Bytes())
	copy(bomb[16:], "\x00\x01\x00\x00\x00\x01\x00\x00") // its sides
	for _, c := range []struct {
		name string
		b    []byte
		says string
	}{
		{"absent", page.Bytes(), "not installed"},
		{"cut off in its header", page.Bytes()[:20], "cannot be read"},
		{"another sum of its header", bomb, "cannot be read"},
	} {
		_, err := Read(t.Context(), c.b, Options{Name: "A01.png"})
		var p *say.Problem
		if !errors.As(err, &p) || p.Subject != "A01.png" || !strings.Contains(p.In(say.English), c.says) || p.Do.ZH == "" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
