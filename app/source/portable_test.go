package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"qingyang/app/say"
)

// twoPages is a PDF of a page with text and one that is empty, as one that is a picture.
func twoPages() []byte {
	text := "BT /A 12 Tf 20 380 Td (The ferry leaves at six) Tj ET"
	var b bytes.Buffer
	b.WriteString("%PDF-1.6\n")
	var at []int
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /Font << /A 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(text), text),
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>"}
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

// A page that is a picture among pages of text is not left out without a word where it cannot be recognised.
func TestLeft(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("ProgramFiles", t.TempDir())
	pages, err := Read(t.Context(), twoPages(), Options{Name: "a.pdf"})
	if err != nil || len(pages) != 1 || pages[0].Part != 1 {
		t.Fatalf("%+v %v", pages, err)
	}
	var p *say.Problem
	if !errors.As(pages[0].Left, &p) || !strings.Contains(p.In(say.English), "page 2 was not read") || !strings.Contains(p.In(say.English), "tesseract") || !strings.Contains(p.In(say.Chinese), "第 2 页没有读入") {
		t.Errorf("left is %v", pages[0].Left)
	}
	if at := pages[0].Picture; at.Bytes != nil || at.Media != PDF || at.Page != 1 {
		t.Errorf("the page is seen in %+v", pages[0].Picture)
	}
}
