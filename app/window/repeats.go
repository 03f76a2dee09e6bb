package window

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/proof/learned"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// repeats asks at which places the error that was corrected last is corrected too: Space ticks a place, 1 to 4 say
// how far to look, Enter corrects what is ticked in one undo step a page.
type repeats struct {
	w      *Window
	s      *session.Session
	of     learned.Pair
	within desk.Within
	rows   *widgets.Rows
	count  *widgets.Line
	far    *widget.Select
	found  []repeated
}

// repeated is a place, and whether it is ticked; without one the head of a page.
type repeated struct {
	leaf session.Leaf
	at   *session.Repeat
	on   bool
}

// AskSame lists every place of the error that was corrected last.
func (w *Window) AskSame() {
	of, ok := w.session.Last()
	if !ok {
		w.Say(say.T("还没有改过可以一并改正的错字", "nothing was corrected yet that could stand elsewhere too"))
		return
	}
	r := &repeats{w: w, s: w.session, of: of, within: desk.WithinPage, rows: widgets.NewRows(), count: widgets.NewLine()}
	r.rows.Count = func() int { return len(r.found) }
	r.rows.Row = r.row
	r.rows.OnOpen = func(i int) { r.turn(i) }
	r.rows.OnRune = r.rune
	r.rows.Intercept, r.rows.InterceptShortcut = w.key, w.shortcut
	r.far = widget.NewSelect([]string{
		say.T("1 本稿", "1 Article").In(w.lang), say.T("2 本版", "2 Page").In(w.lang), say.T("3 本期", "3 Issue").In(w.lang), say.T("4 全库", "4 Library").In(w.lang),
	}, nil)
	r.far.SetSelectedIndex(int(r.within))
	r.far.OnChanged = func(string) { r.look(desk.Within(r.far.SelectedIndex())) }
	hint := widget.NewLabel(say.T("空格：勾或不勾；+ 全勾，- 全不勾；1–4：范围；回车：改正勾选的", "Space ticks; + all, - none; 1–4 how far; Enter corrects what is ticked").In(w.lang))
	w.ask(asked{
		name: "same", title: say.T("同样的错：%s → %s", "The same error: %s → %s").With(of.Before, of.After).In(w.lang),
		content: container.NewBorder(container.NewBorder(nil, nil, nil, r.far, hint), r.count, nil, nil, r.rows),
		first:   r.rows, size: w.share(0.66, 0.82), yes: say.T("一并改正", "Correct them"), try: r.repair,
	})
	r.look(r.within)
}

// look finds the places, as far as within reaches. The open page is as it stands; others are as they are saved.
func (r *repeats) look(within desk.Within) {
	r.within = within
	w, s, d := r.w, r.s, r.w.desk
	article := s.Order().ArticleAt(w.clean.Caret().Block)
	now := s.Snapshot()
	run(w.jobs, asking, say.T("查找同样的错", "Looking for the same error"), func(ctx context.Context) ([]desk.PageRepeats, error) {
		return d.Repeats(ctx, now, article, r.of, within)
	}, func(all []desk.PageRepeats, err error) {
		if err != nil || s != w.session {
			w.fail(err)
			return
		}
		r.found = nil
		for _, p := range all {
			r.found = append(r.found, repeated{leaf: p.Leaf})
			for i := range p.All {
				r.found = append(r.found, repeated{p.Leaf, &p.All[i], p.All[i].Why == session.NoDoubt})
			}
		}
		r.show()
		r.rows.Mark(min(1, len(r.found)-1))
		on, of := r.ticked()
		w.trace.say("repeats", "within", int(within), "ticked", on, "of", of)
	})
}

func (r *repeats) show() {
	r.rows.Refresh()
	on, of := r.ticked()
	r.count.SetText(say.T("勾选 %d / %d", "%d of %d ticked").With(on, of).In(r.w.lang))
}

// ticked is how many places are ticked, and how many there are.
func (r *repeats) ticked() (on, of int) {
	for _, x := range r.found {
		if x.at != nil {
			of++
			if x.on {
				on++
			}
		}
	}
	return on, of
}

func (r *repeats) row(i int) widgets.Row {
	x := r.found[i]
	if x.at == nil {
		return widgets.Row{Text: x.leaf.Name().In(r.w.lang), Bold: true}
	}
	row := withTick(widgets.Row{Text: x.at.Left + "［" + r.of.Before + "］" + x.at.Right, Indent: 1}, x.on)
	row.Tag = map[session.Doubtful]say.Text{
		session.LetOut: say.T("上次未改", "let out before"), session.InName: say.T("名称", "a name"), session.InQuote: say.T("引用", "quoted"),
	}[x.at.Why].In(r.w.lang)
	return row
}

// turn ticks a place or takes its tick away; on the head of a page those of the whole page.
func (r *repeats) turn(i int) {
	if r.found[i].at != nil {
		r.found[i].on = !r.found[i].on
	} else {
		on := i+1 < len(r.found) && !r.found[i+1].on
		for k := i + 1; k < len(r.found) && r.found[k].at != nil; k++ {
			r.found[k].on = on
		}
	}
	r.show()
}

func (r *repeats) rune(c rune) bool {
	switch {
	case c >= '1' && c <= '4':
		r.far.SetSelectedIndex(int(c - '1'))
	case c == '+' || c == '=' || c == '-':
		for i := range r.found {
			r.found[i].on = c != '-' && r.found[i].at != nil
		}
		r.show()
	default:
		return false
	}
	return true
}

// repair corrects what is ticked, and keeps what was let out. The open page comes first, then the others.
func (r *repeats) repair(end ending) {
	w, s, d := r.w, r.s, r.w.desk
	if s != w.session {
		end(nil)
		return
	}
	var at, out []bulletin.ID
	others := map[session.PageID]desk.Choice{}
	for _, x := range r.found {
		switch {
		case x.at == nil:
		case x.leaf.ID == s.Leaf.ID && x.on:
			at = append(at, x.at.At)
		case x.leaf.ID == s.Leaf.ID:
			out = append(out, x.at.At)
		default:
			c := others[x.leaf.ID]
			if x.on {
				c.On = append(c.On, x.at.At)
			} else {
				c.Out = append(c.Out, x.at.At)
			}
			others[x.leaf.ID] = c
		}
	}
	note := session.RepairNote(r.of, strconv.FormatInt(time.Now().UnixMilli(), 36))
	c, n, err := s.Repair(note, r.of, at, out)
	if err != nil {
		end(err)
		return
	}
	if n > 0 {
		w.Show(c, bulletin.Place(w.clean.Caret()))
	}
	w.repaired = note
	w.surveyPage(func() {})
	run(w.jobs, each, say.T("改正各版", "Correcting the pages"), func(ctx context.Context) ([2]int, error) {
		k, pages, err := d.RepairOthers(ctx, note, r.of, others)
		return [2]int{k, pages}, err
	}, func(done [2]int, err error) {
		end(err)
		w.Say(say.T("“%s→%s”：改正 %d 处，另 %d 版 %d 处（Ctrl+Z 一并撤销）", "“%s→%s”: %d places corrected here, and %[5]d on %[4]d other pages (Ctrl+Z takes all back)").
			With(r.of.Before, r.of.After, n, done[1], done[0]))
		w.trace.say("repaired", "here", n, "pages", done[1], "there", done[0])
	})
}

// UndoSame takes back the last decision about an error on all pages, the open one too.
func (w *Window) UndoSame() {
	if w.repaired == "" {
		w.Say(say.T("还没有一并改正过", "no error was corrected on several places yet"))
		return
	}
	if w.session.Undoing() == w.repaired {
		note := w.repaired
		c, at, err := w.session.Undo()
		if err != nil {
			w.fail(err)
			return
		}
		w.Show(c, at)
		w.Switched(note, false)
		return
	}
	w.Switched(w.repaired, false)
}

// Switched takes back on the other pages, too, what one decision about an error did, after it was taken back here;
// or, again, brings it back.
func (w *Window) Switched(note string, again bool) {
	if !session.IsRepair(note) {
		return
	}
	d, here := w.desk, w.session.Leaf.ID
	run(w.jobs, each, say.T("撤销各版的改正", "Taking back on the pages"), func(ctx context.Context) ([2]int, error) {
		pages, left, err := d.SwitchRepair(ctx, note, here, again)
		return [2]int{pages, left}, err
	}, func(done [2]int, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		t := say.T("另 %d 版也已撤销", "taken back on %d other pages too")
		if again {
			t = say.T("另 %d 版也已重做", "done again on %d other pages too")
		}
		if done[1] > 0 {
			t = say.T("另 %d 版也已撤销；%d 版后来又改过，未动", "taken back on %d other pages too; %d were changed since and are left")
		}
		if done[0]+done[1] > 0 {
			w.Say(t.With(done[0], done[1]))
		}
		w.trace.say("switched", "pages", done[0], "left", done[1])
	})
}
