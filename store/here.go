package store

import (
	"os"
	"sync"
)

// The files that this process has open by SQLite: opening and closing them in any other way would drop the
// locks (see connect.go).
var here struct {
	sync.Mutex
	open map[*Library]os.FileInfo
}

// openHere says whether a library of this process has a file open.
func openHere(file os.FileInfo) bool {
	here.Lock()
	defer here.Unlock()
	for _, f := range here.open {
		if os.SameFile(f, file) {
			return true
		}
	}
	return false
}

func (l *Library) enter(file os.FileInfo) {
	here.Lock()
	defer here.Unlock()
	if here.open == nil {
		here.open = map[*Library]os.FileInfo{}
	}
	here.open[l] = file
}

func (l *Library) leave() {
	here.Lock()
	defer here.Unlock()
	delete(here.open, l)
}
