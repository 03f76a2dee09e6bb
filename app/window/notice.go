package window

import (
	"context"
	"errors"
	"time"

	"qingyang/app/say"
)

// notice is the sentence in the foot of the window. It speaks of a moment: once the editor goes on it goes,
// as soon as there was time to read it.
type notice struct {
	n    int  // how many there were
	read bool // there was time
	left bool // the editor went on since
	here bool // it is about where the caret stands, and goes at once when that goes on
}

// readable is how long a sentence stands at least.
const readable = 3 * time.Second

// fail shows an error to the editor, in the foot of the window. What the editor cancelled is no error.
func (w *Window) fail(err error) {
	if err == nil {
		return
	}
	if errors.Is(err, context.Canceled) {
		w.Say(say.T("已取消", "cancelled"))
		w.trace.say("cancelled")
		return
	}
	w.trace.say("problem", "text", say.Error(err, say.English))
	w.note(say.Error(err, w.lang))
}

// Say puts a sentence into the foot of the window.
func (w *Window) Say(t say.Text) { w.note(t.In(w.lang)) }

// sayHere puts a sentence there that is about where the caret stands.
func (w *Window) sayHere(s string) {
	w.note(s)
	w.notice.here = true
}

// note puts a sentence into the foot of the window.
func (w *Window) note(s string) {
	w.status.SetText(s)
	n := w.notice.n + 1
	w.notice = notice{n: n}
	w.jobs.after(readable, func() {
		w.jobs.post(func() {
			if w.notice.n == n {
				w.notice.read = true
				w.goOn(false)
			}
		})
	})
}

// goOn lets a sentence go that is about something past: with again the editor went on just now.
func (w *Window) goOn(again bool) {
	v := &w.notice
	v.left = v.left || again
	if v.left && (v.read || v.here) {
		w.quiet()
	}
}

// quiet takes the sentence away, for a command that may have one of its own.
func (w *Window) quiet() {
	w.status.SetText("")
	w.notice = notice{n: w.notice.n + 1}
}
