package window

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"golang.org/x/image/tiff"

	"qingyang/app/desk"
	"qingyang/widgets"
)

// gated is the context of a job that waits at its first look at it until the gate opens or it is cancelled, as
// one does that takes long.
type gated struct {
	context.Context
	gate <-chan struct{}
}

func (c gated) Err() error {
	select {
	case <-c.gate:
	case <-c.Context.Done():
	}
	return c.Context.Err()
}

// TestImportTakesItsTime: while an import takes long, what is typed into the open page stands there at once; after
// half a second the import is shown, with a way to cancel it, and a cancelled one leaves nothing behind.
func TestImportTakesItsTime(t *testing.T) {
	for _, cancelled := range []bool{false, true} {
		s := newStage(t)
		s.page("夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸。\n")
		before := s.session.Leaf.ID
		rows := len(s.library.items)
		c, gate, wrap := s.stopClock(), make(chan struct{}), s.jobs.wrap
		s.jobs.wrap = func(ctx context.Context) context.Context { return gated{wrap(ctx), gate} }
		s.importFiles([]desk.File{{Name: "b.txt", Bytes: []byte(prose(3_000))}}, desk.Importing{}, s.fail)
		s.jobs.wrap = wrap

		s.clean.SetCaret(s.inside(at(0, 0)))
		s.win.Canvas().Focus(s.clean)
		s.write("甲乙")
		if !strings.HasPrefix(s.text(), "甲乙") {
			t.Fatalf("the page begins with %q", s.first())
		}
		if s.under.content.Visible() {
			t.Error("it was shown at once")
		}
		for _, w := range c.waits {
			if w.left == patient && w.f != nil {
				w.f()
			}
		}
		s.await("progress", "name", "Importing")
		if !s.under.content.Visible() {
			t.Error("it is not shown")
		}
		if cancelled {
			s.press(fyne.KeyEscape)
			s.await("cancelled")
		} else {
			close(gate)
			s.await("page")
		}
		s.settle()
		if s.under.content.Visible() {
			t.Error("it is over and shown")
		}
		if now := s.session.Leaf.ID; (now == before) != cancelled || (len(s.library.items) == rows) != cancelled {
			t.Errorf("cancelled: %v; page %d is open, it was %d; %d rows are listed, it were %d", cancelled, now, before, len(s.library.items), rows)
		}
		if !cancelled {
			s.openPage(before, nil)
			s.await("page")
			s.settle()
		}
		if !strings.HasPrefix(s.text(), "甲乙") {
			t.Errorf("the page begins with %q", s.first())
		}
	}
}

// TestDropped: files and folders that are dropped on the window are imported.
func TestDropped(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
	s.file("一.txt", []byte("夜航首日\n\n渡口的灯亮了，船才敢靠岸。\n"))
	s.file("二.txt", []byte("渡口添灯\n\n老船工把缆绳解开，船就离了岸。\n"))
	s.dropped(fyne.NewPos(9, 9), []fyne.URI{storage.NewFileURI(s.home)})
	s.await("dialog", "name", "where")
	s.settle()
	s.press(fyne.KeyReturn)
	s.await("imported", "pages", 2)
	s.await("page")
	s.settle()
	s.file("三.txt", nil)
	s.dropped(fyne.NewPos(9, 9), []fyne.URI{storage.NewFileURI(s.home)}) // nothing of it is new, and one is empty
	s.await("dialog", "name", "where")
	s.settle()
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "where")
	s.settle()
	if said := s.seen(); !strings.Contains(said, "2 个文件早已导入，1 个没有导入（三.txt：是空文件") {
		t.Errorf("the dialog says %s", said)
	}
	var pub *field
	visit(s.front(), func(o fyne.CanvasObject) {
		if f, ok := o.(*field); ok && pub == nil {
			pub = f
		}
	})
	if pub.Text != "" {
		t.Errorf("%q is offered as a publication", pub.Text)
	}
}

// TestDamageIsShown: what could not be read of a file is gone to, one place after the other.
func TestDamageIsShown(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
	s.importPaths([]string{s.file("bad.txt", []byte("渡口的灯\x81\x20亮了，船才敢靠岸。\n老船工把缆绳解开\n船就\x81\x20离了岸。\n"))}, false, s.fail)
	s.await("dialog", "name", "where")
	s.settle()
	var preview *widgets.Editor
	visit(s.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if e, ok := o.(*widgets.Editor); ok {
			preview = e
		}
	})
	if preview == nil {
		t.Fatal("there is no preview")
	}
	var lines []int
	for range 3 {
		s.tap("去看")
		at := preview.Selection()
		lines = append(lines, at.From.Block)
		b := preview.Document().Block(at.From.Block)
		if at.To.Off != at.From.Off+1 || len(b.Spans) == 0 || b.Spans[0].From != at.From.Off {
			t.Errorf("shown is %v of %q", at, string(b.Text))
		}
	}
	if lines[0] != 0 || lines[1] != 2 || lines[2] != 0 {
		t.Errorf("the places are in lines %v", lines)
	}
}

// TestScansTellTheirPages: a file of many scans is asked about when its first page was read; the others are told page by
// page while they are imported, in a window where nothing else goes on; Escape ends it wherever the keyboard is, and what
// came in by then is whole pages.
func TestScansTellTheirPages(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the reading machine is a shell script")
	}
	s := newStage(t)
	machine := filepath.Join(t.TempDir(), "tesseract")
	if err := os.WriteFile(machine, []byte(`#!/bin/sh
case "$1" in
--version) echo tesseract 5.3.0;;
--list-langs) printf 'List (2):\nchi_sim\neng\n';;
*) printf '<html><body><div class="ocr_page" title="image \"page\"; bbox 0 0 900 300; scan_res 300 300"><span class="ocr_line" title="bbox 10 10 600 60"><span class="ocrx_word" title="bbox 10 10 600 60">渡口今晚亮灯</span></span></div></body></html>' > out.hocr;;
esac
`), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Dir(machine)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
	path := s.file("四版.tif", scans(t, 4))
	s.importPaths([]string{path}, true, s.fail)
	s.await("dialog", "name", "where")
	s.settle()
	if !strings.Contains(s.seen(), "其余各版导入时再读") {
		t.Errorf("the dialog says %s", s.seen())
	}
	c := s.stopClock()
	s.press(fyne.KeyReturn)
	for _, w := range c.waits {
		if w.left == patient && w.f != nil {
			w.f()
		}
	}
	s.await("progress", "page", 2, "pages", 4)
	if !s.under.content.Visible() || s.under.content.Size().Width < 280 || !strings.Contains(s.under.text, "第 2/4 页") {
		t.Errorf("shown is %v, %v, %q", s.under.content.Visible(), s.under.content.Size(), s.under.text)
	}
	s.await("imported", "pages", 4)
	s.settle()
}

// scans is a TIFF file of pages: each leads to the next (TIFF 6.0, section 2).
func scans(t *testing.T, pages int) []byte {
	t.Helper()
	var all []byte
	link, o := 4, binary.LittleEndian
	for k := range pages {
		var b bytes.Buffer
		if err := tiff.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 300+k)), nil); err != nil {
			t.Fatal(err)
		}
		one, from := b.Bytes(), uint32(len(all))
		at := o.Uint32(one[4:])
		n := uint32(o.Uint16(one[at:]))
		for e := at + 2; e < at+2+12*n; e += 12 {
			kind, count := o.Uint16(one[e+2:]), o.Uint32(one[e+4:])
			if size := count * map[uint16]uint32{1: 1, 2: 1, 3: 2, 4: 4, 5: 8}[kind]; size > 4 || o.Uint16(one[e:]) == 273 {
				o.PutUint32(one[e+8:], o.Uint32(one[e+8:])+from)
			}
		}
		all = append(all, one...)
		o.PutUint32(all[link:], at+from)
		link = int(from + at + 2 + 12*n)
	}
	return all
}

// TestLanguagesOfScans: the languages of scans are a part of the rules of the house, written or chosen one by one.
func TestLanguagesOfScans(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n渡口的灯亮了，船才敢靠岸。\n")
	s.do("house")
	s.await("dialog", "name", "house")
	s.settle()
	var languages *field
	visit(s.front(), func(o fyne.CanvasObject) {
		if f, ok := o.(*field); ok && strings.Contains(f.PlaceHolder, "chi_sim+eng") {
			languages = f
		}
	})
	if languages == nil {
		t.Fatal("no field asks for them")
	}
	languages.SetText(joined(joined(joined("chi_sim", "eng"), "chi_sim"), "chi_tra"))
	s.press(fyne.KeyTab)
	s.tap("保存")
	s.await("house")
	s.settle()
	profile, err := s.desk.House(t.Context(), s.session.Leaf.Paper)
	if err != nil || profile.Languages != "eng+chi_tra" {
		t.Errorf("%q %v", profile.Languages, err)
	}
	if got, err := s.desk.Languages(t.Context(), s.session.Leaf.Publication); err != nil || got != "eng+chi_tra" {
		t.Errorf("%q %v", got, err)
	}
}
