package window

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"time"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// jobs runs what may wait for a disk or replays a page off the window's goroutine, and comes back on it.
//
// Whatever of desk and session may take long asks for a context, and nothing else in this room makes
// one, which a test sees to: so it can only be called in a job. All but the work itself belongs to the
// window's goroutine.
type jobs struct {
	post  func(f func())                                // runs f on the window's goroutine, soon
	after func(d time.Duration, f func()) (stop func()) // calls f once, on a goroutine of its own
	wrap  func(context.Context) context.Context         // for tests: sees every context that a job gets
	shown func(*job)                                    // shows a job that takes its time; nil for none

	all     context.Context // ends with the window
	end     context.CancelFunc
	running []*job // the oldest first
}

// kind names jobs of which the newest alone counts: when it begins, an earlier one of its kind is cancelled,
// and nobody hears of that one's end. Jobs of the kind "" do not get in each other's way.
type kind string

// The kinds of jobs.
const (
	each        kind = ""
	opening     kind = "opening"   // of a library or a page
	leaving     kind = "leaving"   // the open page
	surveying   kind = "surveying" // what stands beside the texts
	listing     kind = "listing"   // the library's lists
	searching   kind = "searching" // on the page, while one types
	counting    kind = "counting"  // in the issue
	asking      kind = "asking"    // what a dialog or a picker shows
	reviewing   kind = "reviewing" // history
	watching    kind = "watching"  // others, and the file
	browsing    kind = "browsing"  // folders
	drawingPage kind = "drawing"   // what shows the open page
)

// job is work under way.
type job struct {
	kind   kind
	name   say.Text // what it is called where it is shown
	cancel context.CancelFunc
	is     desk.Progress
	long   bool // it takes longer than half a second
	over   bool // it has ended, or a newer one took its place
}

// patient is how long a job may take before it is shown, with what has been done of it and a way to cancel it.
const patient = 500 * time.Millisecond

func newJobs(post func(func())) *jobs {
	j := &jobs{post: post, after: func(d time.Duration, f func()) func() {
		t := time.AfterFunc(d, f)
		return func() { t.Stop() }
	}}
	j.all, j.end = context.WithCancel(context.Background())
	return j
}

// run does work off the window's goroutine, then done on it. A job with a name is shown once it takes
// longer than patient, and can be cancelled there; then the work's error says so.
func run[T any](j *jobs, k kind, name say.Text, work func(context.Context) (T, error), done func(T, error)) {
	runTelling(j, k, name, func(ctx context.Context, _ func(desk.Progress)) (T, error) { return work(ctx) }, done)
}

// runTelling is run for work that tells how far it is, from whichever goroutine.
func runTelling[T any](j *jobs, k kind, name say.Text, work func(ctx context.Context, tell func(desk.Progress)) (T, error), done func(T, error)) {
	ctx, cancel := context.WithCancel(j.all)
	t := &job{kind: k, name: name, cancel: cancel}
	j.begin(t)
	if j.wrap != nil {
		ctx = j.wrap(ctx)
	}
	tell := func(p desk.Progress) {
		j.post(func() {
			t.is = p
			if t.long && !t.over {
				j.show()
			}
		})
	}
	j.beside(func() {
		v, err := surviving(func() (T, error) { return work(ctx, tell) })
		j.post(func() {
			cancel()
			if t.over {
				return
			}
			j.over(t)
			done(v, err)
		})
	})
}

// surviving does work; where it falls, that is its error.
func surviving[T any](work func() (T, error)) (v T, err error) {
	defer func() {
		if what := recover(); what != nil {
			slog.Error("a job fell", "what", what, "stack", string(debug.Stack()))
			err = &say.Problem{
				Subject: fmt.Sprint(what), What: say.T("是程序的内部错误，这一步没有做完", "is a mistake of the program; this step was not finished"),
				Do: say.T("请再试一次；再出错请告诉开发者", "try again; if it comes back tell its makers"),
			}
		}
	}()
	return work()
}

// beside runs work on a goroutine of its own that gives way to the window's.
func (j *jobs) beside(work func()) { go yielding(work) }

// begin puts a job among those that run, in place of an earlier one of its kind.
func (j *jobs) begin(t *job) {
	if t.kind != each {
		for _, o := range j.running {
			if o.kind == t.kind {
				o.cancel()
				j.over(o)
				break
			}
		}
	}
	j.running = append(j.running, t)
	if t.name.Zero() {
		return
	}
	j.after(patient, func() {
		j.post(func() {
			if t.long = !t.over; t.long {
				j.show()
			}
		})
	})
}

// over takes a job out of those that run.
func (j *jobs) over(t *job) {
	t.over = true
	for i, o := range j.running {
		if o == t {
			j.running = append(j.running[:i:i], j.running[i+1:]...)
			break
		}
	}
	if t.long {
		j.show()
	}
}

// front is the job to show: the oldest of those that take long.
func (j *jobs) front() *job {
	for _, t := range j.running {
		if t.long {
			return t
		}
	}
	return nil
}

func (j *jobs) show() {
	if j.shown != nil {
		j.shown(j.front())
	}
}

// cancelNewest cancels the job with a name that began last, shown or not, and says whether there was one.
func (j *jobs) cancelNewest() bool {
	for _, t := range slices.Backward(j.running) {
		if !t.name.Zero() {
			t.cancel()
			return true
		}
	}
	return false
}

// cancel cancels the job that is shown, and says whether there was one.
func (j *jobs) cancel() bool {
	t := j.front()
	if t != nil {
		t.cancel()
	}
	return t != nil
}
