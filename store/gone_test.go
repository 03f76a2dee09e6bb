package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/store"
)

// TestGone: nothing is called saved that is not in the file at the library's path, whatever became of the
// file; reading goes on, a copy holds all that was saved, and no new file appears at the path.
func TestGone(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, path string){
		"renamed": func(t *testing.T, path string) { rename(t, path, path+".moved") },
		"deleted": func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		},
		"deleted with its log": func(t *testing.T, path string) {
			for _, end := range []string{"", "-wal", "-shm"} {
				if err := os.Remove(path + end); err != nil {
					t.Fatal(err)
				}
			}
		},
		"its log deleted": func(t *testing.T, path string) {
			if err := os.Remove(path + "-wal"); err != nil {
				t.Fatal(err)
			}
		},
		"replaced": func(t *testing.T, path string) {
			other := filepath.Join(t.TempDir(), "other.qingyang")
			l, err := store.Create(t.Context(), other)
			if err != nil {
				t.Fatal(err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			rename(t, other, path)
		},
		"its folder renamed": func(t *testing.T, path string) { rename(t, filepath.Dir(path), filepath.Dir(path)+".moved") },
	} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			folder := filepath.Join(t.TempDir(), "papers")
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			l, err := store.Create(ctx, filepath.Join(folder, "a.qingyang"))
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			page := addPage(t, l, "2024-11-08", "渡口的灯")
			who, err := l.AddPerson(ctx, "沈小禾")
			if err != nil {
				t.Fatal(err)
			}
			if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{revision(2, who)}}); err != nil {
				t.Fatal(err)
			}
			if err := l.Gone(ctx); err != nil {
				t.Fatalf("before: %v", err)
			}
			lose(t, l.Path())
			if err := l.Gone(ctx); !errors.Is(err, store.ErrGone) {
				t.Errorf("Gone says %v", err)
			}
			_, person := l.AddPerson(ctx, "另一个")
			for what, err := range map[string]error{
				"append": l.Append(ctx, page, store.Step{Revisions: []store.Revision{revision(3, who)}}),
				"person": person, "setting": l.SetSetting(ctx, "a", "b"), "hide": l.HidePage(ctx, page, true),
			} {
				if !errors.Is(err, store.ErrGone) {
					t.Errorf("%s was acknowledged: %v", what, err)
				}
			}
			if rows, err := l.Revisions(ctx, page, 1); err != nil || len(rows) != 2 {
				t.Errorf("reading: %d revisions (%v)", len(rows), err)
			}
			copied := filepath.Join(t.TempDir(), "copy.qingyang")
			if err := l.Backup(ctx, copied); err != nil {
				t.Fatal(err)
			}
			c, err := store.OpenToRead(ctx, copied)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if rows, err := c.Revisions(ctx, page, 1); err != nil || len(rows) != 2 {
				t.Errorf("the copy has %d revisions (%v)", len(rows), err)
			}
			if _, err := os.Stat(l.Path()); err == nil && !strings.Contains(name, "log") && name != "replaced" {
				t.Error("a new file appeared at the path")
			}
		})
	}
}

// TestGoneAndBack: a file that is put back where it was is worked in again.
func TestGoneAndBack(t *testing.T) {
	ctx, l := t.Context(), create(t)
	rename(t, l.Path(), l.Path()+".moved")
	if err := l.SetSetting(ctx, "a", "b"); !errors.Is(err, store.ErrGone) {
		t.Fatal(err)
	}
	rename(t, l.Path()+".moved", l.Path())
	if err := errors.Join(l.Gone(ctx), l.SetSetting(ctx, "a", "b")); err != nil {
		t.Error(err)
	}
}

// TestGoneByLink: a link that is pointed at another file is another file.
func TestGoneByLink(t *testing.T) {
	one, two := create(t), create(t)
	link := filepath.Join(t.TempDir(), "link.qingyang")
	if err := os.Symlink(one.Path(), link); err != nil {
		t.Fatal(err)
	}
	l, err := store.Open(t.Context(), link)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := l.SetSetting(t.Context(), "a", "b"); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(link); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(two.Path(), link); err != nil {
		t.Fatal(err)
	}
	if err := l.SetSetting(t.Context(), "a", "c"); !errors.Is(err, store.ErrGone) {
		t.Error(err)
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}
