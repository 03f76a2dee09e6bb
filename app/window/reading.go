package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// gaze is what the window knows of how the caret came to where it is: a block counts as read once the
// caret went through it from its start on, or stood in it for as long as a reader needs.
type gaze struct {
	eye    int         // the clean block that the caret stands in
	shown  int         // the end of what was on the screen when it came to where it is
	whole  bool        // the caret was at the block's start, or came from above
	walked bool        // a key that moves the caret step by step was pressed just now
	edited bool        // the text was edited just now
	block  bulletin.ID // that stop waits for
	stop   func()      // ends the wait; nil where there is none
}

// pace is how many characters a second nobody reads faster than who checks them: about three times the speed
// of attentive reading. least is how long the eye needs to find the line.
const (
	pace  = 20
	least = time.Second
)

// walks says whether a key moves the caret step by step through the text.
func walks(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		return true
	}
	return false
}

// cleanKey is a key in the clean text.
func (w *Window) cleanKey(e *fyne.KeyEvent, held fyne.KeyModifier) bool {
	w.gaze.walked = false
	if e.Name == fyne.KeyEscape && w.at != nil && len(w.tops) == 0 {
		w.leaveDoubt()
		return true
	}
	if w.key(e, held) {
		return true
	}
	w.gaze.walked = walks(e.Name)
	return false
}

// cleanShortcut is a key with Ctrl or Alt there.
func (w *Window) cleanShortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	w.gaze.walked = ok && (c.KeyName == fyne.KeyLeft || c.KeyName == fyne.KeyRight)
	return w.shortcut(s)
}

// looked notes what the caret passed over on its way, and where it jumped to. A jump reads nothing.
func (w *Window) looked() {
	v, to := &w.gaze, w.clean.Caret()
	top, bottom := w.clean.Shown()
	came := v.walked
	sel := w.clean.Selection()
	if came || v.edited || sel.From.Block != sel.To.Block || to.Block == v.eye && w.trail.here.page == w.session.Leaf.ID {
		w.trail.walked(w.stopAt(to))
	} else {
		w.trail.jumped(w.stopAt(to))
	}
	v.walked, v.edited = false, false
	from, end := to.Block, to.Block
	if came && v.eye < to.Block && v.shown >= top {
		if from = v.eye; !v.whole {
			from++
		}
		v.whole = true
	} else if to.Block != v.eye {
		v.whole = false
	}
	v.whole = v.whole || to.Off == 0
	if came && v.whole && to.Off == w.session.Order().Length(to.Block) {
		end++
	}
	v.eye, v.shown = to.Block, bottom
	w.read(from, end)
	w.dwell()
	w.trace.say("caret", "block", to.Block, "off", to.Off, "unread", w.unread)
}

// read notes that blocks [from, to) were read.
func (w *Window) read(from, to int) {
	n := w.session.LookAt(from, to)
	if n == 0 {
		return
	}
	w.unread = max(0, w.unread-n)
	w.showCount()
	w.clean.Repaint()
	w.trace.say("read", "blocks", n, "unread", w.unread)
}

// dwell waits for as long as reading the caret's block takes; if the caret is still in it then, and the
// keyboard in the text, it was read.
func (w *Window) dwell() {
	s, v := w.session, &w.gaze
	if s == nil {
		return
	}
	i := w.clean.Caret().Block
	at := s.Order().BreakAt(i)
	if v.stop != nil {
		if v.block == at {
			return
		}
		v.stop()
		v.stop = nil
	}
	if w.win.Canvas().Focused() != w.clean || i >= s.Order().Blocks() || s.Read(i) {
		return
	}
	v.block = at
	long := max(least, time.Duration(s.Order().Length(i))*time.Second/pace)
	v.stop = w.jobs.after(long, func() { w.jobs.post(func() { w.dwelt(s, at) }) })
}

func (w *Window) dwelt(s *session.Session, at bulletin.ID) {
	if s != w.session || w.gaze.block != at {
		return
	}
	w.gaze.stop = nil
	if i, ok := s.Order().ShownOf(at); ok && i == w.clean.Caret().Block && w.win.Canvas().Focused() == w.clean {
		w.read(i, i+1)
	}
}

// showCount says how much there is to see to.
func (w *Window) showCount() {
	w.count.SetText(say.T("改动 %[2]d 处 · 疑点 %[4]d 处（F8） · 未读 %[6]d 段（F4）", "%[1]s · %[3]s (F8) · %[5]s unread (F4)").With(
		say.Count(w.counting, "", "correction", "corrections"), w.counting,
		say.Count(len(w.doubts), "", "doubtful place", "doubtful places"), len(w.doubts),
		say.Count(w.unread, "", "block", "blocks"), w.unread).In(w.lang))
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
	w.clean.Go(widgets.Pos{Block: i}, widgets.Pos{Block: i})
	w.trace.say("unread", "block", i)
}

// ReadTo notes that the article was read down to the caret.
func (w *Window) ReadTo() {
	to := w.clean.Caret().Block
	from, _ := w.session.Order().Article(to)
	w.read(from, to+1)
	w.Say(say.T("本稿读到此处", "this article is read down to here"))
}

// answer takes a digit typed at a doubtful place that the caret was brought to: 1 does what the place says, 2
// and 3 put in what else may be meant, 0 lets it stand here, 9 in this publication, Shift+0 everywhere. None of
// them falls into the text there, not even where it has nothing to do.
func (w *Window) answer(r rune) bool {
	d := w.at
	if d == nil || w.session == nil {
		return false
	}
	if r >= '０' && r <= '９' { // of an input method in full width
		r += '0' - '０'
	}
	switch {
	case (r >= '0' && r <= '9' || r == ')' || r == '）') && w.settled:
		w.sayHere(say.T("此处已处理；要输入数字请先按 Esc", "this place is seen to; Esc first, to type digits here").In(w.lang))
	case r == '0':
		w.ignore(*d, session.Here)
	case r == '9':
		w.ignore(*d, session.InPaper)
	case r == ')' || r == '）':
		w.ignore(*d, session.Everywhere)
	case r >= '1' && r <= '8':
		w.comply(*d, int(r-'1'))
	default:
		return false
	}
	return true
}

// comply does what a doubtful place says that a digit does, the first one for n 0.
func (w *Window) comply(d session.Doubt, n int) {
	offers := session.Offers(d.Finding)
	switch {
	case n < len(offers):
		w.change(d, offers[n])
	case n == 0 && d.Check == proof.Junction:
		w.runID("junction.flip")
		w.settle(d)
	case n == 0 && d.Check == proof.Tray:
		w.runID("block.give")
	case n == 0 && (d.Check == proof.Character || d.Check == proof.Damage):
		w.runID("char.choose")
	default:
		w.sayHere(say.T("这个数字在此处没有用；0 照旧，要输入数字请先按 Esc", "that digit does nothing here; 0 lets it be; Esc first, to type digits").In(w.lang))
	}
}

// change puts text in place of what is doubtful.
func (w *Window) change(d session.Doubt, text string) {
	d.New = text
	caret, c, ok, err := w.session.Accept(d)
	if err != nil {
		w.fail(err)
		return
	}
	if !ok {
		w.sayHere(say.T("此处的文字已经变了", "the text here is another since").In(w.lang))
		return
	}
	w.Show(c, caret)
	w.settle(d)
	w.sayHere(say.T("“%s”已改为“%s”（Ctrl+Z 撤销）", "“%s” is “%s” now (Ctrl+Z undoes it)").With(wording.Visible(d.Old), wording.Visible(text)).In(w.lang))
	w.trace.say("accepted", "rule", d.Rule)
}

// settle notes that the doubtful place where the caret stands was answered: another digit is a slip.
func (w *Window) settle(d session.Doubt) { w.at, w.settled = &d, true }

// leaveDoubt lets keys be typed where the caret stands.
func (w *Window) leaveDoubt() {
	w.at, w.settled = nil, false
	w.quiet()
}

// ignore lets a doubtful place stand.
func (w *Window) ignore(d session.Doubt, scope session.Scope) {
	w.settle(d)
	w.session.Ignore(d, scope)
	w.saidIgnored(d, scope)
	w.surveyPage(func() {})
}

// saidIgnored tells what was let stand, and where.
func (w *Window) saidIgnored(d session.Doubt, scope session.Scope) {
	t := say.T("此处不再提示", "this place is not shown again")
	switch {
	case d.Rule == "":
	case scope == session.InPaper:
		t = say.T("《%s》里“%s”不再提示", "in %s, “%s” is not shown again").With(w.session.Leaf.Publication, wording.Visible(d.Old))
	case scope == session.Everywhere:
		t = say.T("“%s”一律不再提示", "“%s” is not shown again anywhere").With(wording.Visible(d.Old))
	}
	w.sayHere(t.In(w.lang))
	w.trace.say("ignored", "what", d.What(), "scope", int(scope))
}

// IgnoreDoubt lets the doubtful place that the caret was brought to stand.
func (w *Window) IgnoreDoubt(scope session.Scope) {
	if w.at == nil || w.settled {
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
