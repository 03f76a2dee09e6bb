package clean

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkDraft cleans a generated page and, where it is, the real page of the shared corpus.
func BenchmarkDraft(b *testing.B) {
	pages := map[string]string{"generated": compose(7).raw}
	if seed, err := os.ReadFile("../../../shared/corpus/seed/raw.txt"); err == nil {
		pages["seed"] = string(seed)
	}
	for name, text := range pages {
		b.Run(name, func(b *testing.B) {
			raw := plain(text)
			for b.Loop() {
				Draft(raw, Profile{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(raw.Text))*4000/1e6, "ms/4000runes")
		})
	}
}

// BenchmarkDraftLong shows that cost per character stays the same from a page to ten million characters,
// and on hostile input: one line, empty lines, brackets. ns/rune and, to the right, what that is of a page's.
func BenchmarkDraftLong(b *testing.B) {
	var page string
	for seed := uint64(1); len(page) < 30_000; seed++ {
		page += compose(seed).raw + "\n\n"
	}
	base := 0.0
	for _, c := range []struct {
		name string
		text func() string
	}{
		{"page", func() string { return page }},
		{"1e5", func() string { return strings.Repeat(page, 10) }},
		{"1e6", func() string { return strings.Repeat(page, 100) }},
		{"1e7", func() string { return strings.Repeat(page, 1000) }},
		{"one line of 1e7", func() string { return strings.Repeat("渡口的灯亮了，船才敢靠岸。", 770_000) }},
		{"1e6 empty lines", func() string { return strings.Repeat("\n", 1_000_000) }},
		{"1e6 brackets", func() string { return strings.Repeat("（", 1_000_000) }},
		{"credits", func() string { return strings.Repeat("（记者 ", 100_000) }},
		{"short lines", func() string { return strings.Repeat("渡口\n", 200_000) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			raw := plain(c.text())
			for b.Loop() {
				Draft(raw, Profile{})
			}
			ns := float64(b.Elapsed().Nanoseconds()) / float64(b.N) / float64(len(raw.Text))
			if base == 0 {
				base = ns
			}
			b.ReportMetric(ns, "ns/rune")
			b.ReportMetric(ns/base, "of-a-page")
		})
	}
}
