package figures

import (
	"io/fs"
	"testing/fstest"
)

// memory are files by name, in no folder.
type memory map[string][]byte

// Open is that of fs.FS.
func (m memory) Open(name string) (fs.File, error) {
	all := fstest.MapFS{}
	if b, ok := m[name]; ok {
		all[name] = &fstest.MapFile{Data: b}
	}
	return all.Open(name)
}
