package window

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/say"
	"qingyang/widgets"
)

// ticked is a row that may be ticked.
type ticked struct {
	row widgets.Row
	on  bool
	of  any // what it stands for
}

// withTick is a row as it is shown with its tick, or without.
func withTick(r widgets.Row, on bool) widgets.Row {
	if on {
		r.Text = "✓ " + r.Text
		return r
	}
	r.Text, r.Ink = "□ "+r.Text, widgets.Weak
	return r
}

// ticking asks which of some places something is to be done at. Space ticks a row or takes the tick away, Enter
// does it.
type ticking struct {
	name       string // for the trace
	title, yes say.Text
	hint       say.Text
	all        []ticked
	do         func(on, off []ticked)
}

// askTicks shows the rows with their ticks.
func (w *Window) askTicks(t ticking) {
	list := widgets.NewRows()
	count := widgets.NewLine()
	counted := func() {
		n := 0
		for _, x := range t.all {
			if x.on {
				n++
			}
		}
		count.SetText(say.T("勾选 %d / %d", "%d of %d ticked").With(n, len(t.all)).In(w.lang))
	}
	list.Count = func() int { return len(t.all) }
	list.Row = func(i int) widgets.Row { return withTick(t.all[i].row, t.all[i].on) }
	list.OnOpen = func(i int) {
		t.all[i].on = !t.all[i].on
		list.Refresh()
		counted()
	}
	every := func(on bool) func() {
		return func() {
			for i := range t.all {
				t.all[i].on = on
			}
			list.Refresh()
			counted()
		}
	}
	list.OnRune = func(r rune) bool {
		switch r {
		case '+', '=':
			every(true)()
		case '-':
			every(false)()
		default:
			return false
		}
		return true
	}
	list.Intercept = w.key
	list.InterceptShortcut = w.shortcut
	counted()
	hint := t.hint
	if hint.Zero() {
		hint = say.T("空格：勾或不勾；+ 全勾，- 全不勾；回车：确定", "Space ticks or does not; + ticks all, - none; Enter does it")
	}
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(
		widget.NewButton(say.T("全勾", "All").In(w.lang), every(true)), widget.NewButton(say.T("全不勾", "None").In(w.lang), every(false))), count)
	w.ask(asked{
		name: t.name, title: t.title.In(w.lang), first: list, size: w.share(0.62, 0.8), yes: t.yes,
		content: container.NewBorder(widget.NewLabel(hint.In(w.lang)), foot, nil, nil, list),
		do: func() {
			var on, off []ticked
			for _, x := range t.all {
				if x.on {
					on = append(on, x)
				} else {
					off = append(off, x)
				}
			}
			t.do(on, off)
		},
	})
	list.Mark(0)
}
