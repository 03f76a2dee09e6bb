package source

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
)

// book is a PDF of so many pages, each of a few paragraphs of its own.
func book(t testing.TB, pages int) []byte {
	t.Helper()
	p := fpdf.New("P", "mm", "A4", "")
	p.SetFont("Helvetica", "", 11)
	for n := range pages {
		p.AddPage()
		for k := range 4 {
			p.MultiCell(0, 5, fmt.Sprintf("Ferry %d leaves pier %d. ", n+1, k+1)+strings.Repeat("The water stood high that morning. ", 3), "", "", false)
		}
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// held is how many bytes of the heap are in use.
func held() int64 {
	runtime.GC()
	runtime.GC() // what the first one finalised is free after the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// mostGrowth is by how much the memory that a reading holds may grow from its hundredth page to its last. Nine hundred
// pages of the book that were kept would be 20 MB.
const mostGrowth = 8 << 20

// The pages of a file of a thousand come one after another, and none is held when it was given.
func TestThousandPages(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand pages take seconds")
	}
	b := book(t, 1000)
	begun, most, n := int64(0), int64(0), 0
	left, err := Each(t.Context(), b, Options{}, func(raw Raw) error {
		if n++; raw.Part != n || !strings.HasPrefix(string(raw.Text), fmt.Sprintf("Ferry %d leaves pier 1.", n)) {
			return fmt.Errorf("page %d is %d: %.40q", n, raw.Part, string(raw.Text))
		}
		if n%100 == 0 {
			now := held()
			t.Logf("page %d: %d MB", n, now>>20)
			if begun == 0 {
				begun = now
			}
			most = max(most, now)
		}
		return nil
	})
	if err != nil || left != nil || n != 1000 {
		t.Fatal(n, left, err)
	}
	if most > begun+mostGrowth {
		t.Errorf("from %d MB at page 100 it grew to %d MB", begun>>20, most>>20)
	}
}

// An error of whoever takes the pages ends the reading, and is what comes back.
func TestEachEnds(t *testing.T) {
	enough := errors.New("enough")
	for _, b := range [][]byte{book(t, 20), []byte(altoFile)} {
		n := 0
		if _, err := Each(t.Context(), b, Options{}, func(Raw) error { n++; return enough }); !errors.Is(err, enough) || n != 1 {
			t.Errorf("after %d pages: %v", n, err)
		}
	}
}
