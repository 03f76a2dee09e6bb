package store_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"qingyang/store"
)

func init() {
	children["workshop"] = func(args []string) error { // makes something, says so, and waits to be killed
		w, err := store.NewWorkshop(args[0])
		if err != nil {
			return err
		}
		if err := os.WriteFile(w.Path("part"), []byte("half"), 0o600); err != nil {
			return err
		}
		fmt.Println("made")
		select {}
	}
}

// TestSweep: what a killed process left goes, what a living one is making stays.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	mine, err := store.NewWorkshop(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(mine.Path("part"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	other := child("workshop", folder)
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "made\n" {
		t.Fatal(line, err)
	}
	count := func() int {
		t.Helper()
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	if store.Sweep(folder); count() != 2 {
		t.Errorf("%d workshops of two living processes are left", count())
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait()
	if store.Sweep(folder); count() != 1 {
		t.Errorf("%d workshops are left, one process lives", count())
	}
	if _, err := os.Stat(mine.Path("part")); err != nil {
		t.Error(err)
	}
	if err := mine.Close(); err != nil || count() != 0 {
		t.Errorf("%d files are left (%v)", count(), err)
	}
}

// TestSweepOfEarlierVersions: what they left is known by its name and by having lain there for a day;
// nothing else is touched.
func TestSweepOfEarlierVersions(t *testing.T) {
	folder := t.TempDir()
	for name, days := range map[string]int{
		".backup-1/part": 2, ".backup-2/part": 0, ".backup-3/part": 2, ".backup-3/somebody's": 2,
		".qingyang-4": 2, ".qingyang-5": 0, "paper.qingyang": 9, "backup-6": 9,
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-time.Duration(days) * 24 * time.Hour)
		for up := path; up != folder; up = filepath.Dir(up) {
			if err := os.Chtimes(up, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	store.Sweep(folder)
	for name, stays := range map[string]bool{
		".backup-1": false, ".backup-2/part": true, ".backup-3/somebody's": true,
		".qingyang-4": false, ".qingyang-5": true, "paper.qingyang": true, "backup-6": true,
	} {
		if _, err := os.Stat(filepath.Join(folder, name)); (err == nil) != stays {
			t.Errorf("%s: stays is %v, want %v", name, err == nil, stays)
		}
	}
}
