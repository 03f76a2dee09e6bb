//go:build unix

package source

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"qingyang/app/say"
)

// manyPages is a TIFF of grey pages of these widths, the one behind the other.
func manyPages(widths ...uint16) []byte {
	o := binary.LittleEndian
	b := []byte("II*\x00\x00\x00\x00\x00")
	link := 4
	for _, w := range widths {
		strip := len(b)
		b = append(b, bytes.Repeat([]byte{0xFF}, int(w)*8)...)
		o.PutUint32(b[link:], uint32(len(b)))
		tags := [][2]uint32{{256, uint32(w)}, {257, 8}, {258, 8}, {259, 1}, {262, 1}, {273, uint32(strip)}, {277, 1}, {278, 8}, {279, uint32(w) * 8}}
		b = o.AppendUint16(b, uint16(len(tags)))
		for _, t := range tags {
			b = o.AppendUint16(b, uint16(t[0]))
			b = o.AppendUint16(b, 4)
			b = o.AppendUint32(b, 1)
			b = o.AppendUint32(b, t[1])
		}
		link = len(b)
		b = o.AppendUint32(b, 0)
	}
	return b
}

// machine puts a reading machine where tesseract is looked for. What it reads in a picture is where the picture's page
// stands in its file; in one of the width that it cannot read it fails.
func machine(t *testing.T, fails uint16) {
	t.Helper()
	dir := t.TempDir()
	script := fmt.Sprintf(`#!/bin/sh
case "$1" in
--version) echo "tesseract 9.1.0"; exit ;;
--list-langs) printf 'List:\nchi_sim\n'; exit ;;
esac
at=$(od -An -tu4 -j4 -N4 "$1" | tr -d ' ')
wide=$(od -An -tu4 -j$((at + 10)) -N4 "$1" | tr -d ' ')
[ "$wide" = %d ] && exit 1
more=$(od -An -tu4 -j$((at + 110)) -N4 "$1" | tr -d ' ')
echo "<div class='ocr_page' title='image \"page\"; bbox 0 0 9 9'><span class='ocr_line'>宽$wide后$more</span></div>" > "$2.hocr"
`, fails)
	if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
}

// The pages of a scan of many are read each by itself, and come in their order, with what shows them; one that cannot be
// read is named and does not stop the others. Each is its own source, and reads the same from there.
func TestScanOfManyPages(t *testing.T) {
	machine(t, 30)
	b := manyPages(10, 20, 30, 40)
	read := func(opt Options) (texts []string, left error) {
		opt.Name = "a.tif"
		left, err := Each(t.Context(), b, opt, func(raw Raw) error {
			texts = append(texts, fmt.Sprint(raw.Part, strings.TrimSpace(string(raw.Text))))
			if raw.Picture.Page != raw.Part || raw.Picture.Media != TIFF || raw.Media != HOCR {
				t.Errorf("page %d is seen on page %d of %s and kept as %s", raw.Part, raw.Picture.Page, raw.Picture.Media, raw.Media)
			}
			again, err := Read(t.Context(), raw.Bytes, Options{Media: raw.Media, Encoding: raw.Encoding, Pages: Range{raw.Part, raw.Part}})
			if err != nil || len(again) != 1 || string(again[0].Text) != string(raw.Text) || again[0].Part != raw.Part {
				t.Errorf("page %d read from its source: %+v %v", raw.Part, again, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return texts, left
	}
	texts, left := read(Options{})
	var p *say.Problem
	if s := strings.Join(texts, " "); s != "1宽10后0 2宽20后0 4宽40后0" || !errors.As(left, &p) || !strings.Contains(p.In(say.English), "page 3 was not read") {
		t.Errorf("it reads %q, left is %v", s, left)
	}
	if texts, left = read(Options{Pages: Range{2, 2}}); strings.Join(texts, " ") != "2宽20后0" || left != nil {
		t.Errorf("of page 2: %q %v", texts, left)
	}
	if texts, left = read(Options{Had: func(n int) bool { return n < 4 }}); strings.Join(texts, " ") != "4宽40后0" || left != nil {
		t.Errorf("of those that the caller has not: %q %v", texts, left)
	}
	if texts, left = read(Options{Had: func(int) bool { return true }}); len(texts) > 0 || left != nil {
		t.Errorf("of none: %q %v", texts, left)
	}
	if _, err := Read(t.Context(), b, Options{Pages: Range{7, 7}}); !errors.As(err, &p) || !strings.Contains(p.In(say.English), "has 4 pages") {
		t.Errorf("of page 7: %v", err)
	}
}

// Each page of a file of many is told when it is done.
func TestPagesAreTold(t *testing.T) {
	machine(t, 30)
	var told []string
	_, err := Each(t.Context(), manyPages(10, 20, 30, 40), Options{Name: "a.tif", Tell: func(done, of int) {
		told = append(told, fmt.Sprintf("%d/%d", done, of))
	}}, func(Raw) error { return nil })
	if got := strings.Join(told, " "); err != nil || got != "1/4 2/4 3/4 4/4" {
		t.Errorf("told is %q %v", got, err)
	}
}

// A reading that is cancelled ends with the page under way, gives nothing, and leaves no file behind.
func TestReadingIsCancelled(t *testing.T) {
	machine(t, 0)
	slow := filepath.Join(t.TempDir(), "tesseract") // reads until it is killed, and says that it does
	reads := filepath.Join(t.TempDir(), "reads")
	script := "#!/bin/sh\ncase \"$1\" in\n--version) echo 'tesseract 9.1.0';;\n--list-langs) printf 'List:\\nchi_sim\\n';;\n*) : > " + reads + "; exec cat /dev/zero > /dev/null;;\nesac\n"
	if err := os.WriteFile(slow, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Dir(slow)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Setenv("TMPDIR", t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for _, err := os.Stat(reads); err != nil; _, err = os.Stat(reads) {
			runtime.Gosched()
		}
		cancel()
	}()
	pages, err := Read(ctx, manyPages(10, 20, 30), Options{Name: "a.tif"})
	if len(pages) > 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	if left, _ := os.ReadDir(os.TempDir()); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A language that the machine has no data for is named, with those that it has.
func TestLanguageIsMissing(t *testing.T) {
	machine(t, 0)
	_, err := Read(t.Context(), manyPages(10), Options{Name: "a.tif", Languages: "chi_sim+chi_tra_vert"})
	var p *say.Problem
	if !errors.As(err, &p) || p.Subject != "a.tif" || !strings.Contains(p.In(say.English), "no data for chi_tra_vert") ||
		!strings.Contains(p.In(say.English), "tesseract-ocr-chi-tra-vert") || !strings.Contains(p.In(say.Chinese), "改成已装的：chi_sim") {
		t.Error(err)
	}
	m, err := FindMachine(t.Context())
	if err != nil || m.Version != "9.1.0" || m.Usual != "chi_sim" || len(m.Languages) != 1 {
		t.Errorf("%+v %v", m, err)
	}
}
