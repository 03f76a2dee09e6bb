package window

import (
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// looked notes what the caret passed over: the block it stands in, and on its way down the blocks that it
// left behind, as long as the screens before and after the step join. A jump reads nothing on its way.
func (w *Window) looked() {
	to := w.clean.Caret().Block
	from := to
	top, bottom := w.clean.Shown()
	if w.eye < to && w.shown >= top {
		from = w.eye
	}
	moved := w.eye != to
	w.eye, w.shown = to, bottom
	if n := w.session.LookAt(from, to+1); n > 0 {
		if moved {
			w.unread = max(0, w.unread-n)
			w.showCount()
		}
		w.clean.Repaint()
	}
}

// showCount says how much there is to see to.
func (w *Window) showCount() {
	w.count.SetText(say.T("改动 %d 处 · 疑点 %d 处（F8） · 未读 %d 段（F4）", "%d corrections · %d doubtful places (F8) · %d blocks unread (F4)").
		With(w.counting, len(w.doubts), w.unread).In(w.lang))
}

// NextUnread goes to the next block that nobody looked at since it changed.
func (w *Window) NextUnread() {
	i, _ := w.session.Unread(w.clean.Caret().Block)
	if i < 0 {
		w.Say(say.T("本版都已读过", "all of this page was read"))
		w.trace.say("unread", "block", -1)
		return
	}
	w.win.Canvas().Focus(w.clean)
	w.clean.SetCaret(widgets.Pos{Block: i})
	w.trace.say("unread", "block", i)
}

// ReadTo notes that the article was read down to the caret.
func (w *Window) ReadTo() {
	to := w.clean.Caret().Block
	from, _ := w.session.Order().Article(to)
	if n := w.session.LookAt(from, to+1); n > 0 {
		w.unread = max(0, w.unread-n)
		w.showCount()
	}
	w.clean.Repaint()
	w.Say(say.T("本稿读到此处", "this article is read down to here"))
}

// answer takes a digit typed at a doubtful place that the caret was just brought to: 1 accepts what is
// suggested, 0 lets it stand here, 9 in this publication, Shift+0 everywhere.
func (w *Window) answer(r rune) bool {
	d := w.at
	if d == nil || w.session == nil {
		return false
	}
	switch {
	case r == '1' && d.Rule != "":
		caret, c, ok, err := w.session.Accept(*d)
		if err != nil {
			w.fail(err)
			return true
		}
		if !ok {
			return false // the text is another since
		}
		w.Show(c, caret)
		w.trace.say("accepted", "rule", d.Rule)
	case r == '0':
		w.ignore(*d, session.Here)
	case r == '9':
		w.ignore(*d, session.InPaper)
	case r == ')' || r == '）':
		w.ignore(*d, session.Everywhere)
	default:
		return false
	}
	return true
}

// ignore lets a doubtful place stand.
func (w *Window) ignore(d session.Doubt, scope session.Scope) {
	w.at = nil
	w.session.Ignore(d, scope)
	t := say.T("此处不再提示", "this place is not shown again")
	switch {
	case d.Rule == "":
	case scope == session.InPaper:
		t = say.T("《%s》里“%s”不再提示", "in %s, “%s” is not shown again").With(w.session.Leaf.Publication, wording.Visible(d.Old))
	case scope == session.Everywhere:
		t = say.T("“%s”一律不再提示", "“%s” is not shown again anywhere").With(wording.Visible(d.Old))
	}
	w.Say(t)
	w.trace.say("ignored", "what", d.What(), "scope", int(scope))
	w.surveyPage(func() {})
}

// IgnoreDoubt lets the doubtful place that the caret was brought to stand.
func (w *Window) IgnoreDoubt(scope session.Scope) {
	if w.at == nil {
		w.Say(say.T("请先用 F8 到一处疑点", "go to a doubtful place with F8 first"))
		return
	}
	w.ignore(*w.at, scope)
}

// Unignore shows again what was let stand on the page, or everywhere.
func (w *Window) Unignore(everywhere bool) {
	w.session.Unignore(everywhere)
	w.surveyPage(func() { w.Say(say.T("被忽略的疑点又会提示", "ignored places are shown again")) })
}
