package method

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// page is a text with a caret at its end.
type page struct {
	text, preedit string
}

func (p *page) Preedit(text string, _ int) { p.preedit = text }
func (p *page) Commit(text string)         { p.text += text }
func (p *page) Erase(from, n int) {
	r := []rune(p.text)
	p.text = string(slices.Delete(r, len(r)+from, len(r)+from+n))
}

// desk is a keyboard with a page before it. The test's goroutine is the window's.
type desk struct {
	Keyboard
	t      *testing.T
	posted chan func()
	page   *page
	told   []string
	forth  []Event
	late   []func() // what is to happen when the patience ends
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, posted: make(chan func(), 1000), page: &page{}}
	d.Keyboard = Keyboard{
		Post: func(f func()) { d.posted <- f },
		Target: func() (Target, func() (x, y, w, h int)) {
			if d.page == nil {
				return nil, nil
			}
			return d.page, func() (x, y, w, h int) { return 10 * len(d.page.text), 20, 1, 16 }
		},
		Forward:  func(e Event) { d.forth = append(d.forth, e) },
		Told:     func(what, text string) { d.told = append(d.told, what+" "+text) },
		After:    func(_ time.Duration, f func()) { d.late = append(d.late, f) },
		Patience: time.Second,
	}
	return d
}

// open connects the desk to the method that the environment names.
func (d *desk) open() *Context {
	d.t.Helper()
	c, err := Open(d.t.Context(), func(c *Context, e Event) { d.posted <- func() { d.Hear(c, e) } })
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(c.Close)
	d.Connect(c)
	return c
}

// until runs what is posted until done says so.
func (d *desk) until(done func() bool) {
	d.t.Helper()
	for !done() {
		select {
		case f := <-d.posted:
			f()
		case <-time.After(time.Minute):
			d.t.Fatalf("it never came; told: %q, text %q", d.told, d.page.text)
		}
	}
}

// down presses a key that the program would make a character of.
func (d *desk) down(sym uint32) {
	d.Press(Key{Sym: sym, Code: sym % 100, Give: func() {
		switch sym {
		case 0xff08:
			d.page.text += "⌫"
		case 0xff0d:
			d.page.text += "⏎"
		case 0xff1b:
			d.page.text += "⎋"
		default:
			d.page.text += string(rune(sym))
		}
	}})
	d.Up(sym, sym%100, 0)
}

// typed presses the keys of a text: < is Backspace, / Return, ! Escape.
func (d *desk) typed(keys string) {
	for _, r := range keys {
		d.down(map[rune]uint32{'<': 0xff08, '/': 0xff0d, '!': 0xff1b}[r] + map[bool]uint32{true: uint32(r)}[r != '<' && r != '/' && r != '!'])
	}
}

func (d *desk) idle() bool { return !d.busy && len(d.queue) == 0 }

func environment(t *testing.T, address string) {
	t.Helper()
	for _, name := range []string{"IBUS_ADDRESS", "IBUS_ADDRESS_FILE", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"} {
		t.Setenv(name, "")
	}
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("DISPLAY", ":77")
	if address != "" {
		t.Setenv("IBUS_ADDRESS", address)
	}
}

func TestComposition(t *testing.T) {
	address := bus(t)
	method := serve(t, address, ibus, ibus)
	environment(t, address)
	d := newDesk(t)
	d.open()
	for _, c := range []struct{ name, keys, want, preedit string }{
		{"committed by a space", "ab ", "【ab】", ""},
		{"mended", "abx<c ", "【abc】", ""},
		{"mended away, then the key is the text's", "a<<", "⌫", ""},
		{"cancelled", "ab!", "", ""},
		{"cancelled, and the next one is the program's", "ab!!", "⎋", ""},
		{"committed, and the key is the program's too", "ab/", "ab⏎", ""},
		{"no composition", "1 2/<", "1 2⏎⌫", ""},
		{"still composing", "1ab", "1", "AB"},
		{"it goes on", "c 9", "【abc】9", ""},
		{"characters around the caret are the method's too", "123D", "12", ""},
	} {
		d.page.text = ""
		d.typed(c.keys)
		d.until(d.idle)
		if d.page.text != c.want || d.page.preedit != c.preedit {
			t.Errorf("%s: %q gave %q and %q, want %q and %q", c.name, c.keys, d.page.text, d.page.preedit, c.want, c.preedit)
		}
	}
	d.typed("F")
	d.until(func() bool { return len(d.forth) == 1 })
	if e := d.forth[0]; e.Sym != 'F' || e.Code != 'F' {
		t.Errorf("the key came back as %+v", e)
	}

	d.page.text = "12345"
	d.typed("ab")
	d.until(func() bool { return d.page.preedit == "AB" && d.idle() })
	method.mu.Lock()
	if method.caret != [4]int32{50, 20, 1, 16} {
		t.Errorf("the caret is told to be at %v", method.caret)
	}
	method.mu.Unlock()

	// A click ends the composition where it stands; then it may go elsewhere.
	first := d.page
	second := &page{}
	d.ThenApart(func() { d.page = second; d.Look() })
	d.typed("c ")
	d.until(d.idle)
	if first.text != "12345ab" || first.preedit != "" || second.text != "【c】" {
		t.Errorf("after a click: %+v, %+v", *first, *second)
	}

	// So does whatever else takes the keyboard away, and what the method commits then belongs to where it was.
	d.typed("xy")
	d.until(func() bool { return second.preedit == "XY" && d.idle() })
	d.page = first
	d.Look()
	d.until(func() bool { return second.text == "【c】xy" })
	d.typed("1") // answered behind all that went before
	d.until(d.idle)
	if first.text != "12345ab1" {
		t.Errorf("the other page got %q", first.text)
	}
	method.mu.Lock()
	defer method.mu.Unlock()
	if want := []string{"can", "in", "out", "in", "out", "in"}; !slices.Equal(method.calls, want) {
		t.Errorf("of the focus the method heard %q, want %q", method.calls, want)
	}
}

// TestGone: a method that ends in the middle loses no key.
func TestGone(t *testing.T) {
	for _, how := range []string{"the connection", "the name"} {
		t.Run(how, func(t *testing.T) {
			address := bus(t)
			method := serve(t, address, ibus, ibus)
			environment(t, address)
			d := newDesk(t)
			c := d.open()
			d.typed("ab")
			d.until(func() bool { return d.page.preedit == "AB" && d.idle() })
			method.mu.Lock()
			method.silent = true
			method.mu.Unlock()
			d.typed("cde")
			<-method.asked
			if how == "the name" {
				if _, err := method.conn.ReleaseName(ibus); err != nil {
					t.Fatal(err)
				}
			} else {
				method.conn.Close()
			}
			d.until(func() bool { return !d.Connected() && d.idle() })
			<-c.Done()
			if d.page.text != "ABcde" || d.page.preedit != "" {
				t.Errorf("text %q, preedit %q, want ABcde and nothing", d.page.text, d.page.preedit)
			}
			close(method.hold)

			d.typed("fg ")
			if d.page.text != "ABcdefg " {
				t.Errorf("without a method: %q", d.page.text)
			}
			again := serve(t, address, ibus, ibus)
			d.open()
			d.typed("h ")
			d.until(d.idle)
			if d.page.text != "ABcdefg 【h】" {
				t.Errorf("with a new method: %q", d.page.text)
			}
			again.conn.Close()
		})
	}
}

// TestLate: a key whose answer takes too long is the program's, keys after it wait no more, and a method that
// had taken it after all is made to forget it.
func TestLate(t *testing.T) {
	address := bus(t)
	method := serve(t, address, ibus, ibus)
	environment(t, address)
	d := newDesk(t)
	d.open()
	d.until(d.idle)
	method.mu.Lock()
	method.silent = true
	method.mu.Unlock()
	d.typed("ab")
	if d.page.text != "" {
		t.Fatalf("%q did not wait", d.page.text)
	}
	d.late[len(d.late)-1]()
	d.until(d.idle)
	if d.page.text != "ab" {
		t.Fatalf("text %q, want ab", d.page.text)
	}
	method.mu.Lock()
	method.silent = false
	method.mu.Unlock()
	close(method.hold)
	d.until(func() bool { return !d.overdue })
	d.page.text = ""
	d.typed("1c ")
	d.until(d.idle)
	if d.page.text != "1【c】" { // though the method committed what it had to forget
		t.Errorf("text %q", d.page.text)
	}
}

func TestPlaces(t *testing.T) {
	machine := machineID()
	if machine == "" {
		t.Skip("this machine has no id")
	}
	address := bus(t)
	for _, c := range []struct{ name, file, serves, makes, variable string }{
		{"named by the environment", "", ibus, ibus, "IBUS_ADDRESS"},
		{"in its file for the display", machine + "-unix-77", ibus, ibus, ""},
		{"in its file for Wayland", machine + "-unix-wayland-7", ibus, ibus, ""},
		{"on the session bus, as fcitx5 is", "", ibus, ibus, "DBUS_SESSION_BUS_ADDRESS"},
		{"the portal", "", portal, ibus + ".Portal", "DBUS_SESSION_BUS_ADDRESS"},
		{"nowhere", "", "", "", "DBUS_SESSION_BUS_ADDRESS"},
	} {
		t.Run(c.name, func(t *testing.T) {
			environment(t, "")
			if c.variable != "" {
				t.Setenv(c.variable, address)
			}
			t.Setenv("WAYLAND_DISPLAY", "wayland-7")
			if c.file != "" {
				folder := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "ibus", "bus")
				if err := os.MkdirAll(folder, 0o700); err != nil {
					t.Fatal(err)
				}
				text := "# This file is created by ibus-daemon\nIBUS_ADDRESS=" + address + "\nIBUS_DAEMON_PID=1\n"
				if err := os.WriteFile(filepath.Join(folder, c.file), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if c.serves != "" {
				f := serve(t, address, c.serves, c.makes)
				defer f.conn.Close()
			}
			l, err := Open(t.Context(), func(*Context, Event) {})
			if c.serves == "" {
				if !errors.Is(err, ErrNone) {
					t.Fatalf("found one: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			l.Close()
		})
	}
	t.Run("a bus that does not answer", func(t *testing.T) {
		environment(t, address)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := Open(ctx, func(*Context, Event) {}); !errors.Is(err, ErrNone) {
			t.Error(err)
		}
	})
}

// TestLink: a method that comes after the program, goes and comes again is found each time.
func TestLink(t *testing.T) {
	address := bus(t)
	environment(t, address)
	d := newDesk(t)
	l := Find(time.Minute)
	if l.Found() {
		t.Fatal("found one that is not there")
	}
	l.Serve(&d.Keyboard, time.Millisecond)
	for range 2 {
		method := serve(t, address, ibus, ibus)
		d.until(d.Connected)
		d.typed("a ")
		d.until(func() bool { return d.idle() && d.page.text == "【a】" })
		d.page.text = ""
		method.conn.Close()
		d.until(func() bool { return !d.Connected() })
	}
	l.End()
}
