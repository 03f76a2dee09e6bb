//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly || windows)

package store

import (
	"errors"
	"os"
)

// lockFile cannot lock on this system: nobody's leftovers are swept.
func lockFile(*os.File) error { return errors.ErrUnsupported }

// writable says whether a file or folder may be written.
func writable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o200 != 0
}

// lockFolder has no counterpart here: folders have no locks.
func lockFolder(string) (unlock func()) { return func() {} }

// inUse says whether another process has a file open. Here renaming it fails then.
func inUse(string) bool { return false }
