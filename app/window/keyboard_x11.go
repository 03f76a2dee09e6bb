//go:build linux || freebsd || openbsd || netbsd

package window

import (
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"qingyang/widgets"
	"qingyang/widgets/method"
)

// keyboard stands between the keys that GLFW reports and Fyne, and passes them by the input method. It takes
// GLFW's own callbacks, so that keys keep their order whatever they are for: text, Tab, a menu's shortcut.
//
// GLFW asks a method over XIM too. Where the program speaks to one itself, or may do so later, XMODIFIERS
// keeps XIM to itself: it then only makes accents and Compose sequences.
type keyboard struct {
	w    *Window
	keys method.Keyboard
	link *method.Link

	win    *glfw.Window
	key    glfw.KeyCallback
	char   glfw.CharCallback
	button glfw.MouseButtonCallback
	focus  glfw.FocusCallback

	open    *pressed       // went down last: its characters may still come
	syms    map[int]uint32 // of the keys that went down, by scancode
	focused bool
}

// pressed is a key that went down, with the characters that it brought.
type pressed struct {
	key      glfw.Key
	scancode int
	action   glfw.Action
	mods     glfw.ModifierKey
	runes    []rune
}

// How long the start may wait for a method, and how often one is looked for later.
const (
	methodAtStart = 500 * time.Millisecond
	methodAgain   = 2 * time.Second
)

// newKeyboard looks for an input method; it must be called before Fyne starts GLFW. It gives nil where XIM
// names a method that the program cannot speak to: that one's compositions can only be guessed.
func newKeyboard() *keyboard {
	k := &keyboard{syms: map[int]uint32{}, link: method.Find(methodAtStart)}
	if xim := os.Getenv("XMODIFIERS"); !k.link.Found() && strings.Contains(xim, "@im=") && !strings.Contains(xim, "@im=none") {
		return nil
	}
	if err := os.Setenv("XMODIFIERS", "@im=none"); err != nil {
		return nil
	}
	return k
}

// attach takes the callbacks of the window that is being painted. Only the first call does anything.
func (k *keyboard) attach(w *Window) {
	if k == nil || k.win != nil {
		return
	}
	k.w, k.win = w, glfw.GetCurrentContext()
	if k.win == nil {
		return
	}
	widgets.Infer(false)
	k.keys = method.Keyboard{
		Post: w.jobs.post, Target: k.target, Forward: k.forward, Patience: method.Patience,
		Told: func(what, text string) { w.trace.say("method", "what", what, "text", text) },
	}
	if w.trace.to != nil { // a test shall not depend on how quick the machine is
		k.keys.Patience = time.Minute
	}
	k.focused = k.win.GetAttrib(glfw.Focused) == glfw.True
	k.win.SetInputMode(glfw.LockKeyMods, glfw.True)
	k.key = k.win.SetKeyCallback(k.onKey)
	k.char = k.win.SetCharCallback(k.onChar)
	k.button = k.win.SetMouseButtonCallback(k.onButton)
	k.focus = k.win.SetFocusCallback(k.onFocus)
	widgets.FocusMoved = func() { w.jobs.post(k.keys.Look) } // Fyne is in the middle of moving it
	k.link.Serve(&k.keys, methodAgain)
}

// end lets go of the method.
func (k *keyboard) end() {
	if k != nil {
		widgets.FocusMoved = nil
		k.link.End()
	}
}

// target is what has the keyboard, if text can be composed into it.
func (k *keyboard) target() (method.Target, func() (x, y, w, h int)) {
	if !k.focused {
		return nil, nil
	}
	switch f := k.w.win.Canvas().Focused().(type) {
	case *widgets.Editor:
		if f.ReadOnly {
			return nil, nil
		}
		return f, func() (x, y, w, h int) { return k.onScreen(f.CaretBox()) }
	case widgets.Composer:
		return f, func() (x, y, w, h int) { return k.onScreen(f.CaretBox()) }
	case foreign:
		return over{f}, func() (x, y, w, h int) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
			return k.onScreen(at.Add(f.CursorPosition()), fyne.NewSize(1, f.Size().Height))
		}
	}
	return nil, nil
}

// onScreen is a box of the window in pixels of the screen.
func (k *keyboard) onScreen(at fyne.Position, size fyne.Size) (x, y, w, h int) {
	c := k.w.win.Canvas()
	left, top := k.win.GetPos()
	x, y = c.PixelCoordinateForPosition(at)
	right, bottom := c.PixelCoordinateForPosition(at.Add(size))
	return left + x, top + y, max(right-x, 1), bottom - y
}

// onKey takes a key from GLFW. Its characters come behind it, before the next event is looked at.
func (k *keyboard) onKey(win *glfw.Window, key glfw.Key, scancode int, action glfw.Action, mods glfw.ModifierKey) {
	k.close()
	if action != glfw.Release {
		k.open = &pressed{key: key, scancode: scancode, action: action, mods: mods}
		k.w.jobs.post(k.close)
		return
	}
	if sym, ok := k.syms[scancode]; ok {
		delete(k.syms, scancode)
		k.keys.Up(sym, codeOf(scancode), stateOf(mods))
	}
	k.keys.Then(func() { k.key(win, key, scancode, action, mods) })
}

// onChar takes a character.
func (k *keyboard) onChar(win *glfw.Window, r rune) {
	if k.open != nil {
		k.open.runes = append(k.open.runes, r)
		return
	}
	k.keys.Then(func() { k.char(win, r) })
}

// close passes on the key that went down last: all its characters are there.
func (k *keyboard) close() {
	p := k.open
	if p == nil {
		return
	}
	k.open = nil
	sym := symOf(p)
	if sym != 0 {
		k.syms[p.scancode] = sym
	}
	k.keys.Press(method.Key{
		Sym: sym, Code: codeOf(p.scancode), State: stateOf(p.mods), Own: sym == 0,
		Give: func() {
			k.key(k.win, p.key, p.scancode, p.action, p.mods)
			for _, r := range p.runes {
				k.char(k.win, r)
			}
		},
	})
}

// onButton takes a click: it must not overtake a key, nor leave a composition behind.
func (k *keyboard) onButton(win *glfw.Window, button glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
	k.close()
	do := func() { k.button(win, button, action, mods) }
	if action == glfw.Press {
		k.keys.ThenApart(do)
	} else {
		k.keys.Then(do)
	}
}

func (k *keyboard) onFocus(win *glfw.Window, focused bool) {
	k.close()
	k.keys.Then(func() {
		k.focused = focused
		k.focus(win, focused)
		k.keys.Look()
	})
}

// forward gives the program a key that the method gave back.
func (k *keyboard) forward(e method.Event) {
	action := glfw.Press
	if e.State&method.Release != 0 {
		action = glfw.Release
	}
	key, r := keyOf(e.Sym)
	k.key(k.win, key, int(e.Code)+8, action, modsOf(e.State))
	if r != 0 && action == glfw.Press && modsOf(e.State)&(glfw.ModControl|glfw.ModAlt|glfw.ModSuper) == 0 {
		k.char(k.win, r)
	}
}

// foreign is one of Fyne's own entries, such as the one in its file dialogs.
type foreign interface {
	fyne.CanvasObject
	fyne.Focusable
	CursorPosition() fyne.Position
	SelectedText() string
	TypedShortcut(fyne.Shortcut)
}

// over composes for an entry that cannot show what is being composed: the method's own window does.
type over struct{ foreign }

// Preedit shows nothing.
func (over) Preedit(string, int) {}

// Commit puts text at the caret at once.
func (o over) Commit(text string) { o.TypedShortcut(&fyne.ShortcutPaste{Clipboard: given(text)}) }

// Erase takes characters that touch the caret.
func (o over) Erase(from, n int) { eraseAround(o.foreign, from, n) }

// class names the window to the desktop, which finds the program's .desktop file by it. It must be called when
// GLFW runs and the window is not made yet.
func class() {
	glfw.WindowHintString(glfw.X11ClassName, AppID)
	glfw.WindowHintString(glfw.X11InstanceName, "qingyang")
}
