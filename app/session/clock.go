package session

import "time"

// Clock tells the time and wakes; tests put their own in its place.
type Clock interface {
	Now() time.Time
	// AfterFunc calls f once after d, on a goroutine of its own; the returned func cancels it.
	AfterFunc(d time.Duration, f func()) (stop func())
}

// WallClock is the time of day.
type WallClock struct{}

// Now is the time of day.
func (WallClock) Now() time.Time { return time.Now() }

// AfterFunc calls f once after d.
func (WallClock) AfterFunc(d time.Duration, f func()) func() {
	t := time.AfterFunc(d, f)
	return func() { t.Stop() }
}
