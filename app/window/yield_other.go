//go:build !linux

package window

// yielding runs work; elsewhere than on Linux a thread's priority is left alone.
func yielding(work func()) { work() }
