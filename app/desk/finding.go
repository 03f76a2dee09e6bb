package desk

import (
	"context"

	"qingyang/app/session"
)

// Found is how often a query matches on a page.
type Found struct {
	Page session.PageID
	N    int
}

// FindInIssue counts the matches of a query on each page of an issue, in the order of the pages. Its cost
// is that of replaying them; the open page is to be saved before.
func (d *Desk) FindInIssue(ctx context.Context, issue int64, q session.Query) ([]Found, error) {
	var all []Found
	err := d.eachPage(ctx, issue, func(s *session.Session) error {
		hits, err := s.Find(q)
		all = append(all, Found{s.Leaf.ID, len(hits)})
		return err
	})
	return all, err
}

// ReplaceInIssue replaces the matches of a query on every page of an issue but one, which the caller has
// open: one undo step a page. It says how many on how many pages.
func (d *Desk) ReplaceInIssue(ctx context.Context, issue int64, but session.PageID, q session.Query, with string) (n, pages int, err error) {
	err = d.eachPage(ctx, issue, func(s *session.Session) error {
		if s.Leaf.ID == but {
			return nil
		}
		k, _, err := s.ReplaceFound(q, with)
		if k > 0 {
			n, pages = n+k, pages+1
		}
		if err != nil {
			return err
		}
		return s.Close(ctx)
	})
	return n, pages, err
}

// eachPage opens the pages of an issue one after another.
func (d *Desk) eachPage(ctx context.Context, issue int64, do func(*session.Session) error) error {
	leaves, err := d.Leaves(ctx, issue)
	if err != nil {
		return err
	}
	for _, l := range leaves {
		if err := ctx.Err(); err != nil {
			return err
		}
		s, err := d.OpenPage(ctx, l.ID)
		if err != nil {
			return err
		}
		if err := do(s); err != nil {
			return err
		}
	}
	return nil
}
