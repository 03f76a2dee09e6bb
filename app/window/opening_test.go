package window

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/command"
)

// shown is what the panes hold.
type shown struct{ raw, clean, library, cards, changes, history, doubts, lit int }

func (s *stage) shown() shown {
	length := func(d interface{ Len() int }, none bool) int {
		if none {
			return 0
		}
		return d.Len()
	}
	return shown{
		length(s.raw.Document(), s.raw.Document() == nil), length(s.clean.Document(), s.clean.Document() == nil),
		len(s.library.items), len(s.cards.cards), len(s.changes.items), len(s.history.steps), len(s.doubts), len(s.finder.hits),
	}
}

// TestFailedOpening: whatever is opened or made and cannot be, the library and the page that are open stay
// open, with all that stands in the panes, and can be worked in.
func TestFailedOpening(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.do("tab.history")
	s.await("history")
	s.settle()
	before, session, desk := s.shown(), s.session, s.desk
	if before.cards == 0 || before.changes == 0 || before.history == 0 || before.doubts == 0 {
		t.Fatalf("the sample shows %+v", before)
	}
	whole, err := os.ReadFile(filepath.Join(s.home, "sample.qingyang"))
	if err != nil {
		t.Fatal(err)
	}
	other := s.file("other.qingyang", whole[:len(whole)/2])
	for _, c := range []struct {
		name string
		l    library
	}{
		{"no such file", library{path: filepath.Join(s.home, "none.qingyang")}},
		{"no such folder", library{path: filepath.Join(s.home, "none", "none.qingyang"), make: always}},
		{"a text", library{path: s.file("a.txt", []byte("不是档案库"))}},
		{"a folder", library{path: s.home}},
		{"a new one where there is one", library{path: other, make: always}},
		{"a header and rubbish", library{path: s.file("b.qingyang", append(bytes.Clone(whole[:100]), bytes.Repeat([]byte{7}, 9000)...))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.openLibrary(c.l)
			s.await("problem")
			s.settle()
			if s.session != session || s.desk != desk || s.shown() != before {
				t.Errorf("shown are now %+v, were %+v; the page is the same: %v", s.shown(), before, s.session == session)
			}
			if _, err := os.Stat(filepath.Join(s.home, "none.qingyang")); err == nil {
				t.Error("opening made a library")
			}
		})
	}
	s.clicks()
	s.settle()
	for s.escape() { // taking back may have asked something
	}
	s.clean.SetCaret(s.inside(at(0, 0)))
	s.win.Canvas().Focus(s.clean)
	s.write("新")
	s.do("page.save")
	s.await("saved")
}

// TestNothingOpen: without a page every pane is empty; no key, click or command does anything to it, and none
// ends the program.
func TestNothingOpen(t *testing.T) {
	every := func(s *stage) {
		for _, c := range command.Table {
			if slices.Contains([]string{"quit", "sample", "page.hide"}, c.ID) { // they open or close something
				continue
			}
			s.run(c)
			s.settle()
			for s.escape() {
				s.settle()
			}
		}
		s.clicks()
		s.settle()
		s.win.Canvas().Focus(s.clean)
		s.write("字1")
		s.press(fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyDown, fyne.KeyEscape)
		s.settle()
	}
	t.Run("no library", func(t *testing.T) {
		s := newStage(t)
		every(s)
		if s.shown() != (shown{}) {
			t.Errorf("shown are %+v", s.shown())
		}
	})
	t.Run("an empty library after a full one", func(t *testing.T) {
		s := newStage(t)
		s.sample()
		s.do("tab.history")
		s.await("history")
		s.do("find")
		s.write("的")
		s.await("hits")
		s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
		if s.session != nil || s.shown() != (shown{}) {
			t.Errorf("shown are %+v", s.shown())
		}
		every(s)
		if s.session != nil || s.shown() != (shown{}) {
			t.Errorf("after all commands shown are %+v", s.shown())
		}
	})
	t.Run("a page", func(t *testing.T) {
		s := newStage(t)
		s.sample()
		every(s)
		if s.session == nil {
			t.Error("the page is not open any more")
		}
	})
}

// TestLastLibrary: the library that was open last is opened again from whatever folder the program is started; where
// it is not there any more that is said.
func TestLastLibrary(t *testing.T) {
	s := newStage(t)
	t.Chdir(s.home)
	s.open(library{path: "here.qingyang", make: always})
	last := s.app.Preferences().String(prefLibrary)
	t.Chdir(t.TempDir())
	if l, err := firstLibrary(Options{}, last); err != nil || l.missing != "" || l.path != filepath.Join(s.home, "here.qingyang") {
		t.Errorf("begun with is %+v: %v", l, err)
	}
	gone := last + ".away"
	l, err := firstLibrary(Options{}, gone)
	if err != nil || l.missing != gone || l.path == gone {
		t.Errorf("begun with is %+v: %v", l, err)
	}
	s.open(l)
	if got := s.status.Text(); !strings.Contains(got, gone) || !strings.Contains(got, l.path) {
		t.Errorf("it says %q", got)
	}
}
