package revision

import (
	"errors"
	"testing"

	"qingyang/app/bulletin"
)

func TestAppendRefuses(t *testing.T) {
	id := func(origin, index int32) bulletin.ID { return bulletin.ID{Origin: origin, Index: index} }
	start := func() *Text {
		text := New([]rune("ab\r\ncd"))
		do(t, text, Op{Kind: Insert, At: id(0, 0), Text: "x\ny"})
		return text
	}
	none := bulletin.None
	ok := Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 1)}}
	for _, c := range []struct {
		name string
		ops  []Op
	}{
		{"no operations", nil},
		{"no kind", []Op{{}}},
		{"a kind that there is not", []Op{{Kind: Revert + 1}}},
		{"nothing typed", []Op{{Kind: Insert, At: id(0, 0)}}},
		{"typed after no character", []Op{{Kind: Insert, At: id(0, 9), Text: "x"}}},
		{"typed after a place before the start", []Op{{Kind: Insert, At: id(0, -2), Text: "x"}}},
		{"typed after the last break", []Op{{Kind: Insert, At: id(0, 6), Text: "x"}}},
		{"typed after a later revision's", []Op{{Kind: Insert, At: id(3, 0), Text: "x"}}},
		{"typed after itself", []Op{{Kind: Insert, At: id(2, 0), Text: "x"}}},
		{"nothing deleted", []Op{{Kind: Delete}}},
		{"an empty span", []Op{{Kind: Delete, Spans: []bulletin.Span{raw(1, 1)}}}},
		{"a span backwards", []Op{{Kind: Delete, Spans: []bulletin.Span{raw(2, 1)}}}},
		{"a span over the end", []Op{{Kind: Delete, Spans: []bulletin.Span{{Origin: 1, From: 0, To: 4}}}}},
		{"the last break deleted", []Op{{Kind: Delete, Spans: []bulletin.Span{raw(5, 7)}}}},
		{"deleted twice", []Op{{Kind: Delete, Spans: []bulletin.Span{raw(1, 3), raw(0, 2)}}}},
		{"a mark on a letter", []Op{{Kind: Mark, At: id(0, 1), Article: none}}},
		{"a mark on a CR before LF", []Op{{Kind: Mark, At: id(0, 2), Article: none}}},
		{"a mark of no kind", []Op{{Kind: Mark, At: id(0, 3), Block: 99, Article: none}}},
		{"an article called by a letter", []Op{{Kind: Mark, At: id(0, 3), Article: id(0, 0)}}},
		{"nothing moved", []Op{{Kind: Move, At: id(0, 0)}}},
		{"moved after the last break", []Op{{Kind: Move, At: id(0, 6), Spans: []bulletin.Span{raw(1, 2)}}}},
		{"the last break moved", []Op{{Kind: Move, At: id(0, 0), Spans: []bulletin.Span{raw(6, 7)}}}},
		{"moved into itself", []Op{{Kind: Move, At: id(0, 1), Spans: []bulletin.Span{raw(0, 2)}}}},
		{"moved after what travels along", []Op{ok, {Kind: Move, At: id(1, 2), Spans: []bulletin.Span{raw(0, 1)}}}},
		{"reverts itself", []Op{{Kind: Revert, Of: 2}}},
		{"reverts the raw page", []Op{{Kind: Revert, Of: 0}}},
		{"reverts no operation", []Op{{Kind: Revert, Of: 1, Ops: []int{}}}},
		{"reverts an operation that there is not", []Op{{Kind: Revert, Of: 1, Ops: []int{1}}}},
		{"reverts twice", []Op{{Kind: Revert, Of: 1, Ops: []int{0, 0}}}},
		{"the second of two is bad", []Op{ok, {Kind: Insert, At: id(7, 7), Text: "x"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := start()
			_, err := text.Append(Revision{N: 2, Author: Author{Person: 1}, Ops: c.ops})
			var bad *BadOp
			if !errors.As(err, &bad) || bad.At.Rev != 2 {
				t.Fatalf("error is %v", err)
			}
			want(t, text, "ax/yb\r/cd")
			if why := modelOf(text.letters.raw, text.Log(), nil).same(text); why != "" || text.N() != 1 {
				t.Errorf("something changed: %d revisions, %s", text.N(), why)
			}
			do(t, text, ok)
			want(t, text, "x/yb\r/cd")
		})
	}
}

func TestAppendRefusesTheRevision(t *testing.T) {
	ops := []Op{{Kind: Delete, Spans: []bulletin.Span{raw(0, 1)}}}
	for _, c := range []struct {
		name  string
		r     Revision
		stale bool
	}{
		{"a number too small", Revision{N: 0, Author: Author{Person: 1}, Ops: ops}, true},
		{"a number too large", Revision{N: 2, Author: Author{Person: 1}, Ops: ops}, true},
		{"a group that begins later", Revision{N: 1, Group: 2, Author: Author{Person: 1}, Ops: ops}, false},
		{"nobody", Revision{N: 1, Ops: ops}, false},
		{"a person and a rule", Revision{N: 1, Author: Author{Person: 1, Rule: "L1"}, Ops: ops}, false},
	} {
		text := New([]rune("ab"))
		_, err := text.Append(c.r)
		if err == nil || errors.Is(err, ErrNumber) != c.stale || text.N() != 0 {
			t.Errorf("%s: %v", c.name, err)
		}
		if _, err := Load([]rune("ab"), []Revision{c.r}); err == nil {
			t.Errorf("%s: loaded", c.name)
		}
	}
}

// What a revision types can be named by its later operations.
func TestRevisionNamesWhatItTyped(t *testing.T) {
	text := New([]rune("ab"))
	own := func(k int32) bulletin.ID { return bulletin.ID{Origin: 1, Index: k} }
	do(t, text,
		Op{Kind: Insert, At: bulletin.Start, Text: "1\n2"},
		Op{Kind: Insert, At: own(0), Text: "34"},
		Op{Kind: Delete, Spans: []bulletin.Span{{Origin: 1, From: 3, To: 4}}},
		Op{Kind: Mark, At: own(1), Block: bulletin.Headline, Article: own(1)},
		Op{Kind: Move, At: raw(1, 2).At(0), Spans: []bulletin.Span{{Origin: 1, From: 2, To: 3}}},
	)
	want(t, text, "14/ab2")
	if h := text.Head(0); h.Kind != bulletin.Headline || h.Article != own(1) {
		t.Errorf("%+v", h)
	}
}
