package desk

import (
	"context"

	"qingyang/app/revision"
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
	err := d.pagesOf(ctx, issue, func(l session.Leaf, p *session.Snapshot) error {
		hits, err := p.Find(ctx, q)
		all = append(all, Found{l.ID, len(hits.At)})
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// ReplaceInIssue puts q.With in place of the matches of a query on every page of an issue but one, which the
// caller has open: one undo step a page. It says how many on how many pages.
func (d *Desk) ReplaceInIssue(ctx context.Context, issue int64, but session.PageID, q session.Query) (n, pages int, err error) {
	leaves, err := d.Leaves(ctx, issue)
	if err != nil {
		return 0, 0, err
	}
	for _, l := range leaves {
		if l.ID == but {
			continue
		}
		k := 0
		err := d.amend(ctx, l.ID, "", func(p *session.Snapshot) ([]revision.Op, error) {
			found, err := p.Find(ctx, q)
			k = len(found.At)
			return p.Order.ReplaceEach(found.At, found.With), err
		})
		if err != nil {
			return n, pages, err
		}
		if k > 0 {
			n, pages = n+k, pages+1
		}
	}
	return n, pages, nil
}
