package store

import (
	"context"
	"database/sql"
	"errors"
)

// Account is what cleaning thought of a draft, kept with the draft and read ever after: a later version of
// the program or a changed profile must not move yesterday's doubts.
type Account struct {
	N      int    // the first revision of the draft that it belongs to
	Format int    // of Body; whoever wrote it knows what it means
	Body   []byte // opaque here
}

func addAccount(ctx context.Context, tx *sql.Tx, page PageID, a Account) error {
	body := nonNil(a.Body)
	return one(tx.ExecContext(ctx, "INSERT INTO account (page, n, format, body, sum) VALUES (?, ?, ?, ?, ?)",
		page, a.N, a.Format, body, sumOf(page, a.N, a.Format, body)))
}

// Account is the account of a page's newest draft; ok is false where none was kept: pages of libraries
// before version 3 have none.
func (v View) Account(ctx context.Context, page PageID) (a Account, ok bool, err error) {
	err = v.db.QueryRowContext(ctx, "SELECT n, format, body FROM account WHERE page = ? ORDER BY n DESC LIMIT 1", page).
		Scan(&a.N, &a.Format, &a.Body)
	if errors.Is(err, sql.ErrNoRows) {
		return Account{}, false, nil
	}
	return a, err == nil, wrap("read an account", err)
}
