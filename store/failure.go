package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	sqlite "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can go wrong with a library, for errors.Is. Every error of this package that is not the caller's own
// is one of these.
var (
	ErrNotLibrary = errors.New("not a Qingyang library")
	ErrEmpty      = fmt.Errorf("%w: there is nothing in it", ErrNotLibrary) // Create makes a library of it
	ErrNewer      = errors.New("the library was made by a newer version")
	ErrDamaged    = errors.New("the library is damaged")
	ErrReadOnly   = errors.New("the library can only be read")
	ErrFull       = errors.New("the disk is full")
	ErrExists     = errors.New("there is a file of that name already")
	ErrGone       = errors.New("the library's file was moved or deleted while it was open")
	ErrBusy       = errors.New("another program keeps the library locked")
	ErrIO         = errors.New("the disk cannot be read or written")
	ErrTooMany    = errors.New("too many files are open")
	ErrCancelled  = errors.New("the work was cancelled")
	ErrStale      = errors.New("the page has newer revisions")
	ErrNotFound   = errors.New("there is no such row")
	ErrSwallowed  = errors.New("something in the library keeps rows from being written")
)

// wrap says what was being done, and names the kinds of errors that callers tell apart.
func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	if kind := kindOf(err); kind != nil && !errors.Is(err, kind) {
		err = errors.Join(kind, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// kindOf is the kind of an error that comes from elsewhere, or nil where it says by itself what it is.
func kindOf(err error) error {
	for _, own := range []error{ErrGone, ErrStale, ErrNotFound, ErrSwallowed, ErrExists, ErrNewer} {
		if errors.Is(err, own) {
			return nil
		}
	}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return ErrCancelled
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return ErrTooMany
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return ErrFull
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	case errors.Is(err, syscall.EIO):
		return ErrIO
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		return kindOfCode(e.Code())
	}
	return nil
}

// kindOfCode is the kind of a result code of SQLite's (https://www.sqlite.org/rescode.html).
func kindOfCode(code int) error {
	switch code {
	case lib.SQLITE_IOERR_SHMSIZE: // the index of the log cannot grow
		return ErrFull
	case lib.SQLITE_IOERR_CORRUPTFS:
		return ErrIO
	case lib.SQLITE_READONLY_DBMOVED:
		return ErrGone
	}
	switch code & 0xFF {
	case lib.SQLITE_FULL:
		return ErrFull
	case lib.SQLITE_CORRUPT:
		return ErrDamaged
	case lib.SQLITE_NOTADB:
		return ErrNotLibrary
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return ErrReadOnly
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_PROTOCOL:
		return ErrBusy
	case lib.SQLITE_INTERRUPT, lib.SQLITE_ABORT:
		return ErrCancelled
	case lib.SQLITE_CANTOPEN:
		if tooMany() {
			return ErrTooMany
		}
		return ErrIO
	case lib.SQLITE_IOERR:
		return ErrIO
	}
	return nil
}

// tooMany says whether no more files can be opened: SQLite says only that it could not open one.
func tooMany() bool {
	f, err := os.Open(filepath.Dir(os.TempDir()))
	if err == nil {
		_ = f.Close()
	}
	return errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)
}
