package window

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// behind is how much less of a processor work behind the window gets than the window, as nice(2) counts.
const behind = 10

// yielding runs work so that keys go before it: on a thread of its own that gives way to the window's, which
// ends with it. Where the system says no the work is done all the same.
func yielding(work func()) {
	runtime.LockOSThread() // never unlocked: the thread is not given back with its low priority
	_ = unix.Setpriority(unix.PRIO_PROCESS, unix.Gettid(), behind)
	work()
}
