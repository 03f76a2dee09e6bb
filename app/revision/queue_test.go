package revision

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// A queue that names its own characters, revisions and steps, given numbers after somebody else's.
func TestRenumber(t *testing.T) {
	base := New([]rune("潮来潮去\n渔火"))
	do(t, base, base.setKind([]int{0}, bulletin.Paragraph, bulletin.None)...)

	ours := base.Copy()
	own := func(k int32) bulletin.ID { return bulletin.ID{Origin: 2, Index: k} }
	queue := []Revision{
		{N: 2, Group: 2, Ops: []Op{{Kind: Insert, At: bulletin.ID{Origin: 0, Index: 1}, Text: "汛\n"}, {Kind: Mark, At: own(1), Block: bulletin.Headline, Article: own(1)}}},
		{N: 3, Group: 2, Ops: []Op{{Kind: Insert, At: own(0), Text: "期"}}},
		{N: 4, Group: 4, Ops: []Op{{Kind: Delete, Spans: []bulletin.Span{bulletin.One(own(0)), raw(3, 4)}}}},
		{N: 5, Group: 5, Ops: []Op{{Kind: Revert, Of: 4}, {Kind: Revert, Of: 1}}},
		{N: 6, Group: 6, Ops: []Op{{Kind: Move, At: own(0), Spans: []bulletin.Span{{Origin: 3, From: 0, To: 1}}}}},
	}
	for i := range queue {
		queue[i].Author.Person = 1
		if _, err := ours.Append(queue[i]); err != nil {
			t.Fatal(err)
		}
	}
	theirs := base.Copy()
	by(t, theirs, 2, theirs.replace(1, 2, 2, "点")...)
	by(t, theirs, 2, theirs.replace(1, 0, 0, "江")...)
	for _, r := range Renumber(queue, theirs.N()+1) {
		if _, err := theirs.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	want(t, ours, "潮来汛期/潮去/渔火")
	want(t, theirs, "潮来汛期/潮去/江渔火点")
	if h := theirs.Head(0); h.Kind != bulletin.Headline || h.Article != (bulletin.ID{Origin: 4, Index: 1}) {
		t.Errorf("%+v", h)
	}
	if g := theirs.Log()[4].Group; g != 4 {
		t.Errorf("the second of an undo step is in group %d", g)
	}
	if queue[0].N != 2 || queue[1].Ops[0].At != own(0) {
		t.Error("the queue was changed")
	}
	if Renumber(nil, 7) != nil {
		t.Error("something came of nothing")
	}
}

func TestClashes(t *testing.T) {
	text := New([]rune("潮来潮去\n渔火"))
	do(t, text, text.replace(0, 4, 4, "兮")...)
	rev := func(ops ...Op) []Revision { return []Revision{{N: 2, Ops: ops}} }
	id := func(i int32) bulletin.ID { return bulletin.ID{Origin: 0, Index: i} }
	for _, c := range []struct {
		name         string
		ours, theirs []Revision
		want         []bulletin.Span
	}{
		{"nobody else", rev(text.replace(0, 0, 1, "")...), nil, nil},
		{"different words", rev(text.replace(0, 0, 1, "")...), rev(text.replace(1, 0, 1, "")...), nil},
		{"the same word", rev(text.replace(0, 0, 3, "")...), rev(text.replace(0, 1, 4, "")...), []bulletin.Span{raw(1, 3)}},
		{"typed behind what was deleted", rev(text.replace(0, 2, 2, "新")...), rev(text.replace(0, 1, 2, "")...), []bulletin.Span{raw(1, 2)}},
		{"the same block marked", rev(text.setKind([]int{0}, bulletin.Headline, bulletin.None)...), rev(text.setKind([]int{0}, bulletin.Byline, bulletin.None)...), []bulletin.Span{raw(4, 5)}},
		{"each its own characters", rev(Op{Kind: Insert, At: id(0), Text: "x"}, Op{Kind: Delete, Spans: []bulletin.Span{{Origin: 2, From: 0, To: 1}}}),
			rev(Op{Kind: Insert, At: id(1), Text: "x"}, Op{Kind: Delete, Spans: []bulletin.Span{{Origin: 2, From: 0, To: 1}}}), nil},
		{"what an earlier revision typed", rev(text.replace(0, 4, 5, "")...), rev(text.replace(0, 5, 5, "啊")...), []bulletin.Span{{Origin: 1, From: 0, To: 1}}},
	} {
		if got := Clashes(c.ours, c.theirs); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if got := Clashes(c.theirs, c.ours); !slices.Equal(got, c.want) {
			t.Errorf("%s, the other way round: %v, want %v", c.name, got, c.want)
		}
	}
}

// A burst of typing leaves one revision with the smallest difference.
func TestBurstBecomesOneRevision(t *testing.T) {
	text := New([]rune("渔火\n江枫"))
	do(t, text, text.setKind([]int{0, 1}, bulletin.Paragraph, bulletin.None)...)
	at := time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC)
	type key struct {
		from, to int
		text     string
	}
	for i, k := range []key{{2, 2, "d"}, {3, 3, "i"}, {2, 4, "点"}, {3, 3, "s"}, {3, 4, ""}, {3, 3, "点"}} {
		r := Revision{N: 3 + i - 1, Group: 2, Author: Author{Person: 7}, Time: at.Add(time.Duration(i) * time.Second), Note: "typed"}
		r.Ops = text.replace(0, k.from, k.to, k.text)
		if _, err := text.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	want(t, text, "渔火点点/江枫")
	c, ok := text.Squash(text.At(1), Changed{0, 1, 1})
	if !ok || c != (Changed{0, 1, 1}) {
		t.Fatalf("%+v %v", c, ok)
	}
	want(t, text, "渔火点点/江枫")
	r := text.Log()[1]
	if text.N() != 2 || len(r.Ops) != 1 || r.Ops[0].Text != "点点" || r.Author.Person != 7 || r.Group != 2 || r.Note != "typed" || !r.Time.Equal(at.Add(5*time.Second)) {
		t.Errorf("%+v", text.Log())
	}

	// Typed and taken away again: nothing is left.
	by(t, text, 7, text.replace(1, 0, 0, "x")...)
	by(t, text, 7, text.replace(1, 0, 1, "")...)
	if _, ok := squash(text, 2); !ok || text.N() != 2 {
		t.Errorf("%v, %d revisions", ok, text.N())
	}

	// What more than types is left alone.
	by(t, text, 7, text.replace(1, 0, 0, "x")...)
	by(t, text, 8, text.replace(1, 0, 0, "y")...)
	if _, ok := squash(text, 2); ok || text.N() != 4 {
		t.Error("two people's typing became one revision")
	}
	by(t, text, 8, text.TakeBack(OpRef{4, 0})...)
	if _, ok := squash(text, 3); ok || text.N() != 5 {
		t.Error("a revert was squashed")
	}
}

// squash makes one revision of all behind number n.
func squash(text *Text, n int) (Changed, bool) {
	old := text.At(n)
	return text.Squash(old, Changed{0, old.NumBlocks(), text.NumBlocks()})
}

// Whatever was typed, deleted and marked: squashed it reads the same.
func TestSquashedReadsTheSame(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 3)
		from := text.N() + 1
		var within Changed
		for range 1 + pick(t, 4) {
			var ops []Op
			for _, op := range randomOps(t, text) {
				if op.Kind != Insert && op.Kind != Delete && op.Kind != Mark {
					continue
				}
				if op.Kind == Mark {
					op.Article = bulletin.None
				}
				ops = append(ops, op)
			}
			if len(ops) == 0 {
				continue
			}
			c, err := text.Append(Revision{N: text.N() + 1, Author: Author{Person: 1}, Ops: ops})
			if err != nil {
				return // it named what a Move would have had to type first
			}
			within = within.Then(c)
		}
		if text.N() < from {
			return
		}
		old, blocks := reads(text), looks(text)
		c, ok := text.Squash(text.At(from-1), within)
		if !ok || text.N() > from {
			t.Fatalf("%v, %d revisions from %d\n%s", ok, text.N(), from, show(text))
		}
		if got := reads(text); got != old {
			t.Fatalf("got\n%swant\n%s%s", got, old, show(text))
		}
		if why := modelOf(text.letters.raw, text.Log(), nil).same(text); why != "" {
			t.Fatal(why)
		}
		if len(blocks)-c.Was+c.Now != text.NumBlocks() || c.From < 0 || c.Was < 0 || c.Now < 0 {
			t.Fatalf("%+v", c)
		}
	})
}
