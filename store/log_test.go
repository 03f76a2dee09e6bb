package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/store"
)

// TestSpoiledLog spoils the log that a killed program left, and the index of the log, in many ways: the
// library opens as it was after one of the transactions, and is sound.
func TestSpoiledLog(t *testing.T) {
	if testing.Short() {
		t.Skip("many libraries are damaged, or many programs killed")
	}
	ctx := t.Context()
	from := filepath.Join(t.TempDir(), "a.qingyang")
	l, err := store.Create(ctx, from)
	if err != nil {
		t.Fatal(err)
	}
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if l, err = store.Open(ctx, from); err != nil {
		t.Fatal(err)
	}
	const steps = 40
	for n := 2; n <= 1+steps; n++ {
		r := revision(n, who)
		r.Note = strings.Repeat("注", n)
		if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{r}, Cards: []store.Card{{Name: "标题", Text: fmt.Sprint("渡口", n)}}, CardsKnown: true}); err != nil {
			t.Fatal(err)
		}
	}
	sound := map[string][]byte{}
	for _, end := range []string{"", "-wal", "-shm"} {
		if sound[end], err = os.ReadFile(from + end); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(12, 13))
	at := map[int]int{}
	for round := range many(t, 20) {
		path := filepath.Join(t.TempDir(), "x.qingyang")
		files := map[string][]byte{}
		for end, b := range sound {
			files[end] = append([]byte(nil), b...)
		}
		how := ""
		for _, end := range []string{"-wal", "-shm"} {
			b := files[end]
			switch k := rnd.IntN(6); k {
			case 0:
				how += " cut" + end
				files[end] = b[:rnd.IntN(len(b))]
			case 1:
				how += " without" + end
				delete(files, end)
			case 2:
				how += " zeros in" + end
				from := rnd.IntN(len(b))
				clear(b[from:min(len(b), from+1+rnd.IntN(20000))])
			case 3:
				how += " noise in" + end
				from := rnd.IntN(len(b))
				for i := from; i < min(len(b), from+1+rnd.IntN(20000)); i++ {
					b[i] = byte(rnd.Uint32())
				}
			case 4:
				how += " a byte of" + end
				b[rnd.IntN(len(b))] ^= 1
			}
		}
		for end, b := range files {
			if err := os.WriteFile(path+end, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		l, err := store.Open(ctx, path)
		if err != nil {
			t.Errorf("round %d,%s: %v", round, how, err)
			continue
		}
		faults, err := l.Verify(ctx, nil)
		if err != nil || len(faults) > 0 {
			t.Errorf("round %d,%s: %v %v", round, how, faults, err)
		}
		p, err := l.Page(ctx, page)
		hits, e := l.Search(ctx, "渡口", 5)
		want := fmt.Sprint("渡口", p.Revisions)
		if p.Revisions == 1 {
			want = "渡口的灯"
		}
		if err = errors.Join(err, e); err != nil || len(hits) != 1 || hits[0].Snippet != want {
			t.Errorf("round %d,%s: %d revisions and %v (%v)", round, how, p.Revisions, hits, err)
		}
		at[p.Revisions]++
		if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{revision(p.Revisions+1, who)}}); err != nil {
			t.Errorf("round %d,%s: work does not go on: %v", round, how, err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("opened at %d different revisions", len(at))
}
