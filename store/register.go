package store

import (
	"context"
	"database/sql"
	"time"
)

// Entry is a row of a publication's registers: what it wants written in one way.
type Entry struct {
	ID                         int64 // 0 for a new one
	Kind, Text, Title, Instead string
	Rank                       int
	Since, Until               string // days, "2006-01-02"; empty for always, for ever
	Note                       string
}

// Register are the entries of a publication, in the order in which they were added.
func (v View) Register(ctx context.Context, publication int64) ([]Entry, error) {
	return list(ctx, v.db, "read a register", "SELECT id, kind, text, title, instead, rank, since, until, note FROM register WHERE publication = ? ORDER BY id",
		func(r *sql.Rows) (e Entry, err error) {
			return e, r.Scan(&e.ID, &e.Kind, &e.Text, &e.Title, &e.Instead, &e.Rank, &e.Since, &e.Until, &e.Note)
		}, publication)
}

// Enter adds entries to a publication's registers under a person's name, or changes those that have an ID. All or
// none. An entry that is there word for word, but for its note, is not added again.
func (l *Library) Enter(ctx context.Context, publication int64, entries []Entry, person int64, t time.Time) (added int, err error) {
	err = l.in(ctx, "write a register", func(tx *sql.Tx) error {
		added = 0
		for _, e := range entries {
			if e.ID != 0 {
				err := found(tx.ExecContext(ctx, `UPDATE register SET kind = ?, text = ?, title = ?, instead = ?, rank = ?, since = ?, until = ?, note = ?, person = ?, time = ?
					WHERE id = ? AND publication = ?`, e.Kind, e.Text, e.Title, e.Instead, e.Rank, e.Since, e.Until, e.Note, person, timeText(t), e.ID, publication))
				if err != nil {
					return err
				}
				continue
			}
			var there int
			err := tx.QueryRowContext(ctx, `SELECT count(*) FROM register WHERE publication = ? AND kind = ? AND text = ? AND title = ? AND instead = ? AND rank = ? AND since = ? AND until = ?`,
				publication, e.Kind, e.Text, e.Title, e.Instead, e.Rank, e.Since, e.Until).Scan(&there)
			if err != nil {
				return err
			}
			if there > 0 {
				continue
			}
			err = one(tx.ExecContext(ctx, "INSERT INTO register (publication, kind, text, title, instead, rank, since, until, note, person, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				publication, e.Kind, e.Text, e.Title, e.Instead, e.Rank, e.Since, e.Until, e.Note, person, timeText(t)))
			if err != nil {
				return err
			}
			added++
		}
		return nil
	})
	return added, err
}

// Strike takes entries out of a publication's registers.
func (l *Library) Strike(ctx context.Context, publication int64, ids ...int64) error {
	return l.in(ctx, "write a register", func(tx *sql.Tx) error {
		for _, id := range ids {
			if err := found(tx.ExecContext(ctx, "DELETE FROM register WHERE id = ? AND publication = ?", id, publication)); err != nil {
				return err
			}
		}
		return nil
	})
}
