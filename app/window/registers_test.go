package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/proof"
)

// tabTo presses Tab until what is sought has the keyboard.
func (s *stage) tabTo(is func(fyne.Focusable) bool) {
	s.t.Helper()
	for range 40 {
		if f := s.win.Canvas().Focused(); f != nil && is(f) {
			return
		}
		s.press(fyne.KeyTab)
	}
	s.t.Fatal("Tab does not lead there")
}

// hintedBy knows the field with a hint, and named the button with a name.
func hintedBy(hint string) func(fyne.Focusable) bool {
	return func(f fyne.Focusable) bool { x, ok := f.(*field); return ok && x.PlaceHolder == hint }
}

func named(text string) func(fyne.Focusable) bool {
	return func(f fyne.Focusable) bool { x, ok := f.(*push); return ok && x.Text == text }
}

// inFile types a path where a list is read from and written to, and pushes a button beside it.
func (s *stage) inFile(path, button string) {
	s.t.Helper()
	s.tabTo(hintedBy("CSV 文件的路径"))
	s.win.Canvas().Focused().(*field).SetText(path)
	s.tabTo(named(button))
	s.press(fyne.KeyReturn)
}

// found is how many findings of a check the open page has.
func (s *stage) found(check string) (n int) {
	for _, d := range s.doubts {
		if d.Check == check {
			n++
		}
	}
	return n
}

// An entry of the register is written, changed and deleted by keys, and holds at once; the whole register goes into
// a file and comes back from one.
func TestRegisterByKeys(t *testing.T) {
	s := newStage(t)
	s.page(planted)
	if n := s.found(proof.Register); n != 0 {
		t.Fatalf("%d findings of a register that is empty", n)
	}
	s.do("register")
	s.await("dialog", "name", "register")
	s.await("kept", "count", 0)
	s.write("+")
	s.await("dialog", "name", "entry")
	s.write("老船工")
	s.tabTo(func(f fyne.Focusable) bool { _, ok := f.(*options); return ok })
	s.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight) // organisation, place, phrase, banned
	s.press(fyne.KeyReturn)
	s.await("kept", "count", 1)
	file := filepath.Join(s.home, "名录.csv")
	s.inFile(file, "写出")
	s.await("kept", "count", 1)
	b, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(b), "老船工") || !strings.Contains(string(b), "banned") {
		t.Errorf("%v %s", err, b)
	}
	s.press(fyne.KeyEscape)
	s.lookForNews()
	s.await("surveyed")
	if n := s.found(proof.Register); n != 2 {
		t.Errorf("%d findings of a word that stands twice", n)
	}
	s.do("register")
	s.await("kept", "count", 1)
	s.press(fyne.KeyDelete)
	s.await("kept", "count", 0)
	s.inFile(file, "读入")
	s.await("kept", "count", 1)
	s.inFile(filepath.Join(s.home, "none.csv"), "读入")
	if problem, _ := s.await("kept")["problem"].(string); !strings.Contains(problem, "none.csv") {
		t.Errorf("a file that is not there: %q", problem)
	}
	s.press(fyne.KeyEscape)
}

// A pair of the editor's own is written by keys and found on the page at once; switched off it is not; it goes into
// a file and comes back.
func TestLessonsByKeys(t *testing.T) {
	s := newStage(t)
	s.page(strings.ReplaceAll(planted, "老船工", "老船公"))
	s.do("lessons")
	s.await("kept", "count", 0)
	s.write("+")
	s.await("dialog", "name", "lesson")
	s.write("老船公")
	s.press(fyne.KeyTab)
	s.write("老船工")
	s.press(fyne.KeyReturn)
	s.await("kept", "count", 1)
	s.press(fyne.KeyEscape)
	s.lookForNews()
	s.await("surveyed")
	if n := s.found(proof.Taught); n != 2 {
		t.Errorf("%d places of what was taught are found", n)
	}
	s.do("lessons")
	s.await("kept", "count", 1)
	s.press(fyne.KeyReturn)
	s.await("kept", "count", 1)
	s.press(fyne.KeyEscape)
	s.lookForNews()
	s.await("surveyed")
	if n := s.found(proof.Taught); n != 0 {
		t.Errorf("%d places of what is switched off are found", n)
	}
}

// How sure a wrong character must be is chosen in the profile, with what was measured of each choice, and holds for
// the open page at once.
func TestStrictnessByProfile(t *testing.T) {
	s := newStage(t)
	s.page(planted)
	before := s.found(proof.Wrong)
	if before == 0 {
		t.Fatal("nothing is found")
	}
	s.do("house")
	s.await("dialog", "name", "house")
	s.tabTo(func(f fyne.Focusable) bool {
		o, ok := f.(*options)
		return ok && strings.Contains(o.Selected, "20 处约 19 处属实")
	})
	s.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if o := s.win.Canvas().Focused().(*options); o.Selected != "不查" {
		t.Errorf("chosen is %q", o.Selected)
	}
	s.press(fyne.KeyReturn)
	s.await("house")
	s.await("page")
	s.settle()
	if n := s.found(proof.Wrong); n != 0 {
		t.Errorf("%d wrong characters are shown, before there were %d", n, before)
	}
}
