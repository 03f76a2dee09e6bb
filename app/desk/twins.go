package desk

import (
	"context"
	"errors"

	"qingyang/app/merge"
	"qingyang/app/say"
	"qingyang/app/source"
)

// Twin is a page that came in although its issue had one of the same number and section.
type Twin struct {
	Came   Imported
	Kin         // the page that was there
	Likely bool // both are most likely the same printed page
}

// Twins says of the pages that came in for which the library had one how much those are the same. A file by itself is
// asked about before it comes in (FindKin), of many that would be too many questions. Its cost is that of replaying both
// pages of each.
func (d *Desk) Twins(ctx context.Context, came []Imported) (all []Twin, err error) {
	for _, one := range came {
		if one.Twin == 0 {
			continue
		}
		there, err := d.Page(ctx, one.Twin)
		if err != nil {
			return nil, err
		}
		p, err := d.Page(ctx, one.Leaf.ID)
		if err != nil {
			return nil, err
		}
		share := merge.Holds(there.Order, p.Raw.Text)
		all = append(all, Twin{one, Kin{there.Leaf, share, looksLike(p.Raw, there)}, share >= kinShare})
	}
	return all, nil
}

// Fold makes one page of two: what the one that came in has otherwise, and something speaks for, the one that was there
// takes over, as one revision; the one that came in is hidden. n is at how many places. What clashes with work on the
// page is kept to be asked about. Where the two are no texts of one page it is a problem, and both stand.
func (d *Desk) Fold(ctx context.Context, t Twin) (n int, err error) {
	p, err := d.Page(ctx, t.Came.Leaf.ID)
	if err != nil {
		return 0, err
	}
	choose := merge.Found.Backed
	if t.As == merge.AsCorrected {
		choose = merge.Found.Sure
	}
	f := File{Name: t.Came.File, Pages: []source.Raw{p.Raw}}
	_, n, err = d.TakeIn(ctx, t.Leaf.ID, f, t.As, source.Options{Name: f.Name}, choose)
	var said *say.Problem
	switch {
	case errors.As(err, &said):
		return 0, &say.Problem{Subject: said.Subject, What: said.What, Do: say.T("两版都在库里，请分别打开看", "both pages stand in the library: open them and look"), Err: err}
	case err != nil:
		return 0, err
	}
	return n, d.Hide(ctx, t.Came.Leaf.ID, true)
}
