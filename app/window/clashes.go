package window

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// clashBar stands above the clean text while there are any.
type clashBar struct {
	content *fyne.Container
	line    *widgets.Line
	above   *fyne.Container // that it stands in, once it does
}

func newClashBar(w *Window) *clashBar {
	b := &clashBar{line: widgets.NewLine()}
	open := newPush(say.T("处理…（Ctrl+Shift+R）", "Settle… (Ctrl+Shift+R)").In(w.lang), func() { w.runID("clash.show") })
	open.Importance = widget.WarningImportance
	b.content = container.NewBorder(nil, nil, nil, open, container.NewPadded(b.line))
	b.content.Hide()
	return b
}

// showClashes shows how many wait for an answer.
func (w *Window) showClashes() {
	n := len(w.clashes)
	what := say.T("有 %s与别人同时改过，请选定", "%s changed by somebody else at the same time: which is it to be?")
	if slices.ContainsFunc(w.clashes, func(c desk.Clash) bool { return c.File != "" }) {
		what = say.T("有 %s在这里和外来的文字里都改过，请选定", "%s changed here and in a text that came in: which is it to be?")
	}
	w.clashBar.line.SetText(what.With(say.Count(n, "处", "place was", "places were")).In(w.lang))
	if n > 0 {
		w.clashBar.content.Show()
	} else {
		w.clashBar.content.Hide()
	}
	w.clashBar.above.Refresh() // nothing else paints while the window is quiet
	w.trace.say("clashes", "n", n)
}

// changeClashes has those of the open page changed, beginning with what the library has now, and shows them.
// change must not depend on the window: it runs off its goroutine.
func (w *Window) changeClashes(change func([]desk.Clash) []desk.Clash) {
	d, s := w.desk, w.session
	page := s.Leaf.ID
	run(w.jobs, each, say.Text{}, func(ctx context.Context) ([]desk.Clash, error) {
		return d.Clashes(ctx, page, change)
	}, func(all []desk.Clash, err error) {
		w.fail(err)
		if err == nil && s == w.session {
			w.clashes = all
			w.showClashes()
		}
	})
}

// raise keeps places that came to be changed twice.
func (w *Window) raise(same []session.Overlap) {
	me := w.desk.Person().ID
	w.changeClashes(func(all []desk.Clash) []desk.Clash {
		for _, o := range same {
			c := desk.Clash{At: o.At, Ours: o.Ours, Theirs: o.Theirs, Person: me}
			twice := func(x desk.Clash) bool { return x.Ours == c.Ours && x.Theirs == c.Theirs }
			if c.Ours != c.Theirs && !slices.ContainsFunc(all, twice) {
				all = append(all, c)
			}
		}
		return all
	})
}

// AskClash shows the first place that waits for an answer, with both texts and what stands there now, and puts
// there what is chosen.
func (w *Window) AskClash() {
	if len(w.clashes) == 0 {
		w.Say(say.T("没有与别人同时改的地方", "nothing was changed by somebody else at the same time"))
		return
	}
	s, c, n := w.session, w.clashes[0], len(w.clashes)
	at := placeOf(s, c.At)
	now, _ := s.Order().Block(min(at.Block, s.Order().Blocks()-1))
	ours, theirs := say.T("你改成的", "yours"), say.T("别人改成的", "theirs")
	if c.Person != w.desk.Person().ID {
		ours, theirs = say.T("%s改成的", "by %s").With(w.nameOf(c.Person)), say.T("先保存的", "saved first")
	}
	type card struct {
		title say.Text
		text  string
	}
	title := say.T("同时改的地方（还有 %d 处）", "Changed at the same time (%d left)")
	cards := []card{{ours, c.Ours}, {theirs, c.Theirs}, {say.T("现在这一段（两边的改动都在）", "the block now, with the changes of both"), string(now)}}
	if c.File != "" {
		theirs, title = say.T("外来的", "the file's"), say.T("这里和外来文字里都改过的地方（还有 %d 处）", "Changed here and in a text that came in (%d left)")
		cards = []card{{say.T("现在这一段", "the block now"), string(now)}, {say.T("“%s”里的", "in “%s”").With(c.File), c.Theirs}}
	}
	texts := container.NewVBox()
	for _, x := range cards {
		l := widget.NewLabel(x.text)
		l.Wrapping = fyne.TextWrapBreak
		texts.Add(widget.NewCard("", x.title.In(w.lang), l))
	}
	var q *question
	answer := func(text string) func() {
		return func() {
			q.Hide()
			if w.session == s {
				w.settleClash(c, text)
			}
		}
	}
	there := newPush(say.T("去那里看", "Go there").In(w.lang), func() {
		q.Hide()
		if w.session == s {
			p := w.inside(placeOf(s, c.At))
			w.clean.Go(p, p)
		}
	})
	take := func(whose say.Text, text string) fyne.CanvasObject {
		return newPush(say.T("用", "Take ").In(w.lang)+whose.In(w.lang), answer(text))
	}
	more := []fyne.CanvasObject{there, take(ours, c.Ours), take(theirs, c.Theirs)}
	if c.File != "" {
		more = []fyne.CanvasObject{there, take(theirs, c.Theirs)}
	}
	q = w.ask(asked{
		name: "clash", title: title.With(n).In(w.lang), content: container.NewVScroll(texts), size: w.share(0.6, 0.75), more: more,
		yes: say.T("就用现在这一段", "Keep the block as it is now"), do: func() {
			if w.session == s {
				w.settleClash(c, "")
			}
		},
	})
}

// nameOf is how people call somebody.
func (w *Window) nameOf(person int64) string {
	if name := w.names[person]; name != "" {
		return name
	}
	return say.T("另一人", "somebody else").In(w.lang)
}

// settleClash puts a text in place of the block that was changed twice, "" for what stands there, and asks about
// the next.
func (w *Window) settleClash(c desk.Clash, text string) {
	s := w.session
	if at, _ := s.Order().PlaceOf(c.At); text != "" && at.Block < s.Order().Blocks() {
		caret, changed, err := s.Change("", bulletin.Place{Block: at.Block}, bulletin.Place{Block: at.Block, Off: s.Order().Length(at.Block)}, text)
		if err != nil {
			w.fail(err)
			return
		}
		w.Show(changed, caret)
	}
	w.changeClashes(func(all []desk.Clash) []desk.Clash {
		return slices.DeleteFunc(all, func(x desk.Clash) bool { return x == c })
	})
	w.trace.say("settled", "text", text)
	if w.clashes = slices.DeleteFunc(slices.Clone(w.clashes), func(x desk.Clash) bool { return x == c }); len(w.clashes) > 0 {
		w.AskClash()
	}
}
