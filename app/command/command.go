// Package command is how an editor asks for what the desk can do: one table of commands with their
// names, menus and keys, what bars them and what they run.
//
// Menus, shortcuts, the palette, the key help and the manual are drawn from Table; nothing else
// binds keys. It knows no Fyne: what a command needs of the window it asks of the View.
// Start reading at Table.
package command

import (
	"qingyang/app/say"
)

// Menu is the menu in which a command stands.
type Menu uint8

// The menus, from left to right.
const (
	File Menu = iota
	Edit
	Block
	Article
	Proof
	Look
	Help
	menus
)

// Name is the menu's title.
func (m Menu) Name() say.Text {
	return [menus]say.Text{
		File:    say.T("文件", "File"),
		Edit:    say.T("编辑", "Edit"),
		Block:   say.T("段块", "Block"),
		Article: say.T("稿件", "Article"),
		Proof:   say.T("校对", "Proof"),
		Look:    say.T("视图", "View"),
		Help:    say.T("帮助", "Help"),
	}[m]
}

// Menus are all menus in their order.
func Menus() []Menu {
	all := make([]Menu, menus)
	for m := range all {
		all[m] = Menu(m)
	}
	return all
}

// Command is one row of the table.
type Command struct {
	ID   string   // "finding.next": for tests and the trace; no two rows have one
	Name say.Text // as menus show it
	Menu Menu
	Keys string // "Ctrl+Shift+P", "F8", "Alt+1"; alternatives parted by a space; empty for none
	Own  string // a key that texts and fields know by themselves: shown, never bound
	Part bool   // a line stands above it in its menu

	// Barred says why the command can't run now; the zero Text means that it can. May be nil.
	Barred func(p Page) say.Text
	// Run does it, on the window's goroutine.
	Run func(v View) error
}

// WhyNot says why c can't run now; the zero Text means that it can.
func (c Command) WhyNot(p Page) say.Text {
	if c.Barred == nil {
		return say.Text{}
	}
	return c.Barred(p)
}
