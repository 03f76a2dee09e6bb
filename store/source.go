package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Source is a file as it was read.
type Source struct {
	ID                    int64
	SHA256                [32]byte
	Name, Media, Encoding string
	Part                  int  // number of the page inside of the file, from 1; 0 where the file is one page
	Chosen                bool // a person chose the encoding
	Bytes                 []byte
	Read                  time.Time
	Raw                   Raw // the page as it was read; none where the bytes are its text
}

// NewPage is a page that comes in: where it belongs, what it was read from, and its first draft.
type NewPage struct {
	Issue   int64
	Number  int
	Section string
	Source  Source
	Step    Step
	Picture *Picture // what shows the page; nil where nothing does, or where its source does
	Again   bool     // even if there is a page of the same part of the same bytes
}

// AddPage adds a page with its source and its first revisions, in one transaction.
//
// Where a page of the same part of the same bytes is there already (a hidden one is not), and p.Again does
// not ask for another, nothing is written: added is false and id is that page. Of several programs that
// add the same page at once only one does.
func (l *Library) AddPage(ctx context.Context, p NewPage) (id PageID, added bool, err error) {
	err = l.in(ctx, "add a page", func(tx *sql.Tx) error {
		if !p.Again {
			err := tx.QueryRowContext(ctx, `SELECT page.id FROM source JOIN reading ON reading.source = source.id JOIN page ON page.id = reading.page
				WHERE sha256 = ? AND part = ? AND NOT hidden ORDER BY reading.id LIMIT 1`, p.Source.SHA256[:], p.Source.Part).Scan(&id)
			if !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		added = true
		r, err := tx.ExecContext(ctx, "INSERT INTO page (issue, number, section) VALUES (?, ?, ?)", p.Issue, p.Number, p.Section)
		if err := one(r, err); err != nil {
			return err
		}
		n, err := r.LastInsertId()
		if err != nil {
			return err
		}
		id = PageID(n)
		if err := addReading(ctx, tx, id, p.Source); err != nil {
			return err
		}
		if p.Picture != nil {
			if err := addPicture(ctx, tx, id, *p.Picture); err != nil {
				return err
			}
		}
		return appendStep(ctx, tx, id, p.Step)
	})
	return id, added && err == nil, err
}

// addReading keeps what a page was read from; bytes that the library has already are not kept twice.
func addReading(ctx context.Context, tx *sql.Tx, page PageID, s Source) error {
	source, err := keepSource(ctx, tx, s.SHA256, s.Bytes)
	if err != nil {
		return err
	}
	r, err := tx.ExecContext(ctx, `INSERT INTO reading (page, source, name, media, encoding, chosen, time, part, sum)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, page, source, s.Name, s.Media, s.Encoding, s.Chosen, timeText(s.Read), s.Part,
		sumOfReading(page, s))
	if err := one(r, err); err != nil || s.Raw.Format == 0 {
		return err
	}
	id, err := r.LastInsertId()
	if err != nil {
		return err
	}
	return addRaw(ctx, tx, id, page, s.Raw)
}

// keepSource keeps the bytes of a file, once.
func keepSource(ctx context.Context, tx *sql.Tx, sha [32]byte, b []byte) (id int64, err error) {
	err = tx.QueryRowContext(ctx, "SELECT id FROM source WHERE sha256 = ?", sha[:]).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	r, err := tx.ExecContext(ctx, "INSERT INTO source (sha256, bytes) VALUES (?, ?)", sha[:], nonNil(b))
	if err := one(r, err); err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// sumOfReading is the sum of a row of reading; it holds the hash of the source in place of its number.
func sumOfReading(page PageID, s Source) int64 {
	return sumOf(page, s.SHA256[:], s.Name, s.Media, s.Encoding, s.Chosen, timeText(s.Read), s.Part)
}

// nonNil is an empty blob rather than NULL.
func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// SourceBySHA says which pages were read from the same bytes; hidden ones are left out.
func (v View) SourceBySHA(ctx context.Context, sha [32]byte) (pages []PageID, ok bool, err error) {
	pages, err = list(ctx, v.db, "find a source",
		`SELECT page.id FROM source JOIN reading ON reading.source = source.id JOIN page ON page.id = reading.page
			WHERE sha256 = ? AND NOT hidden ORDER BY reading.id`,
		func(r *sql.Rows) (p PageID, err error) { return p, r.Scan(&p) }, sha[:])
	return pages, len(pages) > 0, err
}

// PageOfPart says which page was read from a part of a file, the first of several; a hidden one is none.
func (v View) PageOfPart(ctx context.Context, sha [32]byte, part int) (page PageID, ok bool, err error) {
	err = v.db.QueryRowContext(ctx, `SELECT page.id FROM source JOIN reading ON reading.source = source.id JOIN page ON page.id = reading.page
		WHERE sha256 = ? AND part = ? AND NOT hidden ORDER BY reading.id LIMIT 1`, sha[:], part).Scan(&page)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return page, err == nil, wrap("find a source", err)
}

// PageSource is what a page is read from now.
func (v View) PageSource(ctx context.Context, page PageID) (Source, error) {
	var s Source
	var sha []byte
	var at string
	var reading int64
	err := v.db.QueryRowContext(ctx, `SELECT reading.id, source.id, sha256, name, media, encoding, part, chosen, bytes, time
		FROM reading JOIN source ON source.id = reading.source WHERE page = ? ORDER BY reading.id DESC LIMIT 1`, page).
		Scan(&reading, &s.ID, &sha, &s.Name, &s.Media, &s.Encoding, &s.Part, &s.Chosen, &s.Bytes, &at)
	if err != nil {
		return s, wrap("read a source", err)
	}
	copy(s.SHA256[:], sha)
	if s.Raw, err = v.rawOf(ctx, reading, page); err != nil {
		return s, wrap("read a source", err)
	}
	s.Read, err = time.Parse(timeLayout, at)
	return s, wrap("read a source", err)
}
