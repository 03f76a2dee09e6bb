package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/widgets"
)

// keyable is a widget that gives keys to what it stands in: Escape and Enter of a dialog belong to the dialog,
// whichever of its widgets has the keyboard.
type keyable interface {
	on(do func(), keys ...fyne.KeyName)
}

// ownKeys are what a widget does with keys besides its own.
type ownKeys map[fyne.KeyName]func()

func (k ownKeys) on(do func(), names ...fyne.KeyName) {
	for _, n := range names {
		k[n] = do
	}
}

// take gives a key to who asked for it and says whether there was one.
func (k ownKeys) take(name fyne.KeyName) bool {
	do, ok := k[name]
	if ok {
		do()
	}
	return ok
}

// push is a button. Enter and Space push it.
type push struct {
	widget.Button
	ownKeys
}

func newPush(text string, do func()) *push {
	b := &push{ownKeys: ownKeys{}}
	b.ExtendBaseWidget(b)
	b.Text, b.OnTapped = text, do
	b.on(func() { b.Tapped(nil) }, fyne.KeyReturn, fyne.KeyEnter)
	return b
}

// TypedKey gives a key to who asked for it, else to the button.
func (b *push) TypedKey(k *fyne.KeyEvent) {
	if !b.take(k.Name) {
		b.Button.TypedKey(k)
	}
}

// options is a choice of one of several. Left and Right go through them, Space, Up and Down open them.
type options struct {
	widget.Select
	ownKeys
}

func newOptions(names []string, changed func(string)) *options {
	s := &options{ownKeys: ownKeys{}}
	s.ExtendBaseWidget(s)
	s.Options, s.OnChanged = names, changed
	return s
}

// TypedKey gives a key to who asked for it, else to the choice.
func (s *options) TypedKey(k *fyne.KeyEvent) {
	if !s.take(k.Name) {
		s.Select.TypedKey(k)
	}
}

// tick is a check box. Space ticks it.
type tick struct {
	widget.Check
	ownKeys
}

func newTick(text string, changed func(bool)) *tick {
	c := &tick{ownKeys: ownKeys{}}
	c.ExtendBaseWidget(c)
	c.Text, c.OnChanged = text, changed
	return c
}

// TypedKey gives a key to who asked for it.
func (c *tick) TypedKey(k *fyne.KeyEvent) { c.take(k.Name) }

// dialogKeys gives Escape and Enter of everything in an object to a dialog. A list opens its rows by Enter, if
// they can be opened; a text has no other use for the two, for it is there to be read.
func dialogKeys(o fyne.CanvasObject, escape, enter func()) {
	switch o := o.(type) {
	case *push:
		o.on(escape, fyne.KeyEscape)
	case keyable:
		o.on(escape, fyne.KeyEscape)
		o.on(enter, fyne.KeyReturn, fyne.KeyEnter)
	case *widgets.Rows:
		o.Intercept = intercept(o.Intercept, escape, func() bool {
			if o.OnOpen == nil {
				enter()
			}
			return o.OnOpen == nil
		})
	case *widgets.Editor:
		o.Intercept = intercept(o.Intercept, escape, func() bool { enter(); return true })
	case *fyne.Container:
		for _, x := range o.Objects {
			dialogKeys(x, escape, enter)
		}
	case *container.Split:
		dialogKeys(o.Leading, escape, enter)
		dialogKeys(o.Trailing, escape, enter)
	case *container.Scroll:
		dialogKeys(o.Content, escape, enter)
	case *widget.Form:
		for _, x := range o.Items {
			dialogKeys(x.Widget, escape, enter)
		}
	}
}

// intercept sees keys before a list or a text, and before what saw them so far.
func intercept(before func(*fyne.KeyEvent, fyne.KeyModifier) bool, escape func(), enter func() bool) func(*fyne.KeyEvent, fyne.KeyModifier) bool {
	return func(e *fyne.KeyEvent, held fyne.KeyModifier) bool {
		switch e.Name {
		case fyne.KeyEscape:
			escape()
			return true
		case fyne.KeyReturn, fyne.KeyEnter:
			if enter() {
				return true
			}
		}
		return before != nil && before(e, held)
	}
}
