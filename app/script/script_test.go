package script

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

func TestEm(t *testing.T) {
	for _, c := range []struct {
		line string
		want float64
	}{
		{"", 0}, {"渡口", 2}, {"渡口，开了。", 6}, {"PM2.5", 2.5}, {"12月7日", 3.5}, {"　　段首", 4}, {"A\u0301", 0.5}, {"\uFEFF渡", 1}, {"“渡”", 3}, {"café", 2},
	} {
		if got := Em([]rune(c.line)); got != c.want {
			t.Errorf("Em(%q) = %v, want %v", c.line, got, c.want)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		name string
		is   func(rune) bool
		yes  string
		no   string
	}{
		{"Han", IsHan, "渡一〇々㐀𠀀", "，Aあ　1○"},
		{"Latin", IsLatin, "aZéﬁ", "渡1，Ａб"},
		{"digit", IsDigit, "09", "０一a"},
		{"wide digit", IsWideDigit, "０９", "0九"},
		{"space", IsSpace, " \t\u00A0\u3000\u2003", "\n渡\u200B"},
		{"break", IsBreak, "\n\r\f\u2028", " 渡\t"},
		{"opening", IsOpening, "（《“(", "）》”)，"},
		{"closing", IsClosing, "）》”)", "（《“(，"},
		{"stop", IsStop, "。！？….!?", "，、；：,"},
		{"pause", IsPause, "，、；：,;:", "。！."},
	} {
		for _, r := range c.yes {
			if !c.is(r) {
				t.Errorf("%c is no %s", r, c.name)
			}
		}
		for _, r := range c.no {
			if c.is(r) {
				t.Errorf("%c is a %s", r, c.name)
			}
		}
	}
}

// TestGraphemes walks over texts both ways and holds the stops against uniseg on the whole text.
func TestGraphemes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"渡", "e\u0301", "👩‍👩‍👧", "a", "，", "葛\U000E0100", "\u200D", "🇨🇳", "\u0301"}), 1, 12).Draw(t, "text"), ""))
		stops := map[int]bool{0: true}
		at := 0
		for g := uniseg.NewGraphemes(string(text)); g.Next(); {
			at += len(g.Runes())
			stops[at] = true
		}
		for at := 0; at < len(text); {
			next := NextGrapheme(text, at)
			if next <= at || !stops[next] {
				t.Fatalf("from %d to %d in %q", at, next, string(text))
			}
			at = next
		}
	})
}
