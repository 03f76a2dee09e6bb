package method

import (
	"context"
	"errors"
	"os"
	"sync"

	"github.com/godbus/dbus/v5"
)

// Kind is what a method tells.
type Kind uint8

// What a method tells. Gone is the last that a Context tells.
const (
	Commit  Kind = iota // Text is to stand in the document
	Preedit             // Text, which may be "", is being composed; Caret is a place in it, in runes
	Forward             // the key Sym, Code, State is the program's after all
	Erase               // N characters from From on, counted from the caret, are to go
	Gone                // the method does not answer any more
)

// Event is something that a method tells by itself.
type Event struct {
	Kind             Kind
	Text             string
	Caret            int
	Sym, Code, State uint32
	From, N          int
}

// ErrNone says that no method answers.
var ErrNone = errors.New("no input method answers")

const (
	contextInterface = ibus + ".InputContext"
	capabilities     = 1<<0 | 1<<3 // the preedit is ours to show, and we tell of the focus
)

// Release in a key's state says that it goes up.
const Release = 1 << 30

// Context is an input context of IBus, or of what answers like it. Any goroutine may call its methods:
// none waits for the method.
type Context struct {
	conn    *dbus.Conn
	object  dbus.BusObject
	tell    func(*Context, Event)
	out     chan func()
	signals chan *dbus.Signal
	replies chan *dbus.Call
	once    sync.Once

	mu      sync.Mutex
	answers map[*dbus.Call]func(taken bool)

	preedit Event // told last; belongs to listen
}

// Open looks for a method and makes a context. It gives up with ErrNone when nobody answers, or ctx ends.
// tell is called on a goroutine of the context, in the order in which the method spoke.
func Open(ctx context.Context, tell func(*Context, Event)) (*Context, error) {
	for _, p := range places(os.Getenv) {
		if c, err := open(ctx, p, tell); err == nil {
			return c, nil
		}
		if ctx.Err() != nil {
			break
		}
	}
	return nil, ErrNone
}

func open(ctx context.Context, p place, tell func(*Context, Event)) (*Context, error) {
	c := &Context{
		tell: tell, out: make(chan func(), 256), signals: make(chan *dbus.Signal, 256), replies: make(chan *dbus.Call, 256),
		answers: map[*dbus.Call]func(bool){},
	}
	conn, err := dbus.Dial(p.address, dbus.WithSignalHandler(c))
	if err != nil {
		return nil, err
	}
	c.conn = conn
	done := make(chan error, 1)
	go func() { done <- c.begin(ctx, p) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	go c.send()
	go c.listen()
	return c, nil
}

// begin makes the context; closing the connection ends it too.
func (c *Context) begin(ctx context.Context, p place) error {
	conn := c.conn
	if err := conn.Auth(nil); err != nil {
		return err
	}
	if err := conn.Hello(); err != nil {
		return err
	}
	// A name that has no owner is not asked: the bus would start a program for it.
	var owned bool
	if err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, p.name).Store(&owned); err != nil {
		return err
	}
	if !owned {
		return ErrNone
	}
	var path dbus.ObjectPath
	if err := conn.Object(p.name, object).CallWithContext(ctx, p.makes+".CreateInputContext", 0, "qingyang").Store(&path); err != nil {
		return err
	}
	// Signals come to us without being asked for, except through some portals.
	_ = conn.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(path), dbus.WithMatchInterface(contextInterface))
	_ = conn.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, p.name))
	c.object = conn.Object(p.name, path)
	return c.object.CallWithContext(ctx, contextInterface+".SetCapabilities", 0, uint32(capabilities)).Err
}

// Close leaves the method.
func (c *Context) Close() { c.once.Do(func() { c.conn.Close() }) }

// Key asks whether the method takes a key. Its answer comes on a goroutine of the context, behind
// everything that the method told before it; where the method is gone none comes, but Gone is told.
func (c *Context) Key(sym, code, state uint32, answer func(taken bool)) {
	c.post(func() { c.call(answer, "ProcessKeyEvent", sym, code, state) })
}

// Up tells that a key went up.
func (c *Context) Up(sym, code, state uint32) {
	c.post(func() { c.call(nil, "ProcessKeyEvent", sym, code, state|Release) })
}

// Focus tells whether the program wants to be composed for.
func (c *Context) Focus(has bool) {
	name := "FocusOut"
	if has {
		name = "FocusIn"
	}
	c.post(func() { c.call(nil, name) })
}

// Reset ends what is being composed; done is called as Key's answer is, and may be nil.
func (c *Context) Reset(done func(bool)) { c.post(func() { c.call(done, "Reset") }) }

// Caret tells where the caret stands, in pixels of the screen.
func (c *Context) Caret(x, y, w, h int) {
	c.post(func() { c.call(nil, "SetCursorLocation", int32(x), int32(y), int32(w), int32(h)) })
}

// post has the sending goroutine do something. Whoever does not read for hundreds of calls is left.
func (c *Context) post(f func()) {
	select {
	case c.out <- f:
	default:
		c.Close()
	}
}

func (c *Context) send() {
	for {
		select {
		case f := <-c.out:
			f()
		case <-c.conn.Context().Done():
			return
		}
	}
}

func (c *Context) call(answer func(bool), name string, args ...any) {
	if answer == nil {
		c.object.Go(contextInterface+"."+name, dbus.FlagNoReplyExpected, nil, args...)
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.answers[c.object.Go(contextInterface+"."+name, dbus.FlagNoAutoStart, c.replies, args...)] = answer
}

// DeliverSignal is for the connection, which calls it for one signal after the other, each before it
// looks at the next message: a reply behind signals finds them all in the channel.
func (c *Context) DeliverSignal(_, _ string, s *dbus.Signal) {
	select {
	case c.signals <- s:
	case <-c.conn.Context().Done():
	}
}

// listen tells what comes in, in its order.
func (c *Context) listen() {
	for {
		select {
		case s := <-c.signals:
			c.signal(s)
		case r := <-c.replies:
			c.drain()
			c.reply(r)
		case <-c.conn.Context().Done():
			c.drain()
			c.tell(c, Event{Kind: Gone})
			return
		}
	}
}

func (c *Context) drain() {
	for {
		select {
		case s := <-c.signals:
			c.signal(s)
		default:
			return
		}
	}
}

func (c *Context) reply(r *dbus.Call) {
	c.mu.Lock() // waits for the call to be noted
	answer := c.answers[r]
	delete(c.answers, r)
	c.mu.Unlock()
	if answer == nil {
		return
	}
	if r.Err != nil {
		c.Close()
		return
	}
	taken, _ := argument[bool](r.Body, 0)
	answer(taken)
}

// Done is closed when the method does not answer any more.
func (c *Context) Done() <-chan struct{} { return c.conn.Context().Done() }
