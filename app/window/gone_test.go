package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
)

func at(block, off int) bulletin.Place { return bulletin.Place{Block: block, Off: off} }

// first is the text of the first block on the clean side.
func (s *stage) first() string {
	text, _ := s.session.Order().Block(0)
	return string(text)
}

// TestLibraryGone: the file of the open library is deleted while somebody types. It is said before anything
// is called saved, quitting asks, and all of it goes on in a copy.
func TestLibraryGone(t *testing.T) {
	s := newStage(t)
	s.sample()
	path := s.desk.Path()
	s.win.Canvas().Focus(s.clean)
	s.clean.SetCaret(s.inside(at(0, 0)))
	s.write("甲")
	s.do("page.save")
	s.await("saved")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.lookForNews() // as the clock would have it do
	s.await("gone")
	s.await("dialog", "name", "gone")
	s.press(fyne.KeyEscape)
	s.win.Canvas().Focus(s.clean)
	s.write("乙")
	s.recent = nil
	s.do("page.save")
	s.await("problem")
	s.settle()
	s.lookForNews()
	s.settle()
	for _, state := range s.recent {
		if strings.Contains(state, `"saved"`) {
			t.Errorf("it was called saved: %v", s.recent)
		}
	}
	if s.session.Unsaved() == 0 || s.first()[:6] != "甲乙" {
		t.Fatalf("%d unsaved, the text is %q", s.session.Unsaved(), s.first())
	}

	s.do("quit")
	s.await("dialog", "name", "leave")
	s.press(fyne.KeyEscape)
	if s.session == nil || s.desk == nil {
		t.Fatal("quitting did not wait for an answer")
	}
	s.do("quit")
	s.await("dialog", "name", "leave")
	copied := filepath.Join(s.home, "copy.qingyang")
	s.moveTo(library{path: copied}, func(error) {})
	for s.escape() {
	}
	s.await("moved")
	s.settle()
	s.win.Canvas().Focus(s.clean)
	s.write("丙")
	s.do("quit")
	s.await("quit")

	again := newStage(t)
	again.open(library{path: copied})
	if got := again.first(); !strings.HasPrefix(got, "甲乙丙") {
		t.Errorf("the copy begins with %q", got)
	}
}

// TestGoneWithoutAPage: quitting asks for the sake of the library, too.
func TestGoneWithoutAPage(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
	if err := os.Remove(s.desk.Path()); err != nil {
		t.Fatal(err)
	}
	s.do("quit")
	s.await("dialog", "name", "leave")
}

// TestGoneAndBack: a file that was moved and put back is saved into again.
func TestGoneAndBack(t *testing.T) {
	s := newStage(t)
	s.sample()
	path := s.desk.Path()
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	s.lookForNews()
	s.await("gone")
	s.press(fyne.KeyEscape)
	s.win.Canvas().Focus(s.clean)
	s.clean.SetCaret(s.inside(at(0, 0)))
	s.write("甲")
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	s.lookForNews()
	s.await("back")
	s.await("saved")
	if s.session.Unsaved() != 0 {
		t.Errorf("%d unsaved", s.session.Unsaved())
	}
}

// TestGiveUp: what cannot be saved is given up when the editor says so.
func TestGiveUp(t *testing.T) {
	s := newStage(t)
	s.sample()
	if err := os.Remove(s.desk.Path()); err != nil {
		t.Fatal(err)
	}
	page := s.session
	s.win.Canvas().Focus(s.clean)
	s.write("甲")
	left := false
	s.askLeave(os.ErrPermission, func() { left = true })
	s.giveUp(page, func() { left = true })
	s.await("discarded")
	if !left || s.session != nil || s.shown().clean != 0 {
		t.Errorf("gone on: %v, page open: %v", left, s.session != nil)
	}
}
