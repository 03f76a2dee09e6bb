package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"qingyang/app/say"
)

// docx is a document of some paragraphs.
func docx(t testing.TB, body string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, s := range map[string]string{"word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Documents come in as paragraphs, a line each, and read the same when they are read again as what they were.
func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		name, media string
		b           []byte
	}{
		{"稿.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx(t, `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>夜校开课</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">镇上的夜校昨晚</w:t></w:r><w:r><w:t>开了第二期。</w:t></w:r></w:p>`)},
		{"稿.html", "text/html", []byte(`<!doctype html><title>x</title><script>alert("x")</script><h1>夜校开课</h1><p>镇上的夜校昨晚<b>开了</b>第二期。`)},
		{"稿.md", "text/markdown", []byte("# 夜校开课\n\n镇上的夜校昨晚**开了**第二期。\n")},
		{"稿.rtf", "application/rtf", []byte(`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\outlinelevel0 \u22812?\'d0\'a3\'bf\'aa\'bf\'ce\par\pard \'d5\'f2\'c9\'cf\'b5\'c4\'d2\'b9\'d0\'a3\'d7\'f2\'cd\'ed\'bf\'aa\'c1\'cb\'b5\'da\'b6\'fe\'c6\'da\'a1\'a3\par}`)},
	} {
		pages, err := Read(t.Context(), c.b, Options{Name: c.name})
		if err != nil || len(pages) != 1 || pages[0].Media != c.media || string(pages[0].Text) != "夜校开课\n\n镇上的夜校昨晚开了第二期。\n" {
			t.Errorf("%s: %+v %v", c.name, pages, err)
			continue
		}
		again, err := Read(t.Context(), pages[0].Bytes, Options{Name: "anything", Media: pages[0].Media, Encoding: pages[0].Encoding})
		if err != nil || string(again[0].Text) != string(pages[0].Text) {
			t.Errorf("%s, read again: %+v %v", c.name, again, err)
		}
	}
}

// What unpacks to gigabytes, is nested without end, or is a document by its beginning alone is refused in words.
func TestDocumentBombs(t *testing.T) {
	for name, b := range map[string][]byte{
		"a large one":             docx(t, "<w:p><w:r><w:t>"+strings.Repeat(strings.Repeat("夜", 1<<20), 23)+"</w:t></w:r></w:p>"),
		"a deep one":              docx(t, strings.Repeat("<w:p>", 5000)),
		"entities":                docx(t, `<!DOCTYPE x [<!ENTITY a "夜夜">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>`),
		"no document":             []byte("PK\x03\x04\x14\x00\x06\x00word/document.xml"),
		"markdown of definitions": []byte(strings.Repeat("> [a]: b\n", 200_000)),
		"markdown without end":    []byte(strings.Repeat(">", 100_000)),
		"deep braces":             []byte(`{\rtf1` + strings.Repeat("{", 100_000)),
		"braces alone":            []byte(`{\rtf1{}{}}`),
	} {
		file := "a"
		if strings.HasPrefix(name, "markdown") { // known by its name alone
			file = "a.md"
		}
		_, err := Read(t.Context(), b, Options{Name: file})
		var p *say.Problem
		if !errors.As(err, &p) || p.Do.ZH == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDocuments: whatever the bytes, what comes out are lines of text.
func FuzzDocuments(f *testing.F) {
	f.Add(uint8(0), `<w:p><w:r><w:t>夜校</w:t></w:r></w:p>`)
	f.Add(uint8(1), `<p>夜校<table><td>开课</html>`)
	f.Add(uint8(2), "# 夜校\n\n> - 开课\n\n    a\n")
	f.Add(uint8(3), `{\rtf1\ansicpg936 \'d2\'b9\u-1234?{\*\x y}\bin9 \par}`)
	f.Add(uint8(4), string(docx(f, `<w:p><w:r><w:t>夜校</w:t></w:r></w:p>`)))
	f.Fuzz(func(t *testing.T, kind uint8, text string) {
		b, opt := []byte(text), Options{Name: "a", Media: PlainText}
		switch kind % 5 {
		case 0:
			b, opt.Media = docx(t, text), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		case 1:
			opt.Media = "text/html"
		case 2:
			opt.Media = markdown
		case 3:
			opt.Media = "application/rtf"
		case 4: // the archive itself
			opt.Media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		}
		pages, err := Read(t.Context(), b, opt)
		if err != nil {
			return
		}
		n := 0
		for _, l := range pages[0].Lines {
			if l.From != n || l.To < l.From || l.Next < l.To {
				t.Fatalf("line %+v", l)
			}
			n = l.Next
		}
		if n != len(pages[0].Text) {
			t.Fatalf("lines end at %d of %d", n, len(pages[0].Text))
		}
	})
}
