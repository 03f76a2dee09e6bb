package folder

import (
	"context"
	"os"
	"path/filepath"
	"time"
)

// Watch finds what appears in a folder. It looks when it is asked to, since no system tells of changes on a
// share of another computer.
//
// The zero Watch has seen nothing. One goroutine uses it at a time.
type Watch struct {
	seen map[string]sight
}

// sight is what a file looked like.
type sight struct {
	size  int64
	time  time.Time
	given bool // Look gave it as it looks
}

// Look gives the files below the folder that look as they did when it was last asked, and that it has not
// given as they are now: a file that is still being written is not given before it stands still for as long
// as lies between two calls. Paths, extensions and errors are those of List.
func (w *Watch) Look(ctx context.Context, root string, extensions []string) (ready []string, err error) {
	paths, err := List(ctx, root, extensions)
	if err != nil {
		return nil, err
	}
	now := make(map[string]sight, len(paths))
	for _, path := range paths {
		info, err := os.Stat(filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			continue // gone meanwhile
		}
		s := sight{size: info.Size(), time: info.ModTime()}
		if before, was := w.seen[path]; was && before.size == s.size && before.time.Equal(s.time) {
			if !before.given {
				ready = append(ready, path)
			}
			s.given = true
		}
		now[path] = s
	}
	w.seen = now
	return ready, nil
}
