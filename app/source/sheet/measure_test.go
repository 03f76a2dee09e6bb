package sheet

import (
	"math"
	"testing"
)

// Lines of one size are measured alike, however many characters they have and whatever they end in, where no more is
// known than the box of each.
func TestSizeOfLines(t *testing.T) {
	const em = 40.0
	for _, c := range []struct {
		text string
		w, h float64 // of its black, in em
	}{
		{"船", 0.92, 0.92},
		{"渡船", 1.92, 0.95},
		{"渡船。", 2.32, 0.98},
		{"渡船早班提前", 5.92, 1},
		{"渡船早班提前。", 6.32, 1},
		{"“渡船早班提前。", 6.72, 1},
		{"渡船早班今起提前半点", 9.92, 1.12}, // it leans
	} {
		p := Page{Lines: []Line{{Box: Box{10, 10, c.w * em, c.h * em}}}}
		for _, r := range c.text {
			p.Lines[0].Chars = append(p.Lines[0].Chars, Char{Rune: r})
		}
		p.Measure()
		if got := p.Lines[0].Size; math.Abs(got-em) > 0.03*em {
			t.Errorf("%s is of size %.1f, want %.0f", c.text, got, em)
		}
	}
}
