package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
)

// A note is written on what is selected, stands in the list, is answered and settled by keys, and is found again from
// another page of the issue; before export it is said that one is open.
func TestNotesByKeys(t *testing.T) {
	s := newStage(t)
	s.sample()
	first := s.session.Leaf.ID
	s.win.Canvas().Focus(s.clean)
	s.clean.SetCaret(s.inside(at(1, 0)))
	s.do("note.add")
	s.await("dialog", "name", "note")
	s.press(fyne.KeyReturn) // nothing was written: it stays
	s.await("problem")
	s.write("请核人数")
	s.press(fyne.KeyReturn)
	s.await("noted")
	s.await("surveyed")
	s.do("tab.notes")
	if len(s.notes.all) != 1 || s.notes.all[0].Kind != bulletin.Query || s.notes.all[0].State != bulletin.NoteOpen {
		t.Fatalf("%+v", s.notes.all)
	}
	if row := s.noteRow(s.notes.all[0]); !strings.Contains(row.Text, "请核人数") || !strings.Contains(row.Text, "沈小禾") {
		t.Errorf("%+v", row)
	}
	s.do("article.export")
	s.await("preview", "open", 1)
	s.press(fyne.KeyEscape)
	s.settle()
	s.win.Canvas().Focus(s.notes.rows)
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "answer")
	s.write("已核，三百人")
	s.press(fyne.KeyReturn)
	s.await("answered", "as", "answered")
	s.await("surveyed")
	s.win.Canvas().Focus(s.notes.rows)
	s.write("1")
	s.await("answered", "as", "settled")
	s.await("surveyed")
	s.settle()
	if n := s.notes.all[0]; n.State != bulletin.NoteSettled || len(n.Words) != 3 || n.Words[1].Text != "已核，三百人" {
		t.Errorf("%+v", n)
	}
	s.do("page.next")
	s.await("page")
	s.settle()
	if len(s.notes.all) != 0 || s.session.Leaf.ID == first {
		t.Fatalf("%d notes on page %d", len(s.notes.all), s.session.Leaf.ID)
	}
	s.do("note.list")
	s.settle()
	s.press(fyne.KeyReturn)
	s.await("note")
	if s.session.Leaf.ID != first {
		t.Errorf("the note's page is %d, this is %d", first, s.session.Leaf.ID)
	}
}
