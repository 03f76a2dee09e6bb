package revision

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// lines are the blocks as text, for what is expected of an edit.
func lines(t *Text) []string {
	var all []string
	for i := range t.NumBlocks() {
		all = append(all, string(t.Runes(i)))
	}
	return all
}

// oneString is all of the text, with the break that ends an empty last block.
func oneString(t *Text) string {
	s := strings.Join(lines(t), "\n")
	if t.hidden && t.NumBlocks() > 0 {
		s += "\n"
	}
	return s
}

// looks are the blocks with kind and article.
func looks(t *Text) []string {
	var all []string
	for _, b := range t.Blocks() {
		all = append(all, fmt.Sprintf("%s %v %v", b.Text, b.Kind, b.Article))
	}
	return all
}

// Whatever stands in a range and whatever is put there, the text is what a string would be.
func TestReplaceRangeIsThatOfAString(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 4)
		all := []rune(oneString(text))
		somewhere := func() (bulletin.Place, int) {
			if text.NumBlocks() == 0 {
				return bulletin.Place{}, 0
			}
			p, at := place(pick(t, text.NumBlocks()), 0), 0
			for i := range p.Block {
				at += len(text.Runes(i)) + 1
			}
			p.Off = pick(t, len(text.Runes(p.Block))+1)
			return p, at + p.Off
		}
		from, i := somewhere()
		to, j := somewhere()
		fresh := make([]rune, pick(t, 5))
		for k := range fresh {
			fresh[k] = oneOf(t, 'x', 'a', '雪', '\n')
		}
		ops := text.replaceRange(from, to, string(fresh))
		i, j = min(i, j), max(i, j)
		want := string(all[:i]) + string(fresh) + string(all[j:])
		if len(ops) > 0 {
			if _, ok := step(t, text, ops); !ok {
				t.Fatal("refused")
			}
		}
		got := oneString(text)
		// Behind the last block's end a break needs a second one, or nothing would stand behind it.
		if got != want && got != want+"\n" {
			t.Fatalf("%v %v %q: got %q, want %q\n%s", from, to, string(fresh), got, want, show(text))
		}
	})
}

// Moving blocks only changes their order.
func TestMoveBlocksOnlyMoves(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 6)
		for range 1 + pick(t, 3) {
			old := looks(text)
			if len(old) == 0 {
				return
			}
			var blocks []int
			for range 1 + pick(t, 3) {
				blocks = append(blocks, pick(t, len(old)))
			}
			before := pick(t, len(old)+1)
			var moved, above, below []string
			for i, b := range old {
				switch {
				case slices.Contains(blocks, i):
					moved = append(moved, b)
				case i < before:
					above = append(above, b)
				default:
					below = append(below, b)
				}
			}
			want := slices.Concat(above, moved, below)
			if ops := text.moveBlocks(blocks, before); len(ops) > 0 {
				if _, ok := step(t, text, ops); !ok {
					t.Fatal("refused")
				}
			}
			got := looks(text)
			if len(want) > len(got) && strings.HasPrefix(want[len(want)-1], " ") {
				want = want[:len(want)-1] // an empty block at the very end is no block
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%v before %d\n got %q\nwant %q\n%s", blocks, before, got, want, show(text))
			}
		}
	})
}

// Undo and redo lead through the states that the person saw, as a stack of texts would.
func TestUndoAndRedo(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := New(randomRaw(t))
		undo, redo := []string{}, []string{}
		for range 1 + pick(t, 12) {
			now := reads(text)
			switch pick(t, 4) {
			case 0:
				ops, ok := text.Undo(1)
				if ok != (len(undo) > 0) {
					t.Fatalf("undo: %v\n%s", ok, show(text))
				}
				if ok {
					mine(t, text, 0, ops)
					redo, undo = append(redo, now), pop(undo, func(want string) { sameState(t, text, want) })
				}
			case 1:
				ops, ok := text.Redo(1)
				if ok != (len(redo) > 0) {
					t.Fatalf("redo: %v\n%s", ok, show(text))
				}
				if ok {
					mine(t, text, 0, ops)
					undo, redo = append(undo, now), pop(redo, func(want string) { sameState(t, text, want) })
				}
			case 2: // an undo step of several revisions
				group := text.N() + 1
				for range 1 + pick(t, 3) {
					mine(t, text, group, typing(t, text))
				}
				undo, redo = append(undo, now), nil
			case 3: // taking back is a step as well
				if text.N() == 0 {
					continue
				}
				ops := text.TakeBack(text.All(1 + pick(t, text.N()))...)
				if len(ops) == 0 {
					continue
				}
				group := text.N() + 1
				mine(t, text, group, typing(t, text))
				ops = text.TakeBack(text.All(group)...)
				mine(t, text, group, ops)
				// The whole step has no effect, but it is one.
				undo, redo = append(undo, now), nil
			}
		}
	})
}

func typing(t *rapid.T, text *Text) []Op {
	if n := text.NumBlocks(); n > 0 {
		i := pick(t, n)
		k := pick(t, len(text.Runes(i))+1)
		return text.replace(i, k, k, oneOf(t, "x", "雪", "y\n"))
	}
	return text.replace(0, 0, 0, "x")
}

func mine(t *rapid.T, text *Text, group int, ops []Op) {
	if _, err := text.Append(Revision{N: text.N() + 1, Group: group, Author: Author{Person: 1}, Ops: ops}); err != nil {
		t.Fatal(err)
	}
}

func pop(stack []string, check func(string)) []string {
	check(stack[len(stack)-1])
	return stack[:len(stack)-1]
}

func sameState(t *rapid.T, text *Text, want string) {
	if got := reads(text); got != want {
		t.Fatalf("got\n%swant\n%s%s", got, want, show(text))
	}
}

func TestKindsAtJoinsAndSplits(t *testing.T) {
	// A headline, a blank line, a paragraph, a line that nobody placed.
	start := func() *Text {
		text := New([]rune("白鹭\n\n溪水清\n末行"))
		do(t, text, text.setKind([]int{0}, bulletin.Headline, bulletin.None)...)
		do(t, text, text.setKind([]int{2}, bulletin.Paragraph, bulletin.None)...)
		return text
	}
	for _, c := range []struct {
		name string
		edit func(*Text) []Op
		want string
	}{
		{"Enter gives both halves the kind", func(t *Text) []Op { return t.split(0, 1) }, "白:headline 鹭:headline :line 溪水清:paragraph 末行:line"},
		{"Enter at the end", func(t *Text) []Op { return t.split(2, 3) }, "白鹭:headline :line 溪水清:paragraph :paragraph 末行:line"},
		{"Enter at the start", func(t *Text) []Op { return t.split(2, 0) }, "白鹭:headline :line :paragraph 溪水清:paragraph 末行:line"},
		{"Enter at the very end makes a block to type in", func(t *Text) []Op { return t.split(3, 2) }, "白鹭:headline :line 溪水清:paragraph 末行:line :line"},
		{"joining keeps the upper kind", func(t *Text) []Op { return t.join(3, "") }, "白鹭:headline :line 溪水清末行:paragraph"},
		{"joining with a space", func(t *Text) []Op { return t.join(3, " ") }, "白鹭:headline :line 溪水清 末行:paragraph"},
		{"an empty upper block has no say", func(t *Text) []Op { return t.join(2, "") }, "白鹭:headline 溪水清:paragraph 末行:line"},
		{"nor has an empty lower one", func(t *Text) []Op { return t.join(1, "") }, "白鹭:headline 溪水清:paragraph 末行:line"},
		{"a deleted block leaves the next as it is", func(t *Text) []Op { return t.replaceRange(place(2, 0), place(3, 0), "") }, "白鹭:headline :line 末行:line"},
		{"typing over the start keeps the first kind", func(t *Text) []Op { return t.replaceRange(place(0, 0), place(2, 2), "新") }, "新清:headline 末行:line"},
		{"pasted lines: the last joins what stands behind", func(t *Text) []Op { return t.replaceRange(place(0, 1), place(2, 2), "云\n雨") }, "白云:headline 雨清:paragraph 末行:line"},
		{"and not the blank line that was there", func(t *Text) []Op { return t.replaceRange(place(0, 0), place(2, 2), "白鹭\n雨") }, "白鹭:headline 雨清:paragraph 末行:line"},
		{"furniture leaves its article", func(t *Text) []Op { return t.setKind([]int{3}, bulletin.Furniture, bulletin.None) }, "白鹭:headline :line 溪水清:paragraph 末行:furniture"},
		{"nothing to do", func(t *Text) []Op { return t.setKind([]int{0, 9}, bulletin.Headline, bulletin.None) }, "白鹭:headline :line 溪水清:paragraph 末行:line"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := start()
			if ops := c.edit(text); len(ops) > 0 {
				do(t, text, ops...)
			}
			var got []string
			for _, b := range text.Blocks() {
				got = append(got, b.Text+":"+b.Kind.String())
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("\n got %s\nwant %s", g, c.want)
			}
		})
	}
}

// What was typed at the start of a paragraph stays when the paragraph before it moves away, though
// its anchor is that paragraph's break.
func TestTypedAtTheStartStays(t *testing.T) {
	text := New([]rune("甲\n乙\n丙\n"))
	do(t, text, text.replace(1, 0, 0, "新")...)
	do(t, text, text.replace(1, 1, 1, "的")...)
	want(t, text, "甲/新的乙/丙")
	do(t, text, text.moveBlocks([]int{0}, 3)...)
	want(t, text, "新的乙/丙/甲")
	do(t, text, Op{Kind: Revert, Of: 3})
	want(t, text, "甲/新的乙/丙")
}

// A deleted word goes with its paragraph and comes back there.
func TestDeadCharactersMoveAlong(t *testing.T) {
	text := New([]rune("甲乙\n丙\n"))
	do(t, text, text.replace(0, 1, 2, "")...)
	do(t, text, text.moveBlocks([]int{0}, 2)...)
	want(t, text, "丙/甲")
	do(t, text, Op{Kind: Revert, Of: 1})
	want(t, text, "丙/甲乙")
}

func TestTogetherRenumbersWhatIsTyped(t *testing.T) {
	text := New([]rune("甲乙\n丙丁\n"))
	do(t, text, text.setKind([]int{0}, bulletin.Headline, bulletin.None)...)
	do(t, text, text.setKind([]int{1}, bulletin.Byline, bulletin.None)...)
	do(t, text, text.together(text.split(0, 1), text.split(1, 1))...)
	if got := strings.Join(looks(text), "; "); got != "甲 headline {-1 -1}; 乙 headline {-1 -1}; 丙 byline {-1 -1}; 丁 byline {-1 -1}" {
		t.Error(got)
	}
}

// Splicing blocks that stand apart reads as if they were neighbours.
func TestSpliceOfBlocksApart(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 5)
		old := looks(text)
		if len(old) == 0 {
			return
		}
		var blocks []int
		for range 1 + pick(t, 3) {
			if i := pick(t, len(old)); !slices.Contains(blocks, i) {
				blocks = append(blocks, i)
			}
		}
		a, b := blocks[0], blocks[len(blocks)-1]
		from, to := pick(t, len(text.Runes(a))+1), pick(t, len(text.Runes(b))+1)
		fresh := oneOf(t, "", "x", "雪y")
		if a == b && from > to {
			from, to = to, from
		}
		head, tail := string(text.Runes(a)[:from]), string(text.Runes(b)[to:])
		want := map[int]string{}
		for i := range old {
			if !slices.Contains(blocks, i) || i == a {
				want[i] = string(text.Runes(i))
			}
		}
		joined := pick(t, 2) == 0
		var ops []Op
		if joined {
			ops = text.splice(blocks, from, to, fresh)
			want[a] = head + fresh + tail
		} else {
			ops = text.clear(blocks, from, to, fresh)
			want[a], want[b] = head+fresh, tail
			if a == b {
				want[a] = head + fresh + tail
			}
		}
		if len(ops) > 0 {
			if _, ok := step(t, text, ops); !ok {
				t.Fatal("refused")
			}
		}
		var lists []string
		for i := range old {
			if s, ok := want[i]; ok {
				lists = append(lists, s)
			}
		}
		got := lines(text)
		if n := len(lists); n == len(got)+1 && lists[n-1] == "" {
			lists = lists[:n-1] // an empty block at the very end is no block
		}
		// Where neighbours were joined the break of the lower one ended them, and its place counts.
		if neighbours := b-a == len(blocks)-1 && slices.IsSorted(blocks); !slices.Equal(got, lists) && !neighbours {
			t.Fatalf("%v %d-%d %q joined %v\n got %q\nwant %q\n%s", blocks, from, to, fresh, joined, got, lists, show(text))
		}
	})
}

func TestSpliceKeepsKinds(t *testing.T) {
	// A paragraph, and behind another one the headline that is shown above it.
	start := func() *Text {
		text := New([]rune("江水\n茶园\n春汛\n"))
		do(t, text, text.setKind([]int{0, 1}, bulletin.Paragraph, bulletin.None)...)
		do(t, text, text.setKind([]int{2}, bulletin.Headline, bulletin.None)...)
		return text
	}
	for _, c := range []struct {
		from, to int
		text     string
		want     string
	}{
		{2, 0, "", "茶园:paragraph 春汛江水:headline"},
		{1, 1, "天", "茶园:paragraph 春天水:headline"},
		{0, 1, "", "茶园:paragraph 水:paragraph"},
		{0, 1, "冰", "茶园:paragraph 冰水:headline"},
		{1, 1, "天\n泉", "茶园:paragraph 春天:headline 泉水:paragraph"},
		{1, 2, "", "茶园:paragraph 春:headline"},
	} {
		text := start()
		do(t, text, text.splice([]int{2, 0}, c.from, c.to, c.text)...)
		var got []string
		for _, b := range text.Blocks() {
			got = append(got, b.Text+":"+b.Kind.String())
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%d-%d %q\n got %s\nwant %s", c.from, c.to, c.text, g, c.want)
		}
	}
}

// A step is all revisions of its group, the rules' as well; other people's steps are theirs, and a
// draft that rules made alone is nobody's.
func TestUndoTakesWholeGroupsOfOnesOwn(t *testing.T) {
	text := New([]rune("渔火,江枫"))
	add := func(group int, a Author, ops []Op) {
		t.Helper()
		if _, err := text.Append(Revision{N: text.N() + 1, Group: group, Author: a, Ops: ops}); err != nil {
			t.Fatal(err)
		}
	}
	add(1, Author{Rule: "P1"}, text.replace(0, 2, 3, "，"))
	add(2, Author{Person: 1}, text.replace(0, 0, 0, "夜"))
	add(2, Author{Rule: "P2"}, text.replace(0, 6, 6, "."))
	add(2, Author{Rule: "P2"}, text.replace(0, 6, 7, "。"))
	add(5, Author{Person: 2}, text.replace(0, 1, 1, "半"))
	want(t, text, "夜半渔火，江枫。")
	undo := func(person int64, expect string) {
		t.Helper()
		ops, ok := text.Undo(person)
		if ok {
			by(t, text, person, ops...)
		}
		if ok != (expect != "") {
			t.Fatalf("undo of %d: %v", person, ok)
		}
		if ok {
			want(t, text, expect)
		}
	}
	undo(1, "半渔火，江枫")
	undo(1, "")
	undo(2, "渔火，江枫")
	undo(2, "")
	ops, ok := text.Redo(1)
	if !ok {
		t.Fatal("nothing to redo")
	}
	by(t, text, 1, ops...)
	want(t, text, "夜渔火，江枫。")
	by(t, text, 1, text.replace(0, 0, 0, "子")...)
	if _, ok := text.Redo(1); ok {
		t.Error("redo after an edit")
	}
	if _, ok := text.Redo(2); !ok {
		t.Error("somebody else's edit stands in the way of redo")
	}
}
