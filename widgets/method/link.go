package method

import (
	"context"
	"sync/atomic"
	"time"
)

// Link joins a Keyboard to whatever method there is, now and later.
type Link struct {
	first *Context // found at the start, or nil
	keys  atomic.Pointer[Keyboard]
	ctx   context.Context
	end   context.CancelFunc
}

// Find looks for a method for no longer than within.
func Find(within time.Duration) *Link {
	l := &Link{}
	l.ctx, l.end = context.WithCancel(context.Background())
	ctx, cancel := context.WithTimeout(l.ctx, within)
	defer cancel()
	l.first, _ = Open(ctx, l.told) // there may be none
	return l
}

// Found says whether there was a method at the start.
func (l *Link) Found() bool { return l.first != nil }

// Serve joins a keyboard to the method; where that goes, or none was there, one is looked for again and again, after
// a pause each time. It returns at once.
func (l *Link) Serve(k *Keyboard, pause time.Duration) {
	l.keys.Store(k)
	go l.keep(k, pause)
}

// End lets go of the method.
func (l *Link) End() { l.end() }

func (l *Link) told(from *Context, e Event) {
	if k := l.keys.Load(); k != nil {
		k.Post(func() { k.Hear(from, e) })
	}
}

func (l *Link) keep(k *Keyboard, pause time.Duration) {
	again := time.NewTicker(pause)
	defer again.Stop()
	for line := l.first; ; line, _ = Open(l.ctx, l.told) {
		if line != nil {
			k.Post(func() { k.Connect(line) })
			select {
			case <-line.Done():
			case <-l.ctx.Done():
				line.Close()
				return
			}
		}
		select {
		case <-again.C:
		case <-l.ctx.Done():
			return
		}
	}
}
