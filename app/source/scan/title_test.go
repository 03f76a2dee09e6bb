package scan

import (
	"image"
	"image/draw"
	"slices"
	"strings"
	"testing"
)

// printedPage is a page with black squares for characters, and what tesseract would have written of it.
type printedPage struct {
	page *image.Gray
	hocr strings.Builder
}

// newPrinted has ten lines of text of 40 pixels, at the left, from 1000 down.
func newPrinted() *printedPage {
	s := &printedPage{page: image.NewGray(image.Rect(0, 0, 3000, 2000))}
	draw.Draw(s.page, s.page.Bounds(), image.White, image.Point{}, draw.Src)
	for k := range 10 {
		s.put(100, 1000+60*k, 40, 12)
		s.read(100, 1000+60*k, 100+12*44, 1040+60*k, "渡船早班", 90)
	}
	return s
}

// put prints so many characters of a size, from x to the right; it returns where they end.
func (s *printedPage) put(x, y, size, n int) int {
	for k := range n {
		at := x + k*size*11/10
		draw.Draw(s.page, image.Rect(at, y, at+size, y+size), image.Black, image.Point{}, draw.Src)
	}
	return x + (n-1)*size*11/10 + size
}

func (s *printedPage) read(x0, y0, x1, y1 int, text string, sure int) {
	s.hocr.WriteString(written(x0, y0, x1, y1, text, sure))
}

func (s *printedPage) titles() []title {
	hocr := []byte(s.hocr.String())
	return titlesOf(hocr, linesOf(hocr), 40, inkOf(s.page, 40).pieces())
}

// Titles are where their black is, however tesseract cut it. Lines are counted from the tenth, behind those of text.
func TestTitles(t *testing.T) {
	near := func(a, b image.Rectangle) bool {
		d := a.Min.Sub(b.Min)
		e := a.Max.Sub(b.Max)
		return max(abs(d.X), abs(d.Y), abs(e.X), abs(e.Y)) <= 8
	}
	type want struct {
		box   image.Rectangle
		lines []int
		cut   int
	}
	for _, c := range []struct {
		name string
		make func(s *printedPage)
		want []want
	}{
		{"as it was read", func(s *printedPage) {
			s.read(100, 100, s.put(100, 100, 100, 6), 200, "渡船早班提前", 80)
		}, []want{{image.Rect(100, 100, 750, 200), []int{10}, 0}}},
		{"cut, with a character between that nobody read", func(s *printedPage) {
			s.put(100, 100, 100, 9)
			s.read(100, 100, 530, 200, "渡船早班", 80)
			s.read(650, 100, 1080, 200, "半个钟头", 80)
		}, []want{{image.Rect(100, 100, 1080, 200), []int{10, 11}, 0}}},
		{"its end left out, and half of it read twice", func(s *printedPage) {
			s.put(100, 100, 100, 5)
			s.read(100, 100, 420, 200, "渡船早", 80)
			s.read(110, 160, 300, 198, "巴", 10)
		}, []want{{image.Rect(100, 100, 640, 200), []int{10, 11}, 0}}},
		{"not read at all", func(s *printedPage) { s.put(100, 100, 100, 2) }, []want{{image.Rect(100, 100, 310, 200), nil, 0}}},
		{"a frame around text", func(s *printedPage) {
			draw.Draw(s.page, image.Rect(90, 90, 900, 300), image.Black, image.Point{}, draw.Src)
			s.read(110, 180, 700, 220, "渡船早班提前半小时", 80)
		}, nil},
		{"text beside it", func(s *printedPage) {
			end := s.put(100, 100, 100, 4)
			s.read(100, 100, end, 200, "渡船早班", 80)
			s.put(end+45, 100, 40, 12) // a gutter, and text that nobody read
			s.put(end+45, 160, 40, 12)
		}, []want{{image.Rect(100, 100, 530, 200), []int{10}, 0}}},
		{"two side by side", func(s *printedPage) {
			end := s.put(100, 100, 100, 4)
			s.read(100, 100, end, 200, "渡船早班", 80)
			s.read(end+60, 100, s.put(end+60, 100, 100, 4), 200, "夜校开课", 80)
		}, []want{{image.Rect(100, 100, 530, 200), []int{10}, 0}, {image.Rect(590, 100, 1020, 200), []int{11}, 0}}},
		{"before a quotation mark", func(s *printedPage) {
			end := s.put(100, 100, 100, 4)
			s.read(100, 100, end, 200, "渡船早班", 80)
			s.put(end+55, 105, 30, 1)
			s.read(end+55, 100, s.put(end+105, 100, 100, 4), 200, "“夜校开课", 80)
		}, []want{{image.Rect(100, 100, 1065, 200), []int{10, 11}, 0}}},
		{"strokes in brackets behind it", func(s *printedPage) {
			end := s.put(100, 100, 100, 4)
			s.read(100, 100, end, 200, "渡船早班", 80)
			ink := func(x0, y0, x1, y1 int) {
				draw.Draw(s.page, image.Rect(end+x0, 100+y0, end+x1, 100+y1), image.Black, image.Point{}, draw.Src)
			}
			ink(70, 0, 95, 100)
			ink(115, 5, 195, 20)
			ink(120, 40, 190, 55)
			ink(110, 80, 200, 95)
			ink(215, 0, 240, 100)
			s.read(end+70, 100, end+240, 200, "(三)", 80)
		}, []want{{image.Rect(100, 100, 770, 200), []int{10, 11}, 0}}},
		{"a stroke at the end of one of two side by side", func(s *printedPage) {
			end := s.put(100, 100, 100, 4) + 10
			draw.Draw(s.page, image.Rect(end, 100, end+20, 200), image.Black, image.Point{}, draw.Src)
			s.read(100, 100, end+20, 200, "渡船早例", 80)
			s.read(end+70, 100, s.put(end+70, 100, 100, 4), 200, "夜校开课", 80)
		}, []want{{image.Rect(100, 100, 560, 200), []int{10}, 0}, {image.Rect(610, 100, 1040, 200), []int{11}, 0}}},
		{"figures behind a space", func(s *printedPage) {
			end := s.put(100, 125, 75, 2)
			s.put(end+60, 100, 100, 5)
			s.read(100, 100, end+60+540, 200, "5G夜校昨晚开", 80)
		}, []want{{image.Rect(100, 100, 857, 200), []int{10}, 0}}},
		{"two sizes in one line", func(s *printedPage) {
			end := s.put(100, 100, 160, 4)
			s.put(end+90, 150, 100, 4)
			s.read(100, 100, end+90+430, 260, "渡船早班夜校开课", 60)
		}, []want{{image.Rect(100, 100, 788, 260), []int{10}, 11}, {image.Rect(878, 150, 1308, 250), nil, 11}}},
		{"a title and the text below it", func(s *printedPage) {
			end := s.put(100, 100, 100, 6)
			s.put(100, 240, 40, 12)
			s.read(100, 100, end, 280, "渡船早班提前", 40)
		}, []want{{image.Rect(100, 100, 750, 200), []int{10}, 11}, {image.Rect(100, 240, 624, 280), nil, 11}}},
		{"two lines of text", func(s *printedPage) {
			s.put(100, 100, 40, 12)
			end := s.put(100, 160, 40, 12)
			s.read(100, 100, end, 200, "渡船早班提前", 40)
		}, []want{{image.Rect(100, 100, 624, 140), nil, 11}, {image.Rect(100, 160, 624, 200), nil, 11}}},
		{"a rule", func(s *printedPage) {
			draw.Draw(s.page, image.Rect(100, 100, 108, 300), image.Black, image.Point{}, draw.Src)
		}, nil},
		{"a picture", func(s *printedPage) {
			draw.Draw(s.page, image.Rect(100, 100, 900, 700), image.Black, image.Point{}, draw.Src)
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newPrinted()
			c.make(s)
			got := s.titles()
			same := len(got) == len(c.want)
			for k := 0; same && k < len(got); k++ {
				same = near(got[k].box, c.want[k].box) && slices.Equal(got[k].lines, c.want[k].lines) && got[k].cut == c.want[k].cut
			}
			if !same {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// What titles were read as stands in the place of their lines, what tesseract had not seen at the end; a reading that is no
// better changes nothing.
func TestPlaced(t *testing.T) {
	hocr := []byte("<div class='ocr_page'><p>" + written(0, 0, 400, 100, "甲乙", 60) + written(440, 0, 900, 100, "丙丁", 60) +
		written(0, 300, 400, 400, "戊己", 95) + written(0, 500, 400, 620, "庚辛", 60) + "</p></div>\n</div></body>")
	lines := linesOf(hocr)
	readAs := func(text string, sure int) reading {
		return readingOf([]byte("class='ocr_page'>" + written(0, 0, 10, 10, text, sure)))
	}
	got := string(placed(hocr, lines, []title{
		{image.Rect(0, 0, 900, 100), []int{0, 1}, 0},
		{image.Rect(0, 300, 400, 400), []int{2}, 0},
		{image.Rect(0, 500, 400, 560), []int{3}, 4},
		{image.Rect(0, 570, 400, 620), nil, 4},
		{image.Rect(0, 700, 400, 800), nil, 0},
		{image.Rect(0, 900, 400, 1000), nil, 0},
	}, []reading{readAs("子丑寅卯", 90), readAs("辰巳", 80), readAs("午", 90), readAs("未", 70), readAs("申酉", 90), readAs("戌亥", 50)}))
	var text []string
	for _, l := range linesOf([]byte(got)) {
		text = append(text, string(readIn([]byte(got[l.from:l.to]))))
	}
	if want := []string{"子丑寅卯", "戊己", "午", "未", "申酉"}; !slices.Equal(slices.DeleteFunc(text, func(s string) bool { return s == "" }), want) {
		t.Errorf("%q, want %q", text, want)
	}
	if n, m := strings.Count(got, "<span"), strings.Count(got, "</span>"); n != m {
		t.Errorf("%d spans are opened and %d closed", n, m)
	}
}

// What stands in a line that tesseract is surer of was read twice.
func TestOnce(t *testing.T) {
	hocr := written(0, 0, 400, 40, "渡船早班提前", 90) + written(100, 10, 200, 38, "船旱", 50) + written(300, 10, 500, 38, "半点", 50) + written(0, 100, 400, 140, "夜校", 30) + written(10, 102, 390, 138, "夜校昨晚", 60)
	var text []string
	for _, l := range linesOf(once([]byte(hocr))) {
		text = append(text, string(readIn(once([]byte(hocr))[l.from:l.to])))
	}
	if want := []string{"渡船早班提前", "", "半点", "", "夜校昨晚"}; !slices.Equal(text, want) {
		t.Errorf("%q, want %q", text, want)
	}
}

// The bracket of a title in small type is none where it is closed by another one.
func TestBrackets(t *testing.T) {
	for in, want := range map[string]string{"渡船〈二)": "渡船（二)", "渡船〈二〉(三)": "渡船〈二〉(三)", ")渡船〈二": ")渡船〈二", "渡船〈二）": "渡船（二）"} {
		out := brackets([]byte(written(0, 0, 400, 40, in, 90)))
		if got := string(readIn(out[linesOf(out)[0].from:linesOf(out)[0].to])); got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}
