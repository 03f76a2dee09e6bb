package store_test

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"qingyang/store"
)

// older makes a library as version v made them, with a page of two revisions, a signature, and what else
// that version knew.
func older(t *testing.T, path string, v int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	exec := func(q string, args ...any) {
		t.Helper()
		if _, err := db.Exec(q, args...); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	exec("PRAGMA journal_mode = WAL")
	for n := 1; n <= v; n++ {
		b, err := os.ReadFile(fmt.Sprintf("schema%d.sql", n))
		if err != nil {
			t.Fatal(err)
		}
		exec(string(b))
	}
	exec(fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", v, 0x51594E47))
	text := []byte("渡口的灯\n亮了一夜")
	sum := sha256.Sum256(text)
	exec("INSERT INTO person (name) VALUES ('沈小禾')")
	exec("INSERT INTO publication (name) VALUES ('渡口报')")
	exec("INSERT INTO issue (publication, number, date) VALUES (1, '第3期', '2024-11-08')")
	exec("INSERT INTO page (issue, number, section) VALUES (1, 2, '要闻')")
	exec("INSERT INTO source (sha256, bytes) VALUES (?, ?)", sum[:], text)
	exec("INSERT INTO reading (page, source, name, media, encoding, chosen, time) VALUES (1, 1, '2.txt', 'text/plain', 'UTF-8', 0, '2024-11-08T01:02:03.004Z')")
	exec("INSERT INTO revision (page, n, grp, rule, time, round, note, ops) VALUES (1, 1, 1, 'L1', '2024-11-08T01:02:03.004Z', 0, '', x'01')")
	exec("INSERT INTO revision (page, n, grp, person, time, round, note, ops) VALUES (1, 2, 2, 1, '2024-11-08T01:02:04.000Z', 1, '注', x'0203')")
	exec("INSERT INTO signature (page, origin, idx, round, person, time) VALUES (1, 0, 4, 1, 1, '2024-11-08T01:02:05.000Z')")
	if v >= 3 {
		at := "2024-11-08T01:02:03.004Z"
		exec("DROP TRIGGER revision_update; DROP TRIGGER reading_update; DROP TRIGGER signature_update")
		exec("UPDATE revision SET sum = ? WHERE n = 1", store.SumOf(1, 1, 1, nil, "L1", at, 0, "", []byte{1}))
		exec("UPDATE revision SET sum = ? WHERE n = 2", store.SumOf(1, 2, 2, 1, nil, "2024-11-08T01:02:04.000Z", 1, "注", []byte{2, 3}))
		exec("UPDATE reading SET sum = ?", store.SumOf(1, sum[:], "2.txt", "text/plain", "UTF-8", 0, at, 0))
		exec("UPDATE signature SET sum = ?", store.SumOf(1, 0, 4, 1, 1, "2024-11-08T01:02:05.000Z"))
		for table, what := range map[string]string{"revision": "the log is append-only", "reading": "a reading never changes", "signature": "a signature never changes"} {
			exec("CREATE TRIGGER " + table + "_update BEFORE UPDATE ON " + table + " BEGIN SELECT raise(ABORT, '" + what + "'); END")
		}
	}
	if v >= 2 {
		exec("INSERT INTO seen (page, origin, idx, round, look, person, time) VALUES (1, 0, 4, 1, -5, 1, '2024-11-08T01:02:06.000Z')")
	}
}

// TestMigrates: a library of every earlier version is brought to the present one with all that it has, and
// a copy of before lies beside it, as that version made it.
func TestMigrates(t *testing.T) {
	for v := 1; v <= 6; v++ {
		t.Run(fmt.Sprint("from version ", v), func(t *testing.T) {
			ctx, folder := t.Context(), t.TempDir()
			path := filepath.Join(folder, "old.qingyang")
			older(t, path, v)
			if err := os.Chmod(path, 0o600); err != nil {
				t.Fatal(err)
			}
			l, err := store.Open(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			wantFormer := filepath.Join(folder, fmt.Sprintf("old-v%d.qingyang", v))
			if l.Former() != wantFormer {
				t.Errorf("the copy of before is at %q, want %q", l.Former(), wantFormer)
			}
			if info, err := os.Stat(wantFormer); err != nil {
				t.Error(err)
			} else if info.Mode().Perm() != 0o600 {
				t.Errorf("the copy may be read by others: %v", info.Mode())
			}
			former, err := sql.Open("sqlite", wantFormer)
			if err != nil {
				t.Fatal(err)
			}
			defer former.Close()
			var was, revisions int
			if err := former.QueryRow("SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM revision)").Scan(&was, &revisions); err != nil || was != v || revisions != 2 {
				t.Errorf("the copy is of version %d with %d revisions: %v", was, revisions, err)
			}
			rows, err := l.Revisions(ctx, 1, 1)
			if err != nil || len(rows) != 2 || rows[1].Note != "注" || rows[1].Person != 1 || rows[1].Round != 1 || string(rows[1].Ops) != "\x02\x03" {
				t.Errorf("revisions %+v %v", rows, err)
			}
			src, err := l.PageSource(ctx, 1)
			if err != nil || src.Part != 0 || src.Media != "text/plain" || string(src.Bytes) != "渡口的灯\n亮了一夜" {
				t.Errorf("source %+v %v", src, err)
			}
			if states, err := l.States(ctx, 1); err != nil || states[[2]int32{0, 4}] != 1 {
				t.Errorf("signatures %v %v", states, err)
			}
			if _, ok, err := l.Account(ctx, 1); ok || err != nil {
				t.Errorf("an account that nobody wrote: %v", err)
			}
			if v >= 2 {
				if seen, err := l.SeenOf(ctx, 1); err != nil || !slices.Equal(seen, []store.Seen{{Index: 4, Round: 1, Look: -5}}) {
					t.Errorf("seen %v %v", seen, err)
				}
			}
			next := revision(3, 1)
			if err := l.Append(ctx, 1, store.Step{Revisions: []store.Revision{next}, Account: &store.Account{N: 3, Format: 1, Body: []byte("{}")}}); err != nil {
				t.Error(err)
			}
			if faults, err := l.Verify(ctx, nil); err != nil || len(faults) > 0 {
				t.Errorf("%v %v", faults, err)
			}
			again, err := store.Open(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer again.Close()
			if again.Former() != "" {
				t.Errorf("a second copy at %s", again.Former())
			}
		})
	}
}

// TestSchemaIsTheSame: a library that was brought to the present version is made like a new one.
func TestSchemaIsTheSame(t *testing.T) {
	read := func(path string) (all []string) {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		rows, err := db.Query("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				t.Fatal(err)
			}
			all = append(all, s)
		}
		return all
	}
	want := read(create(t).Path())
	for v := 1; v <= 6; v++ {
		path := filepath.Join(t.TempDir(), "old.qingyang")
		older(t, path, v)
		l, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if got := read(path); !slices.Equal(got, want) {
			t.Errorf("from version %d:\n%q\nwant\n%q", v, got, want)
		}
	}
}

// TestMigratesWhileTheLogIsNotMerged: the file says one version, its log the next one. A second program
// that opens it meanwhile makes neither a second copy nor an error.
func TestMigratesWhileTheLogIsNotMerged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.qingyang")
	older(t, path, 2)
	reader, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	reader.SetMaxOpenConns(1)
	if _, err := reader.Exec("BEGIN; SELECT count(*) FROM page"); err != nil { // keeps the log from being merged
		t.Fatal(err)
	}
	first, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if first.Former() == "" || second.Former() != "" {
		t.Errorf("copies at %q and %q", first.Former(), second.Former())
	}
	if _, err := second.AddPerson(t.Context(), "校对"); err != nil {
		t.Error(err)
	}
}

// TestFormerCopiesAreKept: a name that is taken is left alone.
func TestFormerCopiesAreKept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "old.qingyang")
	taken := filepath.Join(folder, "old-v2.qingyang")
	older(t, path, 2)
	if err := os.WriteFile(taken, []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if want := filepath.Join(folder, "old-v2-2.qingyang"); l.Former() != want {
		t.Errorf("the copy is at %q, want %q", l.Former(), want)
	}
	if b, err := os.ReadFile(taken); err != nil || string(b) != "something else" {
		t.Errorf("a file was overwritten: %q %v", b, err)
	}
}

// TestSeen: what is known of a block before is replaced.
func TestSeen(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	person, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	want := store.Seen{Index: 3, Round: 1, Look: -5}
	if err := l.AddSeen(ctx, page, []store.Seen{{Index: 3, Round: 1, Look: 9}, want}, person, time.Now()); err != nil {
		t.Fatal(err)
	}
	if got, err := l.SeenOf(ctx, page); err != nil || len(got) != 1 || got[0] != want {
		t.Errorf("%v %v, want %v", got, err, want)
	}
}
