package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// DOCX reads the words of a document of ECMA-376 (WordprocessingML): its body, in order, tables cell by cell. What was
// deleted with changes tracked, fields' codes and second renderings of drawings are left out. Linear in the unpacked text.
func DOCX(b []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", errors.Join(ErrBroken, err)
	}
	for _, f := range z.File {
		if f.Name != "word/document.xml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return "", errors.Join(ErrBroken, err)
		}
		defer r.Close()
		return body(io.LimitReader(r, mostBytes+1))
	}
	return "", ErrBroken
}

// hidden are elements whose text is no text of the document.
var hidden = map[string]bool{"delText": true, "instrText": true, "delInstrText": true, "Fallback": true, "rPrChange": true, "pPrChange": true}

func body(r io.Reader) (string, error) {
	var p page
	counted := &counter{r: r}
	d := xml.NewDecoder(counted)
	depth, skip, inText := 0, 0, false
	for {
		t, err := d.Token()
		if err == io.EOF {
			return p.text(), nil
		}
		if counted.n > mostBytes {
			return "", ErrVast
		}
		if err != nil {
			if text := p.text(); text != "" { // a file that broke off
				return text, nil
			}
			return "", errors.Join(ErrBroken, err)
		}
		switch e := t.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return "", ErrVast
			}
			name := e.Name.Local
			if skip > 0 || hidden[name] {
				skip++
				continue
			}
			switch name {
			case "t":
				inText = true
			case "tab":
				p.put(" ")
			case "br", "cr":
				p.end()
			case "pStyle":
				p.head = p.head || headStyle(e)
			case "noBreakHyphen":
				p.put("-")
			}
		case xml.EndElement:
			depth--
			if skip > 0 {
				skip--
				continue
			}
			switch e.Name.Local {
			case "t":
				inText = false
			case "p":
				p.end()
				p.head = false
			}
		case xml.CharData:
			if inText && skip == 0 {
				p.put(string(e))
			}
		}
	}
}

// headStyle says whether a paragraph's style is that of a head: "Heading 1", "Title", and by number as Chinese programs
// name them.
func headStyle(e xml.StartElement) bool {
	for _, a := range e.Attr {
		if a.Name.Local == "val" {
			v := strings.ToLower(a.Value)
			return strings.HasPrefix(v, "heading") || v == "title" || v == "subtitle" || len(v) == 1 && v[0] >= '1' && v[0] <= '6'
		}
	}
	return false
}

// counter counts what is read.
type counter struct {
	r io.Reader
	n int
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += n
	return n, err
}
