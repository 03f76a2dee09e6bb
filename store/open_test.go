package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"qingyang/store"
)

// shell is a connection as the sqlite3 shell has one.
func shell(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func run(t *testing.T, db *sql.DB, queries ...string) {
	t.Helper()
	for _, q := range queries {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
}

// TestPageSize: the page size of new libraries is in force, of a file with nothing in it too.
func TestPageSize(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.qingyang")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(t.TempDir(), "new.qingyang"), empty} {
		l, err := store.Create(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		var size int
		if err := shell(t, path).QueryRow("PRAGMA page_size").Scan(&size); err != nil || size != 8192 {
			t.Errorf("page size %d (%v)", size, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("a new library is for its owner: %v %v", info.Mode(), err)
		}
		if files := filesIn(t, filepath.Dir(path)); strings.Contains(files, "work") {
			t.Errorf("left behind: %s", files)
		}
	}
}

// TestNothingYet: a file of 0 bytes and a database without tables are no libraries yet, and become one.
func TestNothingYet(t *testing.T) {
	for name, make := range map[string]func(path string){
		"0 bytes": func(path string) {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		},
		"no tables": func(path string) { run(t, shell(t, path), "PRAGMA journal_mode=WAL", "VACUUM") },
		"killed before the first migration was in the file": func(path string) {
			db := shell(t, path)
			run(t, db, "PRAGMA journal_mode=WAL", "CREATE TABLE t (a); DROP TABLE t")
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.qingyang")
			make(path)
			if l, err := store.Open(t.Context(), path); !errors.Is(err, store.ErrEmpty) || l != nil {
				t.Fatalf("opening says %v", err)
			}
			l, err := store.Create(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			addPage(t, l, "2024-11-08", "渡口的灯")
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			l, err = store.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			if p, err := l.Page(t.Context(), 1); err != nil || p.Revisions != 1 {
				t.Errorf("%+v %v", p, err)
			}
			if _, err := store.Create(t.Context(), path); !errors.Is(err, store.ErrExists) {
				t.Errorf("made once more: %v", err)
			}
		})
	}
}

// TestCreatedAtOnce: many make the same library at the same time; one makes it, the others are told that
// it is there, and all work in the same one.
func TestCreatedAtOnce(t *testing.T) {
	for _, empty := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "x.qingyang")
		if empty {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		var wg sync.WaitGroup
		const programs = 8
		for k := range programs {
			wg.Go(func() {
				l, err := store.Create(context.Background(), path)
				if errors.Is(err, store.ErrExists) {
					l, err = store.Open(context.Background(), path)
				}
				if err != nil {
					t.Error(err)
					return
				}
				defer l.Close()
				if _, err := l.AddPerson(context.Background(), fmt.Sprint("校对", k)); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		l, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if people, err := l.People(t.Context()); err != nil || len(people) != programs {
			t.Errorf("%d people, want %d (%v)", len(people), programs, err)
		}
	}
}

// TestForeignLog: a log that was left at the name of a new library, or of a backup, is not worked into it,
// and is kept.
func TestForeignLog(t *testing.T) {
	folder := t.TempDir()
	old, err := store.Create(t.Context(), filepath.Join(folder, "old.qingyang"))
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	addPage(t, old, "2024-11-08", "渡口的灯")
	log, err := os.ReadFile(old.Path() + "-wal")
	if err != nil || len(log) == 0 {
		t.Fatal("the library has no log", err)
	}
	for name, make := range map[string]func(path string) error{
		"new": func(path string) error {
			l, err := store.Create(t.Context(), path)
			if err != nil {
				return err
			}
			return l.Close()
		},
		"backup": func(path string) error { return old.Backup(t.Context(), path) },
	} {
		path := filepath.Join(folder, name+".qingyang")
		if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := make(path); err != nil {
			t.Fatal(err)
		}
		l, err := store.OpenToRead(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if faults, err := l.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
			t.Errorf("%s: %v %v", name, faults, err)
		}
		people, err := l.Publications(t.Context())
		if want := map[string]int{"new": 0, "backup": 1}[name]; err != nil || len(people) != want {
			t.Errorf("%s: %d publications, want %d (%v)", name, len(people), want, err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
		if kept, err := os.ReadFile(path + "-wal.1"); err != nil || !bytes.Equal(kept, log) {
			t.Errorf("%s: the log was not kept: %v", name, err)
		}
	}
}

// TestNewerInTheLog: a version that only the log says is refused as well, and nothing is written.
func TestNewerInTheLog(t *testing.T) {
	l := create(t)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	db := shell(t, l.Path())
	run(t, db, "PRAGMA user_version = 99", "CREATE TABLE future (x)")
	for _, open := range []func(context.Context, string) (*store.Library, error){store.Open, store.OpenToRead} {
		if l, err := open(t.Context(), l.Path()); !errors.Is(err, store.ErrNewer) {
			t.Errorf("%v %v", l, err)
		}
	}
	var version int
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != 99 {
		t.Errorf("version %d %v", version, err)
	}
}

// TestReadingTakesNoLock: while another program writes, and keeps its lock, all reading goes on.
func TestReadingTakesNoLock(t *testing.T) {
	l := create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	run(t, shell(t, l.Path()), "BEGIN IMMEDIATE", "INSERT INTO setting VALUES ('a', 'b')")
	reader, err := store.OpenToRead(t.Context(), l.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if hits, err := reader.Search(t.Context(), "渡口", 9); err != nil || len(hits) != 1 {
		t.Errorf("%v %v", hits, err)
	}
	if faults, err := reader.Verify(t.Context(), nil); err != nil || len(faults) != 0 {
		t.Errorf("%v %v", faults, err)
	}
	if rows, err := reader.Revisions(t.Context(), page, 1); err != nil || len(rows) != 1 {
		t.Errorf("%v %v", rows, err)
	}
	if err := reader.Backup(t.Context(), filepath.Join(t.TempDir(), "copy")); err != nil {
		t.Error(err)
	}
}

// TestCancelledIsNotDamage, and neither is a lack of files to open.
func TestCancelledIsNotDamage(t *testing.T) {
	l := create(t)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.Open(ctx, l.Path()); !errors.Is(err, store.ErrCancelled) || !errors.Is(err, context.Canceled) || errors.Is(err, store.ErrDamaged) {
		t.Error(err)
	}
}

// TestNotThere: what is not in a library is ErrNotFound, whatever is asked for.
func TestNotThere(t *testing.T) {
	ctx, l := t.Context(), create(t)
	_, issueErr := func() (store.Issue, error) { i, _, err := l.Issue(ctx, 9); return i, err }()
	_, pageErr := l.Page(ctx, 9)
	_, sourceErr := l.PageSource(ctx, 9)
	_, profileErr := l.Profile(ctx, 9)
	for name, err := range map[string]error{
		"issue": issueErr, "page": pageErr, "source": sourceErr, "profile": profileErr,
		"rename": l.RenamePerson(ctx, 9, "a"), "hide": l.HidePage(ctx, 9, true), "set profile": l.SetProfile(ctx, 9, ""),
	} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// filesIn are the names of the files in a folder and their sizes.
func filesIn(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%s %d", e.Name(), info.Size()))
	}
	return strings.Join(all, ", ")
}

// TestClosed: what is asked of a closed library is an error.
func TestClosed(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	_, read := l.Revisions(ctx, page, 1)
	_, verify := l.Verify(ctx, nil)
	for name, err := range map[string]error{
		"read": read, "verify": verify, "write": l.SetSetting(ctx, "a", "b"), "repair": l.Repair(ctx),
		"copy": l.Backup(ctx, filepath.Join(t.TempDir(), "b")), "look": l.At(ctx, func(store.View) error { return nil }),
	} {
		if err == nil {
			t.Errorf("%s is no error", name)
		}
	}
}
