//go:build unix

package desk_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-pdf/fpdf"

	"qingyang/app/desk"
)

// An import of a scan of many pages that was broken off goes on where it stood: pages that came in are not recognised
// again, and those that come in then have the numbers behind theirs.
func TestBrokenOffScanGoesOn(t *testing.T) {
	dir := t.TempDir()
	runs := filepath.Join(dir, "runs")
	script := `#!/bin/sh
case "$1" in
--version) echo "tesseract 9.1.0"; exit ;;
--list-langs) printf 'List:\nchi_sim\n'; exit ;;
esac
echo run >> "` + runs + `"
echo "<div class='ocr_page' title='image \"page\"; bbox 0 0 9 9'><span class='ocr_line'>渡口今晚亮灯 $(cksum < "$1")</span></div>" > "$2.hocr"
`
	if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	p := fpdf.New("P", "mm", "A5", "")
	const pages = 8
	for n := range pages { // a bar of its own length on each: a picture and no text
		p.AddPage()
		p.Rect(20, 20, float64(10+10*n), 5, "F")
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	file := desk.File{Name: "scan.pdf", Bytes: b.Bytes()}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	first, _, err := d.Import(ctx, []desk.File{file}, desk.Importing{}, func(p desk.Progress) {
		if p.Page == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(first) == 0 || len(first) == pages {
		t.Fatal(len(first), err)
	}
	if err := os.WriteFile(runs, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	rest, bad, err := d.Import(t.Context(), []desk.File{file}, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 || len(first)+len(rest) != pages {
		t.Fatal(len(first), len(rest), bad, err)
	}
	again, err := os.ReadFile(runs)
	if err != nil || bytes.Count(again, []byte("run")) != len(rest) {
		t.Errorf("for %d pages %d were recognised (%v)", len(rest), bytes.Count(again, []byte("run")), err)
	}
	for i, one := range append(first, rest...) {
		if one.Leaf.Number != first[0].Leaf.Number+i {
			t.Errorf("page %d of the file has the number %d", i+1, one.Leaf.Number)
		}
	}
	if done, bad, err := d.Import(t.Context(), []desk.File{file}, desk.Importing{}, nil); err != nil || len(done) > 0 || len(bad) != 1 || !errors.Is(bad[0], desk.ErrKnown) {
		t.Errorf("all of it once more: %v %v %v", done, bad, err)
	}
}
