package pdf

import (
	"strings"
	"testing"
)

// columns puts each character of some columns of text below the one before, the columns from right to left.
func columns(texts ...string) (page []shown) {
	for k, text := range texts {
		y := 60.0
		for _, r := range text {
			page = append(page, shown{250 - 16*float64(k), y, 10, string(r), false})
			y += 10
		}
	}
	return page
}

// Text that is set from the top down makes a line of each column, with its characters where the page shows them; a page in
// lines with a title from the top down is none.
func TestSetDown(t *testing.T) {
	want := []string{"渡船早班今天起改到六点", "船工都说天还没有亮就要", "生火烧水比从前早了一刻"}
	f, err := readAll(t.Context(), document("", columns(want...)), Options{})
	if err != nil || len(f.Pages) != 1 {
		t.Fatal(err)
	}
	p := f.Pages[0]
	if got := texts(p); got != strings.Join(want, "|") {
		t.Fatalf("its lines are %s, want %q", got, want)
	}
	for k, l := range p.Lines {
		first, last := l.Chars[0].Box, l.Chars[len(l.Chars)-1].Box
		if !near(first.X, last.X, 1) || last.Y < first.Y+90 || k > 0 && l.Box.X > p.Lines[k-1].Box.X-10 || l.Size != 10 || l.Box.W > 12 {
			t.Errorf("line %d lies at %+v, its size is %v", k, l.Box, l.Size)
		}
	}

	lines := []shown{{20, 60, 10, "渡船早班今天起改到六点开", false}, {20, 76, 10, "船工都说天还没有亮就要起", false}}
	lines = append(lines, columns("夜航首日")...)
	if f, err = readAll(t.Context(), document("", lines), Options{}); err != nil {
		t.Fatal(err)
	}
	if got := texts(f.Pages[0]); got != "渡船早班今天起改到六点开|船工都说天还没有亮就要起|夜航首日" {
		t.Errorf("its lines are %s", got)
	}
}
