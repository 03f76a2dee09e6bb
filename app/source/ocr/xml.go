package ocr

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"qingyang/app/source/sheet"
)

// element is an XML element that is open: its name without a prefix, and its attributes.
type element struct {
	name string
	attr []xml.Attr
}

func (e element) get(name string) string {
	for _, a := range e.attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// num is an attribute as a number, 0 where it is none.
func (e element) num(name string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(e.get(name)), 64)
	if err != nil {
		return 0
	}
	return v
}

// walk calls start and end for each element of an XML text, and text for what stands between. Document types
// and what they declare are passed over, and an entity that only they define is an error: nothing is ever
// expanded. What stood before an error has been walked.
func walk(text string, start func(element) error, end func(name string) error, chars func(string)) error {
	d := xml.NewDecoder(strings.NewReader(clean(text)))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	depth := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return errors.Join(ErrBroken, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return ErrVast
			}
			if err := start(element{t.Name.Local, t.Attr}); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
			if err := end(t.Name.Local); err != nil {
				return err
			}
		case xml.CharData:
			if chars != nil {
				chars(string(t))
			}
		}
	}
}

// clean puts U+FFFD for the characters that XML does not allow and real files have all the same.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\uFEFF':
			return -1
		case r < 0x20 && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
			return '\uFFFD'
		}
		return r
	}, s)
}

// points is the box around a polygon: "12,8 40,8 …".
func points(s string) sheet.Box {
	var b sheet.Box
	first := true
	for _, f := range strings.Fields(s) {
		x, y, ok := strings.Cut(f, ",")
		a, err1 := strconv.ParseFloat(x, 64)
		c, err2 := strconv.ParseFloat(y, 64)
		if !ok || err1 != nil || err2 != nil {
			continue
		}
		b = stretch(b, a, c, first)
		first = false
	}
	return sheet.Corners(b.X, b.Y, b.X+b.W, b.Y+b.H)
}

// stretch makes a box hold a point; first says that it is empty yet.
func stretch(b sheet.Box, x, y float64, first bool) sheet.Box {
	if first {
		return sheet.Box{X: x, Y: y}
	}
	x0, y0 := min(b.X, x), min(b.Y, y)
	return sheet.Box{X: x0, Y: y0, W: max(b.X+b.W, x) - x0, H: max(b.Y+b.H, y) - y0}
}
