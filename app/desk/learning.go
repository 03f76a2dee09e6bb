package desk

import (
	"context"

	"qingyang/app/clean"
	"qingyang/app/clean/read"
	"qingyang/app/compare"
	"qingyang/app/house"
	"qingyang/app/record"
	"qingyang/app/session"
	"qingyang/store"
)

// mostTaught is how many corrected pages are learned from, the latest ones.
const mostTaught = 60

// Learn finds out what the corrected pages of a publication teach about how it sets its pages, and keeps that in
// its profile, for pages that are imported from then on. Nothing is kept that would spare no correction on
// these pages themselves; what was learned before is forgotten in any case. A page counts as corrected when
// a person has worked on it.
//
// What was learned is forgotten with SetHouse: a profile without it.
//
// It replays and reads the pages that count, at most the latest 60: a second or two for ten pages.
func (d *Desk) Learn(ctx context.Context, publication int64, tell func(Progress)) (house.Learned, error) {
	h, err := d.House(ctx, publication)
	if err != nil {
		return house.Learned{}, err
	}
	h.Learned = house.Learned{}
	all, err := d.leavesOf(ctx, publication)
	if err != nil {
		return h.Learned, err
	}
	var pages []read.Corrected
	corrections := 0
	for k := len(all) - 1; k >= 0 && len(pages) < mostTaught; k-- {
		if err := ctx.Err(); err != nil {
			return h.Learned, err
		}
		page, n, err := d.corrected(ctx, all[k], h.Clean())
		if err != nil {
			return h.Learned, err
		}
		if page != nil && (len(pages) == 0 || page.Page.Latin == pages[0].Page.Latin) {
			pages, corrections = append(pages, *page), corrections+n
		}
		if tell != nil {
			tell(Progress{Done: len(all) - k, All: len(all), Subject: all[k].Title()})
		}
	}
	h.Learned.Keep(read.Teach(read.Fitted(), pages), corrections)
	return h.Learned, d.SetHouse(ctx, publication, h)
}

// leavesOf are the pages of a publication, in the order of the lists.
func (d *Desk) leavesOf(ctx context.Context, publication int64) (all []session.Leaf, err error) {
	issues, err := d.Issues(ctx, publication)
	for _, i := range issues {
		leaves, err := d.Leaves(ctx, i.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, leaves...)
	}
	return all, err
}

// corrected is a page as its editor left it, nil where no person has worked on it, with how many corrections of
// structure persons made.
func (d *Desk) corrected(ctx context.Context, leaf session.Leaf, profile clean.Profile) (page *read.Corrected, corrections int, err error) {
	worked := false
	err = d.lib.At(ctx, func(v store.View) error {
		text, _, err := replay(ctx, v, leaf.ID)
		if err != nil {
			return damage(err) // verify says what is wrong with the page
		}
		raw, err := record.Raw(ctx, v, store.PageID(leaf.ID))
		if err != nil {
			return damage(err)
		}
		log := text.Log()
		for run, all := range text.History() {
			if log[run.From-1].Author.Person == 0 {
				continue
			}
			worked = true
			for _, c := range all {
				switch c.Kind {
				case compare.Joined, compare.Parted, compare.Moved, compare.Marked:
					if c.Counts {
						corrections++
					}
				}
			}
		}
		if worked {
			c := clean.Corrected(raw, profile, text)
			page = &c
		}
		return nil
	})
	return page, corrections, record.Problem(d.path, err)
}
