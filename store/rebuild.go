package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// This file makes anew what is not the truth.

// Repair puts what the schema says back in force (triggers, views and indexes that are missing or were
// changed; triggers and views that are not ours go), empties the search's index, and takes away derived rows
// of pages that do not exist. RebuildDerived for every page makes the rest.
func (l *Library) Repair(ctx context.Context) error {
	return l.rebuild(ctx, "repair", func(tx *sql.Tx) error {
		if err := repairSchema(ctx, tx); err != nil {
			return err
		}
		if err := repairIndex(ctx, tx); err != nil {
			return err
		}
		for _, q := range []string{
			"DELETE FROM card WHERE page NOT IN (SELECT id FROM page)",
			"DELETE FROM correction WHERE page NOT IN (SELECT id FROM page)",
		} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		return nil
	})
}

// rebuild is in for what is derived: a copy of our own may be changed too.
func (l *Library) rebuild(ctx context.Context, doing string, work func(tx *sql.Tx) error) error {
	if l.why != nil && l.shop == nil {
		return wrap(doing, l.why)
	}
	return wrap(doing, l.transact(ctx, work))
}

func repairSchema(ctx context.Context, tx *sql.Tx) error {
	want, err := expectedSchema(ctx)
	if err != nil {
		return err
	}
	there, err := schemaOf(ctx, tx)
	if err != nil {
		return err
	}
	for key, o := range there {
		ours, ok := want[key]
		small := o.kind == "trigger" || o.kind == "view" || o.kind == "index" && ok
		if small && (!ok || plainSQL(ours.sql) != plainSQL(o.sql)) {
			if _, err := tx.ExecContext(ctx, fmt.Sprintf("DROP %s %q", o.kind, o.name)); err != nil {
				return err
			}
			delete(there, key)
		}
	}
	for _, kind := range []string{"table", "index", "view", "trigger"} { // each may need those before it
		for key, o := range want {
			if _, ok := there[key]; ok || o.kind != kind || strings.HasPrefix(o.name, "gram") || o.sql == "" {
				continue
			}
			if _, err := tx.ExecContext(ctx, o.sql); err != nil {
				return err
			}
		}
	}
	return nil
}

// repairIndex makes the search's index anew, with nothing in it.
func repairIndex(ctx context.Context, tx *sql.Tx) error {
	want, err := expectedSchema(ctx)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DROP TABLE IF EXISTS gram"); err != nil {
		// Without all of its own tables it cannot always be dropped.
		if err := forgetIndex(ctx, tx); err != nil {
			return err
		}
	}
	for _, part := range []string{"data", "idx", "content", "docsize", "config"} {
		if _, err := tx.ExecContext(ctx, "DROP TABLE IF EXISTS gram_"+part); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, want["table gram"].sql)
	return err
}

// forgetIndex takes an index that SQLite cannot open out of the schema: https://www.sqlite.org/pragma.html#pragma_writable_schema
func forgetIndex(ctx context.Context, tx *sql.Tx) (err error) {
	if _, err := tx.ExecContext(ctx, "PRAGMA writable_schema = ON"); err != nil {
		return err
	}
	defer func() {
		_, e := tx.ExecContext(ctx, "PRAGMA writable_schema = RESET")
		err = errors.Join(err, e)
	}()
	if _, err := tx.ExecContext(ctx, "DELETE FROM sqlite_schema WHERE name = 'gram'"); err != nil {
		return err
	}
	return nil
}

// RebuildDerived puts other derived rows in the place of a page's: all its corrections and cards. s is of
// the page's whole log; where the log has grown meanwhile it is ErrStale and nothing is changed.
func (l *Library) RebuildDerived(ctx context.Context, page PageID, s Step) error {
	return l.rebuild(ctx, "rebuild derived rows", func(tx *sql.Tx) error {
		var last int
		if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) FROM revision WHERE page = ?", page).Scan(&last); err != nil {
			return err
		}
		if last != len(s.Revisions) {
			return fmt.Errorf("%w: it has %d, these rows are of %d", ErrStale, last, len(s.Revisions))
		}
		return replaceDerived(ctx, tx, page, s)
	})
}

// RebuildLocked is RebuildDerived with rows that are made while nobody else can write, so that it is never
// ErrStale, however often the log grows: other writers wait for make as well. make reads by its View alone.
func (l *Library) RebuildLocked(ctx context.Context, page PageID, make func(View) (Step, error)) error {
	return l.rebuild(ctx, "rebuild derived rows", func(tx *sql.Tx) error {
		s, err := make(View{tx})
		if err != nil {
			return err
		}
		return replaceDerived(ctx, tx, page, s)
	})
}

// replaceDerived puts the corrections and cards of s in the place of a page's.
func replaceDerived(ctx context.Context, tx *sql.Tx, page PageID, s Step) error {
	for _, q := range []string{
		"DELETE FROM correction WHERE page = ?",
		"DELETE FROM gram WHERE rowid IN (SELECT id FROM card WHERE page = ?)",
		"DELETE FROM card WHERE page = ?",
	} {
		if _, err := tx.ExecContext(ctx, q, page); err != nil {
			return err
		}
	}
	if err := writeCorrections(ctx, tx, page, s.Corrections); err != nil {
		return err
	}
	return writeCards(ctx, tx, page, s.Cards)
}
