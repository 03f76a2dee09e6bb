package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium/requests"
)

// printed is the page of the sample that is set as PDF.
const printed = "../../sample/pages/weigang-614-1.pdf"

// alone reads the first page of a file with go-pdfium's own method for characters with boxes, sizes and faces, and gives
// how many there are.
func alone(b *testing.B, file []byte) int {
	r := &reader{ctx: b.Context(), b: file, opt: Options{Limit: pageTime}}
	defer r.close()
	doc, err := r.whole()
	if err != nil {
		b.Fatal(err)
	}
	got, err := r.in.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc}},
		Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		b.Fatal(err)
	}
	return len(got.Chars)
}

// BenchmarkBesidePDFium reads a page as the program does, then as PDFium by itself does through go-pdfium, and, where
// it is installed, as pdftotext does with boxes; "x pdfium" and "x pdftotext" are how many times as long the program
// takes, taken in turn in the same run.
func BenchmarkBesidePDFium(b *testing.B) {
	file, err := os.ReadFile(printed)
	if err != nil {
		b.Fatal(err)
	}
	pdftotext, _ := exec.LookPath("pdftotext")
	path, err := filepath.Abs(printed)
	if err != nil {
		b.Fatal(err)
	}
	var ours, pdfium, other time.Duration
	took := func(sum *time.Duration, do func()) {
		begun := time.Now()
		do()
		*sum += time.Since(begun)
	}
	alone(b, file) // what is compiled once is
	for b.Loop() {
		took(&ours, func() {
			if f, err := readAll(b.Context(), file, Options{}); err != nil || len(f.Pages) != 1 {
				b.Fatal(err)
			}
		})
		took(&pdfium, func() { alone(b, file) })
		if pdftotext != "" {
			took(&other, func() {
				if out, err := exec.CommandContext(b.Context(), pdftotext, "-bbox-layout", path, "-").Output(); err != nil || len(out) == 0 {
					b.Fatal(err)
				}
			})
		}
	}
	b.ReportMetric(ours.Seconds()/pdfium.Seconds(), "x-pdfium")
	if other > 0 {
		b.ReportMetric(ours.Seconds()/other.Seconds(), "x-pdftotext")
	}
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/page")
}
