package layout

import (
	"slices"
	"strings"
	"testing"
)

// Two lines alone at the head of their column are threaded, too: how wide it is shows far down the page.
func TestThreadOfTwoLines(t *testing.T) {
	full := func(x, y float64, name string, first, last rune) []set {
		ls := column(x, y, name, 5)
		ls[0] = set{x, y, 10, string(first) + strings.Repeat(name, 9)}
		ls[1].text = strings.Repeat(name, 9) + "，"
		ls[4].text = strings.Repeat(name, 9) + string(last)
		return ls
	}
	opened := func(ls []set) []set {
		ls[0].x, ls[0].text = ls[0].x+20, string([]rune(ls[0].text)[2:])
		return ls
	}
	a, c := opened(full(20, 100, "甲", '甲', '公')), opened(full(20, 340, "丙", '丙', '经'))
	b := []set{{140, 100, 10, "司乙乙乙乙，乙乙乙乙"}, {140, 114, 10, "乙乙乙乙。"}}
	d := full(140, 340, "丁", '济', '。')
	if got, want := heads(Measure(sheetOf(0, slices.Concat(a, c, b, d)...), nil)), "甲司乙丙济丁"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Lines of titles stay together where the text below them is put into another order; a title that the file has before
// text that stands above it goes where it stands.
func TestTitlesStayTogether(t *testing.T) {
	title := func(x, y float64, one, two string) []set {
		return []set{{x, y, 20, strings.Repeat(one, 5)}, {x, y + 24, 20, strings.Repeat(two, 5)}}
	}
	worded := func(ls []set) []set {
		for k := range ls[:len(ls)-1] {
			r := []rune(ls[k].text)
			r[len(r)-2] = '，'
			ls[k].text = string(r)
		}
		return ls
	}
	a, b := worded(column(20, 120, "甲", 4)), worded(column(140, 120, "乙", 4))
	raw := sheetOf(0, slices.Concat(title(20, 60, "子", "丑"), a, title(140, 60, "寅", "卯"), b)...)
	p := Measure(raw, nil)
	if got, want := heads(p), "子丑甲寅卯乙"; got != want {
		t.Fatalf("%s, want %s", got, want)
	}
	order := make([]int, len(p.Lines))
	for i := range order {
		order[i] = i
	}
	read := func(order []int) string {
		var b strings.Builder
		for _, i := range order {
			b.WriteRune(p.Lines[i].First)
		}
		return b.String()
	}
	as := []int{0, 6, 1, 7, 8, 9, 10, 11, 2, 3, 4, 5} // titles by their height, the right column first
	if got, want := read(p.regrouped(order, as)), "寅卯乙乙乙乙子丑甲甲甲甲"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	p.Prints[6].Top, p.Prints[6].Bottom = 300, 320 // 寅卯 head nothing that the file has behind them
	p.Prints[7].Top, p.Prints[7].Bottom = 324, 344
	as = []int{0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 6, 7}
	if got, want := read(p.regrouped(order, as)), "子丑甲甲甲甲乙乙乙乙寅卯"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	p.Prints[6].Top, p.Prints[6].Bottom = 20, 40 // far above: the file says better where they belong
	p.Prints[7].Top, p.Prints[7].Bottom = 44, 54
	as = []int{6, 7, 0, 1, 2, 3, 4, 5, 8, 9, 10, 11}
	if got, want := read(p.regrouped(order, as)), "子丑甲甲甲甲寅卯乙乙乙乙"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
