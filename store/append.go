package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Revision is a row of a page's log. Exactly one of Person and Rule is set.
type Revision struct {
	N, Group int
	Person   int64
	Rule     string
	Time     time.Time
	Round    uint8
	Note     string
	Ops      []byte
}

// Correction is a difference that a revision made, as lists and the sqlite3 shell show it.
type Correction struct {
	Revision                         int
	Ops                              []int
	Kind, Before, After, Left, Right string
	Person                           int64
	Rule                             string
	Time                             time.Time
	Place                            int // rune offset in the raw page; -1 unknown
	Origin, Index                    int32
	Counts                           bool
}

// Card is an article as lists show it, and what a search looks through.
type Card struct {
	Origin, Index      int32
	Name               string
	Characters, Blocks int
	Text               string // all of it, blocks parted by '\n'
}

// Switch says that a correction of a revision counts now, or no longer does.
type Switch struct {
	Revision int
	K        int // its place among the revision's corrections, from 0
	Counts   bool
}

// Step is what one save writes: revisions, and what follows from them.
type Step struct {
	Revisions   []Revision
	Corrections []Correction // of these revisions, and of those in Anew; by revision
	Switched    []Switch     // of earlier ones
	Anew        []int        // earlier revisions whose corrections are told otherwise now: other rows take their place
	Cards       []Card
	CardsKnown  bool     // Cards takes the place of the page's cards
	Account     *Account // of the draft that the revisions are; nil where they are none
}

// Append adds revisions to the log of a page, with what follows from them, in one transaction: all or
// nothing.
//
// The first revision's N must follow the last one in the file, else ErrStale: load the new ones and
// try again. When Append returns nil the rows survive a power cut.
func (l *Library) Append(ctx context.Context, page PageID, s Step) error {
	return l.in(ctx, "append revisions", func(tx *sql.Tx) error { return appendStep(ctx, tx, page, s) })
}

func appendStep(ctx context.Context, tx *sql.Tx, page PageID, s Step) error {
	if len(s.Revisions) > 0 {
		last := 0
		if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) FROM revision WHERE page = ?", page).Scan(&last); err != nil {
			return err
		}
		if s.Revisions[0].N != last+1 {
			return fmt.Errorf("%w: it has %d, the first to append is %d", ErrStale, last, s.Revisions[0].N)
		}
	}
	if err := writeRevisions(ctx, tx, page, s.Revisions); err != nil {
		return err
	}
	if s.Account != nil {
		if err := addAccount(ctx, tx, page, *s.Account); err != nil {
			return err
		}
	}
	for _, n := range s.Anew {
		if _, err := tx.ExecContext(ctx, "DELETE FROM correction WHERE page = ? AND n = ?", page, n); err != nil {
			return err
		}
	}
	if err := writeCorrections(ctx, tx, page, s.Corrections); err != nil {
		return err
	}
	if err := writeSwitched(ctx, tx, page, s.Switched); err != nil {
		return err
	}
	if s.CardsKnown {
		return writeCards(ctx, tx, page, s.Cards)
	}
	return nil
}

func writeRevisions(ctx context.Context, tx *sql.Tx, page PageID, all []Revision) error {
	if len(all) == 0 {
		return nil
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO revision (page, n, grp, person, rule, time, round, note, ops, sum)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	for _, r := range all {
		r.Ops = nonNil(r.Ops)
		err := one(insert.ExecContext(ctx, page, r.N, r.Group, orNull(r.Person), orNull(r.Rule), timeText(r.Time), r.Round, r.Note, r.Ops,
			sumOfRevision(page, r)))
		if err != nil {
			return err
		}
	}
	return insert.Close()
}

const switchCorrection = "UPDATE correction SET counts = ?1 WHERE page = ?2 AND n = ?3 AND k = ?4 AND counts <> ?1"

// writeSwitched goes by the keys of the rows: of a revision with thousands of corrections each is found
// at once.
func writeSwitched(ctx context.Context, tx *sql.Tx, page PageID, all []Switch) error {
	if len(all) == 0 {
		return nil
	}
	update, err := tx.PrepareContext(ctx, switchCorrection)
	if err != nil {
		return err
	}
	for _, w := range all {
		if _, err := update.ExecContext(ctx, w.Counts, page, w.Revision, w.K); err != nil {
			return err
		}
	}
	return update.Close()
}

// one is an error where a statement that should have written one row wrote another number: a trigger that
// is not ours can swallow a row without a word.
func one(r sql.Result, err error) error { return rows(1, r, err) }

// rows is the same for a statement that should have written so many.
func rows(want int, r sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n != int64(want) {
		err = fmt.Errorf("%w: %d rows instead of %d", ErrSwallowed, n, want)
	}
	return err
}

// found is ErrNotFound where a statement found no row to change.
func found(r sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	return err
}

const (
	insertCorrections = `INSERT INTO correction
		(page, n, k, ops, kind, before, after, left_of, right_of, person, rule, time, place, origin, idx, counts) VALUES `
	valuesOfCorrection = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

	// together is how many corrections one statement writes: a page of a newspaper has thousands, and the way to
	// SQLite and back costs more than the row.
	together = 50
)

func writeCorrections(ctx context.Context, tx *sql.Tx, page PageID, all []Correction) error {
	k := 0
	for from := 0; from < len(all); {
		size := 1
		if len(all)-from >= together {
			size = together
		}
		insert, err := tx.PrepareContext(ctx, insertCorrections+valuesOfCorrection+strings.Repeat(", "+valuesOfCorrection, size-1))
		if err != nil {
			return err
		}
		var args []any
		for ; len(all)-from >= size; from += size {
			args = args[:0]
			for i := from; i < from+size; i++ {
				c := &all[i]
				if i > 0 && all[i-1].Revision != c.Revision {
					k = 0
				}
				args = append(args, page, c.Revision, k, opsText(c.Ops), c.Kind, c.Before, c.After, c.Left, c.Right,
					orNull(c.Person), orNull(c.Rule), timeText(c.Time), c.Place, c.Origin, c.Index, c.Counts)
				k++
			}
			r, err := insert.ExecContext(ctx, args...)
			if err := rows(size, r, err); err != nil {
				return err
			}
		}
		if err := insert.Close(); err != nil {
			return err
		}
	}
	return nil
}

// orNull is nil for the zero value, for columns that are NULL where there is nothing.
func orNull[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

const timeLayout = "2006-01-02T15:04:05.000Z"

func timeText(t time.Time) string { return t.UTC().Format(timeLayout) }

func opsText(ops []int) string {
	parts := make([]string, len(ops))
	for i, o := range ops {
		parts[i] = strconv.Itoa(o)
	}
	return strings.Join(parts, " ")
}

func parseOps(s string) (ops []int, err error) {
	for _, f := range strings.Fields(s) {
		o, err := strconv.Atoi(f)
		if err != nil {
			return nil, fmt.Errorf("operations %q: %w", s, err)
		}
		ops = append(ops, o)
	}
	return ops, nil
}

// Revisions are the rows of a page's log from number from on.
func (v View) Revisions(ctx context.Context, page PageID, from int) ([]Revision, error) {
	return list(ctx, v.db, "read revisions",
		"SELECT n, grp, coalesce(person, 0), coalesce(rule, ''), time, round, note, ops FROM revision WHERE page = ? AND n >= ? ORDER BY n",
		func(rows *sql.Rows) (r Revision, err error) {
			var at string
			if err := rows.Scan(&r.N, &r.Group, &r.Person, &r.Rule, &at, &r.Round, &r.Note, &r.Ops); err != nil {
				return r, err
			}
			r.Time, err = time.Parse(timeLayout, at)
			return r, err
		}, page, from)
}

// StoredCorrections are the derived rows of a page, in the order of its log, so that they can be
// compared with the replay.
func (v View) StoredCorrections(ctx context.Context, page PageID) ([]Correction, error) {
	return list(ctx, v.db, "read corrections", `SELECT n, ops, kind, before, after, left_of, right_of, coalesce(person, 0), coalesce(rule, ''),
		time, place, origin, idx, counts FROM correction WHERE page = ? ORDER BY n, k`,
		func(rows *sql.Rows) (c Correction, err error) {
			var at, ops string
			err = rows.Scan(&c.Revision, &ops, &c.Kind, &c.Before, &c.After, &c.Left, &c.Right, &c.Person, &c.Rule,
				&at, &c.Place, &c.Origin, &c.Index, &c.Counts)
			if err != nil {
				return c, err
			}
			if c.Time, err = time.Parse(timeLayout, at); err != nil {
				return c, err
			}
			c.Ops, err = parseOps(ops)
			return c, err
		}, page)
}
