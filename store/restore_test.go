package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"qingyang/store"
)

func init() {
	children["keep open"] = func(args []string) error { // writes, says so, and waits to be killed
		l, err := store.Open(context.Background(), args[0])
		if err != nil {
			return err
		}
		if err := l.SetSetting(context.Background(), "typed", "much"); err != nil {
			return err
		}
		fmt.Println("saved")
		select {}
	}
}

// TestRestore: a backup comes into the place of a library that a killed program left with its log; the
// former one is kept with that log, and whole.
func TestRestore(t *testing.T) {
	ctx := t.Context()
	path := whole(t)
	backup := filepath.Join(t.TempDir(), "backup.qingyang")
	l, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(l.Backup(ctx, backup), l.Close()); err != nil {
		t.Fatal(err)
	}
	other := child("keep open", path)
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "saved\n" {
		t.Fatal(line, err)
	}
	if _, err := store.Restore(ctx, path, backup); !errors.Is(err, store.ErrBusy) {
		t.Errorf("while another program has it open: %v", err)
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait()
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		t.Fatal("the killed program left no log", err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	former, err := store.Restore(ctx, path, backup)
	if err != nil {
		t.Fatal(err)
	}
	typed := func(path string) bool {
		t.Helper()
		l, err := store.OpenToRead(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if faults, err := l.Verify(ctx, nil); err != nil || len(faults) > 0 {
			t.Errorf("%s: %v %v", path, faults, err)
		}
		_, ok, err := l.Setting(ctx, "typed")
		if err != nil {
			t.Fatal(err)
		}
		return ok
	}
	if want := filepath.Join(filepath.Dir(path), "whole-before.qingyang"); former != want {
		t.Errorf("the former one is %s, want %s", former, want)
	}
	if typed(path) || !typed(former) {
		t.Errorf("the restored one has what the backup had not, or the former one has lost it")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions %v %v", info.Mode(), err)
	}
	again, err := store.Restore(ctx, path, backup)
	if err != nil || again != filepath.Join(filepath.Dir(path), "whole-before-2.qingyang") {
		t.Errorf("once more: %s %v", again, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if none, err := store.Restore(ctx, path, backup); err != nil || none != "" || typed(path) {
		t.Errorf("where there was no file: %q %v", none, err)
	}
}

// TestRestoreRefuses what is no sound backup, and changes nothing then.
func TestRestoreRefuses(t *testing.T) {
	ctx := t.Context()
	path := whole(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, make([]byte, 9000), 0o600); err != nil {
		t.Fatal(err)
	}
	mine := create(t)
	for name, c := range map[string]struct {
		path, backup string
		want         error
	}{
		"no backup":              {path, filepath.Join(t.TempDir(), "none"), os.ErrNotExist},
		"no library":             {path, text, store.ErrNotLibrary},
		"a damaged one":          {path, headless(t, whole(t)), store.ErrDamaged},
		"the library itself":     {path, path, store.ErrExists},
		"a library open here":    {mine.Path(), path, store.ErrBusy},
		"a folder in its place":  {t.TempDir(), path, store.ErrNotLibrary},
		"a folder for a library": {path, t.TempDir(), store.ErrNotLibrary},
	} {
		if former, err := store.Restore(ctx, c.path, c.backup); !errors.Is(err, c.want) || former != "" {
			t.Errorf("%s: %q %v, want %v", name, former, err, c.want)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Error("the library was changed")
	}
	if files := filesIn(t, filepath.Dir(path)); files != fmt.Sprintf("whole.qingyang %d", len(before)) {
		t.Errorf("left %s", files)
	}
}
