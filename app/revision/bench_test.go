package revision

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// corrected is a page of n runes in lines of 15, after count random corrections by a rule.
func corrected(tb testing.TB, n, count int) *Text {
	tb.Helper()
	page := make([]rune, n)
	for i := range page {
		page[i] = '一' + rune(i*7919%5000)
		if i%16 == 15 {
			page[i] = '\n'
		}
	}
	text := New(page)
	random := rand.New(rand.NewPCG(1, 2))
	for range count {
		edit(tb, text, random)
	}
	return text
}

// edit is a correction somewhere: a character becomes another, two lines are joined, or one is split.
func edit(tb testing.TB, text *Text, random *rand.Rand) {
	i := 1 + random.IntN(text.NumBlocks()-1)
	var ops []Op
	switch n := len(text.Runes(i)); {
	case random.IntN(4) == 0:
		ops = text.join(i, "")
	case n == 0:
		ops = text.replace(i, 0, 0, "字")
	case random.IntN(8) == 0:
		ops = text.split(i, random.IntN(n))
	default:
		k := random.IntN(n)
		ops = text.replace(i, k, k+1, "字")
	}
	if len(ops) == 0 {
		return
	}
	c, err := text.Append(Revision{N: text.N() + 1, Author: Author{Rule: "L1"}, Ops: ops})
	if err != nil {
		tb.Fatal(err)
	}
	for k := range c.Now {
		_ = text.Runes(c.From + k)
	}
}

// An edit with the blocks that it changed read again, in a page and in a year's text.
func BenchmarkEdit(b *testing.B) {
	for _, size := range []struct{ runes, corrections int }{{4_000, 500}, {1_000_000, 5_000}} {
		b.Run(fmt.Sprintf("runes=%d/corrections=%d", size.runes, size.corrections), func(b *testing.B) {
			text := corrected(b, size.runes, size.corrections)
			random := rand.New(rand.NewPCG(3, 4))
			b.ResetTimer()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%500 == 499 { // so that the text stays what it is
					b.StopTimer()
					text = text.At(size.corrections)
					b.StartTimer()
				}
				edit(b, text, random)
			}
		})
	}
}

func BenchmarkUndo(b *testing.B) {
	for _, size := range []struct{ runes, corrections int }{{4_000, 500}, {1_000_000, 5_000}} {
		for _, moves := range []int{0, 20} {
			b.Run(fmt.Sprintf("runes=%d/moves=%d", size.runes, moves), func(b *testing.B) {
				text := corrected(b, size.runes, size.corrections)
				for i := range moves {
					by(b, text, 1, text.moveBlocks([]int{10 + i, 11 + i}, 3)...)
				}
				if moves == 0 {
					by(b, text, 1, text.replace(9, 0, 1, "字")...)
				}
				n := text.N()
				b.ResetTimer()
				for i := 0; b.Loop(); i++ {
					if i%100 == 0 { // a log of nothing but undo and redo is no page's
						b.StopTimer()
						text = text.At(n)
						b.StartTimer()
					}
					ops, ok := text.Undo(1)
					if i%2 == 1 {
						ops, ok = text.Redo(1)
					}
					if !ok {
						b.Fatal("nothing to do")
					}
					by(b, text, 1, ops...)
				}
			})
		}
	}
}

func BenchmarkReplay(b *testing.B) {
	for _, size := range []struct{ runes, corrections int }{{4_000, 500}, {1_000_000, 5_000}} {
		text := corrected(b, size.runes, size.corrections)
		b.Run(fmt.Sprintf("load/runes=%d", size.runes), func(b *testing.B) {
			for b.Loop() {
				if _, err := Load(text.letters.raw, text.Log()); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("copy/runes=%d", size.runes), func(b *testing.B) {
			for b.Loop() {
				text.Copy()
			}
		})
		b.Run(fmt.Sprintf("page/runes=%d", size.runes), func(b *testing.B) {
			for b.Loop() {
				text.Page()
			}
		})
		b.Run(fmt.Sprintf("compare/runes=%d", size.runes), func(b *testing.B) {
			old := text.At(0)
			for b.Loop() {
				compare.Pages(old.Blocks(), text.Blocks())
			}
		})
	}
}

// One revision with as many operations as a rule makes in a large text, and taking it back.
func BenchmarkRule(b *testing.B) {
	text := corrected(b, 1_000_000, 0)
	var ops []Op
	for i := range text.NumBlocks() {
		if h := text.Head(i); h.Break != text.letters.end() {
			ops = append(ops, Op{Kind: Delete, Spans: []bulletin.Span{bulletin.One(h.Break)}})
		}
	}
	b.Run(fmt.Sprintf("operations=%d", len(ops)), func(b *testing.B) {
		for b.Loop() {
			text := New(text.letters.raw)
			for _, ops := range [][]Op{ops, {{Kind: Revert, Of: 1}}} {
				if _, err := text.Append(Revision{N: text.N() + 1, Author: Author{Rule: "L1"}, Ops: ops}); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// cleaned is a page of n runes as a draft leaves it: six lines of seven joined, every block marked, some
// spaces closed.
func cleaned(tb testing.TB, n int) *Text {
	tb.Helper()
	text := corrected(tb, n, 0)
	var joins, marks, spaces []Op
	for i := range text.NumBlocks() {
		b := text.Head(i).Break
		switch {
		case b == text.letters.end():
		case i%6 != 0:
			joins = append(joins, Op{Kind: Delete, Spans: []bulletin.Span{bulletin.One(b)}})
		default:
			marks = append(marks, Op{Kind: Mark, At: b, Block: bulletin.Paragraph, Article: b})
		}
		if i%3 == 0 && b.Index > 8 {
			spaces = append(spaces, Op{Kind: Delete, Spans: []bulletin.Span{raw(b.Index-7, b.Index-6)}})
		}
	}
	for _, ops := range [][]Op{joins, marks, spaces} {
		by(tb, text, 1, ops...)
	}
	return text
}

// A snapshot of a page, and the first key behind it, side by side for a page and one ten times as long.
func BenchmarkSnapshot(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		text := cleaned(b, n)
		name := fmt.Sprintf("runes=%d/blocks=%d", n, text.NumBlocks())
		b.Run("copy/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				text.Copy()
			}
		})
		b.Run("key/"+name, func(b *testing.B) {
			b.ReportAllocs()
			c := text.Copy()
			for i := 0; b.Loop(); i++ {
				if i%200 == 199 {
					b.StopTimer()
					c = text.Copy()
					b.StartTimer()
				}
				by(b, c, 1, c.replace(c.NumBlocks()/2, 1, 1, "字")...)
			}
		})
		b.Run("copy+key/"+name, func(b *testing.B) {
			b.ReportAllocs()
			c := text.Copy()
			for i := 0; b.Loop(); i++ {
				if i%200 == 199 {
					b.StopTimer()
					c = text.Copy()
					b.StartTimer()
				}
				_ = c.Copy()
				by(b, c, 1, c.replace(c.NumBlocks()/2, 1, 1, "字")...)
			}
		})
		b.Run("order/"+name, func(b *testing.B) {
			for b.Loop() {
				text.Order()
			}
		})
		b.Run("enter/"+name, func(b *testing.B) {
			for b.Loop() {
				c := text.Copy()
				o := text.Order().For(c)
				o.After(by(b, c, 1, o.Replace(place(100, 1), place(100, 1), "\n")...))
			}
		})
	}
}
