package window

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/command"
	"qingyang/app/desk"
	"qingyang/app/proof"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// Palette finds a command by its name, by pinyin of it, or by its menu.
func (w *Window) Palette() {
	w.pick("palette", say.T("输入命令名，或它的拼音、首字母（如 daochu、dc）", "type a command").In(w.lang), func(query string) []choice {
		return w.commands(query, func(c command.Command) bool { return c.ID != "palette" })
	})
}

// commands are the commands that a query names, those that can run and are named by their own letters first.
func (w *Window) commands(query string, of func(command.Command) bool) []choice {
	type ranked struct {
		choice
		rank int
	}
	var all []ranked
	for _, c := range command.Table {
		rank := 0
		switch {
		case !of(c):
			continue
		case contains(query, c.Name.ZH, c.Name.EN, c.ID, c.Menu.Name().ZH, c.Menu.Name().EN):
		case proof.Spells(strings.ReplaceAll(query, " ", ""), c.Name.ZH):
			rank = 1
		default:
			continue
		}
		r := widgets.Row{Text: c.Name.In(w.lang), Note: c.Menu.Name().In(w.lang), Tag: keysShown(c)}
		if why := c.WhyNot(w); !why.Zero() {
			r.Ink, r.Note = widgets.Weak, why.In(w.lang)
			rank += 2
		}
		if query == "" {
			rank = 0 // as in the menus
		}
		all = append(all, ranked{choice{r, func() { w.run(c) }}, rank})
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return a.rank - b.rank })
	var rows []choice
	for _, r := range all {
		rows = append(rows, r.choice)
	}
	return rows
}

// keysShown are a command's keys as people read them.
func keysShown(c command.Command) string { return strings.Join(strings.Fields(c.Keys+" "+c.Own), "  ") }

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
	p := w.pickLater("search", say.T("全库检索", "Search the library").In(w.lang), func(query string, show func([]choice)) {
		d := w.desk
		if query == "" || d == nil {
			show(nil)
			return
		}
		lang := w.lang
		run(w.jobs, asking, say.T("全库检索", "Searching"), func(ctx context.Context) ([]choice, error) { return w.hits(ctx, d, query, lang) }, func(all []choice, err error) {
			w.fail(err)
			show(all)
			w.trace.say("searched", "query", query, "hits", len(all))
		})
	})
	p.none = say.T("没有找到（检索的是稿件；报头、版次、待归区不在内）", "nothing found (articles are searched; mastheads, page numbers and the tray are not)")
}

// hits are the places in the library that hold all words of a query, each with what choosing it does.
func (w *Window) hits(ctx context.Context, d *desk.Desk, query string, lang say.Lang) (all []choice, err error) {
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
			title = leaf.Name().In(lang)
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

// KeyHelp shows all keys, by menus; what is typed narrows them, and Enter runs a command.
func (w *Window) KeyHelp() {
	p := w.pick("keys", say.T("输入几个字或键名，只看有关的", "type a few letters or a key to narrow the list").In(w.lang), func(query string) []choice {
		var all []choice
		part := func(name say.Text, rows []choice) {
			if len(rows) > 0 {
				all = append(all, choice{row: widgets.Row{Text: name.In(w.lang), Bold: true}})
				all = append(all, rows...)
			}
		}
		for _, m := range command.Menus() {
			var rows []choice
			for _, c := range command.Table {
				named := contains(query, c.Name.ZH, c.Name.EN, c.Keys+c.Own, m.Name().ZH, m.Name().EN) || proof.Spells(query, c.Name.ZH)
				if c.Menu == m && c.Keys+c.Own != "" && named {
					rows = append(rows, choice{widgets.Row{Text: c.Name.In(w.lang), Tag: keysShown(c), Indent: 1}, func() { w.run(c) }})
				}
			}
			part(m.Name(), rows)
		}
		var rows []choice
		for _, k := range command.TextKeys {
			if contains(query, k.Name.ZH, k.Name.EN, k.Keys.ZH, k.Keys.EN) || proof.Spells(query, k.Name.ZH) {
				rows = append(rows, choice{row: widgets.Row{Text: k.Name.In(w.lang), Tag: k.Keys.In(w.lang), Indent: 1}})
			}
		}
		part(say.T("文字栏、列表、对话框", "Texts, lists, dialogs"), rows)
		return all
	})
	p.popup.Resize(fyne.NewSize(min(680, w.win.Canvas().Size().Width*0.9), w.win.Canvas().Size().Height*0.85))
}

// About says what the program is.
func (w *Window) About() {
	text := "Qingyang 清样 " + Version + "\n" + say.T("清样：把报纸版面的原始文字整理成稿件。\nApache-2.0 许可；所用字体与软件包见 NOTICE。",
		"Qingyang: from the raw text of a newspaper page to finished articles.\nApache-2.0; fonts and packages are listed in NOTICE.").In(w.lang)
	w.ask(asked{
		name: "about", title: say.T("关于清样", "About Qingyang").In(w.lang),
		content: container.NewPadded(widget.NewLabel(text)), size: fyne.NewSize(480, 200),
	})
}
