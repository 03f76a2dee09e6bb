package desk

import (
	"cmp"
	"context"

	"qingyang/app/folder"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/store"
)

// PlacePage says anew which page of which issue of which publication a page is; what of these is not there yet is
// made, and an issue or a publication that has no page any more goes. Empty names are those of a page that nobody
// knows about, a Page of 0 keeps the number.
func (d *Desk) PlacePage(ctx context.Context, id session.PageID, to folder.Place) error {
	p, err := d.lib.Page(ctx, store.PageID(id))
	if err != nil {
		return record.Problem(d.path, err)
	}
	issue, err := d.issueFor(ctx, to)
	if err != nil {
		return err
	}
	return record.Problem(d.path, d.lib.PlacePage(ctx, store.PageID(id), issue, cmp.Or(to.Page, p.Number), to.Section))
}

// issueFor finds or makes the issue of a place.
func (d *Desk) issueFor(ctx context.Context, to folder.Place) (int64, error) {
	pub, err := d.lib.AddPublication(ctx, cmp.Or(to.Publication, wording.UnknownPaper.ZH))
	if err != nil {
		return 0, record.Problem(d.path, err)
	}
	if to.Date == "" && to.Number == "" {
		to.Number = wording.UnknownIssue.ZH
	}
	issue, err := d.lib.AddIssue(ctx, pub, to.Number, to.Date)
	return issue, record.Problem(d.path, err)
}

// PlaceIssue gives an issue another publication, number or date. Where there is such an issue already the pages
// go into that.
func (d *Desk) PlaceIssue(ctx context.Context, id int64, to folder.Place) error {
	if to.Date == "" && to.Number == "" {
		to.Number = wording.UnknownIssue.ZH
	}
	pub, err := d.lib.AddPublication(ctx, cmp.Or(to.Publication, wording.UnknownPaper.ZH))
	if err != nil {
		return record.Problem(d.path, err)
	}
	return record.Problem(d.path, d.lib.PlaceIssue(ctx, id, pub, to.Number, to.Date))
}

// RenamePublication gives a publication another name. Where there is one of that name already it gets the issues
// of both.
func (d *Desk) RenamePublication(ctx context.Context, id int64, name string) error {
	if name == "" {
		return &say.Problem{What: say.T("报刊没有名字", "the publication has no name"), Do: say.T("请写上名字", "give it one")}
	}
	return record.Problem(d.path, d.lib.RenamePublication(ctx, id, name))
}

// Hide takes a page out of the lists, or puts it back. Nothing of it is lost.
func (d *Desk) Hide(ctx context.Context, id session.PageID, hidden bool) error {
	return record.Problem(d.path, d.lib.HidePage(ctx, store.PageID(id), hidden))
}

// Hidden are the pages that were taken out of the lists.
func (d *Desk) Hidden(ctx context.Context) (all []session.Leaf, err error) {
	pages, err := d.lib.HiddenPages(ctx)
	if err != nil {
		return nil, record.Problem(d.path, err)
	}
	for _, p := range pages {
		l, err := d.leaf(ctx, p)
		if err != nil {
			return nil, record.Problem(d.path, err)
		}
		all = append(all, l)
	}
	return all, nil
}

// ReadOnly says why the library can only be read, as a *say.Problem; nil where it can be written.
func (d *Desk) ReadOnly() error { return record.Worded(d.path, cmp.Or(d.full, d.lib.ReadOnly())) }
