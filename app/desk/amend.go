package desk

import (
	"context"
	"errors"

	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/session"
	"qingyang/store"
)

// amendments is how often a page is changed anew where others are faster.
const amendments = 20

// amend changes a page that is not open here, in one undo step: it reads the page, asks edit what to do, and
// saves that with a note; where somebody else saved meanwhile it begins anew. Nothing of it stays behind, and no
// operations are no step. Its cost is that of replaying the page's log.
func (d *Desk) amend(ctx context.Context, page session.PageID, note string, edit func(*session.Snapshot) ([]revision.Op, error)) error {
	for try := 1; ; try++ {
		p, err := d.Page(ctx, page)
		if err != nil {
			return err
		}
		ops, err := edit(p)
		if err != nil || len(ops) == 0 {
			return err
		}
		t := p.Text.Copy()
		_, err = t.Append(revision.Revision{N: t.N() + 1, Author: revision.Author{Person: d.Person().ID}, Time: d.clock.Now().UTC(), Note: note, Ops: ops})
		if err != nil {
			return err
		}
		err = d.lib.Append(ctx, store.PageID(page), record.Step(t, p.Text))
		if !errors.Is(err, store.ErrStale) || try == amendments {
			return record.Problem(d.path, err)
		}
	}
}
