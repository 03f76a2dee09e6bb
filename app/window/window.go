// Package window is the Fyne program: the library on the left, the pair of raw page and clean text
// in the middle, corrections and history on the right.
//
// Menus, keys, palette and key help are drawn from the command table; what an editor does is done by
// the desk. One file a pane. Start reading at Run, then Window; view.go is the window as commands
// see it.
package window

import (
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/command"
	"qingyang/app/desk"
	"qingyang/app/lexicon"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// AppID names the program to the desktop; it is that of FyneApp.toml.
const AppID = "cn.qingyang.proof"

// Options say how the program starts.
type Options struct {
	Library string // the library to open; "" for the last one
	New     bool   // make Library, which must not be there yet
	Sample  bool   // open the sample library, making it if there is none
	Version bool   // say the version, and open nothing
	Install bool   // make the desktop know the program, and open nothing
	Trace   string // a file that gets a line for every state the window reaches; for tests
}

// Window is the program's window. Everything in it belongs to Fyne's goroutine.
type Window struct {
	app   fyne.App
	win   fyne.Window
	lang  say.Lang
	theme *widgets.Theme
	trace *trace
	jobs  *jobs

	keyboard *keyboard // nil where Fyne's own is enough

	desk    *desk.Desk
	session *session.Session
	names   map[int64]string // people by id
	gone    error            // the library's file is not where it was; nil while it is

	raw, clean *widgets.Editor
	rawDoc     *rawDocument
	cleanDoc   *cleanDocument
	pair       pair
	rawHead    *widgets.Line
	cleanHead  *widgets.Line

	library     *libraryPane
	cards       *cardsPane
	changes     *changesPane
	findings    *findingsPane
	history     *historyPane
	tabs        *container.AppTabs
	findingsTab *container.TabItem
	notes       *notesPane
	notesTab    *container.TabItem
	status      *widgets.Line
	count       *widgets.Line
	under       *progressLine

	splits  struct{ left, pair, right, library, printed *container.Split }
	middle  *fyne.Container // holds the pair, or the clean text alone
	leading *fyne.Container // the first of the pair: the printed page, the raw one, or both
	rawPane *fyne.Container
	printed *printedPane

	rawHidden bool
	clashes   []desk.Clash // of the open page
	clashBar  *clashBar

	finder  *finder
	empties *empties
	doubts  []session.Doubt
	at      *session.Doubt // that the caret was brought to and has not left since
	settled bool           // it was answered
	gaze    gaze
	notice  notice
	trail   trail
	bound   []bound // every key of the command table
	tops    []top   // the dialogs that are open, the one in front last
	menus   struct {
		entries []menuEntry
		stale   bool // they will look at what can run
	}
	surveys  surveys
	repaired string // the note of what one decision corrected last
	stale    func() // stops the timer that refreshes what hangs on the text
	version  int64  // of the library, when it was last looked at

	hurry func() // called when all is saved and the window is about to close

	guarded bool        // the guard stands around what comes from keyboard and mouse
	falls   []time.Time // that it caught

	counting, unread int // corrections that count, blocks that nobody read, when the page was last surveyed
}

// painting is called when the window is painted for the first time.
func (w *Window) painting() {
	w.guardInput()
	w.keyboard.attach(w)
}

// endWithin is how long Fyne may take to close the window once all is saved.
const endWithin = 3 * time.Second

// Run opens the window and returns when it is closed; where closing hangs it ends the program instead. Where
// there is no display it says so.
func Run(opt Options) error {
	if err := display(); err != nil {
		return err
	}
	if err := os.Setenv("FYNE_PLATFORM", "x11"); err != nil { // under Wayland Fyne has no input methods
		return err
	}
	keys := newKeyboard()
	a := app.NewWithID(AppID)
	a.SetIcon(fyne.NewStaticResource("Icon.png", icon))
	var w *Window
	w = newWindow(a, opt, newJobs(func(f func()) { w.later(f) }))
	w.keyboard = keys
	// Fyne's loop looks for the last time into the queue of what is still to be done and then closes it; what
	// comes in between is waited for in vain. Nothing of ours is left to do by then.
	w.hurry = func() { time.AfterFunc(endWithin, func() { os.Exit(0) }) }
	defer keys.end()
	class()
	first, err := firstLibrary(opt, a.Preferences().String(prefLibrary))
	if err != nil {
		return err
	}
	w.win.Show()
	w.openLibrary(first)
	w.watch()
	a.Run()
	w.jobs.end()
	w.trace.close()
	return nil
}

// newWindow builds the window without a library.
func newWindow(a fyne.App, opt Options, j *jobs) *Window {
	w := &Window{app: a, lang: preferredLanguage(a), trace: newTrace(opt.Trace), jobs: j, hurry: func() {}}
	w.theme = widgets.NewTheme(a.Preferences().String(prefDark))
	a.Settings().SetTheme(w.theme)
	w.win = a.NewWindow("清样")
	w.win.SetMaster()
	width, height := a.Preferences().FloatWithFallback(prefWidth, 1280), a.Preferences().FloatWithFallback(prefHeight, 800)
	w.win.Resize(fyne.NewSize(float32(width), float32(height)))
	w.win.SetCloseIntercept(w.Quit)
	w.win.SetOnDropped(w.dropped)
	a.Lifecycle().SetOnExitedForeground(widgets.EndComposition)
	w.build()
	w.bind()
	return w
}

// build lays the panes out; it is called again when the language changes.
func (w *Window) build() {
	w.raw, w.clean = widgets.NewEditor(), widgets.NewEditor()
	w.raw.ReadOnly, w.raw.Numbers = true, true
	w.clean.Labels = true
	w.rawHead, w.cleanHead = widgets.NewLine(), widgets.NewLine()
	w.status, w.count = widgets.NewLine(), widgets.NewLine()
	w.count.Whole = true
	w.raw.OnCaret = func(widgets.Pos) { w.caretMoved(false) }
	w.clean.OnCaret = func(widgets.Pos) { w.caretMoved(true) }
	w.raw.OnScroll = func() { w.pair.scrolled(false) }
	w.clean.OnScroll = func() { w.pair.scrolled(true) }
	for _, e := range []*widgets.Editor{w.raw, w.clean} {
		e.Words = lexicon.WordAround
		e.Intercept = w.key
		e.InterceptShortcut = w.shortcut
	}
	w.clean.Intercept, w.clean.InterceptShortcut = w.cleanKey, w.cleanShortcut
	w.clean.InterceptRune = w.answer
	w.clean.OnFocus = func(bool) { w.dwell() }
	w.clean.OnContext = func(_ widgets.Pos, where fyne.Position) { w.contextMenu(w.clean, cleanItems, where) }
	w.raw.OnContext = func(_ widgets.Pos, where fyne.Position) { w.contextMenu(w.raw, rawItems, where) }
	w.library = newLibraryPane(w)
	w.cards = newCardsPane(w)
	w.changes = newChangesPane(w)
	w.history = newHistoryPane(w)
	e := newEmpties(w)
	w.empties = e
	w.findings = newFindingsPane(w)
	w.notes = newNotesPane(w)
	w.notesTab = container.NewTabItem(say.T("附注", "Notes").In(w.lang), e.over(hintNotes, w.notes.content))
	w.findingsTab = container.NewTabItem(say.T("疑点", "Findings").In(w.lang), e.over(hintFindings, w.findings.content))
	w.tabs = container.NewAppTabs(
		container.NewTabItem(say.T("改动", "Corrections").In(w.lang), e.over(hintChanges, w.changes.content)),
		container.NewTabItem(say.T("历史", "History").In(w.lang), e.over(hintHistory, w.history.content)),
		w.findingsTab,
		w.notesTab,
	)
	w.tabs.OnSelected = func(*container.TabItem) { w.refreshSide() }
	w.finder = newFinder(w)

	w.printed = newPrintedPane(w)
	w.rawPane = container.NewBorder(head(w.rawHead), nil, nil, nil, e.over(hintRaw, w.raw))
	w.splits.printed = split(w.app, prefSplitPrinted, 0.5, container.NewVSplit(w.printed.content, w.rawPane))
	w.leading = container.NewStack(w.rawPane)
	w.clashBar = newClashBar(w)
	w.clashBar.above = container.NewVBox(head(w.cleanHead), w.clashBar.content, w.finder.content)
	cleanPane := container.NewBorder(w.clashBar.above, nil, nil, nil, container.NewStack(w.clean, w.printed.strip.content, e.begin))
	w.splits.pair = split(w.app, prefSplitPair, 0.42, container.NewHSplit(w.leading, cleanPane))
	w.splits.pair.Horizontal = !w.app.Preferences().Bool(prefStacked)
	w.rawHidden = w.app.Preferences().Bool(prefRawHidden)
	w.middle = container.NewStack()
	w.layMiddle()
	w.splits.right = split(w.app, prefSplitRight, 0.76, container.NewHSplit(w.middle, w.tabs))
	w.splits.library = split(w.app, prefSplitLibrary, 0.45, container.NewVSplit(e.over(hintLibrary, w.library.content), e.over(hintCards, w.cards.content)))
	w.splits.left = split(w.app, prefSplitLeft, 0.18, container.NewHSplit(w.splits.library, w.splits.right))
	w.under = newProgressLine(w)
	foot := container.NewBorder(widget.NewSeparator(), nil, w.trace.dot(w.painting), container.NewHBox(w.under.content, container.NewPadded(w.count)), container.NewPadded(w.status))
	w.under.foot = foot
	w.win.SetContent(container.NewBorder(nil, foot, nil, nil, w.splits.left))
	w.win.SetMainMenu(w.menu())
	w.showSides()
	e.show()
	w.win.SetTitle(say.T("清样", "Qingyang").In(w.lang))
}

func head(l *widgets.Line) fyne.CanvasObject {
	return container.NewVBox(container.NewPadded(l), widget.NewSeparator())
}

func split(a fyne.App, pref string, usual float64, s *container.Split) *container.Split {
	s.Offset = a.Preferences().FloatWithFallback(pref, usual)
	return s
}

// held are the modifiers that are down now.
func held() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

var _ command.View = (*Window)(nil)
