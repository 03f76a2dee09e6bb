package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qingyang/app/source/sheet"
)

// shown is a string that a page shows.
type shown struct {
	x, y, size float64
	text       string
	bold       bool
}

// document writes a PDF of pages. Its face has one glyph, a black square of 0.9 em, for whichever character; what is
// bold is in a face that every reader has, for Latin letters.
func document(extra string, pages ...[]shown) []byte {
	var objects []string
	add := func(s string) int {
		objects = append(objects, s)
		return len(objects)
	}
	stream := func(s string) int { return add(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s)) }
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("")
	codes := map[rune]int{}
	var cmap, names strings.Builder
	for _, p := range pages {
		for _, s := range p {
			for _, r := range s.text {
				if codes[r] == 0 {
					codes[r] = len(codes) + 1
					fmt.Fprintf(&cmap, "1 beginbfchar <%02X> <%04X> endbfchar\n", codes[r], r)
					names.WriteString("/a ")
				}
			}
		}
	}
	unicode := stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF> endcodespacerange\n" +
		cmap.String() + "endcmap end end")
	glyph := stream("1000 0 50 -150 950 750 d1 50 -150 900 900 re f")
	fonts := [2]int{
		add(fmt.Sprintf("<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a %d 0 R >> /Encoding << /Type /Encoding /Differences [1 %s] >> /FirstChar 1 /LastChar %d /Widths [%s] /ToUnicode %d 0 R >>",
			glyph, names.String(), len(codes), strings.Repeat("1000 ", len(codes)), unicode)),
		add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"),
	}
	var kids strings.Builder
	for _, p := range pages {
		var b strings.Builder
		for _, s := range p {
			place := fmt.Sprintf("1 0 0 1 %.1f %.1f", s.x, 400-s.y)
			if strings.Contains(extra, "/Rotate 90") { // upright when the page is turned
				place = fmt.Sprintf("0 1 -1 0 %.1f %.1f", s.y, s.x)
			}
			face := "A"
			if s.bold {
				face = "B"
			}
			fmt.Fprintf(&b, "BT /%s %.1f Tf %s Tm <", face, s.size, place)
			for _, r := range s.text {
				if s.bold {
					codes[r] = int(r)
				}
				fmt.Fprintf(&b, "%02X", codes[r])
			}
			b.WriteString("> Tj ET\n")
		}
		c := stream(b.String())
		fmt.Fprintf(&kids, "%d 0 R ", add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /Font << /A %d 0 R /B %d 0 R >> >> /Contents %d 0 R %s >>", fonts[0], fonts[1], c, extra)))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages))
	return file(objects)
}

// file writes objects with their table.
func file(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.6\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	x := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, x)
	return b.Bytes()
}

// found is what a file has.
type found struct {
	Pages []sheet.Page
	Count int
	Bad   map[int]error
}

func readAll(ctx context.Context, b []byte, opt Options) (f found, err error) {
	f.Bad = map[int]error{}
	f.Count, err = Each(ctx, b, opt, func(p sheet.Page, _ int, bad error) error {
		f.Pages = append(f.Pages, p)
		if bad != nil {
			f.Bad[p.Number] = bad
		}
		return nil
	})
	return f, err
}

func texts(p sheet.Page) string {
	var all []string
	for _, l := range p.Lines {
		var b strings.Builder
		for _, c := range l.Chars {
			if c.Space {
				b.WriteByte(' ')
			}
			b.WriteRune(c.Rune)
		}
		all = append(all, b.String())
	}
	return strings.Join(all, "|")
}

// Lines come out as they stand: pieces of one joined, columns apart, white space where the paper has it, sizes and
// weights as set; headlines from the top down are one line.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		name string
		page []shown
		want string
	}{
		{"pieces", []shown{{20, 40, 10, "渡船早", false}, {50, 40, 10, "班提前", false}}, "渡船早班提前"},
		{"columns", []shown{{20, 40, 10, "渡船早班", false}, {80, 40, 10, "夜校开课", false}}, "渡船早班|夜校开课"},
		{"two lines", []shown{{20, 40, 10, "渡船早班", false}, {20, 55, 10, "提前", false}}, "渡船早班|提前"},
		{"a space that the content has", []shown{{20, 40, 10, "记者", false}, {45, 40, 10, "林小满", false}}, "记者 林小满"},
		{"spaces in the gaps of an opened line", []shown{{20, 40, 10, "渡", false}, {30, 40, 10, " ", false}, {32, 40, 10, "船", false}, {42, 40, 10, " ", false}, {44, 40, 10, "早", false}, {54, 40, 10, " ", false}, {56, 40, 10, "班", false}}, "渡船早班"},
		{"gaps that open a line", []shown{{20, 40, 10, "渡", false}, {31, 40, 10, "船", false}, {42, 40, 10, "早", false}, {53, 40, 10, "班", false}, {67, 40, 10, "提", false}, {78, 40, 10, "前", false}}, "渡船早班 提前"},
		{"a line of names", []shown{{20, 40, 10, "记", false}, {32.5, 40, 10, "林小满", false}, {65, 40, 10, "摄", false}}, "记 林小满 摄"},
		{"columns with one em between", []shown{{20, 40, 10, "渡船早班提前了", false}, {100, 40, 10, "夜校第二期开课", false}}, "渡船早班提前了|夜校第二期开课"},
		{"from the top down", []shown{{20, 40, 20, "夜", false}, {20, 64, 20, "校", false}, {20, 88, 20, "开", false}, {20, 112, 20, "课", false}}, "夜校开课"},
		{"printed twice to be bold", []shown{{20, 40, 10, "夜", false}, {20.3, 40, 10, "夜", false}, {30, 40, 10, "校", false}, {30.3, 40, 10, "校", false}}, "夜校"},
	} {
		f, err := readAll(t.Context(), document("", c.page), Options{})
		if err != nil || len(f.Pages) != 1 {
			t.Fatal(c.name, err)
		}
		if got := texts(f.Pages[0]); got != c.want {
			t.Errorf("%s: %q, want %q %v", c.name, got, c.want, f.Bad)
		}
	}
}

// settled puts characters of pieces into lines, in the order given. Every character is as wide as its size.
func settled(pieces ...shown) string {
	p := &sheet.Page{}
	s := setting{page: p}
	for _, one := range pieces {
		for k, r := range []rune(one.text) {
			x := one.x + float64(k)*one.size
			s.put(letter{Char: sheet.Char{Rune: r, Box: sheet.Box{X: x, Y: one.y, W: one.size, H: one.size}}, size: one.size, bold: one.bold, base: one.y + one.size, lo: x, hi: x + one.size})
		}
	}
	s.finish()
	return texts(*p)
}

// Pieces of two lines that come by turns, as PDFium sorts them, are two lines; what is set in columns line by line stays
// as it comes. A title that is set in the first line of its text is a line of its own.
func TestPiecesByTurns(t *testing.T) {
	for _, c := range []struct {
		name   string
		pieces []shown
		want   string
	}{
		{"a title and the line below it", []shown{{20, 40, 30, "夜", true}, {25, 75, 10, "渡船早班提前", false}, {50, 40, 30, "校开", true}, {85, 75, 10, "半小时", false}, {110, 40, 30, "课", true}}, "夜校开课|渡船早班提前半小时"},
		{"a title with white in it and the line below it", []shown{{20, 40, 30, "夜校", true}, {60, 75, 10, "渡船早班提前半小时", false}, {110, 40, 30, "开课", true}}, "夜校 开课|渡船早班提前半小时"},
		{"two titles with lines below them", []shown{{20, 40, 30, "夜校", true}, {25, 75, 10, "渡船早班", false}, {110, 40, 30, "开课", true}, {115, 75, 10, "提前", false}}, "夜校|渡船早班|开课|提前"},
		{"a character right below the piece before it", []shown{{20, 75, 10, "渡船早班", false}, {60, 40, 30, "夜", true}, {60, 75, 10, "提前", false}}, "渡船早班提前|夜"},
		{"columns", []shown{{20, 40, 10, "渡船早班", false}, {20, 54, 10, "提前开了", false}, {62, 40, 10, "夜校开课", false}, {62, 54, 10, "了没有呢", false}}, "渡船早班|提前开了|夜校开课|了没有呢"},
		{"a title in the first line", []shown{{20, 40, 10, "夜校开课", true}, {65, 40, 10, "渡船早班提前", false}}, "夜校开课|渡船早班提前"},
		{"a bold word without white behind it", []shown{{20, 40, 10, "夜校", true}, {40, 40, 10, "渡船早班提前", false}}, "夜校渡船早班提前"},
	} {
		if got := settled(c.pieces...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What stands behind strokes of a narrow font begins where it would behind a dash: no white parts them, and no gutter.
// Real white is wider, or stands behind strokes as narrow as they are.
func TestNarrowDashes(t *testing.T) {
	line := func(text string, strokes int, narrow, after float64) string {
		p := &sheet.Page{}
		s := setting{page: p}
		x := 20.0
		for k, r := range []rune(text) {
			w := 10.0
			if k < strokes {
				w = narrow
			}
			s.put(letter{Char: sheet.Char{Rune: r, Box: sheet.Box{X: x, Y: 40, W: w, H: 10}}, size: 10, base: 50, lo: x, hi: x + w})
			if x += w; k+1 == strokes {
				x = after
			}
		}
		s.finish()
		return texts(*p)
	}
	for _, c := range []struct {
		text          string
		strokes       int
		narrow, after float64
		want          string
	}{
		{"--渡船早班提前开了航", 2, 3.5, 40, "--渡船早班提前开了航"},
		{"－－渡船早班提前开了航", 2, 4.4, 38.5, "－－渡船早班提前开了航"},
		{"······渡船早班提前开了航", 6, 2.5, 40, "······渡船早班提前开了航"},
		{"…渡船早班提前开了航", 1, 10, 40, "…渡船早班提前开了航"},
		{"--渡船早班提前开了航", 2, 3.5, 30, "-- 渡船早班提前开了航"},
		{"──渡船早班提前开了航", 2, 10, 46, "── 渡船早班提前开了航"},
	} {
		if got := line(c.text, c.strokes, c.narrow, c.after); got != c.want {
			t.Errorf("%q, white to %v: %q, want %q", c.text, c.after, got, c.want)
		}
	}
}

// Places are those that a reader sees: from the upper left corner, with the page turned as it is shown, or cropped.
func TestPlaces(t *testing.T) {
	page := []shown{{50, 100, 24, "Ferry", true}, {50, 140, 10, "渡船早班", false}}
	for _, c := range []struct {
		extra      string
		x, y, w, h float64 // about where the title begins, and the page's size
	}{
		{"", 50, 80, 300, 400},
		{"/Rotate 90", 50, 80, 400, 300},
		{"/CropBox [40 0 300 380]", 10, 60, 260, 380},
	} {
		f, err := readAll(t.Context(), document(c.extra, page), Options{})
		if err != nil || len(f.Pages) != 1 || len(f.Pages[0].Lines) == 0 {
			t.Fatal(c.extra, err)
		}
		p := f.Pages[0]
		if b := p.Lines[0].Chars[0].Box; p.W != c.w || p.H != c.h || !near(b.X, c.x, 24) || !near(b.Y, c.y, 24) {
			t.Errorf("%q: a page of %v × %v, its first character at %v", c.extra, p.W, p.H, b)
		}
		if l := p.Lines[0]; c.extra == "" && (l.Size != 24 || !l.Bold || p.Lines[1].Size != 10 || p.Lines[1].Bold) {
			t.Errorf("sizes %v and %v, bold %v and %v", l.Size, p.Lines[1].Size, l.Bold, p.Lines[1].Bold)
		}
	}
}

// Of several pages those that are wanted come out, under their own numbers.
func TestPages(t *testing.T) {
	b := document("", []shown{{20, 40, 10, "一版", false}}, []shown{{20, 40, 10, "二版", false}}, []shown{{20, 40, 10, "三版", false}})
	f, err := readAll(t.Context(), b, Options{Wanted: func(n int) bool { return n >= 2 }})
	if err != nil || f.Count != 3 || len(f.Pages) != 2 || f.Pages[0].Number != 2 || texts(f.Pages[1]) != "三版" {
		t.Errorf("%+v %v", f, err)
	}
}

// bomb is a page that draws a form many times, each of which draws another many times, and so on.
func bomb() []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /XObject << /F 5 0 R >> /Font << /A 4 0 R >> >> /Contents 13 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	draw := strings.Repeat("/F Do ", 60)
	for k := 5; k < 12; k++ {
		objects = append(objects, fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /F %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream", k+1, len(draw), draw))
	}
	text := "BT /A 9 Tf 20 20 Td (ferry) Tj ET"
	objects = append(objects, fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /Font << /A 4 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(text), text))
	objects = append(objects, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draw), draw))
	return file(objects)
}

// A page that would take for ever is given up at its deadline, or where a fast machine has filled the sandbox's memory before,
// and the file is none the worse; a cancelled ctx ends the reading.
func TestDeadline(t *testing.T) {
	begun := time.Now()
	f, err := readAll(t.Context(), bomb(), Options{Limit: time.Second / 4})
	if err == nil && (len(f.Bad) != 1 || !errors.Is(f.Bad[1], ErrVast)) || err != nil && !errors.Is(err, ErrVast) {
		t.Errorf("%+v %v", f, err)
	}
	if took := time.Since(begun); took > 2*time.Minute {
		t.Errorf("it took %v", took)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := readAll(ctx, bomb(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// What is no PDF, or half of one, is refused as broken.
func TestBroken(t *testing.T) {
	whole := document("", []shown{{20, 40, 10, "渡船", false}})
	for name, b := range map[string][]byte{"a header alone": []byte("%PDF-1.7\n"), "a third": whole[:len(whole)/3], "zeros": make([]byte, 4096)} {
		if _, err := readAll(t.Context(), b, Options{}); !errors.Is(err, ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The sandbox sees nothing of the disk: a file that names another one beside it does not get it.
func TestNothingOfTheDisk(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("ferry"), 0o600); err != nil {
		t.Fatal(err)
	}
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /Font << /A 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length 0 /F (%s) >>\nstream\n\nendstream", secret)}
	f, err := readAll(t.Context(), file(objects), Options{})
	if err != nil || len(f.Pages) != 1 || len(f.Pages[0].Lines) != 0 {
		t.Errorf("%+v %v", f, err)
	}
}

// FuzzPDF: whatever the bytes, the reading ends, and what it gives are places that are numbers. The files are made of
// a sound one, with bytes changed, since nearly all others are refused at once.
func FuzzPDF(f *testing.F) {
	whole := document("", []shown{{20, 40, 10, "渡船早班", false}, {20, 60, 24, "Ferry", true}}, []shown{{20, 40, 10, "二版", false}})
	f.Add(int64(1), uint8(3), []byte(nil))
	f.Add(int64(2), uint8(0), []byte("<< /Length 9999999999 /Filter [/FlateDecode /FlateDecode] >>"))
	set, err := os.ReadFile(printed)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, seed int64, changes uint8, put []byte) {
		b := bytes.Clone(whole)
		if uint64(seed)%8 == 7 { // packed objects, with a face
			b = bytes.Clone(set)
		}
		dice := rand.New(rand.NewSource(seed))
		for range changes {
			b[dice.Intn(len(b))] = byte(dice.Intn(256))
		}
		if at := dice.Intn(len(b)); len(put) > 0 {
			b = append(append(bytes.Clone(b[:at]), put...), b[at:]...)
		}
		got, err := readAll(t.Context(), b, Options{Limit: 5 * time.Second})
		if err != nil && !errors.Is(err, ErrBroken) && !errors.Is(err, ErrPassword) && !errors.Is(err, ErrVast) {
			t.Fatalf("an error of another kind: %v", err)
		}
		if err != nil {
			return
		}
		for _, p := range got.Pages {
			for _, l := range p.Lines {
				if !(l.Box.W >= 0 && l.Box.H >= 0 && l.Size >= 0) || len(l.Chars) == 0 {
					t.Fatalf("a line at %v of size %v", l.Box, l.Size)
				}
			}
		}
	})
}
