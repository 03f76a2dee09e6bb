package window

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"qingyang/app/desk"
	"qingyang/app/session"
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
	p.rows.OnOpen = p.choose
	p.rows.Intercept = w.key
	p.rows.InterceptShortcut = w.shortcut
	p.content = p.rows
	return p
}

func (p *libraryPane) row(i int) widgets.Row {
	switch it := p.items[i]; {
	case it.leaf != nil:
		return widgets.Row{Text: it.leaf.Short(), Indent: 2}
	case it.issue != nil:
		sign := "▶ "
		if p.open[it.issue.ID] {
			sign = "▼ "
		}
		name := it.issue.Date
		if name == "" {
			name = it.issue.Number
		} else if it.issue.Number != "" {
			name += " " + it.issue.Number
		}
		return widgets.Row{Text: sign + name, Tag: fmt.Sprint(it.issue.Pages), Indent: 1}
	default:
		return widgets.Row{Text: it.publication.Name, Bold: true}
	}
}

// refresh reads the lists anew. The pages of an issue are read when it is opened.
func (p *libraryPane) refresh() {
	d := p.w.desk
	if d == nil {
		return
	}
	ctx := context.Background()
	var items []libraryItem
	pubs, err := d.Publications(ctx)
	if err != nil {
		p.w.fail(err)
		return
	}
	for _, pub := range pubs {
		items = append(items, libraryItem{publication: &pub})
		issues, err := d.Issues(ctx, pub.ID)
		if err != nil {
			p.w.fail(err)
			return
		}
		for _, issue := range issues {
			items = append(items, libraryItem{publication: &pub, issue: &issue})
			if !p.open[issue.ID] {
				continue
			}
			leaves, err := d.Leaves(ctx, issue.ID)
			if err != nil {
				p.w.fail(err)
				return
			}
			for _, l := range leaves {
				items = append(items, libraryItem{publication: &pub, issue: &issue, leaf: &l})
			}
		}
	}
	p.items = items
	p.rows.Refresh()
}

// choose opens a page, or opens and closes an issue.
func (p *libraryPane) choose(i int) {
	switch it := p.items[i]; {
	case it.leaf != nil:
		p.w.openPage(it.leaf.ID, nil)
	case it.issue != nil:
		p.open[it.issue.ID] = !p.open[it.issue.ID]
		p.refresh()
	}
}

// mark selects the row of the open page.
func (p *libraryPane) mark(l session.Leaf) {
	if !p.open[l.Issue] {
		p.open[l.Issue] = true
		p.refresh()
	}
	for i, it := range p.items {
		if it.leaf != nil && it.leaf.ID == l.ID {
			p.rows.Select(i)
			return
		}
	}
}
