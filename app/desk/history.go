package desk

import (
	"context"

	"qingyang/app/session"
)

// History reads the steps of a page from the library, without opening it for work.
func (d *Desk) History(ctx context.Context, page session.PageID) ([]session.Step, error) {
	p, err := d.Page(ctx, page)
	if err != nil {
		return nil, err
	}
	return p.Steps(ctx)
}
