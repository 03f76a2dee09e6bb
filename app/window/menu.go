package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"qingyang/app/command"
	"qingyang/app/say"
)

// menu draws the main menu from the command table.
func (w *Window) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, m := range command.Menus() {
		var items []*fyne.MenuItem
		for _, c := range command.Table {
			if c.Menu != m {
				continue
			}
			if c.Part && len(items) > 0 {
				items = append(items, fyne.NewMenuItemSeparator())
			}
			item := fyne.NewMenuItem(c.Name.In(w.lang), func() { w.run(c) })
			if keys, err := c.Bindings(); err == nil && len(keys) > 0 {
				item.Shortcut = shortcutOf(keys[0])
			}
			item.IsQuit = c.ID == "quit"
			items = append(items, item)
		}
		menus = append(menus, fyne.NewMenu(m.Name().In(w.lang), items...))
	}
	return fyne.NewMainMenu(menus...)
}

// run runs a command, or says why it can't run now. While a dialog is open none does.
func (w *Window) run(c command.Command) {
	if w.win.Canvas().Overlays().Top() != nil {
		w.trace.say("barred", "command", c.ID)
		return
	}
	if why := c.WhyNot(w); !why.Zero() {
		w.trace.say("barred", "command", c.ID)
		w.note(c.Name.In(w.lang) + say.T("：", ": ").In(w.lang) + why.In(w.lang))
		return
	}
	w.trace.say("run", "command", c.ID)
	w.quiet()
	at := w.at
	w.fail(c.Run(w))
	if at != nil && w.at == nil && (c.ID == "junction.flip" || c.ID == "doubt.accept") {
		w.settle(*at)
	}
}

// runID runs a command by its id.
func (w *Window) runID(id string) {
	if i := slices.IndexFunc(command.Table, func(c command.Command) bool { return c.ID == id }); i >= 0 {
		w.run(command.Table[i])
	}
}

// bound is a key of the table with its command.
type bound struct {
	key     command.Key
	command command.Command
}

// bind gives every key of the table to the window. Keys with Ctrl or Alt come as shortcuts, from the
// menu, the focused widget or the canvas, whichever Fyne asks first; the others as plain keys.
func (w *Window) bind() {
	for _, c := range command.Table {
		keys, err := c.Bindings()
		if err != nil {
			panic(err) // the table is wrong, and a test says so
		}
		for _, k := range keys {
			w.bound = append(w.bound, bound{k, c})
			if k.Ctrl || k.Alt {
				w.win.Canvas().AddShortcut(shortcutOf(k), func(fyne.Shortcut) { w.run(c) })
			}
		}
	}
	w.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { w.key(e, held()) })
}

// shortcutOf is how Fyne reports a key: a few have names of their own.
func shortcutOf(k command.Key) fyne.Shortcut {
	if k.Ctrl && !k.Shift && !k.Alt {
		switch k.Name {
		case "Z":
			return &fyne.ShortcutUndo{}
		case "Y":
			return &fyne.ShortcutRedo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: fyne.KeyName(k.Name), Modifier: modifiers(k)}
}

func modifiers(k command.Key) fyne.KeyModifier {
	var m fyne.KeyModifier
	if k.Ctrl {
		m |= fyne.KeyModifierShortcutDefault
	}
	if k.Shift {
		m |= fyne.KeyModifierShift
	}
	if k.Alt {
		m |= fyne.KeyModifierAlt
	}
	return m
}

// key runs the command of a plain key and says whether there was one.
func (w *Window) key(e *fyne.KeyEvent, held fyne.KeyModifier) bool {
	switch e.Name {
	case fyne.KeyEscape:
		if w.escape() || w.jobs.cancel() || w.finder.escape() {
			return true
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if held == 0 && w.accept() {
			return true
		}
	}
	for _, b := range w.bound {
		if k := b.key; !k.Ctrl && !k.Alt && string(e.Name) == k.Name && held&^fyne.KeyModifierShift == 0 && k.Shift == (held&fyne.KeyModifierShift != 0) {
			w.run(b.command)
			return true
		}
	}
	return false
}

// shortcut runs the command of a shortcut and says whether there was one.
func (w *Window) shortcut(s fyne.Shortcut) bool {
	for _, b := range w.bound {
		if k := b.key; (k.Ctrl || k.Alt) && shortcutOf(k).ShortcutName() == s.ShortcutName() {
			w.run(b.command)
			return true
		}
	}
	return false
}
