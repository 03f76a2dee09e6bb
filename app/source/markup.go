package source

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// tag is the first element of a file that is XML or HTML.
type tag struct {
	name     string // without its prefix; "" where the file is no markup, or the element too far down
	text     string // of the whole start tag
	declared bool   // an XML declaration or a document type stands before it
}

// root makes an Is of XML files by the name of their root element.
func root(name string) func([]byte) bool {
	return func(b []byte) bool { return rootOf(b).name == name }
}

// rootOf finds the root element at the head of a file. Linear in what stands before it.
func rootOf(b []byte) (t tag) {
	s := strings.TrimLeft(strings.TrimPrefix(inUTF8(b), "\uFEFF"), " \t\r\n")
	for strings.HasPrefix(s, "<") {
		end := ""
		switch {
		case strings.HasPrefix(s, "<?"):
			end = "?>"
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<!"):
			end = ">"
		default:
			t.text, _, _ = strings.Cut(s, ">")
			name := t.text[1:]
			if i := strings.IndexAny(name, " \t\r\n/"); i >= 0 {
				name = name[:i]
			}
			t.name = name[strings.IndexByte(name, ':')+1:]
			return t
		}
		t.declared = t.declared || strings.HasPrefix(s, "<?xml") || len(s) > 9 && strings.EqualFold(s[:9], "<!doctype")
		i := strings.Index(s, end)
		if i < 0 {
			return t
		}
		s = strings.TrimLeft(s[i+len(end):], " \t\r\n")
	}
	return t
}

// inUTF8 is the head of a file as a string, read as UTF-16 where it begins like markup in that.
func inUTF8(b []byte) string {
	order, marked := unicode.LittleEndian, bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("<\x00"))
	if bytes.HasPrefix(b, []byte("\xFE\xFF")) || bytes.HasPrefix(b, []byte("\x00<")) {
		order, marked = unicode.BigEndian, true
	}
	if !marked {
		return string(b)
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return string(out)
}

// fragments are elements that a piece of a web page begins with where nothing declares it.
var fragments = map[string]bool{
	"html": true, "head": true, "body": true, "div": true, "p": true, "span": true, "table": true, "title": true, "meta": true,
	"article": true, "section": true, "main": true, "header": true, "style": true, "script": true, "link": true, "br": true,
	"font": true, "center": true, "ul": true, "ol": true, "h1": true, "h2": true, "h3": true, "a": true, "img": true, "b": true,
}

func isHTML(b []byte) bool { return fragments[strings.ToLower(rootOf(b).name)] }

// isHOCR: the classes of hOCR (hOCR 1.2, 3) are the only sign of it.
func isHOCR(b []byte) bool {
	return isHTML(b) && (bytes.Contains(b, []byte("ocr_page")) || bytes.Contains(b, []byte("ocr-system")) || bytes.Contains(b, []byte("ocr_line")))
}

// isABBYY: archives cut the file of an issue into its pages, whose root names no schema.
func isABBYY(b []byte) bool {
	t := rootOf(b)
	if t.name == "page" {
		s := inUTF8(b)
		return strings.Contains(s, "<block ") && strings.Contains(s, "blockType=")
	}
	return t.name == "document" && (strings.Contains(t.text, "abbyy") || strings.Contains(t.text, "FineReader"))
}

// isXML: a text may begin with an angle bracket; XML declares itself or names a namespace.
func isXML(b []byte) bool {
	t := rootOf(b)
	return t.declared || t.name != "" && strings.Contains(t.text, "xmlns")
}

// isJSON: an object whose first name is there, or an array of such objects or of arrays.
func isJSON(b []byte) bool {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")), " \t\r\n")
	if len(b) == 0 || b[0] != '{' && b[0] != '[' {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(b))
	for depth := 0; depth < 8; depth++ {
		first, err := d.Token()
		if err != nil {
			return false
		}
		if first == json.Delim('{') {
			name, err := d.Token()
			if _, is := name.(string); err != nil || !is {
				return false
			}
			_, err = d.Token() // behind the colon
			return err == nil
		}
		if first != json.Delim('[') {
			return depth > 1 // [[12, …: of figures; [一] alone is a text's bracket
		}
	}
	return true
}

// isPaddle: an object with the lists of PaddleOCR 3, or the boxes of four corners that lines of version 2
// begin with: [[[[12, 8], [40, 8] …
func isPaddle(b []byte) bool {
	if !isJSON(b) {
		return false
	}
	return bytes.Contains(b, []byte(`"rec_texts"`)) || bytes.Contains(b, []byte(`"dt_polys"`)) || cornersFirst(b)
}

// cornersFirst says whether a JSON file begins with corners inside of at least three brackets.
func cornersFirst(b []byte) bool {
	n, figure := 0, false
	for _, c := range bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")) {
		switch {
		case c == '[':
			n++
		case digit(c) || c == '-':
			figure = true
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			return false
		}
		if figure {
			break
		}
	}
	return figure && n >= 4
}

// isMinerU: the list of pages of middle.json, or the page numbers of content_list.json.
func isMinerU(b []byte) bool {
	return isJSON(b) && (bytes.Contains(b, []byte(`"pdf_info"`)) || bytes.Contains(b, []byte(`"page_idx"`)) && bytes.Contains(b, []byte(`"type"`)))
}
