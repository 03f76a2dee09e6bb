package scan

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"qingyang/app/source/ocr"
)

// written is a line as tesseract writes it, each character a word.
func written(x0, y0, x1, y1 int, text string, sure int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<span class='ocr_line' id='line_1_1' title=\"bbox %d %d %d %d; baseline 0 0; x_size 30\">", x0, y0, x1, y1)
	for _, r := range text {
		fmt.Fprintf(&b, "<span class='ocrx_word' id='w' title='bbox %d %d %d %d; x_wconf %d'><span class='ocrx_cinfo' title='x_bboxes %d %d %d %d; x_conf 97'>%c</span></span>", x0, y0, x1, y1, sure, x0, y0, x1, y1, r)
	}
	return b.String() + "</span>\n"
}

// Lines are found with all that stands in them; those in large type, level or set from the top down, are read again.
func TestLargeLines(t *testing.T) {
	var b strings.Builder
	for k := range 6 {
		b.WriteString(written(100, 500+60*k, 700, 540+60*k, "渡船早班", 90))
	}
	b.WriteString(written(100, 100, 700, 200, "夜校", 40) + written(800, 100, 880, 900, "开课", 0) + written(900, 100, 940, 900, "半点", 0) + "<span class='ocr_line' title=\"bbox 1 2 3 4\"><span>")
	all := linesOf([]byte(b.String()))
	if len(all) != 9 || all[0].sure != 90 || strings.Count(b.String()[all[6].from:all[6].to], "x_bboxes") != 2 || !strings.HasSuffix(b.String()[all[6].from:all[6].to], "</span></span>") {
		t.Fatalf("%d lines: %v", len(all), all)
	}
	if high := usual(all); high != 40 {
		t.Errorf("most lines are %d high", high)
	}
	var boxes []image.Rectangle
	for _, one := range titlesOf([]byte(b.String()), all, 40, nil) {
		boxes = append(boxes, one.box)
	}
	if want := []image.Rectangle{image.Rect(100, 100, 700, 200), image.Rect(800, 100, 880, 900), image.Rect(900, 100, 940, 900)}; !slices.Equal(boxes, want) {
		t.Errorf("large are %v, want %v", boxes, want)
	}
	if high := usual(all[:4]); high != 0 {
		t.Errorf("four lines show a height of %d", high)
	}
}

// What is read in a piece of the page comes back to its place: of a level line by size and place, of one set from the top
// down character by character, a character of two parts in one piece.
func TestCutOut(t *testing.T) {
	page := image.NewGray(image.Rect(0, 0, 1000, 1000))
	draw.Draw(page, page.Bounds(), image.White, image.Point{}, draw.Src)
	for _, y := range []int{100, 210, 320} {
		draw.Draw(page, image.Rect(500, y, 580, y+20), image.Black, image.Point{}, draw.Src)
		draw.Draw(page, image.Rect(500, y+60, 580, y+80), image.Black, image.Point{}, draw.Src)
	}
	c, b, err := cutOut(page, image.Rect(500, 100, 580, 400), 40)
	if err != nil || len(c.at) != 3 {
		t.Fatal(c, err)
	}
	for k, r := range c.at {
		if want := image.Rect(500, 96+110*k, 580, 184+110*k); r.Min.X != want.Min.X || r.Max.X != want.Max.X || abs(r.Min.Y-want.Min.Y) > 2 || abs(r.Max.Y-want.Max.Y) > 2 {
			t.Errorf("character %d is at %v, want %v", k, r, want)
		}
	}
	if im, err := png.Decode(bytes.NewReader(b)); err != nil || im.Bounds().Dx() != 3*40+2*border {
		t.Errorf("the picture is %v, %v", im.Bounds(), err)
	}
	in := fmt.Sprintf("<span id='w' title='x_bboxes %d 20 %d 60; x_conf 90'>", border+40+3, border+2*40-2)
	if got, want := string(c.back([]byte(in))), fmt.Sprintf("<span title='x_bboxes %d %d %d %d; x_conf 90'>", c.at[1].Min.X, c.at[1].Min.Y, c.at[1].Max.X, c.at[1].Max.Y); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	c, _, err = cutOut(page, image.Rect(300, 60, 900, 120), 40)
	if err != nil || len(c.at) != 1 || c.at[0].Min != image.Pt(290, 50) {
		t.Fatal(c, err)
	}
	if got, want := string(c.back([]byte("bbox 20 20 60 60"))), "bbox 290 50 350 110"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Readings vote: two that agree outweigh a surer one, and of those that agree the surest stands.
func TestReadingsVote(t *testing.T) {
	page := func(text string, sure int) []byte {
		return []byte("class='ocr_page'>" + written(0, 0, 100, 40, text, sure))
	}
	for _, c := range []struct {
		name string
		all  [][]byte
		want int
	}{
		{"two agree", [][]byte{page("渡船早班", 60), page("渡般早班", 90), page("渡船早班", 70)}, 2},
		{"none agree", [][]byte{page("渡船旱班", 60), page("渡般早班", 90), page("渡船早班", 70)}, 1},
		{"one was read", [][]byte{[]byte("class='ocr_page'>"), page("渡船早班", 5), []byte("class='ocr_page'>")}, 1},
		{"nothing", [][]byte{[]byte("class='ocr_page'>")}, -1},
	} {
		var all []reading
		for _, p := range c.all {
			all = append(all, readingOf(p))
		}
		if got := likeliest(all); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func abs(n int) int { return max(n, -n) }

// Titles that were read wrongly are read again, one that is set from the top down too.
func TestReadAgain(t *testing.T) {
	tess, err := Find(t.Context())
	if err != nil || !slices.Contains(tess.Languages, "chi_sim") {
		t.Skip("no tesseract with data for Chinese")
	}
	file, err := os.ReadFile("../../../fonts/NotoSansSC-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := opentype.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	im := image.NewGray(image.Rect(0, 0, 1300, 1100))
	draw.Draw(im, im.Bounds(), image.White, image.Point{}, draw.Src)
	put := func(size float64, x, y int, text string) {
		face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 300})
		if err != nil {
			t.Fatal(err)
		}
		d := font.Drawer{Dst: im, Src: image.NewUniform(color.Black), Face: face, Dot: fixed.P(x, y)}
		d.DrawString(text)
	}
	for k, r := range []rune("夜校昨晚开课了") {
		put(26, 100, 200+130*k, string(r))
	}
	put(26, 400, 200, "渡船早班提前")
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	first := written(95, 95, 215, 1000, "涛纤醉居光", 10) + written(395, 95, 1065, 215, "渡般旱班提前", 50)
	for k := range 6 {
		first += written(400, 400+60*k, 800, 437+60*k, "船早了半个钟头", 90)
	}
	first = "<div class='ocr_page' title='bbox 0 0 1300 1100; scan_res 300 300'>" + first + "</div>"
	hocr := tess.again(t.Context(), b.Bytes(), []byte(first), "chi_sim")
	pages, err := ocr.HOCR(string(hocr))
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	var got []string
	for _, l := range pages[0].Lines {
		var text []rune
		for _, c := range l.Chars {
			text = append(text, c.Rune)
		}
		if l.Box.H < 20 {
			continue // text
		}
		got = append(got, string(text))
		if first, last := l.Chars[0].Box, l.Chars[len(text)-1].Box; l.Upright() != (len(got) == 1) || l.Upright() && last.Y < first.Y+5*first.H || !l.Upright() && last.X < first.X+3*first.W {
			t.Errorf("%s stands at %v, from %v to %v", string(text), l.Box, first, last)
		}
	}
	if want := []string{"夜校昨晚开课了", "渡船早班提前"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
