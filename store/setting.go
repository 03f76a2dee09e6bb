package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Setting is a value kept under a key; ok is false where there is none.
func (v View) Setting(ctx context.Context, key string) (value string, ok bool, err error) {
	err = v.db.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return value, err == nil, wrap("read a setting", err)
}

// SetSetting keeps a value under a key.
func (l *Library) SetSetting(ctx context.Context, key, value string) error {
	return l.in(ctx, "write a setting", func(tx *sql.Tx) error {
		return one(tx.ExecContext(ctx, "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value))
	})
}

// SetState puts a person's name to a round of an article.
func (l *Library) SetState(ctx context.Context, page PageID, origin, index int32, round uint8, person int64, t time.Time) error {
	return l.in(ctx, "sign an article", func(tx *sql.Tx) error {
		return one(tx.ExecContext(ctx, "INSERT INTO signature (page, origin, idx, round, person, time, sum) VALUES (?, ?, ?, ?, ?, ?, ?)",
			page, origin, index, round, person, timeText(t), sumOf(page, origin, index, round, person, timeText(t))))
	})
}

// States are the rounds signed last of a page's articles, by origin and index.
func (v View) States(ctx context.Context, page PageID) (map[[2]int32]uint8, error) {
	type row struct {
		id    [2]int32
		round uint8
	}
	rows, err := list(ctx, v.db, "read signatures", "SELECT origin, idx, round FROM signature WHERE page = ? ORDER BY rowid",
		func(r *sql.Rows) (s row, err error) { return s, r.Scan(&s.id[0], &s.id[1], &s.round) }, page)
	states := map[[2]int32]uint8{}
	for _, r := range rows {
		states[r.id] = r.round
	}
	return states, err
}

// Profile is the house's choices for a publication, as TOML.
func (v View) Profile(ctx context.Context, publication int64) (toml string, err error) {
	err = v.db.QueryRowContext(ctx, "SELECT profile FROM publication WHERE id = ?", publication).Scan(&toml)
	return toml, wrap("read a profile", err)
}

// SetProfile keeps the house's choices for a publication.
func (l *Library) SetProfile(ctx context.Context, publication int64, toml string) error {
	return l.in(ctx, "write a profile", func(tx *sql.Tx) error {
		return found(tx.ExecContext(ctx, "UPDATE publication SET profile = ? WHERE id = ?", toml, publication))
	})
}

// DataVersion changes when any connection has written to the library, of this program or another.
func (l *Library) DataVersion(ctx context.Context) (v int64, err error) {
	err = l.look.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v)
	return v, wrap("look for changes", err)
}
