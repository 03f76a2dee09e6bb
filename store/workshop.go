package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Workshop is a folder in which a file is made before it gets its name, on the same disk as that name. It
// is locked while its process lives, so that Sweep can tell what a killed one left.
type Workshop struct {
	folder string
	lock   *os.File
}

// errLocked says that somebody else has locked a file.
var errLocked = errors.New("the file is locked")

// What the folders are named, and the file in them that is locked.
const (
	workshopName = ".qingyang-work-"
	workshopLock = "lock"
)

// NewWorkshop makes a workshop in a folder. Close removes it.
func NewWorkshop(in string) (*Workshop, error) {
	for {
		folder, err := os.MkdirTemp(in, workshopName)
		if err != nil {
			return nil, err
		}
		name := filepath.Join(folder, workshopLock)
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
		if errors.Is(err, os.ErrNotExist) {
			continue // somebody swept it before it was locked
		}
		if err != nil {
			return nil, errors.Join(err, os.Remove(folder))
		}
		w := &Workshop{folder, f}
		switch err := lockFile(f); {
		case errors.Is(err, errLocked): // a sweeper was faster, and takes all of it away
			_ = f.Close()
			continue
		case err != nil:
			return w, nil // a file system without locks: nobody sweeps there
		}
		// a sweeper may have been there between the last two lines
		now, err := os.Stat(name)
		if mine, e := f.Stat(); err == nil && e == nil && os.SameFile(now, mine) {
			return w, nil
		}
		_ = f.Close()
	}
}

// Path is the path of a file in the workshop.
func (w *Workshop) Path(name string) string { return filepath.Join(w.folder, name) }

// Close removes the workshop with all that is in it.
func (w *Workshop) Close() error {
	err := empty(w.folder)
	return errors.Join(err, w.lock.Close(), os.RemoveAll(w.folder))
}

// empty removes what is in a workshop, but for its lock.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		if e.Name() != workshopLock {
			err = errors.Join(err, os.RemoveAll(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

// Sweep removes from a folder what processes that were killed left there: workshops whose lock nobody
// holds. It never touches that of a living one. What it cannot remove stays for another time.
//
// Earlier versions made their files without a lock; what has lain there for a day was left.
func Sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := filepath.Join(folder, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), workshopName):
			sweep(name)
		case strings.HasPrefix(e.Name(), ".backup-") && e.IsDir() && untouched(e):
			_ = os.Remove(filepath.Join(name, "part-journal"))
			_ = os.Remove(filepath.Join(name, "part"))
			_ = os.Remove(name)
		case strings.HasPrefix(e.Name(), ".qingyang-") && e.Type().IsRegular() && untouched(e):
			_ = os.Remove(name)
		}
	}
}

func untouched(e os.DirEntry) bool {
	info, err := e.Info()
	return err == nil && time.Since(info.ModTime()) > 24*time.Hour
}

func sweep(folder string) {
	name := filepath.Join(folder, workshopLock)
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		_ = os.Remove(folder) // if it is empty: it was never locked, or nearly swept
		return
	}
	defer f.Close()
	if lockFile(f) != nil || empty(folder) != nil {
		return
	}
	_ = os.Remove(name)
	_ = os.Remove(folder)
}
