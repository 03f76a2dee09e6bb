package desk_test

import (
	"context"
	"errors"
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

func init() {
	children["type"] = func(args []string) error { return typeForEver(args[0]) }
	children["import"] = func(args []string) error { return importForEver(args[0]) }
	children["export"] = func(args []string) error { return exportForEver(args[0], args[1]) }
	children["back up"] = func(args []string) error { return backUpForEver(args[0], args[1]) }
	children["create"] = func(args []string) error { return createForEver(args[0]) }
	children["migrate"] = func(args []string) error { return migrateForEver(args[0], args[1]) }
}

// typeForEver types into the first page, saves after every few keys, and says on its standard output
// how many revisions the library has acknowledged.
func typeForEver(path string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
	if err != nil {
		return err
	}
	s, err := d.OpenPage(ctx, 1)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		at := bulletin.Place{Block: n * 7 % s.Order().Blocks()}
		for range 3 {
			if at, _, err = s.Replace(at, at, "字"); err != nil {
				return err
			}
		}
		if n%5 == 4 {
			if _, _, err := s.Undo(); err != nil {
				return err
			}
		}
		if err := s.Flush(ctx); err != nil {
			return err
		}
		fmt.Println(s.Snapshot().Text.N())
	}
}

// importForEver imports the pages of the sample again and again, and says how many are in the library.
func importForEver(path string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
	if err != nil {
		return err
	}
	pages, err := pagesOf(ctx, d)
	for n := pages; err == nil; n++ {
		i := sample.Issues()[0]
		p := i.Pages[n%len(i.Pages)]
		var bad []error
		if _, bad, err = d.Import(ctx, []desk.File{{Name: p.File, Bytes: p.Raw}}, desk.Importing{Again: true}, nil); err == nil {
			err = errors.Join(bad...)
		}
		fmt.Println(n + 1)
	}
	return err
}

func pagesOf(ctx context.Context, d *desk.Desk) (n int, err error) {
	return n, d.EachLeaf(ctx, func(session.Leaf) error { n++; return nil })
}

// exportForEver exports an issue under one name after another and says how many there are.
func exportForEver(path, folder string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校", Existing: true, Reading: true})
	if err != nil {
		return err
	}
	leaf, err := d.Leaf(ctx, 1)
	if err != nil {
		return err
	}
	e, err := d.ExportIssue(ctx, leaf.Issue, desk.Exporting{Format: "html"})
	there, _ := filepath.Glob(filepath.Join(folder, "*.html"))
	for n := len(there); err == nil; n++ {
		err = d.Write(ctx, filepath.Join(folder, fmt.Sprintf("%d.html", n)), e, true)
		fmt.Println(n)
	}
	return err
}

// backUpForEver makes backups under one name after another and says how many there are.
func backUpForEver(path, folder string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校", Existing: true, Reading: true})
	there, _ := filepath.Glob(filepath.Join(folder, "*.qingyang"))
	for n := len(there); err == nil; n++ {
		err = d.Backup(ctx, filepath.Join(folder, fmt.Sprintf("%d.qingyang", n)))
		fmt.Println(n)
	}
	return err
}

// createForEver makes libraries under one name after another and says how many there are.
func createForEver(folder string) error {
	ctx := context.Background()
	there, _ := filepath.Glob(filepath.Join(folder, "*.qingyang"))
	for n := len(there); ; n++ {
		d, err := desk.Open(ctx, filepath.Join(folder, fmt.Sprintf("%d.qingyang", n)), desk.Options{Name: "沈校"})
		if err != nil {
			return err
		}
		fmt.Println(n)
		if err := d.Close(); err != nil {
			return err
		}
	}
}

// migrateForEver opens copies of an old library under one name after another and says how many there are.
func migrateForEver(old, folder string) error {
	ctx := context.Background()
	b, err := os.ReadFile(old)
	if err != nil {
		return err
	}
	there, _ := filepath.Glob(filepath.Join(folder, "?*[0-9].qingyang"))
	for n := len(there); ; n++ {
		part, path := filepath.Join(folder, "part"), filepath.Join(folder, fmt.Sprintf("m%d.qingyang", n))
		if err := errors.Join(os.WriteFile(part, b, 0o600), os.Rename(part, path)); err != nil {
			return err
		}
		d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
		if err != nil {
			return err
		}
		fmt.Println(n)
		if err := d.Close(); err != nil {
			return err
		}
	}
}

// within is how many milliseconds a program is given: more where it says nothing before.
func within(lines, ms int) int {
	if lines == 0 {
		return ms + 300
	}
	return ms
}

// kills is how many programs of each kind are killed in a run.
const kills = 4

// TestKilledTyping: each time the library opens, is sound, has every revision that was acknowledged, and
// undo works. Every other program is killed when it has just acknowledged something, the others at any time.
func TestKilledTyping(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are killed")
	}
	path := onePage(t, sample.Issues()[0].Pages[1].Raw)
	rnd := rand.New(rand.NewPCG(3, 5))
	acknowledged, last := 0, 0
	for round := range many(t, kills) {
		lines := 0
		if round%2 == 0 {
			lines = 1 + rnd.IntN(12)
		}
		if said := killed(t, child("type", path), lines, moment(rnd, within(lines, 120))); said != "" {
			if _, err := fmt.Sscan(said, &last); err != nil {
				t.Fatal(said)
			}
			acknowledged++
		}
		d, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		s, err := d.OpenPage(t.Context(), 1)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if n := s.Snapshot().Text.N(); n < last {
			t.Fatalf("round %d: %d revisions were acknowledged, %d are there", round, last, n)
		}
		if last > 0 {
			before := text(s)
			if _, _, err := s.Undo(); err != nil || text(s) == before {
				t.Fatalf("round %d: undo did nothing: %v", round, err)
			}
			if _, _, err := s.Redo(); err != nil || text(s) != before {
				t.Fatalf("round %d: redo did not bring it back: %v", round, err)
			}
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if found := faults(t, d); found != "" {
			t.Fatalf("round %d: %s", round, found)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if left := leftovers(t, filepath.Dir(path)); left != "" {
			t.Fatalf("round %d: left %s", round, left)
		}
	}
	t.Logf("%d of %d had acknowledged something", acknowledged, many(t, kills))
}

// leftovers are the hidden files in a folder.
func leftovers(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			all = append(all, e.Name())
		}
	}
	return strings.Join(all, " ")
}

// TestKilledImporting: every page that was acknowledged is there, and no half one.
func TestKilledImporting(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are killed")
	}
	path := onePage(t, sample.Issues()[0].Pages[1].Raw)
	rnd := rand.New(rand.NewPCG(4, 6))
	last := 0
	for round := range many(t, kills) {
		if said := killed(t, child("import", path), round%3, moment(rnd, within(round%3, 300))); said != "" {
			if _, err := fmt.Sscan(said, &last); err != nil {
				t.Fatal(said)
			}
		}
		d, err := desk.Open(t.Context(), path, desk.Options{Existing: true, Reading: true})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if n, err := pagesOf(t.Context(), d); err != nil || n < last {
			t.Fatalf("round %d: %d pages were acknowledged, %d are there (%v)", round, last, n, err)
		}
		if round%8 == 7 {
			if found := faults(t, d); found != "" {
				t.Fatalf("round %d: %s", round, found)
			}
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKilledExporting: a file that has its name is whole, and the next export takes leftovers away.
func TestKilledExporting(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are killed")
	}
	path, folder := onePage(t, sample.Issues()[0].Pages[1].Raw), t.TempDir()
	d := open(t, path, desk.Options{Existing: true, Reading: true})
	leaf, err := d.Leaf(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	want, err := d.ExportIssue(t.Context(), leaf.Issue, desk.Exporting{Format: "html"})
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(5, 7))
	for round := range many(t, kills) {
		killed(t, child("export", path, folder), round%3, moment(rnd, within(round%3, 60)))
		files, err := filepath.Glob(filepath.Join(folder, "*.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if b, err := os.ReadFile(f); err != nil || string(b) != string(want.Bytes) {
				t.Fatalf("round %d: %s is not whole: %v", round, f, err)
			}
			if err := os.Remove(f); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.Write(t.Context(), filepath.Join(folder, "next.html"), want, true); err != nil {
			t.Fatal(err)
		}
		if left := leftovers(t, folder); left != "" {
			t.Fatalf("round %d: left %s", round, left)
		}
	}
}

// TestKilledBackingUp: a backup that has its name is whole and sound.
func TestKilledBackingUp(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are killed")
	}
	path, folder := onePage(t, sample.Issues()[0].Pages[1].Raw), t.TempDir()
	rnd := rand.New(rand.NewPCG(6, 8))
	for round := range many(t, kills) {
		killed(t, child("back up", path, folder), round%3, moment(rnd, within(round%3, 60)))
		opens(t, fmt.Sprint("round ", round), folder, "*.qingyang", 1)
	}
	if d := open(t, path, desk.Options{}); faults(t, d) != "" {
		t.Error("the library is unsound")
	}
}

// opens wants every library in a folder to open, to have so many pages and to be sound, and nothing to be
// left behind then; the libraries are removed.
func opens(t *testing.T, when, folder, pattern string, pages int) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		d, err := desk.Open(t.Context(), f, desk.Options{Name: "沈校", Existing: true})
		if err != nil {
			t.Fatalf("%s: %s: %v", when, f, err)
		}
		if n, err := pagesOf(t.Context(), d); err != nil || n != pages {
			t.Fatalf("%s: %s has %d pages, want %d (%v)", when, f, n, pages, err)
		}
		if found := faults(t, d); found != "" {
			t.Fatalf("%s: %s", when, found)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) == 0 { // the next start is another one
		d, err := desk.Open(t.Context(), filepath.Join(folder, "next.qingyang"), desk.Options{Name: "沈校"})
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if left := leftovers(t, folder); left != "" {
		t.Fatalf("%s: left %s", when, left)
	}
	all, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKilledCreating: a library that has its name is whole, and the path can be used.
func TestKilledCreating(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are killed")
	}
	folder := t.TempDir()
	rnd := rand.New(rand.NewPCG(7, 9))
	for round := range many(t, kills) {
		killed(t, child("create", folder), round%3, moment(rnd, within(round%3, 60)))
		opens(t, fmt.Sprint("round ", round), folder, "*.qingyang", 0)
	}
}

// TestKilledMigrating: a library of an earlier version has all its pages, in that version or the present one,
// and what was copied before is whole.
func TestKilledMigrating(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are killed")
	}
	old, folder := older(t), t.TempDir()
	rnd := rand.New(rand.NewPCG(8, 10))
	for round := range many(t, kills) {
		killed(t, child("migrate", old, folder), round%3, moment(rnd, within(round%3, 60)))
		opens(t, fmt.Sprint("round ", round), folder, "m*.qingyang", 1)
	}
}
