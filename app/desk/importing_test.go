package desk

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"qingyang/app/folder"
	"qingyang/app/record"
	"qingyang/app/sample"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/store"
)

func openLibrary(t *testing.T, path string) *Desk {
	t.Helper()
	d, err := Open(t.Context(), path, Options{Name: "沈小禾"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// rawOf is the raw text of a page, as it is read when it is opened.
func rawOf(t *testing.T, d *Desk, page session.PageID) source.Raw {
	t.Helper()
	s, err := d.OpenPage(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	return s.Raw
}

// A page is read again as it was read when it came in, though the reader of its file has become another since; and so
// is one of a library that kept no such thing yet, from its rebuilding on.
func TestReaderBecomesAnother(t *testing.T) {
	twoPages(t)
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	done, bad, err := d.Import(t.Context(), []File{{Name: "a.two", Bytes: []byte(twoPagesFile)}}, Importing{}, nil)
	if err != nil || len(bad) > 0 || len(done) != 2 {
		t.Fatal(done, bad, err)
	}
	pdf, err := os.ReadFile("../sample/pages/weigang-614-1.pdf")
	if err != nil {
		t.Fatal(err)
	}
	printed, bad, err := d.Import(t.Context(), []File{{Name: "a.pdf", Bytes: pdf}}, Importing{}, nil)
	if err != nil || len(bad) > 0 || len(printed) != 1 {
		t.Fatal(printed, bad, err)
	}
	var before []source.Raw
	for _, p := range append(done, printed...) {
		before = append(before, rawOf(t, d, p.Leaf.ID))
	}
	drop, err := sql.Open("sqlite", d.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer drop.Close()
	if _, err := drop.Exec("DROP TRIGGER raw_delete; DELETE FROM raw WHERE page = 1"); err != nil {
		t.Fatal(err)
	}
	if bad, err := d.Rebuild(t.Context(), nil); err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	source.Readers[0].Read = func(context.Context, []byte, source.Options) ([]source.Raw, error) {
		return nil, errors.New("this version reads it in another way")
	}
	for k := range source.Readers {
		if source.Readers[k].Media == source.PDF {
			source.Readers[k].Read = source.Readers[0].Read
		}
	}
	for i, p := range append(done, printed...) {
		now := rawOf(t, d, p.Leaf.ID)
		before[i].Detected = now.Detected // chosen and found are one to a library's page
		if !reflect.DeepEqual(now, before[i]) {
			t.Errorf("page %d is now\n%+v\nand was\n%+v", i, now, before[i])
		}
	}
}

// TestImportOfPages: the pages of one file come in under their numbers in it, and are read from there
// again; those that are in the library already are left out.
func TestImportOfPages(t *testing.T) {
	twoPages(t)
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	file := File{Name: "a.two", Bytes: []byte(twoPagesFile), Place: folder.Place{Page: 5}}
	done, bad, err := d.Import(t.Context(), []File{file}, Importing{}, nil)
	if err != nil || len(bad) > 0 || len(done) != 2 {
		t.Fatal(done, bad, err)
	}
	for i, want := range []string{"早班渡船提前开", "竹筐采茶成风"} {
		raw := rawOf(t, d, done[i].Leaf.ID)
		if raw.Part != i+1 || raw.Media != "application/x-two" || !strings.HasPrefix(string(raw.Text), want) || done[i].Leaf.Number != 5+i {
			t.Errorf("page %d is part %d: %q", done[i].Leaf.Number, raw.Part, string(raw.Text))
		}
	}
	if again, bad, _ := d.Import(t.Context(), []File{file}, Importing{}, nil); len(again) != 0 || len(bad) != 1 {
		t.Errorf("imported twice: %v %v", again, bad)
	}
	if err := d.lib.HidePage(t.Context(), store.PageID(done[1].Leaf.ID), true); err != nil {
		t.Fatal(err)
	}
	rest, bad, err := d.Import(t.Context(), []File{file}, Importing{}, nil)
	if err != nil || len(bad) > 0 || len(rest) != 1 || rawOf(t, d, rest[0].Leaf.ID).Part != 2 || rest[0].Leaf.Number != 6 {
		t.Errorf("the page that was missing: %v %v %v", rest, bad, err)
	}
	if again, bad, err := d.Import(t.Context(), []File{file}, Importing{Again: true}, nil); len(again) != 2 || len(bad) > 0 || err != nil {
		t.Errorf("asked to import it again: %v %v %v", again, bad, err)
	}
}

// TestImportReadsPaths: files are read when their turn comes; what is no file is a problem of its own.
func TestImportReadsPaths(t *testing.T) {
	dir := t.TempDir()
	d := openLibrary(t, filepath.Join(dir, "p.qingyang"))
	page := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	done, bad, err := d.Import(t.Context(), []File{
		{Name: "none", Path: filepath.Join(dir, "none")}, {Name: "folder", Path: dir}, {Name: "a.txt", Path: page},
	}, Importing{}, nil)
	if err != nil || len(done) != 1 || len(bad) != 2 {
		t.Fatal(done, bad, err)
	}
	if string(rawOf(t, d, done[0].Leaf.ID).Bytes) != string(sample.Issues()[0].Pages[0].Raw) {
		t.Error("the page is not what the file had")
	}
}

// TestImportAtOnce: of several programs that import the same files at the same time, one brings each
// page in, and the others say that it is there.
func TestImportAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.qingyang")
	var desks []*Desk
	for range 4 {
		desks = append(desks, openLibrary(t, path))
	}
	var files []File
	for i := range 6 {
		files = append(files, File{Name: fmt.Sprintf("%d.txt", i+1), Bytes: fmt.Appendf(nil, "早班渡船提前开\n\n本报讯 渡口今天添了%d盏灯。\n", i+2)})
	}
	var all sync.WaitGroup
	done, bad := make([]int, len(desks)), make([][]error, len(desks))
	for i, d := range desks {
		all.Go(func() {
			pages, problems, err := d.Import(t.Context(), files, Importing{}, nil)
			if err != nil {
				t.Error(err)
			}
			done[i], bad[i] = len(pages), problems
		})
	}
	all.Wait()
	sum := 0
	for i := range desks {
		sum += done[i]
		if done[i]+len(bad[i]) != len(files) {
			t.Errorf("program %d imported %d and has %d problems", i, done[i], len(bad[i]))
		}
		for _, err := range bad[i] {
			if !strings.Contains(err.Error(), "was imported before") {
				t.Error(err)
			}
		}
	}
	if sum != len(files) {
		t.Errorf("%d files became %d pages", len(files), sum)
	}
}

// TestSourceOfAnEarlierVersion: what was imported as text when nobody recognised its format still opens.
func TestSourceOfAnEarlierVersion(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	const data = `<?xml version="1.0"?><data><line text="渡船早班"/></data>`
	if _, err := source.Read(t.Context(), []byte(data), source.Options{}); !errors.Is(err, source.ErrFormat) {
		t.Fatal("it would be read as text today:", err)
	}
	paper, err := d.lib.AddPublication(t.Context(), "渡口报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := d.lib.AddIssue(t.Context(), paper, "1", "")
	if err != nil {
		t.Fatal(err)
	}
	page, _, err := d.lib.AddPage(t.Context(), store.NewPage{
		Issue: issue, Number: 1, Source: store.Source{Name: "a.xml", Media: source.PlainText, Encoding: "UTF-8", Bytes: []byte(data), Read: d.clock.Now()},
	})
	if err != nil {
		t.Fatal(err)
	}
	if raw := rawOf(t, d, session.PageID(page)); string(raw.Text) != data {
		t.Errorf("it reads %q", string(raw.Text))
	}
}

// TestProblemsOfImport: a full disk is no promise of saving again, and what nobody worded has words.
func TestProblemsOfImport(t *testing.T) {
	full := record.Problem("p.qingyang", fmt.Errorf("add a page: %w", store.ErrFull))
	for _, err := range []error{full, errors.New("odd")} {
		var p *say.Problem
		if !errors.As(notImported("a.txt", err), &p) || p.Subject != "a.txt" || !errors.Is(p, err) || p.Do.ZH == "" ||
			strings.Contains(p.In(say.English), "again by itself") || strings.Contains(p.In(say.Chinese), "自动") {
			t.Errorf("%v is said as %q", err, p.In(say.English))
		}
	}
	var p *say.Problem
	if errors.As(notImported("a.txt", full), &p); !strings.Contains(p.What.EN, "disk is full") || !strings.Contains(p.Do.EN, "import it again") {
		t.Errorf("a full disk is said as %q", p.In(say.English))
	}
}
