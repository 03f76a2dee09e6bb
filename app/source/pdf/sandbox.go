package pdf

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
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
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1 << 16, // a file that is being read keeps its sandbox while its pages are drawn in others: to wait here could be for ever
		FSConfig:      wazero.NewFSConfig(), // nothing of the disk
		RuntimeConfig: config,
		Stdout:        io.Discard, Stderr: io.Discard,
	})
})

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
