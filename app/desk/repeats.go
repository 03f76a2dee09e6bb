package desk

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/proof/learned"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/session"
	"qingyang/store"
)

// Within is how far one decision about an error reaches.
type Within uint8

// How far: each holds the one before.
const (
	WithinArticle Within = iota
	WithinPage
	WithinIssue
	WithinLibrary
)

// PageRepeats are the places of one page where an error stands again.
type PageRepeats struct {
	Leaf session.Leaf
	All  []session.Repeat
}

// mostFound is how many articles of a library are looked through at most.
const mostFound = 20_000

// Repeats are the places where an error stands again, the open page's first: of the article, or as far as within
// reaches. Other pages are read as they are saved. In the whole library the search tells which pages to look at.
// Its cost is that of replaying these pages.
func (d *Desk) Repeats(ctx context.Context, open *session.Snapshot, article bulletin.ID, of learned.Pair, within Within) (all []PageRepeats, err error) {
	add := func(leaf session.Leaf, p *session.Snapshot, article bulletin.ID) error {
		found, err := p.Repeats(ctx, of, article)
		if len(found) > 0 {
			all = append(all, PageRepeats{leaf, found})
		}
		return err
	}
	if within > WithinArticle {
		article = bulletin.None
	}
	if err := add(open.Leaf, open, article); err != nil || within < WithinIssue {
		return all, err
	}
	var pages []session.PageID
	if within == WithinIssue {
		leaves, err := d.Leaves(ctx, open.Leaf.Issue)
		if err != nil {
			return all, err
		}
		for _, l := range leaves {
			pages = append(pages, l.ID)
		}
	} else {
		hits, err := d.Search(ctx, of.Before, mostFound)
		if err != nil {
			return all, err
		}
		for _, h := range hits {
			pages = append(pages, h.Page)
		}
	}
	seen := map[session.PageID]bool{open.Leaf.ID: true}
	for _, id := range pages {
		if seen[id] {
			continue
		}
		seen[id] = true
		p, err := d.Page(ctx, id)
		if err != nil {
			return all, err
		}
		if err := add(p.Leaf, p, bulletin.None); err != nil {
			return all, err
		}
	}
	return all, nil
}

// Choice is at which places of a page an error is corrected, and which are let out.
type Choice struct{ On, Out []bulletin.ID }

// RepairOthers corrects an error at the chosen places of pages that are not open: each page's in one undo step
// of its own, under the name of who works here, with the note. What is let out is kept. It says how many places
// were corrected on how many pages; when it fails those before stay corrected.
func (d *Desk) RepairOthers(ctx context.Context, note string, of learned.Pair, chosen map[session.PageID]Choice) (n, pages int, err error) {
	for id, c := range chosen {
		k := 0
		err := d.amend(ctx, id, note, func(p *session.Snapshot) (ops []revision.Op, err error) {
			ops, k = p.RepairOps(of, c.On)
			return ops, nil
		})
		if err != nil {
			return n, pages, err
		}
		if k > 0 {
			n, pages = n+k, pages+1
		}
		var out []store.Decision
		for _, at := range c.Out {
			x := session.LettingOut(of, at)
			x.Person, x.Time = d.Person().ID, d.clock.Now().UTC()
			out = append(out, x)
		}
		if len(out) > 0 {
			if err := d.lib.Decide(ctx, store.PageID(id), out...); err != nil {
				return n, pages, record.Problem(d.path, err)
			}
		}
	}
	return n, pages, nil
}

// SwitchRepair takes back what the revisions with a note did on all pages but one, which the caller has open, or,
// again, brings it back. Pages on which something later refers to it are left and counted.
func (d *Desk) SwitchRepair(ctx context.Context, note string, but session.PageID, again bool) (pages, left int, err error) {
	if !session.IsRepair(note) {
		return 0, 0, nil
	}
	noted, err := d.lib.Noted(ctx, note)
	if err != nil {
		return 0, 0, record.Problem(d.path, err)
	}
	for id, n := range noted {
		if session.PageID(id) == but {
			continue
		}
		done, stuck := false, false
		err := d.amend(ctx, session.PageID(id), "", func(p *session.Snapshot) ([]revision.Op, error) {
			refs := p.Text.All(n)
			if again {
				refs = nil
				for _, r := range p.Text.Log()[n:] {
					if r.Ops[0].Kind == revision.Revert && r.Ops[0].Of == n {
						refs = append(refs, p.Text.All(r.N)...)
					}
				}
			}
			if stuck = !again && len(p.Text.Conflicts(refs...)) > 0; stuck {
				return nil, nil
			}
			ops := p.Text.TakeBack(refs...)
			done = len(ops) > 0
			return ops, nil
		})
		if err != nil {
			return pages, left, err
		}
		if done {
			pages++
		}
		if stuck {
			left++
		}
	}
	return pages, left, nil
}
