package source

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"qingyang/app/say"
)

// utf16le encodes ASCII markup as UTF-16, for readers that must look through the encoding.
func utf16le(s string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString("\xFF\xFE")
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b.Write([]byte{byte(u), byte(u >> 8)})
	}
	return b.String()
}

const altoFile = `<?xml version="1.0" encoding="UTF-8"?>
<!-- written by a reading machine -->
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page ID="p"><TextLine><String CONTENT="渡船早班"/></TextLine></Page></Layout></alto>`

// formats are beginnings of files by the row that must recognise them.
var formats = []struct{ name, head, id string }{
	{"pdf", "%PDF-1.7\n%\xE2\xE3", "pdf"},
	{"pdf behind white space", "\xEF\xBB\xBF\r\n%PDF-1.4", "pdf"},
	{"pdf behind a mail's head", "X-From: a\n\n%PDF-1.4\n", "pdf"},
	{"alto", altoFile, "alto"},
	{"alto with a prefix", `<a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v4#"><a:TextLine><a:String CONTENT="渡船"/></a:TextLine></a:alto>`, "alto"},
	{"alto that breaks off", `<alto><TextLine><String CONTENT="渡船"/></TextLine><TextLi`, "alto"},
	{"alto in UTF-16", utf16le(altoFile, true), "alto"},
	{"alto in UTF-16 without a mark", utf16le(altoFile, false), "alto"},
	{"page", "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<PcGts xmlns=\"http://schema.primaresearch.org/PAGE\"><Page><TextRegion><TextLine><TextEquiv><Unicode>渡船</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>", "page"},
	{"abbyy", `<?xml version="1.0"?><document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml"><page><block><text><par><line><formatting>渡船</formatting></line></par></text></block></page></document>`, "abbyy"},
	{"a page cut out of abbyy", `<page width="1200" height="900" resolution="300"><block blockType="Text"><text><par><line><formatting>渡船</formatting></line></par></text></block></page>`, "abbyy"},
	{"hocr", `<!DOCTYPE html><html><head></head><body><div class='ocr_page' title="bbox 0 0 9 9"><span class="ocr_line">渡船</span></div></body></html>`, "hocr"},
	{"piece of hocr", `<div class="ocr_page"><p><span class="ocrx_word">渡船`, "hocr"},
	{"html", "<!doctype HTML>\n<HTML><body>渡口", "html"},
	{"piece of a web page", "<p>渡口开船", "html"},
	{"svg", `<svg xmlns="http://www.w3.org/2000/svg">`, "xml"},
	{"xml that ends too soon", `<?xml version="1.0"?><!-- `, "xml"},
	{"paddle 3", `{"rec_texts": ["渡口"]}`, "paddle"},
	{"paddle 2", `[[[[[12, 8], [40, 8], [40, 20], [12, 20]], ["渡口", 0.98]]]]`, "paddle"},
	{"paddle 2, one page", `[[[[12, 8], [40, 8], [40, 20], [12, 20]], ["渡口", 0.98]]]`, "paddle"},
	{"mineru", `{"pdf_info": [{"para_blocks": [{"type": "text", "lines": [{"bbox": [1, 2, 3, 4], "spans": [{"content": "渡口"}]}]}]}]}`, "mineru"},
	{"mineru's list", `[{"type": "text", "text": "渡口", "page_idx": 0}]`, "mineru"},
	{"json", `{"渡口": ["早班"]}`, "json"},
	{"array of objects", ` [ {"text": 1}, `, "json"},
	{"array of boxes", `[[[12, 8], [40, 8]]]`, "json"},
	{"rtf", `{\rtf1\ansi`, "rtf"},
	{"docx", "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml....PK\x03\x04....word/document.xml", "docx"},
	{"spreadsheet", "PK\x03\x04....xl/workbook.xml", "zip"},
	{"empty archive", "PK\x05\x06\x00\x00", "zip"},
	{"old office", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "doc"},
	{"gzip", "\x1F\x8B\x08", "archive"},
	{"png", "\x89PNG\r\n\x1A\n", "png"},
	{"jpeg", "\xFF\xD8\xFF\xE0", "jpeg"},
	{"tiff", "MM\x00*\x00", "tiff"},
	{"large tiff", "II+\x00", "tiff"},
	{"gif", "GIF89a", "gif"},
	{"webp", "RIFF\x10\x00\x00\x00WEBPVP8 ", "webp"},
	{"bmp", "BM\x36\x10\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00", "bmp"},
	{"jpeg 2000", "\x00\x00\x00\x0CjP  \r\n\x87\n", "jp2"},
	{"djvu", "AT&TFORM", "djvu"},
	{"postscript", "%!PS-Adobe-3.0", "postscript"},
	{"library", "SQLite format 3\x00", "sqlite"},
	// What only looks like one of them.
	{"text", "苇港讯 渡船早班提前。", "text"},
	{"title in angle brackets", "<渡口记事>\n早班船开了。", "text"},
	{"a page that is none", "<page> 渡口\n第二版", "text"},
	{"smaller than", "<5%的渡船晚点\n", "text"},
	{"text about a format", "怎样认出PDF？\n文件以%PDF-1.4开头。", "text"},
	{"text about markup", "网页写成<html>。\n<?xml 也一样。", "text"},
	{"car maker", "BMW 4S店开业，首日接待三百人。\n\n地址：渡口路", "text"},
	{"square bracket", "[本报讯] 渡船早班提前。", "text"},
	{"curly bracket", "{渡口} 早班", "text"},
	{"bracketed figures", "[12] 渡船", "text"},
	{"package", "PK赛在渡口举行", "text"},
	{"UTF-16 text", utf16le("渡船早班提前", true), "text"},
}

// TestReaders: each row of the table is recognised by its first bytes, and by nothing else; what is not
// read is refused by its name, with what to do instead, in both languages.
func TestReaders(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range formats {
		t.Run(c.name, func(t *testing.T) {
			r := readerOf([]byte(c.head))
			if r.ID != c.id {
				t.Fatalf("it is called %s, not %s", r.ID, c.id)
			}
			seen[r.ID] = true
			pages, err := Read(t.Context(), []byte(c.head), Options{Name: "来稿"})
			if slices.Contains([]string{"pdf", "rtf", "docx"}, r.ID) || strings.HasPrefix(r.Media, "image/") && r.Read != nil { // these are beginnings only; their rooms read whole ones
				var p *say.Problem
				if !errors.As(err, &p) || p.Do.Zero() || errors.Is(err, ErrFormat) {
					t.Errorf("%v", err)
				}
				return
			}
			if r.Read != nil {
				if err != nil || len(pages) != 1 || pages[0].Media != r.Media || pages[0].Part != 0 {
					t.Errorf("%v %v", pages, err)
				}
				return
			}
			var p *say.Problem
			if !errors.As(err, &p) || !errors.Is(err, ErrFormat) || pages != nil || p.Subject != "来稿" {
				t.Fatalf("%v %v", pages, err)
			}
			for _, l := range []say.Lang{say.Chinese, say.English} {
				if !strings.Contains(p.What.In(l), r.Name.In(l)) || p.Do.In(l) == "" {
					t.Errorf("it says %q", p.In(l))
				}
			}
		})
	}
	seen["markdown"] = true // has no beginning of its own: TestDocuments
	for _, r := range Readers {
		if !seen[r.ID] {
			t.Errorf("no file of %s was tried", r.ID)
		}
		if r.Name.ZH == "" || r.Name.EN == "" || r.Media == "" || len(r.Extensions) == 0 || (r.Read == nil) == r.Instead.Zero() {
			t.Errorf("the row of %s has gaps", r.ID)
		}
		if slices.ContainsFunc(r.Extensions, func(e string) bool { return !strings.HasPrefix(e, ".") || e != strings.ToLower(e) }) {
			t.Errorf("extensions of %s: %v", r.ID, r.Extensions)
		}
	}
}

// An OCR file that has pages and no text says so; so does one that has not the page that was asked for.
func TestNothingRead(t *testing.T) {
	empty := `<PcGts><Page imageFilename="p.png"><TextRegion><TextLine/></TextRegion></Page></PcGts>`
	for _, c := range []struct {
		file string
		opt  Options
		says string
	}{{empty, Options{}, "has no text"}, {altoFile, Options{Pages: Range{3, 3}}, "has one page, and not the one"}} {
		var p *say.Problem
		if _, err := Read(t.Context(), []byte(c.file), c.opt); !errors.As(err, &p) || !strings.Contains(p.In(say.English), c.says) || p.Do.ZH == "" {
			t.Errorf("%s: %v", c.says, err)
		}
	}
}

// TestEmptyAndBinary: files of no format at all.
func TestEmptyAndBinary(t *testing.T) {
	for name, b := range map[string]string{"empty": "", "zeros": strings.Repeat("\x00\x01\x02\x03\xFF", 200)} {
		_, err := Read(t.Context(), []byte(b), Options{Name: name})
		var p *say.Problem
		if !errors.As(err, &p) || p.Subject != name || p.Do.Zero() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSourcesOfALibrary: what a library has is read as it was read then, though a file of these bytes
// would be refused today, or is too long.
func TestSourcesOfALibrary(t *testing.T) {
	raw, err := readOne(t, []byte(altoFile), Options{Encoding: UTF8, Media: PlainText})
	if err != nil || string(raw.Text) != altoFile || raw.Media != PlainText {
		t.Errorf("%q %v", string(raw.Text), err)
	}
	if raw, err = readOne(t, []byte(strings.Repeat("\n", lineLimit+1)), Options{Media: PlainText}); err != nil || len(raw.Lines) != lineLimit+1 {
		t.Errorf("%d lines, %v", len(raw.Lines), err)
	}
	var p *say.Problem
	if _, err := readOne(t, []byte("x"), Options{Media: "application/pdf"}); !errors.As(err, &p) || p.Do.Zero() {
		t.Errorf("a source that only a later version can read: %v", err)
	}
}

// TestLimits: bytes and lines that are too many are refused with a sentence, at little cost.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"lines", strings.Repeat("\n", lineLimit+1)},
		{"lines of Windows in UTF-16", utf16le(strings.Repeat("\r\n", lineLimit/2+1), true)},
		{"bytes", strings.Repeat("渡", sizeLimit/3+1)},
	} {
		var p *say.Problem
		if _, err := Read(t.Context(), []byte(c.text), Options{Name: c.name}); !errors.As(err, &p) || p.Subject != c.name || p.Do.Zero() {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if raw, err := readOne(t, []byte(strings.Repeat("\n", lineLimit)), Options{}); err != nil || len(raw.Lines) != lineLimit {
		t.Errorf("as many lines as may be: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, []byte(strings.Repeat("渡口", 1<<16)), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// FuzzReaders: whatever a file begins with, it is read, or refused with what to do; what only its row
// recognises is never read as text.
func FuzzReaders(f *testing.F) {
	for _, c := range formats {
		f.Add([]byte(c.head))
	}
	f.Setenv("PATH", f.TempDir()) // no tesseract: it is not what is tried here
	f.Setenv("ProgramFiles", f.TempDir())
	f.Fuzz(func(t *testing.T, b []byte) {
		pages, err := Read(t.Context(), b, Options{Name: "x"})
		var p *say.Problem
		if err != nil && (!errors.As(err, &p) || p.Do.Zero()) {
			t.Fatalf("%q: %v", b, err)
		}
		r := readerOf(b)
		if refused := len(b) > 0 && r.Read == nil; refused && (!errors.Is(err, ErrFormat) || pages != nil) {
			t.Errorf("%q is %s: %v %v", b, r.ID, pages, err)
		}
	})
}
