package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/session"
	"qingyang/widgets"
)

// listed are the corrections that the list shows.
func (s *stage) listed() (all []*session.Correction) {
	for _, it := range s.changes.items {
		if it.c != nil {
			all = append(all, it.c)
		}
	}
	return all
}

// resurvey waits for what an edit changes beside the texts.
func (s *stage) resurvey() {
	s.t.Helper()
	s.await("refreshed")
	s.settle()
}

const rough = "夜航首日\n\n渡口新添 12艘渡轮,游客多了。老船工说,这条河养活了几代人,岸上的人越来越少。\n\n第二天 3艘船开到对岸,岸上的人都来看。\n"

// What rules did is folded at first, and folded and unfolded by keys; what people did stands open.
func TestChangesFolded(t *testing.T) {
	s := newStage(t)
	s.page(rough)
	if len(s.changes.items) < 2 || len(s.listed()) != 0 {
		t.Fatalf("%d rows, %d of them corrections", len(s.changes.items), len(s.listed()))
	}
	s.clean.SetCaret(widgets.Pos{Block: 1, Off: 1})
	s.write("字")
	s.resurvey()
	if got := s.listed(); len(got) != 1 || got[0].After != "字" {
		t.Errorf("%d corrections stand open", len(got))
	}
	s.do("tab.changes")
	s.press(fyne.KeyEnd, fyne.KeyRight)
	open := len(s.listed())
	if open < 2 {
		t.Errorf("after Right %d corrections are listed", open)
	}
	s.press(fyne.KeyDown, fyne.KeyLeft)
	if i := s.changes.rows.Selected(); len(s.listed()) != 1 || i != len(s.changes.items)-1 {
		t.Errorf("after Left %d corrections are listed, row %d of %d is selected", len(s.listed()), i, len(s.changes.items))
	}
	s.press(fyne.KeyReturn)
	if len(s.listed()) != open {
		t.Errorf("after Enter %d corrections are listed, not %d", len(s.listed()), open)
	}
}

// The list narrows to a kind, a maker, a standing and to words, and to all of them together; the number in the
// foot of the window is that of those that count.
func TestChangesSieve(t *testing.T) {
	s := newStage(t)
	s.page(rough)
	p := s.changes
	n := 0
	for _, g := range p.all {
		n += g.counts
	}
	if n != s.counting || n == 0 {
		t.Errorf("%d corrections count, the foot says %d", n, s.counting)
	}
	passing := func(what string, want func(c *session.Correction) bool) {
		t.Helper()
		passed := 0
		for _, g := range p.all {
			for _, c := range g.all {
				if want(c) {
					passed++
				}
			}
		}
		got := s.listed()
		if len(got) != passed || passed == 0 || slices.ContainsFunc(got, func(c *session.Correction) bool { return !want(c) }) {
			t.Errorf("%s: %d are listed, %d fit", what, len(got), passed)
		}
	}
	p.kind.SetSelectedIndex(slices.Index(sieveKinds, compare.Punctuation))
	isMark := func(c *session.Correction) bool { return c.Kind == compare.Punctuation && c.Counts }
	if !slices.ContainsFunc(p.all[0].all, func(*session.Correction) bool { return true }) {
		t.Fatal("nothing was corrected")
	}
	kinds := map[compare.Kind]int{}
	for _, g := range p.all {
		for _, c := range g.all {
			kinds[c.Kind]++
		}
	}
	if kinds[compare.Punctuation] == 0 {
		isMark = func(c *session.Correction) bool { return c.Kind == compare.Width && c.Counts }
		p.kind.SetSelectedIndex(slices.Index(sieveKinds, compare.Width))
	}
	passing("a kind", isMark)
	by := slices.Index(p.makers, changer{rule: "S1"}) + 1
	if by == 0 {
		t.Fatalf("S1 is not offered: %v", p.makers)
	}
	p.kind.SetSelectedIndex(0)
	p.by.SetSelectedIndex(by)
	passing("a rule", func(c *session.Correction) bool { return c.Rule == "S1" })
	p.by.SetSelectedIndex(0)
	p.text.SetText("渡轮")
	passing("a word", func(c *session.Correction) bool {
		return strings.Contains(c.Before+c.After+c.Left+" "+c.Right, "渡轮")
	})
	p.text.SetText("s1 12")
	passing("a rule and a number", func(c *session.Correction) bool { return c.Rule == "S1" && strings.Contains(c.Left+" "+c.Right, "12") })
	s.do("tab.changes")
	s.do("tab.changes")
	if s.win.Canvas().Focused() != p.text {
		t.Error("a second F9 does not lead to the words")
	}
	s.press(fyne.KeyEscape)
	if p.sieve.text != "" || s.win.Canvas().Focused() != p.rows {
		t.Error("Escape did not lead back to all")
	}
}

// A whole group, or all that is listed, is taken back after a question that says how many; then it says so, the
// rows are gone from what is in force and stand among what was taken back, and Ctrl+Z brings all of it back.
func TestTakeBackGroup(t *testing.T) {
	for _, c := range []struct {
		name string
		row  func(s *stage) int
	}{
		{"a group", func(s *stage) int {
			return slices.IndexFunc(s.changes.items, func(it changeItem) bool { return it.group != nil && it.group.by.rule == "S1" })
		}},
		{"all that is listed", func(s *stage) int {
			s.changes.by.SetSelectedIndex(slices.Index(s.changes.makers, changer{rule: "S1"}) + 1)
			return 0
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t)
			s.page(rough)
			was, before := s.text(), s.counting
			i := c.row(s)
			n := len(s.changes.under(s.changes.items[i]))
			if n < 2 {
				t.Fatalf("S1 made %d corrections", n)
			}
			s.do("tab.changes")
			s.changes.rows.Mark(i)
			s.press(fyne.KeyDelete)
			s.await("dialog", "name", "takeback")
			if s.text() != was {
				t.Fatal("it was taken back without an answer")
			}
			s.press(fyne.KeyEscape)
			if s.text() != was {
				t.Fatal("it was taken back although the answer was no")
			}
			s.press(fyne.KeyDelete)
			s.await("dialog", "name", "takeback")
			s.press(fyne.KeyReturn)
			if s.await("takenback")["count"] != float64(n) || !strings.Contains(s.status.Text(), "Ctrl+Z") {
				t.Errorf("it says %q", s.status.Text())
			}
			if strings.Count(s.text(), " ") != strings.Count(was, " ")+n {
				t.Errorf("the text is\n%s", s.text())
			}
			s.resurvey()
			if s.counting != before-n {
				t.Errorf("%d corrections count, not %d", s.counting, before-n)
			}
			for _, g := range s.changes.groups {
				if g.by.rule == "S1" {
					t.Error("what was taken back is listed as in force")
				}
			}
			s.changes.standing.SetSelectedIndex(int(takenBack))
			if len(s.changes.groups) != 1 || len(s.changes.groups[0].all) != n || s.changes.groups[0].counts != 0 {
				t.Errorf("among what was taken back are %d groups", len(s.changes.groups))
			}
			s.do("undo")
			s.resurvey()
			if s.text() != was || s.counting != before {
				t.Error("Ctrl+Z did not bring all of it back")
			}
		})
	}
}

// One correction is taken back without a question, its row goes at once, and the next one is selected.
func TestTakeBackOne(t *testing.T) {
	s := newStage(t)
	s.page(rough)
	s.changes.by.SetSelectedIndex(slices.Index(s.changes.makers, changer{rule: "S1"}) + 1)
	s.do("tab.changes")
	s.press(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown)
	all := s.listed()
	s.press(fyne.KeyDelete)
	s.await("takenback", "count", 1)
	if got := s.listed(); len(got) != len(all)-1 || slices.Contains(got, all[0]) {
		t.Fatalf("%d of %d are listed", len(got), len(all))
	}
	if i := s.changes.rows.Selected(); s.changes.items[i].c != all[1] {
		t.Error("the next one is not selected")
	}
	if s.win.Canvas().Focused() != s.changes.rows {
		t.Error("the list has lost the keyboard")
	}
}

// A block that went to another article is told by where it went, and is in the list that the number counts.
func TestArticleChange(t *testing.T) {
	s := newStage(t)
	s.sample()
	before := s.counting
	a, b := s.cards.cards[0], s.cards.cards[1]
	s.clean.SetCaret(widgets.Pos{Block: a.to - 1})
	s.do("block.give")
	s.await("dialog", "name", "articles")
	s.write(b.name)
	s.press(fyne.KeyReturn)
	s.resurvey()
	got := s.listed()
	if len(got) != 1 || s.counting != before+1 {
		t.Fatalf("%d corrections stand open, %d count, %d before", len(got), s.counting, before)
	}
	i := slices.IndexFunc(s.changes.items, func(it changeItem) bool { return it.c != nil })
	if text := s.changes.row(i).Text; !strings.Contains(text, "归入《") || !strings.Contains(text, string([]rune(b.name)[:6])) {
		t.Errorf("it reads %q, the article is %q", text, b.name)
	}
}

// All that was pasted is shown as typed, on every line of it.
func TestPastedIsTinted(t *testing.T) {
	s := newStage(t)
	s.page(rough)
	s.clean.SetCaret(widgets.Pos{Block: 1, Off: 2})
	s.win.Canvas().Focus(s.clean)
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("甲乙\n丙丁戊己\n庚")
	s.clean.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	s.resurvey()
	tinted := ""
	for i := range s.cleanDoc.Len() {
		b := s.cleanDoc.Block(i)
		for _, sp := range b.Spans {
			if sp.Back == widgets.Inserted {
				if sp.Marks&widgets.Bar == 0 {
					t.Error("the margin of a typed line has no bar")
				}
				tinted += string(b.Text[sp.From:sp.To])
			}
		}
	}
	if tinted != "甲乙丙丁戊己庚" {
		t.Errorf("shown as typed is %q", tinted)
	}
}

// Whoever comes in while the page is open is called by name, and has a group of their own: what is taken back of it
// is theirs alone.
func TestOthersAreNamed(t *testing.T) {
	s := newStage(t)
	s.sample()
	block := 0
	for s.session.Order().Head(block).Kind != bulletin.Paragraph || s.session.Order().Length(block) < 20 {
		block++
	}
	for i, name := range []string{"方一苇", "方二苇"} {
		s.elsewhere(name, at(block, 3+6*i), name)
	}
	s.lookForNews()
	s.await("news")
	s.resurvey()
	heads := map[string]int{}
	for i, it := range s.changes.items {
		if it.group != nil && it.group.by.person != 0 {
			heads[s.changes.headOf(it)] = i
		}
	}
	if len(heads) != 2 || heads["方一苇"] == heads["方二苇"] {
		t.Fatalf("the groups of people are %v", heads)
	}
	s.do("tab.changes")
	s.changes.rows.Mark(heads["方二苇"])
	s.press(fyne.KeyDelete) // of one nothing is asked
	s.await("takenback", "count", 1)
	if got := s.text(); !strings.Contains(got, "方一苇") || strings.Contains(got, "方二苇") {
		text, _ := s.session.Order().Block(block)
		t.Errorf("the block reads %s", string(text))
	}
}
