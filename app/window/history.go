package window

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/merge"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// historyPane lists the undo steps of the open page, the newest first. Choosing one goes to where it changed
// something; Enter shows the page as it was after it, compared with now, to go back to if that is wanted.
type historyPane struct {
	w       *Window
	content fyne.CanvasObject
	rows    *widgets.Rows
	steps   []session.Step // the newest first
}

func newHistoryPane(w *Window) *historyPane {
	p := &historyPane{w: w, rows: widgets.NewRows()}
	p.rows.Count = func() int { return len(p.steps) }
	p.rows.Row = p.row
	p.rows.OnSelect = p.goTo
	p.rows.OnOpen = p.look
	p.rows.Intercept = p.key
	p.rows.InterceptShortcut = w.shortcut
	button := widget.NewButton(say.T("看当时的版面，可恢复（Enter）", "The page as it was, to restore (Enter)").In(w.lang), func() {
		if i := p.rows.Selected(); i >= 0 && i < len(p.steps) {
			p.look(i)
		}
	})
	back := widget.NewButton(say.T("整个收回这一次（Del）", "Take this step back (Del)").In(w.lang), p.takeBack)
	p.content = container.NewBorder(nil, container.NewVBox(button, back), nil, nil, p.rows)
	return p
}

// key is a key in the list: Delete takes a step back.
func (p *historyPane) key(e *fyne.KeyEvent, held fyne.KeyModifier) bool {
	if e.Name != fyne.KeyDelete && e.Name != fyne.KeyBackspace {
		return p.w.key(e, held)
	}
	p.takeBack()
	return true
}

// takeBack takes back all of the chosen step; what was done later stays. Where that refers to it the editor chooses
// between the texts that can be left.
func (p *historyPane) takeBack() {
	i, w := p.rows.Selected(), p.w
	if i < 0 || i >= len(p.steps) || w.session == nil {
		return
	}
	st, s := p.steps[i], w.session
	switch {
	case !st.Counts:
		w.Say(say.T("已经收回了", "it is taken back already"))
		return
	case st.Person == 0:
		w.Say(say.T("自动清理不能整个收回；请在“改动”栏（F9）里按规则收回", "cleaning cannot be taken back as a whole; the list of corrections (F9) takes it back rule by rule"))
		return
	case w.desk.ReadOnly() != nil:
		w.fail(w.desk.ReadOnly())
		return
	}
	done := func(c revision.Changed, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.Show(c, placeOf(s, st.At))
		w.Say(say.T("第 %d 次修订已整个收回（Ctrl+Z 恢复）", "revision %d is taken back as a whole (Ctrl+Z brings it back)").With(st.To))
		w.trace.say("stepback", "revision", st.To)
	}
	c, conflict, err := s.TakeBackStep(st)
	if conflict == nil {
		done(c, err)
		return
	}
	w.askConflict(conflict, func(together bool) { done(s.TakeBackAnyway(conflict, together)) })
}

// goTo brings the caret to where a step changed something.
func (p *historyPane) goTo(i int) {
	if p.w.session == nil || i >= len(p.steps) {
		return
	}
	at := p.w.inside(placeOf(p.w.session, p.steps[i].At))
	p.w.clean.Go(at, at)
	p.w.trace.say("step", "revision", p.steps[i].To, "where", p.steps[i].Where)
}

// refresh reads the steps anew in the background, at the cost of one replay.
func (p *historyPane) refresh() {
	s := p.w.session
	if s == nil {
		p.set(nil)
		return
	}
	run(p.w.jobs, reviewing, say.Text{}, s.Snapshot().Steps, func(steps []session.Step, err error) {
		if s != p.w.session {
			return
		}
		p.w.fail(err)
		p.set(steps)
		p.w.trace.say("history", "steps", len(p.steps))
	})
}

// set shows steps, given the oldest first.
func (p *historyPane) set(steps []session.Step) {
	p.steps = slices.Clone(steps)
	slices.Reverse(p.steps)
	p.rows.Refresh()
}

func (p *historyPane) row(i int) widgets.Row {
	st := p.steps[i]
	who := p.w.names[st.Person]
	if st.Person == 0 {
		who = say.T("自动清理", "Cleaning").In(p.w.lang)
	}
	what := st.Sample.In(p.w.lang)
	switch {
	case st.Switch:
		what = say.T("撤销或收回", "undo or take-back").In(p.w.lang)
	case st.Person == 0:
		what = say.Count(st.Corrections, "处改动", "correction", "corrections").In(p.w.lang)
	case st.Corrections > 1:
		what += say.T(" 等 %d 处", " and %d in all").With(st.Corrections).In(p.w.lang)
	}
	if t, ok := merge.SayNote(st.Note); ok && !st.Switch {
		what = t.In(p.w.lang) + " · " + what
	}
	note := who + " · " + st.Time.Local().Format("2006-01-02 15:04:05")
	if st.Where != "" && st.Person != 0 {
		note += " · " + st.Where
	}
	r := widgets.Row{Text: what, Note: note, Tag: fmt.Sprintf("#%d", st.To)}
	if !st.Counts {
		r.Ink, r.Cut = widgets.Weak, true
	}
	return r
}

// difference is one between an earlier state of the page and now.
type difference struct {
	compare.Difference
	then [2]bulletin.Place // in the order shown then
	now  bulletin.ID       // the character at its place now
}

// look shows the page as it was after a step, and what has become different since.
func (p *historyPane) look(i int) {
	w := p.w
	if w.session == nil || i >= len(p.steps) {
		return
	}
	st, s, now := p.steps[i], w.session, w.session.Snapshot()
	type review struct {
		old  *stateDocument
		diff []difference
	}
	lang := w.lang
	run(w.jobs, asking, say.T("比较", "Comparing"), func(ctx context.Context) (r review, err error) {
		old, err := now.At(ctx, st.To)
		if err != nil {
			return r, err
		}
		r.old = newStateDocument(old.Order, lang)
		then, is := shownOf(old.Order), shownOf(now.Order)
		for _, d := range compare.Pages(old.Text.Blocks(), now.Text.Blocks()) {
			r.diff = append(r.diff, difference{d, [2]bulletin.Place{then(d.A[0]), then(d.A[1])}, now.Order.ID(is(d.B[0]))})
		}
		return r, nil
	}, func(r review, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if s == w.session {
			p.review(st, r.old, r.diff)
		}
	})
}

// shownOf is where a place of the text is shown.
func shownOf(o *revision.Order) func(bulletin.Place) bulletin.Place {
	shown := make([]int, o.Blocks())
	for i := range shown {
		shown[o.InText(i)] = i
	}
	return func(p bulletin.Place) bulletin.Place {
		if p.Block < len(shown) {
			p.Block = shown[p.Block]
		}
		return p
	}
}

// review shows an old state of the page beside its differences to now. Choosing one shows it in the old state,
// Enter goes to its place in the text.
func (p *historyPane) review(st session.Step, old *stateDocument, diff []difference) {
	w, s := p.w, p.w.session
	then := widgets.NewEditor()
	then.ReadOnly, then.Labels = true, true
	then.SetDocument(old)
	then.SetTextSize(w.clean.TextSize())
	list := widgets.NewRows()
	list.Count = func() int { return len(diff) }
	list.Row = func(i int) widgets.Row {
		return widgets.Row{Text: wording.Visible(diff[i].Before) + " → " + wording.Visible(diff[i].After), Tag: wording.Correction(diff[i].Kind).In(w.lang)}
	}
	list.OnSelect = func(i int) { then.Go(widgets.Pos(diff[i].then[0]), widgets.Pos(diff[i].then[1])) }
	head := say.T("与现在相比有 %s（Enter 去那里）", "%s from now (Enter goes there)").With(say.Count(len(diff), "处不同", "difference", "differences"))
	if len(diff) == 0 {
		head = say.T("与现在相同", "the same as now")
	}
	side := container.NewBorder(widget.NewLabel(head.In(w.lang)), nil, nil, nil, list)
	content := container.NewHSplit(then, side)
	content.Offset = 0.6
	restore := newPush(say.T("恢复成这个样子", "Restore this state").In(w.lang), nil)
	if len(diff) == 0 {
		restore.Disable()
	}
	q := w.ask(asked{
		name: "state", title: say.T("第 %d 次修订之后的版面", "The page after revision %d").With(st.To).In(w.lang),
		content: content, size: w.share(0.85, 0.85), first: list, more: []fyne.CanvasObject{restore},
	})
	list.OnOpen = func(i int) {
		q.Hide()
		if w.session == s {
			at := w.inside(placeOf(s, diff[i].now))
			w.win.Canvas().Focus(w.clean)
			w.clean.Go(at, at)
		}
	}
	restore.OnTapped = func() {
		q.Hide()
		if w.session == s {
			p.restore(st.To)
		}
	}
	w.trace.say("state", "revision", st.To, "differences", len(diff))
}

// restore makes the page what it was after its first n revisions.
func (p *historyPane) restore(n int) {
	c, at, err := p.w.session.Restore(n)
	if err != nil {
		p.w.fail(err)
		return
	}
	p.w.Show(c, at)
	p.w.Say(say.T("已恢复成第 %d 次修订之后的样子（Ctrl+Z 撤销）", "the page is as it was after revision %d (Ctrl+Z undoes it)").With(n))
	p.w.trace.say("restored", "revision", n)
}

// stateDocument shows a state of a page, or any other text. It says no to every edit.
type stateDocument struct {
	blocks []widgets.Block
}

// newStateDocument shows the blocks of a state in their shown order.
func newStateDocument(o *revision.Order, lang say.Lang) *stateDocument {
	d := &stateDocument{}
	for i := range o.Blocks() {
		text, h := o.Block(i)
		b := widgets.Block{Text: text, Style: styles[h.Kind], Label: labelOf(h, len(text), lang)}
		if i > 0 && belongs(o.Head(i-1)) != belongs(h) {
			b.Above, b.Rule = 1.2, true
		}
		d.blocks = append(d.blocks, b)
	}
	return d
}

// Len is the number of blocks.
func (d *stateDocument) Len() int { return len(d.blocks) }

// Block is a block of the state.
func (d *stateDocument) Block(i int) widgets.Block { return d.blocks[i] }

// Replace refuses.
func (d *stateDocument) Replace(from, _ widgets.Pos, _ string) (widgets.Pos, widgets.Changed, bool) {
	return from, widgets.Changed{}, false
}

// refreshSide reads anew what the tab in front shows.
func (w *Window) refreshSide() {
	if w.tabs.SelectedIndex() == 1 {
		w.history.refresh()
	}
}
