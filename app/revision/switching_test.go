package revision

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// One revision may switch an operation twice; then it stays as it was.
func TestSwitchedTwiceAtOnce(t *testing.T) {
	text := New([]rune("ab"))
	do(t, text, Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 1)}})
	do(t, text, Op{Kind: Revert, Of: 1})
	do(t, text, Op{Kind: Revert, Of: 2}, Op{Kind: Revert, Of: 1})
	want(t, text, "ab")
	do(t, text, Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 1)}})
	want(t, text, "b")
}

// A Revert of a Move and a Mark at once changes the blocks of both.
func TestRevertOfMoveAndMarkChangesBoth(t *testing.T) {
	text := New([]rune("甲\n乙\n丙\n丁\n戊\n"))
	ops := text.together(text.setKind([]int{0}, bulletin.Headline, bulletin.None), text.moveBlocks([]int{2}, 4))
	do(t, text, ops...)
	if c := do(t, text, Op{Kind: Revert, Of: 1}); c != (Changed{0, 4, 4}) {
		t.Errorf("%+v", c)
	}
	if c := do(t, text, Op{Kind: Revert, Of: 2}); c != (Changed{0, 4, 4}) {
		t.Errorf("%+v", c)
	}
	want(t, text, "甲/乙/丁/丙/戊")
}

// Changed is as narrow as the edit.
func TestChangedIsNarrow(t *testing.T) {
	text := New([]rune("甲\n乙\n丙\n丁\n戊"))
	for _, c := range []struct {
		name string
		ops  func() []Op
		want Changed
	}{
		{"typing", func() []Op { return text.replace(2, 0, 0, "x") }, Changed{2, 1, 1}},
		{"deleting", func() []Op { return text.replace(2, 0, 1, "") }, Changed{2, 1, 1}},
		{"a kind", func() []Op { return text.setKind([]int{3}, bulletin.Byline, bulletin.None) }, Changed{3, 1, 1}},
		{"an article", func() []Op { return text.setArticle([]int{3}, text.Head(1).Break) }, Changed{3, 1, 1}},
		{"a split", func() []Op { return text.split(1, 1) }, Changed{1, 1, 2}},
		{"a join", func() []Op { return text.join(2, "") }, Changed{1, 2, 1}},
		{"the last block", func() []Op { return text.replace(4, 0, 1, "") }, Changed{4, 1, 0}},
		{"it comes back", func() []Op { return text.TakeBack(text.All(text.N())...) }, Changed{4, 0, 1}},
		{"what was reverted is reverted again", func() []Op { return []Op{{Kind: Revert, Of: 7}} }, Changed{}},
	} {
		if got := do(t, text, c.ops()...); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Blocks that were read before are read anew after a change of many.
func TestManyBlocksChange(t *testing.T) {
	text := New([]rune(strings.Repeat("一二三\n", 200)))
	var ops []Op
	for i := range text.NumBlocks() {
		ops = append(ops, text.replace(i, 1, 1, "x")...)
	}
	do(t, text, ops...)
	read := func(line string) {
		t.Helper()
		for i := range text.NumBlocks() {
			if got := string(text.Runes(i)); got != line {
				t.Fatalf("block %d is %q, want %q", i, got, line)
			}
		}
	}
	read("一x二三")
	var gone []bulletin.Span
	for i := range text.NumBlocks() {
		gone = append(gone, bulletin.One(text.idAt(i, 3)))
	}
	do(t, text, Op{Kind: Delete, Spans: gone})
	read("一x二")
	do(t, text, Op{Kind: Revert, Of: 2})
	read("一x二三")
}

func TestConflicts(t *testing.T) {
	id := func(origin, index int32) bulletin.ID { return bulletin.ID{Origin: origin, Index: index} }
	typed := Op{Kind: Insert, At: id(0, 1), Text: "雨\n"}
	for _, c := range []struct {
		name        string
		first, then Op
		conflict    bool
	}{
		{"typed behind what was typed", typed, Op{Kind: Insert, At: id(1, 0), Text: "x"}, true},
		{"typed elsewhere", typed, Op{Kind: Insert, At: id(0, 1), Text: "x"}, false},
		{"deleted what was typed", typed, Op{Kind: Delete, Spans: []bulletin.Span{{Origin: 1, From: 0, To: 1}}}, true},
		{"deleted something else", typed, Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 2)}}, false},
		{"moved what was typed", typed, Op{Kind: Move, At: id(0, 0), Spans: []bulletin.Span{{Origin: 1, From: 0, To: 1}}}, true},
		{"moved behind what was typed", typed, Op{Kind: Move, At: id(1, 0), Spans: []bulletin.Span{raw(3, 4)}}, true},
		{"moved something else", typed, Op{Kind: Move, At: id(0, 0), Spans: []bulletin.Span{raw(3, 4)}}, false},
		{"marked what was typed", typed, Op{Kind: Mark, At: id(1, 1), Article: bulletin.None}, true},
		{"called an article by it", typed, Op{Kind: Mark, At: id(0, 2), Article: id(1, 1)}, true},
		{"deleted the same", Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 2)}}, Op{Kind: Delete, Spans: []bulletin.Span{raw(1, 3)}}, true},
		{"deleted others", Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 2)}}, Op{Kind: Delete, Spans: []bulletin.Span{raw(2, 3)}}, false},
		{"typed behind what was deleted", Op{Kind: Delete, Spans: []bulletin.Span{raw(0, 2)}}, Op{Kind: Insert, At: id(0, 1), Text: "x"}, false},
		{"marked the same", Op{Kind: Mark, At: id(0, 2), Article: bulletin.None}, Op{Kind: Mark, At: id(0, 2), Article: bulletin.None}, true},
		{"marked another", Op{Kind: Mark, At: id(0, 2), Article: bulletin.None}, Op{Kind: Mark, At: id(0, 5), Article: bulletin.None}, false},
		{"moved the same", Op{Kind: Move, At: id(0, 4), Spans: []bulletin.Span{raw(0, 2)}}, Op{Kind: Move, At: id(0, 3), Spans: []bulletin.Span{raw(1, 2)}}, true},
		{"moved others", Op{Kind: Move, At: id(0, 4), Spans: []bulletin.Span{raw(0, 2)}}, Op{Kind: Move, At: id(0, 4), Spans: []bulletin.Span{raw(3, 4)}}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := New([]rune("渔火\n江枫"))
			do(t, text, c.first)
			by(t, text, 2, c.then)
			if got := text.Conflicts(OpRef{1, 0}); slices.Equal(got, []OpRef{{2, 0}}) != c.conflict || len(got) > 1 {
				t.Errorf("conflicts: %v", got)
			}
			if got := text.Conflicts(OpRef{2, 0}); got != nil {
				t.Errorf("an earlier operation is a conflict: %v", got)
			}
			do(t, text, Op{Kind: Revert, Of: 2})
			if got := text.Conflicts(OpRef{1, 0}); len(got) > 0 {
				t.Errorf("what does not count is a conflict: %v", got)
			}
		})
	}
}

// Of a conflict both texts can be shown: without the one change, and without what hangs on it.
func TestBothTextsOfAConflict(t *testing.T) {
	text := New([]rune("渔火"))
	do(t, text, text.replace(0, 2, 2, "点")...)
	by(t, text, 2, text.replace(0, 3, 3, "点")...)
	by(t, text, 2, text.replace(0, 4, 4, "！")...)
	refs := text.All(1)
	if got := text.Conflicts(refs...); !slices.Equal(got, []OpRef{{2, 0}}) {
		t.Errorf("conflicts %v", got)
	}
	all := text.Dependents(refs...)
	if !slices.Equal(all, []OpRef{{2, 0}, {3, 0}}) {
		t.Errorf("dependents %v", all)
	}
	want(t, text.Without(refs...), "渔火点！")
	want(t, text.Without(append(all, refs...)...), "渔火")
	want(t, text, "渔火点点！")
	if text.N() != 3 {
		t.Error("looking at it changed the log")
	}
}

// What a later state counts otherwise is what differs when one asks for every operation.
func TestSwitched(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		n := pick(t, text.N()+1)
		then := text.At(n)
		var want []OpRef
		for rev := 1; rev <= n; rev++ {
			for _, r := range text.All(rev) {
				if text.Counts(r) != then.Counts(r) {
					want = append(want, r)
				}
			}
		}
		if got := text.Switched(n); !slices.Equal(got, want) {
			t.Fatalf("after %d: got %v, want %v\n%s", n, got, want, show(text))
		}
	})
}

// Taking back reads as if it had never been made, but that line breaks which come back and were never marked
// take the kind and article of what stands below.
func TestTakeBackAdopts(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		if text.N() == 0 {
			return
		}
		refs := text.All(1 + pick(t, text.N()))
		lived := map[bulletin.ID]bool{}
		for _, b := range text.Blocks() {
			lived[b.Break] = true
		}
		want := text.Without(refs...).Blocks()
		below := bulletin.Block{}
		for i := len(want) - 1; i >= 0; i-- {
			if b := &want[i]; b.Kind == bulletin.Line && b.Article == bulletin.None && !lived[b.Break] && below.Kind != bulletin.Line {
				b.Kind, b.Article = below.Kind, below.Article
			}
			below = want[i]
		}
		edited(t, text, text.TakeBack(refs...))
		if got := text.Blocks(); !slices.EqualFunc(got, want, sameBlock) {
			t.Fatalf("%v\n got %+v\nwant %+v\n%s", refs, got, want, show(text))
		}
	})
}

// A join that is taken back brings back the one line break.
func TestUnjoinBringsBackOneBreak(t *testing.T) {
	met := 0
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		lives := func() map[bulletin.ID]bool {
			m := modelOf(text.letters.raw, text.Log(), nil)
			return m.live
		}
		was := lives()
		var breaks []bulletin.ID
		m := modelOf(text.letters.raw, text.Log(), nil)
		for _, id := range m.seq {
			if m.isBreak(id) {
				breaks = append(breaks, id)
			}
		}
		brk := oneOf(t, breaks...)
		ops := text.Unjoin(brk)
		if can := !was[brk] && !m.unborn[brk]; can != (ops != nil) {
			t.Fatalf("%v comes back by %v, could %v", brk, ops, can)
		}
		if ops == nil {
			return
		}
		met++
		edited(t, text, ops)
		now := lives()
		for id := range now {
			if now[id] != (was[id] || id == brk) {
				t.Fatalf("%v came back with %v\n%s", id, brk, show(text))
			}
		}
	})
	if !testing.Short() && met < 500 {
		t.Errorf("only %d joins", met)
	}
}

// Copies that were made along the way, and what they were made of, go their own ways.
func TestCopiesAreApart(t *testing.T) {
	property(t, func(t *rapid.T) {
		defer small(t)()
		texts := []*Text{New(randomRaw(t))}
		for range 1 + pick(t, history) {
			i := pick(t, len(texts))
			if pick(t, 3) == 0 {
				texts = append(texts, texts[i].Copy())
			}
			step(t, texts[i], randomOps(t, texts[i]))
		}
		for _, x := range texts {
			if why := modelOf(x.letters.raw, x.Log(), nil).same(x); why != "" {
				t.Fatal(why)
			}
		}
	})
}

// Others read copies, and copy them again, while their owner types on.
func TestCopiesAreReadBesideTheOwner(t *testing.T) {
	text := corrected(t, 4000, 100)
	by(t, text, 1, text.moveBlocks([]int{10}, 3)...)
	var readers sync.WaitGroup
	for range 20 {
		shot, order := text.Copy(), text.Order()
		want := plain(shot)
		readers.Add(1)
		go func() {
			defer readers.Done()
			for range 3 {
				again := shot.Copy()
				o := order.For(again)
				if o.Blocks() != again.NumBlocks() || plain(again) != want || plain(shot) != want {
					t.Error("a copy changed")
				}
				if _, err := again.Append(Revision{N: again.N() + 1, Author: Author{Person: 2}, Ops: []Op{{Kind: Revert, Of: again.N()}}}); err != nil {
					t.Error(err)
				}
				for range shot.Removed() {
				}
				if ops, ok := shot.Undo(1); ok {
					shot.Dependents(OpRef{ops[0].Of, 0})
				}
				shot.Page()
			}
		}()
		for i := range 20 {
			by(t, text, 1, text.replace(i, 0, 0, "字")...)
		}
		ops, _ := text.Undo(1)
		by(t, text, 1, ops...)
	}
	readers.Wait()
}
