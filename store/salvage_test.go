package store_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"qingyang/store"
)

// marked makes a library of some pages, closed. All that is of a page bears its mark in every hundred
// bytes, so that one can see in a block of the file whose it is.
func marked(t testing.TB, pages, revisions, size int) (path string) {
	t.Helper()
	ctx := t.Context()
	path = filepath.Join(t.TempDir(), "marked.qingyang")
	l, err := store.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	pub, err := l.AddPublication(ctx, "渡口报")
	if err != nil {
		t.Fatal(err)
	}
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	for k := 1; k <= pages; k++ {
		issue, err := l.AddIssue(ctx, pub, fmt.Sprintf("第%d期", (k+3)/4), "")
		if err != nil {
			t.Fatal(err)
		}
		s := sourceOf(strings.Repeat(mark(k)+"渡口的灯亮了一夜", size/36))
		s.Name = mark(k)
		step := store.Step{Cards: []store.Card{{Name: mark(k), Text: mark(k) + "渡口"}}, CardsKnown: true, Account: &store.Account{N: 1, Body: []byte(strings.Repeat(mark(k), 20))}}
		for n := 1; n <= revisions; n++ {
			r := revision(n, who)
			r.Note = strings.Repeat(mark(k), 1+n%7)
			step.Revisions = append(step.Revisions, r)
		}
		if _, _, err := l.AddPage(ctx, store.NewPage{Issue: issue, Number: k, Section: mark(k), Source: s, Step: step}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func mark(page int) string { return fmt.Sprintf("<page %03d>", page) }

// spoil damages a block of a file, in one of the ways in which disks do.
func spoil(b []byte, rnd *rand.Rand) string {
	from, to := 0, len(b)
	half := rnd.IntN(2) == 0
	if half {
		from = rnd.IntN(len(b) / 2)
		to = from + len(b)/2
	}
	switch rnd.IntN(3) {
	case 0:
		clear(b[from:to])
		return "zeros"
	case 1:
		for i := from; i < to; i++ {
			b[i] = byte(rnd.Uint32())
		}
		return "noise"
	}
	for i := from; i < to; i += 1 + rnd.IntN(400) {
		b[i] ^= byte(1 + rnd.IntN(255))
	}
	return "some bytes"
}

// readMarked opens a library of marked pages in which a block is damaged and wants every page of which
// nothing stood there, whole; what else is not whole must be named. It says how many pages are whole.
func readMarked(t testing.TB, path string, pages, revisions int, spoiled []byte) (whole int) {
	t.Helper()
	ctx := t.Context()
	l, err := store.OpenToRead(ctx, path)
	if err != nil {
		t.Errorf("it does not open: %v", err)
		return 0
	}
	defer l.Close()
	faults, err := l.Verify(ctx, nil)
	if err != nil {
		t.Errorf("verify: %v", err)
	}
	listed, err := l.AllPages(ctx)
	if err != nil {
		t.Errorf("list: %v", err)
	}
	for k := 1; k <= pages; k++ {
		page := store.PageID(k)
		err := func() error {
			if !slices.Contains(listed, page) {
				return errors.New("not listed")
			}
			src, err := l.PageSource(ctx, page)
			if err != nil {
				return err
			}
			if sha256.Sum256(src.Bytes) != src.SHA256 || src.Name != mark(k) {
				return errors.New("another source")
			}
			rows, err := l.Revisions(ctx, page, 1)
			if err != nil {
				return err
			}
			if len(rows) != revisions {
				return fmt.Errorf("%d revisions", len(rows))
			}
			for _, r := range rows {
				if r.Note != strings.Repeat(mark(k), 1+r.N%7) || string(r.Ops) != string([]byte{1, byte(r.N)}) || !r.Time.Equal(time.Unix(int64(r.N), 0)) {
					return fmt.Errorf("revision %d is %+v", r.N, r)
				}
			}
			return nil
		}()
		named := slices.ContainsFunc(faults, func(f store.Fault) bool { return f.Page == page })
		switch {
		case err == nil:
			whole++
		case !bytes.Contains(spoiled, []byte(mark(k))):
			t.Errorf("page %d is not whole though nothing of it was damaged: %v; faults %+v", k, err, faults)
		case !named:
			t.Errorf("page %d is not whole and not named: %v; faults %+v", k, err, faults)
		}
	}
	return whole
}

// TestEveryBlock damages each block of a library: what did not stand there is read.
func TestEveryBlock(t *testing.T) {
	if testing.Short() {
		t.Skip("many libraries are damaged, or many programs killed")
	}
	const pages, revisions = 12, 30
	sound, err := os.ReadFile(marked(t, pages, revisions, 9000))
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	const block = 8192
	whole, blocks := 0, len(sound)/block
	for n := range blocks {
		b := bytes.Clone(sound)
		was := bytes.Clone(b[n*block : (n+1)*block])
		how := spoil(b[n*block:(n+1)*block], rnd)
		path := filepath.Join(t.TempDir(), fmt.Sprintf("block %d %s", n+1, how))
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		whole += readMarked(t, path, pages, revisions, was)
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, b) {
			t.Errorf("block %d: the damaged file was changed", n+1)
		}
		if files := filesIn(t, filepath.Dir(path)); strings.Contains(files, ",") {
			t.Errorf("left beside it: %s", files)
		}
	}
	t.Logf("%d blocks, %d of %d pages whole", blocks, whole, pages*blocks)
}

// TestBlocksOfALargeLibrary does as TestEveryBlock with a library of which not all is looked through before
// it is opened.
func TestBlocksOfALargeLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("many libraries are damaged, or many programs killed")
	}
	const pages, revisions = 16, 40
	sound, err := os.ReadFile(marked(t, pages, revisions, 700_000))
	if err != nil {
		t.Fatal(err)
	}
	if len(sound) < 9<<20 {
		t.Fatalf("%d bytes are not large", len(sound))
	}
	db := shell(t, marked(t, pages, revisions, 700_000))
	var few []int // the blocks in which not only sources stand
	rows, err := db.Query("SELECT pageno FROM dbstat WHERE name <> 'source' OR pagetype <> 'overflow'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
		few = append(few, n-1)
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	const block = 8192
	whole, tried := 0, many(t, 12)
	path := filepath.Join(t.TempDir(), "large.qingyang")
	for k := range tried {
		n := rnd.IntN(len(sound) / block)
		if k%4 != 0 {
			n = few[rnd.IntN(len(few))]
		}
		b := bytes.Clone(sound)
		was := bytes.Clone(b[n*block : (n+1)*block])
		how := spoil(b[n*block:(n+1)*block], rnd)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		t.Logf("block %d: %s", n+1, how)
		whole += readMarked(t, path, pages, revisions, was)
	}
	t.Logf("%d of %d pages whole", whole, pages*tried)
}

// TestDamagedCanOnlyBeRead: a damaged library takes no edits, and a copy of what is sound can be made.
func TestDamagedCanOnlyBeRead(t *testing.T) {
	ctx := t.Context()
	path := marked(t, 12, 5, 9000)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	db := shell(t, path)
	for _, q := range []string{
		"SELECT rootpage FROM sqlite_schema WHERE name = 'source'",                           // the way to all sources
		"SELECT pageno FROM dbstat WHERE name = 'source' AND path LIKE '/000/001+%' LIMIT 1", // the end of the second one
	} {
		var block int
		if err := db.QueryRow(q).Scan(&block); err != nil {
			t.Fatal(err)
		}
		clear(b[(block-1)*8192 : block*8192])
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := l.ReadOnly(); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("ReadOnly says %v", err)
	}
	if err := l.Append(ctx, 1, store.Step{Revisions: []store.Revision{revision(6, 1)}}); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("an edit: %v", err)
	}
	to := filepath.Join(t.TempDir(), "new.qingyang")
	lost, err := store.Salvage(ctx, path, to, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(lost, func(f store.Fault) bool { return f.Page == 2 }) {
		t.Errorf("lost %+v", lost)
	}
	n, err := store.Open(ctx, to)
	if err != nil {
		t.Fatal(err)
	}
	defer n.Close()
	if n.ReadOnly() != nil {
		t.Errorf("the new library: %v", n.ReadOnly())
	}
	if err := n.Append(ctx, 1, store.Step{Revisions: []store.Revision{revision(6, 1)}}); err != nil {
		t.Error(err)
	}
	if _, err := store.Salvage(ctx, path, to, nil, nil); !errors.Is(err, store.ErrExists) {
		t.Errorf("over a file: %v", err)
	}
	if _, err := store.Salvage(ctx, to, filepath.Join(t.TempDir(), "x"), nil, nil); !errors.Is(err, store.ErrBusy) {
		t.Errorf("of a library that is open here: %v", err)
	}
}

// TestSalvageKeepsAll: of a sound library everything is kept, of earlier versions and in a log that is not
// worked in too.
func TestSalvageKeepsAll(t *testing.T) {
	old := filepath.Join(t.TempDir(), "old.qingyang")
	older(t, old, 2)
	opened := whole(t)
	l, err := store.Open(t.Context(), opened)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Append(t.Context(), 1, store.Step{Revisions: []store.Revision{revision(3, 1)}}); err != nil {
		t.Fatal(err)
	}
	withLog := filepath.Join(t.TempDir(), "with log.qingyang")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(opened + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(withLog+end, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"whole": whole(t), "version 2": old, "with a log": withLog, "without a header": headless(t, whole(t))} {
		t.Run(name, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "new.qingyang")
			lost, err := store.Salvage(t.Context(), path, to, func(src store.Source, rows []store.Revision) int { return len(rows) }, nil)
			if err != nil || len(lost) > 0 {
				t.Fatal(lost, err)
			}
			reference := path
			if name == "without a header" {
				reference = whole(t)
			} else if l, err := store.Open(t.Context(), path); err != nil { // to the present version
				t.Fatal(err)
			} else if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			for _, table := range []string{
				"person", "person_name", "publication", "issue", "page", "source", "reading", "revision", "account", "signature", "seen", "ignored", "setting",
				"register", "learned", "decision", "note", "picture", "raw", "incoming",
			} {
				got, want := rowsOf(t, to, table), rowsOf(t, reference, table)
				if name == "without a header" && (table == "person" || table == "person_name") {
					continue // the time of their making differs
				}
				if got != want {
					t.Errorf("%s:\n%s\nwant\n%s", table, got, want)
				}
			}
		})
	}
}

// headless destroys the first block of a library: its header and its schema.
func headless(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:8192])
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rowsOf writes the rows of a table as text.
func rowsOf(t *testing.T, path, table string) string {
	t.Helper()
	rows, err := shell(t, path).Query("SELECT * FROM " + table + " ORDER BY 1, 2")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for rows.Next() {
		row, at := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			at[i] = &row[i]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&all, "%q\n", row)
	}
	return all.String()
}

// TestSalvageOfNothing: what is no library is none.
func TestSalvageOfNothing(t *testing.T) {
	for name, b := range map[string][]byte{"empty": nil, "text": []byte(strings.Repeat("不是档案库\n", 9000))} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(t.TempDir(), "to")
		if _, err := store.Salvage(t.Context(), path, to, nil, nil); !errors.Is(err, store.ErrNotLibrary) {
			t.Errorf("%s: %v", name, err)
		}
		if files := filesIn(t, filepath.Dir(to)); files != "" {
			t.Errorf("%s: left %s", name, files)
		}
	}
}
