package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"

	sqlite "modernc.org/sqlite"
)

// A library's file is opened by SQLite alone, as long as any connection of this process has it open:
// closing another descriptor of it drops the locks of them all (https://www.sqlite.org/howtocorrupt.html,
// 2.2). What must be known of it is asked by Stat or by SQL.

// pools are the connections to one file.
type pools struct {
	write *sql.DB // one connection, BEGIN IMMEDIATE; nil where nothing may be written
	read  *sql.DB
	look  *sql.DB // one connection that never writes, for DataVersion; it keeps the log from being deleted
	copy  *sql.DB // one connection that writes copies of the file elsewhere
}

// access is how a file is opened.
type access int

const (
	toWrite access = iota
	toRead         // by others it may be written
	frozen         // nobody writes it, and nothing beside it can be made
)

// readers is how many connections read at a time.
const readers = 4

// pragmas of every connection, in this order. synchronous=FULL: with NORMAL a power cut may take the last
// second along.
var pragmas = []string{"busy_timeout=10000", "foreign_keys=1", "synchronous=FULL", "temp_store=MEMORY"}

// pageSize is of new libraries; an older one keeps its own.
const pageSize = 8192

// connect opens the pools. All connections are made at once: one that was made later might find another
// file at the path. guard is asked before and after each; it may be nil.
func connect(ctx context.Context, file string, how access, guard func() error) (p *pools, err error) {
	mode := "mode=rw"
	if how == frozen {
		mode = "mode=ro&immutable=1"
	}
	p = &pools{}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.Close())
			p = nil
		}
	}()
	if how == toWrite {
		setup := append([]string{pragmas[0], fmt.Sprint("page_size=", pageSize), "journal_mode=WAL"}, pragmas[1:]...)
		if p.write, err = pool(ctx, uri(file, mode+"&_txlock=immediate"), setup, 1, guard); err != nil {
			return p, err
		}
	}
	reading := append(pragmas[:len(pragmas):len(pragmas)], "query_only=1")
	if p.look, err = pool(ctx, uri(file, mode), reading, 1, guard); err != nil {
		return p, err
	}
	if p.read, err = pool(ctx, uri(file, mode), reading, readers, guard); err != nil {
		return p, err
	}
	p.copy, err = pool(ctx, uri(file, mode), pragmas, 1, guard)
	return p, err
}

// Close closes all connections. The last one to close a library works the log into the file.
func (p *pools) Close() (err error) {
	for _, db := range []*sql.DB{p.copy, p.read, p.look, p.write} {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
	}
	return err
}

// pool opens n connections and reads by each, so that each has the file and its log open.
func pool(ctx context.Context, dsn string, setup []string, n int, guard func() error) (db *sql.DB, err error) {
	base, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	db = sql.OpenDB(&connector{base, setup, guard})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	conns := make([]*sql.Conn, 0, n)
	defer func() {
		for _, c := range conns {
			err = errors.Join(err, c.Close()) // back into the pool
		}
		if err != nil {
			err = errors.Join(err, db.Close())
			db = nil
		}
	}()
	for range n {
		c, err := db.Conn(ctx)
		if err != nil {
			return db, wrap("connect", err)
		}
		conns = append(conns, c)
		var k int
		if err := c.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&k); err != nil {
			return db, wrap("read the schema", err)
		}
	}
	return db, nil
}

// connector makes connections that are set up by pragmas in a given order: of those in the address of a
// database the driver sorts the order by itself, and a page size behind the journal's mode is too late.
type connector struct {
	driver.Connector
	setup []string
	guard func() error
}

// Connect makes a connection.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range c.setup {
		if _, err := conn.(driver.ExecerContext).ExecContext(ctx, "PRAGMA "+p, nil); err != nil {
			return nil, errors.Join(wrap("set it up", err), conn.Close()) // in this order: closing frees files
		}
	}
	if err := c.check(); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

func (c *connector) check() error {
	if c.guard == nil {
		return nil
	}
	return c.guard()
}

func uri(path, options string) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: options}).String()
}

// identity is which file a path stood for when it was opened, and which log lay beside it.
type identity struct {
	path string // as it was asked for, absolute: a link may be pointed elsewhere
	file string // what it resolves to, where SQLite has the log
	info os.FileInfo
	wal  os.FileInfo // nil: there was none
}

// check is ErrGone where the path stands for another file now, or for none: then what is written into the
// open file is not where people look for it.
func (i *identity) check() error {
	if i.info == nil {
		return nil
	}
	now, err := os.Stat(i.path)
	if err != nil {
		return errors.Join(ErrGone, err)
	}
	if !os.SameFile(now, i.info) {
		return fmt.Errorf("%w: %s is another file now", ErrGone, i.path)
	}
	if i.wal == nil {
		return nil
	}
	if now, err = os.Stat(i.file + "-wal"); err != nil {
		return errors.Join(ErrGone, err)
	}
	if !os.SameFile(now, i.wal) {
		return fmt.Errorf("%w: %s-wal is another file now", ErrGone, i.file)
	}
	return nil
}
