package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/widgets"
)

// Each step says where it was, and leads there; an old state comes back as one step that Ctrl+Z takes back; a
// difference leads to its place.
func TestHistory(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.win.Canvas().Focus(s.clean)
	was := s.text()
	last := s.cards.cards[len(s.cards.cards)-1]
	for i := range s.cards.cards {
		if s.cards.cards[i].headed {
			last = s.cards.cards[i]
		}
	}
	s.clean.SetCaret(widgets.Pos{Block: last.from + 1, Off: 1})
	s.write("甲乙丙")
	there := s.clean.Caret()
	s.do("page.save")
	s.clean.SetCaret(widgets.Pos{Block: 0, Off: 0})
	s.write("丁")
	s.resurvey()
	now := s.text()
	s.do("tab.history")
	s.await("history")
	s.settle()
	row := s.history.row(1)
	if !strings.Contains(row.Note, last.name) {
		t.Errorf("the step of %q says %q", last.name, row.Note)
	}
	s.history.rows.Select(1)
	s.await("step")
	if s.clean.Caret().Block != there.Block {
		t.Errorf("choosing the step leads to block %d, not %d", s.clean.Caret().Block, there.Block)
	}

	s.history.look(2)
	s.await("state", "differences", 2)
	for range 2 {
		s.press(fyne.KeyDown)
	}
	s.press(fyne.KeyReturn)
	if at := s.clean.Caret(); at != (widgets.Pos{Block: there.Block, Off: there.Off - 3}) || s.win.Canvas().Focused() != s.clean {
		t.Errorf("the difference leads to %v, it is at %v", at, there)
	}
	if len(s.tops) > 0 {
		t.Error("the state stays in front")
	}

	n := s.history.steps[2].To
	revisions := s.session.Snapshot().Text.N()
	s.history.restore(n)
	if s.text() != was || s.session.Snapshot().Text.N() != revisions+1 {
		t.Errorf("restored in %d revisions: %v", s.session.Snapshot().Text.N()-revisions, s.text() == was)
	}
	s.do("undo")
	if s.text() != now {
		t.Error("Ctrl+Z did not take the restoring back")
	}
	s.do("redo")
	if s.text() != was {
		t.Error("redo did not restore again")
	}
}
