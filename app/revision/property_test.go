package revision

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

const history = 10 // revisions at most

// A text that grew revision by revision is what the model makes of the log, and so is a replay.
func TestReplayGivesTheText(t *testing.T) {
	property(t, func(t *rapid.T) {
		defer small(t)()
		text := New(randomRaw(t))
		for range 1 + pick(t, history) {
			step(t, text, randomOps(t, text))
			if why := modelOf(text.letters.raw, text.Log(), nil).same(text); why != "" {
				t.Fatalf("grown: %s\n%s", why, show(text))
			}
		}
		again, err := Load(text.letters.raw, text.Log())
		if err != nil {
			t.Fatal(err)
		}
		n := pick(t, text.N()+1)
		for name, c := range map[string]struct {
			text *Text
			n    int
		}{"loaded": {again, text.N()}, "copied": {text.Copy(), text.N()}, "at": {text.At(n), n}} {
			if why := modelOf(text.letters.raw, text.Log()[:c.n], nil).same(c.text); why != "" {
				t.Fatalf("%s: %s\n%s", name, why, show(text))
			}
		}
	})
}

// Long histories, with chunks as they are in use.
func TestLongHistories(t *testing.T) {
	times(t, 4, func(t *rapid.T) {
		page := randomRaw(t)
		for len(page) < 300 {
			page = append(page, randomRaw(t)...)
		}
		text := New(page)
		for i := range 250 {
			step(t, text, randomOps(t, text))
			if i%50 == 49 {
				if why := modelOf(text.letters.raw, text.Log(), nil).same(text); why != "" {
					t.Fatal(why)
				}
			}
		}
	})
}

// Every block outside of what Append says was changed is what it was.
func TestChangedSaysAll(t *testing.T) {
	property(t, func(t *rapid.T) {
		defer small(t)()
		text := randomText(t, history)
		for range 2 {
			var old []bulletin.Block
			for _, b := range text.Blocks() {
				text.Runes(len(old)) // so that a stale text would show
				old = append(old, b)
			}
			c, ok := step(t, text, randomOps(t, text))
			if !ok {
				c = Changed{}
			}
			if c.From < 0 || c.Was < 0 || c.Now < 0 || len(old)-c.Was+c.Now != text.NumBlocks() || c.From+c.Was > len(old) {
				t.Fatalf("%+v does not lead from %d blocks to %d\n%s", c, len(old), text.NumBlocks(), show(text))
			}
			for i, b := range text.Blocks() {
				k := i
				if i >= c.From+c.Now {
					k = i - c.Now + c.Was
				} else if i >= c.From {
					if string(text.Runes(i)) != b.Text {
						t.Fatalf("block %d is kept as %q", i, string(text.Runes(i)))
					}
					continue
				}
				if !sameBlock(old[k], b) || string(text.Runes(i)) != b.Text {
					t.Fatalf("%+v, but block %d\n was %+v\n  is %+v\n%s", c, i, old[k], b, show(text))
				}
			}
		}
	})
}

func sameBlock(a, b bulletin.Block) bool {
	return a.Break == b.Break && a.Kind == b.Kind && a.Article == b.Article && a.Text == b.Text && slices.Equal(a.Spans, b.Spans)
}

// Reverting one revision after another leads back to the raw page, through every state that there
// was; reverting these Reverts leads to the end again.
func TestUndoToTheRawPageAndBack(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		n := text.N()
		revert := func(of int) {
			if _, err := text.Append(Revision{N: text.N() + 1, Author: Author{Person: 1}, Ops: []Op{{Kind: Revert, Of: of}}}); err != nil {
				t.Fatal(err)
			}
		}
		for k := n; k > 0; k-- {
			revert(k)
			checkBlocks(t, text, k-1)
		}
		if want := New(text.letters.raw); reads(want) != reads(text) {
			t.Fatalf("not the raw page\n%s", show(text))
		}
		for k := 1; k <= n; k++ {
			revert(2*n - k + 1)
			checkBlocks(t, text, k)
		}
	})
}

// checkBlocks says whether the text reads as it did after the first k revisions.
func checkBlocks(t *rapid.T, text *Text, k int) {
	want := modelOf(text.letters.raw, text.Log()[:k], nil).blocks()
	if text.NumBlocks() != len(want) {
		t.Fatalf("at %d: %d blocks, want %d\n%s", k, text.NumBlocks(), len(want), show(text))
	}
	for i, b := range text.Blocks() {
		if !sameBlock(b, want[i]) {
			t.Fatalf("at %d: block %d\n got %+v\nwant %+v\n%s", k, i, b, want[i], show(text))
		}
	}
}

// Taking back what nothing refers to gives the text of the log in which it never was; where something
// does, taking that back as well does.
func TestTakenBackIsAsNeverMade(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		if text.N() == 0 {
			return
		}
		var refs []OpRef
		if all := text.All(1 + pick(t, text.N())); pick(t, 2) == 0 {
			refs = all
		} else {
			refs = []OpRef{oneOf(t, all...)}
		}
		refs = slices.DeleteFunc(refs, func(r OpRef) bool { return !text.Counts(r) })
		dependents := text.Dependents(refs...)
		void := map[OpRef]bool{}
		for _, r := range append(text.closure(refs), refs...) {
			void[r] = true
		}
		got := text.Without(append(dependents, refs...)...)
		want := modelOf(text.letters.raw, text.Log(), void).blocks()
		if got.NumBlocks() != len(want) {
			t.Fatalf("%v: %d blocks, want %d\n%s", refs, got.NumBlocks(), len(want), show(text))
		}
		for i, b := range got.Blocks() {
			if !sameBlock(b, want[i]) {
				t.Fatalf("%v: block %d\n got %+v\nwant %+v\n%s", refs, i, b, want[i], show(text))
			}
		}
	})
}

func TestRevertingTwiceChangesNothing(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		if text.N() == 0 {
			return
		}
		ops := []Op{{Kind: Revert, Of: 1 + pick(t, text.N())}}
		if pick(t, 2) == 0 {
			ops[0].Ops = []int{pick(t, len(text.log[ops[0].Of-1].Ops))}
		}
		step(t, text, ops)
		once := text.Copy()
		step(t, text, ops)
		for i, b := range text.Blocks() {
			if !sameBlock(b, once.Blocks()[i]) {
				t.Fatalf("block %d\n got %+v\nwant %+v\n%s", i, b, once.Blocks()[i], show(text))
			}
		}
	})
}

func TestRevertsCommute(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		if text.N() == 0 {
			return
		}
		some := func() []Op {
			op := Op{Kind: Revert, Of: 1 + pick(t, text.N())}
			if pick(t, 2) == 0 {
				op.Ops = []int{pick(t, len(text.log[op.Of-1].Ops))}
			}
			return []Op{op}
		}
		a, b := some(), some()
		ab, ba := text.Copy(), text.Copy()
		step(t, ab, a)
		step(t, ab, b)
		step(t, ba, b)
		step(t, ba, a)
		if ab.NumBlocks() != ba.NumBlocks() {
			t.Fatalf("%d blocks and %d\n%s", ab.NumBlocks(), ba.NumBlocks(), show(ab))
		}
		for i, x := range ab.Blocks() {
			if !sameBlock(x, ba.Blocks()[i]) {
				t.Fatalf("block %d\n %+v\n %+v\n%s", i, x, ba.Blocks()[i], show(ab))
			}
		}
	})
}

// Any raw character is live in exactly one place and knows its offset, or dead with a name on it.
func TestRawCharactersAreAccountedFor(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		seen := make([]int, len(text.letters.raw)+1)
		for i, b := range text.Blocks() {
			k := 0
			runes := []rune(b.Text)
			for _, id := range ids(b.Spans) {
				if id.Origin == 0 {
					seen[id.Index]++
					if runes[k] != text.letters.raw[id.Index] {
						t.Fatalf("block %d, %d: %q from offset %d, where %q is", i, k, runes[k], id.Index, text.letters.raw[id.Index])
					}
				}
				k++
			}
			if b.Break.Origin == 0 {
				seen[b.Break.Index]++
			}
		}
		for s, by := range text.Removed() {
			if len(by) == 0 {
				t.Fatalf("nobody removed %v\n%s", s, show(text))
			}
			for _, r := range by {
				if op := text.op(r); !text.Counts(r) || op.Kind != Delete || !newSpans(op.Spans...).meets([]bulletin.Span{s}) {
					t.Fatalf("%v did not remove %v\n%s", r, s, show(text))
				}
			}
			for i := s.From; i < s.To; i++ {
				seen[i] += 10
			}
		}
		if text.hidden {
			seen[len(seen)-1]++
		}
		for i, n := range seen {
			if n != 1 && n != 10 {
				t.Fatalf("raw character %d: %d\n%s", i, n, show(text))
			}
		}
	})
}

// What two people did to different characters is the same in either order.
func TestPeopleCommute(t *testing.T) {
	met := 0
	property(t, func(t *rapid.T) {
		text := randomText(t, history-2)
		a, b := randomOps(t, text), randomOps(t, text)
		one, two := touches(text, a), touches(text, b)
		for id := range one {
			if two[id] {
				return
			}
		}
		ab, ba := text.Copy(), text.Copy()
		n := text.N() + 1
		ra := Revision{N: n, Author: Author{Person: 1}, Ops: a}
		rb := Revision{N: n, Author: Author{Person: 2}, Ops: b}
		var errs [4]error
		_, errs[0] = ab.Append(ra)
		_, errs[1] = ab.Append(Renumber([]Revision{rb}, n+1)[0])
		_, errs[2] = ba.Append(rb)
		_, errs[3] = ba.Append(Renumber([]Revision{ra}, n+1)[0])
		for _, err := range errs {
			if err != nil {
				return // a Move into itself, perhaps only after the other's Revert
			}
		}
		met++
		if reads(ab) != reads(ba) {
			t.Fatalf("%+v\n%+v\n%s\n%s\n%s", a, b, reads(ab), reads(ba), show(text))
		}
	})
	if !testing.Short() && met < 1000 {
		t.Errorf("only %d pairs of revisions on different characters", met)
	}
}

// touches are the characters of the present text that operations name, with what travels. A Revert
// names none: where it stands in the log says nothing about where text stands.
func touches(text *Text, ops []Op) map[bulletin.ID]bool {
	set := map[bulletin.ID]bool{}
	for _, op := range ops {
		if op.Kind == Insert || op.Kind == Mark || op.Kind == Move {
			set[op.At] = true
		}
		for _, id := range ids(op.Spans) {
			set[id] = true
		}
		if op.Kind == Move {
			for more := true; more; {
				more = false
				for _, n := range text.inserts {
					for _, id := range ids([]bulletin.Span{n.Span}) {
						if set[n.anchor] && !set[id] {
							set[id], more = true, true
						}
					}
				}
			}
		}
	}
	for id := range set {
		if int(id.Origin) > text.N() {
			delete(set, id)
		}
	}
	return set
}

// An earlier state comes back exactly, by a revision that Undo takes back and Redo brings again.
func TestRestore(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, history)
		last := text.N()
		n := pick(t, last+1)
		ops := text.Restore(n)
		if n == last {
			if ops != nil {
				t.Fatalf("there was nothing to restore: %v", ops)
			}
			return
		}
		step := func(ops []Op) {
			if _, err := text.Append(Revision{N: text.N() + 1, Group: text.N() + 1, Author: Author{Person: 7}, Ops: ops}); err != nil {
				t.Fatal(err)
			}
		}
		step(ops)
		checkBlocks(t, text, n)
		undo, ok := text.Undo(7)
		if !ok {
			t.Fatal("it cannot be undone")
		}
		step(undo)
		checkBlocks(t, text, last)
		redo, ok := text.Redo(7)
		if !ok {
			t.Fatal("it cannot be redone")
		}
		step(redo)
		checkBlocks(t, text, n)
	})
}
