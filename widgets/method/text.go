package method

import (
	"strings"

	"github.com/godbus/dbus/v5"
)

// signal tells what a signal of the context means.
func (c *Context) signal(s *dbus.Signal) {
	name, ours := strings.CutPrefix(s.Name, contextInterface+".")
	if !ours || s.Path != c.object.Path() {
		if owner, ok := argument[string](s.Body, 2); ok && s.Name == "org.freedesktop.DBus.NameOwnerChanged" && owner == "" {
			if who, _ := argument[string](s.Body, 0); who == c.object.Destination() {
				c.Close()
			}
		}
		return
	}
	switch name {
	case "CommitText":
		if text, ok := textOf(s.Body); ok && text != "" {
			c.tell(c, Event{Kind: Commit, Text: text})
		}
	case "UpdatePreeditText", "UpdatePreeditTextWithMode":
		text, ok := textOf(s.Body)
		at, _ := argument[uint32](s.Body, 1)
		visible, _ := argument[bool](s.Body, 2)
		if !ok {
			return
		}
		c.preedit = Event{Kind: Preedit, Text: text, Caret: min(int(at), len([]rune(text)))}
		c.show(visible)
	case "ShowPreeditText":
		c.show(true)
	case "HidePreeditText":
		c.show(false)
	case "ForwardKeyEvent":
		sym, ok := argument[uint32](s.Body, 0)
		code, _ := argument[uint32](s.Body, 1)
		state, _ := argument[uint32](s.Body, 2)
		if ok {
			c.tell(c, Event{Kind: Forward, Sym: sym, Code: code, State: state})
		}
	case "DeleteSurroundingText":
		from, ok := argument[int32](s.Body, 0)
		n, _ := argument[uint32](s.Body, 1)
		if ok && n > 0 {
			c.tell(c, Event{Kind: Erase, From: int(from), N: int(n)})
		}
	}
}

func (c *Context) show(visible bool) {
	if visible {
		c.tell(c, c.preedit)
	} else {
		c.tell(c, Event{Kind: Preedit})
	}
}

func argument[T any](body []any, i int) (v T, ok bool) {
	if i < len(body) {
		v, ok = body[i].(T)
	}
	return v, ok
}

// textOf takes the text out of a serialised IBusText, (sa{sv}sv): its name, attachments, the text, and how
// its parts are to look.
func textOf(body []any) (string, bool) {
	v, ok := argument[dbus.Variant](body, 0)
	if !ok {
		return "", false
	}
	if inner, ok := v.Value().(dbus.Variant); ok {
		v = inner
	}
	fields, ok := v.Value().([]any)
	if !ok {
		return "", false
	}
	if name, _ := argument[string](fields, 0); name != "IBusText" {
		return "", false
	}
	return argument[string](fields, 2)
}
