package desk_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/store"
)

// TestReadingLeavesNoName: who only reads is not written down, and needs no lock that others write under.
func TestReadingLeavesNoName(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{Name: "沈校"})
	withPage(t, d)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN IMMEDIATE; INSERT INTO setting VALUES ('a', 'b')"); err != nil {
		t.Fatal(err)
	}
	reader, err := desk.Open(t.Context(), path, desk.Options{Name: "来客", Existing: true, Reading: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if reader.Notice() != nil {
		t.Errorf("said of a library that was opened to be read: %v", reader.Notice())
	}
	people, err := reader.People(t.Context())
	if err != nil || len(people) != 1 {
		t.Errorf("people %v %v", people, err)
	}
	s, err := reader.OpenPage(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	before := text(s)
	_, _, err = s.Replace(bulletin.Place{}, bulletin.Place{}, "字")
	var p *say.Problem
	if !errors.As(err, &p) || !errors.Is(err, store.ErrReadOnly) || text(s) != before {
		t.Errorf("an edit of a library that can only be read: %v", err)
	}
}

// TestMigrationIsSaid: where the copy of before lies is said, once.
func TestMigrationIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.qingyang")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for v := 1; v <= 2; v++ {
		b, err := os.ReadFile(fmt.Sprintf("../../store/schema%d.sql", v))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(string(b)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec("PRAGMA user_version = 2; PRAGMA application_id = 0x51594E47"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	d := open(t, path, desk.Options{})
	if notice := d.Notice(); notice == nil || !strings.Contains(say.Error(notice, say.English), "old-v2.qingyang") {
		t.Errorf("the notice is %v", notice)
	}
	again := open(t, path, desk.Options{})
	if again.Notice() != nil {
		t.Errorf("said once more: %v", again.Notice())
	}
}

// TestAllTroublesAreWorded: whatever the store says reaches people as a sentence in both languages, without
// a word of SQLite's or the system's.
func TestAllTroublesAreWorded(t *testing.T) {
	cause := errors.New("disk I/O error (4874) SQLITE_IOERR no such table: gram sql: no rows in result set")
	han, raw := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`(?i)sql|I/O error|no rows|errno`)
	for _, kind := range []error{
		store.ErrNotLibrary, store.ErrEmpty, store.ErrNewer, store.ErrDamaged, store.ErrReadOnly, store.ErrFull, store.ErrExists,
		store.ErrGone, store.ErrBusy, store.ErrIO, store.ErrTooMany, store.ErrCancelled, store.ErrStale, store.ErrNotFound,
		store.ErrSwallowed, os.ErrNotExist, errors.New("unforeseen"),
	} {
		err := record.Problem("a.qingyang", fmt.Errorf("open a.qingyang: %w", errors.Join(kind, cause)))
		var p *say.Problem
		if !errors.As(err, &p) || p.Do.Zero() || !errors.Is(err, kind) {
			t.Errorf("%v is %#v", kind, err)
			continue
		}
		zh, en := say.Error(err, say.Chinese), say.Error(err, say.English)
		if !han.MatchString(zh) || han.MatchString(en) || raw.MatchString(zh) || raw.MatchString(en) {
			t.Errorf("%v is worded %q, %q", kind, zh, en)
		}
		if again := record.Problem("b", err); again != err {
			t.Errorf("worded twice: %v", again)
		}
	}
}
