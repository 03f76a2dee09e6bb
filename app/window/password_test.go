package window

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestPasswordAsked: a file that is locked asks for its password; a wrong one is said, and asked for again; with the
// right one it comes in, and opens again without one.
func TestPasswordAsked(t *testing.T) {
	s := newStage(t)
	s.sample()
	b, err := os.ReadFile("../source/testdata/locked.pdf") // the password is "gate"
	if err != nil {
		t.Fatal(err)
	}
	path := s.file("locked.pdf", b)
	s.importPaths([]string{path}, false, s.fail)
	s.await("dialog", "name", "password")
	s.settle()
	f := s.focusables()[0].(*field)
	if !f.Password {
		t.Error("the password is shown while it is typed")
	}
	f.SetText("door")
	s.win.Canvas().Focus(f)
	s.press(fyne.KeyReturn)
	s.settle()
	if said := s.tops[0].(*question).note.Text; len(s.tops) != 1 || !strings.Contains(said, "密码不对") {
		t.Errorf("%d dialogs are open, it says %q", len(s.tops), said)
	}
	f.SetText("gate")
	s.win.Canvas().Focus(f)
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "where")
	s.settle()
	s.press(fyne.KeyReturn)
	s.await("imported")
	s.settle()
	if got := s.text(); !strings.Contains(got, "ferry") {
		t.Errorf("it reads %q", got)
	}
}
