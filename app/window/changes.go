package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// changesPane lists the corrections of the open page that pass a sieve, grouped by the rule or the person that
// made them; what rules did is folded at first. Choosing one goes there; Delete takes it back, on the head of a
// group all that is listed in it.
type changesPane struct {
	w        *Window
	content  fyne.CanvasObject
	rows     *widgets.Rows
	text     *field
	kind     *options
	by       *options
	standing *options
	sieve    sieve
	makers   []changer // that by offers, behind everybody
	all      []changeGroup
	groups   []changeGroup // what passes of it
	items    []changeItem
	folds    map[changer]bool // groups that somebody folded or unfolded
	struck   map[*session.Correction]bool
	titles   map[bulletin.ID]string // of articles
}

// changeItem is a correction, or the head of a group, or of all that passes where the sieve narrows.
type changeItem struct {
	group *changeGroup        // nil for the head of all
	c     *session.Correction // nil for a head
}

func newChangesPane(w *Window) *changesPane {
	p := &changesPane{w: w, rows: widgets.NewRows(), folds: map[changer]bool{}}
	if w.changes != nil { // another language
		p.sieve = w.changes.sieve
	}
	p.rows.Count = func() int { return len(p.items) }
	p.rows.Row = p.row
	p.rows.Noted = func(i int) bool { return p.items[i].c != nil }
	p.rows.OnSelect = p.goTo
	p.rows.OnOpen = p.open
	p.rows.Intercept = p.key
	p.rows.InterceptShortcut = w.shortcut
	button := widget.NewButton(say.T("收回（Del）", "Take back (Del)").In(w.lang), p.takeBack)
	p.content = container.NewBorder(p.sieveRow(), button, nil, nil, p.rows)
	return p
}

// sieveRow are the fields that say what is listed.
func (p *changesPane) sieveRow() fyne.CanvasObject {
	w := p.w
	p.text = newField(say.T("筛选：字、规则、人（再按 F9）", "filter: text, rule, person (F9 again)").In(w.lang))
	p.text.SetText(p.sieve.text)
	p.text.OnChanged = func(s string) { p.sift(func() { p.sieve.text = s }) }
	list := func() { w.win.Canvas().Focus(p.rows) }
	p.text.on(list, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown)
	p.text.on(func() { p.text.SetText(""); list() }, fyne.KeyEscape)
	kinds := []string{say.T("各类", "all kinds").In(w.lang)}
	for _, k := range sieveKinds[1:] {
		kinds = append(kinds, wording.Correction(k).In(w.lang))
	}
	p.kind = newOptions(kinds, func(string) { p.sift(func() { p.sieve.kind = max(0, p.kind.SelectedIndex()) }) })
	p.by = newOptions(nil, func(string) {
		p.sift(func() {
			p.sieve.by = nil
			if i := p.by.SelectedIndex(); i > 0 && i <= len(p.makers) {
				p.sieve.by = &p.makers[i-1]
			}
		})
	})
	p.offerMakers()
	var names []string
	for _, t := range standings {
		names = append(names, t.In(w.lang))
	}
	p.standing = newOptions(names, func(string) { p.sift(func() { p.sieve.standing = standing(max(0, p.standing.SelectedIndex())) }) })
	p.kind.SetSelectedIndex(p.sieve.kind)
	p.standing.SetSelectedIndex(int(p.sieve.standing))
	for _, o := range []*options{p.kind, p.by, p.standing} {
		o.on(list, fyne.KeyEscape)
	}
	return container.NewVBox(p.text, container.NewGridWithColumns(3, p.kind, p.by, p.standing))
}

// offerMakers has everybody offered who made one of the corrections.
func (p *changesPane) offerMakers() {
	names := []string{say.T("所有人、规则", "everybody").In(p.w.lang)}
	p.makers = nil
	at := 0
	for _, g := range p.all {
		p.makers = append(p.makers, g.by)
		names = append(names, p.name(g.by))
		if p.sieve.by != nil && *p.sieve.by == g.by {
			at = len(p.makers)
		}
	}
	if at == 0 && len(p.all) > 0 { // who was chosen made none of these
		p.sieve.by = nil
	}
	p.by.Options = names
	p.by.Selected = names[at]
	p.by.Refresh()
}

// sift takes another sieve.
func (p *changesPane) sift(change func()) {
	was := p.sieve
	if change(); p.sieve == was || p.standing == nil {
		return
	}
	clear(p.folds)
	p.pass()
	p.w.trace.say("sifted", "rows", len(p.items))
}

// set shows other corrections, and how articles are called.
func (p *changesPane) set(groups []changeGroup, titles map[bulletin.ID]string) {
	p.all, p.titles, p.struck = groups, titles, nil
	p.offerMakers()
	p.pass()
}

// took notes that corrections do not count any more, until a survey says so.
func (p *changesPane) took(cs []session.Correction) {
	gone := map[bulletin.ID]bool{}
	for i := range cs {
		gone[cs[i].At] = true
	}
	p.struck = map[*session.Correction]bool{}
	for _, g := range p.all {
		for _, c := range g.all {
			if gone[c.At] && slices.ContainsFunc(cs, func(o session.Correction) bool { return o.Rev == c.Rev && slices.Equal(o.Ops, c.Ops) }) {
				p.struck[c] = true
			}
		}
	}
	p.pass()
}

// counts says whether a correction counts.
func (p *changesPane) counts(c *session.Correction) bool { return c.Counts && !p.struck[c] }

// pass lists what passes the sieve. Its cost is linear in all corrections.
func (p *changesPane) pass() {
	p.groups = nil
	for _, g := range p.all {
		passed := changeGroup{by: g.by}
		name := p.name(g.by)
		for _, c := range g.all {
			if p.sieve.passes(c, p.counts(c), name) {
				passed.add(c, p.counts(c))
			}
		}
		if len(passed.all) > 0 {
			p.groups = append(p.groups, passed)
		}
	}
	p.unfold()
}

// folded says whether a group's corrections are out of sight: those of a rule are at first, unless the sieve
// narrows to what was asked for.
func (p *changesPane) folded(by changer) bool {
	if f, said := p.folds[by]; said {
		return f
	}
	return by.person == 0 && !p.sieve.narrows()
}

// unfold makes the rows of the groups that are not folded. The selection stays on its row.
func (p *changesPane) unfold() {
	var was changeItem
	if i := p.rows.Selected(); i >= 0 && i < len(p.items) {
		was = p.items[i]
	}
	p.items = p.items[:0]
	if p.sieve.narrows() && len(p.groups) > 0 {
		p.items = append(p.items, changeItem{})
	}
	for i := range p.groups {
		g := &p.groups[i]
		p.items = append(p.items, changeItem{group: g})
		if p.folded(g.by) {
			continue
		}
		for _, c := range g.all {
			p.items = append(p.items, changeItem{g, c})
		}
	}
	p.rows.Refresh()
	if i := slices.IndexFunc(p.items, func(it changeItem) bool { return it.same(was) }); i >= 0 && i != p.rows.Selected() {
		p.rows.Mark(i)
	}
}

// same says whether two rows are about the same, one of them perhaps of an earlier survey.
func (it changeItem) same(o changeItem) bool {
	switch {
	case it.group == nil || o.group == nil:
		return it.group == nil && o.group == nil
	case it.group.by != o.group.by || (it.c == nil) != (o.c == nil):
		return false
	}
	return it.c == nil || it.c.At == o.c.At && it.c.Kind == o.c.Kind
}

// under are the corrections of a row: its own, or those of the group or of all.
func (p *changesPane) under(it changeItem) []*session.Correction {
	switch {
	case it.c != nil:
		return []*session.Correction{it.c}
	case it.group != nil:
		return it.group.all
	}
	var all []*session.Correction
	for _, g := range p.groups {
		all = append(all, g.all...)
	}
	return all
}

// headOf is what a head says.
func (p *changesPane) headOf(it changeItem) string {
	if it.group == nil {
		return say.T("筛出的全部", "all that is listed").In(p.w.lang)
	}
	return p.name(it.group.by)
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
		n := len(p.under(it))
		r := widgets.Row{Text: p.headOf(it), Tag: fmt.Sprint(n), Bold: true}
		if it.group != nil {
			sign := "▼ "
			if p.folded(it.group.by) {
				sign = "▶ "
			}
			r.Text = sign + r.Text
		}
		return r
	}
	c := it.c
	r := widgets.Row{
		Text: wording.SampleIn(c.Correction, p.titles).In(p.w.lang), Note: "…" + c.Left + "｜" + c.Right + "…",
		Tag: wording.Correction(c.Kind).In(p.w.lang), Indent: 1,
	}
	if !p.counts(c) {
		r.Ink, r.Cut = widgets.Weak, true
	}
	return r
}

// open folds a group or unfolds it, or goes on at a correction's place.
func (p *changesPane) open(i int) {
	it := p.items[i]
	switch {
	case it.c != nil:
		p.w.win.Canvas().Focus(p.w.clean)
	case it.group != nil:
		p.fold(it.group.by, !p.folded(it.group.by))
	}
}

func (p *changesPane) fold(by changer, shut bool) {
	p.folds[by] = shut
	p.unfold()
}

// key is a key in the list: Delete takes back, Left folds a group and Right unfolds it.
func (p *changesPane) key(e *fyne.KeyEvent, held fyne.KeyModifier) bool {
	i := p.rows.Selected()
	on := i >= 0 && i < len(p.items) && p.items[i].group != nil
	switch {
	case e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace:
		p.takeBack()
	case e.Name == fyne.KeyRight && on && p.items[i].c == nil:
		p.fold(p.items[i].group.by, false)
	case e.Name == fyne.KeyLeft && on:
		by := p.items[i].group.by
		p.rows.Mark(slices.IndexFunc(p.items, func(it changeItem) bool { return it.group != nil && it.group.by == by }))
		p.fold(by, true)
	default:
		return p.w.key(e, held)
	}
	return true
}

func (p *changesPane) goTo(i int) {
	it := p.items[i]
	if it.c == nil || p.w.session == nil {
		p.w.trace.say("row", "group", p.headOf(it))
		return
	}
	at := p.w.inside(placeOf(p.w.session, it.c.At))
	p.w.clean.Go(at, at)
	p.w.trace.say("row", "kind", it.c.Kind.String(), "before", it.c.Before, "after", it.c.After, "rule", it.c.Rule)
}
