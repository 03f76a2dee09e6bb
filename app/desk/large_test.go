package desk_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/sample"
	"qingyang/app/session"
	"qingyang/store"
)

// appended puts revisions of a person behind the log of page 1, as another program would.
func appended(t testing.TB, path string, ops func(from int) [][]revision.Op) {
	t.Helper()
	lib, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := lib.Page(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var step store.Step
	for i, o := range ops(p.Revisions) {
		n := p.Revisions + 1 + i
		step.Revisions = append(step.Revisions, store.Revision{N: n, Group: n, Person: 1, Time: time.Unix(1e9, 0), Ops: revision.Encode(o)})
	}
	if err := lib.Append(context.Background(), 1, step); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
}

// reverts is a chain of n revisions, each of which takes both operations of the one before back.
func reverts(n int) func(from int) [][]revision.Op {
	return func(from int) [][]revision.Op {
		all := [][]revision.Op{{{Kind: revision.Insert, At: bulletin.ID{Index: 3}, Text: "甲"}, {Kind: revision.Insert, At: bulletin.ID{Index: 4}, Text: "乙"}}}
		for k := 1; k <= n; k++ {
			all = append(all, []revision.Op{{Kind: revision.Revert, Of: from + k, Ops: []int{0}}, {Kind: revision.Revert, Of: from + k, Ops: []int{1}}})
		}
		return all
	}
}

// inserts is one revision with n operations.
func inserts(n int) func(int) [][]revision.Op {
	return func(int) [][]revision.Op {
		ops := make([]revision.Op, n)
		for i := range ops {
			ops[i] = revision.Op{Kind: revision.Insert, At: bulletin.ID{Index: 3}, Text: "字"}
		}
		return [][]revision.Op{ops}
	}
}

// onePage is a library with one page, closed.
func onePage(t testing.TB, raw []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "one.qingyang")
	d, err := desk.Open(context.Background(), path, desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	if _, bad, err := d.Import(context.Background(), []desk.File{{Name: "a.txt", Bytes: raw}}, desk.Importing{}, nil); err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestLongLogs: chains of Reverts and revisions of many operations are rebuilt and verified.
func TestLongLogs(t *testing.T) {
	for name, ops := range map[string]func(int) [][]revision.Op{"1,000 Reverts": reverts(1000), "30,000 inserts": inserts(30000)} {
		t.Run(name, func(t *testing.T) {
			path := onePage(t, sample.Issues()[0].Pages[0].Raw)
			appended(t, path, ops)
			d := open(t, path, desk.Options{})
			if bad, err := d.Rebuild(t.Context(), nil); err != nil || len(bad) > 0 {
				t.Fatal(bad, err)
			}
			if found := faults(t, d); found != "" {
				t.Error(found)
			}
		})
	}
}

// BenchmarkVerifyLongLogs verifies a library whose log is a chain of 1,000 Reverts, or has a revision of
// 300,000 inserts.
func BenchmarkVerifyLongLogs(b *testing.B) {
	for name, ops := range map[string]func(int) [][]revision.Op{"reverts=1000": reverts(1000), "inserts=300000": inserts(300000)} {
		path := onePage(b, sample.Issues()[0].Pages[0].Raw)
		appended(b, path, ops)
		d, err := desk.Open(b.Context(), path, desk.Options{Name: "沈校"})
		if err != nil {
			b.Fatal(err)
		}
		if bad, err := d.Rebuild(b.Context(), nil); err != nil || len(bad) > 0 {
			b.Fatal(bad, err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if faults, err := d.Verify(b.Context(), nil); err != nil || len(faults) > 0 {
					b.Fatal(faults, err)
				}
			}
		})
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTakeBack replaces a character at 17,700 places of a page of a million, and takes that back; what
// is measured is the saving of each.
func BenchmarkTakeBack(b *testing.B) {
	const characters, places = 1_000_000, 17_700
	var raw bytes.Buffer
	for raw.Len() < 3*characters {
		for _, i := range sample.Issues() {
			for _, p := range i.Pages {
				raw.Write(p.Raw)
				raw.WriteString("\n\n")
			}
		}
	}
	path := onePage(b, raw.Bytes()[:bytes.LastIndexByte(raw.Bytes()[:3*characters], '\n')])
	d, err := desk.Open(b.Context(), path, desk.Options{Name: "沈校"})
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close()
	s, err := d.OpenPage(b.Context(), 1)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close(b.Context())
	page := s.Snapshot()
	found, err := page.Find(b.Context(), session.Query{Text: "的", With: "得"})
	if err != nil || len(found.At) < places {
		b.Fatal(len(found.At), err)
	}
	saved := map[string]time.Duration{}
	rounds := 0
	for b.Loop() {
		rounds++
		if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.ReplaceEach(found.At[:places], found.With[:places]) }); err != nil {
			b.Fatal(err)
		}
		for _, what := range []string{"replace", "take-back"} {
			at := time.Now()
			if err := s.Flush(b.Context()); err != nil {
				b.Fatal(err)
			}
			saved[what] += time.Since(at)
			if what == "replace" {
				if _, _, err := s.Undo(); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	for what, d := range saved {
		b.ReportMetric(d.Seconds()/float64(rounds), fmt.Sprintf("s/save-of-%s", what))
	}
}
