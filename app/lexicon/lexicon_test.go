package lexicon

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

var words = flag.String("words", "", "make pairs.txt anew from jieba's list of words: word, count, part of speech")

func TestLevel(t *testing.T) {
	if *words != "" {
		list, err := os.ReadFile(*words)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("pairs.txt", []byte(pairTable(string(list))), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, pair := range []string{"公司", "电脑", "学校", "建设"} {
		if r := []rune(pair); Level(r[0], r[1]) < 5 {
			t.Errorf("%s is a common word, Level says %d", pair, Level(r[0], r[1]))
		}
	}
	for _, pair := range []string{"司公", "，的", "校的"} {
		if r := []rune(pair); Level(r[0], r[1]) > 3 {
			t.Errorf("%s holds no word, Level says %d", pair, Level(r[0], r[1]))
		}
	}
}

// What follows a character is looked up by halves, so it stands in order.
func TestPairsAreSorted(t *testing.T) {
	all := read()
	n := 0
	for a, p := range all.pairs {
		if !slices.IsSorted(all.second[p.from:p.to]) {
			t.Errorf("what follows %c is not sorted", firstHan+a)
		}
		n += int(p.to - p.from)
	}
	if n != len(all.second) || n < 60_000 {
		t.Errorf("%d of %d pairs are found", n, len(all.second))
	}
}

func TestPairTable(t *testing.T) {
	list := "公司 80 n\n公园 20 n\n司 5 n\n司长 19 n\n公孙 900 nr\nA股 50 n\n"
	if got, want := pairTable(list), "公 司c园a\n"; got != want {
		t.Errorf("pairTable made %q, want %q", got, want)
	}
}

// pairTable has a line a character: those that follow it inside words, each with how often, as a
// letter: b is twice a. Pairs seen fewer than twenty times, and words of names, are left out.
func pairTable(list string) string {
	count := map[[2]rune]int{}
	for line := range strings.Lines(list) {
		var word, part string
		var n int
		if k, _ := fmt.Sscan(line, &word, &n, &part); k < 2 || strings.HasPrefix(part, "nr") {
			continue
		}
		r := []rune(word)
		for i := 1; i < len(r); i++ {
			if han(r[i-1]) && han(r[i]) {
				count[[2]rune{r[i-1], r[i]}] += n
			}
		}
	}
	next := map[rune][]rune{}
	var first []rune
	for p, n := range count {
		if n >= 20 {
			if len(next[p[0]]) == 0 {
				first = append(first, p[0])
			}
			next[p[0]] = append(next[p[0]], p[1])
		}
	}
	slices.Sort(first)
	var b strings.Builder
	for _, x := range first {
		slices.Sort(next[x])
		b.WriteString(string(x) + " ")
		for _, y := range next[x] {
			level := min(int(math.Log2(float64(count[[2]rune{x, y}])/20)), 25)
			b.WriteString(string(y) + string(rune('a'+level)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func han(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

func TestSurname(t *testing.T) {
	for name, want := range map[string]int{"王岸": 1, "欧阳树": 2, "欧冶": 1, "的": 0, "": 0, "东方红": 2} {
		if got := Surname([]rune(name)); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
