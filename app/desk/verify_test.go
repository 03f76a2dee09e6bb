package desk_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/store"
)

// worked makes a library of two pages, the second one hidden, with edits by a person; it is closed.
func worked(t *testing.T) (path string) {
	t.Helper()
	path = newLibrary(t)
	d, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	var files []desk.File
	for _, p := range sample.Issues()[0].Pages[:2] {
		files = append(files, desk.File{Name: p.File, Bytes: p.Raw})
	}
	if _, bad, err := d.Import(t.Context(), files, desk.Importing{}, nil); err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	for page := session.PageID(1); page <= 2; page++ {
		s, err := d.OpenPage(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			if _, _, err := s.Replace(bulletin.Place{Block: 1, Off: 1}, bulletin.Place{Block: 1, Off: 2}, "字"); err != nil {
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
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	lib, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{lib.HidePage(t.Context(), 2, true), lib.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// TestVerifySeesEveryColumn: whatever column of a derived table differs from the replay is seen, hidden
// pages too, and a rebuild puts it right.
func TestVerifySeesEveryColumn(t *testing.T) {
	sound, err := os.ReadFile(worked(t))
	if err != nil {
		t.Fatal(err)
	}
	const last = " WHERE page = 2 AND n = (SELECT max(n) FROM correction WHERE page = 2)"
	for _, c := range []struct{ do, want string }{
		{"UPDATE correction SET time = '2001-01-01T00:00:00.000Z'" + last, "corrections"},
		{"UPDATE correction SET time = 'bad'" + last, "corrections"},
		{"UPDATE correction SET place = place + 1" + last, "corrections"},
		{"UPDATE correction SET left_of = 'x'" + last, "corrections"},
		{"UPDATE correction SET right_of = 'x'" + last, "corrections"},
		{"UPDATE correction SET origin = origin + 1" + last, "corrections"},
		{"UPDATE correction SET idx = idx + 1" + last, "corrections"},
		{"UPDATE correction SET before = 'x'" + last, "corrections"},
		{"UPDATE correction SET after = 'x'" + last, "corrections"},
		{"UPDATE correction SET kind = 'x'" + last, "corrections"},
		{"UPDATE correction SET counts = 1 - counts" + last, "corrections"},
		{"UPDATE correction SET ops = '9'" + last, "corrections"},
		{"UPDATE correction SET ops = 'bad'" + last, "corrections"},
		{"UPDATE correction SET person = NULL, rule = 'S1'" + last, "corrections"},
		{"DELETE FROM correction" + last, "corrections"},
		{"UPDATE card SET name = 'x' WHERE page = 2", "articles"},
		{"UPDATE card SET text = text || 'x' WHERE page = 2 AND k = 1", "articles"},
		{"UPDATE card SET origin = 9 WHERE page = 2 AND k = 1", "articles"},
		{"UPDATE card SET idx = idx + 1 WHERE page = 2 AND k = 1", "articles"},
		{"UPDATE card SET blocks = blocks + 1 WHERE page = 2 AND k = 1", "articles"},
		{"UPDATE card SET characters = 0 WHERE page = 2 AND k = 1", "articles"},
		{"DELETE FROM card WHERE page = 2 AND k = 1", "articles"},
		{"DELETE FROM gram", "the search"},
		{"DROP TABLE gram", "gram"},
		{"DROP VIEW correction_readable", "correction_readable"},
	} {
		t.Run(c.do, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.qingyang")
			if err := os.WriteFile(path, sound, 0o600); err != nil {
				t.Fatal(err)
			}
			db, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(c.do); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			d := open(t, path, desk.Options{})
			if found := faults(t, d); !strings.Contains(found, c.want) {
				t.Errorf("found %q, want %q in it", found, c.want)
			}
			if bad, err := d.Rebuild(t.Context(), nil); err != nil || len(bad) > 0 {
				t.Fatal(bad, err)
			}
			if found := faults(t, d); found != "" {
				t.Errorf("after the rebuild: %q", found)
			}
			if hits, err := d.Search(t.Context(), "菱河", 5); err != nil || len(hits) == 0 {
				t.Errorf("the search finds %v %v", hits, err)
			}
		})
	}
}

// faults are all faults of a library in English, a line each.
func faults(t *testing.T, d *desk.Desk) string {
	t.Helper()
	all, err := d.Verify(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range all {
		b.WriteString(f.Subject + ": " + f.What.In(say.English) + "\n")
	}
	return b.String()
}

// TestRebuildGoesOn: a page that cannot be replayed does not keep the others from being put right.
func TestRebuildGoesOn(t *testing.T) {
	path := worked(t)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("DROP TRIGGER revision_update; UPDATE revision SET ops = x'ff' WHERE page = 1 AND n = 3; DELETE FROM card WHERE page = 2"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	d := open(t, path, desk.Options{})
	bad, err := d.Rebuild(t.Context(), nil)
	if err != nil || len(bad) != 1 || !strings.Contains(say.Error(bad[0], say.English), "history") {
		t.Errorf("%v %v", bad, err)
	}
	if cards, err := d.Cards(t.Context(), 2); err != nil || len(cards) == 0 {
		t.Errorf("page 2 has %d articles (%v)", len(cards), err)
	}
}
