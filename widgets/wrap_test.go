package widgets

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// cut wraps a text to so many em.
func cut(text string, ems float64) []string {
	var w wrapper
	runes := []rune(text)
	f := faceOf(16, false)
	width := int(ems * 16)
	var lines []string
	from := 0
	for _, at := range w.wrap(nil, measured{runes, func(i int) int { return f.advance(runes[i]) }, width, width}) {
		lines = append(lines, string(runes[from:at]))
		from = int(at)
	}
	return append(lines, string(runes[from:]))
}

// TestNewspaperLines are the rules of line breaking in a Chinese newspaper (GB/T 15834-2011, 5.1).
func TestNewspaperLines(t *testing.T) {
	for _, c := range []struct {
		name string
		ems  float64
		in   string
		want string
	}{
		{"plain", 4, "渡口的老船工说", "渡口的老|船工说"},
		{"no closing mark begins a line", 4, "渡口老船，开了", "渡口老|船，开了"},
		{"no opening mark ends a line", 4, "老船工“开船”", "老船工|“开船”"},
		{"brackets", 4, "渡口河（东岸）到", "渡口河|（东岸）|到"},
		{"a dash stays whole", 4, "老渡口——首航", "老渡口|——首航"},
		{"an ellipsis stays whole and begins no line", 4, "老渡船开……走", "老渡船|开……走"},
		{"numbers stay whole", 4, "共有12345人", "共有|12345人"},
		{"decimals and signs", 5, "增长了很12.5%后", "增长了很|12.5%后"},
		{"Latin words stay whole", 5, "最新的Windows系统", "最新的|Windows|系统"},
		{"a word longer than a line", 3, "Internationalization", ""},
		{"an interpunct begins no line", 4, "安东契诃·夫", "安东契|诃·夫"},
		{"spaces may hang", 3, "abc def gh", ""},
		{"an apostrophe is inside a word", 4, "it’s don’t can’t", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := cut(c.in, c.ems)
			if c.want != "" && strings.Join(got, "|") != c.want {
				t.Errorf("%q, want %q", strings.Join(got, "|"), c.want)
			}
			if strings.Join(got, "") != c.in {
				t.Errorf("text lost: %q", got)
			}
		})
	}
}

// TestLinesFit: whatever the text, lines are not empty, keep all of it, and none is wider than the
// room unless it has one character or ends in spaces.
func TestLinesFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.SampledFrom([]rune("渡口，。“”（）——……·1234.5%aBc 　\u0301")), 0, 80).Draw(t, "text")
		ems := float64(rapid.IntRange(2, 20).Draw(t, "ems"))
		f := faceOf(16, false)
		lines := cut(string(runes), ems)
		if strings.Join(lines, "") != string(runes) {
			t.Fatalf("text lost: %q", lines)
		}
		for i, l := range lines {
			if l == "" && len(runes) > 0 {
				t.Fatalf("line %d is empty: %q", i, lines)
			}
			if w := f.textWidth(strings.TrimRight(l, " ")); w > int(ems*16) && len([]rune(l)) > 2 {
				t.Fatalf("line %q is %d px wide in %v em", l, w, ems)
			}
		}
	})
}

// TestUnicodeLineBreaks are the cases of Unicode's LineBreakTest, as the segmenter's module has them. Left
// out are those with characters that a newspaper breaks otherwise (asNewspaper): marks of quotation and
// dots that Unicode counts with all scripts, and breaks, which a block does not hold.
func TestUnicodeLineBreaks(t *testing.T) {
	ran, left := 0, 0
	var w wrapper
	unicodeCases(t, "LineBreakTest.txt", func(line string, runes []rune, breaks []bool) {
		for i, r := range runes {
			if asNewspaper(r, runes, i) != r {
				left++
				return
			}
		}
		ran++
		w.breaks(runes, 0, len(runes))
		for i := 1; i < len(runes); i++ {
			if w.may[i] != breaks[i] {
				t.Errorf("%s: before %U a line may begin: %v, want %v", line, runes[i], w.may[i], breaks[i])
				return
			}
		}
	})
	t.Logf("%d cases hold, %d do not apply", ran, left)
	if ran < 5000 {
		t.Errorf("only %d cases were found", ran)
	}
}
