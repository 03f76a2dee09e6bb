package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
)

// Fault is something that is not as it should be.
type Fault struct {
	Page PageID // 0: of the file as a whole
	What string
}

// Verify checks the file itself, that rows refer to rows that exist, that sources have the hashes that
// they had, and that no log has a gap. It calls tell after each source.
func (l *Library) Verify(ctx context.Context, tell func(done, all int)) ([]Fault, error) {
	faults, err := list(ctx, l.read, "check the file", "PRAGMA integrity_check", func(r *sql.Rows) (f Fault, err error) {
		return f, r.Scan(&f.What)
	})
	if err != nil {
		return nil, err
	}
	if len(faults) == 1 && faults[0].What == "ok" {
		faults = nil
	}
	dangling, err := list(ctx, l.read, "check references", "PRAGMA foreign_key_check", func(r *sql.Rows) (f Fault, err error) {
		var table, parent string
		var row sql.NullInt64
		var k int
		err = r.Scan(&table, &row, &parent, &k)
		f.What = fmt.Sprintf("a row of %s refers to a row of %s that does not exist", table, parent)
		return f, err
	})
	if err != nil {
		return nil, err
	}
	gaps, err := list(ctx, l.read, "check logs", "SELECT page FROM revision GROUP BY page HAVING count(*) <> max(n) OR min(n) <> 1",
		func(r *sql.Rows) (f Fault, err error) {
			f.What = "the log has a gap"
			return f, r.Scan(&f.Page)
		})
	if err != nil {
		return nil, err
	}
	faults = append(append(faults, dangling...), gaps...)
	ids, err := list(ctx, l.read, "list sources", "SELECT id FROM source ORDER BY id", func(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) })
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		var sha, b []byte
		if err := l.read.QueryRowContext(ctx, "SELECT sha256, bytes FROM source WHERE id = ?", id).Scan(&sha, &b); err != nil {
			return nil, wrap("check a source", err)
		}
		if sum := sha256.Sum256(b); string(sum[:]) != string(sha) {
			faults = append(faults, Fault{What: fmt.Sprintf("source %d is not what was read", id)})
		}
		if tell != nil {
			tell(i+1, len(ids))
		}
	}
	return faults, nil
}
