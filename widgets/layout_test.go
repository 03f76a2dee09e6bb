package widgets

import (
	"testing"

	"pgregory.net/rapid"
)

// TestLayoutAgainstASlice plays edits on a layout and on a plain slice of paras.
func TestLayoutAgainstASlice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(n int) []para {
			ps := make([]para, n)
			for i := range ps {
				ps[i] = para{
					starts: make([]int32, rapid.IntRange(0, 3).Draw(t, "lines")), pitch: 10,
					above: int32(rapid.IntRange(0, 5).Draw(t, "above")),
				}
			}
			return ps
		}
		ref := draw(rapid.IntRange(0, 700).Draw(t, "n"))
		var l layout
		l.reset(ref)
		for range 10 {
			from := rapid.IntRange(0, len(ref)).Draw(t, "from")
			was := rapid.IntRange(0, len(ref)-from).Draw(t, "was")
			now := draw(rapid.IntRange(0, 300).Draw(t, "now"))
			l.splice(from, was, now)
			ref = append(append(append([]para{}, ref[:from]...), now...), ref[from+was:]...)
			if l.n != len(ref) {
				t.Fatalf("%d paras, want %d", l.n, len(ref))
			}
			height := 0
			for i := range ref {
				if l.top(i) != height || l.at(i).height() != ref[i].height() {
					t.Fatalf("para %d begins at %d, want %d", i, l.top(i), height)
				}
				if k, top := l.find(height); k != i || top != height {
					t.Fatalf("at %d stands %d (from %d), want %d", height, k, top, i)
				}
				height += ref[i].height()
			}
			if l.height != height {
				t.Fatalf("height %d, want %d", l.height, height)
			}
		}
	})
}
