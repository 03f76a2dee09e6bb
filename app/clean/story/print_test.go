package story

import (
	"testing"

	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/source"
)

// printed makes a printed page, line by line.
type printed struct{ raw source.Raw }

func (s *printed) put(x, y, size float64, lines ...string) {
	for _, one := range lines {
		l := source.Line{From: len(s.raw.Text), Break: '\n', Size: size, Bold: size > 10}
		for k, r := range []rune(one) {
			g := source.Glyph{X: float32(x + float64(k)*size), Y: float32(y), W: float32(size), H: float32(size)}
			s.raw.Text, s.raw.Glyphs = append(s.raw.Text, r), append(s.raw.Glyphs, g)
			l.Box = l.Box.Join(g.Box())
		}
		l.To, l.Next = len(s.raw.Text), len(s.raw.Text)+1
		s.raw.Text, s.raw.Glyphs, s.raw.Lines = append(s.raw.Text, '\n'), append(s.raw.Glyphs, source.Glyph{}), append(s.raw.Lines, l)
		y += 1.4 * size
	}
}

// column is paragraphs in a column of 14 characters, by what they tell.
func (s *printed) column(x, y float64, paragraphs ...string) {
	for _, p := range paragraphs {
		r, in := []rune(p), 2
		for len(r) > 0 {
			n := min(14-in, len(r))
			s.put(x+10*float64(in), y, 10, string(r[:n]))
			r, in, y = r[n:], 0, y+14
		}
	}
}

// Three stories.
var (
	ferry  = []string{"过江的人早上五点就到了码头，天还黑着，手电的光一晃一晃。船工老赵说，从今天起头一班船六点开，比往年早半个钟头。", "卖菜的周嫂把担子放下，说早半个钟头，她就能赶上头市。", "船上装了新灯，救生衣也换过一遍，查票的人站在跳板旁边，一个一个数过去才放行。", "风大的日子照旧停航，码头的牌子上会写明白。"}
	school = []string{"教室里坐满了人，窗台上也放着从家里提来的灯。先生姓林，白天在镇上教书，晚上来教大人认字、打算盘。", "报名的有四十多个，年纪最大的六十三岁，说想自己看懂药方。", "课本是油印的，每人一册，不收钱。", "第二期到清明前结束，每周三个晚上。"}
	lamps  = []string{"扎灯的匠人从腊月就忙起来，竹篾要泡三天才软。今年的兔子灯最多，孩子们排着队挑。", "街道办请人看着火烛，水缸摆到了路口。", "灯会开到十六，天黑点灯，九点收。"}
)

// It is known by places which titles stand over which text, wherever the file has them: over all columns of a group that
// begin at one height, and over no other.
func TestTitlesByPlace(t *testing.T) {
	var s printed
	s.raw.Width, s.raw.Height, s.raw.Set = 600, 800, true
	s.column(20, 100, ferry[:2]...) // the bodies first
	s.column(180, 100, ferry[2:]...)
	s.column(20, 320, school[:2]...)
	s.column(180, 320, school[2:]...)
	s.column(400, 100, lamps...)
	s.put(20, 280, 24, "四十个大人重拿笔") // then the titles, the lower ones first
	s.put(400, 60, 24, "看兔子要排队")
	s.put(20, 60, 24, "不用再摸黑等候")
	r := read.Page(layout.Measure(s.raw, nil), read.Fitted())
	bs := r.Blocks(nil)
	at := sheetOf(r, bs)
	over := map[string]string{} // by paragraph: the title
	for unit := range at.units {
		for i, b := range bs {
			if b.Role.Title() && at.unit[i] == unit {
				for j, c := range bs {
					if u, how := at.cover(j); c.Role.Body() && u == unit && how == right {
						over[string(c.Text)] += string(b.Text)
					}
				}
			}
		}
	}
	n := 0
	for _, one := range []struct {
		title string
		text  []string
	}{{"不用再摸黑等候", ferry}, {"四十个大人重拿笔", school}, {"看兔子要排队", lamps}} {
		for _, p := range one.text {
			n++
			if over[p] != one.title {
				t.Errorf("over %q stands %q", p, over[p])
			}
		}
	}
	if len(over) != n {
		t.Errorf("%d paragraphs stand below titles, of %d", len(over), n)
	}
}

// Text right below a reference to another page is of no story that stands above it.
func TestBeganElsewhere(t *testing.T) {
	for _, c := range []struct {
		name, above string
		stories     int
	}{{"a reference", "（上接第一版）", 2}, {"a name", "（王小江）", 1}} {
		var s printed
		s.raw.Width, s.raw.Height, s.raw.Set = 600, 800, true
		s.put(20, 60, 24, "不用再摸黑等候")
		s.column(20, 100, ferry...)
		s.put(20, 420, 10, c.above)
		s.column(20, 450, school[1:]...)
		r := read.Page(layout.Measure(s.raw, nil), read.Fitted())
		told := map[int]bool{}
		p := Tell(r, r.Blocks(nil), Fitted(), nil)
		for k, b := range p.Blocks {
			if b.Role.Body() {
				told[p.Of[k]] = true
			}
		}
		if len(told) != c.stories {
			t.Errorf("%s: %d stories, want %d", c.name, len(told), c.stories)
		}
	}
}

// A page without places has none here either.
func TestNoSheet(t *testing.T) {
	raws, err := source.Read(t.Context(), []byte("夜校开课\n\n镇上的夜校昨晚开了第二期。\n"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := read.Page(layout.Measure(raws[0], nil), read.Fitted())
	if sheetOf(r, r.Blocks(nil)) != nil || (Models{Han: &Model{}, Set: &Models{}, Seen: &Models{}}).of(r) == nil {
		t.Error("a page of text is told as a printed one")
	}
}

// Over a word or two that were read from a picture stands no headline of a page with places.
func TestScraps(t *testing.T) {
	for text, want := range map[string]bool{"wfi oo.": false, "The boat is gone, and nobody can say when it will be seen on the river again.": true} {
		var s printed
		s.raw.Width, s.raw.Height, s.raw.Set = 900, 1000, true
		s.put(20, 60, 24, "Ferry Laid Up")
		s.put(20, 100, 10, text)
		for k := range 4 { // a piece of a few lines would have its title back
			y := 200 + 160*float64(k)
			s.put(20, y, 24, "School Opens Again")
			s.put(20, y+40, 10, "The school by the mill was opened again on Tuesday, when the teacher", "came back from the far bank with a box of new books, of which he gave", "one to each child.")
		}
		r := read.Page(layout.Measure(s.raw, nil), read.Fitted())
		p := Tell(r, r.Blocks(nil), Fitted(), nil)
		titled := false
		for i, b := range p.Blocks {
			titled = titled || b.Role.Title() && string(b.Text) == "Ferry Laid Up" && p.Of[i] >= 0
		}
		if titled != want {
			t.Errorf("over %q: %v", text, titled)
		}
	}
}
