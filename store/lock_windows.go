package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile locks a file for this process until it is closed or the process ends, however it ends. It does
// not wait: errLocked where somebody else has it. Another error says that there are no locks here.
func lockFile(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// writable says whether a file or folder may be written.
func writable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && (info.IsDir() || info.Mode().Perm()&0o200 != 0)
}

// lockFolder has no counterpart here: folders have no locks.
func lockFolder(string) (unlock func()) { return func() {} }

// inUse says whether another process has a file open. Here renaming it fails then.
func inUse(string) bool { return false }
