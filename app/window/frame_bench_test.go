package window

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/sys/unix"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/widgets"
)

// childEnv asks the test binary to be another program: an empty window, as a measure for the start.
const childEnv = "QINGYANG_TEST_EMPTY_WINDOW"

// wantApp is sent by a benchmark that needs Fyne's loop, which belongs to the main goroutine.
var wantApp = make(chan chan fyne.App)

// TestMain keeps the main goroutine free for Fyne.
func TestMain(m *testing.M) {
	if trace := os.Getenv(childEnv); trace != "" {
		emptyWindow(trace)
		return
	}
	done := make(chan int, 1)
	go func() { done <- m.Run() }()
	select {
	case code := <-done:
		os.Exit(code)
	case answer := <-wantApp:
		a := app.NewWithID("cn.qingyang.proof.test")
		a.Lifecycle().SetOnStarted(func() {
			answer <- a
			go func() {
				for answer := range wantApp {
					answer <- a
				}
			}()
		})
		go func() { os.Exit(<-done) }()
		a.Run()
	}
}

// emptyWindow shows an empty window, says so in the trace once it is painted, and ends.
func emptyWindow(path string) {
	t := newTrace(path)
	a := app.NewWithID("cn.qingyang.proof.empty")
	w := a.NewWindow("empty")
	var once sync.Once
	w.SetContent(canvas.NewRaster(func(int, int) image.Image {
		once.Do(func() { go fyne.Do(func() { t.say("frame"); a.Quit() }) })
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}

func theApp(b *testing.B) fyne.App {
	if os.Getenv("DISPLAY") == "" {
		b.Skip("there is no display: run `make bench`, which brings one")
	}
	answer := make(chan fyne.App)
	wantApp <- answer
	return <-answer
}

// sentinel tells when a frame that was asked for has been painted: Fyne draws a raster while it
// paints, and what is put into its queue then runs behind the frame.
type sentinel struct {
	raster  *canvas.Raster
	painted chan struct{}
	armed   bool
}

func newSentinel() *sentinel {
	s := &sentinel{painted: make(chan struct{})}
	s.raster = canvas.NewRaster(func(int, int) image.Image {
		if s.armed {
			s.armed = false
			go fyne.Do(func() { s.painted <- struct{}{} })
		}
		return image.NewUniform(color.Transparent)
	})
	s.raster.SetMinSize(fyne.NewSize(1, 1))
	return s
}

// cost is what one step cost until its frame was painted: CPU time of the main thread (handler,
// model, layout, Fyne, upload) and of the whole process (a software renderer's pixels too).
type cost struct{ main, process time.Duration }

func cpu(clock int32) time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(clock, &ts); err != nil {
		panic(err)
	}
	return time.Duration(ts.Nano())
}

// measure does a step on the main thread and waits for its frame.
func (s *sentinel) measure(step func()) cost {
	var c, from cost
	fyne.Do(func() {
		from = cost{cpu(unix.CLOCK_THREAD_CPUTIME_ID), cpu(unix.CLOCK_PROCESS_CPUTIME_ID)}
		step()
		s.armed = true
		canvas.Refresh(s.raster)
	})
	done := make(chan struct{})
	go func() {
		<-s.painted
		close(done)
	}()
	<-done
	fyne.DoAndWait(func() {
		c = cost{cpu(unix.CLOCK_THREAD_CPUTIME_ID) - from.main, cpu(unix.CLOCK_PROCESS_CPUTIME_ID) - from.process}
	})
	return c
}

// report gives the median and the 99th percentile of costs, in milliseconds.
func report(b *testing.B, costs []cost) {
	for _, m := range []struct {
		name string
		of   func(cost) time.Duration
	}{{"main", func(c cost) time.Duration { return c.main }}, {"proc", func(c cost) time.Duration { return c.process }}} {
		var all []float64
		for _, c := range costs {
			all = append(all, float64(m.of(c).Microseconds())/1000)
		}
		slices.Sort(all)
		b.ReportMetric(all[len(all)/2], m.name+"-p50-ms")
		b.ReportMetric(all[len(all)*99/100], m.name+"-p99-ms")
	}
	b.ReportMetric(0, "ns/op")
}

const keys = 200 // steps that are measured

// prose is a raw page of about n characters, in paragraphs with empty lines between them.
func prose(n int) string {
	var b strings.Builder
	for i := 0; n > 0; i++ {
		p := fmt.Sprintf("渡口的第%d个早晨，老船工照例把缆绳解开，竹篙往石阶上一点，渡船就荡到了河心。船上的人说着收成，说着孩子，说着对岸新开的集市，谁也没有觉得这条河有什么特别。\n\n", i)
		b.WriteString(p)
		n -= len([]rune(p))
	}
	return b.String()
}

// BenchmarkKey is the way of a key to the screen: in the whole window with both panes, at several
// lengths of the page, and in Fyne's own entry with the same text.
func BenchmarkKey(b *testing.B) {
	a := theApp(b)
	for _, n := range []int{3_000, 20_000, 100_000, 1_000_000} {
		w, s := openBench(b, a, n)
		edit := func(name string, step func(i int)) {
			b.Run(fmt.Sprintf("editor/%s/runes=%d", name, n), func(b *testing.B) {
				var costs []cost
				for i := range keys {
					costs = append(costs, s.measure(func() { step(i) }))
				}
				report(b, costs)
			})
		}
		key := func(k fyne.KeyName) { w.clean.TypedKey(&fyne.KeyEvent{Name: k}) }
		edit("insert", func(int) { w.clean.TypedRune('字') })
		edit("delete", func(int) { key(fyne.KeyBackspace) })
		edit("split-join", func(i int) {
			if i%2 == 0 {
				key(fyne.KeyReturn)
			} else {
				key(fyne.KeyBackspace)
			}
		})
		edit("undo", func(int) {
			c, at, err := w.session.Undo()
			if err != nil {
				b.Error(err)
			}
			w.Show(c, at)
		})
		edit("jump-insert", func(i int) {
			w.clean.SetCaret(widgets.Pos{Block: i * 7919 % w.session.Order().Blocks()})
			w.clean.TypedRune('字')
		})
		edit("wheel", func(int) { w.clean.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}) })
		edit("page", func(int) { key(fyne.KeyPageDown) })
		closeBench(b, w)
	}
	b.Run("entry/insert/runes=3000", func(b *testing.B) {
		s := newSentinel()
		var e *widget.Entry
		var win fyne.Window
		fyne.DoAndWait(func() {
			e = widget.NewMultiLineEntry()
			e.Wrapping = fyne.TextWrapWord
			win = a.NewWindow("entry")
			win.SetContent(container.NewBorder(nil, s.raster, nil, nil, e))
			win.Resize(fyne.NewSize(1280, 800))
			win.Show()
			e.SetText(prose(3_000))
			e.CursorRow = 4
			win.Canvas().Focus(e)
		})
		s.measure(func() {})
		var costs []cost
		for range keys {
			costs = append(costs, s.measure(func() { e.TypedRune('字') }))
		}
		report(b, costs)
		fyne.DoAndWait(win.Hide)
	})
}

// closeBench leaves the page and the library of a window, and hides it.
func closeBench(b *testing.B, w *Window) {
	b.Helper()
	left := make(chan struct{})
	fyne.DoAndWait(func() { w.leavePage(func() { close(left) }, func() { b.Error("the page cannot be left") }) })
	<-left
	fyne.DoAndWait(func() {
		if err := w.desk.Close(); err != nil {
			b.Error(err)
		}
		w.desk = nil
		w.win.SetCloseIntercept(nil)
		w.win.Hide()
	})
}

// openBench opens the window on a library with one page of n characters.
func openBench(b *testing.B, a fyne.App, n int) (*Window, *sentinel) {
	b.Helper()
	path := filepath.Join(b.TempDir(), fmt.Sprint(n, ".qingyang"))
	s := newSentinel()
	var w *Window
	fyne.DoAndWait(func() {
		w = newWindow(a, Options{}, newJobs(fyne.Do))
		w.win.SetContent(container.NewBorder(nil, s.raster, nil, nil, w.win.Content()))
		w.win.Resize(fyne.NewSize(1280, 800))
		w.win.Show()
	})
	d, err := desk.Open(context.Background(), path, desk.Options{Post: fyne.Do, Name: "沈校"})
	if err != nil {
		b.Fatal(err)
	}
	done, bad, err := d.Import(context.Background(), []desk.File{{Name: "prose.txt", Bytes: []byte(prose(n))}}, desk.Importing{}, nil)
	if err = errors.Join(append(bad, err)...); err != nil {
		b.Fatal(err)
	}
	opened := make(chan struct{})
	fyne.Do(func() {
		w.desk = d
		w.openPageThen(done[0].Leaf.ID, nil, func() { close(opened) })
	})
	<-opened
	fyne.DoAndWait(func() { w.clean.SetCaret(widgets.Pos{Block: 2, Off: 20}) })
	s.measure(func() {})
	return w, s
}

// BenchmarkStart is the time from the start of the program to its first frame: an empty Fyne window,
// and ours with the sample and with a library of 10,000 pages.
func BenchmarkStart(b *testing.B) {
	if os.Getenv("DISPLAY") == "" {
		b.Skip("there is no display: run `make bench`, which brings one")
	}
	home := b.TempDir()
	bin := filepath.Join(home, "qingyang")
	if out, err := exec.Command("go", "build", "-o", bin, "qingyang/cmd/qingyang").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	large := filepath.Join(home, "large.qingyang")
	d, err := desk.Open(b.Context(), large, desk.Options{Name: "沈校"})
	if err != nil {
		b.Fatal(err)
	}
	var files []desk.File
	for i := range 10_000 {
		files = append(files, desk.File{Name: fmt.Sprint(i), Place: folder.Place{Page: i%8 + 1}, Bytes: fmt.Appendf(nil, "%d年%d月%d日 星期五\n\n第%d班船\n\n渡口人来人往。\n", 1980+i/8/336, i/8/28%12+1, i/8%28+1, i)})
	}
	if _, bad, err := d.Import(b.Context(), files, desk.Importing{Publication: "柳湾报"}, nil); err != nil || len(bad) > 0 {
		b.Fatal(bad, err)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name, state string
		start       func(trace string) *exec.Cmd
	}{
		{"empty-window", "frame", func(trace string) *exec.Cmd {
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), childEnv+"="+trace)
			return c
		}},
		{"first-frame/pages=10000", "frame", func(trace string) *exec.Cmd { return exec.Command(bin, "-trace", trace, large) }},
		{"page-shown/pages=10000", "page", func(trace string) *exec.Cmd { return exec.Command(bin, "-trace", trace, large) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			var all []float64
			for range 7 {
				all = append(all, startOnce(b, home, c.state, c.start).Seconds()*1000)
			}
			slices.Sort(all)
			b.ReportMetric(all[len(all)/2], "median-ms")
			b.ReportMetric(all[0], "least-ms")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// startOnce starts a program, waits for a state in its trace, and kills it.
func startOnce(b *testing.B, home, state string, start func(trace string) *exec.Cmd) time.Duration {
	b.Helper()
	fifo := filepath.Join(home, "trace")
	os.Remove(fifo)
	if err := unix.Mkfifo(fifo, 0o600); err != nil {
		b.Fatal(err)
	}
	trace, err := os.OpenFile(fifo, os.O_RDWR, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer trace.Close()
	c := start(fifo)
	if c.Env == nil {
		c.Env = os.Environ()
	}
	c.Env = append(c.Env, "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home, "LC_ALL=zh_CN.UTF-8", "QINGYANG_NAME=沈校")
	from := time.Now()
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	buf := make([]byte, 4096)
	for text := ""; !strings.Contains(text, `"state":"`+state+`"`); {
		n, err := trace.Read(buf)
		if err != nil {
			b.Fatal(err)
		}
		text += string(buf[:n])
	}
	took := time.Since(from)
	c.Process.Kill()
	c.Wait()
	return took
}
