package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"qingyang/store"
)

func create(t testing.TB) *store.Library {
	t.Helper()
	l, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "test.qingyang"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func addPage(t testing.TB, l *store.Library, date, text string) store.PageID {
	t.Helper()
	ctx := context.Background()
	pub, err := l.AddPublication(ctx, "青禾日报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := l.AddIssue(ctx, pub, "", date)
	if err != nil {
		t.Fatal(err)
	}
	b := []byte(text)
	id, _, err := l.AddPage(ctx, store.NewPage{
		Issue: issue, Number: 1, Section: "要闻",
		Source: store.Source{SHA256: sha256.Sum256(b), Name: "1.txt", Media: "text/plain", Encoding: "UTF-8", Bytes: b, Read: time.Unix(0, 0)},
		Step: store.Step{
			Revisions:   []store.Revision{{N: 1, Group: 1, Rule: "L1", Time: time.Unix(0, 0), Ops: []byte{1}}},
			Corrections: []store.Correction{{Revision: 1, Ops: []int{0}, Kind: "join", Before: "\n", Rule: "L1", Time: time.Unix(0, 0), Counts: true}},
			Cards:       []store.Card{{Index: 7, Name: "标题", Characters: len([]rune(text)), Blocks: 1, Text: text}}, CardsKnown: true,
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func revision(n int, person int64) store.Revision {
	return store.Revision{N: n, Group: n, Person: person, Time: time.Unix(int64(n), 0), Ops: []byte{1, byte(n)}}
}

func TestRowsComeBack(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2022-03-04", "渡口修好了")
	who, err := l.AddPerson(ctx, "沈校")
	if err != nil {
		t.Fatal(err)
	}
	r := store.Revision{N: 2, Group: 2, Person: who, Time: time.Date(2022, 3, 4, 5, 6, 7, 8e6, time.UTC), Round: 1, Note: "注", Ops: []byte{1, 2, 3}}
	if err := l.Append(ctx, page, store.Step{
		Revisions: []store.Revision{r},
		Switched:  []store.Switch{{Revision: 1, K: 0, Counts: false}},
	}); err != nil {
		t.Fatal(err)
	}
	rows, err := l.Revisions(ctx, page, 2)
	if err != nil || len(rows) != 1 || fmt.Sprint(rows[0]) != fmt.Sprint(r) {
		t.Errorf("got %v, want %v (%v)", rows, r, err)
	}
	cs, err := l.StoredCorrections(ctx, page)
	if err != nil || len(cs) != 1 || cs[0].Counts || cs[0].Kind != "join" {
		t.Errorf("corrections %+v (%v)", cs, err)
	}
	src, err := l.PageSource(ctx, page)
	if err != nil || string(src.Bytes) != "渡口修好了" || src.Encoding != "UTF-8" {
		t.Errorf("source %+v (%v)", src, err)
	}
	if pages, ok, err := l.SourceBySHA(ctx, src.SHA256); err != nil || !ok || len(pages) != 1 || pages[0] != page {
		t.Error(pages, ok, err)
	}
	for part, want := range []bool{true, false} {
		if at, ok, err := l.PageOfPart(ctx, src.SHA256, part); err != nil || ok != want || ok && at != page {
			t.Errorf("part %d is page %d, %v (%v)", part, at, ok, err)
		}
	}
	if p, err := l.Page(ctx, page); err != nil || p.Revisions != 2 {
		t.Error(p, err)
	}
	if faults, err := l.Verify(ctx, nil); err != nil || len(faults) != 0 {
		t.Error(faults, err)
	}
}

func TestStaleAppendLeavesNothing(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2022-03-04", "正文")
	for _, n := range []int{1, 3} {
		r := revision(n, 0)
		r.Rule = "S1"
		err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{r}, Corrections: []store.Correction{{Revision: n, Kind: "space", Rule: "S1"}}})
		if !errors.Is(err, store.ErrStale) {
			t.Errorf("number %d: %v", n, err)
		}
	}
	if cs, err := l.StoredCorrections(ctx, page); err != nil || len(cs) != 1 {
		t.Error("a refused step left rows:", cs, err)
	}
}

func TestTriggersRefuse(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2022-03-04", "正文")
	addPage(t, l, "2022-03-05", "另一版")
	who, err := l.AddPerson(ctx, "沈校")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.SetState(ctx, page, 0, 7, 1, who, time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	r := revision(2, who)
	if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{r}, Account: &store.Account{N: 2, Format: 1, Body: []byte{1}}}); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", l.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, q := range []string{
		"UPDATE revision SET note = 'x'", "DELETE FROM revision",
		"UPDATE source SET bytes = x'00'", "DELETE FROM source",
		"UPDATE reading SET encoding = 'x'", "DELETE FROM reading", "DELETE FROM page",
		"INSERT INTO revision (page, n, grp, rule, time, round, note, ops) VALUES (1, 9, 9, 'S1', '', 0, '', x'')",
		"INSERT INTO revision (page, n, grp, time, round, note, ops) VALUES (1, 2, 2, '', 0, '', x'')",
		"UPDATE account SET body = x''", "DELETE FROM account", "UPDATE signature SET round = 3", "DELETE FROM signature",
		"DELETE FROM person", "UPDATE person SET id = 9", "UPDATE page SET id = 9",
		"INSERT OR REPLACE INTO source (id, sha256, bytes) VALUES (1, x'01', x'00')",
		"INSERT OR REPLACE INTO source (sha256, bytes) SELECT sha256, x'00' FROM source",
		"INSERT OR REPLACE INTO reading SELECT * FROM reading",
		"INSERT OR REPLACE INTO revision SELECT * FROM revision",
		"INSERT OR REPLACE INTO page SELECT * FROM page",
		"INSERT OR REPLACE INTO person SELECT id, 'x', created FROM person",
		"INSERT OR REPLACE INTO signature (rowid, page, origin, idx, round, person, time) SELECT rowid, page, origin, idx, 3, person, time FROM signature",
		"INSERT OR REPLACE INTO account SELECT * FROM account",
		"INSERT OR REPLACE INTO account (rowid, page, n, format, body, sum) SELECT rowid, page, 7, format, body, sum FROM account",
		"UPDATE OR REPLACE page SET id = 1",
	} {
		if _, err := db.ExecContext(t.Context(), q); err == nil {
			t.Errorf("allowed: %s", q)
		}
	}
}

func TestFailingOpenLeavesTheFile(t *testing.T) {
	ctx := t.Context()
	good := create(t)
	addPage(t, good, "2022-03-04", strings.Repeat("很长的一版。", 4000))
	if err := good.Close(); err != nil {
		t.Fatal(err)
	}
	library, err := os.ReadFile(good.Path())
	if err != nil {
		t.Fatal(err)
	}
	newer := append([]byte(nil), library...)
	newer[63] = 200
	garbage := append([]byte(nil), library...)
	for i := 8192 * 2; i < len(garbage)-8192; i++ {
		garbage[i] = byte(i * 7)
	}
	foreign := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(ctx, "CREATE TABLE t (a); INSERT INTO t VALUES (1)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		b    []byte
		want error
	}{
		{"a text", []byte(strings.Repeat("不是档案库", 200)), store.ErrNotLibrary},
		{"an empty file", nil, store.ErrNotLibrary},
		{"another program's database", other, store.ErrNotLibrary},
		{"a newer library", newer, store.ErrNewer},
		{"a truncated library", library[:len(library)/2], store.ErrDamaged},
		{"garbage pages", garbage, store.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "x.qingyang")
			if err := os.WriteFile(path, c.b, 0o600); err != nil {
				t.Fatal(err)
			}
			if l, err := store.Open(ctx, path); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
				if l != nil {
					_ = l.Close()
				}
			}
			if now, err := os.ReadFile(path); err != nil || string(now) != string(c.b) {
				t.Error("the file was changed")
			}
			if files, _ := os.ReadDir(folder); len(files) != 1 {
				t.Errorf("left files behind: %v", files)
			}
		})
	}
	if _, err := store.Open(ctx, t.TempDir()); !errors.Is(err, store.ErrNotLibrary) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := store.Open(ctx, filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := store.Create(ctx, good.Path()); !errors.Is(err, store.ErrExists) {
		t.Errorf("create over a file: %v", err)
	}
}

func TestTwoLibrariesLoseNothing(t *testing.T) {
	a := create(t)
	page := addPage(t, a, "2022-03-04", "正文")
	b, err := store.Open(t.Context(), a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	const each = 60
	var wg sync.WaitGroup
	stale := make([]int, 2)
	for k, l := range []*store.Library{a, b} {
		wg.Go(func() {
			who, err := l.AddPerson(context.Background(), fmt.Sprint("校对", k))
			if err != nil {
				t.Error(err)
				return
			}
			for done := 0; done < each; {
				p, err := l.Page(context.Background(), page)
				if err != nil {
					t.Error(err)
					return
				}
				err = l.Append(context.Background(), page, store.Step{Revisions: []store.Revision{revision(p.Revisions+1, who)}})
				switch {
				case err == nil:
					done++
				case errors.Is(err, store.ErrStale):
					stale[k]++
				default:
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	rows, err := a.Revisions(t.Context(), page, 1)
	if err != nil || len(rows) != 1+2*each {
		t.Errorf("%d revisions, want %d (%v)", len(rows), 1+2*each, err)
	}
}

func TestDataVersionChanges(t *testing.T) {
	a := create(t)
	b, err := store.Open(t.Context(), a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	before, err := a.DataVersion(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if same, err := a.DataVersion(t.Context()); err != nil || same != before {
		t.Error("changed without a reason", err)
	}
	if err := b.SetSetting(t.Context(), "k", "v"); err != nil {
		t.Fatal(err)
	}
	if after, err := a.DataVersion(t.Context()); err != nil || after == before {
		t.Error("did not notice the other library", err)
	}
}

func TestBackup(t *testing.T) {
	l := create(t)
	page := addPage(t, l, "2022-03-04", "渡口")
	to := filepath.Join(t.TempDir(), "copy.qingyang")
	if err := l.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	c, err := store.Open(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := c.Revisions(t.Context(), page, 1); err != nil || len(rows) != 1 {
		t.Error(rows, err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if err := l.Backup(t.Context(), to); !errors.Is(err, store.ErrExists) {
		t.Errorf("overwrote: %v", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(to)); len(files) != 1 {
		t.Errorf("left files behind: %v", files)
	}
}

func TestNamesAreKept(t *testing.T) {
	ctx, l := t.Context(), create(t)
	id, err := l.AddPerson(ctx, "旧名")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.RenamePerson(ctx, id, "新名"); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", l.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var old string
	if err := db.QueryRowContext(ctx, "SELECT name FROM person_name WHERE person = ?", id).Scan(&old); err != nil || old != "旧名" {
		t.Error(old, err)
	}
}

func TestIssuesAreFoundAgain(t *testing.T) {
	ctx, l := t.Context(), create(t)
	pub, err := l.AddPublication(ctx, "青禾日报")
	if err != nil {
		t.Fatal(err)
	}
	add := func(number, date string) int64 {
		id, err := l.AddIssue(ctx, pub, number, date)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	a := add("第7期", "2022-03-04")
	if b := add("", "2022-03-04"); b != a {
		t.Error("the date alone makes another issue")
	}
	if b := add("第7期", "2022-03-04"); b != a {
		t.Error("the same issue was made twice")
	}
	if b := add("第8期", "2022-03-04"); b == a {
		t.Error("another number is the same issue")
	}
	if b := add("第9期", ""); b == a {
		t.Error("another number without a date is the same issue")
	}
}
