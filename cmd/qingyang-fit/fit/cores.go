package fit

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls do(k) for all 0 ≤ k < n, on as many goroutines as there are cores, and returns when all have returned. What
// each call writes is its own, kept by k; so the bytes that are fitted are the same on any number of cores.
func each(n int, do func(k int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
				do(k)
			}
		})
	}
	group.Wait()
}
