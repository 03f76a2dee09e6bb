package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/say"
)

// progressLine shows a job that takes its time in the foot of the window, with a way to cancel it.
type progressLine struct {
	content *fyne.Container
	foot    *fyne.Container // that it stands in, once it does
	bar     *widget.ProgressBar
	text    string
}

func newProgressLine(w *Window) *progressLine {
	p := &progressLine{bar: widget.NewProgressBar()}
	p.bar.TextFormatter = func() string { return p.text }
	cancel := newPush(say.T("取消（Esc）", "Cancel (Esc)").In(w.lang), func() { w.jobs.cancel() })
	cancel.on(func() { w.jobs.cancel() }, fyne.KeyEscape)
	p.content = container.NewHBox(container.NewGridWrap(fyne.NewSize(280, 30), p.bar), cancel)
	w.jobs.shown = func(t *job) { p.show(w, t) }
	p.show(w, w.jobs.front())
	return p
}

// show shows a job; nil hides the line.
func (p *progressLine) show(w *Window, t *job) {
	was := p.content.Visible()
	defer func() {
		if p.foot != nil && p.content.Visible() != was {
			p.foot.Refresh() // nothing else paints while the window is quiet
		}
	}()
	if t == nil {
		p.content.Hide()
		return
	}
	p.text = t.name.In(w.lang)
	done := 0.0
	if is := t.is; is.All > 0 {
		of := float64(is.Done)
		if is.Pages < 2 || is.All > 1 {
			p.text = fmt.Sprintf("%s %d/%d", p.text, is.Done, is.All)
		}
		if is.Pages > 1 {
			p.text = say.T("%s 第 %d/%d 页", "%s page %d/%d").With(p.text, is.Page, is.Pages).In(w.lang)
			of += float64(is.Page) / float64(is.Pages)
		}
		done = of / float64(is.All)
	}
	p.bar.SetValue(done)
	p.bar.Refresh()
	p.content.Show()
	w.trace.say("progress", "name", t.name.In(say.English), "done", t.is.Done, "all", t.is.All, "page", t.is.Page, "pages", t.is.Pages)
}
