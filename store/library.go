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
	"net/url"
	"os"
	"strings"

	sqlite "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can go wrong with a library, for errors.Is. Every failing Open leaves the file as it was.
var (
	ErrNotLibrary = errors.New("not a Qingyang library")
	ErrNewer      = errors.New("the library was made by a newer version")
	ErrDamaged    = errors.New("the library is damaged")
	ErrStale      = errors.New("the page has newer revisions")
	ErrReadOnly   = errors.New("the library can only be read")
	ErrFull       = errors.New("the disk is full")
	ErrExists     = errors.New("there is a file of that name already")
	ErrNotFound   = errors.New("there is no such row")
	ErrSwallowed  = errors.New("something in the library keeps rows from being written")
)

// applicationID marks a file as a Qingyang library: "QYNG" in ASCII.
const applicationID = 0x51594E47

// Library is an open library. Any goroutine may call its methods.
type Library struct {
	path   string
	former string  // the copy that was made before it was migrated
	write  *sql.DB // one connection, BEGIN IMMEDIATE
	read   *sql.DB
	look   *sql.DB // one connection that never writes, for DataVersion
}

// Create makes a new library at path. It fails with ErrExists if there is a file.
func Create(ctx context.Context, path string) (*Library, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil, fmt.Errorf("create %s: %w", path, ErrExists)
	}
	if err != nil {
		return nil, wrap("create "+path, err)
	}
	if err := f.Close(); err != nil {
		return nil, wrap("create "+path, err)
	}
	l, err := connect(path)
	if err == nil {
		if err = l.migrate(ctx); err == nil {
			// into the file itself, whose header is what Open looks at first
			_, err = l.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
		}
		if err == nil {
			return l, nil
		}
		err = errors.Join(err, l.Close())
	}
	return nil, errors.Join(wrap("create "+path, err), os.Remove(path))
}

// Open opens the library at path. The error wraps os.ErrNotExist where there is no file, and one of
// ErrNotLibrary, ErrNewer, ErrDamaged, ErrReadOnly where there is one that can't be opened.
func Open(ctx context.Context, path string) (*Library, error) {
	if err := inspect(ctx, path); err != nil {
		return nil, wrap("open "+path, err)
	}
	l, err := connect(path)
	if err == nil {
		if err = l.migrate(ctx); err == nil {
			return l, nil
		}
		err = errors.Join(err, l.Close())
	}
	return nil, wrap("open "+path, err)
}

// wholeCheck is the size up to which a file is looked through before it is opened (10 ms). In a larger
// one only the schema and the ends of the main tables are read: the rest is what Verify is for, and
// what cannot be read later is ErrDamaged then.
const wholeCheck = 8 << 20

// inspect looks at a file without changing it: through a connection that cannot write, and without
// the write-ahead log unless there is one already.
func inspect(ctx context.Context, path string) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() < 512 {
		return ErrNotLibrary
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return ErrReadOnly
	}
	head := make([]byte, 100)
	_, err = f.ReadAt(head, 0)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	// https://www.sqlite.org/fileformat2.html#the_database_header: offsets 0, 16, 60, 68
	u32 := func(at int) int {
		return int(head[at])<<24 | int(head[at+1])<<16 | int(head[at+2])<<8 | int(head[at+3])
	}
	if !strings.HasPrefix(string(head), "SQLite format 3\x00") || u32(68) != applicationID {
		return ErrNotLibrary
	}
	if u32(60) > len(migrations) {
		return ErrNewer
	}
	options := "mode=ro"
	if _, err := os.Stat(path + "-wal"); errors.Is(err, os.ErrNotExist) {
		if pages, size := u32(28), int(head[16])<<8|int(head[17]); size > 1 && int64(pages)*int64(size) > info.Size() {
			return ErrDamaged
		}
		options += "&immutable=1" // no one has it open with changes: look without making -wal and -shm
	}
	db, err := sql.Open("sqlite", uri(path, options))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	check := "PRAGMA quick_check(1)"
	if info.Size() > wholeCheck {
		check = "SELECT iif(count(*) > 0, 'ok', 'empty') FROM sqlite_schema, (SELECT max(n) FROM revision), (SELECT max(id) FROM page)"
	}
	rows, err := db.QueryContext(ctx, check)
	if err != nil {
		return ErrDamaged
	}
	verdict := ""
	for rows.Next() {
		if err := rows.Scan(&verdict); err != nil {
			break
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil || verdict != "ok" {
		return ErrDamaged
	}
	return nil
}

func uri(path, options string) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: options}).String()
}

// connect opens the pools. synchronous=FULL: with NORMAL a power cut may take the last second along.
func connect(path string) (*Library, error) {
	pragmas := "_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)&_pragma=temp_store(MEMORY)"
	l := &Library{path: path}
	var errs [3]error
	l.write, errs[0] = sql.Open("sqlite", uri(path, "_txlock=immediate&_pragma=page_size(8192)&_pragma=journal_mode(WAL)&"+pragmas))
	l.read, errs[1] = sql.Open("sqlite", uri(path, "_pragma=query_only(1)&"+pragmas))
	l.look, errs[2] = sql.Open("sqlite", uri(path, "_pragma=query_only(1)&"+pragmas))
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	l.write.SetMaxOpenConns(1)
	l.read.SetMaxOpenConns(4)
	l.look.SetMaxOpenConns(1)
	l.look.SetMaxIdleConns(1)
	return l, nil
}

// Close closes the library. The write-ahead log is worked into the file by the last one to close it.
func (l *Library) Close() error {
	return errors.Join(l.look.Close(), l.read.Close(), l.write.Close())
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// wrap says what was being done, and names the kinds of errors that callers tell apart.
func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = errors.Join(ErrNotFound, err)
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xFF {
		case lib.SQLITE_FULL:
			err = errors.Join(ErrFull, err)
		case lib.SQLITE_CORRUPT:
			err = errors.Join(ErrDamaged, err)
		case lib.SQLITE_NOTADB:
			err = errors.Join(ErrNotLibrary, err)
		case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
			err = errors.Join(ErrReadOnly, err)
		}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// in runs work in one write transaction: all of it or nothing.
func (l *Library) in(ctx context.Context, doing string, work func(tx *sql.Tx) error) error {
	tx, err := l.write.BeginTx(ctx, nil)
	if err != nil {
		return wrap(doing, err)
	}
	if err := work(tx); err != nil {
		return wrap(doing, errors.Join(err, tx.Rollback()))
	}
	return wrap(doing, tx.Commit())
}
