package bulletin

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestKindsHaveNames(t *testing.T) {
	for _, k := range Kinds() {
		if back, ok := ParseKind(k.String()); !ok || back != k {
			t.Errorf("%d is called %q, which is %d", k, k, back)
		}
	}
	if _, ok := ParseKind("unknown"); ok || Kind(200).String() != "unknown" {
		t.Error("what is no kind has a name")
	}
}

// TestSpansHoldTheirIdentities adds identities one by one and reads them back.
func TestSpansHoldTheirIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ids []ID
		var spans []Span
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			id := ID{int32(rapid.IntRange(0, 2).Draw(t, "origin")), int32(rapid.IntRange(0, 5).Draw(t, "index"))}
			ids = append(ids, id)
			spans = AppendID(spans, id)
		}
		var back []ID
		for k, s := range spans {
			for i := range s.Len() {
				if !s.Has(s.At(i)) {
					t.Fatalf("%v does not have %v", s, s.At(i))
				}
				back = append(back, s.At(i))
			}
			if k > 0 && spans[k-1].Origin == s.Origin && spans[k-1].To == s.From {
				t.Fatalf("%v and %v could be one", spans[k-1], s)
			}
		}
		if !slices.Equal(ids, back) {
			t.Fatalf("%v became %v", ids, back)
		}
	})
}

func TestNames(t *testing.T) {
	long := Block{Kind: Paragraph, Text: "渡口的老船工说这条河养活了几代人船上坐着十九个人"}
	for _, c := range []struct {
		blocks []Block
		want   string
	}{
		{[]Block{{Kind: Kicker, Text: "引"}, {Kind: Headline, Text: "夜航"}, {Kind: Headline, Text: "首日"}}, "夜航 首日"},
		{[]Block{{Kind: Subheadline, Text: "副"}, long}, "副"},
		{[]Block{long}, "渡口的老船工说这条河养活了几代人船上坐着…"},
		{nil, ""},
	} {
		if got := (Article{Blocks: c.blocks}).Name(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
