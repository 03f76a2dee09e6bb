package revision

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"qingyang/app/bulletin"
)

// large are logs of one kind that a page might get, by their size: what is done with them must not cost more
// than its share.
var large = []struct {
	name string
	make func(tb testing.TB, n int) *Text
}{
	// One revision that types at n places all over the page.
	{"inserts", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 3*n, 0)
		random := rand.New(rand.NewPCG(5, 6))
		var ops []Op
		for range n {
			ops = append(ops, Op{Kind: Insert, At: bulletin.ID{Index: int32(random.IntN(3 * n))}, Text: "字"})
		}
		by(tb, text, 1, ops...)
		return text
	}},
	// One revision that types n times at one place.
	{"heaped", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 1000, 0)
		var ops []Op
		for range n {
			ops = append(ops, Op{Kind: Insert, At: bulletin.ID{Index: 500}, Text: "字\n"})
		}
		by(tb, text, 1, ops...)
		return text
	}},
	// One revision that types n times, each behind what it typed before.
	{"chained", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 1000, 0)
		var ops []Op
		for k := range n {
			op := Op{Kind: Insert, At: bulletin.ID{Origin: 1, Index: int32(k - 1)}, Text: "字"}
			if k == 0 {
				op.At = bulletin.ID{Index: 500}
			}
			ops = append(ops, op)
		}
		by(tb, text, 1, ops...)
		return text
	}},
	// A key at a time, and every hundredth taken back.
	{"keys", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 4000, 0)
		for k := range n {
			if k%100 == 99 {
				by(tb, text, 1, Op{Kind: Revert, Of: text.N()})
			} else {
				by(tb, text, 1, text.replace(100, 3, 3, "字")...)
			}
		}
		return text
	}},
	// An edit, and n Reverts, each of the one before.
	{"reverts", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 4000, 500)
		for range n {
			by(tb, text, 1, Op{Kind: Revert, Of: text.N()})
		}
		return text
	}},
	// An edit, and n revisions that each revert the one before twice.
	{"twice", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 4000, 1)
		for range n {
			op := Op{Kind: Revert, Of: text.N()}
			by(tb, text, 1, op, op)
		}
		return text
	}},
	// A paragraph moved in a page of many corrections, and n times back and forth by undo and redo.
	{"redone", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 40_000, 2000)
		by(tb, text, 1, text.moveBlocks([]int{10}, 20)...)
		for range n {
			by(tb, text, 1, Op{Kind: Revert, Of: text.N()})
		}
		return text
	}},
	// A character moved n times.
	{"moves", func(tb testing.TB, n int) *Text {
		text := corrected(tb, 4000, 0)
		for k := range n {
			by(tb, text, 1, Op{Kind: Move, At: bulletin.ID{Index: int32(7 * k % 3000)}, Spans: []bulletin.Span{raw(3500, 3501)}})
		}
		return text
	}},
}

// Logs of a size at which anything quadratic takes minutes, and anything exponential for ever.
func TestLargeLogs(t *testing.T) {
	for _, l := range large {
		t.Run(l.name, func(t *testing.T) {
			n := map[string]int{"keys": 5000, "reverts": 1000, "twice": 60, "redone": 1000, "moves": 2000}[l.name]
			if n == 0 {
				n = 20_000
			}
			if testing.Short() {
				n /= 10
			}
			text := l.make(t, n)
			again, err := Load(text.letters.raw, text.Log())
			if err != nil {
				t.Fatal(err)
			}
			if plain(again) != plain(text) {
				t.Error("a replay reads otherwise")
			}
			revisions, ops := 0, 0
			for r, all := range text.History() {
				revisions += r.To - r.From + 1
				for _, c := range all {
					ops += len(c.Ops)
				}
			}
			if revisions != text.N() || ops == 0 {
				t.Errorf("%d revisions of %d, %d operations", revisions, text.N(), ops)
			}
			for _, rev := range []int{1, text.N()} {
				refs := text.All(rev)
				dependents := text.Dependents(refs...)
				if without := text.Without(append(dependents, refs...)...); without.N() > text.N()+1 {
					t.Error("more than one revision was needed")
				}
				for i := len(dependents) - 1; i > 0; i-- {
					if !dependents[i-1].Before(dependents[i]) {
						t.Fatal("dependents out of order")
					}
				}
			}
			if _, ok := text.Undo(1); !ok && l.name != "reverts" && l.name != "redone" && l.name != "twice" {
				t.Error("nothing to undo")
			}
		})
	}
}

// What opening, listing and verifying a page cost: side by side for a log and one twice as long.
func BenchmarkLarge(b *testing.B) {
	for _, l := range large {
		n := 150_000
		switch l.name {
		case "keys":
			n = 10_000
		case "reverts", "redone", "moves":
			n = 1000
		case "twice":
			n = 20
		}
		for _, n := range []int{n, 2 * n} {
			text := l.make(b, n)
			b.Run(fmt.Sprintf("load/%s=%d", l.name, n), func(b *testing.B) {
				for b.Loop() {
					if _, err := Load(text.letters.raw, text.Log()); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run(fmt.Sprintf("history/%s=%d", l.name, n), func(b *testing.B) {
				for b.Loop() {
					for range text.History() {
					}
				}
			})
		}
	}
}

// exchanged is a page of n runes after one character was replaced at one place in 56, in one revision.
func exchanged(tb testing.TB, n int) *Text {
	tb.Helper()
	text := cleaned(tb, n)
	o := text.Order()
	var at []Stretch
	var texts []string
	for i := range o.Blocks() {
		for k := 7; k < o.Length(i); k += 56 {
			at, texts = append(at, Stretch{i, k, k + 1}), append(texts, "得")
		}
	}
	by(tb, text, 1, o.ReplaceEach(at, texts)...)
	return text
}

// Taking back all of a large replacement, in three ways, side by side for a page and one twice as long.
func BenchmarkTakeBack(b *testing.B) {
	for _, n := range []int{500_000, 1_000_000} {
		text := exchanged(b, n)
		name := fmt.Sprintf("runes=%d/places=%d", n, len(text.log[text.N()-1].Ops)/2)
		run := func(way string, make func(t *Text) []Op) {
			b.Run(way+"/"+name, func(b *testing.B) {
				for b.Loop() {
					c := text.Copy()
					o := text.Order().For(c)
					o.After(by(b, c, 1, make(c)...))
				}
			})
		}
		run("undo", func(t *Text) []Op { ops, _ := t.Undo(1); return ops })
		run("takeback", func(t *Text) []Op {
			refs := t.All(t.N())
			if len(t.Conflicts(refs...)) > 0 {
				b.Fatal("conflicts")
			}
			return t.TakeBack(refs...)
		})
		b.Run("told/"+name, func(b *testing.B) {
			c := text.Copy()
			by(b, c, 1, c.TakeBack(c.All(c.N())...)...)
			for b.Loop() {
				again := map[int]bool{}
				for _, r := range c.Switched(text.N()) {
					again[r.Rev] = true
				}
				for range c.HistoryOf(func(r Run) bool { return again[r.From] }) {
				}
			}
		})
	}
}
