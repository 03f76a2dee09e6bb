package store

import (
	"context"
	"database/sql"
	"errors"
)

// PlacePage puts a page into an issue, which must be there, under a number and a section. An issue that has no
// page after that goes, and its publication too where it has no issue then.
func (l *Library) PlacePage(ctx context.Context, id PageID, issue int64, number int, section string) error {
	return l.in(ctx, "place a page", func(tx *sql.Tx) error {
		var was int64
		if err := tx.QueryRowContext(ctx, "SELECT issue FROM page WHERE id = ?", id).Scan(&was); err != nil {
			return err
		}
		if err := found(tx.ExecContext(ctx, "UPDATE page SET issue = ?, number = ?, section = ? WHERE id = ?", issue, number, section, id)); err != nil {
			return err
		}
		return sweepIssue(ctx, tx, was)
	})
}

// PlaceIssue gives an issue to a publication, which must be there, under a number and a date. Where that has an
// issue of both already the pages go into it, and their issue goes.
func (l *Library) PlaceIssue(ctx context.Context, id, publication int64, number, date string) error {
	return l.in(ctx, "place an issue", func(tx *sql.Tx) error { return placeIssue(ctx, tx, id, publication, number, date) })
}

func placeIssue(ctx context.Context, tx *sql.Tx, id, publication int64, number, date string) error {
	var was int64
	if err := tx.QueryRowContext(ctx, "SELECT publication FROM issue WHERE id = ?", id).Scan(&was); err != nil {
		return err
	}
	var same int64
	err := tx.QueryRowContext(ctx, "SELECT id FROM issue WHERE publication = ? AND number = ? AND date = ? AND id <> ?", publication, number, date, id).Scan(&same)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if err := found(tx.ExecContext(ctx, "UPDATE issue SET publication = ?, number = ?, date = ? WHERE id = ?", publication, number, date, id)); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		if _, err := tx.ExecContext(ctx, "UPDATE page SET issue = ? WHERE issue = ?", same, id); err != nil {
			return err
		}
		if err := sweepIssue(ctx, tx, id); err != nil {
			return err
		}
	}
	return sweepPublication(ctx, tx, was)
}

// RenamePublication gives a paper another name. Where another one has that name its issues are given to that,
// and the paper goes with its profile.
func (l *Library) RenamePublication(ctx context.Context, id int64, name string) error {
	return l.in(ctx, "rename a publication", func(tx *sql.Tx) error {
		var same int64
		err := tx.QueryRowContext(ctx, "SELECT id FROM publication WHERE name = ? AND id <> ?", name, id).Scan(&same)
		if errors.Is(err, sql.ErrNoRows) {
			return found(tx.ExecContext(ctx, "UPDATE publication SET name = ? WHERE id = ?", name, id))
		}
		if err != nil {
			return err
		}
		issues, err := issuesOf(ctx, tx, id)
		if err != nil {
			return err
		}
		for _, i := range issues {
			if err := placeIssue(ctx, tx, i.ID, same, i.Number, i.Date); err != nil {
				return err
			}
		}
		return sweepPublication(ctx, tx, id)
	})
}

func issuesOf(ctx context.Context, tx *sql.Tx, publication int64) (all []Issue, err error) {
	rows, err := tx.QueryContext(ctx, issueColumns+" WHERE publication = ? ORDER BY id", publication)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		i, err := scanIssue(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, i)
	}
	return all, rows.Err()
}

// HiddenPages are the pages that lists leave out, the last one first.
func (v View) HiddenPages(ctx context.Context) ([]Page, error) {
	return list(ctx, v.db, "list hidden pages", pageColumns+" WHERE hidden ORDER BY id DESC",
		func(r *sql.Rows) (Page, error) { return scanPage(r) })
}

// sweepIssue takes an issue away that has no page, hidden ones counted, and its publication where that was its
// last one.
func sweepIssue(ctx context.Context, tx *sql.Tx, id int64) error {
	var publication int64
	err := tx.QueryRowContext(ctx, "SELECT publication FROM issue WHERE id = ? AND NOT EXISTS (SELECT 1 FROM page WHERE issue = ?)", id, id).Scan(&publication)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := one(tx.ExecContext(ctx, "DELETE FROM issue WHERE id = ?", id)); err != nil {
		return err
	}
	return sweepPublication(ctx, tx, publication)
}

// sweepPublication takes a paper away that has no issue.
func sweepPublication(ctx context.Context, tx *sql.Tx, id int64) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM publication WHERE id = ? AND NOT EXISTS (SELECT 1 FROM issue WHERE publication = ?)", id, id)
	return err
}
