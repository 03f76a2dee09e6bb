package pdf

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// mostMemory is how much a sandbox may take, in pages of 64 KiB: 256 MiB, enough to draw a broadsheet at 200
// pixels an inch. A file of 4 kB can ask for gigabytes.
const mostMemory = 4096

// pool makes sandboxes. It is made once, when the first file is read.
var pool = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory).
		WithCloseOnContextDone(true)
	if cache := cached(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(func(_, most uint64) experimental.LinearMemory {
			return &linear{most: min(most, mostMemory<<16)}
		})),
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1 << 16, // a file that is being read keeps its sandbox while its pages are drawn in others: to wait here could be for ever
		FSConfig:      wazero.NewFSConfig(), // nothing of the disk
		RuntimeConfig: config,
		Stdout:        io.Discard, Stderr: io.Discard,
	})
})

// linear is the memory of a sandbox. Left to itself it would be copied each time when it grows, and a file that asks for
// all that there is would take it four times over until the collector comes; here it is copied once, to a place that is as
// large as it may ever become. What is not used of that costs nothing: the system gives it when it is touched.
type linear struct {
	b    []byte
	most uint64
}

// usualMemory is how many bytes a sandbox needs for most files.
const usualMemory = 32 << 20

// Reallocate is called by the goroutine that runs in the sandbox.
func (m *linear) Reallocate(size uint64) []byte {
	switch {
	case size > m.most:
		return nil
	case size > uint64(cap(m.b)):
		room := min(usualMemory, m.most)
		if size > room {
			room = m.most
			runtime.GC() // what the last such file took may lie about still
		}
		b := make([]byte, size, room)
		copy(b, m.b)
		m.b = b
	default:
		m.b = m.b[:size]
	}
	return m.b
}

func (m *linear) Free() { m.b = nil }

// sandbox is a fresh instance of PDFium; the caller closes it. It costs about 10 ms, the first time seconds where the
// cache is empty.
func sandbox(ctx context.Context) (pdfium.Pdfium, error) {
	type made struct {
		in  pdfium.Pdfium
		err error
	}
	done := make(chan made, 1)
	go func() {
		p, err := pool()
		if err != nil {
			done <- made{nil, err}
			return
		}
		in, err := p.GetInstanceWithContext(ctx)
		done <- made{in, err}
	}()
	select {
	case m := <-done:
		return m.in, m.err
	case <-ctx.Done():
		go func() {
			if m := <-done; m.in != nil {
				m.in.Close()
			}
		}()
		return nil, ctx.Err()
	}
}

// cached is where the compiled program is kept; nil where the user has no such folder or it cannot be written.
func cached() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	dir = filepath.Join(dir, "qingyang", "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	c, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return c
}
