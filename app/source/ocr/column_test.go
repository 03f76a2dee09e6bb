package ocr

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// typeset is a line of ALTO in a zone of its own, a string a character, each an em wide; a space is an em of white.
func typeset(x, y, em int, text string) string {
	var b strings.Builder
	r := []rune(text)
	fmt.Fprintf(&b, `<TextBlock><TextLine HPOS="%d" VPOS="%d" WIDTH="%d" HEIGHT="%d">`, x, y, em*len(r), em)
	for k, c := range r {
		if c != ' ' {
			fmt.Fprintf(&b, `<String CONTENT="%c" HPOS="%d" VPOS="%d" WIDTH="%d" HEIGHT="%d"/>`, c, x+k*em, y, em, em)
		}
	}
	return b.String() + `</TextLine></TextBlock>`
}

func linesIn(t *testing.T, body string) (all []string) {
	t.Helper()
	pages, err := ALTO("<alto>" + body + "</alto>")
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	for _, l := range pages[0].Lines {
		all = append(all, strings.ReplaceAll(spell(l), " ", ""))
	}
	return all
}

// A line over two columns is two where other lines end and begin at the white in it: not where they go on through it, and
// not where nothing stands beside it.
func TestColumns(t *testing.T) {
	const left, right = "渡船早班提前半小时", "夜校昨晚开课了没有"
	pair := func(y int) string { return typeset(100, y, 40, left) + typeset(540, y, 40, right) }
	both := []string{left, right}
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"over a gutter", pair(100) + pair(160) + typeset(100, 220, 40, left+"  "+right) + pair(280), slices.Concat(both, both, both, both)},
		{"the last line of a paragraph beside one that is indented", pair(100) + pair(160) + typeset(100, 220, 40, "渡船早班提前半     昨晚开课了没有") + pair(280),
			slices.Concat(both, both, []string{"渡船早班提前半", "昨晚开课了没有"}, both)},
		{"several", pair(100) + typeset(100, 160, 40, left+"  "+right) + typeset(100, 220, 40, left+"  "+right) + pair(280), slices.Concat(both, both, both, both)},
		{"white in a column", typeset(100, 100, 40, left+"了就"+right) + typeset(100, 160, 40, left+"了就"+right) + typeset(100, 220, 40, left+"  "+right),
			[]string{left + "了就" + right, left + "了就" + right, left + right}},
		{"alone", typeset(100, 220, 40, left+"  "+right), []string{left + right}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linesIn(t, c.body); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A line of text that was cut is one again; lines of columns stay two, also where their gutter is no wider than the white
// half of the mark before it.
func TestAcrossText(t *testing.T) {
	column := func(x, y int) string { return typeset(x, y, 40, "渡船早班提前半小时") }
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"cut", typeset(100, 100, 40, "渡船早班") + typeset(263, 101, 40, "提前半小时"), []string{"渡船早班提前半小时"}},
		{"in three parts", typeset(100, 100, 40, "渡船") + typeset(262, 100, 40, "提前半小时") + typeset(181, 101, 40, "早班"), []string{"渡船早班提前半小时"}},
		{"white behind a mark", column(100, 40) + typeset(100, 100, 40, "渡船早班，") + typeset(325, 100, 40, "提前半小时"), []string{"渡船早班提前半小时", "渡船早班，", "提前半小时"}},
		{"a mark that nothing goes past", typeset(100, 100, 40, "渡船早班，") + typeset(325, 100, 40, "提前半小时"), []string{"渡船早班，", "提前半小时"}},
		{"apart", typeset(100, 100, 40, "渡船早班") + typeset(290, 100, 40, "提前半小时"), []string{"渡船早班", "提前半小时"}},
		{"on another line", typeset(100, 100, 40, "渡船早班") + typeset(263, 112, 40, "提前半小时"), []string{"渡船早班", "提前半小时"}},
		{"a mark at a narrow gutter", column(100, 40) + column(490, 40) + typeset(100, 100, 40, "渡船早班提前半小，") + column(490, 100) + column(100, 160) + column(490, 160),
			[]string{"渡船早班提前半小时", "渡船早班提前半小时", "渡船早班提前半小，", "渡船早班提前半小时", "渡船早班提前半小时", "渡船早班提前半小时"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linesIn(t, c.body); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
