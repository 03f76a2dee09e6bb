package session

import (
	"context"
	"errors"

	"qingyang/app/revision"
	"qingyang/store"
)

// amendments is how often Amend tries again where others are faster.
const amendments = 20

// Amend changes a page that is not open here, in one undo step: it reads the page, asks edit what to do, and
// saves that; where somebody else saved meanwhile it begins anew. Nothing of it stays behind, and no
// operations are no step. Any goroutine may call it; its cost is that of replaying the page's log.
func Amend(ctx context.Context, leaf Leaf, opt Options, edit func(*Snapshot) ([]revision.Op, error)) error {
	for try := 1; ; try++ {
		p, err := Load(ctx, leaf, opt)
		if err != nil {
			return err
		}
		ops, err := edit(p)
		if err != nil || len(ops) == 0 {
			return err
		}
		t := p.Text.Copy()
		_, err = t.Append(revision.Revision{N: t.N() + 1, Author: revision.Author{Person: opt.Person}, Time: opt.Clock.Now().UTC(), Ops: ops})
		if err != nil {
			return err
		}
		err = opt.Library.Append(ctx, store.PageID(leaf.ID), Rows(t, p.Text))
		if !errors.Is(err, store.ErrStale) || try == amendments {
			return Problem(opt.Path, err)
		}
	}
}
