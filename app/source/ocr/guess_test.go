package ocr

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// Characters whose boxes are guesses stand at even distances in their line, in points like all of the page.
func TestGuessedPlaces(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<div class="ocr_page" title="bbox 0 0 1200 900; scan_res 300 300">`)
	for k := range 4 {
		y := 100 + 60*k
		fmt.Fprintf(&b, `<span class="ocr_line" title="bbox 100 %d 500 %d; x_size 50">`, y, y+40)
		for i, r := range []rune("渡船早班提前夜校开课") { // noticed anywhere: slivers at the left
			x0, x1 := 100+8*i, 108+8*i
			fmt.Fprintf(&b, `<span class="ocrx_word" title="bbox %d %d %d %d"><span class="ocrx_cinfo" title="x_bboxes %[1]d %[2]d %[3]d %[4]d; x_conf 90">%c</span></span>`, x0, y, x1, y+40, r)
		}
		b.WriteString("</span>\n")
	}
	for name, end := range map[string]string{"whole": "</div>", "broken off": ""} {
		pages, err := HOCR(b.String() + end)
		if err != nil || len(pages) != 1 || len(pages[0].Lines) != 4 {
			t.Fatal(name, pages, err)
		}
		for n, l := range pages[0].Lines {
			if s := spell(l); s != "渡船早班提前夜校开课" {
				t.Errorf("%s: it reads %q", name, s)
			}
			for i, c := range l.Chars {
				if x, y := 24+9.6*float64(i), 24+14.4*float64(n); math.Abs(c.Box.X-x) > 0.1 || math.Abs(c.Box.Y-y) > 0.1 || math.Abs(c.Box.W-9.6) > 0.1 {
					t.Errorf("%s: %c stands at %v", name, c.Rune, c.Box)
				}
			}
			if l.Size < 8 || l.Size > 11 {
				t.Errorf("%s: type of %v points", name, l.Size)
			}
		}
	}
}

// A blot that one character's box takes in makes its line no larger; a title is as wide as it is high.
func TestBlotInALine(t *testing.T) {
	line := func(x, y, high, step, size int, blot bool) string {
		var b strings.Builder
		top := y
		if blot {
			top -= high
		}
		fmt.Fprintf(&b, `<span class="ocr_line" title="bbox %d %d %d %d; x_size %d">`, x, top, x+10*step, y+high, size)
		for i, r := range []rune("渡船早班提前夜校开课") {
			x0, y0 := x+8*i, y
			if blot && i == 9 {
				y0 = top
			}
			fmt.Fprintf(&b, `<span class="ocrx_word" title="bbox %d %d %d %d"><span class="ocrx_cinfo" title="x_bboxes %[1]d %[2]d %[3]d %[4]d; x_conf 90">%c</span></span>`, x0, y0, x0+8, y+high, r)
		}
		return b.String() + "</span>\n"
	}
	all := `<div class="ocr_page" title="bbox 0 0 1200 900; scan_res 300 300">` +
		line(100, 100, 40, 40, 50, false) + line(100, 160, 40, 40, 50, false) + line(100, 220, 40, 40, 50, true) + line(100, 300, 90, 96, 50, false) + "</div>"
	pages, err := HOCR(all)
	if err != nil || len(pages) != 1 || len(pages[0].Lines) != 4 {
		t.Fatal(pages, err)
	}
	text, blot, title := pages[0].Lines[1], pages[0].Lines[2], pages[0].Lines[3]
	if math.Abs(blot.Size-text.Size) > 0.1 || math.Abs(blot.Box.Y-220*72./300) > 0.1 || math.Abs(blot.Box.H-text.Box.H) > 0.1 {
		t.Errorf("the line with a blot is of %v points at %v, others of %v", blot.Size, blot.Box, text.Size)
	}
	if title.Size < 2*text.Size {
		t.Errorf("a title is of %v points, text of %v", title.Size, text.Size)
	}
}
