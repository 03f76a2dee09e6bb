// Package store is the library: one SQLite file with the sources of pages, their logs of revisions,
// and rows that are derived from these.
//
// It knows rows and bytes, not newspapers, and imports nothing of ours. Sources and revisions are
// immutable, held by triggers; everything else can be made anew from them. Start reading at Open and
// Append; schema1.sql and those after it are the schema, docs/library.md explains it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Library is an open library. Any goroutine may call its methods.
type Library struct {
	View
	*pools
	path     string
	identity identity
	former   string    // the copy that was made before it was migrated
	why      error     // nothing may be written; nil where it may
	shop     *Workshop // what is open is a copy of our own in it; nil where it is the file itself
	lost     []Fault   // of a damaged library
}

// Open opens the library at path to work in it. The error wraps os.ErrNotExist where there is no file, and
// else tells by its kind why it cannot be opened; the file is then as it was.
//
// Where the file or its folder cannot be written, or the disk has no room, it opens all the same and
// ReadOnly says why. What processes that were killed left beside it is removed.
func Open(ctx context.Context, path string) (*Library, error) {
	return open(ctx, path, toWrite)
}

// OpenToRead opens the library at path only to read it: it neither takes the write lock nor waits for it,
// unless the library is of an earlier version, which is brought to the present one first.
func OpenToRead(ctx context.Context, path string) (*Library, error) {
	return open(ctx, path, toRead)
}

func open(ctx context.Context, path string, how access) (*Library, error) {
	l := &Library{path: path}
	if err := l.open(ctx, how); err != nil {
		return nil, wrap("open "+path, errors.Join(err, l.Close()))
	}
	return l, nil
}

func (l *Library) open(ctx context.Context, how access) (err error) {
	if l.identity.path, err = filepath.Abs(l.path); err != nil {
		return err
	}
	if l.identity.file, err = filepath.EvalSymlinks(l.identity.path); err != nil {
		return err
	}
	file := l.identity.file
	if info, err := os.Stat(file); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return ErrNotLibrary
	}
	Sweep(filepath.Dir(file))
	if !writable(file) || !writable(filepath.Dir(file)) {
		return l.openFrozen(ctx, ErrReadOnly)
	}
	version, err := look(ctx, file, how)
	if errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotLibrary) && !errors.Is(err, ErrEmpty) && isRuin(file) {
		return l.openRuin(ctx, fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	if err != nil {
		return err
	}
	if version < len(migrations) {
		how = toWrite
	}
	err = l.connect(ctx, how)
	if errors.Is(err, ErrDamaged) { // a read that failed at a bad moment, or it was damaged just now
		if _, err = look(ctx, file, how); err == nil {
			err = l.connect(ctx, how)
		}
	}
	if err != nil {
		if errors.Is(err, ErrFull) || errors.Is(err, ErrReadOnly) {
			return l.openFrozen(ctx, err)
		}
		return err
	}
	if how == toRead {
		l.why = ErrReadOnly
		_, err := l.version(ctx) // in the log it may be newer
		return err
	}
	if err := l.migrate(ctx); !errors.Is(err, ErrDamaged) {
		return err
	} else if e := l.shut(); e != nil {
		return errors.Join(err, e)
	} else {
		return l.openRuin(ctx, err)
	}
}

// connect opens the pools on the file that the path stands for, and keeps which file that is.
func (l *Library) connect(ctx context.Context, how access) (err error) {
	if l.identity.info, err = os.Stat(l.identity.file); err != nil {
		return err
	}
	if err := l.use(ctx, l.identity.file, how, l.identity.check); err != nil {
		return err
	}
	l.enter(l.identity.info)
	if wal, err := os.Stat(l.identity.file + "-wal"); err == nil {
		l.identity.wal = wal
	}
	return nil
}

// use opens the pools on a file.
func (l *Library) use(ctx context.Context, file string, how access, guard func() error) (err error) {
	if l.pools, err = connect(ctx, file, how, guard); err != nil {
		return wrap("connect", err)
	}
	l.View = View{l.pools.read}
	return nil
}

// openFrozen opens a library that cannot be written: in place, or, where it has a log that is not worked
// in or is of an earlier version, by a copy of our own that is gone when it is closed.
func (l *Library) openFrozen(ctx context.Context, why error) error {
	file := l.identity.file
	l.why = fmt.Errorf("%w: %w", ErrReadOnly, why)
	if !hasLog(file) {
		version, err := look(ctx, file, frozen)
		if errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotLibrary) && !errors.Is(err, ErrEmpty) && isRuin(file) {
			return l.openRuin(ctx, fmt.Errorf("%w: %w", ErrDamaged, err))
		}
		if err != nil {
			return err
		}
		if version == len(migrations) {
			return l.connect(ctx, frozen)
		}
	}
	shop, err := ownWorkshop()
	if err != nil {
		return err
	}
	l.shop = shop
	own := shop.Path("library")
	for _, end := range []string{"", "-wal"} {
		if err := copyFile(file+end, own+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if _, err := look(ctx, own, toWrite); errors.Is(err, ErrDamaged) {
		return errors.Join(l.shop.Close(), l.openRuin(ctx, err))
	} else if err != nil {
		return err
	}
	if err := l.use(ctx, own, toWrite, nil); err != nil {
		return err
	}
	return l.migrate(ctx)
}

// ownWorkshop is where copies are that this process alone reads.
func ownWorkshop() (*Workshop, error) {
	Sweep(os.TempDir())
	return NewWorkshop(os.TempDir())
}

// openRuin opens a damaged library by a copy of our own of all that is sound in it.
func (l *Library) openRuin(ctx context.Context, damage error) error {
	shop, err := ownWorkshop()
	if err != nil {
		return err
	}
	l.shop, l.why = shop, fmt.Errorf("%w: %w", ErrReadOnly, damage)
	own := shop.Path("library")
	if l.lost, err = salvage(ctx, l.identity.file, own, nil, nil); err != nil {
		return errors.Join(damage, err)
	}
	if err := l.use(ctx, own, toWrite, nil); err != nil {
		return err
	}
	pages, err := l.AllPages(ctx)
	if err == nil && len(pages) == 0 {
		return damage // nothing of it is left
	}
	return err
}

// Close closes the library. The write-ahead log is worked into the file by the last one to close it.
func (l *Library) Close() (err error) {
	err = l.shut()
	if l.shop != nil {
		err = errors.Join(err, l.shop.Close())
	}
	return err
}

// shut closes the connections, and then only gives up that this process has the file open.
func (l *Library) shut() (err error) {
	if l.pools != nil {
		err = l.pools.Close()
	}
	l.leave()
	return err
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly is nil where the library may be written, and else ErrReadOnly, with ErrFull or ErrDamaged where
// that is the reason.
func (l *Library) ReadOnly() error { return l.why }

// Gone is ErrGone where the library's path does not stand for the open file any more: what is written from
// then on would not be where people look for it, and every method that writes fails with ErrGone too.
// Backup still works. Its cost is that of two Stats; a file system that does not answer keeps it waiting.
func (l *Library) Gone(context.Context) error {
	return wrap("look for "+l.path, l.identity.check())
}

// in runs work in one write transaction: all of it or nothing. When it returns nil what was written
// survives a power cut and is in the file at the library's path.
func (l *Library) in(ctx context.Context, doing string, work func(tx *sql.Tx) error) error {
	if l.why != nil {
		return wrap(doing, l.why)
	}
	return wrap(doing, l.transact(ctx, work))
}

func (l *Library) transact(ctx context.Context, work func(tx *sql.Tx) error) error {
	if err := l.identity.check(); err != nil {
		return err
	}
	tx, err := l.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	err = work(tx)
	if err == nil {
		err = l.identity.check()
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return l.identity.check()
}
