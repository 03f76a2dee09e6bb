package sample_test

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-pdf/fpdf"

	"qingyang/app/source/pdf"
)

// press sets a page of newspaper as PDF, and takes note of where it put every character. Lengths are in millimetres.
type press struct {
	*fpdf.Fpdf
	lines []printedLine
}

type printedLine struct {
	bold  bool
	size  float64 // in points
	chars []printedChar
}

type printedChar struct {
	r          rune
	x, y, w, h float64
}

const (
	pageWidth, pageHeight = 260.0, 370.0
	pageMargin            = 18.0
	columnGap             = 6.0
	bodySize, bodyLeading = 10.5, 5.6 // points, millimetres
	columns               = 3
	columnWidth           = (pageWidth - 2*pageMargin - (columns-1)*columnGap) / columns
	millimetre            = 72 / 25.4 // points
)

// set puts a line of text down with its upper left corner at x, y, and gives its width.
func (p *press) set(text string, x, y, size float64, bold bool) float64 {
	style := ""
	if bold {
		style = "B"
	}
	p.SetFont("song", style, size)
	l := printedLine{bold: bold, size: size}
	height := size / millimetre
	from := x
	for _, r := range text {
		w := p.GetStringWidth(string(r))
		if r != '　' && r != ' ' {
			p.Text(x, y+0.88*height, string(r))
			l.chars = append(l.chars, printedChar{r, x, y, w, height})
		}
		x += w
	}
	if len(l.chars) > 0 {
		p.lines = append(p.lines, l)
	}
	return x - from
}

// broken cuts a paragraph into lines of a width: no mark that closes begins one, it hangs out.
func (p *press) broken(text string, width float64) (lines []string) {
	p.SetFont("song", "", bodySize)
	line, used := "", 0.0
	for _, r := range "　　" + text {
		w := p.GetStringWidth(string(r))
		if used+w > width+0.01 && !strings.ContainsRune("，。、；：！？”）》", r) {
			lines, line, used = append(lines, line), "", 0
		}
		line, used = line+string(r), used+w
	}
	return append(lines, line)
}

// story sets a story over some columns from the first at y on: its titles over all of them, its text down one after
// the other. It gives the height that it took.
func (p *press) story(titles []string, byline string, paras []string, first, over int, y float64) float64 {
	left := pageMargin + float64(first)*(columnWidth+columnGap)
	width := float64(over)*columnWidth + float64(over-1)*columnGap
	from := y
	for i, t := range titles {
		size, bold := 13.0, false
		if len(titles) == 3 && i == 1 || len(titles) == 2 && i == 0 {
			size, bold = 15+5*float64(over), true
		}
		p.SetFont("song", map[bool]string{true: "B"}[bold], size)
		w := p.GetStringWidth(t)
		p.set(t, left+(width-w)/2, y, size, bold)
		y += 1.45 * size / millimetre
	}
	p.SetFont("song", "", bodySize)
	p.set(byline, left+(width-p.GetStringWidth(byline))/2, y, bodySize, false)
	y += 1.5 * bodyLeading
	var lines []string
	for _, t := range paras {
		lines = append(lines, p.broken(t, columnWidth)...)
	}
	each := int(math.Ceil(float64(len(lines)) / float64(over)))
	for i, l := range lines {
		p.set(l, left+float64(i/each)*(columnWidth+columnGap), y+float64(i%each)*bodyLeading, bodySize, false)
	}
	return y + float64(each)*bodyLeading - from
}

// printed sets a page of testdata/printed: the first story over all columns, what follows side by side.
func printed(t testing.TB, name string) *press {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "printed", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(b), "\n")
	p := &press{Fpdf: fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})}
	p.SetCreationDate(time.Date(2024, 11, 22, 0, 0, 0, 0, time.UTC))
	p.SetModificationDate(time.Date(2024, 11, 22, 0, 0, 0, 0, time.UTC))
	p.SetCatalogSort(true)
	p.SetAutoPageBreak(false, 0)
	for style, weight := range map[string]string{"": "Regular", "B": "Bold"} {
		font, err := os.ReadFile(filepath.Join("..", "..", "fonts", "NotoSansSC-Theme-"+weight+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		p.AddUTF8FontFromBytes("song", style, font)
	}
	p.AddPage()
	p.set(head, pageMargin, 12, bodySize, false)
	p.Line(pageMargin, 19, pageWidth-pageMargin, 19)
	y, first := 24.0, 0
	for i, s := range strings.Split(rest, "==\n") {
		lines := strings.Split(strings.TrimSpace(s), "\n")
		n := 0
		for !strings.HasPrefix(lines[n], "本报记者") && !strings.HasPrefix(lines[n], "本报通讯员") {
			n++
		}
		over := columns
		if i > 0 {
			over = []int{2, 1}[i-1]
			p.Line(pageMargin+float64(first)*(columnWidth+columnGap), y-4, pageMargin+float64(first+over)*(columnWidth+columnGap)-columnGap, y-4)
		}
		height := p.story(lines[:n], lines[n], lines[n+1:], first, over, y)
		if i == 0 {
			y += height + 10
		} else {
			first += over
		}
	}
	if p.Err() {
		t.Fatal(p.Error())
	}
	return p
}

func (p *press) pdf(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// scanDPI is how many pixels an inch the scan has.
const scanDPI = 150

// scan is the page as a scanner sees it: grey, on paper that is not quite white.
func scan(t testing.TB, page []byte) *image.Gray {
	t.Helper()
	b, err := pdf.Picture(context.Background(), page, "", 1, scanDPI)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	g := image.NewGray(drawn.Bounds())
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			v := color.GrayModel.Convert(drawn.At(x, y)).(color.Gray).Y
			g.Pix[y*g.Stride+x] = uint8(40+int(v)*200/255) &^ 15 // 16 shades
		}
	}
	return g
}

// misread are characters that the reading machine took for others, without being sure.
var misread = map[rune]rune{'锅': '祸', '摊': '滩', '镊': '摄'}

// hocr is what a reading machine writes about the scan: its characters with their places, some of them wrong.
func (p *press) hocr(picture string) []byte {
	const pixels = scanDPI / 25.4
	box := func(c printedChar) string {
		return fmt.Sprintf("%.0f %.0f %.0f %.0f", c.x*pixels, c.y*pixels, (c.x+c.w)*pixels, (c.y+c.h)*pixels)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><meta name=\"ocr-system\" content=\"sample\"></head><body>\n"+
		"<div class=\"ocr_page\" title='image \"%s\"; bbox 0 0 %.0f %.0f; scan_res %d %d'>\n", picture, pageWidth*pixels, pageHeight*pixels, scanDPI, scanDPI)
	for _, l := range p.lines {
		first, last := l.chars[0], l.chars[len(l.chars)-1]
		whole := printedChar{x: first.x, y: first.y, w: last.x + last.w - first.x, h: first.h}
		fmt.Fprintf(&b, `<span class="ocr_line" title="bbox %s; x_size %.0f"><span class="ocrx_word">`, box(whole), l.size/millimetre*pixels)
		for _, c := range l.chars {
			sure := 97
			if other, ok := misread[c.r]; ok {
				sure, c.r = 38, other
			}
			fmt.Fprintf(&b, `<span class="ocrx_cinfo" title="x_bboxes %s; x_conf %d">%s</span>`, box(c), sure, html.EscapeString(string(c.r)))
		}
		b.WriteString("</span></span>\n")
	}
	b.WriteString("</div></body></html>\n")
	return []byte(b.String())
}

// The printed pages that are shipped are what the press makes of testdata/printed.
func TestPrintedCommitted(t *testing.T) {
	first, second := printed(t, "614-1"), printed(t, "614-2")
	page := second.pdf(t)
	picture := scan(t, page)
	want := map[string][]byte{
		"weigang-614-1.pdf": first.pdf(t), "weigang-614-2.hocr": second.hocr("weigang-614-2.png"),
	}
	if *update {
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, picture); err != nil {
			t.Fatal(err)
		}
		all := map[string][]byte{"weigang-614-2.png": b.Bytes()}
		for name, b := range want {
			all[name] = b
		}
		for name, b := range all {
			if err := os.WriteFile(filepath.Join("pages", name), b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, b := range want {
		if have, err := os.ReadFile(filepath.Join("pages", name)); err != nil || !bytes.Equal(have, b) {
			t.Errorf("%s is not what the press makes; run go generate ./app/sample (%v)", name, err)
		}
	}
	b, err := os.ReadFile(filepath.Join("pages", "weigang-614-2.png"))
	if err != nil {
		t.Fatal(err)
	}
	have, err := png.Decode(bytes.NewReader(b)) // what an encoder packs it to is its business
	if err != nil {
		t.Fatal(err)
	}
	g, ok := have.(*image.Gray)
	if !ok || g.Rect != picture.Rect || !bytes.Equal(g.Pix, picture.Pix) {
		t.Error("the scan is not what the press makes; run go generate ./app/sample")
	}
	if n := utf8.RuneCount(want["weigang-614-2.hocr"]); n < 1000 {
		t.Errorf("the hOCR has %d characters", n)
	}
}
