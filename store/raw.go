package store

import (
	"context"
	"database/sql"
	"errors"
)

// Raw is a page as it was read from its source, kept with it: a later version of a reader may read the same bytes in
// another way, and the log stands on what this one read.
type Raw struct {
	Format int    // of Body; whoever wrote it knows what it means. 0: none is kept, the bytes are read anew
	Body   []byte // opaque here
}

func sumOfRaw(reading int64, page PageID, w Raw) int64 {
	return sumOf(reading, page, w.Format, w.Body)
}

func addRaw(ctx context.Context, tx *sql.Tx, reading int64, page PageID, w Raw) error {
	w.Body = nonNil(w.Body)
	return one(tx.ExecContext(ctx, "INSERT INTO raw (reading, page, format, body, sum) VALUES (?, ?, ?, ?, ?)",
		reading, page, w.Format, w.Body, sumOfRaw(reading, page, w)))
}

// KeepRaw keeps a page as it was read, where its reading has none: those of libraries before version 6 have none.
func (l *Library) KeepRaw(ctx context.Context, page PageID, w Raw) error {
	return l.in(ctx, "keep a page as it was read", func(tx *sql.Tx) error {
		var reading, there int64
		err := tx.QueryRowContext(ctx, `SELECT id, EXISTS (SELECT 1 FROM raw WHERE reading = reading.id)
			FROM reading WHERE page = ? ORDER BY id DESC LIMIT 1`, page).Scan(&reading, &there)
		if err != nil || there != 0 {
			return err
		}
		return addRaw(ctx, tx, reading, page, w)
	})
}

// NotKept are the pages whose text is not kept as it was read, hidden ones among them, but for those of a media type.
func (v View) NotKept(ctx context.Context, but string) ([]PageID, error) {
	return list(ctx, v.db, "find pages", `SELECT page FROM reading WHERE media <> ?
		AND id = (SELECT max(id) FROM reading AS r WHERE r.page = reading.page)
		AND NOT EXISTS (SELECT 1 FROM raw WHERE raw.reading = reading.id) ORDER BY page`,
		func(r *sql.Rows) (p PageID, err error) { return p, r.Scan(&p) }, but)
}

// PageRaw is a page as it was read, as far as that is kept: where the Format is 0 the bytes of its source say it. It reads
// none of these, which for one page of a large file are all of it.
func (v View) PageRaw(ctx context.Context, page PageID) (w Raw, err error) {
	var reading int64
	err = v.db.QueryRowContext(ctx, "SELECT id FROM reading WHERE page = ? ORDER BY id DESC LIMIT 1", page).Scan(&reading)
	if err == nil {
		w, err = v.rawOf(ctx, reading, page)
	}
	return w, wrap("read a page as it was read", err)
}

// rawOf is what is kept of a reading; none where nothing is, or where it is damaged.
func (v View) rawOf(ctx context.Context, reading int64, page PageID) (w Raw, err error) {
	var sum int64
	err = v.db.QueryRowContext(ctx, "SELECT format, body, sum FROM raw WHERE reading = ?", reading).Scan(&w.Format, &w.Body, &sum)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Raw{}, nil
	case err != nil:
		return Raw{}, err
	case sumOfRaw(reading, page, w) != sum:
		return Raw{}, nil
	}
	return w, nil
}

// foundRaw is a row of raw in a damaged file.
type foundRaw struct {
	page PageID
	row  Raw
}

// raw takes in a row of raw: reading, page, format, body, sum.
func (r *ruin) raw(x record) {
	v := values(x.values)
	f := foundRaw{PageID(v.num(1)), Raw{int(v.num(2)), v.blob(3)}}
	if sumOfRaw(x.id, f.page, f.row) != v.num(4) {
		r.bad = append(r.bad, Fault{Kind: FaultSum, Page: f.page, Table: "raw", N: int(x.id)})
		return
	}
	r.raws[x.id] = f
}
