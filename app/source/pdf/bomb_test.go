package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image/png"
	"runtime"
	"strings"
	"testing"
)

// packed is so many bytes of white space, packed, and packed again.
func packed(t *testing.T, n int) string {
	t.Helper()
	once := func(write func(*zlib.Writer) error) []byte {
		var b bytes.Buffer
		w, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
		if err == nil {
			err = errors.Join(write(w), w.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	block := bytes.Repeat([]byte(" "), 1<<20)
	inner := once(func(w *zlib.Writer) (err error) {
		for k := 0; k < n && err == nil; k += len(block) {
			_, err = w.Write(block)
		}
		return err
	})
	return string(once(func(w *zlib.Writer) error { _, err := w.Write(inner); return err }))
}

// onePage is a file of one page with a content and whatever else stands in its dictionary.
func onePage(content, filter, page, pages string) []byte {
	return file([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] " + pages + " >>",
		"<< /Type /Page /Parent 2 0 R /Resources << /Font << /A 4 0 R >> >> /Contents 5 0 R " + page + " >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(content), filter, content)})
}

const box = "/MediaBox [0 0 300 400]"

// mostProcess is how many bytes a process may ever have had from the system when bombs were read: its sandboxes are
// limited, whatever a file asks for.
const mostProcess = 768 << 20

// Files that ask for gigabytes, millions of pages or pages of miles are given up, or read for what there is; the process
// stays within its bounds, and what was taken is given back.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("gigabytes take seconds to unpack")
	}
	text := "BT /A 12 Tf 20 380 Td (ferry) Tj ET "
	for _, c := range []struct {
		name string
		b    []byte
		want string // "" for a refusal of the file or the page
	}{
		{"packed twice", onePage(packed(t, 600<<20), "/Filter [/FlateDecode /FlateDecode]", box, "/Count 1"), ""},
		{"packed without end", onePage(text, "/Filter ["+strings.Repeat("/FlateDecode ", 5000)+"]", box, "/Count 1"), "ferry"},
		{"millions of pages", onePage(text, "", box, "/Count 90000000"), "ferry"},
		{"a page of miles", onePage(text, "", "/MediaBox [0 0 90000000 90000000]", "/Count 1"), "ferry"},
		{"a page within itself", onePage(text, "", box+" /Kids [2 0 R 3 0 R]", "/Count 2"), ""},
		{"nested without end", onePage(strings.Repeat("[", 1<<20)+text, "", box, "/Count 1"), ""},
		{"states without end", onePage(strings.Repeat("q ", 1<<20)+text, "", box, "/Count 1"), "ferry"},
	} {
		f, err := readAll(t.Context(), c.b, Options{})
		got := ""
		for _, p := range f.Pages {
			got += texts(p)
		}
		switch {
		case err != nil && !errors.Is(err, ErrVast) && !errors.Is(err, ErrBroken):
			t.Errorf("%s: %v", c.name, err)
		case err == nil && got != c.want:
			t.Errorf("%s: it reads %q of %d pages %v", c.name, got, f.Count, f.Bad)
		}
		t.Logf("%s: %d bytes, %q %v %v", c.name, len(c.b), got, err, f.Bad)
	}
	if b, err := Picture(t.Context(), onePage(text, "", "/MediaBox [0 0 14400 14400]", "/Count 1"), "", 1, 300); err != nil && !errors.Is(err, ErrVast) {
		t.Error(err)
	} else if err == nil {
		if c, err := png.DecodeConfig(bytes.NewReader(b)); err != nil || c.Width*c.Height > mostMemory<<16/4 {
			t.Error("a wall is drawn as", c, err)
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.Sys > mostProcess || m.HeapAlloc > mostProcess/4 {
		t.Errorf("the process has had %d MB, %d in use", m.Sys>>20, m.HeapAlloc>>20)
	}
	t.Logf("the process has had %d MB, %d in use", m.Sys>>20, m.HeapAlloc>>20)
}
