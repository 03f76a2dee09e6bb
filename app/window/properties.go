package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// AskProperties asks anew what the selected page, issue or publication is: its name, number, day and place. With
// nothing selected in the lists the open page is meant.
func (w *Window) AskProperties() {
	if i := w.library.rows.Selected(); i >= 0 && i < len(w.library.items) {
		switch it := w.library.items[i]; {
		case it.leaf != nil:
			w.askPage(*it.leaf)
		case it.issue != nil:
			w.askIssue(*it.publication, *it.issue)
		default:
			w.askPublication(*it.publication)
		}
		return
	}
	if w.session == nil {
		w.Say(say.T("请先在左边的列表里选一版、一期或一种报刊", "choose a page, an issue or a publication in the list on the left first"))
		return
	}
	w.askPage(w.session.Leaf)
}

// askPage asks where a page belongs.
func (w *Window) askPage(l session.Leaf) {
	w.askPlace("page", say.T("版面属性：%s", "Properties of the page: %s").With(l.Name()), folder.Place{
		Publication: l.Publication, Number: l.IssueNumber, Date: l.Date, Page: l.Number, Section: l.Section,
	}, nil, func(ctx context.Context, d *desk.Desk, to folder.Place) error { return d.PlacePage(ctx, l.ID, to) })
}

// askIssue asks what an issue is.
func (w *Window) askIssue(p desk.Publication, i desk.Issue) {
	w.askPlace("issue", say.T("本期属性：%s %s", "Properties of the issue: %s %s").With(p.Name, strings.TrimSpace(i.Date+" "+i.Number)), folder.Place{
		Publication: p.Name, Number: i.Number, Date: i.Date,
	}, func(f *placeForm) {
		f.form.Items = f.form.Items[:3]
	}, func(ctx context.Context, d *desk.Desk, to folder.Place) error { return d.PlaceIssue(ctx, i.ID, to) })
}

// askPublication asks what a publication is called.
func (w *Window) askPublication(p desk.Publication) {
	w.askText("publication", say.T("报刊名称", "Name of the publication"), say.T("同名的报刊会合成一种", "publications of one name become one"), p.Name, func(name string, end ending) {
		w.place(func(ctx context.Context, d *desk.Desk) error { return d.RenamePublication(ctx, p.ID, name) }, end)
	})
}

// askPlace asks for a place, of which a form may show less, and sets it.
func (w *Window) askPlace(name string, title say.Text, now folder.Place, less func(*placeForm), set func(context.Context, *desk.Desk, folder.Place) error) {
	f := newPlaceForm(w)
	fields := f.fields()
	if less != nil {
		less(f)
		fields = fields[:len(f.form.Items)]
	}
	f.set(now)
	f.offer()
	w.ask(asked{
		name: name, title: title.In(w.lang), size: fyne.NewSize(620, 120+float32(len(fields))*40), fields: fields,
		content: container.NewBorder(f.form, f.note, nil, nil, widget.NewLabel("")),
		yes:     say.T("保存", "Save"), try: func(end ending) {
			to, err := f.place()
			if err != nil {
				end(err)
				return
			}
			w.place(func(ctx context.Context, d *desk.Desk) error { return set(ctx, d, to) }, end)
		},
	})
}

// place changes what pages belong to, and shows it: in the lists, and of the open page, which is opened anew.
func (w *Window) place(change func(context.Context, *desk.Desk) error, end ending) {
	d := w.desk
	run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx, d) }, func(_ struct{}, err error) {
		end(err)
		if err != nil || d != w.desk {
			return
		}
		w.trace.say("placed")
		if s := w.session; s != nil {
			w.library.open[s.Leaf.Issue] = true
			w.openPageThen(s.Leaf.ID, &place{Page: s.Leaf.ID, Caret: w.clean.Caret(), Scroll: w.clean.Scroll()}, func() {
				w.library.open[w.session.Leaf.Issue] = true
				w.library.refresh()
				w.Say(say.T("属性已保存", "the properties are kept"))
			})
			return
		}
		w.library.refresh()
	})
}

// HidePage takes the open page out of the lists. It is closed, and nothing of it is lost.
func (w *Window) HidePage() {
	s, d := w.session, w.desk
	title := s.Leaf.Name()
	w.leavePage(func() {
		run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) {
			if err := d.Hide(ctx, s.Leaf.ID, true); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, d.Remember(ctx, settingPlace, "") // it is not what the library opens on
		}, func(_ struct{}, err error) {
			w.fail(err)
			w.library.refresh()
			if err == nil {
				w.Say(say.T("已隐藏 %s；“文件 → 重新显示隐藏的版面”可以找回", "%s is hidden; “File → Show a hidden page again” brings it back").With(title))
				w.trace.say("hidden", "id", int64(s.Leaf.ID))
			}
		})
	}, func() {})
}

// AskHidden lets the editor choose a hidden page, which is shown again and opened.
func (w *Window) AskHidden() {
	d := w.desk
	run(w.jobs, asking, say.Text{}, func(ctx context.Context) ([]session.Leaf, error) { return d.Hidden(ctx) }, func(all []session.Leaf, err error) {
		switch {
		case err != nil || d != w.desk:
			w.fail(err)
			return
		case len(all) == 0:
			w.Say(say.T("没有隐藏的版面", "no page is hidden"))
			return
		}
		w.pick("hidden", say.T("重新显示哪一版？", "Which page is to be shown again?").In(w.lang), func(query string) (rows []choice) {
			for _, l := range all {
				if name := l.Name().In(w.lang); contains(query, name) {
					rows = append(rows, choice{widgets.Row{Text: name}, func() { w.unhide(l) }})
				}
			}
			return rows
		})
	})
}

func (w *Window) unhide(l session.Leaf) {
	d := w.desk
	run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Hide(ctx, l.ID, false) }, func(_ struct{}, err error) {
		w.fail(err)
		if err == nil && d == w.desk {
			w.library.open[l.Issue] = true
			w.library.refresh()
			w.openPage(l.ID, nil)
			w.trace.say("unhidden", "id", int64(l.ID))
		}
	})
}
