package window

import (
	"encoding/json"
	"image"
	"io"
	"log/slog"
	"os"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// trace tells a test which states the window has reached, one JSON object a line, so that the test
// can wait for them. Without a file it does nothing.
type trace struct {
	mu sync.Mutex
	to io.WriteCloser
}

func newTrace(path string) *trace {
	t := &trace{}
	if path == "" {
		return t
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		slog.Error("trace", "err", err)
		return t
	}
	t.to = f
	return t
}

// say writes a state with its particulars, given as names and values by turns.
func (t *trace) say(state string, args ...any) {
	if t.to == nil {
		return
	}
	row := map[string]any{"state": state}
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			row[name] = args[i+1]
		}
	}
	b, err := json.Marshal(row)
	if err != nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, err := t.to.Write(append(b, '\n')); err != nil {
		slog.Error("trace", "err", err)
	}
}

// dot is an object without ink that says when the window was painted for the first time, and calls painting
// in the middle of that.
func (t *trace) dot(painting func()) fyne.CanvasObject {
	var once sync.Once
	return canvas.NewRaster(func(int, int) image.Image {
		once.Do(func() {
			painting()
			go fyne.Do(func() { t.say("frame") }) // behind this frame in the queue
		})
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
}

func (t *trace) close() {
	if t.to != nil {
		_ = t.to.Close()
	}
}
