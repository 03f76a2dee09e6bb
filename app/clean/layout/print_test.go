package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"qingyang/app/source"
)

// set is a line of a printed page.
type set struct {
	x, y, size float64
	text       string
}

// sheetOf makes a raw page of lines; every character is as wide as its size. lean turns the page by a slope.
func sheetOf(lean float64, lines ...set) source.Raw {
	raw := source.Raw{Width: 600, Height: 800, Set: true}
	for _, s := range lines {
		r := []rune(s.text)
		l := source.Line{From: len(raw.Text), To: len(raw.Text) + len(r), Next: len(raw.Text) + len(r) + 1, Break: '\n', Size: s.size}
		x, y := s.x-lean*s.y, s.y+lean*s.x
		for k := range r {
			raw.Glyphs = append(raw.Glyphs, source.Glyph{X: float32(x + float64(k)*s.size), Y: float32(y + lean*float64(k)*s.size), W: float32(s.size), H: float32(s.size)})
			l.Box = l.Box.Join(raw.Glyphs[len(raw.Glyphs)-1].Box())
		}
		raw.Glyphs = append(raw.Glyphs, source.Glyph{})
		raw.Text = append(append(raw.Text, r...), '\n')
		raw.Lines = append(raw.Lines, l)
	}
	return raw
}

// column are lines of a column of text, its words in order; the first is indented by two em.
func column(x, y float64, name string, n int) (all []set) {
	for k := range n {
		l := set{x, y + 14*float64(k), 10, strings.Repeat(name, 10)}
		if k == 0 {
			l.x += 20
			l.text = strings.Repeat(name, 8)
		}
		all = append(all, l)
	}
	all[n-1].text = strings.Repeat(name, 4) + "。"
	return all
}

// cutShort ends a paragraph of a column in two characters; the next line is indented, and begins to the right of them.
func cutShort(col []set, at int) []set {
	col = slices.Clone(col)
	col[at].text = string([]rune(col[at].text)[0]) + "。"
	col[at+1].x, col[at+1].text = col[at+1].x+20, string([]rune(col[at+1].text)[2:])
	return col
}

// heads are the first characters of the lines of a page in reading order, each run of one once.
func heads(p *Page) string {
	var b strings.Builder
	last := rune(0)
	for i := range p.Lines {
		if c := p.Lines[i].First; c != last {
			b.WriteRune(c)
			last = c
		}
	}
	return b.String()
}

// Lines come into reading order: that of the file where it goes down the columns; columns one by one where it goes
// across them; dirt last.
func TestReadingOrder(t *testing.T) {
	a, b, c := column(20, 100, "甲", 8), column(140, 100, "乙", 8), column(260, 100, "丙", 8)
	title := set{20, 60, 24, "子子子子子子子子"}
	across := func(cols ...[]set) (all []set) {
		for k := range cols[0] {
			for _, col := range cols {
				all = append(all, col[k])
			}
		}
		return all
	}
	for _, x := range []struct {
		name  string
		lines []set
		want  string
	}{
		{"down the columns", slices.Concat([]set{title}, a, b), "子甲乙"},
		{"the title last", slices.Concat(a, b, []set{title}), "甲乙子"},
		{"across the columns", slices.Concat([]set{title}, across(a, b, c)), "子甲乙丙"},
		{"a speck in the text", slices.Concat(a[:4], []set{{10, 150, 2, "点"}}, a[4:], b), "甲乙点"},
		{"a large first letter", slices.Concat([]set{{20, 100, 22, "首"}}, a, b), "首甲乙"},
	} {
		for _, lean := range []float64{0, 0.012, -0.012} {
			p := Measure(sheetOf(lean, x.lines...), nil)
			if got := heads(p); got != x.want {
				t.Errorf("%s, leaning by %v: %s, want %s", x.name, lean, got, x.want)
			}
			if p.Prints == nil || len(p.Prints) != len(p.Lines) {
				t.Fatal("no prints")
			}
		}
	}
}

// A file may have the lines of a page row by row, through all columns.
func TestRowByRow(t *testing.T) {
	rows := func(lines ...[]set) []set {
		all := slices.Concat(lines...)
		slices.SortStableFunc(all, func(a, b set) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
		return all
	}
	on := func(col []set, first, last bool) []set { // a column that goes on with a sentence, or whose sentence goes on
		col = slices.Clone(col)
		for _, k := range []int{2, 4} {
			r := []rune(col[k].text)
			r[3] = '，'
			col[k].text = string(r)
		}
		if first {
			col[0].x, col[0].text = col[1].x, col[1].text
		}
		if last {
			col[len(col)-1].text = col[1].text
		}
		return col
	}
	for _, x := range []struct {
		name  string
		lines []set
		want  string
	}{
		{"columns", rows(column(20, 100, "甲", 12), column(140, 100, "乙", 12), column(260, 100, "丙", 12)), "甲乙丙"},
		{"stories one below the other, one column beside them", rows(column(20, 60, "甲", 22), column(140, 60, "乙", 8), column(260, 60, "丙", 8),
			[]set{{140, 190, 14, "子子子子子"}}, column(140, 220, "丁", 10), column(260, 194, "戊", 12)), "甲乙丙子丁戊"},
		{"stories with titles in the type of the text", rows(on(column(20, 60, "甲", 8), false, true), on(column(140, 60, "乙", 8), true, true), on(column(260, 60, "丙", 8), true, false),
			[]set{{40, 200, 10, "子子子"}}, on(column(20, 230, "丁", 10), false, true), on(column(140, 200, "戊", 12), true, true), on(column(260, 200, "己", 12), true, false)), "甲乙丙子丁戊己"},
	} {
		for _, lean := range []float64{0, 0.012, -0.012} {
			raw := sheetOf(lean, x.lines...)
			raw.Set = false
			if got := heads(Measure(raw, nil)); got != x.want {
				t.Errorf("%s, leaning by %v: %s, want %s", x.name, lean, got, x.want)
			}
		}
	}
}

// Where titles over several columns and lines at other heights leave no straight cut through the page, its columns are
// still read one by one.
func TestNoStraightCut(t *testing.T) {
	lines := slices.Concat([]set{{20, 60, 24, "子子子子子子子子子"}, {140, 168, 24, "丑丑丑丑丑丑丑丑丑"}},
		cutShort(column(20, 100, "甲", 16), 5), column(140, 103, "乙", 4), cutShort(column(140, 206, "丙", 8), 3), column(260, 59, "丁", 7), column(260, 209, "戊", 8))
	slices.SortStableFunc(lines, func(a, b set) int { return cmp.Compare(a.y, b.y) }) // as a file that goes across the columns
	got := heads(Measure(sheetOf(0, lines...), nil))
	for _, c := range "子丑甲乙丙丁戊" {
		if strings.Count(got, string(c)) != 1 {
			t.Errorf("%c is not in one piece: %s", c, got)
		}
	}
}

// A line is measured against its column: indents, room, sizes, steps and gaps.
func TestPrints(t *testing.T) {
	a, b := column(20, 100, "甲", 8), column(140, 100, "乙", 8)
	p := Measure(sheetOf(0, slices.Concat([]set{{20, 60, 24, "子子子子子子子子"}}, a, b)...), nil)
	is := func(what string, got, want, within float64) {
		if math.Abs(got-want) > within {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	is("the size of the title", p.Prints[0].Size, 2.4, 0.01)
	is("the indent of a first line", p.Prints[1].Indent, 2, 0.05)
	is("the indent of another line", p.Prints[2].Indent, 0, 0.05)
	is("the room of a full line", p.Prints[2].Room, 0, 0.05)
	is("the room of a last line", p.Prints[8].Room, 5, 0.6)
	is("the width of the column", p.Prints[3].Column, 10, 0.05)
	is("the lead", p.Prints[3].Lead, 1, 0.05)
	below := Measure(sheetOf(0, cutShort(a, 4)...), nil) // a first line that begins to the right of where the last one ends
	is("the indent behind a short line", below.Prints[5].Indent, 2, 0.05)
	is("the room of a short line", below.Prints[4].Room, 8, 0.6)
	if below.Prints[5].Step != Below || below.Lines[5].Gap != 0 {
		t.Errorf("the step behind a short line is %v, its gap %d", below.Prints[5].Step, below.Lines[5].Gap)
	}
	if p.Prints[2].Step != Below || p.Prints[9].Step != Next || p.Lines[2].Gap != 0 || p.Lines[9].Gap == 0 || p.Lines[1].Indent != 4 {
		t.Errorf("steps %v and %v, gaps %d and %d, indent %d", p.Prints[2].Step, p.Prints[9].Step, p.Lines[2].Gap, p.Lines[9].Gap, p.Lines[1].Indent)
	}
}

// A file that takes the heads of two columns above a picture before what stands below it is put right where the words
// say so, and left alone where the sentences go on as it has them.
func TestThread(t *testing.T) {
	upper := func(x float64, name string, last rune) []set {
		ls := column(x, 100, name, 3)
		ls[1].text, ls[2].text = strings.Repeat(name, 9)+"，", strings.Repeat(name, 9)+string(last)
		return ls
	}
	lower := func(x float64, first rune, name string) []set {
		ls := column(x, 240, name, 5)
		ls[0] = set{x, 240, 10, string(first) + strings.Repeat(name, 9)}
		ls[1].text, ls[3] = strings.Repeat(name, 5)+"。", set{x + 20, 240 + 14*3, 10, strings.Repeat(name, 8)}
		ls[2] = set{x + 20, 240 + 14*2, 10, strings.Repeat(name, 3) + "。"}
		return ls
	}
	for _, x := range []struct {
		name  string
		a, b  []set // above the picture
		c, d  []set // below
		order string
	}{
		{"words are cut", upper(20, "甲", '公'), upper(140, "乙", '经'), lower(20, '司', "丙"), lower(140, '济', "丁"), "甲司丙乙济丁"},
		{"as filed", upper(20, "甲", '公'), column(140, 100, "乙", 3), column(20, 240, "丙", 5), column(140, 240, "丁", 5), "甲乙丙丁"},
	} {
		p := Measure(sheetOf(0, slices.Concat(x.a, x.b, x.c, x.d)...), nil)
		got := strings.Map(func(r rune) rune {
			if strings.ContainsRune("甲乙丙丁司济", r) {
				return r
			}
			return -1
		}, heads(p))
		if got != x.order {
			t.Errorf("%s: %s, want %s", x.name, got, x.order)
		}
	}
}

// A reading machine that goes down whole columns of the page takes them through the titles of stories: these are read one
// by one, and all of one that stands above another before it, however wide its title is.
func TestThroughTitles(t *testing.T) {
	a, b, c := column(20, 100, "甲", 6), column(140, 100, "乙", 6), column(260, 100, "丙", 6)
	d, e, f := column(20, 260, "丁", 6), column(140, 260, "戊", 6), column(260, 260, "己", 6)
	upper, lower := []set{{20, 60, 24, "子子子子子子子子子"}}, []set{{20, 220, 24, "丑丑丑丑丑丑丑丑"}}
	raw := sheetOf(0, slices.Concat(upper, a, d, b, e, lower, c, f)...)
	raw.Set = false
	if got, want := heads(Measure(raw, nil)), "子甲乙丙丑丁戊己"; got != want {
		t.Errorf("read by a machine: %s, want %s", got, want)
	}
	raw.Set = true
	if got, want := heads(Measure(raw, nil)), "子甲丁乙戊丑丙己"; got != want {
		t.Errorf("as set: %s, want %s", got, want)
	}
}

// Without a wide title it is the text that tells: sentences go on better from column to column of a story than down the
// page.
func TestFlows(t *testing.T) {
	story := func(y float64, names string) (cols [3][]set) {
		for k, name := range []rune(names) {
			n := string(name)
			for i := range 5 {
				l := set{20 + 120*float64(k), y + 14*float64(i), 10, strings.Repeat(n, 9) + "，"}
				switch {
				case k == 0 && i == 0:
					l.x, l.text = l.x+20, strings.Repeat(n, 8)
				case k == 2 && i == 4:
					l.text = strings.Repeat(n, 3) + "。"
				case k == 1 && i == 1:
					l.text = strings.Repeat(n, 4) + "。"
				case k == 1 && i == 2:
					l.x, l.text = l.x+20, strings.Repeat(n, 8)
				case i == 4:
					l.text = strings.Repeat(n, 10)
				}
				cols[k] = append(cols[k], l)
			}
		}
		return cols
	}
	u, l := story(100, "甲乙丙"), story(220, "丁戊己")
	raw := sheetOf(0, slices.Concat([]set{{20, 60, 24, "子子子子"}}, u[0], []set{{20, 185, 24, "丑丑丑丑"}}, l[0], u[1], l[1], u[2], l[2])...)
	raw.Set = false
	if got, want := heads(Measure(raw, nil)), "子甲乙丙丑丁戊己"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Sizes that a machine measured differ from line to line of a text; those of another type stay.
func TestAlike(t *testing.T) {
	lines := column(20, 100, "甲", 8)
	for i := range lines {
		lines[i].size += []float64{0, 0.4, -0.5, 0.7}[i%4]
	}
	lines[3].size = 11.5
	raw := sheetOf(0, lines...)
	for i := range raw.Lines {
		raw.Lines[i].Zone = 1
	}
	for _, exact := range []bool{false, true} {
		raw.Set = exact
		p := Measure(raw, nil)
		if even := p.Prints[0].Size == p.Prints[1].Size && p.Prints[2].Size == p.Prints[5].Size; even == exact {
			t.Errorf("as set %v: sizes %v %v %v %v", exact, p.Prints[0].Size, p.Prints[1].Size, p.Prints[2].Size, p.Prints[5].Size)
		}
		if p.Prints[3].Size < 1.1*p.Prints[0].Size {
			t.Errorf("as set %v: the larger line has %v of %v", exact, p.Prints[3].Size, p.Prints[0].Size)
		}
	}
}

// Text that is set larger than most of the page is as large as its neighbours; a title above it is not.
func TestTextSize(t *testing.T) {
	lines := column(20, 300, "甲", 20)
	for _, l := range column(20, 60, "乙", 10) {
		l.size = 12
		lines = append(lines, l)
	}
	lines[10].size, lines[10].y = 14, lines[10].y-2 // one that was measured too large
	p := Measure(sheetOf(0, append(lines, set{20, 10, 24, "夜校开课"})...), nil)
	for i, l := range p.Lines {
		if want := p.Prints[i].Size < 2; p.TextSize(i) != want {
			t.Errorf("%q, of size %v: %v", string(l.Text), p.Prints[i].Size, !want)
		}
	}
}

// A dropped capital begins its text, and the lines beside it are not indented for that.
func TestDropped(t *testing.T) {
	lines := column(20, 100, "甲", 8)
	lines[0] = set{45, 100, 10, strings.Repeat("甲", 7) + "，"}
	lines[1].x, lines[1].text = 45, strings.Repeat("甲", 7)+"。"
	capital := []set{{20, 100, 24, "首"}}
	for name, all := range map[string][]set{"before its text": slices.Concat(capital, lines), "behind it": slices.Concat(lines, capital), "in it": slices.Concat(lines[:1], capital, lines[1:])} {
		p := Measure(sheetOf(0, all...), nil)
		want := []Drop{Capital, FirstBeside, AlsoBeside, Undropped}
		for i, w := range want {
			if p.Prints[i].Drop != w {
				t.Errorf("%s, line %d: %v, want %v", name, i, p.Prints[i].Drop, w)
			}
		}
		if p.Prints[1].Indent != 0 || p.Prints[2].Indent != 0 || p.Lines[1].Indent != 0 {
			t.Errorf("%s, indents %v and %v", name, p.Prints[1].Indent, p.Prints[2].Indent)
		}
	}
}

// Without places nothing is measured, and nothing moves.
func TestNoPlaces(t *testing.T) {
	if p := measured("渡口的灯亮了，船才敢\n靠岸。\n"); p.Prints != nil {
		t.Error("a page of text has prints")
	}
}

// FuzzPrints: whatever the places, each line stays, once.
func FuzzPrints(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	f.Fuzz(func(t *testing.T, b []byte) {
		var lines []set
		for k := 0; k+3 < len(b) && len(lines) < 300; k += 4 {
			lines = append(lines, set{float64(b[k]) * 3, float64(b[k+1]) * 4, float64(b[k+2]%40) + 1, "渡口早班提前开了"[:3*(1+int(b[k+3]%8))]})
		}
		if len(lines) == 0 {
			return
		}
		p := Measure(sheetOf(0, lines...), nil)
		n := 0
		for i := range p.Lines {
			n += len(p.Lines[i].Text)
		}
		want := 0
		for _, l := range lines {
			want += len([]rune(l.text))
		}
		if n != want || len(p.Prints) != len(p.Lines) {
			t.Errorf("%d of %d characters are left, %d prints of %d lines", n, want, len(p.Prints), len(p.Lines))
		}
		for _, q := range p.Prints {
			if math.IsNaN(q.Room+q.Indent+q.Lead+q.Size+q.Column) || math.IsInf(q.Room+q.Indent+q.Lead+q.Size+q.Column, 0) {
				t.Errorf("%+v", q)
			}
		}
	})
}
