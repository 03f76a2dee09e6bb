package widgets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// story is running text of n runes: clauses of Han with marks between them, numbers and Latin words.
func story(r *rand.Rand, n int) []rune {
	var text []rune
	for len(text) < n {
		for range 3 + r.IntN(14) {
			text = append(text, rune(0x4E00+r.IntN(3000)))
		}
		switch r.IntN(8) {
		case 0:
			text = append(text, []rune(fmt.Sprint(r.IntN(50_000)))...)
		case 1:
			text = append(text, []rune("Qingyang v2.0 ")[:r.IntN(14)]...)
		}
		text = append(text, []rune("，。，、；，“”……")[r.IntN(10)])
	}
	return text[:n]
}

// A long block in which something was typed or deleted is broken as if it were broken anew.
func TestRewrap(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	f := faceOf(16, false)
	var w wrapper
	width := 16 * 35
	of := func(text []rune) measured {
		return measured{text, func(i int) int { return f.advance(text[i]) }, width - 32, width}
	}
	text := story(r, 4000)
	starts := w.wrap(nil, of(text))
	for step := range 800 {
		from := r.IntN(len(text) + 1)
		to := min(len(text), from+r.IntN(4)*r.IntN(8))
		fresh := story(r, r.IntN(3)*r.IntN(12))
		if step%50 == 0 {
			fresh = story(r, 300)
		}
		text = slices.Replace(text, from, to, fresh...)
		starts = w.rewrap(starts, of(text), from, from+len(fresh), len(fresh)-(to-from))
		if want := w.wrap(nil, of(text)); !slices.Equal(starts, want) {
			t.Fatalf("step %d: %d runes for %d at %d: lines begin at\n%v, want\n%v", step, len(fresh), to-from, from, starts, want)
		}
	}
}

// BenchmarkLongBlock types in the middle of one block of any length.
func BenchmarkLongBlock(b *testing.B) {
	for _, n := range []int{3_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("runes=%d", n), func(b *testing.B) {
			e, _ := show(b, newPlain(string(story(rand.New(rand.NewPCG(1, 2)), n))), 800, 600)
			e.Select(Pos{0, n / 2}, Pos{0, n / 2})
			for b.Loop() {
				e.Insert("字")
			}
		})
	}
}
