package desk

import (
	"context"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/store"
)

// Publication is a paper with its id.
type Publication struct {
	ID   int64
	Name string
}

// Issue is one number of a publication, with its id and the number of its pages that are not hidden.
type Issue struct {
	ID           int64
	Number, Date string
	Pages        int
}

// Card is an article as a list shows it.
type Card struct {
	Article    bulletin.ID
	Name       string
	Characters int
	Blocks     int
}

// Hit is a place that a search found.
type Hit struct {
	Page    session.PageID
	Article bulletin.ID
	Name    string // of the article
	Snippet string // what stands around it, on one line
}

// each makes something of every row of a list.
func each[R, T any](rows []R, f func(R) T) []T {
	var all []T
	for _, r := range rows {
		all = append(all, f(r))
	}
	return all
}

// Publications are the papers of the library.
func (d *Desk) Publications(ctx context.Context) ([]Publication, error) {
	rows, err := d.lib.Publications(ctx)
	return each(rows, func(r store.Publication) Publication { return Publication{r.ID, r.Name} }), record.Problem(d.path, err)
}

// Issues are the numbers of a paper, the newest first.
func (d *Desk) Issues(ctx context.Context, publication int64) ([]Issue, error) {
	rows, err := d.lib.Issues(ctx, publication)
	return each(rows, func(r store.Issue) Issue { return Issue{r.ID, r.Number, r.Date, r.Pages} }), record.Problem(d.path, err)
}

// Leaves are the pages of an issue in their order, hidden ones left out.
func (d *Desk) Leaves(ctx context.Context, issue int64) ([]session.Leaf, error) {
	pages, err := d.lib.Pages(ctx, issue)
	if err != nil {
		return nil, record.Problem(d.path, err)
	}
	var all []session.Leaf
	for _, p := range pages {
		if p.Hidden {
			continue
		}
		l, err := d.leaf(ctx, p)
		if err != nil {
			return nil, record.Problem(d.path, err)
		}
		all = append(all, l)
	}
	return all, nil
}

// Leaf finds a page.
func (d *Desk) Leaf(ctx context.Context, id session.PageID) (session.Leaf, error) {
	p, err := d.lib.Page(ctx, store.PageID(id))
	if err != nil {
		return session.Leaf{}, record.Problem(d.path, err)
	}
	l, err := d.leaf(ctx, p)
	return l, record.Problem(d.path, err)
}

func (d *Desk) leaf(ctx context.Context, p store.Page) (session.Leaf, error) {
	l := session.Leaf{ID: session.PageID(p.ID), Issue: p.Issue, Number: p.Number, Section: p.Section, Revisions: p.Revisions}
	i, pub, err := d.lib.Issue(ctx, p.Issue)
	l.Paper, l.Publication, l.IssueNumber, l.Date = pub.ID, pub.Name, i.Number, i.Date
	return l, err
}

// EachLeaf calls f for every page of the library, papers and issues in the order of the lists.
func (d *Desk) EachLeaf(ctx context.Context, f func(session.Leaf) error) error {
	pubs, err := d.Publications(ctx)
	if err != nil {
		return err
	}
	for _, p := range pubs {
		issues, err := d.Issues(ctx, p.ID)
		if err != nil {
			return err
		}
		for _, i := range issues {
			leaves, err := d.Leaves(ctx, i.ID)
			if err != nil {
				return err
			}
			for _, l := range leaves {
				if err := f(l); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// pagesOf calls f for every page of an issue, as it is now. Its cost is that of replaying them.
func (d *Desk) pagesOf(ctx context.Context, issue int64, f func(session.Leaf, *session.Snapshot) error) error {
	leaves, err := d.Leaves(ctx, issue)
	if err != nil {
		return err
	}
	for _, l := range leaves {
		p, err := d.Page(ctx, l.ID)
		if err != nil {
			return err
		}
		if err := f(l, p); err != nil {
			return err
		}
	}
	return nil
}

// Cards are the articles of a page as they were at its last save.
func (d *Desk) Cards(ctx context.Context, page session.PageID) ([]Card, error) {
	rows, err := d.lib.Cards(ctx, store.PageID(page))
	return each(rows, func(r store.Card) Card {
		return Card{bulletin.ID{Origin: r.Origin, Index: r.Index}, r.Name, r.Characters, r.Blocks}
	}), record.Problem(d.path, err)
}

// People are all who ever worked in the library, by id.
func (d *Desk) People(ctx context.Context) (map[int64]string, error) {
	rows, err := d.lib.People(ctx)
	names := make(map[int64]string, len(rows))
	for _, p := range rows {
		names[p.ID] = p.Name
	}
	return names, record.Problem(d.path, err)
}

// Rename gives the person at the desk another name; their revisions stay theirs.
func (d *Desk) Rename(ctx context.Context, name string) error {
	if name = strings.TrimSpace(name); name == "" {
		return &say.Problem{
			What: say.T("姓名是空的", "the name is empty"),
			Do:   say.T("每处改动都要署名，请写上姓名", "every correction bears a name; please give yours"),
		}
	}
	id := d.Person().ID
	if err := d.lib.RenamePerson(ctx, id, name); err != nil {
		return record.Problem(d.path, err)
	}
	d.person.Store(&Person{id, name})
	return nil
}

// Search finds text in the articles of the library, the newest issues first.
func (d *Desk) Search(ctx context.Context, query string, limit int) ([]Hit, error) {
	rows, err := d.lib.Search(ctx, query, limit)
	return each(rows, func(r store.Hit) Hit {
		return Hit{session.PageID(r.Page), bulletin.ID{Origin: r.Origin, Index: r.Index}, r.Name, r.Snippet}
	}), record.Problem(d.path, err)
}

// Remembered is what Remember kept under a name; "" where there is nothing.
func (d *Desk) Remembered(ctx context.Context, name string) (string, error) {
	v, _, err := d.lib.Setting(ctx, name)
	return v, record.Problem(d.path, err)
}

// Remember keeps a value in the library under a name: the last place, for instance. A library that can only
// be read forgets it.
func (d *Desk) Remember(ctx context.Context, name, value string) error {
	if d.lib.ReadOnly() != nil {
		return nil
	}
	return record.Problem(d.path, d.lib.SetSetting(ctx, name, value))
}

// Gone is an error that is ErrGone where the library's path does not stand for the open file any more: it was
// moved, deleted, or replaced. Nothing is saved in it from then on, until it is back.
func (d *Desk) Gone(ctx context.Context) error { return record.Worded(d.path, d.lib.Gone(ctx)) }

// ErrGone is what changes are refused with while the library's file is not where it was opened.
var ErrGone = store.ErrGone

// Version changes when another window or program wrote to the library.
func (d *Desk) Version(ctx context.Context) (int64, error) {
	v, err := d.lib.DataVersion(ctx)
	return v, record.Problem(d.path, err)
}
