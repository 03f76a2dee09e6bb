package window

import (
	"context"
	"errors"
	"testing"
	"time"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// bench is a window's goroutine without a window: what is posted runs when the test says so, and a clock
// that the test winds.
type bench struct {
	*jobs
	posted chan func()
	timers []func()
	seen   []*job // what was shown, by turns
}

func newJobBench() *bench {
	b := &bench{posted: make(chan func(), 100)}
	b.jobs = newJobs(func(f func()) { b.posted <- f })
	b.after = func(d time.Duration, f func()) func() {
		b.timers = append(b.timers, f)
		return func() {}
	}
	b.shown = func(t *job) { b.seen = append(b.seen, t) }
	return b
}

// turn runs the next thing that was posted, and waits for it.
func (b *bench) turn() { (<-b.posted)() }

var errWork = errors.New("did not work")

func TestJob(t *testing.T) {
	b := newJobBench()
	var got string
	run(b.jobs, each, say.Text{}, func(ctx context.Context) (string, error) { return "done", errWork }, func(s string, err error) {
		if err == errWork {
			got = s
		}
	})
	if got != "" || len(b.running) != 1 {
		t.Error("it was done on the spot")
	}
	b.turn()
	if got != "done" || len(b.running) != 0 || len(b.timers) != 0 {
		t.Errorf("done with %q, %d run on, %d wait to be shown", got, len(b.running), len(b.timers))
	}
}

// TestNewestJobWins: an older job of the same kind is cancelled, and its end is not told even if it comes
// to one.
func TestNewestJobWins(t *testing.T) {
	b := newJobBench()
	var got []int
	cancelled := make(chan error, 3)
	start := func(k kind, n int, wait <-chan struct{}) {
		run(b.jobs, k, say.Text{}, func(ctx context.Context) (int, error) {
			if wait != nil {
				<-ctx.Done()
				cancelled <- ctx.Err()
			}
			return n, nil
		}, func(n int, _ error) { got = append(got, n) })
	}
	never := make(chan struct{})
	start(searching, 1, never)
	start(searching, 2, never)
	start(listing, 3, nil)
	start(searching, 4, nil)
	<-cancelled
	<-cancelled
	for range 4 {
		b.turn()
	}
	if len(got) != 2 || got[0]+got[1] != 7 {
		t.Errorf("ends were told of %v, not of 3 and 4", got)
	}
	if len(b.running) != 0 {
		t.Errorf("%d run on", len(b.running))
	}
}

// TestLongJob: a job with a name is shown after half a second, with what it tells, and can be cancelled.
func TestLongJob(t *testing.T) {
	b := newJobBench()
	told := make(chan struct{})
	var end error
	runTelling(b.jobs, each, say.T("正在校验", "verifying"), func(ctx context.Context, tell func(desk.Progress)) (int, error) {
		tell(desk.Progress{Done: 1, All: 3})
		<-told
		tell(desk.Progress{Done: 2, All: 3})
		<-ctx.Done()
		return 0, ctx.Err()
	}, func(_ int, err error) { end = err })
	b.turn() // the first word
	if len(b.seen) != 0 || b.cancel() {
		t.Error("it was shown at once")
	}
	b.timers[0]()
	b.turn()
	if len(b.seen) != 1 || b.seen[0].is.Done != 1 {
		t.Fatalf("shown: %v", b.seen)
	}
	close(told)
	b.turn()
	if len(b.seen) != 2 || b.seen[1].is.Done != 2 {
		t.Fatalf("shown: %v", b.seen)
	}
	if !b.cancel() {
		t.Fatal("there is nothing to cancel")
	}
	b.turn()
	if !errors.Is(end, context.Canceled) || len(b.seen) != 3 || b.seen[2] != nil {
		t.Errorf("it ended with %v; shown last: %v", end, b.seen[len(b.seen)-1])
	}
}

// TestJobsEndWithTheWindow: whoever closes the window waits for nobody.
func TestJobsEndWithTheWindow(t *testing.T) {
	b := newJobBench()
	var end error
	run(b.jobs, each, say.Text{}, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		return 0, ctx.Err()
	}, func(_ int, err error) { end = err })
	b.end()
	b.turn()
	if !errors.Is(end, context.Canceled) {
		t.Errorf("it ended with %v", end)
	}
}
