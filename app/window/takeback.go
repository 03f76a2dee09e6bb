package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
)

// takeBack takes back the chosen correction, or of a chosen head all that count and are listed, which it asks
// about first.
func (p *changesPane) takeBack() {
	i := p.rows.Selected()
	if i < 0 || i >= len(p.items) || p.w.session == nil {
		return
	}
	it := p.items[i]
	var cs []session.Correction
	for _, c := range p.under(it) {
		if p.counts(c) {
			cs = append(cs, *c)
		}
	}
	switch {
	case len(cs) == 0:
		p.w.Say(say.T("已经收回了", "it is taken back already"))
	case it.c != nil:
		p.doTakeBack(cs)
	default:
		p.askTakeBack(cs, p.headOf(it))
	}
}

// askTakeBack asks whether so many corrections are to be taken back.
func (p *changesPane) askTakeBack(cs []session.Correction, whose string) {
	w, s := p.w, p.w.session
	n := say.Count(len(cs), "处改动", "correction", "corrections")
	text := say.T("“%s”：有效的 %s都将收回。收回以后可用 Ctrl+Z 恢复。", "“%s”: %s in force will be taken back. Ctrl+Z brings them back.").With(whose, n)
	w.ask(asked{
		name: "takeback", title: say.T("收回 %s？", "Take back %s?").With(n).In(w.lang), size: fyne.NewSize(520, 200),
		content: sentence(text.In(w.lang)),
		yes:     say.T("收回", "Take back"), do: func() {
			if w.session == s {
				p.doTakeBack(cs)
			}
		},
	})
}

// doTakeBack takes corrections back, and says so.
func (p *changesPane) doTakeBack(cs []session.Correction) {
	changed, conflict, err := p.w.session.TakeBack(cs...)
	switch {
	case err != nil:
		p.w.fail(err)
	case conflict != nil:
		p.askConflict(conflict, cs)
	default:
		p.took(cs)
		p.w.Show(changed, placeOf(p.w.session, cs[0].At))
		p.say(cs)
	}
}

// say says what was taken back.
func (p *changesPane) say(cs []session.Correction) {
	t := say.T("已收回 %s（Ctrl+Z 恢复）", "%s taken back (Ctrl+Z brings them back)").With(say.Count(len(cs), "处改动", "correction", "corrections"))
	if len(cs) == 1 {
		t = say.T("已收回“%s”（Ctrl+Z 恢复）", "“%s” taken back (Ctrl+Z brings it back)").With(wording.Sample(cs[0].Correction, p.titles))
	}
	p.w.Say(t)
	p.w.trace.say("takenback", "kind", cs[0].Kind.String(), "count", len(cs))
}

// askConflict shows both texts that taking corrections back could leave, and does what the editor chooses.
func (p *changesPane) askConflict(c *session.Conflict, cs []session.Correction) {
	s := p.w.session
	p.w.askConflict(c, func(together bool) {
		changed, err := s.TakeBackAnyway(c, together)
		if err != nil {
			p.w.fail(err)
			return
		}
		p.took(cs)
		p.w.Show(changed, placeOf(s, cs[0].At))
		p.say(cs)
	})
}

// askConflict shows both texts that a take-back could leave; do is told whether all that refers to it goes too, while
// the same page is open.
func (w *Window) askConflict(c *session.Conflict, do func(together bool)) {
	type outcomes struct{ alone, together string }
	s := w.session
	run(w.jobs, asking, say.Text{}, func(ctx context.Context) (o outcomes, err error) {
		o.alone, o.together, err = c.Outcomes(ctx)
		return o, err
	}, func(o outcomes, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if s == w.session {
			w.showConflict(c, o.alone, o.together, do)
		}
	})
}

func (w *Window) showConflict(c *session.Conflict, without, together string, do func(together bool)) {
	s := w.session
	show := func(title say.Text, text string) fyne.CanvasObject {
		l := widget.NewLabel(text)
		l.Wrapping = fyne.TextWrapBreak
		return widget.NewCard("", title.In(w.lang), l)
	}
	content := container.NewVBox(
		widget.NewLabel(say.T("后来有 %s用到了这一处。", "Referring to this one: %s.").With(say.Count(len(c.Later), "处改动", "later correction", "later corrections")).In(w.lang)),
		show(say.T("只收回这一处", "take back this one alone"), without),
		show(say.T("连同后来的一起收回", "take back the later ones too"), together),
	)
	choose := func(together bool) func() {
		return func() {
			if w.session == s { // else another page was opened meanwhile
				do(together)
			}
		}
	}
	alone := newPush(say.T("只收回这一处", "This one alone").In(w.lang), nil)
	d := w.ask(asked{
		name: "conflict", title: say.T("有冲突", "Conflict").In(w.lang), content: container.NewVScroll(content), size: fyne.NewSize(640, 420),
		more: []fyne.CanvasObject{alone}, yes: say.T("一起收回", "All of them"), do: choose(true),
	})
	alone.OnTapped = func() {
		d.Hide()
		choose(false)()
	}
}
