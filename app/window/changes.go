package window

import (
	"context"
	"fmt"

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
	groups  []changeGroup
	items   []changeItem
	shut    map[changer]bool // groups that are folded
}

// changer is who makes corrections: a person, or a rule.
type changer struct {
	person int64 // 0 for a rule
	rule   string
}

// changeGroup are the corrections that one made, in the order of the log.
type changeGroup struct {
	by  changer
	all []*session.Correction
}

// changeItem is the head of a group, or a correction.
type changeItem struct {
	group *changeGroup
	c     *session.Correction // nil for the head
}

func newChangesPane(w *Window) *changesPane {
	p := &changesPane{w: w, rows: widgets.NewRows(), shut: map[changer]bool{}}
	p.rows.Count = func() int { return len(p.items) }
	p.rows.Row = p.row
	p.rows.Noted = func(i int) bool { return p.items[i].c != nil }
	p.rows.OnSelect = p.goTo
	p.rows.OnOpen = func(i int) {
		if it := p.items[i]; it.c == nil {
			p.shut[it.group.by] = !p.shut[it.group.by]
			p.unfold()
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
func (p *changesPane) set(groups []changeGroup) {
	p.groups = groups
	p.unfold()
}

// groupChanges puts corrections together by who made them: people first, then rules in the order in which they
// first worked. Its cost is linear; it is called in a survey.
func groupChanges(all []session.Correction) []changeGroup {
	var people, rules []*changeGroup
	groups := map[changer]*changeGroup{}
	for i := range all {
		c := &all[i]
		if c.Kind == compare.Marked && c.Person == 0 {
			continue
		}
		by := changer{c.Person, c.Rule}
		g, seen := groups[by]
		switch {
		case seen:
		case c.Person != 0:
			g = &changeGroup{by: by}
			people = append(people, g)
		default:
			g = &changeGroup{by: by}
			rules = append(rules, g)
		}
		groups[by] = g
		g.all = append(g.all, c)
	}
	var out []changeGroup
	for _, g := range append(people, rules...) {
		out = append(out, *g)
	}
	return out
}

// unfold makes the rows of the groups that are not folded.
func (p *changesPane) unfold() {
	p.items = p.items[:0]
	for i := range p.groups {
		g := &p.groups[i]
		p.items = append(p.items, changeItem{group: g})
		if p.shut[g.by] {
			continue
		}
		for _, c := range g.all {
			p.items = append(p.items, changeItem{g, c})
		}
	}
	p.rows.Refresh()
}

// name is how people call who made corrections.
func (p *changesPane) name(by changer) string {
	if by.person == 0 {
		return by.rule + " " + wording.Rule(by.rule).In(p.w.lang)
	}
	if name := p.w.names[by.person]; name != "" {
		return name
	}
	return say.T("另一人（%d）", "somebody else (%d)").With(by.person).In(p.w.lang) // named with the next look at the library
}

func (p *changesPane) row(i int) widgets.Row {
	it := p.items[i]
	if it.c == nil {
		sign := "▼ "
		if p.shut[it.group.by] {
			sign = "▶ "
		}
		return widgets.Row{Text: sign + p.name(it.group.by), Tag: fmt.Sprint(len(it.group.all)), Bold: true}
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
	if it.c == nil || p.w.session == nil {
		p.w.trace.say("row", "group", p.name(it.group.by))
		return
	}
	at := p.w.inside(placeOf(p.w.session, it.c.At))
	p.w.clean.Go(at, at)
	p.w.trace.say("row", "kind", it.c.Kind.String(), "before", it.c.Before, "after", it.c.After, "rule", it.c.Rule)
}

// takeBack takes back the chosen correction, or all that count of a chosen group.
func (p *changesPane) takeBack() {
	i := p.rows.Selected()
	if i < 0 || i >= len(p.items) || p.w.session == nil {
		return
	}
	it := p.items[i]
	chosen := []*session.Correction{it.c}
	if it.c == nil {
		chosen = it.group.all
	}
	var cs []session.Correction
	for _, c := range chosen {
		if c.Counts {
			cs = append(cs, *c)
		}
	}
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
	alone := newPush(say.T("只收回这一处", "This one alone").In(w.lang), nil)
	d := w.ask(asked{
		name: "conflict", title: say.T("有冲突", "Conflict").In(w.lang), content: content, size: fyne.NewSize(640, 420),
		more: []fyne.CanvasObject{alone}, yes: say.T("一起收回", "All of them"), do: do(true),
	})
	alone.OnTapped = func() {
		d.Hide()
		do(false)()
	}
}
