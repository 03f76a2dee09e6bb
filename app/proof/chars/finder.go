package chars

import (
	"bytes"
	"compress/gzip"
	"embed"
	"errors"
	"io"
	"io/fs"
	"runtime/debug"
	"slices"
	"sync"
	"unicode/utf8"

	"qingyang/app/cores"
)

//go:embed data
var data embed.FS

// Finder finds wrong characters. Any goroutine may use it.
type Finder struct {
	counts *counts
	words  *words
	alike  *alike
	wrong  []uint32 // strings of two characters that are no words, sorted: the first in the upper half
	ranker *ranker
	review *ranker // of what the ranker said of all alternatives of a block, see review.go

	mu   sync.Mutex
	past memory
}

// Load is the finder of the data that are built in, read when somebody first asks: about a third of a second
// on two cores, and 75 MB for as long as the program runs. Never to be called on the window's goroutine.
var Load = sync.OnceValue(func() *Finder {
	// What reading leaves behind is gathered as it falls: else it would add up to as much again.
	defer debug.FreeOSMemory()
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	f, err := open(dataDir(), func([]byte) (*counts, error) { return embedded(), nil })
	if err != nil {
		panic(err) // the program was built with damaged data; a test reads them
	}
	return f
})

func dataDir() fs.FS {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		panic(err) // the name is no path
	}
	return sub
}

// Open reads a finder's data: counts.bin, words.txt.gz, confusion.tsv.gz, wrong.txt.gz, ranker.bin and
// review.bin. What is damaged is an error, never a panic.
func Open(dir fs.FS) (*Finder, error) { return open(dir, readCounts) }

func open(dir fs.FS, counted func([]byte) (*counts, error)) (*Finder, error) {
	f := &Finder{}
	readers := []struct {
		name string
		read func([]byte) error
	}{
		{"counts.bin", func(b []byte) (err error) { f.counts, err = counted(b); return err }},
		{"words.txt.gz", func(b []byte) (err error) { f.words, err = readWords(b); return err }},
		{"confusion.tsv.gz", func(b []byte) (err error) { f.alike, err = readAlike(b); return err }},
		{"wrong.txt.gz", func(b []byte) (err error) { f.wrong, err = readWrong(b); return err }},
		{"ranker.bin", func(b []byte) (err error) { f.ranker, err = readRanker(b, nFigures); return err }},
		{"review.bin", func(b []byte) (err error) { f.review, err = readRanker(b, Reviewed); return err }},
	}
	failed := make([]error, len(readers))
	var work sync.WaitGroup
	for i, r := range readers {
		work.Go(func() {
			b, err := fs.ReadFile(dir, r.name)
			if err == nil && r.name[len(r.name)-3:] == ".gz" {
				b, err = unzip(b)
			}
			if err == nil {
				err = r.read(b)
			}
			failed[i] = err
		})
	}
	work.Wait()
	return f, errors.Join(failed...)
}

// unzip inflates at most 16 MB: what the largest file makes is 6.
func unzip(b []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, 16<<20))
}

var errWrong = errors.New("chars: damaged list of wrong strings")

// readWrong reads the list of wrong strings, two characters a line, sorted by code point.
func readWrong(b []byte) ([]uint32, error) {
	all := make([]uint32, 0, len(b)/7)
	for len(b) > 0 {
		one, n := utf8.DecodeRune(b)
		two, m := utf8.DecodeRune(b[n:])
		if one > 0xFFFF || two > 0xFFFF || n+m >= len(b) || b[n+m] != '\n' {
			return nil, errWrong
		}
		all = append(all, uint32(one)<<16|uint32(two))
		b = b[n+m+1:]
	}
	if !slices.IsSorted(all) {
		return nil, errWrong
	}
	return all, nil
}

// memory keeps what was read of blocks of text, so that after an edit only the block that changed is read
// again. When it is full what was not asked for since it last was is forgotten.
type memory struct {
	now, before map[string]*reading
	size        int // alternatives in now
}

// mostKept is how many alternatives of readings are kept at least, of 300 bytes each: those of about ten
// pages.
const mostKept = 10_000

// readAgain is read, or what it was for the same text a while ago.
func (f *Finder) readAgain(text []rune) *reading {
	key := string(text)
	f.mu.Lock()
	rd, ok := f.past.now[key]
	if !ok {
		rd = f.past.before[key]
	}
	f.mu.Unlock()
	if ok {
		return rd
	}
	if rd == nil {
		rd = f.read(slices.Clone(text))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.past.now == nil || f.past.size > mostKept {
		f.past.before, f.past.now, f.past.size = f.past.now, map[string]*reading{}, 0
	}
	f.past.now[key] = rd
	f.past.size += len(rd.alts) + 1
	return rd
}

// readAll reads the blocks of a page, those that it did not see lately on as many cores as there are.
func (f *Finder) readAll(blocks []Block) []*reading {
	all := make([]*reading, len(blocks))
	cores.Each(len(blocks), func(i int) { all[i] = f.readAgain(blocks[i].Text) })
	return all
}
