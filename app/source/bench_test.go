package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qingyang/app/source/scan"
)

// The pages of the sample, as its press prints them.
const (
	samplePDF  = "../sample/pages/weigang-614-1.pdf"
	sampleScan = "../sample/pages/weigang-614-2.png"
	sampleHOCR = "../sample/pages/weigang-614-2.hocr"
)

func sampleFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// inForms is a page in each form of OCR files that has places, by the row of Readers that reads it.
func inForms(t testing.TB, raw Raw) map[string]string {
	t.Helper()
	const up = 300 / 72.0 // pixels a point
	corners := func(b Box) [4]float64 { return [4]float64{b.X * up, b.Y * up, (b.X + b.W) * up, (b.Y + b.H) * up} }
	edges := func(name string, b Box) string {
		c := corners(b)
		if name == "alto" {
			return fmt.Sprintf(`HPOS="%.0f" VPOS="%.0f" WIDTH="%.0f" HEIGHT="%.0f"`, c[0], c[1], c[2]-c[0], c[3]-c[1])
		}
		return fmt.Sprintf(`l="%.0f" t="%.0f" r="%.0f" b="%.0f"`, c[0], c[1], c[2], c[3])
	}
	points := func(b Box) string {
		c := corners(b)
		return fmt.Sprintf(`<Coords points="%.0f,%.0f %.0f,%.0f %.0f,%.0f %.0f,%.0f"/>`, c[0], c[1], c[2], c[1], c[2], c[3], c[0], c[3])
	}
	var alto, page, abbyy strings.Builder
	paddle := struct {
		Texts  []string     `json:"rec_texts"`
		Scores []float64    `json:"rec_scores"`
		Boxes  [][4]float64 `json:"rec_boxes"`
	}{}
	alto.WriteString(`<alto><Layout><Page><PrintSpace><TextBlock>`)
	page.WriteString(`<PcGts><Page><TextRegion id="a">`)
	abbyy.WriteString(`<document xmlns="FineReader10-schema-v1.xml"><page resolution="300"><block blockType="Text"><text><par>`)
	for _, l := range raw.Lines {
		text := string(raw.Text[l.From:l.To])
		fmt.Fprintf(&alto, "<TextLine %s><String CONTENT=\"%s\" %s>", edges("alto", l.Box), html.EscapeString(text), edges("alto", l.Box))
		fmt.Fprintf(&page, "<TextLine>%s<Word>%s", points(l.Box), points(l.Box))
		fmt.Fprintf(&abbyy, "<line %s><formatting>", edges("abbyy", l.Box))
		for k := l.From; k < l.To; k++ {
			g, c := raw.Glyphs[k], html.EscapeString(string(raw.Text[k]))
			fmt.Fprintf(&alto, `<Glyph CONTENT="%s" GC="%.2f" %s/>`, c, 1-float64(g.Doubt)/100, edges("alto", g.Box()))
			fmt.Fprintf(&page, `<Glyph>%s<TextEquiv conf="%.2f"><Unicode>%s</Unicode></TextEquiv></Glyph>`, points(g.Box()), 1-float64(g.Doubt)/100, c)
			fmt.Fprintf(&abbyy, `<charParams %s charConfidence="%d">%s</charParams>`, edges("abbyy", g.Box()), 100-g.Doubt, c)
		}
		alto.WriteString("</String></TextLine>\n")
		fmt.Fprintf(&page, "<TextEquiv><Unicode>%s</Unicode></TextEquiv></Word><TextEquiv><Unicode>%[1]s</Unicode></TextEquiv></TextLine>\n", html.EscapeString(text))
		abbyy.WriteString("</formatting></line>\n")
		paddle.Texts, paddle.Scores, paddle.Boxes = append(paddle.Texts, text), append(paddle.Scores, 0.9), append(paddle.Boxes, corners(l.Box))
	}
	alto.WriteString(`</TextBlock></PrintSpace></Page></Layout></alto>`)
	page.WriteString(`</TextRegion></Page></PcGts>`)
	abbyy.WriteString(`</par></text></block></page></document>`)
	j, err := json.Marshal(paddle)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"alto": alto.String(), "page": page.String(), "abbyy": abbyy.String(), "paddle": string(j)}
}

// A page comes out the same from whichever form it is in.
func TestSameInEachForm(t *testing.T) {
	raw, err := readOne(t, sampleFile(t, sampleHOCR), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, file := range inForms(t, raw) {
		again, err := readOne(t, []byte(file), Options{})
		if err != nil || readerOf([]byte(file)).ID != id {
			t.Errorf("%s is read as %s: %v", id, readerOf([]byte(file)).ID, err)
			continue
		}
		if strings.Join(again.Strings(), "\n") != strings.Join(raw.Strings(), "\n") {
			t.Errorf("%s reads\n%s", id, string(again.Text))
		}
	}
}

// BenchmarkOCRFile reads the page of the sample in each form of OCR files; "pages/s" is what one core reads.
func BenchmarkOCRFile(b *testing.B) {
	hocr := sampleFile(b, sampleHOCR)
	raw, err := readOne(b, hocr, Options{})
	if err != nil {
		b.Fatal(err)
	}
	files := inForms(b, raw)
	files["hocr"] = string(hocr)
	for id, file := range files {
		b.Run(id, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			for b.Loop() {
				if _, err := Read(b.Context(), []byte(file), Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

// BenchmarkBesideTesseract reads the scan of the sample as the program does, then with tesseract alone, in the same
// language and with the same places; "x-tesseract" is how many times as long the program takes.
func BenchmarkBesideTesseract(b *testing.B) {
	tess, err := scan.Find(b.Context())
	if errors.Is(err, scan.ErrAbsent) {
		b.Skip("tesseract is not installed")
	}
	if err != nil {
		b.Fatal(err)
	}
	picture := sampleFile(b, sampleScan)
	path, err := filepath.Abs(sampleScan)
	if err != nil {
		b.Fatal(err)
	}
	var ours, alone time.Duration
	for b.Loop() {
		begun := time.Now()
		if _, err := Read(b.Context(), picture, Options{}); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(begun)
		begun = time.Now()
		cmd := exec.CommandContext(b.Context(), tess.Path, path, "-", "-l", tess.Usual(), "--psm", "3", "-c", "hocr_char_boxes=1", "hocr")
		cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
		if out, err := cmd.Output(); err != nil || len(out) == 0 {
			b.Fatal(err)
		}
		alone += time.Since(begun)
	}
	b.ReportMetric(ours.Seconds()/alone.Seconds(), "x-tesseract")
	b.ReportMetric(ours.Seconds()/float64(b.N), "s/page")
}
