// Package command is how an editor asks for what the desk can do: one table of commands with their
// names, menus and keys, what bars them and what they run.
//
// Menus, shortcuts, the palette, the key help and the manual are drawn from Table; nothing else
// binds keys. It knows no Fyne: what a command needs of the window it asks of the View.
// Start reading at Table.
package command

import (
	"context"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/session"
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
	Part bool   // a line stands above it in its menu

	// Barred says why the command can't run now; the zero Text means that it can. May be nil.
	Barred func(v View) say.Text
	// Run does it, on the window's goroutine.
	Run func(ctx context.Context, v View) error
}

// View is the window as commands see it. All of it is called on the window's goroutine.
type View interface {
	// Desk is the open library, or nil.
	Desk() *desk.Desk
	// Session is the open page, or nil.
	Session() *session.Session
	// Selection is what is selected on the clean side, from not after to; both are the caret where
	// nothing is selected.
	Selection() (from, to session.Place)
	// Show repaints what changed on the clean side and puts the caret where it belongs.
	Show(c session.Changed, caret session.Place)
	// Work runs work off the window's goroutine, and then what it returns on it; an error of either is
	// shown.
	Work(work func(context.Context) (then func() error, err error))
	// Say tells the editor something in the status line.
	Say(t say.Text)

	// What follows opens dialogs, panes and pages; the names say what.
	AskLibrary(make bool)
	AskImport()
	ImportClipboard()
	AskExport(issue bool)
	AskBackup()
	AskVerify()
	AskArticle()
	AskName()
	ChooseCharacter()
	AskWhy()
	AskHouse()
	Palette()
	KeyHelp()
	About()
	Find()
	Replace()
	FindNext(back bool)
	FindRegexp()
	FindInIssue()
	SearchLibrary()
	GoToLine()
	NextPage(step int)
	NextPane(step int)
	ShowChanges()
	ShowHistory()
	NextDoubt(step int)
	IgnoreDoubt(everywhere bool)
	Unignore(everywhere bool)
	NextUnread()
	ReadTo()
	ToggleStacked()
	Zoom(step int)
	ToggleLanguage()
	ToggleDark()
	ToggleRaw()
	Save()
	Quit()
}

// WhyNot says why c can't run now; the zero Text means that it can.
func (c Command) WhyNot(v View) say.Text {
	if c.Barred == nil {
		return say.Text{}
	}
	return c.Barred(v)
}
