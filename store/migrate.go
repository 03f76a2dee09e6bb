package store

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
)

var (
	//go:embed schema1.sql
	schema1 string
	//go:embed schema2.sql
	schema2 string
)

// migrations bring a library from version i to i+1 (user_version). A row is never changed once a
// version with it was given to people: a later change of the schema is a row of its own.
var migrations = []string{schema1, schema2}

// migrate brings the library to the newest version, each step in a transaction. What version it has now is
// asked inside of it: the file's header lags behind while a log of another process is not merged, and
// that process may be migrating too.
func (l *Library) migrate(ctx context.Context) error {
	migrated := false
	for again := true; again; {
		err := l.in(ctx, "migrate", func(tx *sql.Tx) error {
			var v int
			if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v); err != nil {
				return err
			}
			if again = v < len(migrations); !again {
				return nil
			}
			if _, err := tx.ExecContext(ctx, migrations[v]); err != nil {
				return fmt.Errorf("to version %d: %w", v+1, err)
			}
			migrated = true
			_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", v+1, applicationID))
			return err
		})
		if err != nil {
			return err
		}
	}
	if migrated { // into the file itself, whose header is what Open looks at first; others may still read the log
		_, err := l.write.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
		return wrap("migrate", err)
	}
	return nil
}
