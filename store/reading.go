package store

import (
	"context"
	"database/sql"
	"time"
)

// Seen is a block as somebody last looked at it in a round: Look is a hash of what stood there.
type Seen struct {
	Origin, Index int32
	Round         uint8
	Look          int64
}

// SeenOf are the blocks of a page that were looked at.
func (v View) SeenOf(ctx context.Context, page PageID) ([]Seen, error) {
	return list(ctx, v.db, "read what was seen", "SELECT origin, idx, round, look FROM seen WHERE page = ?",
		func(r *sql.Rows) (s Seen, err error) { return s, r.Scan(&s.Origin, &s.Index, &s.Round, &s.Look) }, page)
}

// AddSeen keeps that a person looked at blocks of a page; what is known of them before is replaced.
func (l *Library) AddSeen(ctx context.Context, page PageID, all []Seen, person int64, t time.Time) error {
	return l.in(ctx, "write what was seen", func(tx *sql.Tx) error {
		for _, s := range all {
			err := one(tx.ExecContext(ctx, "INSERT INTO seen (page, origin, idx, round, look, person, time) VALUES (?, ?, ?, ?, ?, ?, ?)"+
				" ON CONFLICT DO UPDATE SET look = excluded.look, person = excluded.person, time = excluded.time",
				page, s.Origin, s.Index, s.Round, s.Look, person, timeText(t)))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Ignored is a finding that is let stand: at a character, or wherever What is found, Everywhere or in the Paper,
// the publication of the page, alone.
type Ignored struct {
	Everywhere    bool
	Paper         bool
	Origin, Index int32
	What          string
}

// IgnoredOn are the findings that are let stand on a page, those everywhere among them.
func (v View) IgnoredOn(ctx context.Context, page PageID) ([]Ignored, error) {
	return list(ctx, v.db, "read ignored findings", `SELECT page IS NULL AND publication IS NULL, publication IS NOT NULL, origin, idx, what
		FROM ignored WHERE page = ?1 OR page IS NULL AND (publication IS NULL OR publication = `+paperOf+`)`,
		func(r *sql.Rows) (x Ignored, err error) {
			return x, r.Scan(&x.Everywhere, &x.Paper, &x.Origin, &x.Index, &x.What)
		}, page)
}

// Ignore lets a finding of a page stand, under a person's name.
func (l *Library) Ignore(ctx context.Context, page PageID, x Ignored, person int64, t time.Time) error {
	return l.in(ctx, "ignore a finding", func(tx *sql.Tx) error { return ignore(ctx, tx, page, x, person, timeText(t)) })
}

func ignore(ctx context.Context, tx *sql.Tx, page PageID, x Ignored, person int64, at string) error {
	where := sql.NullInt64{Int64: int64(page), Valid: !x.Everywhere && !x.Paper}
	return one(tx.ExecContext(ctx, "INSERT INTO ignored (page, origin, idx, what, person, time, publication) VALUES (?2, ?3, ?4, ?5, ?6, ?7, CASE WHEN ?8 THEN "+paperOf+" END)",
		page, where, x.Origin, x.Index, x.What, person, at, x.Paper))
}

// paperOf is the publication of the page ?1.
const paperOf = "(SELECT publication FROM issue JOIN page ON page.issue = issue.id WHERE page.id = ?1)"

// Unignore shows the findings of a page again that were let stand there. What is let stand everywhere
// stays so.
func (l *Library) Unignore(ctx context.Context, page PageID) error {
	return l.in(ctx, "show ignored findings", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM ignored WHERE page = ?", page)
		return err
	})
}

// UnignoreEverywhere shows the findings again that were let stand in the whole library, or in a publication. What
// is let stand on a page stays so.
func (l *Library) UnignoreEverywhere(ctx context.Context) error {
	return l.in(ctx, "show ignored findings", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM ignored WHERE page IS NULL")
		return err
	})
}
