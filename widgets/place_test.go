package widgets

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

// TestGraphemesAgainstTheWholeText walks over texts both ways and holds the stops against uniseg on the whole text.
func TestGraphemesAgainstTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"渡", "e\u0301", "👩‍👩‍👧", "a", "，", "葛\U000E0100", "\u200D", "🇨🇳", "\u0301"}), 1, 12).Draw(t, "text"), ""))
		stops := map[int]bool{0: true}
		at := 0
		for g := uniseg.NewGraphemes(string(text)); g.Next(); {
			at += len(g.Runes())
			stops[at] = true
		}
		for at := 0; at < len(text); {
			next := nextGrapheme(text, at)
			if next <= at || !stops[next] {
				t.Fatalf("from %d to %d in %q", at, next, string(text))
			}
			if back := prevGrapheme(text, next); back != at {
				t.Fatalf("back from %d to %d, not %d, in %q", next, back, at, string(text))
			}
			at = next
		}
	})
}
