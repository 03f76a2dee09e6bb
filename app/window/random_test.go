package window

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"qingyang/app/command"
	"qingyang/app/desk"
)

// monkey presses, clicks and drags at random. What it does is told by its seed.
type monkey struct {
	*stage
	rnd       *rand.Rand
	libraries []string // paths: of good ones, and of what is none
	did       []string
}

// TestRandomWindow plays at random with the window: keys, clicks and drags over panes, dialogs and menus, every command, and
// files that are libraries or are not. QINGYANG_TEST_MANY says how many actions; QINGYANG_TEST_SEED begins elsewhere.
func TestRandomWindow(t *testing.T) {
	actions := 400
	if n, err := strconv.Atoi(os.Getenv("QINGYANG_TEST_MANY")); err == nil {
		actions = n
	}
	seed := uint64(1)
	if n, err := strconv.ParseUint(os.Getenv("QINGYANG_TEST_SEED"), 10, 64); err == nil {
		seed = n
	}
	t.Chdir(t.TempDir()) // it types names of files, too
	m := &monkey{stage: newStage(t), rnd: rand.New(rand.NewPCG(seed, 17))}
	defer func() {
		if t.Failed() {
			t.Logf("seed %d, the last actions: %s", seed, strings.Join(m.did[max(0, len(m.did)-25):], "; "))
		}
	}()
	m.page("引题一行\n渡口开了新船\n\n本报讯 渡口的老船工说，这条河养活了几\n代人。天不亮，船就离了岸。\n\n记者 沈小禾\n")
	m.sample()
	m.libraries = []string{
		filepath.Join(m.home, "page.qingyang"), filepath.Join(m.home, "sample.qingyang"), m.home, filepath.Join(m.home, "nowhere.qingyang"),
		m.file("text.qingyang", []byte("这不是档案库\n")), m.file("empty.qingyang", nil),
		m.file("broken.qingyang", append([]byte("SQLite format 3\x00"), make([]byte, 20_000)...)),
	}
	for n := range actions {
		m.act()
		m.pump()
		if n%40 == 39 {
			m.settle()
			m.check()
		}
		if n%400 == 399 {
			m.reopened()
		}
		if t.Failed() {
			return
		}
	}
	for m.escape() {
		m.settle()
	}
	m.reopened()
}

// act does one thing.
func (m *monkey) act() {
	k := m.rnd.IntN(100)
	switch {
	case k < 30:
		m.types()
	case k < 52:
		m.key()
	case k < 70:
		m.clickAt(m.spot())
	case k < 78:
		m.drag()
	case k < 83:
		at := m.spot()
		m.say("wheel %v", at)
		test.Scroll(m.win.Canvas(), at, 0, float32(m.rnd.IntN(200)-100))
	case k < 95:
		c := command.Table[m.rnd.IntN(len(command.Table))]
		if c.ID == "quit" {
			return
		}
		m.say("%s", c.ID)
		m.run(c)
	case k < 97:
		path := m.libraries[m.rnd.IntN(len(m.libraries))]
		m.say("open %s", filepath.Base(path))
		m.openLibrary(library{path: path})
	default:
		m.say("settle")
		m.settle()
	}
}

func (m *monkey) say(format string, args ...any) { m.did = append(m.did, fmt.Sprintf(format, args...)) }

// pump runs what is posted, but waits for nothing.
func (m *monkey) pump() {
	for {
		select {
		case f := <-m.posted:
			f()
		default:
			m.states = nil
			return
		}
	}
}

func (m *monkey) spot() fyne.Position {
	size := m.win.Canvas().Size()
	return fyne.NewPos(m.rnd.Float32()*size.Width, m.rnd.Float32()*size.Height)
}

// types types characters into what has the keyboard. In the middle of the clean text it is known what must come of it.
func (m *monkey) types() {
	some := []rune("渡口，。GDP 子abc")
	r := some[m.rnd.IntN(len(some))]
	focused := m.win.Canvas().Focused()
	m.say("type %c", r)
	if focused == nil {
		return
	}
	sel := m.clean.Selection()
	known := focused == fyne.Focusable(m.clean) && m.session != nil && m.win.Canvas().Overlays().Top() == nil && sel.From.Block == sel.To.Block &&
		m.clean.InterceptRune != nil
	var before []string
	if known {
		before = m.lines()
	}
	focused.TypedRune(r)
	if !known || m.session == nil {
		return
	}
	i := sel.From.Block
	line := []rune(before[i])
	before[i] = string(line[:sel.From.Off]) + string(r) + string(line[sel.To.Off:])
	if got := m.lines(); !slices.Equal(got, before) && m.recent[len(m.recent)-1] != "" && !m.refused() {
		m.t.Errorf("%c typed at %v: line %q, want %q", r, sel, got[min(i, len(got)-1)], before[i])
	}
}

// refused says whether the window said just now why it did not do something.
func (m *monkey) refused() bool { return strings.Contains(m.recent[len(m.recent)-1], `"problem"`) }

func (m *monkey) lines() (all []string) {
	for i := range m.session.Order().Blocks() {
		text, _ := m.session.Order().Block(i)
		all = append(all, string(text))
	}
	return all
}

var monkeyKeys = []fyne.KeyName{
	fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn,
	fyne.KeyEnter, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyEscape, fyne.KeyEscape, fyne.KeySpace, fyne.KeyTab, fyne.KeyInsert,
	fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12,
}

// key presses a key that brings no character, alone or with others held.
func (m *monkey) key() {
	name := monkeyKeys[m.rnd.IntN(len(monkeyKeys))]
	c := m.win.Canvas()
	switch k := m.rnd.IntN(10); {
	case k == 0:
		m.say("Tab")
		c.FocusNext()
	case k < 3:
		held := []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierAlt, fyne.KeyModifierControl | fyne.KeyModifierShift}[m.rnd.IntN(3)]
		if m.rnd.IntN(2) == 0 {
			name = fyne.KeyName(rune('A' + m.rnd.IntN(26)))
		}
		if name == "Q" { // ends the window, which has a test of its own
			return
		}
		var s fyne.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: held}
		if held == fyne.KeyModifierControl {
			switch name {
			case "Z":
				s = &fyne.ShortcutUndo{}
			case "Y":
				s = &fyne.ShortcutRedo{}
			case "A":
				s = &fyne.ShortcutSelectAll{}
			case "C":
				s = &fyne.ShortcutCopy{Clipboard: m.app.Clipboard()}
			case "X":
				s = &fyne.ShortcutCut{Clipboard: m.app.Clipboard()}
			case "V":
				s = &fyne.ShortcutPaste{Clipboard: m.app.Clipboard()}
			}
		}
		m.say("%s", s.ShortcutName())
		if f, ok := c.Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		} else if f, ok := c.(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		}
	default:
		m.say("%s", name)
		m.press(name)
	}
}

// clickAt clicks, mostly once and with the primary button.
func (m *monkey) clickAt(at fyne.Position) {
	m.say("click %.0f,%.0f", at.X, at.Y)
	button := desktop.MouseButtonPrimary
	if m.rnd.IntN(6) == 0 {
		button = desktop.MouseButtonSecondary
	}
	for range 1 + m.rnd.IntN(2)*m.rnd.IntN(2) {
		for _, o := range m.under(at) {
			event := &desktop.MouseEvent{PointEvent: point(o, at), Button: button}
			done := false
			if x, ok := o.(desktop.Mouseable); ok {
				x.MouseDown(event)
				x.MouseUp(event)
				done = true
			}
			if x, ok := o.(fyne.Focusable); ok && m.shows(o) {
				if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
					m.win.Canvas().Focus(x)
				}
			}
			if x, ok := o.(fyne.SecondaryTappable); ok && button == desktop.MouseButtonSecondary {
				p := event.PointEvent
				x.TappedSecondary(&p)
				done = true
			}
			if x, ok := o.(fyne.Tappable); ok && button == desktop.MouseButtonPrimary {
				p := event.PointEvent
				x.Tapped(&p)
				done = true
			}
			if done {
				break
			}
		}
	}
}

// drag pulls what can be pulled.
func (m *monkey) drag() {
	from, to := m.spot(), m.spot()
	m.say("drag %.0f,%.0f to %.0f,%.0f", from.X, from.Y, to.X, to.Y)
	for _, o := range m.under(from) {
		d, ok := o.(fyne.Draggable)
		if !ok {
			continue
		}
		if x, ok := o.(desktop.Mouseable); ok {
			x.MouseDown(&desktop.MouseEvent{PointEvent: point(o, from), Button: desktop.MouseButtonPrimary})
		}
		last := from
		for i := range 4 {
			part := float32(i+1) / 4
			now := fyne.NewPos(from.X+(to.X-from.X)*part, min(max(from.Y+(to.Y-from.Y)*part, 120), 700))
			p := point(o, now)
			if y := p.Position.Y; y < 0 || y > o.Size().Height { // outside it goes on by a clock of its own
				break
			}
			d.Dragged(&fyne.DragEvent{PointEvent: p, Dragged: fyne.Delta{DX: now.X - last.X, DY: now.Y - last.Y}})
			last = now
		}
		d.DragEnd()
		return
	}
}

func point(o fyne.CanvasObject, at fyne.Position) fyne.PointEvent {
	return fyne.PointEvent{Position: at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o)), AbsolutePosition: at}
}

// under are the objects below a point of what is in front, the one on top first.
func (m *monkey) under(at fyne.Position) (all []fyne.CanvasObject) {
	var top fyne.CanvasObject = m.win.Canvas().Content()
	if o := m.win.Canvas().Overlays().Top(); o != nil {
		top = o
	}
	var look func(o fyne.CanvasObject, x, y float32)
	look = func(o fyne.CanvasObject, x, y float32) {
		if o == nil || !o.Visible() || at.X < x || at.Y < y || at.X >= x+o.Size().Width || at.Y >= y+o.Size().Height {
			return
		}
		all = append(all, o)
		var in []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			in = o.Objects
		case fyne.Widget:
			in = test.WidgetRenderer(o).Objects()
		}
		for _, child := range in {
			if child != nil {
				look(child, x+child.Position().X, y+child.Position().Y)
			}
		}
	}
	look(top, top.Position().X, top.Position().Y)
	slices.Reverse(all)
	return all
}

// shows says whether an object is still on the screen.
func (m *monkey) shows(o fyne.CanvasObject) bool {
	return fyne.CurrentApp().Driver().CanvasForObject(o) != nil && o.Visible()
}

// check looks for panes that show what is not there any more.
func (m *monkey) check() {
	m.t.Helper()
	if m.session == nil {
		if m.clean.Document() != nil || m.raw.Document() != nil || len(m.cards.cards) > 0 || len(m.changes.items) > 0 || len(m.history.steps) > 0 {
			m.t.Errorf("no page is open, and yet: clean %v, raw %v, %d cards, %d corrections, %d steps", m.clean.Document(), m.raw.Document(),
				len(m.cards.cards), len(m.changes.items), len(m.history.steps))
		}
		return
	}
	if d := m.clean.Document(); d == nil || d.Len() != m.session.Order().Blocks() {
		m.t.Errorf("the clean side does not show the open page")
	}
	if d := m.raw.Document(); d == nil || d.Len() != len(m.session.Raw.Lines) {
		m.t.Errorf("the raw side does not show the open page")
	}
	articles := map[string]bool{}
	for i := range m.session.Order().Blocks() {
		articles[fmt.Sprint(m.session.Order().ArticleAt(i))] = true
	}
	for _, c := range m.cards.cards {
		if !articles[fmt.Sprint(c.article)] && c.article.Origin != 0 {
			m.t.Errorf("the card %s is of no article of the page", c.name)
		}
	}
	if c := m.clean.Caret(); c.Block >= m.clean.Document().Len() || c.Off > len(m.clean.Document().Block(c.Block).Text) {
		m.t.Errorf("the caret is at %v, outside of the text", c)
	}
	if _, to := m.clean.Shown(); to > m.clean.Document().Len() {
		m.t.Errorf("blocks up to %d are shown of %d", to, m.clean.Document().Len())
	}
}

// reopened saves, and holds the page in the library against what is on the screen.
func (m *monkey) reopened() {
	m.t.Helper()
	m.settle()
	m.check()
	if m.session == nil {
		return
	}
	done := make(chan error, 1)
	s := m.session
	go func() { done <- s.Flush(m.t.Context()) }()
	for saved := false; !saved; {
		select {
		case err := <-done:
			if err != nil {
				m.t.Fatal(err)
			}
			saved = true
		case f := <-m.posted:
			f()
		}
	}
	d, err := desk.Open(m.t.Context(), m.desk.Path(), desk.Options{Name: "沈小禾", Existing: true, Reading: true})
	if err != nil {
		m.t.Fatal(err)
	}
	defer d.Close()
	page, err := d.OpenPage(m.t.Context(), s.Leaf.ID)
	if err != nil {
		m.t.Fatal(err)
	}
	defer page.Close(m.t.Context())
	var want []string
	for i := range page.Order().Blocks() {
		text, _ := page.Order().Block(i)
		want = append(want, string(text))
	}
	if got := m.lines(); !slices.Equal(got, want) {
		m.t.Errorf("the library has %d blocks, the screen %d, or they read otherwise", len(want), len(got))
	}
}
