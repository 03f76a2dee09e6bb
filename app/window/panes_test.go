package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/command"
	"qingyang/widgets"
)

// Ctrl+B leaves nothing of the raw page, and brings it back as wide as it was; what needs the raw page brings it
// back, too. It stays so in another language and at the next start.
func TestHideRaw(t *testing.T) {
	s := newStage(t)
	s.sample()
	wide, room := s.raw.Size().Width, s.middle.Size().Width
	if wide == 0 || s.clean.Size().Width+wide > room {
		t.Fatalf("the raw page has %v, the clean text %v of %v", wide, s.clean.Size().Width, room)
	}
	s.win.Canvas().Focus(s.raw)
	s.do("raw.show")
	if s.clean.Size().Width < room-1 || slices.Contains(s.middle.Objects, fyne.CanvasObject(s.splits.pair)) {
		t.Errorf("of %v the clean text has %v", room, s.clean.Size().Width)
	}
	if s.win.Canvas().Focused() != s.clean {
		t.Error("what is hidden has the keyboard")
	}
	for range 10 {
		if s.do("pane.next"); s.win.Canvas().Focused() == s.raw {
			t.Fatal("F6 leads to what is hidden")
		}
	}
	s.do("language")
	s.settle()
	if slices.Contains(s.middle.Objects, fyne.CanvasObject(s.splits.pair)) {
		t.Error("another language brings the raw page back")
	}
	s.do("line.go")
	s.write("3")
	s.press(fyne.KeyReturn)
	if !slices.Contains(s.middle.Objects, fyne.CanvasObject(s.splits.pair)) || s.raw.Caret().Block != 2 {
		t.Error("a line of the raw page is gone to, and not shown")
	}
	if got := s.raw.Size().Width; got < wide-2 || got > wide+2 {
		t.Errorf("the raw page is %v wide, it was %v", got, wide)
	}
}

// The menus of both texts have the clipboard and what is done most, with the keys; what cannot be done is weak,
// and the rest works.
func TestContextMenus(t *testing.T) {
	s := newStage(t)
	s.sample()
	labels := func(m *fyne.Menu) (all []string) {
		for _, i := range m.Items {
			all = append(all, i.Label)
		}
		return all
	}
	find := func(m *fyne.Menu, label string) *fyne.MenuItem {
		t.Helper()
		i := slices.IndexFunc(m.Items, func(i *fyne.MenuItem) bool { return strings.HasPrefix(i.Label, label) })
		if i < 0 {
			t.Fatalf("there is no %s in %v", label, labels(m))
		}
		return m.Items[i]
	}
	s.clean.SetCaret(s.inside(at(1, 0)))
	m := s.contextMenu(s.clean, cleanItems, fyne.NewPos(1270, 790))
	for _, label := range []string{"剪切", "复制", "粘贴", "撤销", "换字", "为何如此"} {
		if i := find(m, label); i.Shortcut == nil {
			t.Errorf("%s shows no key", label)
		}
	}
	for _, id := range cleanItems {
		known := slices.ContainsFunc(command.Table, func(c command.Command) bool { return c.ID == id })
		if !known && s.textItem(s.clean, id) == nil && id != "" && id != "kinds" {
			t.Errorf("%s is nothing", id)
		}
	}
	if !find(m, "剪切").Disabled || !find(m, "撤销").Disabled || find(m, "换字").Disabled {
		t.Error("what cannot be done does not look so, or the other way round")
	}
	kinds := find(m, "设为").ChildMenu
	if kinds == nil || len(kinds.Items) != len(bulletin.Kinds())-1 {
		t.Fatal("not all kinds are offered")
	}
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
	kinds.Items[0].Action()
	if k := s.session.Order().Head(s.clean.Caret().Block).Kind; k != bulletin.Kicker {
		t.Errorf("the block is a %v", k)
	}

	s.clean.Select(s.inside(at(1, 0)), s.inside(at(1, 3)))
	text := s.clean.SelectedText()
	find(s.contextMenu(s.clean, cleanItems, fyne.NewPos(10, 10)), "剪切").Action()
	if got := fyne.CurrentApp().Clipboard().Content(); got != text || strings.Contains(s.text(), text) && strings.Count(s.text(), text) > 1 {
		t.Errorf("cut was %q, not %q", got, text)
	}
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())

	s.raw.SetCaret(widgets.Pos{Block: 5, Off: 2})
	raw := s.contextMenu(s.raw, rawItems, fyne.NewPos(10, 10))
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
	find(raw, "到清样").Action()
	want := placeOf(s.session, bulletin.ID{Index: int32(s.rawDoc.offset(widgets.Pos{Block: 5, Off: 2}))})
	if s.win.Canvas().Focused() != s.clean || s.clean.Caret() != widgets.Pos(want) {
		t.Errorf("the caret is at %v, not %v", s.clean.Caret(), want)
	}
}

// The title names the library, in the other language and after another library was opened, too; what is told about
// the program has its version.
func TestTitle(t *testing.T) {
	s := newStage(t)
	s.sample()
	for range 2 {
		if !strings.HasSuffix(s.win.Title(), s.desk.Path()) {
			t.Errorf("the window is called %q", s.win.Title())
		}
		s.do("about")
		if !strings.Contains(s.seen(), Version) {
			t.Errorf("it tells %q", s.seen())
		}
		s.press(fyne.KeyEscape)
		s.do("language")
		s.settle()
	}
	s.page("夜航首日\n")
	if !strings.HasSuffix(s.win.Title(), "page.qingyang") {
		t.Errorf("the window is called %q", s.win.Title())
	}
}

// A page of which nobody knows where it belongs is called so in both languages.
func TestUnknownPlaceInBothLanguages(t *testing.T) {
	s := newStage(t)
	s.page("渡口的灯亮了，船才敢靠岸。\n")
	for _, want := range []struct {
		rows []string
		head string
	}{
		{[]string{"未定报刊", "▼ 未定期号", "第1版 "}, "未定报刊 未定期号 第1版"},
		{[]string{"unknown paper", "▼ unknown issue", "Page 1 "}, "unknown paper unknown issue page 1"},
	} {
		var rows []string
		for i := range s.library.items {
			rows = append(rows, s.library.row(i).Text)
		}
		if !slices.Equal(rows, want.rows) || !strings.Contains(s.cleanHead.Text(), want.head) {
			t.Errorf("listed are %q, the head says %q", rows, s.cleanHead.Text())
		}
		s.do("language")
		s.settle()
	}
}

// The legend shows every mark that the texts have, as they show it.
func TestLegend(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(1, 1)))
	s.win.Canvas().Focus(s.clean)
	s.write("字")
	s.resurvey()
	known := map[widgets.Look]bool{}
	for _, x := range signs {
		for _, sp := range x.shown.Spans {
			known[sp.Look] = true
		}
	}
	for _, spans := range s.cleanDoc.looks {
		for _, sp := range spans {
			look := sp.Look
			if look.Tick && look.Under != widgets.NoLine { // a line under nothing is not seen
				look.Under = widgets.NoLine
			}
			if look.Shade == widgets.Accent && sp.From == sp.To { // a bar that every typed line has
				continue
			}
			if !known[look] {
				t.Errorf("the legend has no %+v", look)
			}
		}
	}
	s.do("legend")
	s.await("dialog", "name", "legend")
	s.press(fyne.KeyEscape)
	if len(s.tops) > 0 {
		t.Error("Escape does not close it")
	}
}

// An article is signed round by round with a few keys: its card says so, and its blocks are to be read anew.
func TestSignRound(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.clean.SetCaret(s.inside(at(0, 0)))
	from, to := s.session.Order().Article(0)
	s.session.LookAt(from, to)
	article := s.session.Order().ArticleAt(0)
	for _, want := range []struct {
		round bulletin.Round
		name  string
	}{{bulletin.FirstProof, "一校"}, {bulletin.SecondProof, "二校"}} {
		s.do("article.round")
		s.await("dialog", "name", "rounds")
		s.press(fyne.KeyReturn) // the next round stands first
		s.await("signed", "round", int(want.round))
		if got := s.session.Rounds()[article]; got != want.round || s.session.Read(from) {
			t.Errorf("the article is signed %v, its first block is read: %v", got, s.session.Read(from))
		}
		if note := s.cards.rows.Row(0).Note; !strings.HasPrefix(note, want.name) {
			t.Errorf("the card says %q", note)
		}
	}
	s.do("article.round")
	s.write("未校")
	s.press(fyne.KeyReturn)
	s.await("signed", "round", 0)
}
