package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/widgets"
)

// The caret comes back to where it was before each jump, and forward again: over doubtful places, cards,
// corrections and hits, on another page too, and at the same character where the text changed.
func TestTrail(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.win.Canvas().Focus(s.clean)
	s.clean.SetCaret(widgets.Pos{})
	s.trail = trail{here: s.stopAt(widgets.Pos{})}
	s.press(fyne.KeyDown, fyne.KeyRight)
	home := s.clean.Caret()
	s.do("place.back")
	if s.clean.Caret() != home {
		t.Error("walking counts as a jump")
	}
	stops := []widgets.Pos{home}
	note := func() {
		if at := s.clean.Caret(); at.Block != stops[len(stops)-1].Block {
			stops = append(stops, at)
		}
	}
	s.do("doubt.next")
	note()
	s.do("doubt.next")
	note()
	s.cards.rows.Select(len(s.cards.cards) - 1)
	note()
	s.do("find")
	s.finder.entry.SetText("的")
	s.await("hits")
	s.do("find.next")
	s.await("found")
	note()
	if len(stops) < 4 {
		t.Fatalf("only %d jumps left their block", len(stops))
	}
	for i := len(stops) - 2; i >= 0; i-- {
		s.do("place.back")
		if at := s.clean.Caret(); at != stops[i] {
			t.Fatalf("back at %v, not at %v", at, stops[i])
		}
	}
	s.do("place.back")
	if s.clean.Caret() != home {
		t.Error("before the first place there is another")
	}
	s.clean.SetCaret(home)
	s.write("新字\n")
	for i := 1; i < len(stops); i++ {
		s.do("place.forward")
		want := stops[i]
		want.Block++
		if at := s.clean.Caret(); at != want && !(stops[i].Block == home.Block) {
			t.Fatalf("forward at %v, not at %v", at, want)
		}
	}
	last, page := s.clean.Caret(), s.session.Leaf.ID
	s.do("page.next")
	s.await("page")
	s.settle()
	if s.session.Leaf.ID == page {
		t.Fatal("no other page came")
	}
	s.do("place.back")
	s.await("came")
	s.settle()
	if s.session.Leaf.ID != page || s.clean.Caret() != last {
		t.Errorf("back on page %d at %v, not on %d at %v", s.session.Leaf.ID, s.clean.Caret(), page, last)
	}
	s.do("place.forward")
	s.await("came")
	if s.session.Leaf.ID == page {
		t.Error("forward is on the same page")
	}
}

// What a list shows while somebody moves through it is one place.
func TestTrailThroughAList(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.win.Canvas().Focus(s.clean)
	s.clean.SetCaret(widgets.Pos{Block: 1, Off: 2})
	s.win.Canvas().Focus(s.cards.rows)
	s.cards.rows.Select(0)
	for range s.cards.cards {
		s.press(fyne.KeyDown)
	}
	s.do("place.back")
	if at := s.clean.Caret(); at != (widgets.Pos{Block: 1, Off: 2}) {
		t.Errorf("back at %v", at)
	}
}
