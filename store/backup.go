package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// Backup writes a copy of the library to path, complete or not at all, with the permissions of the
// library. It fails with ErrExists where there is a file. It reads by a connection that has been open from
// the start, so that it works when the library's own file was moved or deleted.
func (l *Library) Backup(ctx context.Context, path string) error {
	return wrap("back up to "+path, l.backup(ctx, path))
}

func (l *Library) backup(ctx context.Context, path string) (err error) {
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	Sweep(filepath.Dir(path))
	shop, err := NewWorkshop(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, shop.Close()) }()
	part := shop.Path("part")
	if err := os.WriteFile(part, nil, 0o600); err != nil {
		return err
	}
	if _, err := l.copy.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return err
	}
	if err := os.Chmod(part, l.mode()); err != nil {
		return err
	}
	return Place(part, path)
}

// mode is the permissions of the library's file; its owner may write a copy even where the file is on a
// medium that cannot be written.
func (l *Library) mode() os.FileMode {
	if l.identity.info != nil {
		return l.identity.info.Mode().Perm() | 0o600
	}
	if info, err := os.Stat(l.identity.path); err == nil {
		return info.Mode().Perm() | 0o600
	}
	return 0o600
}

// Place gives a finished file, on the same disk, its name, whole and for good: its bytes are on the disk
// before it has the name, and the name is before Place returns. It fails with ErrExists where there is a
// file, and never replaces one. A log that lies beside the name, of a library that was there before, is set
// aside.
func Place(part, path string) error {
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	defer lockFolder(folder)() // between these lines nobody else makes a library there
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	if err := setAside(path); err != nil {
		return err
	}
	err = os.Link(part, path) // fails if somebody was faster
	if err != nil && !errors.Is(err, os.ErrExist) {
		err = claim(part, path)
	}
	if errors.Is(err, os.ErrExist) {
		return ErrExists
	}
	if err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// claim is for file systems without links: it takes the name first, where it is free, and then puts the
// file in the place of its own claim.
func claim(part, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// syncFolder writes the names in a folder to the disk. Some systems have no such thing and say so; the
// file is whole either way.
func syncFolder(folder string) {
	d, err := os.Open(folder)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
