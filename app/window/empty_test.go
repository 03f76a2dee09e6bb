package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/command"
)

// TestFirstStart: where nothing is open the window says where to begin, with the keyboard on it: Enter imports,
// the next button opens the sample, and then nothing of it is left.
func TestFirstStart(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
	if !s.empties.begin.Visible() || s.win.Canvas().Focused() != s.empties.first {
		t.Fatalf("where to begin is shown: %v; the keyboard is with %T", s.empties.begin.Visible(), s.win.Canvas().Focused())
	}
	for h, l := range s.empties.hints {
		if !l.Visible() || l.Text == "" {
			t.Errorf("pane %d says nothing", h)
		}
	}
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "import")
	s.press(fyne.KeyEscape)
	s.settle()
	s.do("sample")
	s.await("page")
	s.settle()
	if filepath.Base(s.desk.Path()) != "sample.qingyang" || s.empties.begin.Visible() {
		t.Errorf("%s is open, where to begin is shown: %v", s.desk.Path(), s.empties.begin.Visible())
	}
	for h, l := range s.empties.hints {
		if l.Visible() {
			t.Errorf("pane %d still says %q", h, l.Text)
		}
	}
	s.do("page.hide")
	s.await("hidden")
	s.settle()
	if !s.empties.begin.Visible() || !strings.Contains(s.empties.title.Text, "左边") || s.empties.hints[hintLibrary].Visible() {
		t.Errorf("without a page it says %q, the list of pages %v", s.empties.title.Text, s.empties.hints[hintLibrary].Visible())
	}
}

// TestProperties: the open page, an issue and a publication get another name, number, day and place from the
// window; the page stays open at its place, with undo; a page is hidden and shown again.
func TestProperties(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸。\n")
	s.clean.SetCaret(s.inside(at(1, 3)))
	s.write("新")
	s.await("refreshed")
	caret, text := s.clean.Caret(), s.text()
	set := func(values ...string) {
		t.Helper()
		s.settle()
		all := s.focusables()
		k := 0
		for _, f := range all {
			if e, ok := f.(*field); ok && k < len(values) {
				e.SetText(values[k])
				k++
			}
		}
		s.press(fyne.KeyReturn)
	}
	s.do("properties")
	s.await("dialog", "name", "page")
	set("柳湾报", "第612期", "2024年11月8日", "3", "副刊")
	s.await("page", "title", "柳湾报 2024-11-08 第3版 副刊")
	s.settle()
	if s.clean.Caret() != caret || s.text() != text || len(s.tops) != 0 {
		t.Errorf("the caret is at %v, was at %v; %d dialogs are open", s.clean.Caret(), caret, len(s.tops))
	}
	if s.do("undo"); s.text() == text {
		t.Error("nothing was undone")
	}
	pick := func(is func(libraryItem) bool) {
		for i, it := range s.library.items {
			if is(it) {
				s.library.rows.Mark(i)
			}
		}
	}
	pick(func(it libraryItem) bool { return it.issue != nil && it.leaf == nil })
	s.do("properties")
	s.await("dialog", "name", "issue")
	set("柳湾报", "第613期", "2024-11-15")
	s.await("page", "title", "柳湾报 2024-11-15 第3版 副刊")
	s.settle()
	pick(func(it libraryItem) bool { return it.issue == nil })
	s.do("properties")
	s.await("dialog", "name", "publication")
	set("苇港报")
	s.await("page", "title", "苇港报 2024-11-15 第3版 副刊")
	s.settle()
	if len(s.library.items) != 3 {
		t.Errorf("%d rows are listed, want a publication, an issue and a page", len(s.library.items))
	}
	id := s.session.Leaf.ID
	s.do("page.hide")
	s.await("hidden")
	s.settle()
	if s.session != nil {
		t.Error("the page is open still")
	}
	s.do("page.unhide")
	s.await("dialog", "name", "hidden")
	s.press(fyne.KeyReturn)
	s.await("unhidden")
	s.await("page")
	if s.session == nil || s.session.Leaf.ID != id {
		t.Error("it did not come back")
	}
}

// TestMenusSayWhyNot: what cannot run looks so in the menus, with the reason, and as soon as it can it does not.
func TestMenusSayWhyNot(t *testing.T) {
	s := newStage(t)
	s.sample()
	entry := func(id string) (label string, disabled bool) {
		s.freshenMenus()
		for _, e := range s.menus.entries {
			if e.command.ID == id {
				return e.item.Label, e.item.Disabled
			}
		}
		t.Fatalf("no menu has %s", id)
		return "", false
	}
	if label, disabled := entry("undo"); !disabled || !strings.Contains(label, "没有可撤销") {
		t.Errorf("undo is %q, disabled %v", label, disabled)
	}
	s.clean.SetCaret(s.inside(at(1, 0)))
	s.write("新")
	if label, disabled := entry("undo"); disabled || label != "撤销" {
		t.Errorf("undo is %q, disabled %v", label, disabled)
	}
	if label, disabled := entry("copy"); disabled || label != "复制　Ctrl+C" {
		t.Errorf("copy is %q, disabled %v", label, disabled)
	}
	for _, e := range s.menus.entries {
		if e.command.Own != "" && e.item.Shortcut != nil {
			t.Errorf("the menu takes %s from the texts", e.command.Own)
		}
	}
}

// TestEditMenu: cut, copy, paste and select all of the menu do what the keys do, in the text that has the
// keyboard.
func TestEditMenu(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸。\n")
	before := s.text()
	s.win.Canvas().Focus(s.clean)
	s.clean.Select(s.inside(at(1, 0)), s.inside(at(1, 2)))
	s.do("cut")
	if got := s.app.Clipboard().Content(); got != "渡口" || s.text() == before {
		t.Errorf("cut took %q", got)
	}
	s.do("paste")
	if s.text() != before {
		t.Errorf("pasted it is %s", s.text())
	}
	s.win.Canvas().Focus(s.raw)
	s.do("select.all")
	s.do("copy")
	if got := s.app.Clipboard().Content(); !strings.HasPrefix(got, "夜航首日") || s.text() != before {
		t.Errorf("copied from the raw side: %q", got)
	}
	s.do("find")
	s.do("paste")
	if s.text() != before || s.finder.entry.Text == "" {
		t.Error("with the keyboard in the field it was pasted elsewhere")
	}
}

// TestSides: a key hides the side panes and leaves the clean text room; what is asked for in them brings them
// back, and the choice is kept.
func TestSides(t *testing.T) {
	s := newStage(t)
	s.sample()
	narrow := s.clean.Size().Width
	s.do("sides")
	wide := s.clean.Size().Width
	if columns := int(wide / s.clean.TextSize()); wide < narrow*1.3 || columns < 40 {
		t.Errorf("the clean text is %v wide, was %v: %d characters", wide, narrow, columns)
	}
	s.do("language") // the window is laid out anew
	if s.tabs.Visible() || s.splits.library.Visible() {
		t.Error("the side panes came back by themselves")
	}
	s.do("tab.history")
	if !s.tabs.Visible() || s.clean.Size().Width > wide {
		t.Error("the history was asked for, and is not there")
	}
}

// TestReadOnly: a library that can only be read opens, is looked at and exported; what would change it is barred
// with the reason, and typing changes nothing and says why.
func TestReadOnly(t *testing.T) {
	s := newStage(t)
	s.sample()
	path := filepath.Join(s.home, "broken.qingyang")
	s.open(library{path: filepath.Join(s.home, "other.qingyang"), make: always})
	b, err := os.ReadFile(filepath.Join(s.home, "sample.qingyang"))
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:8192]) // the header and the schema: what the other blocks hold can be read still
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s.open(library{path: path})
	if s.desk.ReadOnly() == nil {
		t.Fatal("the damage did no harm")
	}
	if s.session == nil {
		t.Fatal("no page is open")
	}
	before := s.text()
	if !strings.Contains(s.cleanHead.Text(), "只读") {
		t.Errorf("the head says %q", s.cleanHead.Text())
	}
	s.win.Canvas().Focus(s.clean)
	s.write("新")
	if s.text() != before || s.status.Text() == "" {
		t.Errorf("typing changed the text or nothing was said: %q", s.status.Text())
	}
	barred := 0
	for _, c := range command.Table {
		if why := c.WhyNot(s.Window); strings.Contains(why.ZH, "只能读") {
			barred++
		}
	}
	if barred < 25 {
		t.Errorf("only %d commands are barred", barred)
	}
	s.do("article.up")
	if s.text() != before || !strings.Contains(s.status.Text(), "只能读") {
		t.Errorf("a barred command says %q", s.status.Text())
	}
}
