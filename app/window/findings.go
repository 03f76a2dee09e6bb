package window

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/proof"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// findingsPane lists the doubtful places of the open page by kind, the surest first. Choosing one goes there; 1
// accepts, 2 and 3 what else may be meant, 0, 9 and Shift+0 let it stand here, in the publication, everywhere; 1 on the head of a kind shows all of
// it with ticks and accepts what is ticked.
type findingsPane struct {
	w       *Window
	content fyne.CanvasObject
	rows    *widgets.Rows
	filter  *field
	least   *widget.Select
	groups  []findingGroup
	items   []findingItem
	shut    map[string]bool // kinds that are folded
}

// findingGroup are the findings of one kind, the surest first, then as the text stands.
type findingGroup struct {
	kind string
	name say.Text
	all  []listedFinding
}

// listedFinding is a finding with what stands around it.
type listedFinding struct {
	session.Doubt
	around string
}

// findingItem is the head of a kind, or a finding.
type findingItem struct {
	group *findingGroup
	f     *listedFinding // nil for the head
	n     int            // of a head: how many the filter lets through
}

// groupFindings puts findings together by their kind, as they are on a page. Linear in them; it is called in a survey.
func groupFindings(p *session.Snapshot, all []session.Doubt) (groups []findingGroup) {
	at := map[string]int{}
	for _, d := range all {
		kind := d.Kind()
		i, seen := at[kind]
		if !seen {
			i = len(groups)
			at[kind] = i
			groups = append(groups, findingGroup{kind: kind, name: wording.Finding(d.Finding)})
		}
		f := listedFinding{Doubt: d}
		if d.Place.Block < p.Order.Blocks() {
			text, _ := p.Order.Block(d.Place.Block)
			f.around = around(text, d.Place.Off, d.Place.Off+len([]rune(d.Old)))
		}
		groups[i].all = append(groups[i].all, f)
	}
	for i := range groups {
		slices.SortStableFunc(groups[i].all, func(a, b listedFinding) int { return cmp.Compare(b.Sure(), a.Sure()) })
	}
	slices.SortStableFunc(groups, func(a, b findingGroup) int { return cmp.Compare(b.all[0].Sure(), a.all[0].Sure()) })
	return groups
}

// sides is how many characters are shown on either side of a place in a list.
const sides = 10

// around is a place [from, to) of a text with what stands beside it.
func around(text []rune, from, to int) string {
	from, to = min(from, len(text)), min(to, len(text))
	return string(text[max(0, from-sides):from]) + "［" + wording.Visible(string(text[from:to])) + "］" + string(text[to:min(len(text), to+sides)])
}

func newFindingsPane(w *Window) *findingsPane {
	p := &findingsPane{w: w, rows: widgets.NewRows(), shut: map[string]bool{}}
	p.rows.Count = func() int { return len(p.items) }
	p.rows.Row = p.row
	p.rows.Noted = func(i int) bool { return p.items[i].f != nil }
	p.rows.OnSelect = p.goTo
	p.rows.OnOpen = func(i int) {
		if it := p.items[i]; it.f == nil {
			p.shut[it.group.kind] = !p.shut[it.group.kind]
			p.unfold()
			return
		}
		w.win.Canvas().Focus(w.clean)
	}
	p.rows.OnRune = p.answer
	p.rows.Intercept = w.key
	p.rows.InterceptShortcut = w.shortcut
	p.filter = newField(say.T("筛选：类别、文字", "filter: kind, text").In(w.lang))
	p.filter.OnChanged = func(string) { p.unfold() }
	back := func() { w.win.Canvas().Focus(p.rows) }
	p.filter.on(back, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown)
	p.filter.on(func() { p.filter.SetText(""); back() }, fyne.KeyEscape)
	p.least = widget.NewSelect([]string{
		say.T("全部", "all").In(w.lang), say.T("较可能", "likely").In(w.lang), say.T("很可能", "nearly sure").In(w.lang),
	}, func(string) { p.unfold() })
	p.least.SetSelectedIndex(0)
	button := func(name say.Text, r rune) fyne.CanvasObject {
		return widget.NewButton(name.In(w.lang), func() { p.answer(r) })
	}
	foot := container.NewGridWithColumns(2,
		button(say.T("采纳（1）", "Accept (1)"), '1'), button(say.T("此处照旧（0）", "Let stand (0)"), '0'),
		button(say.T("本报照旧（9）", "In this paper (9)"), '9'), button(say.T("一律照旧（⇧0）", "Everywhere (⇧0)"), ')'))
	p.content = container.NewBorder(container.NewBorder(nil, nil, nil, p.least, p.filter), foot, nil, nil, p.rows)
	return p
}

// set shows other findings; what was chosen stays chosen where it is still there.
func (p *findingsPane) set(groups []findingGroup) {
	p.groups = groups
	p.unfold()
}

// unfold makes the rows of the kinds that are not folded, of the findings that the filter lets through.
func (p *findingsPane) unfold() {
	var was *findingItem
	at := p.rows.Selected()
	if at >= 0 && at < len(p.items) {
		it := p.items[at]
		was = &it
	}
	p.items = nil
	for i := range p.groups {
		g := &p.groups[i]
		head := len(p.items)
		p.items = append(p.items, findingItem{group: g})
		n := 0
		for k := range g.all {
			f := &g.all[k]
			if !p.lets(g, f) {
				continue
			}
			n++
			if !p.shut[g.kind] {
				p.items = append(p.items, findingItem{group: g, f: f})
			}
		}
		if p.items[head].n = n; n == 0 {
			p.items = p.items[:head]
		}
	}
	if was != nil {
		at = min(at, len(p.items)-1)
		for i, it := range p.items {
			if it.same(*was) {
				at = i
				break
			}
		}
	}
	p.rows.Refresh()
	if was != nil && at >= 0 {
		p.rows.Mark(at)
	}
}

// same says whether two rows are of the same finding, or head the same kind.
func (i findingItem) same(j findingItem) bool {
	if i.f == nil || j.f == nil {
		return i.f == nil && j.f == nil && i.group.kind == j.group.kind
	}
	return i.f.At == j.f.At && i.f.What() == j.f.What()
}

func (p *findingsPane) row(i int) widgets.Row {
	it := p.items[i]
	if it.f == nil {
		sign := "▼ "
		if p.shut[it.group.kind] {
			sign = "▶ "
		}
		return widgets.Row{Text: sign + it.group.name.In(p.w.lang), Tag: fmt.Sprint(it.n), Bold: true}
	}
	r := widgets.Row{Text: it.f.around, Note: it.f.brief().In(p.w.lang), Tag: wording.Sure(it.f.Sure()).In(p.w.lang), Indent: 1}
	if it.f.Sure() == 0 {
		r.Ink = widgets.Weak
	}
	return r
}

// brief says what is doubtful in a few words.
func (f *listedFinding) brief() say.Text {
	switch {
	case f.Rule != "" && (f.New != "" || f.Old != "" && f.Check != proof.Flag && f.Check != proof.Register):
		t := say.T("拟改“%s”", "perhaps “%s”").With(wording.Visible(strings.Join(append([]string{f.New}, f.Others[:min(2, len(f.Others))]...), "/")))
		if f.Note != "" {
			t = say.T("%s · %s", "%s · %s").With(t, f.Note)
		}
		return t
	case f.Check == proof.Flag && f.Note != "":
		return say.T("文中另作“%s”", "the story has “%s” too").With(f.Note)
	case f.Check == proof.Flag:
		return say.T("“%s”存疑，请核", "“%s” is doubtful, look it up").With(wording.Visible(f.Old))
	case f.Note != "":
		return say.T("%s", "%s").With(f.Note)
	}
	return f.Say
}

// brackets takes the brackets round a place away.
var brackets = strings.NewReplacer("［", "", "］", "")

// lets says whether the filter lets a finding through.
func (p *findingsPane) lets(g *findingGroup, f *listedFinding) bool {
	if p.filter.Text == "" {
		return int(f.Sure()) >= p.least.SelectedIndex()
	}
	plain := brackets.Replace(f.around)
	return int(f.Sure()) >= p.least.SelectedIndex() && contains(p.filter.Text, g.name.In(p.w.lang), f.New, plain, f.Rule)
}

func (p *findingsPane) goTo(i int) {
	it := p.items[i]
	if it.f == nil || p.w.session == nil {
		return
	}
	p.w.clean.SetCaret(p.w.inside(placeOf(p.w.session, it.f.At)))
	p.w.trace.say("finding", "kind", it.group.kind, "old", it.f.Old, "new", it.f.New)
}

// answer takes a digit typed in the list.
func (p *findingsPane) answer(r rune) bool {
	i := p.rows.Selected()
	if r == '/' {
		p.w.win.Canvas().Focus(p.filter)
		return true
	}
	if i < 0 || i >= len(p.items) || p.w.session == nil {
		return false
	}
	it := p.items[i]
	scope, ok := map[rune]session.Scope{'0': session.Here, '9': session.InPaper, ')': session.Everywhere, '）': session.Everywhere}[r]
	switch {
	case r == '1' && it.f == nil:
		p.acceptKind(it.group)
	case r >= '1' && r <= '3' && it.f != nil:
		d := it.f.Doubt
		if all := session.Offers(d.Finding); int(r-'1') < len(all) {
			d.New = all[r-'1']
		} else if r > '1' {
			return true // nothing else is suggested
		}
		p.accept(d)
	case ok && it.f != nil:
		p.w.session.Ignore(it.f.Doubt, scope)
		p.w.saidIgnored(it.f.Doubt, scope)
		p.drop()
		p.w.surveyPage(func() {})
	default:
		return false
	}
	return true
}

// accept puts what is suggested into the text, and goes on to the next finding.
func (p *findingsPane) accept(d session.Doubt) {
	_, c, ok, err := p.w.session.Accept(d)
	switch {
	case err != nil:
		p.w.fail(err)
	case !ok:
		p.w.Say(say.T("此处没有可采纳的建议", "nothing is suggested here that could be accepted"))
	default:
		p.w.Show(c, placeOf(p.w.session, d.At))
		p.w.trace.say("accepted", "rule", d.Rule)
		p.drop()
	}
}

// drop takes the chosen finding out of the list before the next survey does, and goes to the next one.
func (p *findingsPane) drop() {
	i := p.rows.Selected()
	it := p.items[i]
	g := it.group
	g.all = slices.DeleteFunc(slices.Clone(g.all), func(f listedFinding) bool { return f.At == it.f.At && f.What() == it.f.What() })
	p.groups = slices.DeleteFunc(slices.Clone(p.groups), func(g findingGroup) bool { return len(g.all) == 0 })
	p.unfold()
	for i < len(p.items)-1 && p.items[i].f == nil {
		i++
	}
	if i < len(p.items) {
		p.rows.Select(i)
	}
}

// acceptKind shows all findings of a kind with ticks, and accepts those that are ticked: one undo step.
func (p *findingsPane) acceptKind(g *findingGroup) {
	var ticks []ticked
	for i := range g.all {
		f := &g.all[i]
		if f.New == f.Old || f.Rule == "" || !p.lets(g, f) {
			continue
		}
		ticks = append(ticks, ticked{row: widgets.Row{Text: f.around, Note: f.brief().In(p.w.lang), Tag: wording.Sure(f.Sure()).In(p.w.lang)}, on: f.Sure() > 0, of: f.Doubt})
	}
	if len(ticks) == 0 {
		p.w.Say(say.T("这一类没有可采纳的建议", "nothing of this kind could be accepted"))
		return
	}
	s := p.w.session
	p.w.askTicks(ticking{
		name: "accept", title: say.T("采纳：%s", "Accept: %s").With(g.name), yes: say.T("采纳勾选的", "Accept what is ticked"), all: ticks,
		do: func(on, _ []ticked) {
			n, ok := p.w.acceptTicked(s, on)
			if !ok {
				return
			}
			p.w.Say(say.T("采纳了 %d 处（Ctrl+Z 一并撤销）", "%d places accepted (Ctrl+Z takes all back)").With(n))
			p.w.trace.say("accepted", "count", n)
		},
	})
}

// ShowFindings brings the doubtful places to the front.
func (w *Window) ShowFindings() {
	w.needSides()
	w.tabs.Select(w.findingsTab)
	w.win.Canvas().Focus(w.findings.rows)
	if w.findings.rows.Selected() < 0 && len(w.findings.items) > 0 {
		w.findings.rows.Select(min(1, len(w.findings.items)-1))
	}
}

// acceptTicked accepts the doubtful places that were ticked, as one step, and says how many there were; ok is false
// where another page is open by now, or where it failed, which is told.
func (w *Window) acceptTicked(s *session.Session, on []ticked) (n int, ok bool) {
	if s != w.session {
		return 0, false
	}
	var chosen []session.Doubt
	for _, t := range on {
		chosen = append(chosen, t.of.(session.Doubt))
	}
	c, n, err := s.AcceptAll(chosen)
	if err != nil {
		w.fail(err)
		return 0, false
	}
	if n > 0 {
		w.Show(c, placeOf(s, chosen[0].At))
	}
	return n, true
}
