package window

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// historyPane lists the undo steps of the open page, the newest first. Enter shows the page as it was
// after a step, compared with now.
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
	p.rows.OnOpen = p.look
	p.rows.Intercept = w.key
	p.rows.InterceptShortcut = w.shortcut
	button := widget.NewButton(say.T("看当时的版面（Enter）", "Show the page as it was (Enter)").In(w.lang), func() {
		if i := p.rows.Selected(); i >= 0 && i < len(p.steps) {
			p.look(i)
		}
	})
	p.content = container.NewBorder(nil, button, nil, nil, p.rows)
	return p
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
		what = say.T("%d 处改动", "%d corrections").With(st.Corrections).In(p.w.lang)
	case st.Corrections > 1:
		what += say.T(" 等 %d 处", " and %d in all").With(st.Corrections).In(p.w.lang)
	}
	r := widgets.Row{Text: what, Note: who + " · " + st.Time.Local().Format("2006-01-02 15:04:05"), Tag: fmt.Sprintf("#%d", st.To)}
	if !st.Counts {
		r.Ink, r.Cut = widgets.Weak, true
	}
	return r
}

// look shows the page as it was after a step, and what has become different since.
func (p *historyPane) look(i int) {
	w := p.w
	if w.session == nil || i >= len(p.steps) {
		return
	}
	st, now := p.steps[i], w.session.Snapshot()
	type review struct {
		old  bulletin.Page
		diff []compare.Difference
	}
	run(w.jobs, asking, say.T("比较", "Comparing"), func(ctx context.Context) (r review, err error) {
		old, err := now.At(ctx, st.To)
		if err != nil {
			return r, err
		}
		return review{old.Text.Page(), compare.Pages(old.Text.Blocks(), now.Text.Blocks())}, nil
	}, func(r review, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		p.review(st, r.old, r.diff)
	})
}

// review shows an old state of the page beside its differences to now.
func (p *historyPane) review(st session.Step, old bulletin.Page, diff []compare.Difference) {
	w := p.w
	then := widgets.NewEditor()
	then.ReadOnly, then.Labels = true, true
	then.SetDocument(newStateDocument(old, w.lang))
	then.SetTextSize(w.clean.TextSize())
	var lines []string
	for _, d := range diff {
		lines = append(lines, fmt.Sprintf("%s  %s → %s", wording.Correction(d.Kind).In(w.lang), wording.Visible(d.Before), wording.Visible(d.After)))
	}
	if len(lines) == 0 {
		lines = []string{say.T("与现在相同", "the same as now").In(w.lang)}
	}
	list := widgets.NewRows()
	list.Count = func() int { return len(lines) }
	list.Row = func(i int) widgets.Row { return widgets.Row{Text: lines[i]} }
	side := container.NewBorder(widget.NewLabel(say.T("与现在相比", "Compared with now").In(w.lang)), nil, nil, nil, list)
	content := container.NewHSplit(then, side)
	content.Offset = 0.65
	title := say.T("第 %d 次修订之后", "After revision %d").With(st.To).In(w.lang)
	w.ask(asked{name: "state", title: title, content: content, size: w.share(0.85, 0.85)})
	w.trace.say("state", "revision", st.To, "differences", strings.Join(lines, "; "))
}

// stateDocument shows a state of a page, in the order of the text. It says no to every edit.
type stateDocument struct {
	blocks []widgets.Block
}

func newStateDocument(page bulletin.Page, lang say.Lang) *stateDocument {
	d := &stateDocument{}
	put := func(text string, style widgets.Style, label string, first bool) {
		b := widgets.Block{Text: []rune(text), Style: style, Label: label}
		if first && len(d.blocks) > 0 {
			b.Above, b.Rule = 1.2, true
		}
		d.blocks = append(d.blocks, b)
	}
	for _, a := range page.Articles {
		for i, b := range a.Blocks {
			put(b.Text, styles[b.Kind], wording.Kind(b.Kind).In(lang), i == 0)
		}
	}
	for i, b := range page.Tray {
		put(b.Text, styles[b.Kind], say.T("待归", "tray").In(lang), i == 0)
	}
	for i, b := range page.Furniture {
		put(b.Text, styles[b.Kind], wording.Kind(b.Kind).In(lang), i == 0)
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
