package window

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/widgets"
)

// The raw page follows the first character in view of the clean text, line by line in a long paragraph too, and
// the other way round.
func TestScrollFollows(t *testing.T) {
	s := newStage(t)
	line := "渡口的灯亮了，船才敢靠岸，老船工把缆绳\n"
	s.page("夜航首日\n\n" + strings.Repeat(line, 150))
	long := 0
	for i := range s.session.Order().Blocks() {
		if s.session.Order().Length(i) > s.session.Order().Length(long) {
			long = i
		}
	}
	n := s.session.Order().Length(long)
	if n < 2000 {
		t.Fatalf("the longest block has %d characters", n)
	}
	was := -1
	for off := n / 5; off < n/2; off += n / 20 {
		s.clean.SetFirst(widgets.Pos{Block: long, Off: off})
		first := s.clean.First()
		want := s.rawDoc.place(s.session.Order().RawOffset(bulletin.Place(first))).Block
		if got := s.raw.First().Block; got != want || got <= was {
			t.Errorf("the clean text begins with %v, the raw page with line %d, not %d; it was %d", first, got, want, was)
		}
		was = s.raw.First().Block
	}
	for at := 30; at < 90; at += 7 {
		s.raw.SetFirst(widgets.Pos{Block: at})
		want := placeOf(s.session, bulletin.ID{Index: int32(s.session.Raw.Lines[at].From)})
		first := s.clean.First()
		if off := want.Off - first.Off; first.Block != want.Block || off < 0 || off > 60 {
			t.Errorf("raw line %d is first, the clean text begins with %v, not with the line of %v", at, first, want)
		}
	}
}

// A line of the raw page without text, whose break nobody removed, is called that; a block that somebody made is
// called by its kind.
func TestEmptyLinesAreCalledSo(t *testing.T) {
	s := newStage(t)
	s.page(rough)
	if _, err := s.session.SwitchOff("L1"); err != nil {
		t.Fatal(err)
	}
	s.clean.SetDocument(s.cleanDoc)
	empty := 0
	for i := range s.cleanDoc.Len() {
		if b := s.cleanDoc.Block(i); len(b.Text) == 0 {
			if empty++; b.Label != "空行" {
				t.Errorf("an empty line is called %q", b.Label)
			}
		}
	}
	if empty == 0 {
		t.Fatal("there are no empty lines")
	}
	s.clean.SetCaret(widgets.Pos{})
	s.clean.Insert("\n")
	if got := s.cleanDoc.Block(0); len(got.Text) != 0 || got.Label == "空行" {
		t.Errorf("what somebody made is called %q", got.Label)
	}
}

// One of a kind is one.
func TestCountInEnglish(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n渡口的灯亮了，船才敢靠岸。\n")
	s.lang = say.English
	s.counting, s.unread, s.doubts = 1, 1, s.doubts[:0]
	s.showCount()
	if got := s.count.Text(); !strings.HasPrefix(got, "1 correction ·") || !strings.Contains(got, "0 doubtful places") || !strings.Contains(got, "1 block unread") {
		t.Errorf("it says %q", got)
	}
}

// A page opens by a single click, as by Enter.
func TestOneClickOpens(t *testing.T) {
	s := newStage(t)
	s.sample()
	s.settle()
	pages := []int{}
	for i, it := range s.library.items {
		if it.leaf != nil && it.leaf.ID != s.session.Leaf.ID {
			pages = append(pages, i)
		}
	}
	want := s.library.items[pages[0]].leaf.ID
	s.library.rows.MouseDown(clickAt(20, float32(pages[0])*26+10))
	s.await("page")
	s.settle()
	if s.session.Leaf.ID != want {
		t.Errorf("page %d is open, not %d", s.session.Leaf.ID, want)
	}
}
