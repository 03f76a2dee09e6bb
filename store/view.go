package store

import (
	"context"
	"database/sql"
	"errors"
)

// View is what can be read of a library: of a Library each method by itself, as it is at that moment; of
// At all methods as it was at one.
type View struct {
	db querier
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// At calls do with the library as it is at one moment: what others write meanwhile is not seen. do must not
// keep the View. While it runs the log of the library cannot be worked in behind that moment.
func (l *Library) At(ctx context.Context, do func(View) error) error {
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return wrap("read", err)
	}
	return errors.Join(do(View{tx}), wrap("read", tx.Rollback()))
}
