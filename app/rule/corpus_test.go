package rule_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"qingyang/app/rule"
)

// TestCorpus holds the rules against the lines of the shared corpus, where it is.
func TestCorpus(t *testing.T) {
	f, err := os.Open("../../../shared/corpus/typography/cases.tsv")
	if err != nil {
		t.Skip("the shared corpus is not here")
	}
	defer f.Close()
	lines, exact := 0, 0
	for s := bufio.NewScanner(f); s.Scan(); {
		c := strings.Split(s.Text(), "\t")
		if len(c) != 4 || c[1] != "A" && c[1] != "T" && c[1] != "S" {
			continue
		}
		got := rule.Line(c[2])
		if again := rule.Line(c[3]); again != c[3] {
			t.Errorf("%s %s: the wanted text is not stable\n     %q\n got %q", c[0], c[1], c[3], again)
		}
		switch c[1] {
		case "S":
			if got != c[2] && got != c[3] {
				t.Errorf("%s S: harmed\n     %q\n got %q\nwant %q", c[0], c[2], got, c[3])
			}
			continue
		case "T":
			if got != c[3] {
				t.Errorf("%s trap\n got %q\nwant %q", c[0], got, c[3])
			}
		}
		lines++
		if got == c[3] {
			exact++
		} else if c[1] == "A" {
			t.Logf("%s\n     %q\n got %q\nwant %q", c[0], c[2], got, c[3])
		}
	}
	if lines == 0 || float64(exact) < 0.995*float64(lines) {
		t.Errorf("%d of %d lines exact", exact, lines)
	}
	t.Logf("%d of %d lines exact", exact, lines)
}
