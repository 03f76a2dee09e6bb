package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"qingyang/app/say"
	"qingyang/widgets"
)

// AskWhy shows why the block at the caret is what it is: cleaning's reasons with their weights, and the
// corrections that changed it.
func (w *Window) AskWhy() {
	at, _ := w.Selection()
	page := w.session.Snapshot()
	run(w.jobs, asking, say.Text{}, func(ctx context.Context) ([]say.Text, error) { return page.Why(ctx, at) }, func(why []say.Text, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.showWhy(why)
	})
}

func (w *Window) showWhy(why []say.Text) {
	var b strings.Builder
	for _, t := range why {
		b.WriteString(t.In(w.lang) + "\n")
	}
	b.WriteString(say.T("正数支持此判断（行间为分段），负数反对；单位是几率的自然对数。",
		"Above 0 speaks for it (between lines: for a break), below against; natural logarithms of odds.").In(w.lang))
	text := widgets.NewEditor()
	text.ReadOnly = true
	text.SetDocument(newTextDocument(b.String()))
	d := w.ask(asked{name: "why", title: say.T("为何如此", "Why it is so").In(w.lang), content: text, size: w.share(0.6, 0.6)})
	text.Intercept = func(key *fyne.KeyEvent, _ fyne.KeyModifier) bool {
		if key.Name == fyne.KeyEscape {
			d.Hide()
			return true
		}
		return false
	}
	w.win.Canvas().Focus(text)
	w.trace.say("why", "text", b.String())
}
