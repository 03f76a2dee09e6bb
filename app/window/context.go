package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/command"
	"qingyang/app/say"
	"qingyang/widgets"
)

// The menus of the texts' secondary button: ids of commands, "" for a line, and the names of what every text
// does by itself.
var (
	cleanItems = []string{
		"cut", "copy", "paste", "all", "", "undo", "redo", "",
		"char.choose", "doubt.accept", "junction.flip", "doubt.ignore", "",
		"correction.takeback", "why", "",
		"kinds", "block.join", "block.give", "article.new", "article.merge", "article.round",
	}
	rawItems = []string{"copy", "all", "", "raw.there", "why", "", "find", "line.go", "raw.show"}
)

// contextMenu opens the menu of a text where the secondary button was pressed. What cannot be done there is
// shown weakly.
func (w *Window) contextMenu(e *widgets.Editor, ids []string, where fyne.Position) *fyne.Menu {
	if w.session == nil {
		return nil
	}
	w.win.Canvas().Focus(e)
	var items []*fyne.MenuItem
	for _, id := range ids {
		switch id {
		case "":
			items = append(items, fyne.NewMenuItemSeparator())
		case "kinds":
			sub := fyne.NewMenuItem(say.T("设为", "Make it").In(w.lang), nil)
			var kinds []*fyne.MenuItem
			for _, c := range command.Table {
				if c.Menu == command.Block && strings.HasPrefix(c.Keys, "Alt+") && slices.ContainsFunc(bulletin.Kinds(), func(k bulletin.Kind) bool { return c.ID == "block."+k.String() }) {
					kinds = append(kinds, w.itemOf(c))
				}
			}
			sub.ChildMenu = fyne.NewMenu("", kinds...)
			items = append(items, sub)
		default:
			if item := w.textItem(e, id); item != nil {
				items = append(items, item)
			} else if i := slices.IndexFunc(command.Table, func(c command.Command) bool { return c.ID == id }); i >= 0 {
				items = append(items, w.itemOf(command.Table[i]))
			}
		}
	}
	m := fyne.NewMenu("", items...)
	widget.ShowPopUpMenuAtPosition(m, w.win.Canvas(), where)
	w.trace.say("menu", "items", len(items))
	return m
}

// itemOf is a command in a menu, with its key.
func (w *Window) itemOf(c command.Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(c.Name.In(w.lang), func() { w.run(c) })
	if keys, err := c.Bindings(); err == nil && len(keys) > 0 {
		item.Shortcut = shortcutOf(keys[0])
	}
	item.Disabled = !c.WhyNot(w).Zero()
	return item
}

// textItem is what a text does by itself, nil for what it does not.
func (w *Window) textItem(e *widgets.Editor, id string) *fyne.MenuItem {
	clip := fyne.CurrentApp().Clipboard()
	item := func(name say.Text, s fyne.Shortcut, off bool) *fyne.MenuItem {
		i := fyne.NewMenuItem(name.In(w.lang), func() {
			w.win.Canvas().Focus(e)
			e.TypedShortcut(s)
		})
		i.Shortcut, i.Disabled = s, off
		return i
	}
	none := e.Selection().Empty()
	switch id {
	case "cut":
		return item(say.T("剪切", "Cut"), &fyne.ShortcutCut{Clipboard: clip}, none)
	case "copy":
		return item(say.T("复制", "Copy"), &fyne.ShortcutCopy{Clipboard: clip}, none)
	case "paste":
		return item(say.T("粘贴", "Paste"), &fyne.ShortcutPaste{Clipboard: clip}, clip.Content() == "")
	case "all":
		return item(say.T("全选", "Select all"), &fyne.ShortcutSelectAll{}, false)
	case "raw.there":
		i := fyne.NewMenuItem(say.T("到清样中的这一处", "Go to this place in the clean text").In(w.lang), w.toClean)
		return i
	}
	return nil
}

// toClean brings the caret to where the raw side's stands in the clean text.
func (w *Window) toClean() {
	id := bulletin.ID{Index: int32(min(w.rawDoc.offset(w.raw.Caret()), len(w.session.Raw.Text)))}
	at := w.inside(placeOf(w.session, id))
	w.win.Canvas().Focus(w.clean)
	w.clean.Go(at, at)
}
