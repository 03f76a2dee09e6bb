package window

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/compare"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// changesPane lists the corrections of the open page, grouped by the rule or the person that made
// them. Choosing one goes there; Delete takes it back.
type changesPane struct {
	w       *Window
	content fyne.CanvasObject
	rows    *widgets.Rows
	all     []session.Correction
	items   []changeItem
	shut    map[string]bool // groups that are folded
}

// changeItem is the head of a group, or a correction.
type changeItem struct {
	group string
	head  bool
	count int
	c     session.Correction
}

func newChangesPane(w *Window) *changesPane {
	p := &changesPane{w: w, rows: widgets.NewRows(), shut: map[string]bool{}}
	p.rows.Count = func() int { return len(p.items) }
	p.rows.Row = p.row
	p.rows.Noted = func(i int) bool { return !p.items[i].head }
	p.rows.OnSelect = p.goTo
	p.rows.OnOpen = func(i int) {
		if it := p.items[i]; it.head {
			p.shut[it.group] = !p.shut[it.group]
			p.group()
			return
		}
		w.win.Canvas().Focus(w.clean)
	}
	p.rows.Intercept = func(e *fyne.KeyEvent, held fyne.KeyModifier) bool {
		if e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace {
			p.takeBack()
			return true
		}
		return w.key(e, held)
	}
	p.rows.InterceptShortcut = w.shortcut
	button := widget.NewButton(say.T("收回（Del）", "Take back (Del)").In(w.lang), p.takeBack)
	p.content = container.NewBorder(nil, button, nil, nil, p.rows)
	return p
}

// set shows other corrections.
func (p *changesPane) set(all []session.Correction) {
	p.all = all
	p.group()
}

// group makes the rows: people first, then rules in the order in which they first worked.
func (p *changesPane) group() {
	name := func(c session.Correction) string {
		if c.Person != 0 {
			return p.w.names[c.Person]
		}
		return c.Rule + " " + wording.Rule(c.Rule).In(p.w.lang)
	}
	var names []string
	rows := map[string][]changeItem{}
	for _, person := range []bool{true, false} {
		for _, c := range p.all {
			if (c.Person != 0) != person || c.Kind == compare.Marked && c.Person == 0 {
				continue
			}
			n := name(c)
			if _, seen := rows[n]; !seen {
				names = append(names, n)
			}
			rows[n] = append(rows[n], changeItem{group: n, c: c})
		}
	}
	p.items = p.items[:0]
	for _, n := range names {
		p.items = append(p.items, changeItem{group: n, head: true, count: len(rows[n])})
		if !p.shut[n] {
			p.items = append(p.items, rows[n]...)
		}
	}
	p.rows.Refresh()
}

func (p *changesPane) row(i int) widgets.Row {
	it := p.items[i]
	if it.head {
		sign := "▼ "
		if p.shut[it.group] {
			sign = "▶ "
		}
		return widgets.Row{Text: sign + it.group, Tag: fmt.Sprint(it.count), Bold: true}
	}
	c := it.c
	r := widgets.Row{
		Text: wording.Sample(c.Correction).In(p.w.lang), Note: "…" + c.Left + "｜" + c.Right + "…",
		Tag: wording.Correction(c.Kind).In(p.w.lang), Indent: 1,
	}
	if !c.Counts {
		r.Ink, r.Cut = widgets.Weak, true
	}
	return r
}

func (p *changesPane) goTo(i int) {
	it := p.items[i]
	if it.head || p.w.session == nil {
		p.w.trace.say("row", "group", it.group)
		return
	}
	p.w.clean.SetCaret(p.w.inside(placeOf(p.w.session, it.c.At)))
	p.w.trace.say("row", "kind", it.c.Kind.String(), "before", it.c.Before, "after", it.c.After, "rule", it.c.Rule)
}

// takeBack takes back the chosen correction, or all that count of a chosen group.
func (p *changesPane) takeBack() {
	i := p.rows.Selected()
	if i < 0 || i >= len(p.items) || p.w.session == nil {
		return
	}
	it := p.items[i]
	cs := []session.Correction{it.c}
	if it.head {
		cs = nil
		for _, c := range p.all {
			if c.Counts && (c.Person != 0 && p.w.names[c.Person] == it.group || c.Rule != "" && c.Rule+" "+wording.Rule(c.Rule).In(p.w.lang) == it.group) {
				cs = append(cs, c)
			}
		}
	}
	cs = slices.DeleteFunc(cs, func(c session.Correction) bool { return !c.Counts })
	if len(cs) == 0 {
		p.w.Say(say.T("已经收回了", "it is taken back already"))
		return
	}
	changed, conflict, err := p.w.session.TakeBack(cs...)
	switch {
	case err != nil:
		p.w.fail(err)
	case conflict != nil:
		p.askConflict(conflict, cs)
	default:
		p.w.Show(changed, placeOf(p.w.session, cs[0].At))
		p.w.trace.say("takenback", "kind", cs[0].Kind.String(), "count", len(cs))
	}
}

// askConflict shows both texts that taking back could leave, and does what the editor chooses.
func (p *changesPane) askConflict(c *session.Conflict, cs []session.Correction) {
	type outcomes struct{ alone, together string }
	s := p.w.session
	run(p.w.jobs, asking, say.Text{}, func(ctx context.Context) (o outcomes, err error) {
		o.alone, o.together, err = c.Outcomes(ctx)
		return o, err
	}, func(o outcomes, err error) {
		if err != nil {
			p.w.fail(err)
			return
		}
		if s == p.w.session {
			p.showConflict(c, cs, o.alone, o.together)
		}
	})
}

func (p *changesPane) showConflict(c *session.Conflict, cs []session.Correction, without, together string) {
	w, s := p.w, p.w.session
	show := func(title say.Text, text string) fyne.CanvasObject {
		l := widget.NewLabel(text)
		l.Wrapping = fyne.TextWrapBreak
		return widget.NewCard("", title.In(w.lang), l)
	}
	content := container.NewVBox(
		widget.NewLabel(say.T("后来有 %d 处改动用到了这一处。", "%d later corrections refer to this one.").With(len(c.Later)).In(w.lang)),
		show(say.T("只收回这一处", "take back this one alone"), without),
		show(say.T("连同后来的一起收回", "take back the later ones too"), together),
	)
	do := func(together bool) func() {
		return func() {
			if w.session != s {
				return // another page was opened meanwhile
			}
			changed, err := s.TakeBackAnyway(together, cs...)
			if err != nil {
				w.fail(err)
				return
			}
			w.Show(changed, placeOf(s, cs[0].At))
		}
	}
	alone := widget.NewButton(say.T("只收回这一处", "This one alone").In(w.lang), nil)
	d := w.ask(asked{
		name: "conflict", title: say.T("有冲突", "Conflict").In(w.lang), content: content, size: fyne.NewSize(640, 420),
		more: []fyne.CanvasObject{alone}, yes: say.T("一起收回", "All of them"), do: do(true),
	})
	alone.OnTapped = func() {
		d.Hide()
		do(false)()
	}
}
