package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/command"
)

// picker is the picker in front.
func (s *stage) picker() *picker {
	s.t.Helper()
	if n := len(s.tops); n > 0 {
		if p, ok := s.tops[n-1].(*picker); ok {
			return p
		}
	}
	s.t.Fatal("no picker is open")
	return nil
}

// TestPaletteByPinyin: commands are found by their names, by pinyin and by initials; what can run comes before
// what cannot; where nothing fits it is said, and Enter does nothing.
func TestPaletteByPinyin(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(1, 0)))
	s.do("palette")
	s.settle()
	p := s.picker()
	for _, c := range []struct{ typed, first string }{
		{"daochu", "导出稿件…"}, {"dcgj", "导出稿件…"}, {"dcbq", "导出本期…"}, {"chexiao", "撤销"}, {"jiaoyan", "校验档案库"}, {"导出", "导出稿件…"}, {"backup", "备份档案库…"},
	} {
		if p.entry.SetText(c.typed); len(p.found) == 0 || p.found[0].row.Text != c.first {
			t.Errorf("%s begins with %+v", c.typed, p.found)
		}
	}
	if p.entry.SetText("qqqq"); len(p.found) != 1 || p.found[0].run != nil || p.found[0].row.Text != "没有找到" {
		t.Errorf("nothing is %+v", p.found)
	}
	s.press(fyne.KeyReturn)
	if len(s.tops) != 1 {
		t.Error("Enter closed a palette that found nothing")
	}
	p.entry.SetText("dcgj")
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "export")
}

// TestSearchFindsNothing: a search without a result says what it looks through.
func TestSearchFindsNothing(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.do("library.search")
	s.write("麒麟")
	s.await("searched", "query", "麒麟")
	if p := s.picker(); len(p.found) != 1 || !strings.Contains(p.found[0].row.Text, "报头") {
		t.Errorf("it shows %+v", p.found)
	}
}

// TestKeyHelp: the keys of the list scroll it, typing narrows it, headings are passed over, and Enter runs what
// is selected.
func TestKeyHelp(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.do("keys")
	s.settle()
	p := s.picker()
	all := 0
	for _, c := range command.Table {
		if c.Keys != "" {
			all++
		}
	}
	if len(p.found) < all {
		t.Errorf("%d rows for %d commands with keys", len(p.found), all)
	}
	if first := p.rows.Selected(); first != 1 {
		t.Errorf("row %d is selected", first)
	}
	s.press(fyne.KeyPageDown)
	down := p.rows.Selected()
	s.press(fyne.KeyDown, fyne.KeyDown)
	if down < 8 || p.rows.Selected() <= down {
		t.Errorf("after PageDown row %d is selected, after two Downs row %d", down, p.rows.Selected())
	}
	p.entry.SetText("F9")
	rows := ""
	for _, c := range p.found {
		rows += c.row.Text + " " + c.row.Tag + "\n"
	}
	if len(p.found) != 2 || !strings.Contains(rows, "F9") {
		t.Errorf("F9 shows\n%s", rows)
	}
	s.press(fyne.KeyReturn)
	if s.tabs.SelectedIndex() != 0 || len(s.tops) != 0 {
		t.Error("Enter did not run it")
	}
	s.await("run", "command", "tab.changes")
}

// TestNoCharacterHere: at the end of a block there is nothing to choose for, and it is said.
func TestNoCharacterHere(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(1, 10_000)))
	s.do("char.choose")
	s.settle()
	if len(s.tops) != 0 || !strings.Contains(s.status.Text(), "光标处没有字") {
		t.Errorf("%d panels are open, the status line says %q", len(s.tops), s.status.Text())
	}
}

// TestChoicesStandBelowTheCaret: the panel leaves the line of the character free, near the foot of the window
// too, and a click beside it closes it.
func TestChoicesStandBelowTheCaret(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "sample.qingyang"), make: ifAbsent, sample: true})
	for block := 1; block < 12; block++ {
		s.clean.SetCaret(s.inside(at(block, 1)))
		if s.session.Order().Length(block) < 2 {
			continue
		}
		s.do("char.choose")
		s.settle()
		at, box := s.clean.CaretBox()
		f := s.win.Canvas().Overlays().Top().(*floating)
		top, size := f.panel.Position(), f.panel.Size()
		if top.Y < at.Y+box.Height && top.Y+size.Height > at.Y {
			t.Errorf("the caret's line is at %v+%v, the panel at %v %v", at, box, top, size)
		}
		if all := s.win.Canvas().Size(); top.Y < 0 || top.X < 0 || top.Y+size.Height > all.Height || top.X+size.Width > all.Width {
			t.Errorf("the panel at %v %v is not inside the window of %v", top, size, all)
		}
		f.Tapped(nil)
		if len(s.tops) != 0 || s.win.Canvas().Focused() != s.clean {
			t.Error("a click beside the panel did not close it")
		}
	}
}
