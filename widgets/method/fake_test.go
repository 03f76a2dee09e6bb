package method

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
)

// bus starts a message bus of the test's own and gives its address.
func bus(t *testing.T) string {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("dbus-daemon is not installed")
	}
	folder := t.TempDir()
	config := filepath.Join(folder, "bus.conf")
	if err := os.WriteFile(config, []byte(`<busconfig><type>session</type><listen>unix:dir=`+folder+`</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(daemon, "--config-file="+config, "--nofork", "--nopidfile", "--print-address")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// fake is an input method: letters are composed, shown in capitals, and committed in brackets by a space. It
// answers as IBus does.
type fake struct {
	conn *dbus.Conn
	name string

	mu      sync.Mutex
	turns   []uint32   // calls that came and are not answered yet, by their numbers
	turn    *sync.Cond // tells that the first of them is another
	letters string
	calls   []string
	caret   [4]int32
	silent  bool
	asked   chan struct{} // where silent: gets a value for every key that is left without an answer
	hold    chan struct{} // and is closed to let them be answered
}

const contextPath = "/org/freedesktop/IBus/InputContext_7"

// serve starts a method under a name on a bus.
func serve(t *testing.T, address, name, makes string) *fake {
	t.Helper()
	f := &fake{name: name, asked: make(chan struct{}, 100), hold: make(chan struct{})}
	f.turn = sync.NewCond(&f.mu)
	conn, err := dbus.Connect(address, dbus.WithIncomingInterceptor(f.comes))
	if err != nil {
		t.Fatal(err)
	}
	f.conn = conn
	t.Cleanup(func() { conn.Close() })
	if err := conn.Export(maker{f}, object, makes); err != nil {
		t.Fatal(err)
	}
	if err := conn.Export(inputs{f}, contextPath, contextInterface); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return f
}

// comes notes the order of the calls, each of which gets a goroutine of its own.
func (f *fake) comes(m *dbus.Message) {
	if path, _ := m.Headers[dbus.FieldPath].Value().(dbus.ObjectPath); m.Type == dbus.TypeMethodCall && path == contextPath {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.turns = append(f.turns, m.Serial())
	}
}

// begin waits for a call's turn, and has the lock then; it gives what ends it.
func (f *fake) begin(m dbus.Message) (end func()) {
	f.mu.Lock()
	for f.turns[0] != m.Serial() {
		f.turn.Wait()
	}
	return func() {
		f.turns = f.turns[1:]
		f.turn.Broadcast()
		f.mu.Unlock()
	}
}

func (f *fake) emit(name string, args ...any) {
	_ = f.conn.Emit(contextPath, contextInterface+"."+name, args...) // nobody may be there any more
}

// serialised is a text as IBus sends it.
func serialised(s string) dbus.Variant {
	type list struct {
		Name        string
		Attachments map[string]dbus.Variant
		Attributes  []dbus.Variant
	}
	type text struct {
		Name        string
		Attachments map[string]dbus.Variant
		Text        string
		Looks       dbus.Variant
	}
	none := map[string]dbus.Variant{}
	return dbus.MakeVariant(text{"IBusText", none, s, dbus.MakeVariant(list{"IBusAttrList", none, []dbus.Variant{}})})
}

func (f *fake) show() {
	f.emit("UpdatePreeditText", serialised(strings.ToUpper(f.letters)), uint32(len(f.letters)), f.letters != "")
}

type maker struct{ f *fake }

// CreateInputContext makes the one context that there is.
func (m maker) CreateInputContext(string) (dbus.ObjectPath, *dbus.Error) { return contextPath, nil }

type inputs struct{ f *fake }

// SetCapabilities and the next two are noted.
func (i inputs) SetCapabilities(m dbus.Message, _ uint32) *dbus.Error { return i.f.note(m, "can") }
func (i inputs) FocusIn(m dbus.Message) *dbus.Error                   { return i.f.note(m, "in") }
func (i inputs) FocusOut(m dbus.Message) *dbus.Error                  { return i.f.note(m, "out") }

// SetCursorLocation is remembered.
func (i inputs) SetCursorLocation(m dbus.Message, x, y, w, h int32) *dbus.Error {
	defer i.f.begin(m)()
	i.f.caret = [4]int32{x, y, w, h}
	return nil
}

// Reset commits the letters as they were typed.
func (i inputs) Reset(m dbus.Message) *dbus.Error {
	f := i.f
	defer f.begin(m)()
	if f.letters != "" {
		f.emit("CommitText", serialised(f.letters))
		f.letters = ""
		f.emit("HidePreeditText")
	}
	return nil
}

func (f *fake) note(m dbus.Message, call string) *dbus.Error {
	defer f.begin(m)()
	f.calls = append(f.calls, call)
	return nil
}

// ProcessKeyEvent composes.
func (i inputs) ProcessKeyEvent(m dbus.Message, sym, code, state uint32) (bool, *dbus.Error) {
	f := i.f
	defer f.begin(m)()
	if f.silent {
		f.mu.Unlock()
		f.asked <- struct{}{}
		<-f.hold
		f.mu.Lock()
	}
	if state&Release != 0 {
		return false, nil
	}
	composing := f.letters != ""
	switch {
	case sym >= 'a' && sym <= 'z':
		f.letters += string(rune(sym))
	case !composing:
		if sym == 'F' { // gives the key back by and by, as some methods do
			f.emit("ForwardKeyEvent", sym, code, state)
			return true, nil
		}
		if sym == 'D' {
			f.emit("DeleteSurroundingText", int32(-1), uint32(1))
			return true, nil
		}
		return false, nil
	case sym == ' ':
		f.emit("CommitText", serialised("【"+f.letters+"】"))
		f.letters = ""
	case sym == 0xff08:
		f.letters = f.letters[:len(f.letters)-1]
	case sym == 0xff1b:
		f.letters = ""
	case sym == 0xff0d: // commits, and leaves the key to the program all the same
		f.emit("CommitText", serialised(f.letters))
		f.letters = ""
		f.show()
		return false, nil
	}
	f.show()
	return true, nil
}
