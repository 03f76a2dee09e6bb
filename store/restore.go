package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Restore puts a backup in the place of the library at path, whole or not at all, and gives the name that
// the former file has now; "" where there was none. Its log goes with the former file: in the place where
// it was SQLite would work it into the backup.
//
// It fails with ErrBusy while any program has the library open, and with ErrDamaged where the backup is
// damaged; nothing is changed then. The backup itself stays as it is.
func Restore(ctx context.Context, path, backup string) (former string, err error) {
	former, err = restore(ctx, path, backup)
	return former, wrap("restore "+path, err)
}

func restore(ctx context.Context, path, backup string) (former string, err error) {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	old, err := os.Stat(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	if err == nil {
		if !old.Mode().IsRegular() {
			return "", ErrNotLibrary
		}
		if same, err := os.Stat(backup); err == nil && os.SameFile(same, old) {
			return "", fmt.Errorf("%w: the backup is the library itself", ErrExists)
		}
		if openHere(old) || inUse(path) {
			return "", ErrBusy
		}
	}
	l, err := OpenToRead(ctx, backup)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	if err := l.ReadOnly(); errors.Is(err, ErrDamaged) {
		return "", err
	}
	if err := quickCheck(ctx, l.read); err != nil {
		return "", err
	}
	shop, err := NewWorkshop(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, shop.Close()) }()
	part := shop.Path("part")
	if err := l.backup(ctx, part); err != nil {
		return "", err
	}
	if old == nil {
		return "", Place(part, path)
	}
	if err := os.Chmod(part, old.Mode().Perm()); err != nil {
		return "", err
	}
	return exchange(part, path)
}

// exchange puts a finished file in the place of a library that nobody has open. On file systems with links
// there is a library at path at every moment; if it is cut short the former file is complete, under its own
// name or the new one.
func exchange(part, path string) (former string, err error) {
	folder := filepath.Dir(path)
	defer lockFolder(folder)()
	ext := filepath.Ext(path)
	for k := 1; ; k++ {
		former = strings.TrimSuffix(path, ext) + "-before" + ext
		if k > 1 {
			former = fmt.Sprintf("%s-before-%d%s", strings.TrimSuffix(path, ext), k, ext)
		}
		taken := false
		for _, end := range []string{"", "-wal", "-journal"} { // a log under the new name is another's
			_, err := os.Lstat(former + end)
			taken = taken || err == nil
		}
		if taken {
			continue
		}
		if err = os.Link(path, former); errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			err = os.Rename(path, former) // a file system without links
		}
		if err != nil {
			return "", err
		}
		break
	}
	for _, end := range []string{"-wal", "-journal"} {
		if err := os.Rename(path+end, former+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return former, err
		}
	}
	if err := os.Remove(path + "-shm"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return former, err
	}
	if err := os.Rename(part, path); err != nil {
		return former, err
	}
	syncFolder(folder)
	return former, nil
}
