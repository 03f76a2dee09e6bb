package read

import (
	"slices"
	"testing"

	"qingyang/app/clean/layout"
	"qingyang/app/source"
)

// A page without places reads to the byte as if no weights for printed pages were there: roles, cues and certainties.
func TestPlainPageIsUntouched(t *testing.T) {
	text := "渡口早班提前到六点\n本报讯　三月五日，渡口的早\n班船提前到六点开出，赶集的\n人不必再等。\n  船工老赵说，夜里的雾散得\n早，灯一亮就能走。\n本报记者 林小满\n"
	raws, err := source.Read(t.Context(), []byte(text), source.Options{Name: "a.txt"})
	if err != nil {
		t.Fatal(err)
	}
	with, without := Fitted(), Fitted()
	without.Prints = nil
	a, b := Page(layout.Measure(raws[0], nil), with), Page(layout.Measure(raws[0], nil), without)
	if !slices.Equal(a.Roles, b.Roles) || a.Page.Prints != nil {
		t.Errorf("%v and %v", a.Roles, b.Roles)
	}
}

// set puts a line on a page; every character is as wide as its size.
func set(raw *source.Raw, x, y, size float64, s string) {
	l := source.Line{From: len(raw.Text), Break: '\n', Size: size}
	for k, r := range []rune(s) {
		g := source.Glyph{X: float32(x + float64(k)*size), Y: float32(y), W: float32(size), H: float32(size)}
		raw.Text, raw.Glyphs = append(raw.Text, r), append(raw.Glyphs, g)
		l.Box = l.Box.Join(g.Box())
	}
	l.To, l.Next = len(raw.Text), len(raw.Text)+1
	raw.Text, raw.Glyphs, raw.Lines = append(raw.Text, '\n'), append(raw.Glyphs, source.Glyph{}), append(raw.Lines, l)
}

// Size decides where words leave it open: one and the same line between the same neighbours is a title where it is set
// large, and text where it is set as the text is.
func TestSizeDecides(t *testing.T) {
	page := func(size float64) source.Raw {
		raw := source.Raw{Width: 400, Height: 600, Set: true}
		y := 40.0
		put := func(x, size float64, s string) {
			set(&raw, x, y, size, s)
			raw.Lines[len(raw.Lines)-1].Bold = size > 10
			y += 1.4 * size
		}
		for range 2 {
			put(40, 10, "渡口早班船提前到六点开出，赶")
			put(20, 10, "集的人不必再在风里等那么久了，船")
			put(20, 10, "工老赵说灯一亮就能走。")
		}
		y += 1.4 * size
		put(20, size, "夜校第二期开课")
		y += 0.6 * size
		for range 2 {
			put(40, 10, "镇上的夜校昨晚开了第二期，教")
			put(20, 10, "室里坐满了人，窗台上也放着几盏从")
			put(20, 10, "家里提来的灯。")
		}
		return raw
	}
	big := Page(layout.Measure(page(22), nil), Fitted())
	if r := big.Roles[6]; !r.Title() {
		t.Errorf("set large it is %v", r)
	}
	for i, r := range big.Roles {
		if i != 6 && r.Title() {
			t.Errorf("line %d of the text is %v", i, r)
		}
	}
}

// A capital that is as high as several lines of its text is no part of the title above it.
func TestDroppedCapitalIsNoTitle(t *testing.T) {
	raw := source.Raw{Width: 400, Height: 600, Set: true}
	set(&raw, 20, 40, 26, "夜渡")
	set(&raw, 20, 80, 22, "我")
	set(&raw, 50, 81, 10, "家住在渡口边，夜里睡不着")
	set(&raw, 50, 95, 10, "就听船响，听了二十年，也")
	for k, s := range []string{"没有听厌，船工老赵说灯一亮就", "能走，雾散得早的时候一夜要走", "三趟，岸上的人都睡了。"} {
		set(&raw, 20, 109+14*float64(k), 10, s)
	}
	p := layout.Measure(raw, nil)
	if p.Prints[1].Drop != layout.Capital {
		t.Fatalf("%q is %v", string(p.Lines[1].Text), p.Prints[1].Drop)
	}
	if r := Page(p, Fitted()); r.Roles[1].Title() || !r.Roles[0].Title() {
		t.Errorf("%v", r.Roles)
	}
}

// A file that tells titles from text is heard: a line deep in its text, one of its margin and a cell of a table are no
// titles, though they were measured large. One that says nothing is not.
func TestZonesSayWhatNoTitleIs(t *testing.T) {
	roles := func(title, large source.Kind) []Role {
		raw := source.Raw{Width: 400, Height: 600}
		y := 40.0
		put := func(zone int, says source.Kind, size float64, s string) {
			set(&raw, 20, y, size, s)
			l := &raw.Lines[len(raw.Lines)-1]
			l.Zone, l.Says = zone, says
			y += 18
		}
		put(1, title, 20, "渡口早班提前到六点")
		text := source.Text
		if title != source.Title {
			text = title
		}
		for range 2 {
			put(2, text, 10, "渡口的早班船从今天起提前到六点开出，")
			put(2, text, 10, "赶集的人不必再等，船工老赵说，夜里的")
			put(2, text, 10, "雾散得早，灯一亮就能走了，岸上的人也")
			put(2, text, 10, "都说好。")
		}
		zone := 2
		if large != source.Text {
			zone = 3
		}
		y += 12
		put(zone, large, 16, "夜校第二期开课")
		y += 6
		for range 2 {
			put(zone, text, 10, "镇上的夜校昨晚开了第二期，教室里坐满")
			put(zone, text, 10, "了人，窗台上也放着几盏从家里提来的灯。")
		}
		return Page(layout.Measure(raw, nil), Fitted()).Roles
	}
	for _, c := range []struct {
		name         string
		title, large source.Kind
		want         bool
	}{
		{"a file that says nothing", 0, 0, true},
		{"two titles", source.Title, source.Title, true},
		{"deep in a zone of text", source.Title, source.Text, false},
		{"of the margin", source.Title, source.Margin, false},
		{"a cell of a table", 0, source.Cell, false},
	} {
		if r := roles(c.title, c.large); r[9].Title() != c.want || !r[0].Title() {
			t.Errorf("%s: %v", c.name, r)
		}
	}
}
