//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestTooManyFiles: that no more files can be opened is said as that.
func TestTooManyFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.qingyang")
	l, err := Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &was); err != nil {
		t.Skip(err)
	}
	f, err := os.Open(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	next := uint64(f.Fd()) // the lowest number that is free
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	opened := false
	for more := uint64(0); more < 40 && !opened; more++ {
		few := was
		few.Cur = next + more
		if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few); err != nil {
			t.Fatal(err)
		}
		l, err := Open(t.Context(), path)
		if e := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &was); e != nil {
			t.Fatal(e)
		}
		if err == nil {
			opened = true
			if err := l.Close(); err != nil {
				t.Error(err)
			}
		} else if !errors.Is(err, ErrTooMany) || errors.Is(err, ErrDamaged) {
			t.Errorf("%d more files may be opened: %v", more, err)
		}
	}
	if !opened {
		t.Error("40 files are not enough")
	}
}
