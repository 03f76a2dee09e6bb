package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/sample"
)

// TestNothingBlocks is the window's whole job with the guard of the stage: whatever would wait on the window's
// goroutine fails it. A page is imported, its doubts are gone through, one junction turned, text typed, found
// and replaced, an edit undone and a correction taken back; it is explained, looked at as it was, exported,
// searched for in the library, verified, backed up; the house's rules are changed; then it is closed, and opened
// again.
func TestNothingBlocks(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(s.home, "报社.qingyang")
	s.open(library{path: path, make: always})
	page := s.file("page.txt", sample.Issues()[0].Pages[3].Raw)

	s.do("page.import")
	s.await("dialog", "name", "import")
	s.write(page)
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "where")
	s.press(fyne.KeyReturn)
	s.await("imported")
	s.await("page")
	s.settle()
	if len(s.doubts) == 0 || len(s.changes.items) == 0 {
		t.Fatalf("%d doubts, %d rows of corrections", len(s.doubts), len(s.changes.items))
	}

	turned := false
	for range s.doubts {
		s.do("doubt.next")
		s.await("doubt")
		if was := s.text(); !turned {
			if s.do("junction.flip"); s.text() != was {
				turned = true
				s.await("refreshed")
				s.do("undo")
			}
		}
	}
	if !turned {
		t.Error("there was no junction to turn")
	}
	s.clean.SetCaret(s.inside(at(0, 0)))
	for left := 1; left > 0; _, left = s.session.Unread(0) {
		s.press(fyne.KeyPageDown)
	}
	s.do("unread.next")
	s.await("unread", "block", -1)

	s.clean.SetCaret(s.inside(at(2, 1)))
	s.write("新写的字")
	s.press(fyne.KeyReturn, fyne.KeyBackspace)
	s.await("refreshed")
	typed := s.text()
	s.do("undo")
	s.do("redo")
	if s.text() != typed {
		t.Error("redo did not bring back what undo took")
	}
	s.do("page.save")
	s.await("saved")
	s.do("correction.takeback")
	s.settle()

	s.do("find")
	s.write("新写")
	s.await("hits", "n", 1)
	s.do("find.regexp")
	s.do("find.issue")
	s.await("counted")
	s.press(fyne.KeyReturn)
	s.settle()
	s.do("replace")
	s.win.Canvas().Focus(s.finder.other)
	s.write("改写")
	s.finder.replace(true)
	s.await("replaced", "n", 1)
	s.settle()
	s.press(fyne.KeyEscape)

	s.do("why")
	s.await("why")
	s.press(fyne.KeyEscape)
	s.do("tab.history")
	s.await("history")
	s.settle()
	s.history.look(len(s.history.steps) - 1)
	s.await("state")
	s.press(fyne.KeyEscape)
	s.do("char.choose")
	s.press(fyne.KeyEscape)
	s.do("house")
	s.await("dialog", "name", "house")
	s.press(fyne.KeyEscape)

	s.clean.SetCaret(s.inside(at(1, 0)))
	s.do("article.export")
	s.await("dialog", "name", "export")
	s.await("preview")
	out := filepath.Join(s.home, "out.txt")
	s.win.Canvas().Focused().(*field).SetText(out)
	s.press(fyne.KeyReturn)
	s.await("exported")
	if b, err := os.ReadFile(out); err != nil || len(b) == 0 {
		t.Error("nothing was exported: ", err)
	}

	s.do("library.search")
	s.await("dialog", "name", "search")
	s.write("改写")
	if s.await("searched", "query", "改写")["hits"] == float64(0) {
		t.Error("what was typed is not found in the library")
	}
	s.press(fyne.KeyReturn)
	s.settle()
	s.do("page.next")
	s.settle()

	s.do("library.verify")
	if s.await("verified")["faults"] != float64(0) {
		t.Error("the library is not sound")
	}
	s.press(fyne.KeyEscape)
	s.do("library.backup")
	s.press(fyne.KeyReturn)
	s.await("backup")
	s.do("person.name")
	s.write("沈小禾二")
	s.press(fyne.KeyReturn)
	s.await("named")
	s.lookForNews()
	s.settle()
	s.do("language")
	s.settle()
	last := s.text()
	s.do("quit")
	s.await("quit")

	s.open(library{path: path})
	if s.session == nil || s.text() != last || !strings.Contains(last, "改写") {
		t.Error("the page came back as another")
	}
}
