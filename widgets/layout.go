package widgets

import "sort"

// para is how a block is laid out. Lengths are device pixels.
type para struct {
	starts              []int32 // where the lines after the first begin, in runes
	above, pitch, below int32   // room above, height of a line, room below
}

func (p *para) lines() int  { return len(p.starts) + 1 }
func (p *para) height() int { return int(p.above) + p.lines()*int(p.pitch) + int(p.below) }

// start is where a line begins, in runes.
func (p *para) start(line int) int {
	if line == 0 {
		return 0
	}
	return int(p.starts[line-1])
}

// end is where a line of a text of n runes ends.
func (p *para) end(line, n int) int {
	if line < len(p.starts) {
		return int(p.starts[line])
	}
	return n
}

// lineOf is the line on which the rune at off stands; with late, a place between two lines counts to
// the upper one.
func (p *para) lineOf(off int, late bool) int {
	n := sort.Search(len(p.starts), func(k int) bool { return int(p.starts[k]) > off })
	if late && n > 0 && int(p.starts[n-1]) == off {
		n--
	}
	return n
}

// layout are the paras of a document in chunks that know their sums, so that an edit, and finding a
// place, cost what one chunk and the number of chunks cost.
type layout struct {
	chunks []chunk
	n      int
	height int
}

type chunk struct {
	paras  []para
	height int
}

const chunkSize = 256

// reset makes it hold the given paras.
func (l *layout) reset(paras []para) {
	*l = layout{chunks: l.chunks[:0]}
	l.n = len(paras)
	for from := 0; from < len(paras); from += chunkSize / 2 {
		l.chunks = append(l.chunks, newChunk(paras[from:min(from+chunkSize/2, len(paras))]))
		l.height += l.chunks[len(l.chunks)-1].height
	}
}

func newChunk(paras []para) chunk {
	c := chunk{paras: append(make([]para, 0, len(paras)), paras...)}
	for i := range c.paras {
		c.height += c.paras[i].height()
	}
	return c
}

// locate finds para i: its chunk, its place there, and the height of all chunks before.
func (l *layout) locate(i int) (c, k, top int) {
	for c = range l.chunks {
		if n := len(l.chunks[c].paras); i < n {
			return c, i, top
		} else {
			i -= n
		}
		top += l.chunks[c].height
	}
	return len(l.chunks), 0, top
}

// at is para i. The pointer holds until the next change.
func (l *layout) at(i int) *para {
	c, k, _ := l.locate(i)
	return &l.chunks[c].paras[k]
}

// top is where para i begins.
func (l *layout) top(i int) int {
	c, k, top := l.locate(i)
	if c == len(l.chunks) {
		return top
	}
	for j := range k {
		top += l.chunks[c].paras[j].height()
	}
	return top
}

// find is the para at height y, and where it begins; the last one below the end, -1 in an empty
// layout.
func (l *layout) find(y int) (i, top int) {
	if l.n == 0 {
		return -1, 0
	}
	for c := range l.chunks {
		ch := &l.chunks[c]
		if y >= top+ch.height && c < len(l.chunks)-1 {
			top += ch.height
			i += len(ch.paras)
			continue
		}
		for k := range ch.paras {
			h := ch.paras[k].height()
			if y < top+h || c == len(l.chunks)-1 && k == len(ch.paras)-1 {
				return i + k, top
			}
			top += h
		}
	}
	return l.n - 1, top
}

// splice puts paras in place of [from, from+was).
func (l *layout) splice(from, was int, now []para) {
	if was == 1 && len(now) == 1 {
		c, k, _ := l.locate(from)
		ch := &l.chunks[c]
		d := now[0].height() - ch.paras[k].height()
		ch.paras[k] = now[0]
		ch.height += d
		l.height += d
		return
	}
	c, k, _ := l.locate(from)
	var merged []para
	first := c
	if c < len(l.chunks) {
		merged = append(merged, l.chunks[c].paras[:k]...)
	}
	merged = append(merged, now...)
	for left := was; c < len(l.chunks); c++ {
		rest := l.chunks[c].paras[k:]
		k = 0
		if left >= len(rest) && left > 0 {
			left -= len(rest)
			continue
		}
		merged = append(merged, rest[left:]...)
		c++
		break
	}
	var fresh []chunk
	for from := 0; from < len(merged); {
		size := len(merged) - from
		if size > chunkSize {
			size = chunkSize / 2
		}
		fresh = append(fresh, newChunk(merged[from:from+size]))
		from += size
	}
	tail := append([]chunk(nil), l.chunks[c:]...)
	l.chunks = append(append(l.chunks[:first], fresh...), tail...)
	l.n += len(now) - was
	l.height = 0
	for i := range l.chunks {
		l.height += l.chunks[i].height
	}
}
