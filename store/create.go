package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Create makes a new library at path, whole or not at all: it is made under another name and gets this one
// when it is on the disk. It fails with ErrExists if there is a file, another program's new library among
// them; a file with nothing in it becomes the library.
func Create(ctx context.Context, path string) (*Library, error) {
	l, err := create(ctx, path)
	if err != nil {
		return nil, wrap("create "+path, err)
	}
	return l, nil
}

func create(ctx context.Context, path string) (_ *Library, err error) {
	if _, err := os.Stat(path); err == nil {
		return fill(ctx, path)
	}
	if to, err := os.Readlink(path); err == nil { // to a file that is not there yet
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		return create(ctx, to)
	}
	Sweep(filepath.Dir(path))
	shop, err := NewWorkshop(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, shop.Close()) }()
	part := shop.Path("part")
	if err := os.WriteFile(part, nil, 0o600); err != nil {
		return nil, err
	}
	made, err := fill(ctx, part)
	if err != nil {
		return nil, err
	}
	if err := made.Close(); err != nil { // the log is worked into the file
		return nil, err
	}
	if err := Place(part, path); err != nil {
		return nil, err
	}
	return Open(ctx, path)
}

// fill makes a library of a file with nothing in it, in place: each step of it is a transaction, and
// several programs that do it at once end with one library. It fails with ErrExists if there is something
// in the file.
func fill(ctx context.Context, path string) (*Library, error) {
	l := &Library{path: path}
	if err := l.fill(ctx); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func (l *Library) fill(ctx context.Context) (err error) {
	if l.identity.path, err = filepath.Abs(l.path); err != nil {
		return err
	}
	if l.identity.file, err = filepath.EvalSymlinks(l.identity.path); err != nil {
		return err
	}
	if _, err := look(ctx, l.identity.file, toWrite); err == nil {
		return ErrExists
	} else if !errors.Is(err, ErrEmpty) {
		if errors.Is(err, ErrNotLibrary) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrNewer) {
			return ErrExists
		}
		return err
	}
	if err := l.connect(ctx, toWrite); err != nil {
		return err
	}
	if err := l.migrate(ctx); err != nil {
		return err
	}
	// into the file itself: of a file of 0 bytes nobody expects a library
	_, err = l.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// setAside renames a log that lies beside the path of a file that is not there: SQLite would work it into
// the next file of that name. It may be all that there is of somebody's work, so it is kept, as
// "paper.qingyang-wal.1".
func setAside(path string) error {
	for _, end := range []string{"-wal", "-journal"} {
		info, err := os.Stat(path + end)
		if err != nil || info.Size() == 0 {
			continue
		}
		if err := renameFree(path+end, path+end); err != nil {
			return err
		}
	}
	for _, end := range []string{"-wal", "-journal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// renameFree renames a file to the first of "name.1", "name.2", … that is not taken, and never replaces a
// file.
func renameFree(path, name string) error {
	for k := 1; ; k++ {
		to := fmt.Sprintf("%s.%d", name, k)
		err := os.Link(path, to)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			if err = claim(path, to); errors.Is(err, os.ErrExist) {
				continue
			}
			return err // it was renamed
		}
		return os.Remove(path)
	}
}

// copyFile copies a file to a name that must not be taken, with its permissions, onto the disk.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, info.Mode().Perm()|0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}
