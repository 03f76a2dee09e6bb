// Package method speaks to the input method of a Linux desktop by itself: IBus over D-Bus, and fcitx5,
// which answers the same interface. The toolkit below knows only XIM, where a program cannot see which
// keys a method takes, nor what is being composed, nor say where its caret stands.
//
// Keyboard passes keys by the method in their order, Context is the connection, place.go finds it. The
// package knows neither a toolkit nor a screen. Interface: IBus 1.5, src/ibusinputcontext.c and
// bus/inputcontext.c.
package method

import "time"

// Target is what text can be composed into. Its methods are called on the window's goroutine.
type Target interface {
	// Preedit shows what is being composed at the caret; "" shows nothing. caret is a place in it, in runes.
	Preedit(text string, caret int)
	// Commit puts text into the document, as one edit.
	Commit(text string)
	// Erase takes n characters from the document, from on counted from the caret.
	Erase(from, n int)
}

// Line is a connection to a method: a Context, outside of tests. None of its methods waits.
type Line interface {
	Key(sym, code, state uint32, answer func(taken bool))
	Up(sym, code, state uint32)
	Focus(has bool)
	Reset(done func(bool))
	Caret(x, y, w, h int)
	Close()
}

// Key is a key that went down, or was repeated.
type Key struct {
	Sym, Code, State uint32 // as X has them; the code is the kernel's, 8 less than X's
	Own              bool   // the method is not asked
	Give             func() // lets the program have the key
}

// Patience is how long a key waits for the method's answer before it is the program's.
const Patience = 200 * time.Millisecond

// Keyboard passes keys by the input method, one after the other: what is not the method's goes to the
// program, in the order in which it was typed, and so does everything that was queued in between. Without a
// method keys go straight through.
//
// It belongs to the window's goroutine. Fields must be set before its first use.
type Keyboard struct {
	Post     func(func())                                  // has the window's goroutine do something, soon
	Target   func() (t Target, at func() (x, y, w, h int)) // what has the keyboard now, or nil; at is its caret on the screen
	Forward  func(Event)                                   // gives the program a key that the method gave back
	Told     func(what, text string)                       // hears what happened, for tests; may be nil
	Patience time.Duration
	After    func(time.Duration, func()) // calls a function later, on any goroutine; nil is time.AfterFunc

	line    Line
	target  Target                  // that the method composes for
	last    Target                  // the one before, where what it commits late belongs
	at      func() (x, y, w, h int) // the caret of target
	told    [4]int                  // where the method believes it to be
	queue   []waiting
	asked   int  // numbers the questions; the last one
	busy    bool // its answer is awaited
	give    func()
	overdue bool   // it took too long: nothing is asked until it comes
	shown   string // what is being composed
	leaving Target // what is committed still belongs there: it was left in the middle of a composition
	pumping bool
}

// waiting is a key, or something else that must not overtake one.
type waiting struct {
	key   Key
	isKey bool
	reset bool // a composition ends first
}

// Connect takes a line to a method, or with nil does without one.
func (k *Keyboard) Connect(l Line) {
	k.line, k.overdue = l, false
	k.Look()
	if l != nil {
		k.tell("connected", "")
	}
	k.pump()
}

// Connected says whether there is a method.
func (k *Keyboard) Connected() bool { return k.line != nil }

// Composing says whether there is something at the caret that is no text yet.
func (k *Keyboard) Composing() bool { return k.shown != "" }

// Press passes a key.
func (k *Keyboard) Press(key Key) {
	k.queue = append(k.queue, waiting{key: key, isKey: true})
	k.pump()
}

// Up tells the method that a key went up, behind what is queued.
func (k *Keyboard) Up(sym, code, state uint32) {
	k.Then(func() {
		if k.line != nil && k.target != nil {
			k.line.Up(sym, code, state)
		}
	})
}

// Then runs f when every key before it has gone where it belongs: at once, where none is under way.
func (k *Keyboard) Then(f func()) {
	k.queue = append(k.queue, waiting{key: Key{Give: f}})
	k.pump()
}

// ThenApart is Then for what takes the caret elsewhere, such as a click: what is being composed ends first.
func (k *Keyboard) ThenApart(f func()) {
	k.queue = append(k.queue, waiting{key: Key{Give: f}, reset: true})
	k.pump()
}

// Look looks at what has the keyboard now, and tells the method.
func (k *Keyboard) Look() {
	now, at := k.Target()
	k.at = at
	if k.line == nil {
		k.clear()
		k.target = nil
		return
	}
	if now == k.target {
		return
	}
	if was := k.target; was != nil {
		if k.Composing() {
			k.leaving = was
		}
		k.clear()
		k.line.Reset(func(bool) { k.Post(func() { k.left(was) }) })
		k.line.Focus(false)
		k.last = was
	}
	if k.target = now; now != nil {
		k.line.Focus(true)
		k.told = [4]int{}
		k.place()
	}
}

// left takes note that the method has let go of a target: what it commits from now on is not for that one.
func (k *Keyboard) left(t Target) {
	if k.leaving == t {
		k.leaving = nil
	}
}

// place tells the method where the caret is, where that is another place than it knows.
func (k *Keyboard) place() {
	if k.at == nil || k.line == nil || k.target == nil {
		return
	}
	x, y, w, h := k.at()
	if now := [4]int{x, y, w, h}; now != k.told {
		k.told = now
		k.line.Caret(x, y, w, h)
	}
}

func (k *Keyboard) clear() {
	if k.target != nil && k.Composing() {
		k.target.Preedit("", 0)
	}
	k.shown = ""
}

// pump works the queue off until a question has to be waited for.
func (k *Keyboard) pump() {
	if k.pumping { // a key that the program has just been given brought another
		return
	}
	k.pumping = true
	defer func() { k.pumping = false }()
	for !k.busy && len(k.queue) > 0 {
		next := k.queue[0]
		k.queue = k.queue[1:]
		k.Look()
		ask := k.line != nil && k.target != nil && !k.overdue
		switch {
		case next.reset && ask && k.Composing():
			k.ask(next.key.Give, func(answer func(bool)) { k.line.Reset(func(bool) { answer(false) }) })
			k.clear()
		case next.isKey && ask && !next.key.Own:
			k.place()
			k.ask(next.key.Give, func(answer func(bool)) { k.line.Key(next.key.Sym, next.key.Code, next.key.State, answer) })
		default:
			next.key.Give()
		}
	}
}

// ask asks something of the method, and holds the queue until it has answered.
func (k *Keyboard) ask(give func(), question func(answer func(taken bool))) {
	k.asked++
	n := k.asked
	k.busy, k.give = true, give
	question(func(taken bool) { k.Post(func() { k.answered(n, taken) }) })
	late := func() { k.Post(func() { k.late(n) }) }
	if k.After != nil {
		k.After(k.Patience, late)
	} else {
		time.AfterFunc(k.Patience, late)
	}
}

func (k *Keyboard) answered(n int, taken bool) {
	if n != k.asked || !k.busy {
		if n == k.asked && k.overdue {
			k.overdue = false
			if taken && k.line != nil { // the program had the key already: it must not be typed twice
				k.leaving = nowhere{}
				k.line.Reset(func(bool) { k.Post(func() { k.left(nowhere{}) }) })
				k.clear()
			}
		}
		return
	}
	k.settle(taken)
}

func (k *Keyboard) late(n int) {
	if n == k.asked && k.busy {
		k.overdue = true
		k.tell("overdue", "")
		k.settle(false)
	}
}

// nowhere is where text goes that must not be in the document.
type nowhere struct{}

func (nowhere) Preedit(string, int) {}
func (nowhere) Commit(string)       {}
func (nowhere) Erase(int, int)      {}

// settle ends the waiting for an answer.
func (k *Keyboard) settle(taken bool) {
	give := k.give
	k.busy, k.give = false, nil
	if !taken {
		give()
	}
	k.tell("answered", map[bool]string{true: "taken", false: "given"}[taken])
	k.pump()
}

// Hear takes what the method of a line tells. What was told by a line that is not connected any more is not
// listened to.
func (k *Keyboard) Hear(from Line, e Event) {
	if from != k.line {
		return
	}
	switch e.Kind {
	case Commit:
		to := k.leaving
		if to == nil {
			to = k.target
			k.clear()
		}
		if to == nil {
			to = k.last
		}
		if to != nil {
			to.Commit(e.Text)
			k.tell("commit", e.Text)
		}
	case Preedit:
		if k.target != nil && k.leaving == nil && (e.Text != "" || k.Composing()) {
			k.shown = e.Text
			k.target.Preedit(e.Text, e.Caret)
			k.place()
			k.tell("preedit", e.Text)
		}
	case Erase:
		if k.target != nil {
			k.target.Erase(e.From, e.N)
		}
	case Forward:
		k.Forward(e)
	case Gone:
		k.gone()
	}
}

// gone does without the method from now on. The key that waited for it is the program's, and what was
// being composed stays as it stands: it was typed.
func (k *Keyboard) gone() {
	if t, text := k.target, k.shown; t != nil && text != "" {
		k.clear()
		t.Commit(text)
	}
	k.leaving = nil
	k.Connect(nil)
	k.tell("gone", "")
	if k.busy {
		k.settle(false)
	}
}

func (k *Keyboard) tell(what, text string) {
	if k.Told != nil {
		k.Told(what, text)
	}
}
