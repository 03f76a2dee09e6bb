package revision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// shownLooks are the blocks in shown order, with kind and article.
func shownLooks(o *Order) []string {
	var all []string
	for i := range o.Blocks() {
		text, h := o.Block(i)
		all = append(all, fmt.Sprintf("%s %v %v", string(text), h.Kind, h.Article))
	}
	return all
}

// Blocks are shown in the order that the words of the house say, and an order that grew with its text is
// the one that is found anew.
func TestOrderIsWhatTheHouseSays(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := New(randomRaw(t))
		o := text.Order()
		for range 1 + pick(t, history) {
			old := shownLooks(o)
			c, ok := step(t, text, randomOps(t, text))
			if !ok {
				continue
			}
			was := o
			var shown Changed
			o, shown = o.After(c)
			if fresh := text.Order(); !slices.Equal(o.heads, fresh.heads) || !slices.Equal(o.blocks, fresh.blocks) || !slices.Equal(o.shown, fresh.shown) {
				t.Fatalf("grown %v %v\nwant %v %v\n%s", o.heads, o.blocks, fresh.heads, fresh.blocks, show(text))
			}
			now := shownLooks(o)
			if len(old)-shown.Was+shown.Now != len(now) ||
				!slices.Equal(old[:shown.From], now[:shown.From]) || !slices.Equal(old[shown.From+shown.Was:], now[shown.From+shown.Now:]) {
				t.Fatalf("%+v leads from %v to %v\n%s", shown, old, now, show(text))
			}
			if was.Blocks() != len(old) {
				t.Fatal("an order changed")
			}
		}
		var blocks []bulletin.Block
		first := map[bulletin.ID]int{}
		for i, b := range text.Blocks() {
			blocks = append(blocks, b)
			if k, ok := first[b.Article]; b.Kind != bulletin.Furniture && (!ok || b.Kind == bulletin.Paragraph && blocks[k].Kind != bulletin.Paragraph) {
				first[b.Article] = i
			}
		}
		rank := func(b bulletin.Block) [3]int {
			switch {
			case b.Kind == bulletin.Furniture:
				return [3]int{2}
			case b.Article == bulletin.None:
				return [3]int{1}
			case b.Kind.Title():
				return [3]int{0, first[b.Article], int(b.Kind)}
			}
			return [3]int{0, first[b.Article], 99}
		}
		slices.SortStableFunc(blocks, func(a, b bulletin.Block) int {
			x, y := rank(a), rank(b)
			return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]), cmp.Compare(x[2], y[2]))
		})
		for i, b := range blocks {
			if o.BreakAt(i) != b.Break {
				t.Fatalf("block %d is %v, want %v\n%s", i, o.BreakAt(i), b.Break, show(text))
			}
			if s, ok := o.ShownOf(b.Break); !ok || s != i {
				t.Fatalf("%v is shown at %d, %v, want %d", b.Break, s, ok, i)
			}
			for k, id := range ids(b.Spans) {
				if p, live := o.PlaceOf(id); p != place(i, k) || !live || o.ID(p) != id {
					t.Fatalf("%v is shown at %v, want %d,%d", id, p, i, k)
				}
			}
			from, to := o.Article(i)
			for k := range blocks {
				x, y := rank(blocks[k]), rank(b)
				if in := k >= from && k < to; in != (x[0] == y[0] && x[1] == y[1]) {
					t.Fatalf("the article of %d is [%d, %d), but %d\n%s", i, from, to, k, show(text))
				}
			}
		}
		var page []string
		p := text.Page()
		add := func(list []bulletin.Block) {
			for _, b := range list {
				page = append(page, fmt.Sprintf("%s %v %v", b.Text, b.Kind, b.Article))
			}
		}
		for _, a := range p.Articles {
			add(a.Blocks)
		}
		add(p.Tray)
		add(p.Furniture)
		want := slices.DeleteFunc(shownLooks(o), func(s string) bool { return strings.HasPrefix(s, " ") })
		if !slices.Equal(page, want) {
			t.Fatalf("the page is %q, want %q", page, want)
		}
	})
}

// edited appends what o makes, checks that taking it back leads to where the text was, and leaves it done.
func edited(t *rapid.T, text *Text, ops []Op) {
	t.Helper()
	if len(ops) == 0 {
		return
	}
	was := text.Copy()
	if _, ok := step(t, text, ops); !ok {
		t.Fatalf("refused: %+v\n%s", ops, show(text))
	}
	back := text.Copy()
	if _, err := back.Append(Revision{N: back.N() + 1, Author: Author{Person: 1}, Ops: []Op{{Kind: Revert, Of: text.N()}}}); err != nil {
		t.Fatal(err)
	}
	if got, want := looks(back), looks(was); !slices.Equal(got, want) {
		t.Fatalf("taken back it is %q, want %q\n%s", got, want, show(text))
	}
}

// Dragging text moves what was selected and nothing else.
func TestMoveTextMovesWhatIsSelected(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 6)
		o := text.Order()
		if o.Blocks() == 0 {
			return
		}
		s := Stretch{Block: pick(t, o.Blocks())}
		s.From = pick(t, o.Length(s.Block)+1)
		s.To = s.From + pick(t, o.Length(s.Block)-s.From+1)
		to := place(pick(t, o.Blocks()), 0)
		to.Off = pick(t, o.Length(to.Block)+1)
		want := shownLooks(o)
		read := func(i int) []rune { r, _ := o.Block(i); return slices.Clone(r) }
		a, b := read(s.Block), read(to.Block)
		moved := slices.Clone(a[s.From:s.To])
		inside := s.From == s.To || to.Block == s.Block && to.Off >= s.From && to.Off <= s.To
		ops := o.MoveText(s, to)
		if (len(ops) == 0) != inside {
			t.Fatalf("%v to %v by %v", s, to, ops)
		}
		put := func(i int, r []rune) {
			h := o.Head(i)
			want[i] = fmt.Sprintf("%s %v %v", string(r), h.Kind, h.Article)
		}
		switch {
		case inside:
		case to.Block == s.Block:
			rest := slices.Delete(slices.Clone(a), s.From, s.To)
			if to.Off > s.From {
				to.Off -= s.To - s.From
			}
			put(s.Block, slices.Insert(rest, to.Off, moved...))
		default:
			put(s.Block, slices.Delete(a, s.From, s.To))
			put(to.Block, slices.Insert(b, to.Off, moved...))
		}
		edited(t, text, ops)
		got := shownLooks(text.Order())
		if n := len(want); len(got) == n-1 { // an empty block at the very end is no block
			want = slices.DeleteFunc(want, func(s string) bool { return strings.HasPrefix(s, " ") })
			got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, " ") })
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v to %v\n got %q\nwant %q\n%s", s, to, got, want, show(text))
		}
	})
}

func TestWhatIsTypedBehindStays(t *testing.T) {
	text := New([]rune("甲乙丙丁戊己庚"))
	do(t, text, text.replace(0, 2, 2, "新字")...)
	want(t, text, "甲乙新字丙丁戊己庚")
	do(t, text, text.Order().MoveText(Stretch{0, 1, 2}, place(0, 8))...)
	want(t, text, "甲新字丙丁戊己乙庚")
	do(t, text, Op{Kind: Revert, Of: 2})
	want(t, text, "甲乙新字丙丁戊己庚")
}

// Replacing a range reads as it would in a list of lines: blocks of one article are joined, those of
// several are not.
func TestReplaceInShownOrder(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 6)
		o := text.Order()
		if o.Blocks() == 0 {
			return
		}
		from := place(pick(t, o.Blocks()), 0)
		from.Off = pick(t, o.Length(from.Block)+1)
		to := place(from.Block+pick(t, o.Blocks()-from.Block), 0)
		to.Off = pick(t, o.Length(to.Block)+1)
		if to.Block == from.Block && to.Off < from.Off {
			from, to = to, from
		}
		fresh := oneOf(t, "", "x", "雪y")
		joined := o.Joinable(from.Block, to.Block)
		var want, others []string
		for i := range o.Blocks() {
			runes, h := o.Block(i)
			switch {
			case i == from.Block && i == to.Block:
				want = append(want, string(runes[:from.Off])+fresh+string(runes[to.Off:]))
			case i == from.Block && joined:
				last, _ := o.Block(to.Block)
				want = append(want, string(runes[:from.Off])+fresh+string(last[to.Off:]))
			case i == from.Block:
				want = append(want, string(runes[:from.Off])+fresh)
			case i == to.Block && !joined:
				want = append(want, string(runes[to.Off:]))
			case i < from.Block || i > to.Block:
				want = append(want, string(runes))
				others = append(others, fmt.Sprintf("%s %v %v", string(runes), h.Kind, h.Article))
			}
		}
		edited(t, text, o.Replace(from, to, fresh))
		var got []string
		n := text.Order()
		for i := range n.Blocks() {
			runes, _ := n.Block(i)
			got = append(got, string(runes))
		}
		empty := func(list []string) []string { // an empty block at the very end is no block
			slices.Sort(list)
			return slices.DeleteFunc(list, func(s string) bool { return s == "" || strings.HasPrefix(s, " ") })
		}
		if got, want = empty(got), empty(want); !slices.Equal(got, want) {
			t.Fatalf("%v to %v, %q\n got %q\nwant %q\n%s", from, to, fresh, got, want, show(text))
		}
		now := shownLooks(n)
		for _, look := range empty(others) {
			if !slices.Contains(now, look) {
				t.Fatalf("%v to %v: %q is gone from %q\n%s", from, to, look, now, show(text))
			}
		}
	})
}

// What is said of blocks is said of these alone: kinds, articles, where an article begins and which it
// becomes one with.
func TestMarkingInShownOrder(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 6)
		o := text.Order()
		if o.Blocks() == 0 {
			return
		}
		from := pick(t, o.Blocks())
		to := from + 1 + pick(t, o.Blocks()-from)
		heads := map[bulletin.ID]Head{}
		for i := range o.Blocks() {
			heads[o.BreakAt(i)] = o.Head(i)
		}
		named := map[bulletin.ID]bool{}
		for _, r := range text.Log() {
			for _, op := range r.Ops {
				if op.Kind == Mark {
					named[op.Article] = true
				}
			}
		}
		set := func(from, to int, f func(*Head)) {
			for i := from; i < to; i++ {
				h := o.Head(i)
				f(&h)
				heads[h.Break] = h
			}
		}
		give := func(h *Head, article bulletin.ID) {
			h.Article = article
			if h.Kind == bulletin.Furniture || h.Kind == bulletin.Line && article != bulletin.None {
				h.Kind = bulletin.Paragraph
			}
		}
		var ops []Op
		fresh := bulletin.None
		switch pick(t, 4) {
		case 0:
			kind := bulletin.Kind(pick(t, kinds))
			above := o.ArticleAt(from - 1)
			ops = o.SetKind(from, to, kind)
			set(from, to, func(h *Head) {
				if kind == bulletin.Furniture {
					h.Article = bulletin.None
				} else if h.Kind == bulletin.Furniture {
					h.Article = above
				}
				h.Kind = kind
			})
		case 1:
			article := oneOf(t, bulletin.None, o.ArticleAt(pick(t, o.Blocks())))
			ops = o.GiveTo(from, to, article)
			set(from, to, func(h *Head) { give(h, article) })
		case 2:
			first, end := o.Article(from)
			ops = o.SplitArticle(from)
			if o.ArticleAt(from) == bulletin.None {
				first, end = -1, from+1
			}
			if (ops == nil) != (first == from) {
				t.Fatalf("block %d of [%d, %d) is split by %v", from, first, end, ops)
			}
			if ops != nil {
				fresh = ops[len(ops)-1].Article
				if named[fresh] || fresh == bulletin.None {
					t.Fatalf("%v names two articles\n%s", fresh, show(text))
				}
				set(from, end, func(h *Head) { give(h, fresh) })
			}
		case 3:
			ops = o.MergeArticle(from)
			first, end := o.Article(from)
			up := first - 1
			if mine, above := o.ArticleAt(from), o.ArticleAt(up); mine != bulletin.None && above != bulletin.None {
				start, _ := o.Article(up)
				name := mine
				if first, _ := (maker{text}).older(above, mine); first == above {
					name = above
				}
				set(start, end, func(h *Head) { h.Article = name })
				if name == above {
					set(start, first, func(h *Head) {})
				}
			}
		}
		edited(t, text, ops)
		n := text.Order()
		if n.Blocks() != len(heads) {
			t.Fatalf("%d blocks, want %d", n.Blocks(), len(heads))
		}
		for i := range n.Blocks() {
			got, want := n.Head(i), heads[n.BreakAt(i)]
			if got.Kind == bulletin.Paragraph && want.Kind == bulletin.Line && got.Article != bulletin.None && got.Article == want.Article {
				continue // a line that was merged into an article
			}
			if got != want {
				t.Fatalf("%+v, want %+v\n%s", got, want, show(text))
			}
		}
	})
}

// Articles change places as a whole, blocks inside of their article.
func TestMovingInShownOrder(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 6)
		o := text.Order()
		if o.Blocks() == 0 {
			return
		}
		was := shownLooks(o)
		blank := func(s string) bool { return strings.HasPrefix(s, " ") }
		articles := func(o *Order) (all []bulletin.ID) {
			for i := range o.Blocks() {
				if a := o.ArticleAt(i); a != bulletin.None && !slices.Contains(all, a) {
					all = append(all, a)
				}
			}
			return all
		}
		list := articles(o)
		var ops []Op
		if pick(t, 2) == 0 && len(list) > 1 {
			a, b := pick(t, len(list)), pick(t, len(list))
			at := func(k int) int {
				for i := 0; ; i++ {
					if o.ArticleAt(i) == list[k] {
						return i
					}
				}
			}
			ops = o.PutArticle(at(a), at(b))
			if (ops == nil) != (a == b) {
				t.Fatalf("%d is put where %d is by %v", a, b, ops)
			}
			name := list[a]
			list = slices.Insert(slices.Delete(list, a, a+1), b, name)
			edited(t, text, ops)
			if got := articles(text.Order()); !slices.Equal(got, list) {
				t.Fatalf("articles %v, want %v\n%s", got, list, show(text))
			}
		} else {
			from := pick(t, o.Blocks())
			to := from + 1 + pick(t, min(2, o.Blocks()-from))
			step := oneOf(t, -1, 1)
			first, end := o.Article(from)
			ops = o.MoveBlocks(from, to, step)
			can := to <= end && (step < 0 && from > first || step > 0 && to < end)
			if ops != nil && !can {
				t.Fatalf("[%d, %d) of [%d, %d) moves by %d: %v", from, to, first, end, step, ops)
			}
			rank := func(i int) int { return stack(o.Head(i).Kind) }
			want := slices.Clone(was)
			same := can
			for i := max(first, from-1); i < min(end, to+1); i++ {
				same = same && rank(i) == rank(from)
			}
			if same && step < 0 {
				want = slices.Concat(was[:from-1], was[from:to], was[from-1:from], was[to:])
			} else if same {
				want = slices.Concat(was[:from], was[to:to+1], was[from:to], was[to+1:])
			}
			edited(t, text, ops)
			got := shownLooks(text.Order())
			if len(got) < len(want) { // an empty block at the very end is no block
				got, want = slices.DeleteFunc(got, blank), slices.DeleteFunc(want, blank)
			}
			if same && !slices.Equal(got, want) {
				t.Fatalf("[%d, %d) by %d\n got %q\nwant %q\n%s", from, to, step, got, want, show(text))
			}
		}
		now := shownLooks(text.Order())
		slices.Sort(was)
		slices.Sort(now)
		if was, now = slices.DeleteFunc(was, blank), slices.DeleteFunc(now, blank); !slices.Equal(was, now) {
			t.Fatalf("%q became %q\n%s", was, now, show(text))
		}
	})
}

// An article that is pasted over itself, corrected elsewhere, keeps its kinds and all characters that were not
// corrected; another text replaces it as it would any blocks.
func TestPastedCorrectionsKeepTheRest(t *testing.T) {
	const page = "春汛来临\n江水昨夜涨了三尺，沿岸的渔家把船拖上了滩。\n老人说，这样的水他一生只见过两回。\n记者 何小舟\n广告招租"
	kinds := []bulletin.Kind{bulletin.Headline, bulletin.Paragraph, bulletin.Paragraph, bulletin.Byline}
	for _, c := range []struct{ name, text, want string }{
		{"a character", "春汛来临\n江水昨夜涨了五尺，沿岸的渔家把船拖上了滩。\n老人说，这样的水他一生只见过两回。\n记者 何小舟",
			"headline:春汛来临 paragraph:江水昨夜涨了五尺，沿岸的渔家把船拖上了滩。 paragraph:老人说，这样的水他一生只见过两回。 byline:记者 何小舟"},
		{"blank lines between, and one more", "春汛来了\r\n\r\n江水昨夜涨了三尺，沿岸的渔家把船拖上了滩。\r\n\r\n气象台发布了预报。\r\n老人说，这样的水他只见过两回。\r\n记者 何小舟",
			"headline:春汛来了 paragraph:江水昨夜涨了三尺，沿岸的渔家把船拖上了滩。 paragraph:气象台发布了预报。 paragraph:老人说，这样的水他只见过两回。 byline:记者 何小舟"},
		{"another text", "茶园开采\n新茶今日上市。", "headline:茶园开采 paragraph:新茶今日上市。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := New([]rune(page))
			do(t, text, text.Order().GiveTo(0, 4, text.newArticle(0))...)
			for i, k := range kinds {
				if ops := text.setKind([]int{i}, k, bulletin.None); len(ops) > 0 {
					do(t, text, ops...)
				}
			}
			o := text.Order()
			last, _ := o.Article(o.Blocks() - 1)
			do(t, text, o.Replace(place(0, 0), place(last-1, o.Length(last-1)), c.text)...)
			var got []string
			for _, b := range text.Page().Articles[0].Blocks {
				got = append(got, b.Kind.String()+":"+b.Text)
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("\n got %s\nwant %s", g, c.want)
			}
			if lived := text.fate(bulletin.ID{Index: 14}).live; lived != (c.name != "another text") {
				t.Errorf("what was not corrected lives: %v", lived)
			}
		})
	}
}

// What is pasted over whole blocks is what stands there afterwards, however much of it is ours.
func TestPastedOverBlocks(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 6)
		o := text.Order()
		if o.Blocks() == 0 {
			return
		}
		from, to := o.Article(pick(t, o.Blocks()))
		if to-from < 2 || o.ArticleAt(from) == bulletin.None {
			return
		}
		var lines, others []string
		for i := range o.Blocks() {
			runes, h := o.Block(i)
			if i < from || i >= to {
				others = append(others, fmt.Sprintf("%s %v %v", string(runes), h.Kind, h.Article))
				continue
			}
			switch line := strings.ReplaceAll(string(runes), "\r", ""); pick(t, 4) {
			case 0:
			case 1:
				lines = append(lines, line+"x", "雪y")
			default:
				lines = append(lines, line+oneOf(t, "", "z"))
			}
		}
		if len(lines) < 2 {
			return
		}
		edited(t, text, o.Replace(place(from, 0), place(to-1, o.Length(to-1)), strings.Join(lines, "\n")))
		n := text.Order()
		var got []string
		for i := range n.Blocks() {
			runes, h := n.Block(i)
			if k := slices.Index(others, fmt.Sprintf("%s %v %v", string(runes), h.Kind, h.Article)); k >= 0 {
				others = slices.Delete(others, k, k+1)
			} else if len(runes) > 0 {
				got = append(got, string(runes))
			}
		}
		others = slices.DeleteFunc(others, func(s string) bool { return strings.HasPrefix(s, " ") })
		want := slices.DeleteFunc(lines, func(s string) bool { return s == "" })
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(others) > 0 {
			t.Fatalf("got %q, want %q; gone are %q\n%s", got, want, others, show(text))
		}
	})
}
