package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
)

// Publication is a paper.
type Publication struct {
	ID   int64
	Name string
}

// Issue is one number of a publication.
type Issue struct {
	ID, Publication int64
	Number, Date    string
	Pages           int // that are not hidden
}

// PageID names a page in a library.
type PageID int64

// Page is one page of an issue.
type Page struct {
	ID        PageID
	Issue     int64
	Number    int
	Section   string
	Hidden    bool
	Revisions int // the length of its log
}

// Publications are all papers, by name.
func (v View) Publications(ctx context.Context) ([]Publication, error) {
	return list(ctx, v.db, "list publications", "SELECT id, name FROM publication ORDER BY name", func(r *sql.Rows) (p Publication, err error) {
		return p, r.Scan(&p.ID, &p.Name)
	})
}

// AddPublication finds or makes the paper of a name.
func (l *Library) AddPublication(ctx context.Context, name string) (id int64, err error) {
	err = l.in(ctx, "add a publication", func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, "SELECT id FROM publication WHERE name = ?", name).Scan(&id)
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		r, err := tx.ExecContext(ctx, "INSERT INTO publication (name) VALUES (?)", name)
		if err := one(r, err); err != nil {
			return err
		}
		id, err = r.LastInsertId()
		return err
	})
	return id, err
}

const issueColumns = `SELECT id, publication, number, date, (SELECT count(*) FROM page WHERE page.issue = issue.id AND NOT hidden) FROM issue`

func scanIssue(r interface{ Scan(...any) error }) (i Issue, err error) {
	return i, r.Scan(&i.ID, &i.Publication, &i.Number, &i.Date, &i.Pages)
}

// Issues are the numbers of a paper, the newest first.
func (v View) Issues(ctx context.Context, publication int64) ([]Issue, error) {
	return list(ctx, v.db, "list issues", issueColumns+" WHERE publication = ? ORDER BY date DESC, number DESC, id DESC",
		func(r *sql.Rows) (Issue, error) { return scanIssue(r) }, publication)
}

// Issue finds an issue and its paper.
func (v View) Issue(ctx context.Context, id int64) (Issue, Publication, error) {
	i, err := scanIssue(v.db.QueryRowContext(ctx, issueColumns+" WHERE id = ?", id))
	if err != nil {
		return i, Publication{}, wrap("find an issue", err)
	}
	p := Publication{ID: i.Publication}
	err = v.db.QueryRowContext(ctx, "SELECT name FROM publication WHERE id = ?", i.Publication).Scan(&p.Name)
	return i, p, wrap("find a publication", err)
}

// AddIssue finds or makes the issue of a paper with a number and a date.
func (l *Library) AddIssue(ctx context.Context, publication int64, number, date string) (id int64, err error) {
	err = l.in(ctx, "add an issue", func(tx *sql.Tx) error {
		// One of the two may be unknown when a page is imported: the other one decides then.
		err := tx.QueryRowContext(ctx, `SELECT id FROM issue WHERE publication = ?1 AND (date = ?2 OR date = '' OR ?2 = '')
			AND (number = ?3 OR number = '' OR ?3 = '') AND ((date = ?2 AND date <> '') OR (number = ?3 AND number <> ''))
			ORDER BY id LIMIT 1`, publication, date, number).Scan(&id)
		if err == nil {
			_, err = tx.ExecContext(ctx, "UPDATE issue SET number = iif(number = '', ?, number), date = iif(date = '', ?, date) WHERE id = ?", number, date, id)
			return err
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		r, err := tx.ExecContext(ctx, "INSERT INTO issue (publication, number, date) VALUES (?, ?, ?)", publication, number, date)
		if err := one(r, err); err != nil {
			return err
		}
		id, err = r.LastInsertId()
		return err
	})
	return id, err
}

const pageColumns = `SELECT id, issue, number, section, hidden, coalesce((SELECT max(n) FROM revision WHERE page = page.id), 0) FROM page`

func scanPage(r interface{ Scan(...any) error }) (p Page, err error) {
	return p, r.Scan(&p.ID, &p.Issue, &p.Number, &p.Section, &p.Hidden, &p.Revisions)
}

// Pages are the pages of an issue by their number, hidden ones among them.
func (v View) Pages(ctx context.Context, issue int64) ([]Page, error) {
	return list(ctx, v.db, "list pages", pageColumns+" WHERE issue = ? ORDER BY number, id",
		func(r *sql.Rows) (Page, error) { return scanPage(r) }, issue)
}

// AllPages are the numbers of all pages of the library, hidden ones among them, ascending. Where a part of
// the file is damaged they are those that are still found, by what was read from sources and by the logs.
func (v View) AllPages(ctx context.Context) ([]PageID, error) {
	found := map[PageID]bool{}
	for _, q := range []string{"SELECT id FROM page", "SELECT DISTINCT page FROM reading", "SELECT DISTINCT page FROM revision"} {
		err := stream(ctx, v.db, q, func(r *sql.Rows) (id PageID, err error) { return id, r.Scan(&id) }, func(id PageID) { found[id] = true })
		if err == nil {
			break
		}
		if err := wrap("list pages", err); !errors.Is(err, ErrDamaged) {
			return nil, err
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// Page finds a page.
func (v View) Page(ctx context.Context, id PageID) (Page, error) {
	p, err := scanPage(v.db.QueryRowContext(ctx, pageColumns+" WHERE id = ?", id))
	return p, wrap("find a page", err)
}

// HidePage takes a page out of the lists, or puts it back.
func (l *Library) HidePage(ctx context.Context, id PageID, hidden bool) error {
	return l.in(ctx, "hide a page", func(tx *sql.Tx) error {
		return found(tx.ExecContext(ctx, "UPDATE page SET hidden = ? WHERE id = ?", hidden, id))
	})
}
