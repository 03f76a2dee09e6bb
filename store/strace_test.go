package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"qingyang/store"
)

func init() {
	children["create"] = func(args []string) error {
		runtime.LockOSThread() // strace counts the calls of each thread
		l, err := store.Create(context.Background(), args[0])
		if err != nil {
			return err
		}
		return l.Close()
	}
	children["read"] = func(args []string) error { // says what kinds of errors there are
		runtime.LockOSThread()
		l, err := store.OpenToRead(context.Background(), args[0])
		if err == nil {
			_, err = l.Revisions(context.Background(), 1, 1)
			err = errors.Join(err, l.Close())
		}
		switch {
		case errors.Is(err, store.ErrDamaged):
			fmt.Println("damaged", err)
		case err != nil && !errors.Is(err, store.ErrIO):
			fmt.Println("of no kind", err)
		default:
			fmt.Println("right", err != nil)
		}
		return nil
	}
}

// straced runs a child under strace, which does something at the n-th of some system calls (those about one
// file, if of is not empty), and says whether the child came so far as to end by itself.
func straced(t *testing.T, of, calls, inject string, n int, name string, args ...string) (out string, ended bool) {
	t.Helper()
	c := child(name, args...)
	c.Args = append([]string{"strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=" + calls, "-e", fmt.Sprintf("inject=%s:%s:when=%d", calls, inject, n)}, c.Path)
	if of != "" {
		c.Args = append([]string{"strace", "-P", of}, c.Args[1:]...)
	}
	path, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	c.Path = path
	b, err := c.CombinedOutput()
	if err != nil && strings.Contains(string(b), "ptrace") {
		t.Skipf("strace may not trace here: %s", b)
	}
	return string(b), err == nil
}

// every is how far apart the system calls are at which something happens: all of them where the environment
// asks for much.
func every(t *testing.T) int {
	return max(1, 10/many(t, 1))
}

// TestKilledAtEachCallOfCreation kills a program at the n-th of the system calls by which it makes a
// library: then there is a whole library or none, the path can be used, and nothing is left behind.
func TestKilledAtEachCallOfCreation(t *testing.T) {
	if testing.Short() {
		t.Skip("many libraries are damaged, or many programs killed")
	}
	const calls = "openat,pwrite64,write,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,ftruncate,flock,fchmod,fchmodat,fcntl,close"
	killed := 0
	for n := 1; ; n += every(t) {
		folder := t.TempDir()
		path := filepath.Join(folder, "x.qingyang")
		out, ended := straced(t, "", calls, "signal=KILL", n, "create", path)
		if !ended {
			killed++
			if strings.Contains(out, "child:") {
				t.Fatalf("call %d: %s", n, out)
			}
		}
		l, err := store.Open(t.Context(), path)
		if errors.Is(err, os.ErrNotExist) && !ended {
			l, err = store.Create(t.Context(), path)
		}
		if err != nil {
			t.Fatalf("call %d: %v", n, err)
		}
		if faults, err := l.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
			t.Fatalf("call %d: %v %v", n, faults, err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if files := filesIn(t, folder); strings.Contains(files, ",") {
			t.Fatalf("call %d: left %s", n, files)
		}
		if ended {
			break
		}
	}
	t.Logf("killed %d times", killed)
}

// TestReadErrorsAreNotDamage fails the n-th read of a library: that is said as what it is.
func TestReadErrorsAreNotDamage(t *testing.T) {
	if testing.Short() {
		t.Skip("many libraries are damaged, or many programs killed")
	}
	path := whole(t)
	failed := 0
	for n := 1; n <= 60; n += every(t) {
		out, ended := straced(t, path, "pread64", "error=EIO", n, "read", path)
		if !ended || !strings.HasPrefix(out, "right") {
			t.Fatalf("read %d: %s", n, out)
		}
		if strings.HasPrefix(out, "right true") {
			failed++
		}
	}
	t.Logf("%d reads failed", failed)
}
