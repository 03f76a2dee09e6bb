package source

import (
	"errors"
	"reflect"
	"testing"
)

// What was read comes back the same, to the last bit of a place: from a PDF, from OCR files, from documents.
func TestKept(t *testing.T) {
	for name, b := range map[string][]byte{
		"pdf": sampleFile(t, samplePDF), "hocr": sampleFile(t, sampleHOCR), "docx": docx(t, `<w:p><w:r><w:t>夜校开课</w:t></w:r></w:p>`),
		"page that breaks off": []byte(`<PcGts><Page imageFilename="p&amp;1.png"><TextRegion><TextLine><TextEquiv><Unicode>夜` + "\uE000\uFFFD" + `校</Unicode></TextEquiv></TextLine><Text`),
	} {
		raw, err := readOne(t, b, Options{Name: name})
		if err != nil {
			t.Fatal(name, err)
		}
		format, body := raw.Keep()
		got, err := Kept(format, body)
		if err != nil || format == 0 {
			t.Fatal(name, format, err)
		}
		got.Bytes, got.SHA256, got.Media, got.Part, got.Encoding, got.Detected = raw.Bytes, raw.SHA256, raw.Media, raw.Part, raw.Encoding, raw.Detected
		if !reflect.DeepEqual(got, raw) {
			t.Errorf("%s: it comes back as\n%+v\nwant\n%+v", name, got, raw)
		}
		t.Logf("%s: %d characters in %d bytes", name, len(raw.Text), len(body))
		for n := range body { // whatever is lost of it, it is an error and no panic
			if _, err := Kept(format, body[:n]); !errors.Is(err, ErrKept) {
				t.Fatalf("%s cut to %d bytes: %v", name, n, err)
			}
			if n > 2000 {
				break
			}
		}
	}
	raw, err := readOne(t, []byte("夜校开课"), Options{})
	if format, body := raw.Keep(); err != nil || format != 0 || body != nil {
		t.Errorf("text is kept as %d: %q %v", format, body, err)
	}
	if _, err := Kept(keptFormat+1, nil); !errors.Is(err, ErrKept) {
		t.Errorf("of a later version: %v", err)
	}
}

// FuzzKept: what was not packed by Keep is refused, or is a page whose parts fit together.
func FuzzKept(f *testing.F) {
	raw, err := readOne(f, []byte(altoFile), Options{})
	if err != nil {
		f.Fatal(err)
	}
	_, body := raw.Keep()
	f.Add(body)
	f.Fuzz(func(t *testing.T, body []byte) {
		raw, err := Kept(keptFormat, body)
		if err != nil {
			return
		}
		for _, l := range raw.Lines {
			if l.From > l.To || l.To > l.Next || l.Next > len(raw.Text) {
				t.Fatalf("line %v", l)
			}
		}
		if format, again := raw.Keep(); format == keptFormat {
			if _, err := Kept(format, again); err != nil {
				t.Fatal(err)
			}
		}
	})
}
