package sample_test

import (
	"testing"

	"qingyang/app/script"
)

// block names what a character belongs to: the n-th block of a kind in a story, or, with story -1,
// the n-th piece of furniture.
type block struct {
	story int
	kind  string
	n     int
}

// glyph is a character on the page: as it was set, and as the extraction read it. Separators and
// brackets around a field carry the field's block.
type glyph struct {
	r, out rune
	gap    string // the fault by which the extraction put a space before it, or ""
	of     block
}

func ink(text string, of block) []glyph {
	var g []glyph
	for _, r := range text {
		g = append(g, glyph{r: r, out: r, of: of})
	}
	return g
}

func width(g []glyph) (half int) {
	for _, x := range g {
		half += script.HalfEms(x.r)
	}
	return half
}

// column cuts text into lines. measure gives the room of the k-th line in half em. With words set a
// line ends only at a space (names in a credit are not cut). A space at either end of a line is lost,
// as it is in a PDF.
//
// A mark that must not begin a line is pushed in when two other marks of the line can give way for
// it, and else takes its character along to the next line; an opening mark never ends a line;
// numbers, Latin words, —— and …… stay whole unless they are wider than the column.
func column(text []glyph, measure func(k int) int, words bool) [][]glyph {
	var lines [][]glyph
	var cur []glyph
	flush := func() {
		if cur = trim(cur); len(cur) > 0 {
			lines = append(lines, cur)
		}
		cur = nil
	}
	for _, a := range atoms(text, words) {
		for len(a) > 0 {
			room := measure(len(lines)) - width(cur)
			switch {
			case width(trim(a)) <= room || pushedIn(cur, a, room):
				cur, a = append(cur, a...), nil
			case len(trim(cur)) > 0:
				flush()
			default: // wider than a whole line: cut where it must be
				n := 1
				for n < len(a) && width(a[:n+1]) <= room {
					n++
				}
				cur, a = append(cur, a[:n]...), a[n:]
				if len(a) > 0 {
					flush()
				}
			}
		}
	}
	flush()
	return lines
}

// pushedIn says whether the closing marks at the end of atom a still go into a line that has room
// left for the rest of it: at most one em over, and only beside two full-width marks.
func pushedIn(line, a []glyph, room int) bool {
	n := len(a)
	for n > 0 && clings(a[n-1].r) {
		n--
	}
	if n == 0 || width(a[:n]) > room || width(a) > room+2 {
		return false
	}
	soft := 0
	for _, g := range line {
		if script.HalfEms(g.r) == 2 && (script.IsPause(g.r) || script.IsStop(g.r) || script.IsClosing(g.r) || script.IsOpening(g.r)) {
			soft++
		}
	}
	return soft >= 2
}

func trim(g []glyph) []glyph {
	for len(g) > 0 && g[0].r == ' ' {
		g = g[1:]
	}
	for len(g) > 0 && g[len(g)-1].r == ' ' {
		g = g[:len(g)-1]
	}
	return g
}

// clings says whether r must not begin a line.
func clings(r rune) bool {
	if script.IsClosing(r) || script.IsPause(r) || script.IsStop(r) {
		return true
	}
	switch r {
	case '℃', '％', '%', '～', '·', '—':
		return true
	}
	return false
}

// atoms are the pieces between which a line may end.
func atoms(g []glyph, words bool) [][]glyph {
	var all [][]glyph
	for i := 0; i < len(g); {
		from := i
		for i < len(g) && g[i].r != ' ' && script.IsOpening(g[i].r) {
			i++
		}
		switch {
		case i >= len(g):
		case words:
			for i < len(g) && g[i].r != ' ' {
				i++
			}
		case latin(g[i].r):
			for i++; i < len(g) && (latin(g[i].r) || i+1 < len(g) && joint(g[i].r) && latin(g[i+1].r)); i++ {
			}
		case (g[i].r == '—' || g[i].r == '…') && i+1 < len(g) && g[i+1].r == g[i].r:
			i += 2
		default:
			i++
		}
		for i < len(g) && (g[i].r == ' ' || clings(g[i].r) && !double(g, i)) {
			i++
		}
		if i == from {
			i++
		}
		all = append(all, g[from:i])
	}
	return all
}

func latin(r rune) bool { return r < 0x250 && r > ' ' && (script.IsLatin(r) || script.IsDigit(r)) }

func joint(r rune) bool {
	switch r {
	case '.', ',', ':', '/', '-', '@', '_', '\'', '’':
		return true
	}
	return false
}

// double says whether —— or …… begins at i: it may begin a line, but is not cut.
func double(g []glyph, i int) bool {
	return (g[i].r == '—' || g[i].r == '…') && i+1 < len(g) && g[i+1].r == g[i].r
}

func TestColumn(t *testing.T) {
	for _, c := range []struct {
		name, in string
		half     int
		want     []string
	}{
		{"no closing mark at the start", "秋天到了，雁来了。", 8, []string{"秋天到", "了，雁来", "了。"}},
		{"pushed in beside two marks", "“好”，他说。走了", 10, []string{"“好”，他", "说。走了"}},
		{"no opening mark at the end", "他笑着说（小声）", 10, []string{"他笑着说", "（小声）"}},
		{"a number stays whole", "全长1286米的桥", 8, []string{"全长1286", "米的桥"}},
		{"a decimal stays whole", "增长了12.5%的", 8, []string{"增长了", "12.5%的"}},
		{"a dash stays whole", "三个字——走吧", 8, []string{"三个字", "——走吧"}},
		{"a word wider than the column is cut", "看abcdefghij", 8, []string{"看", "abcdefgh", "ij"}},
		{"a space at the end is lost", "很好。 记者 王", 6, []string{"很好。", "记者", "王"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := column(ink(c.in, block{}), func(int) int { return c.half }, false)
			if len(lines) != len(c.want) {
				t.Fatalf("%d lines, want %d: %s", len(lines), len(c.want), plain(lines))
			}
			for i := range lines {
				if got := plain(lines[i : i+1]); got != c.want[i] {
					t.Errorf("line %d is %q, want %q", i, got, c.want[i])
				}
			}
		})
	}
}

func plain(lines [][]glyph) string {
	var r []rune
	for i, l := range lines {
		if i > 0 {
			r = append(r, '|')
		}
		for _, g := range l {
			r = append(r, g.r)
		}
	}
	return string(r)
}
