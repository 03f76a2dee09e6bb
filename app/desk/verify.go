package desk

import (
	"context"
	"fmt"
	"slices"

	"qingyang/app/export"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/store"
)

// Fault is something that is not as it should be in a library.
type Fault struct {
	Subject string
	What    say.Text
}

// Verify checks the library: the file itself, the hashes of the sources, and for every page that its
// log replays and that the rows made from it are what the replay says. It changes nothing.
func (d *Desk) Verify(ctx context.Context, tell func(Progress)) ([]Fault, error) {
	rows, err := d.lib.Verify(ctx, func(done, all int) {
		if tell != nil {
			tell(Progress{Done: done, All: all, Subject: d.path})
		}
	})
	if err != nil {
		return nil, session.Problem(d.path, err)
	}
	var faults []Fault
	for _, f := range rows {
		faults = append(faults, Fault{fmt.Sprintf("%s #%d", d.path, f.Page), say.T(f.What, f.What)})
	}
	profiles, err := d.damagedProfiles(ctx)
	faults = append(faults, profiles...)
	if err != nil {
		return faults, err
	}
	var leaves []session.Leaf
	if err := d.EachLeaf(ctx, func(l session.Leaf) error { leaves = append(leaves, l); return nil }); err != nil {
		return faults, err
	}
	for i, l := range leaves {
		if err := ctx.Err(); err != nil {
			return faults, err
		}
		what, err := d.verifyPage(ctx, l)
		if err != nil {
			return faults, err
		}
		for _, w := range what {
			faults = append(faults, Fault{l.Title(), w})
		}
		if tell != nil {
			tell(Progress{i + 1, len(leaves), l.Title()})
		}
	}
	return faults, nil
}

func (d *Desk) verifyPage(ctx context.Context, l session.Leaf) ([]say.Text, error) {
	raw, err := session.Raw(ctx, d.lib, l.ID)
	if err != nil {
		return []say.Text{say.T("原文读不出来："+err.Error(), "its source cannot be read: "+err.Error())}, nil
	}
	log, err := session.Log(ctx, d.lib, l.ID, 1)
	if err != nil {
		return []say.Text{say.T("修订记录读不出来："+err.Error(), "its history cannot be read: "+err.Error())}, nil
	}
	text, err := revision.Load(raw.Text, log)
	if err != nil {
		return []say.Text{say.T("修订记录与原文对不上："+err.Error(), "its history does not fit its source: "+err.Error())}, nil
	}
	stored, err := d.lib.StoredCorrections(ctx, store.PageID(l.ID))
	if err != nil {
		return nil, session.Problem(d.path, err)
	}
	step := session.Rows(text, nil)
	same := len(stored) == len(step.Corrections)
	for i := 0; same && i < len(stored); i++ {
		a, b := stored[i], step.Corrections[i]
		same = a.Revision == b.Revision && slices.Equal(a.Ops, b.Ops) && a.Before == b.Before && a.After == b.After &&
			a.Kind == b.Kind && a.Counts == b.Counts && a.Person == b.Person && a.Rule == b.Rule
	}
	var what []say.Text
	if !same {
		what = append(what, say.T("改动表与重放的结果不同，可用“重建”修复", "its rows of corrections differ from the replay; rebuild them"))
	}
	cards, err := d.lib.Cards(ctx, store.PageID(l.ID))
	if err != nil {
		return what, session.Problem(d.path, err)
	}
	same = len(cards) == len(step.Cards)
	for i := 0; same && i < len(cards); i++ {
		same = cards[i].Name == step.Cards[i].Name && cards[i].Characters == step.Cards[i].Characters
	}
	if !same {
		what = append(what, say.T("稿件表与重放的结果不同，可用“重建”修复", "its rows of articles differ from the replay; rebuild them"))
	}
	return what, nil
}

// Rebuild makes the rows that are derived from the logs anew.
func (d *Desk) Rebuild(ctx context.Context, tell func(Progress)) error {
	var leaves []session.Leaf
	if err := d.EachLeaf(ctx, func(l session.Leaf) error { leaves = append(leaves, l); return nil }); err != nil {
		return err
	}
	for i, l := range leaves {
		p, err := d.Page(ctx, l.ID)
		if err != nil {
			return err
		}
		if err := d.lib.RebuildDerived(ctx, store.PageID(l.ID), session.Rows(p.Text(), nil)); err != nil {
			return session.Problem(d.path, err)
		}
		if tell != nil {
			tell(Progress{i + 1, len(leaves), l.Title()})
		}
	}
	return nil
}

// Backup writes a copy of the library to path, which must not exist.
func (d *Desk) Backup(ctx context.Context, path string) error {
	if err := export.Guard(path, d.path); err != nil {
		return err
	}
	return session.Problem(path, d.lib.Backup(ctx, path))
}
