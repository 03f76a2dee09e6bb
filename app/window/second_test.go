package window

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/merge"
	"qingyang/app/source"
)

// Another reading of the page is held against it by keys: what a check suggests as well is ticked, the others are on
// request; one undo brings all back.
func TestReadingByKeys(t *testing.T) {
	s := newStage(t)
	s.page(planted)
	other := s.file("另一次.txt", []byte(strings.NewReplacer("机戒", "机械", "杜区", "社区", "缆绳", "揽绳").Replace(planted)))
	s.do("reading")
	s.await("dialog", "name", "reading")
	s.win.Canvas().Focused().(*field).SetText(other)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 3)
	s.await("dialog", "name", "differences")
	s.press(fyne.KeyReturn)
	s.await("tookin", "count", 2)
	s.settle()
	if text := s.text(); !strings.Contains(text, "机械") || !strings.Contains(text, "社区") || !strings.Contains(text, "缆绳") {
		t.Error(text)
	}
	s.do("reading") // what was let stand is not asked again
	s.await("dialog", "name", "reading")
	s.win.Canvas().Focused().(*field).SetText(other)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 0)
	s.do("undo")
	s.settle()
	if text := s.text(); !strings.Contains(text, "机戒") || !strings.Contains(text, "杜区") {
		t.Error(text)
	}
}

// story is a page of one article, long enough to be known again.
const story = "夜航首日\n\n　　昨天下午，镇里的干部到社区慰问困难群众，要求做好冬季取暖工作。老船工说，岸上的人越来越少，大家都望着对岸。灯亮到深夜，船才离开渡口，岸上的锣鼓响了三遍。\n"

// A file that is dropped on the window and is another text of a page that is there is not one more page without a word:
// the dialog says which page it is, and as what it comes in; what was corrected in it is one revision, which the history
// takes back as a whole while later work stays, and the same file is known from then on.
func TestDroppedCorrected(t *testing.T) {
	s := newStage(t)
	s.page(story)
	page := s.session.Leaf.ID
	path := s.file("外校.txt", []byte(strings.NewReplacer("困难", "困苦", "望着", "望向").Replace(story)))
	s.importPaths([]string{path}, true, s.fail)
	s.await("dialog", "name", "where")
	s.await("kin", "page", page, "meant", 2)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 2)
	s.await("dialog", "name", "differences")
	s.press(fyne.KeyReturn)
	s.await("tookin", "count", 2)
	s.settle()
	if text := s.text(); s.session.Leaf.ID != page || !strings.Contains(text, "困苦") || !strings.Contains(text, "望向") {
		t.Fatal(text)
	}
	s.clean.SetCaret(s.inside(at(0, 0)))
	s.win.Canvas().Focus(s.clean)
	s.write("今")
	s.do("page.save")
	s.settle()
	s.do("tab.history")
	s.await("history", "steps", 3)
	s.history.rows.Select(1)
	if row := s.history.row(1); !strings.Contains(row.Text, "外校稿：外校.txt") {
		t.Errorf("the history calls it %q", row.Text)
	}
	s.history.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	s.await("stepback")
	s.settle()
	if text := s.text(); !strings.HasPrefix(text, "今夜航") || !strings.Contains(text, "困难") || !strings.Contains(text, "望着") {
		t.Error(text)
	}
	s.importPaths([]string{path}, true, s.fail)
	s.await("dialog", "name", "where")
	s.settle()
	s.press(fyne.KeyReturn)
	s.await("dialog", "name", "where") // again, with what went wrong
	s.settle()
	if said := s.seen(); !strings.Contains(said, "已作为另一份文字并入") {
		t.Errorf("the dialog says %q", said)
	}
}

// Where the same characters were corrected here too they are not ticked, and stand.
func TestCorrectedOutsideClashes(t *testing.T) {
	s := newStage(t)
	s.page(story)
	from, _ := s.wordsAt("困难群众")
	if _, _, err := s.session.Change("", from, from, "贫"); err != nil {
		t.Fatal(err)
	}
	s.settle()
	path := s.file("外校.txt", []byte(strings.NewReplacer("慰问困", "慰问贫困", "望着", "望向", "三遍", "两遍").Replace(story)))
	s.do("corrected")
	s.await("dialog", "name", "corrected")
	s.win.Canvas().Focused().(*field).SetText(path)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 2) // what both corrected alike is none
	s.await("dialog", "name", "differences")
	s.press(fyne.KeyEscape)
	to, end := s.wordsAt("越来越少")
	if _, _, err := s.session.Change("", to, end, "一年比一年少"); err != nil {
		t.Fatal(err)
	}
	path = s.file("再校.txt", []byte(strings.NewReplacer("越来越少", "越来越稀", "望着", "望向").Replace(story)))
	s.do("corrected")
	s.await("dialog", "name", "corrected")
	s.win.Canvas().Focused().(*field).SetText(path)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 2)
	s.await("dialog", "name", "differences")
	if said := s.seen(); !strings.Contains(said, "两边都改过") {
		t.Errorf("the dialog says %q", said)
	}
	s.press(fyne.KeyReturn)
	s.await("tookin", "count", 1)
	s.settle()
	if text := s.text(); !strings.Contains(text, "一年比一年少") || !strings.Contains(text, "贫困难群众") || !strings.Contains(text, "望向") {
		t.Error(text)
	}
}

// wordsAt is where words stand in the clean text, from their first character to behind their last.
func (s *stage) wordsAt(words string) (from, to bulletin.Place) {
	s.t.Helper()
	for b := range s.session.Order().Blocks() {
		text, _ := s.session.Order().Block(b)
		if i := strings.Index(string(text), words); i >= 0 {
			from = bulletin.Place{Block: b, Off: utf8.RuneCountInString(string(text)[:i])}
			return from, bulletin.Place{Block: b, Off: from.Off + utf8.RuneCountInString(words)}
		}
	}
	s.t.Fatalf("%s does not stand in %s", words, s.text())
	return from, to
}

// What was taken in by another program, and clashed, waits above the text until it is answered.
func TestClashOfFileIsAsked(t *testing.T) {
	s := newStage(t)
	s.page(story)
	from, to := s.wordsAt("越来越少")
	if _, _, err := s.session.Change("", from, to, "一年比一年少"); err != nil {
		t.Fatal(err)
	}
	s.do("page.save")
	s.settle()
	d, err := desk.Open(t.Context(), s.desk.Path(), desk.Options{Name: "另一人"})
	if err != nil {
		t.Fatal(err)
	}
	outside := []byte(strings.NewReplacer("越来越少", "越来越稀", "望着", "望向").Replace(story))
	_, n, err := d.TakeIn(t.Context(), s.session.Leaf.ID, desk.File{Name: "外校.txt", Bytes: outside}, merge.AsCorrected, source.Options{}, merge.Found.Sure)
	if err != nil || n != 1 {
		t.Fatal(n, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	s.lookForNews()
	s.await("clashes", "n", 1)
	s.settle()
	if !s.clashBar.content.Visible() || !strings.Contains(s.clashBar.line.Text(), "外来的文字里都改过") || !strings.Contains(s.text(), "望向") {
		t.Errorf("the window says %q of\n%s", s.clashBar.line.Text(), s.text())
	}
	s.do("clash.show")
	s.await("dialog", "name", "clash")
	if said := s.seen(); !strings.Contains(said, "“外校.txt”里的") || !strings.Contains(said, "越来越稀") {
		t.Errorf("the dialog says %s", said)
	}
	s.tap("用外来的")
	s.await("settled")
	s.settle()
	if text := s.text(); !strings.Contains(text, "越来越稀") || strings.Contains(text, "一年比一年少") || s.clashBar.content.Visible() {
		t.Error(text)
	}
	s.do("undo")
	s.settle()
	if text := s.text(); !strings.Contains(text, "一年比一年少") {
		t.Error(text)
	}
}

// A folder whose pages the library had in part is asked about after it came in: what is ticked is folded into the page that
// was there, which opens, and the new one leaves the list.
func TestTwinsByKeys(t *testing.T) {
	s := newStage(t)
	s.open(library{path: filepath.Join(s.home, "twins.qingyang"), make: always})
	in := desk.Importing{Publication: "渡口报", Date: "2022-03-04"}
	s.importFiles([]desk.File{{Name: "A01.txt", Bytes: []byte(story)}}, in, s.fail)
	s.await("page")
	s.settle()
	there := s.session.Leaf.ID
	s.importFiles([]desk.File{
		{Name: "新A01.txt", Bytes: []byte(strings.Replace(story, "困难", "困苦", 1))},
		{Name: "新A02.txt", Bytes: []byte("潮汛\n\n　　潮水退得比往年早，湾里的养殖户连夜起网。\n")},
	}, in, s.fail)
	s.await("dialog", "name", "twins")
	s.settle()
	if said := s.seen(); !strings.Contains(said, "勾选 1 / 1") {
		t.Errorf("the dialog says %s", said)
	}
	s.press(fyne.KeyReturn)
	s.await("folded", "pages", 1, "places", 1)
	s.await("page")
	s.settle()
	if s.session.Leaf.ID != there || !strings.Contains(s.text(), "困苦") {
		t.Errorf("page %d is open, it reads %s", s.session.Leaf.ID, s.text())
	}
	leaves, err := s.desk.Leaves(t.Context(), s.session.Leaf.Issue)
	if err != nil || len(leaves) != 2 {
		t.Errorf("%d pages are listed: %v", len(leaves), err)
	}
}
