//go:build unix

package export

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestLinksModesAndDevices: a link is followed and stays, a file keeps its permissions, a new one has
// those that the umask leaves, and what is no regular file is not replaced.
func TestLinksModesAndDevices(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	mode := func(name string, want os.FileMode) {
		t.Helper()
		info, err := os.Lstat(in(name))
		check(err)
		if info.Mode() != want {
			t.Errorf("%s has the mode %v, want %v", name, info.Mode(), want)
		}
	}
	before := syscall.Umask(0o077)
	defer syscall.Umask(before)
	check(WriteFile(Target{Path: in("私.txt")}, text("一")))
	mode("私.txt", 0o600)
	syscall.Umask(0o002)
	check(WriteFile(Target{Path: in("公.txt")}, text("一")))
	mode("公.txt", 0o664)

	check(os.Mkdir(in("里"), 0o700))
	check(os.WriteFile(in("里/真.txt"), []byte("一"), 0o600))
	check(os.Chmod(in("里/真.txt"), 0o640))
	check(os.Symlink("里/真.txt", in("链")))
	check(refused(WriteFile(Target{Path: in("链")}, text("二")), ErrExists))
	check(WriteFile(Target{Path: in("链"), Overwrite: true}, text("二")))
	check(has(in("里/真.txt"), "二"))
	mode("里/真.txt", 0o640)
	mode("链", os.ModeSymlink|0o777)

	check(os.Symlink("无", in("断")))
	check(refused(WriteFile(Target{Path: in("断"), Overwrite: true}, text("二")), os.ErrNotExist))
	mode("断", os.ModeSymlink|0o777)
	check(syscall.Mkfifo(in("管"), 0o600))
	check(os.Symlink("/dev/null", in("空")))
	for _, name := range []string{"管", "空"} {
		for _, overwrite := range []bool{false, true} {
			check(refused(WriteFile(Target{Path: in(name), Overwrite: overwrite}, text("二")), os.ErrExist))
		}
	}
	mode("管", os.ModeNamedPipe|0o600)
	if os.Geteuid() > 0 {
		check(os.Chmod(in("私.txt"), 0o400))
		check(refused(WriteFile(Target{Path: in("私.txt"), Overwrite: true}, text("二")), os.ErrPermission))
		check(has(in("私.txt"), "一"))
	}
	left, err := filepath.Glob(in(tempHead + "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left in the folder: %v %v", left, err)
	}
}
