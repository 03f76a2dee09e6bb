package window

import (
	"time"

	"fyne.io/fyne/v2"

	"qingyang/app/command"
	"qingyang/app/say"
)

// entry of the main menu and the command that it runs.
type menuEntry struct {
	item    *fyne.MenuItem
	command command.Command
}

// menuDelay is how long the menus wait after what may bar commands, so that they never cost a key its frame.
const menuDelay = 200 * time.Millisecond

// menusStale has the menus look soon at what can run.
func (w *Window) menusStale() {
	if w.menus.stale {
		return
	}
	w.menus.stale = true
	w.jobs.after(menuDelay, func() { w.jobs.post(w.freshenMenus) })
}

// freshenMenus shows in the menus which commands cannot run now, and why.
func (w *Window) freshenMenus() {
	w.menus.stale = false
	changed := false
	for _, e := range w.menus.entries {
		label, why := w.menuLabel(e.command), e.command.WhyNot(w)
		if !why.Zero() {
			label += say.T("（", " (").In(w.lang) + why.In(w.lang) + say.T("）", ")").In(w.lang)
		}
		if e.item.Label != label || e.item.Disabled == why.Zero() {
			e.item.Label, e.item.Disabled = label, !why.Zero()
			changed = true
		}
	}
	if changed {
		w.win.MainMenu().Refresh()
	}
}

// menuLabel is a command's name as a menu has it, with the key that no menu may take from the texts.
func (w *Window) menuLabel(c command.Command) string {
	if c.Own == "" {
		return c.Name.In(w.lang)
	}
	return c.Name.In(w.lang) + "　" + c.Own
}
