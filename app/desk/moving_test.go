package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
)

// TestMoveTo: the file of an open library is deleted, or another is put in its place. Nothing is called saved
// from then on, and everything goes on in a copy.
func TestMoveTo(t *testing.T) {
	for _, c := range []struct {
		name string
		lose func(path string) error
	}{
		{"deleted", os.Remove},
		{"moved", func(path string) error { return os.Rename(path, path+".old") }},
		{"replaced", func(path string) error {
			return errors.Join(os.Remove(path), os.WriteFile(path, []byte("别的文件"), 0o600))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := newLibrary(t)
			d := open(t, path, desk.Options{})
			s := withText(t, d, "夜航首日\n\n渡口人来人往，船到岸时天已经黑了。\n")
			put := func(word string) {
				t.Helper()
				if _, _, err := s.Replace(bulletin.Place{}, bulletin.Place{}, word); err != nil {
					t.Fatal(err)
				}
			}
			put("甲")
			if err := errors.Join(s.Flush(t.Context()), d.Gone(t.Context())); err != nil {
				t.Fatal(err)
			}
			if err := c.lose(path); err != nil {
				t.Fatal(err)
			}
			var told error
			s.OnSaved = func(_ int, err error) { told = err }
			if err := s.Flush(t.Context()); !errors.Is(err, desk.ErrGone) || !errors.Is(told, desk.ErrGone) {
				t.Errorf("with nothing to save Flush says %v, and told %v", err, told)
			}
			put("乙")
			if err := s.Flush(t.Context()); !errors.Is(err, desk.ErrGone) || s.Unsaved() == 0 {
				t.Errorf("Flush says %v with %d unsaved", err, s.Unsaved())
			}
			if err := d.Gone(t.Context()); !errors.Is(err, desk.ErrGone) {
				t.Errorf("Gone says %v", err)
			}

			// A copy that cannot be made leaves all as it was.
			taken := filepath.Join(t.TempDir(), "taken.qingyang")
			if err := os.WriteFile(taken, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := d.MoveTo(t.Context(), taken, s); err == nil || s.Unsaved() == 0 {
				t.Fatalf("a copy over a file: %v, %d unsaved", err, s.Unsaved())
			}

			to := filepath.Join(t.TempDir(), "copy.qingyang")
			other, err := d.MoveTo(t.Context(), to, s)
			if err != nil {
				t.Fatal(err)
			}
			defer other.Close()
			put("丙")
			if err := s.Close(t.Context()); err != nil {
				t.Fatal(err)
			}
			back, err := other.OpenPage(t.Context(), s.Leaf.ID)
			if err != nil {
				t.Fatal(err)
			}
			if got := text(back); !strings.Contains(got, "丙乙甲夜航首日") {
				t.Errorf("the copy has %q", got)
			}
			for range 3 {
				if _, _, err := back.Undo(); err != nil {
					t.Fatal(err)
				}
			}
			if got := text(back); !strings.Contains(got, ":夜航首日") {
				t.Errorf("undone in the copy: %q", got)
			}
			if other.Person() != d.Person() {
				t.Errorf("%v works in the copy, not %v", other.Person(), d.Person())
			}
		})
	}
}

// TestDiscard: what was not saved is given up when somebody says so.
func TestDiscard(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口人来人往，船到岸时天已经黑了。\n")
	if _, _, err := s.Replace(bulletin.Place{}, bulletin.Place{}, "甲"); err != nil {
		t.Fatal(err)
	}
	s.Discard()
	if _, _, err := s.Replace(bulletin.Place{}, bulletin.Place{}, "乙"); err == nil {
		t.Error("a page that was given back took an edit")
	}
	if err := s.Close(t.Context()); err != nil {
		t.Error(err)
	}
	back, err := d.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := text(back); strings.Contains(got, "甲") || strings.Contains(got, "乙") {
		t.Errorf("the library has %q", got)
	}
}
