package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
)

// elsewhere is somebody else's window with the same page: it puts text in place of two characters, and that is saved.
func (s *stage) elsewhere(name string, at bulletin.Place, text string) {
	s.t.Helper()
	d, err := desk.Open(s.t.Context(), s.desk.Path(), desk.Options{Name: name})
	if err != nil {
		s.t.Fatal(err)
	}
	defer d.Close()
	page, err := d.OpenPage(s.t.Context(), s.session.Leaf.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, _, err := page.Replace(at, bulletin.Place{Block: at.Block, Off: at.Off + 2}, text); err != nil {
		s.t.Fatal(err)
	}
	if err := page.Close(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

// clashing has two windows change the same characters of a block.
func clashing(t *testing.T) (s *stage, block int) {
	s = newStage(t)
	s.sample()
	for block = range s.session.Order().Blocks() {
		if s.session.Order().Head(block).Kind == bulletin.Paragraph && s.session.Order().Length(block) > 20 {
			break
		}
	}
	s.elsewhere("另一人", at(block, 4), "别人")
	s.win.Canvas().Focus(s.clean)
	s.clean.Select(s.inside(at(block, 4)), s.inside(at(block, 6)))
	s.write("我改")
	s.do("page.save")
	s.await("clashes", "n", 1)
	s.settle()
	if !s.clashBar.content.Visible() {
		t.Fatal("nothing shows that two changed the same")
	}
	return s, block
}

// What two windows changed at the same time waits, with both texts, until somebody answers: over dialogs closed,
// another page and another start. Any of the three texts can be chosen, as one step that Ctrl+Z takes back.
func TestClash(t *testing.T) {
	for _, c := range []struct {
		name   string
		button int // of the further ones, -1 the main one
		want   func(ours, theirs, both string) string
	}{
		{"ours", 1, func(ours, _, _ string) string { return ours }},
		{"theirs", 2, func(_, theirs, _ string) string { return theirs }},
		{"both", -1, func(_, _, both string) string { return both }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, block := clashing(t)
			ours, theirs := s.clashes[0].Ours, s.clashes[0].Theirs
			text, _ := s.session.Order().Block(block)
			both := string(text)
			if !strings.Contains(ours, "我改") || strings.Contains(ours, "别人") || !strings.Contains(theirs, "别人") || strings.Contains(theirs, "我改") {
				t.Fatalf("ours is %q, theirs %q", ours, theirs)
			}
			s.do("clash.show")
			s.await("dialog", "name", "clash")
			s.press(fyne.KeyEscape)
			s.do("page.next")
			s.await("page")
			s.settle()
			if len(s.clashes) != 0 || s.clashBar.content.Visible() {
				t.Error("another page shows the clash of this one")
			}
			s.do("page.back")
			s.await("clashes", "n", 1)
			s.settle()
			s.do("clash.show")
			s.await("dialog", "name", "clash")
			q := s.tops[0].(*question)
			if c.button < 0 {
				s.press(fyne.KeyReturn)
			} else {
				q.of.more[c.button].(*push).OnTapped()
			}
			s.await("clashes", "n", 0)
			s.settle()
			if text, _ := s.session.Order().Block(block); string(text) != c.want(ours, theirs, both) {
				t.Errorf("the block is %q, not %q", string(text), c.want(ours, theirs, both))
			}
			if s.clashBar.content.Visible() || len(s.tops) > 0 {
				t.Error("it is answered, and still asks")
			}
		})
	}
}

// The place is gone to with the clash left open, and another window's answer is an answer here.
func TestClashAnsweredElsewhere(t *testing.T) {
	s, block := clashing(t)
	s.clean.SetCaret(s.inside(at(0, 0)))
	s.do("clash.show")
	s.await("dialog", "name", "clash")
	s.tops[0].(*question).of.more[0].(*push).OnTapped()
	if s.clean.Caret().Block != block || len(s.clashes) != 1 {
		t.Errorf("the caret is in block %d, not %d; %d wait", s.clean.Caret().Block, block, len(s.clashes))
	}
	d, err := desk.Open(t.Context(), s.desk.Path(), desk.Options{Name: "另一人"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Clashes(t.Context(), s.session.Leaf.ID, func([]desk.Clash) []desk.Clash { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	s.lookForNews()
	s.await("clashes", "n", 0)
	if s.clashBar.content.Visible() {
		t.Error("it still asks")
	}
}
