package session_test

import (
	"slices"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/session"
)

// Articles change places whole, titles and all; one undo brings them back.
func TestMoveArticle(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	names := func() (all []bulletin.ID) {
		for i := range s.Order().Blocks() {
			if a := s.Order().ArticleAt(i); a != bulletin.None && (len(all) == 0 || all[len(all)-1] != a) {
				all = append(all, a)
			}
		}
		return all
	}
	before, was := text(s), names()
	if len(was) < 3 {
		t.Fatal("too few articles")
	}
	first := func(a bulletin.ID) int {
		for i := range s.Order().Blocks() {
			if s.Order().ArticleAt(i) == a {
				return i
			}
		}
		return -1
	}
	if _, err := moveArticle(s, first(was[1]), -1); err != nil {
		t.Fatal(err)
	}
	if got := names(); got[0] != was[1] || got[1] != was[0] || len(got) != len(was) {
		t.Errorf("after one went up: %v, before %v", got, was)
	}
	if _, err := moveArticle(s, first(was[1]), +1); err != nil {
		t.Fatal(err)
	}
	if got := names(); !slices.Equal(got, was) || text(s) != before {
		t.Errorf("up and down again: %v, before %v", got, was)
	}
	last := was[len(was)-1]
	if _, err := put(s, first(last), first(was[0])); err != nil || names()[0] != last {
		t.Errorf("the last one was put first: %v %v", names(), err)
	}
	if _, err := put(s, first(last), first(was[len(was)-2])); err != nil || !slices.Equal(names(), was) {
		t.Errorf("and last again: %v, before %v, %v", names(), was, err)
	}
	if c, err := moveArticle(s, 0, -1); err != nil || c != (revision.Changed{}) {
		t.Error("the first article went up", err)
	}
	if c, err := moveArticle(s, first(was[len(was)-1]), +1); err != nil || c != (revision.Changed{}) {
		t.Error("the last article went down", err)
	}
	for range 4 {
		if _, _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if text(s) != before {
		t.Error("undo did not bring the order back")
	}
}

// Text that is moved keeps its identity: it is one correction, and its characters come from where they came.
func TestMoveText(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n第二天清早，船到了对岸，老船工才坐下来抽了一袋烟，他说今年的水比去年大，对岸的码头也修得比去年结实得多了。\n")
	b := paragraph(t, s)
	before := text(s)
	r, _ := s.Order().Block(b)
	moved := string(r[:6])
	_, err := moveText(s, revision.Stretch{Block: b, From: 0, To: 6}, bulletin.Place{Block: b, Off: 13})
	if err != nil {
		t.Fatal(err)
	}
	now, _ := s.Order().Block(b)
	if want := string(r[6:13]) + moved + string(r[13:]); string(now) != want {
		t.Errorf("%q, want %q", string(now), want)
	}
	if _, err := moveText(s, revision.Stretch{Block: b, From: 7, To: 13}, bulletin.Place{Block: b + 1, Off: 2}); err != nil {
		t.Fatal(err)
	}
	if other, _ := s.Order().Block(b + 1); !strings.Contains(string(other[:8]), moved) {
		t.Errorf("the other block is %q", string(other))
	}
	for range 2 {
		if _, _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if text(s) != before {
		t.Errorf("after undo\n%s", text(s))
	}
}

// What was typed behind the characters that are dragged stays where it is.
func TestMoveTextTakesNothingAlong(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n")
	b := paragraph(t, s)
	at := func(off int) bulletin.Place { return bulletin.Place{Block: b, Off: off} }
	if _, _, err := s.Replace(at(2), at(2), "新字"); err != nil {
		t.Fatal(err)
	}
	if _, err := moveText(s, revision.Stretch{Block: b, From: 1, To: 2}, at(8)); err != nil {
		t.Fatal(err)
	}
	if got, _ := s.Order().Block(b); !strings.HasPrefix(string(got), "渡新字的灯亮了口，船") {
		t.Errorf("got %s", string(got))
	}
}

// An article can be split at every block but its first, whatever its breaks have named before.
func TestSplitAgain(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n")
	b := paragraph(t, s)
	article := s.Order().ArticleAt(b)
	for _, off := range []int{13, 5} {
		if _, _, err := s.Replace(bulletin.Place{Block: b, Off: off}, bulletin.Place{Block: b, Off: off}, "\n"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.SplitArticle(b + 1) }); err != nil {
		t.Fatal(err)
	}
	name := s.Order().ArticleAt(b + 1)
	if _, _, err := s.Replace(bulletin.Place{Block: b + 1, Off: 3}, bulletin.Place{Block: b + 1, Off: 3}, "\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.GiveTo(b+2, b+3, article) }); err != nil { // the block whose break is the new article's name
		t.Fatal(err)
	}
	at, ok := s.Order().ShownOf(name)
	if !ok || s.Order().ArticleAt(at) != article {
		t.Fatalf("%v is shown at %d, %v, in %v", name, at, ok, s.Order().ArticleAt(at))
	}
	if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.SplitArticle(at) }); err != nil {
		t.Errorf("an article cannot begin where none begins: %v", err)
	}
	if c, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.SplitArticle(at) }); err != nil || c != (revision.Changed{}) {
		t.Errorf("an article begins twice: %v", err)
	}
}

// moveArticle puts an article before the one shown above it (step -1), or behind the one below.
func moveArticle(s *session.Session, shown, step int) (revision.Changed, error) {
	from, to := s.Order().Article(shown)
	if step < 0 {
		to = from - 1
	}
	return put(s, shown, to)
}

func put(s *session.Session, shown, other int) (revision.Changed, error) {
	return s.Edit("", func(o *revision.Order) []revision.Op { return o.PutArticle(shown, other) })
}

func moveText(s *session.Session, what revision.Stretch, to bulletin.Place) (revision.Changed, error) {
	return s.Edit("", func(o *revision.Order) []revision.Op { return o.MoveText(what, to) })
}

// An article that comes back corrected from elsewhere and is pasted over itself keeps its kinds, and the caret
// stands behind it.
func TestPasteOverAnArticle(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n第二天清早，船到了对岸，老船工才坐下来抽了一袋烟，他说今年的水比去年大，对岸的码头也修得比去年结实得多了。\n")
	b := paragraph(t, s)
	from, to := s.Order().Article(b)
	var lines []string
	var kinds []bulletin.Kind
	for i := from; i < to; i++ {
		runes, h := s.Order().Block(i)
		lines, kinds = append(lines, string(runes)), append(kinds, h.Kind)
	}
	if len(lines) < 3 {
		t.Fatalf("the article has %d blocks", len(lines))
	}
	corrected := strings.Join(lines, "\n\n")
	corrected = strings.Replace(corrected, "老船工把缆绳", "老船夫把缆绳", 1)
	end := bulletin.Place{Block: to - 1, Off: s.Order().Length(to - 1)}
	caret, _, err := s.Replace(bulletin.Place{Block: from}, end, corrected)
	if err != nil {
		t.Fatal(err)
	}
	if caret != end {
		t.Errorf("the caret stands at %v, want %v", caret, end)
	}
	for i, k := range kinds {
		if h := s.Order().Head(from + i); h.Kind != k {
			t.Errorf("block %d became a %v, was a %v", i, h.Kind, k)
		}
	}
	if all := corrections(t, s); all[len(all)-1].Before != "工" || all[len(all)-1].After != "夫" {
		t.Errorf("it is told as %+v", all[len(all)-1])
	}
}
