package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
)

// TestChooseCharacter: a character is chosen with two keys; it is one correction, and one undo takes it back.
func TestChooseCharacter(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n度口来了三百位乘客，渡口的灯都亮着。老船工把缆绳解开，船就离了岸。\n")
	before := s.text()
	s.clean.SetCaret(s.inside(at(1, 0)))
	if len(choicesAt(s.session.Order(), bulletin.Place{Block: 1}, "du")) == 0 {
		t.Error("no characters for a syllable")
	}
	s.do("char.choose")
	s.await("dialog", "name", "choices")
	s.write("1")
	s.await("chosen", "character", "渡")
	s.await("surveyed")
	if want := strings.Replace(before, "度口", "渡口", 1); s.text() != want {
		t.Errorf("%s", s.text())
	}
	mine := 0
	for _, it := range s.changes.items {
		if c := it.c; c != nil && c.Person != 0 {
			if mine++; c.Before != "度" || c.After != "渡" {
				t.Errorf("the correction is %+v", c)
			}
		}
	}
	if mine != 1 {
		t.Errorf("there are %d corrections by hand", mine)
	}
	s.do("undo")
	if s.text() != before {
		t.Errorf("undone: %s", s.text())
	}

	// Turning the page, and going away, change nothing.
	s.clean.SetCaret(s.inside(at(1, 0)))
	s.do("char.choose")
	s.press(fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEscape)
	if s.text() != before || len(s.tops) != 0 {
		t.Errorf("looking at the choices left %s", s.text())
	}
}
