package revision

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
)

// plain is the text with a line a block.
func plain(t *Text) string {
	var lines []string
	for i := range t.NumBlocks() {
		lines = append(lines, string(t.Runes(i)))
	}
	return strings.Join(lines, "/")
}

// do appends ops as a revision of person 1 and fails the test if they don't fit.
func do(t testing.TB, text *Text, ops ...Op) Changed {
	t.Helper()
	return by(t, text, 1, ops...)
}

func by(t testing.TB, text *Text, person int64, ops ...Op) Changed {
	t.Helper()
	c, err := text.Append(Revision{N: text.N() + 1, Author: Author{Person: person}, Ops: ops})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func want(t testing.TB, text *Text, s string) {
	t.Helper()
	if got := plain(text); got != s {
		t.Errorf("after revision %d\n got %q\nwant %q", text.N(), got, s)
	}
}

func raw(from, to int32) bulletin.Span { return bulletin.Span{Origin: 0, From: from, To: to} }

// The history for which switching was chosen: with one deleter kept for each character, or with
// computed opposites, the letter comes back although a standing revision deletes it.
func TestThirdDeletionStands(t *testing.T) {
	text := New([]rune("KQX"))
	q := Op{Kind: Delete, Spans: []bulletin.Span{raw(1, 2)}}
	do(t, text, q)
	want(t, text, "KX")
	do(t, text, Op{Kind: Revert, Of: 1})
	want(t, text, "KQX")
	do(t, text, q)
	want(t, text, "KX")
	do(t, text, Op{Kind: Revert, Of: 2}) // the first deletion counts again: two of them now
	want(t, text, "KX")
	do(t, text, Op{Kind: Revert, Of: 3}) // the first one still stands
	want(t, text, "KX")
	if f := text.fate(bulletin.ID{Origin: 0, Index: 1}); f.live || len(f.by) != 1 || f.by[0] != (OpRef{1, 0}) {
		t.Errorf("the letter's fate is %+v, not revision 1 alone", f)
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"empty", "", ""},
		{"no break at the end", "ab\ncd", "ab/cd"},
		{"break at the end", "ab\ncd\n", "ab/cd"},
		{"blank line at the end", "ab\n\n", "ab/"},
		{"CR before LF is a character", "ab\r\ncd", "ab\r/cd"},
		{"CR alone is a break", "ab\rcd", "ab/cd"},
		{"form feed is a break", "ab\fcd", "ab/cd"},
		{"only a break", "\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, New([]rune(c.raw)), c.want) })
	}
}

func TestEdits(t *testing.T) {
	text := New([]rune("春江花\n月夜\n潮水"))
	do(t, text, text.replace(0, 1, 2, "湖")...)
	want(t, text, "春湖花/月夜/潮水")
	do(t, text, text.split(0, 2)...)
	want(t, text, "春湖/花/月夜/潮水")
	do(t, text, text.join(1, "")...)
	do(t, text, text.join(1, " ")...)
	want(t, text, "春湖花 月夜/潮水")
	do(t, text, text.moveBlocks([]int{1}, 0)...)
	want(t, text, "潮水/春湖花 月夜")
	do(t, text, text.moveBlocks([]int{0}, 2)...)
	want(t, text, "春湖花 月夜/潮水")
	for range 6 {
		ops, ok := text.Undo(1)
		if !ok {
			t.Fatal("nothing to undo")
		}
		do(t, text, ops...)
	}
	want(t, text, "春江花/月夜/潮水")
	if _, ok := text.Undo(1); ok {
		t.Error("there is still something to undo")
	}
	for range 6 {
		ops, ok := text.Redo(1)
		if !ok {
			t.Fatal("nothing to redo")
		}
		do(t, text, ops...)
	}
	want(t, text, "春湖花 月夜/潮水")
	if _, ok := text.Redo(1); ok {
		t.Error("there is still something to redo")
	}
}

func TestRawPlace(t *testing.T) {
	text := New([]rune("渔火"))
	do(t, text, Op{Kind: Insert, At: raw(1, 2).At(0), Text: "点"}, Op{Kind: Insert, At: bulletin.Start, Text: "夜"})
	do(t, text, Op{Kind: Insert, At: bulletin.ID{Origin: 1, Index: 0}, Text: "点"})
	for id, want := range map[bulletin.ID]int{
		{Origin: 0, Index: 0}: 0, {Origin: 0, Index: 2}: 2,
		{Origin: 1, Index: 0}: 1, {Origin: 2, Index: 0}: 1,
		{Origin: 1, Index: 1}: 0, bulletin.Start: 0, {Origin: 9, Index: 9}: 0,
	} {
		if got := text.rawPlace(id); got != want {
			t.Errorf("%v stands at %d, want %d", id, got, want)
		}
	}
}
