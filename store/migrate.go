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

// migrate brings the library from a version to the newest one, each step in a transaction.
func (l *Library) migrate(ctx context.Context, from int) error {
	for v := from; v < len(migrations); v++ {
		err := l.in(ctx, fmt.Sprintf("migrate to version %d", v+1), func(tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, migrations[v]); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", v+1, applicationID))
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
