package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
)

// Backup writes a copy of the library to path, complete or not at all, with the permissions of the
// library. It fails with ErrExists where there is a file.
func (l *Library) Backup(ctx context.Context, path string) error {
	return wrap("back up to "+path, l.backup(ctx, path))
}

func (l *Library) backup(ctx context.Context, path string) (err error) {
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	info, err := os.Stat(l.path)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp(filepath.Dir(path), ".backup-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	part := filepath.Join(folder, "part")
	f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(info.Mode().Perm()), f.Close()); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", uri(l.path, "_pragma=busy_timeout(10000)"))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", part)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return place(part, path)
}

// place gives a finished file its name, whole and for good: its bytes are on the disk before it has the
// name, and the name is before place returns. It fails with ErrExists where there is a file.
func place(part, path string) error {
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
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
	syncFolder(filepath.Dir(path))
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
