package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

var (
	//go:embed schema1.sql
	schema1 string
	//go:embed schema2.sql
	schema2 string
	//go:embed schema3.sql
	schema3 string
	//go:embed schema4.sql
	schema4 string
	//go:embed schema5.sql
	schema5 string
	//go:embed schema6.sql
	schema6 string
	//go:embed schema7.sql
	schema7 string
)

// migration brings a library to the next version: by SQL, then by what only Go can do.
type migration struct {
	sql  string
	then func(context.Context, *sql.Tx) error // may be nil
}

// migrations bring a library from version i to i+1 (user_version). A row is never changed once a
// version with it was given to people: a later change of the schema is a row of its own.
var migrations = []migration{{schema1, nil}, {schema2, nil}, {schema3, fillSums}, {schema4, nil}, {schema5, nil}, {schema6, nil}, {schema7, nil}}

// migrate brings the library to the newest version, in one transaction. What version it has now is asked
// inside of it: the file's header lags behind while a log of another process is not merged, and that
// process may be migrating too. Of a library that has been in use a copy is made before.
func (l *Library) migrate(ctx context.Context) error {
	now, err := l.version(ctx)
	if err != nil || now == len(migrations) {
		return err
	}
	err = l.transact(ctx, func(tx *sql.Tx) error {
		v, err := versionOf(ctx, tx)
		if err != nil || v == len(migrations) {
			return err
		}
		if v > 0 && l.shop == nil {
			if l.former, err = l.keepFormer(ctx, v); err != nil {
				return err
			}
		}
		for ; v < len(migrations); v++ {
			m := migrations[v]
			if _, err := tx.ExecContext(ctx, m.sql); err != nil {
				return fmt.Errorf("to version %d: %w", v+1, err)
			}
			if m.then == nil {
				continue
			}
			if err := m.then(ctx, tx); err != nil {
				return fmt.Errorf("to version %d: %w", v+1, err)
			}
		}
		_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", v, applicationID))
		return err
	})
	if err != nil {
		return wrap("migrate", err)
	}
	// into the file itself, whose header is what Open looks at first; others may still read the log
	_, err = l.write.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
	return wrap("migrate", err)
}

// version is the version that the library has, in its log if not in the file yet.
func (l *Library) version(ctx context.Context) (int, error) {
	v, err := versionOf(ctx, l.read)
	return v, wrap("read the version", err)
}

func versionOf(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (v int, err error) {
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v); err != nil {
		return 0, err
	}
	if v > len(migrations) {
		return v, ErrNewer
	}
	return v, nil
}

// Former is the copy that was made before this library was brought to the present version, or "".
func (l *Library) Former() string { return l.former }

// keepFormer copies a library of an older version to a name beside it: "paper.qingyang" of version 2 to
// "paper-v2.qingyang", or "paper-v2-2.qingyang" where that is taken. The caller holds the write lock, so
// that nobody writes meanwhile.
func (l *Library) keepFormer(ctx context.Context, version int) (path string, err error) {
	ext := filepath.Ext(l.path)
	for k := 1; ; k++ {
		path = fmt.Sprintf("%s-v%d%s", strings.TrimSuffix(l.path, ext), version, ext)
		if k > 1 {
			path = fmt.Sprintf("%s-v%d-%d%s", strings.TrimSuffix(l.path, ext), version, k, ext)
		}
		if err = l.Backup(ctx, path); !errors.Is(err, ErrExists) {
			return path, err
		}
	}
}

// fillSums gives the rows of earlier versions their sums.
func fillSums(ctx context.Context, tx *sql.Tx) error {
	guards := []string{"revision_update", "reading_update", "signature_update"}
	again := make([]string, len(guards))
	for i, name := range guards {
		if err := tx.QueryRowContext(ctx, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", name).Scan(&again[i]); err != nil {
			return fmt.Errorf("trigger %s: %w", name, err)
		}
		if _, err := tx.ExecContext(ctx, "DROP TRIGGER "+name); err != nil {
			return err
		}
	}
	if err := errors.Join(sumRevisions(ctx, tx), sumReadings(ctx, tx), sumSignatures(ctx, tx)); err != nil {
		return err
	}
	for _, q := range again {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

func sumRevisions(ctx context.Context, tx *sql.Tx) error {
	type row struct {
		page PageID
		n    int
		sum  int64
	}
	return each(ctx, tx, "SELECT page, n, grp, coalesce(person, 0), coalesce(rule, ''), time, round, note, ops FROM revision",
		func(r *sql.Rows) (w row, err error) {
			var x Revision
			var at string
			if err := r.Scan(&w.page, &x.N, &x.Group, &x.Person, &x.Rule, &at, &x.Round, &x.Note, &x.Ops); err != nil {
				return w, err
			}
			w.n, w.sum = x.N, sumOf(w.page, x.N, x.Group, orNull(x.Person), orNull(x.Rule), at, x.Round, x.Note, nonNil(x.Ops))
			return w, nil
		}, func(w row) error {
			return one(tx.ExecContext(ctx, "UPDATE revision SET sum = ? WHERE page = ? AND n = ?", w.sum, w.page, w.n))
		})
}

func sumReadings(ctx context.Context, tx *sql.Tx) error {
	type row struct{ id, sum int64 }
	return each(ctx, tx, "SELECT reading.id, page, sha256, name, media, encoding, chosen, time, part FROM reading JOIN source ON source.id = reading.source",
		func(r *sql.Rows) (w row, err error) {
			var page PageID
			var sha []byte
			var s Source
			var at string
			err = r.Scan(&w.id, &page, &sha, &s.Name, &s.Media, &s.Encoding, &s.Chosen, &at, &s.Part)
			w.sum = sumOf(page, sha, s.Name, s.Media, s.Encoding, s.Chosen, at, s.Part)
			return w, err
		}, func(w row) error {
			return one(tx.ExecContext(ctx, "UPDATE reading SET sum = ? WHERE id = ?", w.sum, w.id))
		})
}

func sumSignatures(ctx context.Context, tx *sql.Tx) error {
	type row struct{ id, sum int64 }
	return each(ctx, tx, "SELECT rowid, page, origin, idx, round, person, time FROM signature",
		func(r *sql.Rows) (w row, err error) {
			var page PageID
			var origin, index int32
			var round uint8
			var person int64
			var at string
			err = r.Scan(&w.id, &page, &origin, &index, &round, &person, &at)
			w.sum = sumOf(page, origin, index, round, person, at)
			return w, err
		}, func(w row) error {
			return one(tx.ExecContext(ctx, "UPDATE signature SET sum = ? WHERE rowid = ?", w.sum, w.id))
		})
}

// each reads all rows of a query and then does something with each: rows must not be written while they
// are read. It keeps keys and sums in memory, 30 bytes a row.
func each[T any](ctx context.Context, tx *sql.Tx, query string, scan func(*sql.Rows) (T, error), do func(T) error) error {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return closeAfter(rows, err)
		}
		all = append(all, one)
	}
	if err := closeAfter(rows, rows.Err()); err != nil {
		return err
	}
	for _, one := range all {
		if err := do(one); err != nil {
			return err
		}
	}
	return nil
}
