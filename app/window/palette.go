package window

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/command"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// Palette finds a command by its name.
func (w *Window) Palette() {
	w.pick("palette", say.T("输入命令名", "type a command").In(w.lang), func(query string) []choice {
		var all []choice
		for _, c := range command.Table {
			if c.ID == "palette" || !contains(query, c.Name.ZH, c.Name.EN, c.ID, c.Menu.Name().ZH, c.Menu.Name().EN) {
				continue
			}
			r := widgets.Row{Text: c.Name.In(w.lang), Note: c.Menu.Name().In(w.lang), Tag: strings.ReplaceAll(c.Keys, " ", "  ")}
			if why := c.WhyNot(w); !why.Zero() {
				r.Ink, r.Note = widgets.Weak, why.In(w.lang)
			}
			all = append(all, choice{r, func() { w.run(c) }})
		}
		return all
	})
}

// AskArticle lets the editor choose which article the selected blocks belong to.
func (w *Window) AskArticle() {
	from, to := w.Selection()
	s := w.session
	w.pick("articles", say.T("归入哪一稿？", "Give to which article?").In(w.lang), func(query string) []choice {
		var all []choice
		for _, c := range w.cards.cards {
			if c.article == bulletin.None || c.article == bulletin.Start || !contains(query, c.name) {
				continue
			}
			all = append(all, choice{widgets.Row{Text: c.name}, func() {
				if w.session != s {
					return // another page was opened meanwhile
				}
				var at bulletin.ID
				changed, err := s.Edit("", func(o *revision.Order) []revision.Op {
					at = o.ID(from)
					return o.GiveTo(from.Block, to.Block+1, c.article)
				})
				if err != nil {
					w.fail(err)
					return
				}
				if p, live := w.session.Order().PlaceOf(at); live {
					from = p
				}
				w.Show(changed, from)
			}})
		}
		return all
	})
}

// SearchLibrary searches all articles; a result opens at its place.
func (w *Window) SearchLibrary() {
	w.pickLater("search", say.T("全库检索", "Search the library").In(w.lang), func(query string, show func([]choice)) {
		d := w.desk
		if query == "" || d == nil {
			show(nil)
			return
		}
		run(w.jobs, asking, say.Text{}, func(ctx context.Context) ([]choice, error) { return w.hits(ctx, d, query) }, func(all []choice, err error) {
			w.fail(err)
			show(all)
			w.trace.say("searched", "query", query, "hits", len(all))
		})
	})
}

// hits are the places in the library that hold all words of a query, each with what choosing it does.
func (w *Window) hits(ctx context.Context, d *desk.Desk, query string) (all []choice, err error) {
	hits, err := d.Search(ctx, query, 50)
	if err != nil {
		return nil, err
	}
	titles := map[session.PageID]string{}
	for _, h := range hits {
		title, known := titles[h.Page]
		if !known {
			leaf, err := d.Leaf(ctx, h.Page)
			if err != nil {
				return nil, err
			}
			title = leaf.Title()
			titles[h.Page] = title
		}
		all = append(all, choice{widgets.Row{Text: h.Snippet, Note: h.Name + " · " + title}, func() { w.openHit(h, query) }})
	}
	return all, nil
}

// openHit opens the page of a search result and goes to the words.
func (w *Window) openHit(h desk.Hit, query string) {
	words := strings.Fields(query)
	there := func() {
		if w.session != nil && len(words) > 0 {
			w.finder.goTo(words[0], h.Article)
		}
	}
	if w.session != nil && w.session.Leaf.ID == h.Page {
		there()
		return
	}
	w.openPageThen(h.Page, nil, there)
}

// GoToLine goes to a line of the raw page.
func (w *Window) GoToLine() {
	s := w.session
	lines := s.Raw.Lines
	hint := say.T("原文第几行（1–%d）", "line of the raw page (1–%d)").With(len(lines)).In(w.lang)
	w.pick("line", hint, func(query string) []choice {
		n, err := strconv.Atoi(query)
		if err != nil || n < 1 || n > len(lines) {
			return nil
		}
		l := lines[n-1]
		return []choice{{widgets.Row{Text: fmt.Sprintf("%d  %s", n, string(s.Raw.Text[l.From:l.To]))}, func() {
			w.raw.SetCaret(widgets.Pos{Block: n - 1})
			w.win.Canvas().Focus(w.raw)
		}}}
	})
}

// KeyHelp shows all keys.
func (w *Window) KeyHelp() {
	var rows []widgets.Row
	for _, m := range command.Menus() {
		rows = append(rows, widgets.Row{Text: m.Name().In(w.lang), Bold: true})
		for _, c := range command.Table {
			if c.Menu == m && c.Keys != "" {
				rows = append(rows, widgets.Row{Text: c.Name.In(w.lang), Tag: strings.ReplaceAll(c.Keys, " ", "  "), Indent: 1})
			}
		}
	}
	list := widgets.NewRows()
	list.Count = func() int { return len(rows) }
	list.Row = func(i int) widgets.Row { return rows[i] }
	w.ask(asked{
		name: "keys", title: say.T("快捷键一览", "Keys").In(w.lang), content: list,
		size: fyne.NewSize(560, min(640, w.win.Canvas().Size().Height*0.9)),
	})
}

// About says what the program is.
func (w *Window) About() {
	text := say.T("清样：把报纸版面的原始文字整理成稿件。\nApache-2.0 许可；所用字体与软件包见 NOTICE。",
		"Qingyang: from the raw text of a newspaper page to finished articles.\nApache-2.0; fonts and packages are listed in NOTICE.").In(w.lang)
	w.ask(asked{
		name: "about", title: say.T("关于清样", "About Qingyang").In(w.lang),
		content: container.NewPadded(widget.NewLabel(text)), size: fyne.NewSize(480, 180),
	})
}
