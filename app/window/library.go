package window

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// libraryPane lists publications, their issues, and the pages of the issues that are open.
type libraryPane struct {
	w       *Window
	content fyne.CanvasObject
	rows    *widgets.Rows
	items   []libraryItem
	open    map[int64]bool // issues whose pages are shown
}

// libraryItem is a row: a publication, an issue or a page.
type libraryItem struct {
	publication *desk.Publication
	issue       *desk.Issue
	leaf        *session.Leaf
}

func newLibraryPane(w *Window) *libraryPane {
	p := &libraryPane{w: w, rows: widgets.NewRows(), open: map[int64]bool{}}
	if w.library != nil {
		p.open = w.library.open
	}
	p.rows.Count = func() int { return len(p.items) }
	p.rows.Row = p.row
	p.rows.OnOpen, p.rows.OneClick = p.choose, true
	p.rows.Intercept = w.key
	p.rows.InterceptShortcut = w.shortcut
	p.content = p.rows
	return p
}

func (p *libraryPane) row(i int) widgets.Row {
	switch it := p.items[i]; {
	case it.leaf != nil:
		return widgets.Row{Text: say.T("第%d版 %s", "Page %d %s").With(it.leaf.Number, it.leaf.Section).In(p.w.lang), Indent: 2}
	case it.issue != nil:
		sign := "▶ "
		if p.open[it.issue.ID] {
			sign = "▼ "
		}
		name := it.issue.Date
		if name == "" {
			name = wording.Called(it.issue.Number).In(p.w.lang)
		} else if it.issue.Number != "" {
			name += " " + it.issue.Number
		}
		return widgets.Row{Text: sign + name, Tag: fmt.Sprint(it.issue.Pages), Indent: 1}
	default:
		return widgets.Row{Text: wording.Called(it.publication.Name).In(p.w.lang), Bold: true}
	}
}

// refresh reads the lists anew, in the background. The pages of an issue are read when it is opened.
func (p *libraryPane) refresh() {
	d := p.w.desk
	if d == nil {
		p.set(nil)
		return
	}
	open := maps.Clone(p.open)
	run(p.w.jobs, listing, say.Text{}, func(ctx context.Context) ([]libraryItem, error) { return readLists(ctx, d, open) }, func(items []libraryItem, err error) {
		if d != p.w.desk {
			return
		}
		if err != nil {
			p.w.fail(err)
			return
		}
		p.set(items)
	})
}

// set shows the lists, and which page is open.
func (p *libraryPane) set(items []libraryItem) {
	p.items = items
	p.rows.Refresh()
	p.w.empties.show()
	if s := p.w.session; s != nil {
		p.find(s.Leaf)
	}
}

// readLists reads the publications, their issues, and the pages of the issues that are open.
func readLists(ctx context.Context, d *desk.Desk, open map[int64]bool) (items []libraryItem, err error) {
	pubs, err := d.Publications(ctx)
	if err != nil {
		return nil, err
	}
	for _, pub := range pubs {
		items = append(items, libraryItem{publication: &pub})
		issues, err := d.Issues(ctx, pub.ID)
		if err != nil {
			return nil, err
		}
		for _, issue := range issues {
			items = append(items, libraryItem{publication: &pub, issue: &issue})
			if !open[issue.ID] {
				continue
			}
			leaves, err := d.Leaves(ctx, issue.ID)
			if err != nil {
				return nil, err
			}
			for _, l := range leaves {
				items = append(items, libraryItem{publication: &pub, issue: &issue, leaf: &l})
			}
		}
	}
	return items, nil
}

// choose opens a page, or opens and closes an issue.
func (p *libraryPane) choose(i int) {
	if i >= len(p.items) {
		return
	}
	switch it := p.items[i]; {
	case it.leaf != nil:
		p.w.openPage(it.leaf.ID, nil)
	case it.issue != nil:
		p.open[it.issue.ID] = !p.open[it.issue.ID]
		p.refresh()
	}
}

// mark selects the row of the page that was opened, and unfolds its issue.
func (p *libraryPane) mark(l session.Leaf) {
	if !p.find(l) && !p.open[l.Issue] {
		p.open[l.Issue] = true
		p.refresh()
	}
}

// find selects the row of a page, or none, and says whether there is one.
func (p *libraryPane) find(l session.Leaf) bool {
	i := slices.IndexFunc(p.items, func(it libraryItem) bool { return it.leaf != nil && it.leaf.ID == l.ID })
	p.rows.Mark(i)
	return i >= 0
}

// unmark selects no row: no page is open.
func (p *libraryPane) unmark() { p.rows.Mark(-1) }
