package widgets

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
	"pgregory.net/rapid"
)

// TestGraphemesAgainstTheWholeText walks over texts both ways, looking at windows, and holds the stops
// against the segmenter's on the whole text.
func TestGraphemesAgainstTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"渡", "e\u0301", "👩‍👩‍👧", "a", "，", "葛\U000E0100", "\u200D", "🇨🇳", "\u0301"}), 1, 12).Draw(t, "text"), ""))
		stops := map[int]bool{0: true}
		var s segmenter.Segmenter
		s.Init(text)
		for g := s.GraphemeIterator(); g.Next(); {
			stops[g.Grapheme().Offset+len(g.Grapheme().Text)] = true
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

// unicodeCases are the cases of one of Unicode's break tests, as the segmenter's module has them: the
// runes of each, and before which of them a break is right; breaks has one more, for the end.
func unicodeCases(t *testing.T, name string, do func(line string, runes []rune, breaks []bool)) {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("the module's folder is not known: ", err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "segmenter", "test", name))
	if err != nil {
		t.Skip("the module has no such test: ", err)
	}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		var runes []rune
		var breaks []bool
		for _, f := range strings.Fields(line) {
			switch f {
			case "÷", "×":
				breaks = append(breaks, f == "÷")
			default:
				n, err := strconv.ParseUint(f, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				runes = append(runes, rune(n))
			}
		}
		if len(runes) > 0 {
			do(strings.TrimSpace(line), runes, breaks)
		}
	}
}

// TestUnicodeGraphemes are the cases of Unicode's GraphemeBreakTest (UAX #29).
func TestUnicodeGraphemes(t *testing.T) {
	ran := 0
	unicodeCases(t, "GraphemeBreakTest.txt", func(line string, runes []rune, breaks []bool) {
		ran++
		for at := 0; at < len(runes); {
			next := nextGrapheme(runes, at)
			for i := at + 1; i <= next; i++ {
				if breaks[i] != (i == next) {
					t.Errorf("%s: a grapheme [%d, %d)", line, at, next)
					return
				}
			}
			at = next
		}
	})
	if ran < 500 {
		t.Errorf("only %d cases were found", ran)
	}
}
