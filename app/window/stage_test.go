package window

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"qingyang/app/command"
	"qingyang/app/desk"
	"qingyang/widgets"
)

// stage is the window without a screen: Fyne's test driver stands for the real one, and the test's
// goroutine is the window's. Whatever is called on it with a job's context fails the test.
type stage struct {
	*Window
	t      *testing.T
	home   string
	posted chan func()
	states []map[string]any // reached, and not waited for yet
	recent []string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(name, home)
	}
	t.Setenv("QINGYANG_NAME", "沈小禾")
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	widgets.EndComposition()
	s := &stage{t: t, home: home, posted: make(chan func(), 10_000)}
	a := test.NewTempApp(t)
	j := newJobs(func(f func()) { s.posted <- f })
	j.wrap = func(ctx context.Context) context.Context { return watched{ctx, t, goroutine()} }
	s.Window = newWindow(a, Options{}, j)
	s.trace.to = s
	s.win.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(func() {
		j.end()
		for len(j.running) > 0 { // a library that is open could not be removed everywhere
			(<-s.posted)()
		}
		if s.desk != nil {
			if err := s.desk.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	return s
}

// Write takes a line of the trace.
func (s *stage) Write(line []byte) (int, error) {
	var state map[string]any
	if err := json.Unmarshal(line, &state); err != nil {
		return 0, err
	}
	s.states = append(s.states, state)
	s.recent = append(s.recent, string(bytes.TrimSpace(line)))
	return len(line), nil
}

// Close is for the trace.
func (s *stage) Close() error { return nil }

// await runs what is posted until the window has reached a state with the particulars, given as names and
// values by turns. States before it are forgotten.
func (s *stage) await(name string, args ...any) map[string]any {
	s.t.Helper()
	deadline := time.After(patience)
	for {
		for i, state := range s.states {
			if state["state"] == name && s.fits(state, args) {
				s.states = s.states[i+1:]
				return state
			}
		}
		s.states = nil
		select {
		case f := <-s.posted:
			f()
		case <-deadline:
			s.t.Fatalf("%s %v did not come; the last states: %v", name, args, s.recent[max(0, len(s.recent)-12):])
		}
	}
}

// patience is how long a state may be waited for before a test gives up. It only bounds a test that fails.
const patience = time.Minute

func (s *stage) fits(state map[string]any, args []any) bool {
	for i := 0; i < len(args); i += 2 {
		if fmt.Sprint(state[args[i].(string)]) != fmt.Sprint(args[i+1]) {
			return false
		}
	}
	return true
}

// settle runs what is posted until no job is under way.
func (s *stage) settle() {
	s.t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case f := <-s.posted:
			f()
		case <-deadline:
			s.t.Fatalf("%d jobs never ended", len(s.jobs.running))
		default:
			if len(s.jobs.running) == 0 {
				return
			}
			runtime.Gosched()
		}
	}
}

// open opens a library and waits for it, and for its page where it has one.
func (s *stage) open(l library) {
	s.t.Helper()
	s.openLibrary(l)
	s.await("library")
	s.settle()
}

// sampled is the sample library, made once for all tests.
var sampled = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "qingyang-sample-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "sample.qingyang")
	d, err := desk.Open(context.Background(), path, desk.Options{Name: "沈小禾"})
	if err != nil {
		return nil, err
	}
	all, err := d.ImportSample(context.Background(), nil)
	for _, one := range all { // one that came as text, without a picture
		if one.Leaf.Date == "2024-11-15" && one.Leaf.Number == 1 {
			b, _ := json.Marshal(place{Page: one.Leaf.ID})
			err = errors.Join(err, d.Remember(context.Background(), settingPlace, string(b)))
		}
	}
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	if err := d.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// sample opens the sample library on a page of raw text.
func (s *stage) sample() {
	s.t.Helper()
	b, err := sampled()
	if err != nil {
		s.t.Fatal(err)
	}
	if path := filepath.Join(s.home, "sample.qingyang"); !exists(path) {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	s.open(library{path: filepath.Join(s.home, "sample.qingyang"), make: ifAbsent, sample: true})
	if s.session == nil {
		s.t.Fatal("the sample opened without a page")
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// page makes a library with one page of a text, and opens it.
func (s *stage) page(text string) {
	s.t.Helper()
	s.open(library{path: filepath.Join(s.home, "page.qingyang"), make: always})
	s.importFiles([]desk.File{{Name: "a.txt", Bytes: []byte(text)}}, desk.Importing{}, s.fail)
	s.await("page")
	s.settle()
}

// text is what the clean side shows, a line a block.
func (s *stage) text() string {
	var b strings.Builder
	for i := range s.session.Order().Blocks() {
		text, _ := s.session.Order().Block(i)
		b.WriteString(string(text) + "\n")
	}
	return b.String()
}

// do runs a command by its id.
func (s *stage) do(id string) {
	s.t.Helper()
	i := slices.IndexFunc(command.Table, func(c command.Command) bool { return c.ID == id })
	if i < 0 {
		s.t.Fatalf("there is no command %s", id)
	}
	s.run(command.Table[i])
}

// press gives keys to whatever has the keyboard, as the driver does.
func (s *stage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		event := &fyne.KeyEvent{Name: k}
		f := s.win.Canvas().Focused()
		if t, ok := f.(fyne.Tabbable); k == fyne.KeyTab && (!ok || !t.AcceptsTab()) {
			s.win.Canvas().FocusNext()
			continue
		}
		if f != nil {
			f.TypedKey(event)
		} else {
			s.win.Canvas().OnTypedKey()(event)
		}
	}
}

// write types text into whatever has the keyboard.
func (s *stage) write(text string) {
	for _, r := range text {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

// clicks clicks through every row of the lists, and at places of the texts.
func (s *stage) clicks() {
	at := clickAt
	for _, l := range []*widgets.Rows{s.library.rows, s.cards.rows, s.changes.rows, s.history.rows} {
		for y := float32(5); y < l.Size().Height; y += 20 {
			l.MouseDown(at(40, y))
			l.MouseUp(nil)
			l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		}
		l.DragEnd()
	}
	s.cards.drop(0, 1)
	for _, e := range []*widgets.Editor{s.raw, s.clean} {
		for y := float32(5); y < e.Size().Height; y += 40 {
			e.MouseDown(at(120, y))
			e.MouseUp(nil)
			e.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
		}
	}
}

// clickAt is a press of the primary button.
func clickAt(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
}

// watched is the context of a job. It belongs to the goroutine of the job: whoever asks it anything on the
// window's was about to wait there.
type watched struct {
	context.Context
	t      interface{ Errorf(string, ...any) }
	window string
}

func (c watched) check() {
	if goroutine() == c.window {
		c.t.Errorf("the window's goroutine was about to wait:\n%s", debug.Stack())
	}
}

func (c watched) Deadline() (time.Time, bool) { c.check(); return c.Context.Deadline() }
func (c watched) Done() <-chan struct{}       { c.check(); return c.Context.Done() }
func (c watched) Err() error                  { c.check(); return c.Context.Err() }
func (c watched) Value(key any) any           { c.check(); return c.Context.Value(key) }

// goroutine names the one that calls it.
func goroutine() string {
	var b [64]byte
	name, _, _ := bytes.Cut(bytes.TrimPrefix(b[:runtime.Stack(b[:], false)], []byte("goroutine ")), []byte(" "))
	return string(name)
}

// file makes a file in the stage's home.
func (s *stage) file(name string, content []byte) string {
	s.t.Helper()
	path := filepath.Join(s.home, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}
