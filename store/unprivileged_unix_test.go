//go:build unix

package store_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

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
