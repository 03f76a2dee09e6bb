package session

import "time"

// Clock tells the time and wakes; tests put their own in its place.
type Clock interface {
	Now() time.Time
	// AfterFunc calls f once after d, on a goroutine of its own; the returned func cancels it.
	AfterFunc(d time.Duration, f func()) (stop func())
}

// Wall is the time of day.
var Wall Clock = wall{}

type wall struct{}

func (wall) Now() time.Time { return time.Now() }

func (wall) AfterFunc(d time.Duration, f func()) func() {
	t := time.AfterFunc(d, f)
	return func() { t.Stop() }
}
