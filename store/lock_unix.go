//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package store

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile locks a file for this process until it is closed or the process ends, however it ends. It does
// not wait: errLocked where somebody else has it. Another error says that there are no locks here.
func lockFile(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// writable says whether a file or folder may be written.
func writable(path string) bool { return unix.Access(path, unix.W_OK) == nil }

// lockFolder keeps others who ask for it out until the returned function is called; it waits for them. Some
// file systems have no such locks.
func lockFolder(folder string) (unlock func()) {
	f, err := os.Open(folder)
	if err != nil {
		return func() {}
	}
	_ = unix.Flock(int(f.Fd()), unix.LOCK_EX)
	return func() { _ = f.Close() }
}

// inUse says whether another process has a database open: SQLite keeps these bytes locked
// (https://www.sqlite.org/src/file?name=src/os.h). No connection of this process may be open to it.
func inUse(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	const pending, length = 0x40000000, 512
	lock := unix.Flock_t{Type: unix.F_WRLCK, Start: pending, Len: length}
	return unix.FcntlFlock(f.Fd(), unix.F_GETLK, &lock) == nil && lock.Type != unix.F_UNLCK
}
