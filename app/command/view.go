package command

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
)

// View is the window as commands see it. A row of the table is given the part of it that it needs. All of
// it is called on the window's goroutine.
type View interface {
	Page
	Finder
	Reader
	Panes
	Clip
	Ask
	// Save saves the open page now, Quit everything before it ends the program.
	Save()
	Quit()
}

// Page is what is open in the window, and how a command changes it.
type Page interface {
	// Desk is the open library, or nil.
	Desk() *desk.Desk
	// Session is the open page, or nil.
	Session() *session.Session
	// Selection is what is selected on the clean side, from not after to; both are the caret where
	// nothing is selected.
	Selection() (from, to bulletin.Place)
	// Show repaints what changed on the clean side and puts the caret where it belongs.
	Show(c revision.Changed, caret bulletin.Place)
	// Work runs work off the window's goroutine, and then what it returns on it; an error of either is
	// shown.
	Work(work func(context.Context) (then func() error, err error))
	// Say tells the editor something in the status line.
	Say(t say.Text)
}

// Finder is the field in which one types what to find.
type Finder interface {
	Find()
	Replace()
	FindNext(back bool)
	FindRegexp()  // regular expressions, or not
	FindInIssue() // the other pages of the issue, or not
}

// Reader goes from one place that needs eyes to the next, and takes note of what was seen.
type Reader interface {
	NextDoubt(step int)
	IgnoreDoubt(scope session.Scope)
	Unignore(everywhere bool)
	// UndoSame takes back the last decision about an error that stood on several places; Switched, what such a
	// decision did on the pages that are not open, once it was taken back here, or, again, done again.
	UndoSame()
	Switched(note string, again bool)
	NextUnread()
	ReadTo()
}

// Panes are what the window shows and how.
type Panes interface {
	NextPage(step int)
	NextPane(step int)
	GoBack(step int) // to where the caret was before it jumped, -1, or forward again
	ShowChanges()
	ShowHistory()
	ShowFindings()
	ShowNotes()
	Zoom(step int)
	ToggleStacked()
	ToggleLanguage()
	ToggleDark()
	ToggleRaw()
	ToggleSides()
	TogglePrinted()
	ZoomPicture(step int)
	TurnPicture()
	TintPicture()
	ToggleStrip()
}

// Clip is the clipboard, for the text that had the keyboard last.
type Clip interface {
	Cut()
	Copy()
	Paste()
	SelectAll()
}

// Ask opens what asks the editor something, or answers: dialogs, and lists to pick from.
type Ask interface {
	AskLibrary(make bool)
	AskImport()
	ImportClipboard()
	AskExport(issue bool)
	AskBackup()
	AskCopy()
	AskVerify()
	AskProperties() // of what is selected in the lists, else of the open page
	HidePage()
	AskHidden()
	OpenSample()
	AskPicture()
	AskArticle()
	AskRound()
	AskClash()
	AskName()
	AskWhy()
	AskSame()
	AskReading()   // of the page, another one
	AskCorrected() // of its articles, from outside
	AskHouse()
	AskRegister()
	AskLessons()
	AskNote()
	AskNotes() // of the whole issue
	ChooseCharacter()
	SearchLibrary()
	GoToLine()
	Palette()
	KeyHelp()
	Legend()
	About()
}
