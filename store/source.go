package store

import (
	"context"
	"database/sql"
	"time"
)

// Source is a file as it was read.
type Source struct {
	ID                    int64
	SHA256                [32]byte
	Name, Media, Encoding string
	Chosen                bool // a person chose the encoding
	Bytes                 []byte
	Read                  time.Time
}

// NewPage is a page that comes in: where it belongs, what it was read from, and its first draft.
type NewPage struct {
	Issue   int64
	Number  int
	Section string
	Source  Source
	Step    Step
}

// AddPage adds a page with its source and its first revisions, in one transaction.
func (l *Library) AddPage(ctx context.Context, p NewPage) (id PageID, err error) {
	err = l.in(ctx, "add a page", func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, "INSERT INTO page (issue, number, section) VALUES (?, ?, ?)", p.Issue, p.Number, p.Section)
		if err != nil {
			return err
		}
		n, err := r.LastInsertId()
		if err != nil {
			return err
		}
		id = PageID(n)
		if _, err := tx.ExecContext(ctx, "INSERT INTO source (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", p.Source.SHA256[:], nonNil(p.Source.Bytes)); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO reading (page, source, name, media, encoding, chosen, time)
			VALUES (?, (SELECT id FROM source WHERE sha256 = ?), ?, ?, ?, ?, ?)`,
			id, p.Source.SHA256[:], p.Source.Name, p.Source.Media, p.Source.Encoding, p.Source.Chosen, timeText(p.Source.Read))
		if err != nil {
			return err
		}
		return appendStep(ctx, tx, id, p.Step)
	})
	return id, err
}

// nonNil is an empty blob rather than NULL.
func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// SourceBySHA says which pages were read from the same bytes.
func (l *Library) SourceBySHA(ctx context.Context, sha [32]byte) (pages []PageID, ok bool, err error) {
	pages, err = list(ctx, l.read, "find a source",
		"SELECT reading.page FROM source JOIN reading ON reading.source = source.id WHERE sha256 = ? ORDER BY reading.id",
		func(r *sql.Rows) (p PageID, err error) { return p, r.Scan(&p) }, sha[:])
	return pages, len(pages) > 0, err
}

// PageSource is what a page is read from now.
func (l *Library) PageSource(ctx context.Context, page PageID) (Source, error) {
	var s Source
	var sha []byte
	var at string
	err := l.read.QueryRowContext(ctx, `SELECT source.id, sha256, name, media, encoding, chosen, bytes, time
		FROM reading JOIN source ON source.id = reading.source WHERE page = ? ORDER BY reading.id DESC LIMIT 1`, page).
		Scan(&s.ID, &sha, &s.Name, &s.Media, &s.Encoding, &s.Chosen, &s.Bytes, &at)
	if err != nil {
		return s, wrap("read a source", err)
	}
	copy(s.SHA256[:], sha)
	s.Read, err = time.Parse(timeLayout, at)
	return s, wrap("read a source", err)
}
