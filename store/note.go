package store

import (
	"context"
	"database/sql"
	"time"
)

// Note is what somebody wrote to a place of a page: the first of a note opens it, those behind answer.
type Note struct {
	Page                  PageID
	Note                  int64 // names the note, on all pages
	N                     int   // from 1
	Origin, Index         int32 // the first character of the place
	LastOrigin, LastIndex int32 // its last one
	Kind, State           uint8
	Quote, Text           string
	Person                int64
	Time                  time.Time
}

// AddNote keeps a row of a note of a page, behind those of the note that are there. One that the same person wrote
// at the same time is there already: it was kept before.
func (l *Library) AddNote(ctx context.Context, page PageID, x Note) error {
	return l.in(ctx, "write a note", func(tx *sql.Tx) error {
		var there int
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM note WHERE page = ? AND note = ? AND person = ? AND time = ? AND text = ?", page, x.Note, x.Person, timeText(x.Time), x.Text).Scan(&there); err != nil || there > 0 {
			return err
		}
		last := 0 // another window may have answered meanwhile
		if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) FROM note WHERE page = ? AND note = ?", page, x.Note).Scan(&last); err != nil {
			return err
		}
		x.N = last + 1
		return addNote(ctx, tx, page, x, timeText(x.Time))
	})
}

func addNote(ctx context.Context, tx *sql.Tx, page PageID, x Note, at string) error {
	return one(tx.ExecContext(ctx, `INSERT INTO note (page, note, n, origin, idx, last_origin, last_idx, kind, state, quote, text, person, time, sum)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, page, x.Note, x.N, x.Origin, x.Index, x.LastOrigin, x.LastIndex, x.Kind, x.State,
		x.Quote, x.Text, x.Person, at, sumOfNote(page, x, at)))
}

func sumOfNote(page PageID, x Note, at string) int64 {
	return sumOf(page, x.Note, x.N, x.Origin, x.Index, x.LastOrigin, x.LastIndex, x.Kind, x.State, x.Quote, x.Text, x.Person, at)
}

// Notes are the rows of the notes of a page, of all pages where page is 0, each note's in their order.
func (v View) Notes(ctx context.Context, page PageID) ([]Note, error) {
	return list(ctx, v.db, "read notes", `SELECT page, note, n, origin, idx, last_origin, last_idx, kind, state, quote, text, person, time
		FROM note WHERE page = ?1 OR ?1 = 0 ORDER BY page, note, n`, func(r *sql.Rows) (x Note, err error) {
		var at string
		err = r.Scan(&x.Page, &x.Note, &x.N, &x.Origin, &x.Index, &x.LastOrigin, &x.LastIndex, &x.Kind, &x.State, &x.Quote, &x.Text, &x.Person, &at)
		if err == nil {
			x.Time, err = time.Parse(timeLayout, at)
		}
		return x, err
	}, page)
}

// Noted are the pages on which a revision has a note, with its number.
func (v View) Noted(ctx context.Context, note string) (map[PageID]int, error) {
	type row struct {
		page PageID
		n    int
	}
	rows, err := list(ctx, v.db, "find revisions", "SELECT page, n FROM revision WHERE note = ? AND note <> '' ORDER BY n",
		func(r *sql.Rows) (x row, err error) { return x, r.Scan(&x.page, &x.n) }, note)
	all := map[PageID]int{}
	for _, x := range rows {
		all[x.page] = x.n
	}
	return all, err
}
