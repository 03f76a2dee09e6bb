package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// dialogs opens each dialog of a page in turn.
func (s *stage) dialogs(each func(id, name string)) {
	bad := s.file("bad.txt", []byte("渡口的灯\x81\x20亮了，船才敢靠岸。\n老船工把缆绳解开，船就离了岸。\n"))
	for _, d := range []struct{ id, name string }{
		{"library.open", "library"}, {"library.new", "library"}, {"page.import", "import"}, {"library.backup", "backup"},
		{"library.copy", "copy"}, {"article.export", "export"}, {"issue.export", "export"}, {"person.name", "name"},
		{"house", "house"}, {"why", "why"}, {"keys", "keys"}, {"about", "about"}, {"palette", "palette"}, {"library.search", "search"},
		{"block.give", "articles"}, {"line.go", "line"}, {"char.choose", "choices"}, {"library.verify", "verified"},
		{"register", "register"}, {"lessons", "lessons"}, {"note.add", "note"}, {"", "where"},
	} {
		s.clean.SetCaret(s.inside(at(1, 0)))
		if d.id == "" {
			s.importPaths([]string{bad}, false, s.fail)
		} else {
			s.do(d.id)
		}
		s.await("dialog", "name", d.name)
		s.settle()
		each(d.id, d.name)
		for s.escape() {
		}
		s.settle()
	}
}

// focusables are what has the keyboard in turn while Tab is pressed, each once.
func (s *stage) focusables() (all []fyne.Focusable) {
	for {
		f := s.win.Canvas().Focused()
		if f == nil || slices.Contains(all, f) {
			return all
		}
		all = append(all, f)
		s.win.Canvas().FocusNext()
	}
}

// TestEscapeFromAnywhere: every dialog has the keyboard when it opens, and Escape closes it whatever in it has
// the keyboard, and where nothing has.
func TestEscapeFromAnywhere(t *testing.T) {
	s := newStage(t)
	s.sample()
	seen := 0
	s.dialogs(func(id, name string) {
		open := len(s.tops)
		if open != 1 || s.win.Canvas().Focused() == nil {
			t.Errorf("%s: %d dialogs are open, %T has the keyboard", name, open, s.win.Canvas().Focused())
			return
		}
		n := len(s.focusables())
		if n == 0 {
			t.Errorf("%s: nothing takes the keyboard", name)
		}
		seen += n
		for k := range n + 1 { // the last time nothing has the keyboard
			if k > 0 { // it was closed, open it again
				s.clean.SetCaret(s.inside(at(1, 0)))
				if id == "" {
					s.importPaths([]string{filepath.Join(s.home, "bad.txt")}, false, s.fail)
				} else {
					s.do(id)
				}
				s.await("dialog", "name", name)
				s.settle()
			}
			for range k {
				s.win.Canvas().FocusNext()
			}
			if k == n {
				s.win.Canvas().Unfocus()
			}
			has := s.win.Canvas().Focused()
			s.press(fyne.KeyEscape)
			s.settle()
			if len(s.tops) != 0 {
				t.Errorf("%s: Escape in %T does not close it", name, has)
				for s.escape() {
				}
			}
			if s.win.Canvas().Focused() != s.clean {
				t.Errorf("%s: after Escape in %T the keyboard is with %T", name, has, s.win.Canvas().Focused())
			}
		}
	})
	if seen < 60 {
		t.Errorf("only %d widgets were tried", seen)
	}
}

// TestFindBarEscape: Escape closes the field for finding from each of its widgets and from the text, and Tab
// goes from what is found to what stands in its place.
func TestFindBarEscape(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.do("replace")
	s.press(fyne.KeyTab)
	if s.win.Canvas().Focused() != s.finder.other {
		t.Errorf("Tab leads from the first field to %T", s.win.Canvas().Focused())
	}
	for _, f := range []fyne.Focusable{s.finder.entry, s.finder.other, s.finder.regexp, s.finder.issue, s.clean} {
		s.do("replace")
		s.win.Canvas().Focus(f)
		s.press(fyne.KeyEscape)
		if s.finder.content.Visible() || s.win.Canvas().Focused() != s.clean {
			t.Errorf("Escape in %T leaves the field open: %v", f, s.finder.content.Visible())
		}
	}
}

// TestExportOntoAFile: a file that is there is replaced after a question whose buttons the keyboard reaches;
// saying no leads back to the dialog, with what was typed in it, and a folder is an error there.
func TestExportOntoAFile(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(1, 0)))
	out := s.file("out.txt", []byte("别人的"))
	s.do("article.export")
	s.await("dialog", "name", "export")
	path := s.win.Canvas().Focused().(*field)
	path.SetText(out)
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "exists")
	s.press(fyne.KeyEscape)
	s.settle()
	if b, _ := os.ReadFile(out); string(b) != "别人的" || len(s.tops) != 1 || s.win.Canvas().Focused() != path || path.Text != out {
		t.Errorf("after no the file holds %.20q, %d dialogs are open, the path is %q", b, len(s.tops), path.Text)
	}
	path.SetText(s.home)
	s.states = nil
	s.press(fyne.KeyReturn)
	if said := s.await("problem")["text"].(string); !strings.Contains(said, "is a folder") || len(s.tops) != 1 {
		t.Errorf("a folder: %q, %d dialogs", said, len(s.tops))
	}
	path.SetText(out)
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "exists")
	s.press(fyne.KeyReturn)
	s.await("exported", "path", out)
	if b, _ := os.ReadFile(out); string(b) == "别人的" || len(s.tops) != 0 {
		t.Errorf("after yes the file holds %.20q, %d dialogs are open", b, len(s.tops))
	}
}

// TestExportRemembers: what was chosen for an export is chosen for the next; a path that was typed stays when
// the format changes, but for its extension.
func TestExportRemembers(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(1, 0)))
	s.do("article.export")
	s.await("dialog", "name", "export")
	path := s.win.Canvas().Focused().(*field)
	path.SetText(filepath.Join(s.home, "mine.txt"))
	for range 3 {
		s.win.Canvas().FocusPrevious()
	}
	format, ok := s.win.Canvas().Focused().(*options)
	for i := 0; !ok && i < 9; i++ {
		s.win.Canvas().FocusPrevious()
		format, ok = s.win.Canvas().Focused().(*options)
	}
	for format.SelectedIndex() != 2 {
		s.press(fyne.KeyRight)
		s.await("preview")
	}
	if want := filepath.Join(s.home, "mine.html"); path.Text != want {
		t.Fatalf("the path is %q, want %q", path.Text, want)
	}
	s.press(fyne.KeyReturn) // in the choice of formats
	s.await("exported")
	s.do("article.export")
	if name := s.await("preview")["name"].(string); filepath.Ext(name) != ".html" {
		t.Errorf("the next export is %s", name)
	}
	if got := s.win.Canvas().Focused().(*field).Text; filepath.Dir(got) != s.home {
		t.Errorf("the next export goes to %s", got)
	}
}

// TestErrorsKeepWhatWasTyped: where a dialog cannot do what it is for it stays, with what was typed, and says
// why in a sentence of the window's language.
func TestErrorsKeepWhatWasTyped(t *testing.T) {
	s := newStage(t)
	s.sample()
	text := s.file("a.txt", []byte("不是档案库"))
	for _, c := range []struct{ id, typed, says string }{
		{"library.open", "~/none.qingyang", filepath.Join(s.home, "none.qingyang") + "：没有这个文件"},
		{"library.open", text, "不是清样档案库"},
		{"library.new", filepath.Join(s.home, "no folder", "x.qingyang"), "不在那里"},
		{"library.new", filepath.Join(s.home, "sample.qingyang"), "已经有这个文件"},
		{"page.import", "~/none.txt", "没有这个文件"},
		{"page.import", filepath.Join(s.home, "sample.qingyang"), "数据库"},
		{"library.backup", text, "已有同名文件"},
		{"library.copy", text, "已"},
		{"article.export", filepath.Join(s.home, "no folder", "x.txt"), "文件夹"},
		{"person.name", " ", "姓名是空的"},
	} {
		t.Run(c.id+" "+c.says, func(t *testing.T) {
			s.clean.SetCaret(s.inside(at(1, 0)))
			s.do(c.id)
			s.await("dialog")
			s.settle()
			f := s.win.Canvas().Focused().(*field)
			f.SetText(c.typed)
			s.settle()
			s.press(fyne.KeyReturn)
			s.await("problem")
			s.settle()
			if len(s.tops) != 1 || f.Text != c.typed || s.win.Canvas().Focused() != f {
				t.Fatalf("%d dialogs are open, %q stands there", len(s.tops), f.Text)
			}
			if said := s.tops[0].(*question).note.Text; !strings.Contains(said, c.says) || strings.Contains(said, "open ") {
				t.Errorf("it says %q, want %q", said, c.says)
			}
			s.press(fyne.KeyEscape)
		})
	}
}

// TestProposedIsReplaced: what a dialog proposes is replaced by typing.
func TestProposedIsReplaced(t *testing.T) {
	s := newStage(t)
	s.sample()
	for _, id := range []string{"person.name", "library.open", "library.new", "library.backup", "article.export", "page.import"} {
		s.clean.SetCaret(s.inside(at(1, 0)))
		s.do(id)
		s.await("dialog")
		s.settle()
		f := s.win.Canvas().Focused().(*field)
		if f.Text == "" {
			t.Errorf("%s proposes nothing", id)
		}
		if s.write("新"); f.Text != "新" {
			t.Errorf("%s: typed over what was proposed it is %q", id, f.Text)
		}
		s.press(fyne.KeyEscape)
		s.settle()
	}
}

// TestPaths: what lies in a folder is listed while a path is typed; Tab completes, Down and Enter choose, and
// recent libraries come first.
func TestPaths(t *testing.T) {
	s := newStage(t)
	s.sample()
	folder := filepath.Join(s.home, "稿件")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	s.file("稿件/一.txt", []byte("渡口的灯亮了，船才敢靠岸。"))
	s.file("稿件/二.txt", []byte("老船工把缆绳解开，船就离了岸。"))
	s.file("稿件/三.qq", nil)
	s.do("page.import")
	s.await("dialog", "name", "import")
	f := s.win.Canvas().Focused().(*field)
	f.SetText("~/稿")
	s.await("listed")
	s.press(fyne.KeyTab)
	if want := folder + string(filepath.Separator); f.Text != want {
		t.Fatalf("Tab made it %q, want %q", f.Text, want)
	}
	s.await("listed", "entries", 4) // up, all, and two files
	s.press(fyne.KeyTab)
	if s.win.Canvas().Focused() == f {
		t.Error("Tab stays where there is nothing to complete")
	}
	s.win.Canvas().Focus(f)
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // all of them
	s.await("dialog", "name", "where")
	s.press(fyne.KeyReturn)
	s.await("imported", "pages", 2)
	s.await("page")
	s.settle()

	first := s.desk.Path()
	other := filepath.Join(s.home, "另一.qingyang")
	s.open(library{path: other, make: always})
	s.do("library.open")
	s.await("listed")
	s.press(fyne.KeyReturn) // into the list: the one that was open before
	s.press(fyne.KeyReturn)
	s.await("library", "path", first)
	s.settle()
	if s.desk.Path() != first || len(s.tops) != 0 {
		t.Errorf("%s is open, and %d dialogs", s.desk.Path(), len(s.tops))
	}
}

// TestBrowse: a path is chosen from a list in the dialogs, too, that only have a field for it; nothing chosen leaves
// what stood there.
func TestBrowse(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(1, 0)))
	s.file("旧稿.txt", nil)
	s.do("article.export")
	s.await("dialog", "name", "export")
	s.settle()
	path := s.win.Canvas().Focused().(*field)
	was := path.Text
	for _, choose := range []bool{false, true} {
		s.tap("浏览…")
		s.await("dialog", "name", "browse")
		s.settle()
		if !choose {
			s.press(fyne.KeyEscape)
			if len(s.tops) != 1 || path.Text != was {
				t.Errorf("%d dialogs are open, the path is %q, was %q", len(s.tops), path.Text, was)
			}
			continue
		}
		f := s.win.Canvas().Focused().(*field)
		f.SetText(filepath.Join(s.home, "旧"))
		s.await("listed")
		s.press(fyne.KeyTab)
		s.tap("选定")
		s.settle()
		if want := filepath.Join(s.home, "旧稿.txt"); path.Text != want || len(s.tops) != 1 || s.win.Canvas().Focused() != path {
			t.Errorf("the path is %q, %d dialogs are open", path.Text, len(s.tops))
		}
	}
}

// TestImportFormChecks: a day that is none and a page that is none are said while they are typed, and keep the
// form open; a form that nothing came of comes back as it was.
func TestImportFormChecks(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "page.qingyang"), make: always})
	s.importFiles([]desk.File{{Name: "a.txt", Bytes: []byte("夜航首日\n\n渡口的灯亮了，船才敢靠岸。\n")}}, desk.Importing{Publication: "渡口报"}, s.fail)
	s.await("page")
	s.settle()
	path := s.file("b.txt", []byte("夜航首日\n\n渡口的灯亮了，船才敢靠岸。\n"))
	said := func() string { return s.tops[0].(*question).note.Text }
	s.importPaths([]string{path}, false, s.fail)
	s.await("dialog", "name", "where")
	s.settle()
	fields := s.focusables()
	pub, date, page := fields[0].(*field), fields[3].(*field), fields[4].(*field)
	if pub.Text != "渡口报" {
		t.Errorf("the publication of the last page is not offered: %q", pub.Text)
	}
	date.SetText("2024-13-40")
	s.win.Canvas().Focus(date)
	s.press(fyne.KeyReturn)
	if len(s.tops) != 1 || !strings.Contains(said(), "不是日期") {
		t.Errorf("%d dialogs are open, it says %q", len(s.tops), said())
	}
	date.SetText("二〇二四年三月五日")
	page.SetText("三")
	s.press(fyne.KeyReturn)
	if len(s.tops) != 1 || !strings.Contains(said(), "不是版次") {
		t.Errorf("%d dialogs are open, it says %q", len(s.tops), said())
	}
	page.SetText("３")
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "where") // the library has these bytes: the form is back
	s.settle()
	again := s.focusables()
	if got := again[3].(*field).Text; got != "二〇二四年三月五日" || !strings.Contains(said(), "已经导入过") {
		t.Errorf("the day is %q, it says %q", got, said())
	}
	for _, f := range again {
		if a, ok := f.(*tick); ok {
			a.SetChecked(true)
		}
	}
	s.press(fyne.KeyReturn)
	s.await("imported")
	s.await("page")
	if l := s.session.Leaf; l.Date != "2024-03-05" || l.Number != 3 {
		t.Errorf("it is %s", l.Title())
	}
}

// TestOneNumber: after an import the number of places to look at is the one that the window counts.
func TestOneNumber(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n本报讯 渡口新添 12艘渡轮,游客多了\n。老船工说，这条河养活了几代人，岸上的人越来越少\n\n无题的一段，写得很长很长，一直写到这一行的尽头也没有\n")
	want := say.T("%d 处待看", "").With(len(s.doubts)).ZH
	if got := s.status.Text(); !strings.Contains(got, want) {
		t.Errorf("the status line says %q, there are %d doubts", got, len(s.doubts))
	}
}
