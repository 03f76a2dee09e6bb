package window

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"qingyang/widgets"
)

// tally counts the states that a window reaches.
type tally struct {
	io.Closer
	saved, surveyed int
}

func (c *tally) Write(line []byte) (int, error) {
	if bytes.Contains(line, []byte(`"state":"saved"`)) {
		c.saved++
	}
	if bytes.Contains(line, []byte(`"state":"surveyed"`)) {
		c.surveyed++
	}
	return len(line), nil
}

// A typist strikes a key every stroke, and after so many keys rests long enough for a survey to begin.
const (
	stroke  = 60 * time.Millisecond
	inBurst = 25
	rest    = refreshDelay + 50*time.Millisecond
	bursts  = 10
)

// wall is the time that passes from a key until the frame with it is painted, as a person sees it: waiting for
// the window's goroutine and for a frame under way is part of it.
func (s *sentinel) wall(step func()) time.Duration {
	from := time.Now()
	fyne.Do(func() {
		step()
		s.armed = true
		canvas.Refresh(s.raster)
	})
	<-s.painted
	return time.Since(from)
}

// BenchmarkTyping is what a typist waits for a key while the page is saved and surveyed behind: on a page of
// 3,000 characters and on one of 1,000,000, by turns in one run. The ratios say what the length of a page costs.
func BenchmarkTyping(b *testing.B) {
	a := theApp(b)
	type side struct {
		w     *Window
		s     *sentinel
		count *tally
		walls []float64
	}
	var sides []*side
	for _, n := range []int{3_000, 1_000_000} {
		x := &side{count: &tally{}}
		x.w, x.s = openBench(b, a, n)
		fyne.DoAndWait(func() { x.w.trace.to = x.count })
		sides = append(sides, x)
	}
	quiet := func(x *side) bool {
		idle := false
		fyne.DoAndWait(func() {
			idle = len(x.w.jobs.running) == 0 && x.w.session.Unsaved() == 0 && !x.w.surveys.under && x.w.surveys.next == nil
		})
		return idle
	}
	for k := range bursts {
		for _, x := range sides {
			fyne.DoAndWait(func() { x.w.clean.SetCaret(widgets.Pos{Block: 2 + k, Off: 20}) })
			for range 2 { // the second one has a survey of the first behind it
				next := time.Now()
				for range inBurst {
					next = next.Add(stroke)
					<-time.After(time.Until(next))
					x.walls = append(x.walls, float64(x.s.wall(func() { x.w.clean.TypedRune('字') }).Microseconds())/1000)
				}
				<-time.After(rest)
			}
			for !quiet(x) {
				<-time.After(stroke)
			}
		}
	}
	at := func(x *side, share float64) float64 { return x.walls[int(float64(len(x.walls)-1)*share)] }
	for _, x := range sides {
		slices.Sort(x.walls)
	}
	small, large := sides[0], sides[1]
	for _, m := range []struct {
		name  string
		share float64
	}{{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}} {
		b.ReportMetric(at(small, m.share), "3k-"+m.name+"-ms")
		b.ReportMetric(at(large, m.share), "1M-"+m.name+"-ms")
		b.ReportMetric(at(large, m.share)/at(small, m.share), "ratio-"+m.name)
	}
	b.ReportMetric(float64(large.count.saved), "1M-saves")
	b.ReportMetric(float64(large.count.surveyed), "1M-surveys")
	b.ReportMetric(0, "ns/op")
	if large.count.saved < bursts || large.count.surveyed < bursts {
		b.Error(errors.New("nothing was saved or surveyed behind the typing"))
	}
	for _, x := range sides {
		closeBench(b, x.w)
	}
}
