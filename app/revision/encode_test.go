package revision

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

func TestEncodingGoesBack(t *testing.T) {
	property(t, func(t *rapid.T) {
		ops := randomOps(t, randomText(t, 4))
		got, err := Decode(Encode(ops))
		if err != nil || !reflect.DeepEqual(got, ops) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, got, ops)
		}
	})
}

func TestEncodingKeepsAllValues(t *testing.T) {
	const most, least = 1<<31 - 1, -1 << 31
	for _, ops := range [][]Op{
		nil,
		{{Kind: Revert, Of: 3}},
		{{Kind: Revert, Of: 3, Ops: []int{}}},
		{{Kind: Revert, Of: -1 << 62, Ops: []int{1 << 62, -1 << 62, 0}}},
		{{Kind: Insert, At: bulletin.Start, Text: "bad \xff bytes"}},
		{{Kind: Mark, At: bulletin.ID{Origin: most, Index: least}, Block: 255, Article: bulletin.ID{Origin: least, Index: most}}},
		{{Kind: Delete, Spans: []bulletin.Span{{Origin: most, From: most, To: least}, {Origin: least, From: least, To: most}}}},
	} {
		got, err := Decode(Encode(ops))
		if err != nil || !reflect.DeepEqual(got, ops) {
			t.Errorf("%v\n got %+v\nwant %+v", err, got, ops)
		}
	}
}

// The size of the edits that a page is made of, in bytes.
func TestEncodingIsSmall(t *testing.T) {
	at := bulletin.ID{Origin: 0, Index: 3127}
	for _, c := range []struct {
		name string
		ops  []Op
		most int
	}{
		{"a comma becomes another", []Op{{Kind: Insert, At: at, Text: "，"}, {Kind: Delete, Spans: []bulletin.Span{raw(3128, 3129)}}}, 16},
		{"a join", []Op{{Kind: Delete, Spans: []bulletin.Span{raw(3128, 3130)}}}, 8},
		{"a mark", []Op{{Kind: Mark, At: at, Block: bulletin.Paragraph, Article: bulletin.ID{Origin: 0, Index: 2900}}}, 10},
		{"undo", []Op{{Kind: Revert, Of: 4711}}, 6},
	} {
		if n := len(Encode(c.ops)); n > c.most {
			t.Errorf("%s: %d bytes, want %d at most", c.name, n, c.most)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	whole := Encode([]Op{{Kind: Insert, At: bulletin.Start, Text: "abc"}, {Kind: Delete, Spans: []bulletin.Span{raw(0, 2)}}})
	for n := range whole {
		if _, err := Decode(whole[:n]); !errors.Is(err, ErrEncoding) {
			t.Errorf("the first %d bytes of %d: %v", n, len(whole), err)
		}
	}
	for name, b := range map[string][]byte{
		"one byte more":           append(bytes.Clone(whole), 0),
		"another version":         append([]byte{2}, whole[1:]...),
		"a kind that there isn't": {version, 1, 9},
		"more operations":         {version, 200},
		"a huge count":            {version, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1},
		"an index too large":      {version, 1, byte(Insert), 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0},
	} {
		if ops, err := Decode(b); !errors.Is(err, ErrEncoding) {
			t.Errorf("%s: %v %+v", name, err, ops)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode([]Op{{Kind: Insert, At: bulletin.Start, Text: "风"}, {Kind: Mark, At: bulletin.None, Article: bulletin.None}}))
	f.Add(Encode([]Op{{Kind: Move, At: bulletin.Start, Spans: []bulletin.Span{raw(3, 9), {Origin: 7, From: 0, To: 1}}}}))
	f.Add(Encode([]Op{{Kind: Revert, Of: 1, Ops: []int{0, 5}}, {Kind: Delete, Spans: []bulletin.Span{raw(1, 2)}}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		ops, err := Decode(b)
		if err != nil {
			return
		}
		again, err := Decode(Encode(ops))
		if err != nil || !reflect.DeepEqual(again, ops) {
			t.Errorf("%v\n got %+v\nwant %+v", err, again, ops)
		}
		// What is no operation of this text must be refused, not believed.
		text := New([]rune("ab\ncd"))
		if _, err := text.Append(Revision{N: 1, Author: Author{Rule: "L1"}, Ops: ops}); err == nil {
			if why := modelOf(text.letters.raw, text.Log(), nil).same(text); why != "" {
				t.Error(why)
			}
		}
	})
}
