package desk_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/session"
)

// TestEveryBlockOfALibrary damages each block of a library in turn. Each time it opens, and every page reads
// as it did, articles and corrections with it, or is named among what is lost; the same is in the library
// that is salvaged, and that is sound.
func TestEveryBlockOfALibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("a library is opened for each of its blocks")
	}
	path := newLibrary(t)
	d, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, i := range sample.Issues() {
		pages += len(i.Pages)
	}
	for page := range pages {
		s, err := d.OpenPage(t.Context(), session.PageID(page+1))
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			if _, _, err := s.Replace(bulletin.Place{Block: 1}, bulletin.Place{Block: 1, Off: 1}, "字"); err != nil {
				t.Fatal(err)
			}
			if err := s.Flush(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	want := read(t, d, pages)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(7, 8))
	const block = 8192
	whole, tried := 0, 0
	for range many(t, 5) {
		n := rnd.IntN(len(sound) / block)
		b := bytes.Clone(sound)
		for i := n * block; i < (n+1)*block; i++ {
			b[i] = byte(rnd.Uint32())
		}
		damaged := filepath.Join(t.TempDir(), fmt.Sprintf("block %d.qingyang", n+1))
		if err := os.WriteFile(damaged, b, 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := desk.Open(t.Context(), damaged, desk.Options{Existing: true, Reading: true})
		if err != nil {
			t.Errorf("block %d: %v", n+1, err)
			continue
		}
		named := faults(t, d)
		got := read(t, d, pages)
		for page := range pages {
			tried++
			if got[page] == want[page] {
				whole++
			} else if title := strings.SplitN(want[page], "\n", 2)[0]; !strings.Contains(named, title+": ") && !strings.Contains(named, fmt.Sprintf("#%d: ", page+1)) {
				t.Errorf("block %d: page %d is another one and is not named:\n%s", n+1, page+1, named)
			}
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		salvaged := filepath.Join(t.TempDir(), "new.qingyang")
		if _, err := desk.Salvage(t.Context(), damaged, salvaged); err != nil {
			t.Errorf("block %d: %v", n+1, err)
			continue
		}
		fresh := open(t, salvaged, desk.Options{})
		if found := faults(t, fresh); found != "" {
			t.Errorf("block %d: the salvaged library has faults:\n%s", n+1, found)
		}
	}
	t.Logf("%d of %d pages are whole", whole, tried)
}

// read is all that there is of each page: its title, its text, its corrections, its articles.
func read(t *testing.T, d *desk.Desk, pages int) []string {
	t.Helper()
	all := make([]string, pages)
	for page := range all {
		s, err := d.OpenPage(t.Context(), session.PageID(page+1))
		if err != nil {
			all[page] = err.Error()
			continue
		}
		corrections, err := s.Snapshot().Corrections(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		cards, err := d.Cards(t.Context(), session.PageID(page+1))
		all[page] = fmt.Sprintf("%s\n%s\n%+v\n%+v %v", s.Leaf.Title(), text(s), corrections, cards, err)
	}
	return all
}

// TestDamagedLibraryIsReadAndSaidSo: lists, exports and the search work on what is sound; the opening and
// edits say what is wrong.
func TestDamagedLibraryIsReadAndSaidSo(t *testing.T) {
	path := worked(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:8192]) // the header and the schema
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	d := open(t, path, desk.Options{})
	if d.Notice() == nil {
		t.Error("nothing is said")
	}
	s, err := d.OpenPage(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Replace(bulletin.Place{}, bulletin.Place{}, "字"); err == nil {
		t.Error("an edit was taken")
	}
	leaf, err := d.Leaf(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := d.ExportIssue(t.Context(), leaf.Issue, desk.Exporting{Format: "txt"}); err != nil || !strings.Contains(string(e.Bytes), "菱河") {
		t.Errorf("export: %v", err)
	}
	if hits, err := d.Search(t.Context(), "菱河", 5); err != nil || len(hits) == 0 {
		t.Errorf("the search finds %v %v", hits, err)
	}
	if found := faults(t, d); found == "" {
		t.Error("it is called sound")
	}
}
