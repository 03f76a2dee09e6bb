package window

import "qingyang/app/say"

// ToggleSides hides the panes at both sides of the pair of texts, or shows them again.
func (w *Window) ToggleSides() {
	hide := !w.app.Preferences().Bool(prefSides)
	w.app.Preferences().SetBool(prefSides, hide)
	w.showSides()
	if hide {
		w.Say(say.T("两侧栏已隐藏（F11 再显示）", "the side panes are hidden (F11 shows them)"))
		w.win.Canvas().Focus(w.clean)
	}
	w.trace.say("sides", "hidden", hide)
}

// showSides shows the side panes as they were chosen.
func (w *Window) showSides() {
	hide := w.app.Preferences().Bool(prefSides)
	w.splits.library.Hidden, w.tabs.Hidden = hide, hide
	w.splits.left.Refresh()
	w.splits.right.Refresh()
}

// needSides shows the side panes: something in them was asked for.
func (w *Window) needSides() {
	if w.app.Preferences().Bool(prefSides) {
		w.app.Preferences().SetBool(prefSides, false)
		w.showSides()
	}
}
