package window

import (
	"context"
	"encoding/json"
	"fmt"
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

// clash is a place of a page that two windows changed at the same time, with what either made of its block. It
// is kept in the library until somebody answers it, so that every window shows it and a restart does not lose
// it.
type clash struct {
	At           bulletin.ID
	Ours, Theirs string // of the window whose revision came second, and of the one that was first
	Person       int64  // who worked in the second
}

// clashKey is under which name the library keeps those of a page.
func clashKey(page session.PageID) string { return fmt.Sprintf("clashes/%d", page) }

// clashBar stands above the clean text while there are any.
type clashBar struct {
	content *fyne.Container
	line    *widgets.Line
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
	w.clashBar.line.SetText(say.T("有 %s与别人同时改过，请选定", "%s changed by somebody else at the same time: which is it to be?").
		With(say.Count(n, "处", "place was", "places were")).In(w.lang))
	if n > 0 {
		w.clashBar.content.Show()
	} else {
		w.clashBar.content.Hide()
	}
	w.trace.say("clashes", "n", n)
}

// readClashes reads those of a page.
func readClashes(ctx context.Context, d *desk.Desk, page session.PageID) (all []clash, err error) {
	text, err := d.Remembered(ctx, clashKey(page))
	if err != nil || text == "" {
		return nil, err
	}
	return all, json.Unmarshal([]byte(text), &all)
}

// changeClashes has those of the open page changed, beginning with what the library has now, and shows them.
// change must not depend on the window: it runs off its goroutine.
func (w *Window) changeClashes(change func([]clash) []clash) {
	d, s := w.desk, w.session
	page := s.Leaf.ID
	run(w.jobs, each, say.Text{}, func(ctx context.Context) ([]clash, error) {
		all, err := readClashes(ctx, d, page)
		if err != nil {
			return nil, err
		}
		all = change(all)
		b, err := json.Marshal(all)
		if err != nil {
			return nil, err
		}
		return all, d.Remember(ctx, clashKey(page), string(b))
	}, func(all []clash, err error) {
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
	w.changeClashes(func(all []clash) []clash {
		for _, o := range same {
			c := clash{o.At, o.Ours, o.Theirs, me}
			twice := func(x clash) bool { return x.Ours == c.Ours && x.Theirs == c.Theirs }
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
	texts := container.NewVBox()
	for _, x := range []struct {
		title say.Text
		text  string
	}{{ours, c.Ours}, {theirs, c.Theirs}, {say.T("现在这一段（两边的改动都在）", "the block now, with the changes of both"), string(now)}} {
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
	q = w.ask(asked{
		name: "clash", title: say.T("同时改的地方（还有 %d 处）", "Changed at the same time (%d left)").With(n).In(w.lang),
		content: container.NewVScroll(texts), size: w.share(0.6, 0.75),
		more: []fyne.CanvasObject{there, newPush(say.T("用", "Take ").In(w.lang)+ours.In(w.lang), answer(c.Ours)), newPush(say.T("用", "Take ").In(w.lang)+theirs.In(w.lang), answer(c.Theirs))},
		yes:  say.T("就用现在这一段", "Keep the block as it is now"), do: func() {
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
func (w *Window) settleClash(c clash, text string) {
	s := w.session
	if at, _ := s.Order().PlaceOf(c.At); text != "" && at.Block < s.Order().Blocks() {
		caret, changed, err := s.Change("", bulletin.Place{Block: at.Block}, bulletin.Place{Block: at.Block, Off: s.Order().Length(at.Block)}, text)
		if err != nil {
			w.fail(err)
			return
		}
		w.Show(changed, caret)
	}
	w.changeClashes(func(all []clash) []clash { return slices.DeleteFunc(all, func(x clash) bool { return x == c }) })
	w.trace.say("settled", "text", text)
	if w.clashes = slices.DeleteFunc(slices.Clone(w.clashes), func(x clash) bool { return x == c }); len(w.clashes) > 0 {
		w.AskClash()
	}
}
