package store

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestDamagedBytes changes bytes of a library here and there: it opens, or an error says why, and
// nothing that is read from it ends the program.
func TestDamagedBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("many libraries are damaged, or many programs killed")
	}
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "sound.qingyang")
	l, err := Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	pub, err := l.AddPublication(ctx, "渡口报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := l.AddIssue(ctx, pub, "1", "2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.AddPage(ctx, NewPage{Issue: issue, Number: 1, Source: Source{SHA256: [32]byte{1}, Name: "a", Bytes: make([]byte, 4000)}}); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	opened := 0
	for range 60 {
		bytes := append([]byte(nil), sound...)
		for range 1 + rnd.IntN(40) {
			bytes[rnd.IntN(len(bytes))] = byte(rnd.Uint32())
		}
		if rnd.IntN(4) == 0 {
			bytes = bytes[:rnd.IntN(len(bytes))]
		}
		damaged := filepath.Join(t.TempDir(), "damaged.qingyang")
		if err := os.WriteFile(damaged, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := Open(ctx, damaged)
		if err != nil {
			continue
		}
		opened++
		// Errors are expected from here on; only an end of the program is not.
		_, _ = l.Publications(ctx)
		_, _ = l.Issues(ctx, pub)
		_, _ = l.Pages(ctx, issue)
		_, _ = l.PageSource(ctx, 1)
		_, _ = l.Revisions(ctx, 1, 1)
		_, _ = l.Search(ctx, "渡口", 10)
		_ = l.Close()
	}
	t.Logf("%d of 60 damaged libraries opened", opened)
}
