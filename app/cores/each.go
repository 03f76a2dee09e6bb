// Package cores does one thing many times, on as many cores as there are, or beside another.
package cores

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do(k) for all 0 ≤ k < n, on as many goroutines as there are cores, and returns when all have returned. What
// each call writes is its own, kept by k: then the result is the same on any number of cores. Where a call panics Each
// does, on the goroutine of its caller, who may recover.
func Each(n int, do func(k int)) {
	all := min(n, runtime.GOMAXPROCS(0))
	if all == 1 { // nobody is beside
		for k := range n {
			do(k)
		}
		return
	}
	var next atomic.Int64
	waits := make([]func(), all)
	for k := range waits {
		waits[k] = Beside(func() {
			for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
				do(k)
			}
		})
	}
	for _, wait := range waits {
		wait()
	}
}

// Beside calls do on a goroutine of its own. What it returns waits until do has returned, as often as it is asked, and
// panics where do did.
func Beside(do func()) (wait func()) {
	var work sync.WaitGroup
	var failed any
	work.Go(func() {
		defer func() { failed = recover() }()
		do()
	})
	return func() {
		work.Wait()
		if failed != nil {
			panic(failed)
		}
	}
}
