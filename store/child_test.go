package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// children are what the test binary does when it is started again as a program of its own: by name, with
// the arguments in childArgs.
var children = map[string]func(args []string) error{}

const (
	childName = "QINGYANG_TEST_CHILD"
	childArgs = "QINGYANG_TEST_ARGS"
)

func TestMain(m *testing.M) {
	if name := os.Getenv(childName); name != "" {
		if err := children[name](strings.Split(os.Getenv(childArgs), "\n")); err != nil {
			fmt.Println("child:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// child is a program that does what is registered under a name.
func child(name string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childName+"="+name, childArgs+"="+strings.Join(args, "\n"))
	return c
}

// unprivileged runs a child that may not write what the permissions of files forbid: as somebody else where
// the test is run by root, who may write everything.
func unprivileged(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	c := child(name, args...)
	if os.Getuid() == 0 {
		binary, err := os.ReadFile(os.Args[0])
		if err != nil {
			t.Fatal(err)
		}
		place, err := os.MkdirTemp("/tmp", "qingyang-test-")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.RemoveAll(place) })
		const nobody = 65534
		c.Path = filepath.Join(place, "test")
		if err := os.WriteFile(c.Path, binary, 0o755); err != nil {
			t.Fatal(err)
		}
		for up := folder; len(up) > len(os.TempDir()); up = filepath.Dir(up) {
			if info, err := os.Stat(up); err == nil && info.Mode().Perm()&0o200 != 0 {
				if err := os.Chmod(up, 0o755); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := os.Chmod(place, 0o777); err != nil {
			t.Fatal(err)
		}
		c.Env = append(c.Env, "TMPDIR="+place)
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}
