package window

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"qingyang/app/say"
)

// This file keeps a fault of the program from ending it: what a key, a click or the end of a job was about to do
// is given up, the page is saved, and the person is told.

// guard does f, and outlives it.
func (w *Window) guard(f func()) {
	defer w.catch()
	f()
}

// catch is deferred where something may fall.
func (w *Window) catch() {
	if what := recover(); what != nil {
		w.fell(what, debug.Stack())
	}
}

// A program that falls so often in so short a time cannot be worked with any more.
const (
	fallsTooMany = 5
	fallsWithin  = 30 * time.Second
)

// fell saves what there is to save, writes down what happened, and says so. When it happens again and again the
// program ends as by its key.
func (w *Window) fell(what any, stack []byte) {
	slog.Error("fell", "what", what, "stack", string(stack))
	w.trace.say("fell", "what", fmt.Sprint(what))
	now := time.Now()
	w.falls = append(w.falls, now)
	if n := len(w.falls); n >= fallsTooMany && now.Sub(w.falls[n-fallsTooMany]) < fallsWithin {
		w.falls = nil
		w.Quit()
		return
	}
	s := w.session
	report := fmt.Sprintf("Qingyang %s, %s/%s, %s\n\n%v\n\n%s", Version, runtime.GOOS, runtime.GOARCH, now.Format(time.RFC3339), what, stack)
	run(w.jobs, each, say.Text{}, func(ctx context.Context) (path string, err error) {
		if s != nil {
			err = s.Flush(ctx)
		}
		path = filepath.Join(os.TempDir(), "qingyang-fault.txt")
		if folder, e := dataFolder(); e == nil && os.MkdirAll(folder, 0o700) == nil {
			path = filepath.Join(folder, "fault.txt")
		}
		if e := os.WriteFile(path, []byte(report), 0o600); e != nil {
			slog.Error("report", "err", e)
		}
		return path, err
	}, func(path string, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.Say(say.T("程序出了内部错误，刚才那一步没有做完；文字都已保存。经过记在 %s，请交给开发者",
			"the program made a mistake, and the last step was not finished; the text is saved. What happened is in %s: please give that to its makers").With(path))
		w.trace.say("stood up")
	})
}

// guardInput puts the guard around everything that GLFW reports of keyboard and mouse. It is called while the
// window is being painted.
func (w *Window) guardInput() {
	win := glfw.GetCurrentContext()
	if win == nil || w.guarded {
		return
	}
	w.guarded = true
	if f := win.SetKeyCallback(nil); f != nil {
		win.SetKeyCallback(func(x *glfw.Window, key glfw.Key, scancode int, action glfw.Action, mods glfw.ModifierKey) {
			w.guard(func() { f(x, key, scancode, action, mods) })
		})
	}
	if f := win.SetCharCallback(nil); f != nil {
		win.SetCharCallback(func(x *glfw.Window, r rune) { w.guard(func() { f(x, r) }) })
	}
	if f := win.SetMouseButtonCallback(nil); f != nil {
		win.SetMouseButtonCallback(func(x *glfw.Window, button glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
			w.guard(func() { f(x, button, action, mods) })
		})
	}
	if f := win.SetCursorPosCallback(nil); f != nil {
		win.SetCursorPosCallback(func(x *glfw.Window, at, down float64) { w.guard(func() { f(x, at, down) }) })
	}
	if f := win.SetScrollCallback(nil); f != nil {
		win.SetScrollCallback(func(x *glfw.Window, right, up float64) { w.guard(func() { f(x, right, up) }) })
	}
	if f := win.SetFocusCallback(nil); f != nil {
		win.SetFocusCallback(func(x *glfw.Window, has bool) { w.guard(func() { f(x, has) }) })
	}
	if f := win.SetDropCallback(nil); f != nil {
		win.SetDropCallback(func(x *glfw.Window, names []string) { w.guard(func() { f(x, names) }) })
	}
	if f := win.SetCloseCallback(nil); f != nil {
		win.SetCloseCallback(func(x *glfw.Window) { w.guard(func() { f(x) }) })
	}
}

// later does f on the window's goroutine, soon, under the guard.
func (w *Window) later(f func()) { fyne.Do(func() { w.guard(f) }) }
