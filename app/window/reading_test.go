package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"qingyang/app/proof"
	"qingyang/app/session"
	"qingyang/widgets"
)

// clock is one that a test winds: what waits for a time waits for that.
type clock struct{ waits []*wait }

type wait struct {
	left time.Duration
	f    func()
}

// stopClock has whatever waits from now on wait for wind.
func (s *stage) stopClock() *clock {
	c := &clock{}
	s.jobs.after = func(d time.Duration, f func()) func() {
		w := &wait{d, f}
		c.waits = append(c.waits, w)
		return func() { w.f = nil }
	}
	return c
}

// wind moves the time on and does what became due.
func (s *stage) wind(c *clock, d time.Duration) {
	s.t.Helper()
	due := c.waits
	c.waits = nil
	for _, w := range due {
		if w.left -= d; w.f != nil && w.left <= 0 {
			w.f()
		} else if w.f != nil {
			c.waits = append(c.waits, w)
		}
	}
	s.settle()
}

// A jump reads nothing, however often and within the screen too; who stands in a block for as long as it takes
// to read it, with the keyboard in the text, has read it, and so has who walks through it from its start.
func TestReadMarksAreTrue(t *testing.T) {
	s := newStage(t)
	c := s.stopClock()
	s.sample()
	s.do("pane.next")
	s.win.Canvas().Focus(s.clean)
	unread := func() int { _, n := s.session.Unread(0); return n }
	before := unread()
	for range 2 * len(s.doubts) {
		s.do("doubt.next")
	}
	for range 10 {
		s.do("unread.next")
	}
	for i := range s.cards.cards {
		s.cards.rows.Select(i)
	}
	s.win.Canvas().Focus(s.changes.rows)
	for i := range s.changes.items {
		s.changes.rows.Select(i)
	}
	s.wind(c, time.Hour)
	s.win.Canvas().Focus(s.clean)
	if unread() != before || s.unread != before {
		t.Fatalf("of %d unread blocks jumps left %d, shown as %d", before, unread(), s.unread)
	}

	at, _ := s.session.Unread(3)
	length := time.Duration(s.session.Order().Length(at)) * time.Second / pace
	if length < 2*least {
		t.Fatalf("block %d is too short for this test", at)
	}
	s.clean.SetCaret(widgets.Pos{Block: at, Off: 3})
	s.wind(c, length-least)
	s.clean.SetCaret(widgets.Pos{Block: at, Off: 8})
	if unread() != before {
		t.Error("a glance counts as reading")
	}
	s.wind(c, least)
	if unread() != before-1 || !s.session.Read(at) || s.unread != before-1 {
		t.Errorf("who stood in the block long enough has not read it: %d unread of %d, shown as %d", unread(), before, s.unread)
	}

	s.clean.SetCaret(widgets.Pos{Block: at + 1, Off: 2})
	for s.clean.Caret().Block < at+4 {
		s.press(fyne.KeyDown)
	}
	if s.session.Read(at + 1) {
		t.Error("a block that was walked through from its middle on counts as read")
	}
	for b := at + 2; b < at+4; b++ {
		if !s.session.Read(b) {
			t.Errorf("block %d was walked through and is unread", b)
		}
	}
	if s.session.Read(at + 4) {
		t.Error("the block that was walked into counts as read")
	}
	s.clean.SetCaret(widgets.Pos{})
	for range 200 {
		s.press(fyne.KeyPageDown)
	}
	if unread() != 0 || s.unread != 0 {
		for b := range s.session.Order().Blocks() {
			if !s.session.Read(b) {
				t.Log("unread: ", b, s.session.Order().Head(b).Kind, s.session.Order().Length(b))
			}
		}
		t.Errorf("who walked through all of the page left %d unread, shown as %d; caret %v", unread(), s.unread, s.clean.Caret())
	}
}

// At a doubtful place no digit falls into the text, and each does what the place says; after it is answered,
// and when the text is another by then, too. Escape lets digits be typed.
func TestDigitsAtDoubts(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工己经把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n" +
		"第二天清早，船到了对岸，岸上的人都来看，孩子们跑得最快，老人们走在后面。\n")
	digits := "1234567890０１２"
	for _, check := range []string{proof.Junction, proof.Tray, proof.Headless, proof.Flag, proof.Damage} {
		t.Run(check, func(t *testing.T) {
			for _, r := range digits {
				was := s.text()
				d := session.Doubt{Place: at(2, 3)}
				d.Check, d.At, d.Rule = check, s.session.Order().ID(at(2, 3)), map[string]string{proof.Flag: "C4"}[check]
				s.showDoubt(d, "?")
				s.write(string(r))
				for s.escape() {
				}
				s.win.Canvas().Focus(s.clean)
				if s.at == nil {
					t.Fatalf("after %c the place is not a doubtful one any more", r)
				}
				s.write("7")
				s.settle()
				if s.text() != was {
					t.Fatalf("%c fell into the text:\n%s", r, s.text())
				}
			}
		})
	}
	t.Run("a character", func(t *testing.T) {
		for i := range len(s.doubts) {
			s.do("doubt.next")
			if s.at.Check == proof.Wrong || s.at.Check == proof.Rule {
				break
			}
			if i == len(s.doubts)-1 {
				t.Fatal("己经 is not doubtful")
			}
		}
		offer := s.at.Offer[0]
		s.write("1")
		if !strings.Contains(s.text(), offer+"经") || strings.Contains(s.text(), "1") || !strings.Contains(s.status.Text(), offer) {
			t.Errorf("1 did not put in %q: %q\n%s", offer, s.status.Text(), s.text())
		}
		was := s.text()
		s.write("1")
		if s.text() != was {
			t.Error("the second 1 fell into the text")
		}
		s.press(fyne.KeyEscape)
		s.write("1")
		if s.text() == was {
			t.Error("after Escape no digit can be typed")
		}
	})
	t.Run("another text since", func(t *testing.T) {
		d := session.Doubt{Place: at(2, 3)}
		d.Check, d.Rule, d.Old, d.New = proof.Wrong, "C2", "无此", "有此"
		d.At = s.session.Order().ID(at(2, 3))
		s.showDoubt(d, "?")
		was := s.text()
		s.write("1")
		if s.text() != was {
			t.Errorf("%s", s.text())
		}
	})
}

// At a doubtful junction 1 turns it, as F7 does, and both say what they did; a digit after it is a slip.
func TestTurnByDigit(t *testing.T) {
	turned := func(turn func(s *stage)) (text, said string) {
		s := newStage(t)
		s.sample()
		for range s.doubts {
			if s.do("doubt.next"); s.at.Check == proof.Junction {
				break
			}
		}
		was := s.text()
		turn(s)
		if s.text() == was {
			t.Error("the junction was not turned")
		}
		text, said = s.text(), s.status.Text()
		if s.write("1"); s.text() != text {
			t.Error("another 1 fell into the text")
		}
		s.do("undo")
		if s.text() != was {
			t.Error("undo did not turn it back")
		}
		return text, said
	}
	byDigit, said := turned(func(s *stage) { s.write("1") })
	byKey, again := turned(func(s *stage) { s.press(fyne.KeyF7) })
	if byDigit != byKey || said != again || !strings.Contains(said, "已改为") {
		t.Errorf("1 says %q, F7 says %q; they do the same: %v", said, again, byDigit == byKey)
	}
}

// Both lines of a doubtful junction are lit on the raw side, and where they meet on the clean side; below the
// place a third of the text's pane stays.
func TestJunctionLit(t *testing.T) {
	s := newStage(t)
	s.sample()
	seen := 0
	for range s.doubts {
		s.do("doubt.next")
		if s.at.Check != proof.Junction {
			continue
		}
		seen++
		above, below := s.rawDoc.place(int(s.at.At.Index)).Block, s.rawDoc.below(int(s.at.At.Index))
		if ends := s.session.Raw.Lines[above].To; ends != int(s.at.At.Index) || s.rawLength(below) == 0 {
			t.Fatalf("the junction is at %v, line %d ends at %d", s.at.At, above, ends)
		}
		lit := s.raw.Lit()
		if len(lit) != 2 || lit[0].From.Block != above || lit[1].From.Block != below || lit[0].To.Off != s.rawLength(above) || lit[1].To.Off != s.rawLength(below) {
			t.Errorf("on the raw side are lit %v, not lines %d and %d", lit, above, below)
		}
		if n := len(s.clean.Lit()); n < 1 || n > 2 {
			t.Errorf("on the clean side are lit %v", s.clean.Lit())
		}
	}
	if seen == 0 {
		t.Error("the sample has no doubtful junction")
	}
}

func (s *stage) rawLength(line int) int {
	l := s.session.Raw.Lines[line]
	return l.To - l.From
}
