package sample_test

import (
	"slices"
	"sort"
	"strings"
	"testing"
)

// bare folds what a rule of class A folds, and drops all spaces: two texts that differ only in
// damage are the same.
func bare(s string) string {
	back := map[rune]rune{}
	for from, to := range radicals {
		back[to] = from
	}
	for _, h := range halves {
		back[h.to] = h.from
	}
	for from, to := range map[rune]rune{'.': '。', '(': '（', ')': '）', '“': '"', '”': '"', '％': '%'} {
		back[from] = to
	}
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "--", "——") {
		switch {
		case r == ' ' || r == '　' || r == '\ufeff' || r == '\r':
			continue
		case r >= '０' && r <= '９':
			r -= 0xFEE0
		case back[r] != 0:
			r = back[r]
		}
		b.WriteRune(r)
	}
	return b.String()
}

// pieces are the texts of a truth, each as often as it stands there. A byline may be cut into lines,
// so it gives its words.
func pieces(t Truth) map[string]int {
	m := map[string]int{}
	add := func(s string) {
		if s = bare(s); s != "" {
			m[s]++
		}
	}
	for _, a := range t.Articles {
		for _, s := range append(append([]string{a.Kicker, a.Headline, a.Subheadline, a.Dateline}, a.Paragraphs...), a.Captions...) {
			add(s)
		}
		for _, w := range strings.Fields(a.Byline) {
			add(w)
		}
	}
	for _, s := range t.Furniture {
		add(s)
	}
	return m
}

// consume takes the whole of s out of left, as a row of pieces with marks between them, and says
// whether it could.
func consume(s string, left map[string]int) bool {
	if s == "" {
		return true
	}
	var fits []string
	for p, n := range left {
		if n > 0 && strings.HasPrefix(s, p) {
			fits = append(fits, p)
		}
	}
	sort.Slice(fits, func(i, j int) bool { return len(fits[i]) > len(fits[j]) })
	for _, p := range fits {
		left[p]--
		if consume(s[len(p):], left) {
			return true
		}
		left[p]++
	}
	for _, around := range []string{"（", "）", "□"} { // of a byline
		if rest, ok := strings.CutPrefix(s, around); ok && consume(rest, left) {
			return true
		}
	}
	return false
}

// Every character of a raw page stands in its truth and the other way round: the lines joined as the
// junctions say are the blocks of the truth, each once, and nothing else.
func TestTruthAndRawAgree(t *testing.T) {
	for _, p := range readPages(t) {
		left := pieces(p.truth)
		var open []string // beginnings of paragraphs that a caption or an advert stands in
		cur := ""
		for i, l := range p.lines {
			if strings.TrimSpace(l) == "" {
				continue
			}
			if cur += bare(l); p.joins[i] {
				continue
			}
			if !consume(cur, left) {
				k := slices.IndexFunc(open, func(s string) bool { return consume(s+cur, left) })
				if k < 0 {
					open = append(open, cur)
				} else {
					open = slices.Delete(open, k, k+1)
				}
			}
			cur = ""
		}
		if cur != "" {
			t.Errorf("%s: the last line joins nothing", p.name)
		}
		for _, s := range open {
			t.Errorf("%s: not in the truth: %s", p.name, s)
		}
		for s, n := range left {
			if n > 0 {
				t.Errorf("%s: not on the raw page: %s", p.name, s)
			}
		}
	}
}
