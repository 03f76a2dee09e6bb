//go:build unix

package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"qingyang/store"
)

func init() {
	children["read frozen"] = func(args []string) error { return readFrozen(args[0], args[1]) }
}

// readFrozen opens a library that it cannot write, reads it in every way, and wants edits to be refused.
// It prints what it found.
func readFrozen(path, backup string) error {
	ctx := context.Background()
	for _, open := range []func(context.Context, string) (*store.Library, error){store.Open, store.OpenToRead} {
		l, err := open(ctx, path)
		if err != nil {
			return err
		}
		if err := l.ReadOnly(); !errors.Is(err, store.ErrReadOnly) {
			return fmt.Errorf("it may be written: %v", err)
		}
		page, err := l.Page(ctx, 1)
		if err != nil {
			return err
		}
		src, err := l.PageSource(ctx, 1)
		if err != nil {
			return err
		}
		fmt.Println(page.Revisions, string(src.Bytes))
		if _, err := l.Search(ctx, "渡口", 5); err != nil {
			return err
		}
		if faults, err := l.Verify(ctx, nil); err != nil || len(faults) > 0 {
			return fmt.Errorf("%v %w", faults, err)
		}
		for name, edit := range map[string]func() error{
			"append": func() error { return l.Append(ctx, 1, store.Step{Revisions: []store.Revision{revision(3, 1)}}) },
			"person": func() error { _, err := l.AddPerson(ctx, "另一个"); return err },
			"hide":   func() error { return l.HidePage(ctx, 1, true) },
		} {
			if err := edit(); !errors.Is(err, store.ErrReadOnly) {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		if err := errors.Join(l.Backup(ctx, backup), os.Remove(backup)); err != nil {
			return err
		}
		if err := l.Close(); err != nil {
			return err
		}
	}
	return nil
}

// TestFrozen: a library on a medium that cannot be written is read, in the present version or an earlier
// one, with a log that a killed program left or without, and nothing is left behind.
func TestFrozen(t *testing.T) {
	if testing.Short() {
		t.Skip("programs are started")
	}
	made := func(t *testing.T, path string) {
		l, err := store.Create(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		page := addPage(t, l, "2024-11-08", "渡口的灯")
		who, err := l.AddPerson(t.Context(), "沈小禾")
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Append(t.Context(), page, store.Step{Revisions: []store.Revision{revision(2, who)}}); err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	killed := func(t *testing.T, path string) { // copied while it is open: its log is not worked in
		from := filepath.Join(t.TempDir(), "open.qingyang")
		made(t, from)
		l, err := store.Open(t.Context(), from)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if err := l.Append(t.Context(), 1, store.Step{Revisions: []store.Revision{revision(3, 1)}}); err != nil {
			t.Fatal(err)
		}
		for _, end := range []string{"", "-wal"} {
			b, err := os.ReadFile(from + end)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path+end, b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name         string
		make         func(t *testing.T, path string)
		file, folder os.FileMode
		want         string
	}{
		{"the file", made, 0o444, 0o755, "2 渡口的灯\n2 渡口的灯\n"},
		{"the folder", made, 0o644, 0o555, "2 渡口的灯\n2 渡口的灯\n"},
		{"both", made, 0o444, 0o555, "2 渡口的灯\n2 渡口的灯\n"},
		{"with a log", killed, 0o444, 0o555, "3 渡口的灯\n3 渡口的灯\n"},
		{"of version 1", func(t *testing.T, path string) { older(t, path, 1) }, 0o444, 0o555, "2 渡口的灯\n亮了一夜\n2 渡口的灯\n亮了一夜\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "medium")
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, "paper.qingyang")
			c.make(t, path)
			for name, mode := range map[string]os.FileMode{path: c.file, folder: c.folder} {
				if err := os.Chmod(name, mode); err != nil {
					t.Fatal(err)
				}
			}
			t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
			before := filesIn(t, folder)
			backups := t.TempDir()
			if err := os.Chmod(backups, 0o777); err != nil {
				t.Fatal(err)
			}
			if out := unprivileged(t, folder, "read frozen", path, filepath.Join(backups, "copy.qingyang")); out != c.want {
				t.Errorf("read %q, want %q", out, c.want)
			}
			if after := filesIn(t, folder); after != before {
				t.Errorf("beside it lie %s, before there were %s", after, before)
			}
		})
	}
}
