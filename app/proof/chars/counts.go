package chars

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"sync"
)

// counts say how often strings of one to four symbols stand in text. They are a tree: the strings that begin
// with one string lie side by side in the level below, by rising symbol. About 40 MB; never written to once
// read.
type counts struct {
	id     [1 << 16]uint16 // of a symbol, plus one; 0 for a symbol without a count
	levels [order + 1]level
	total  float64
	depth  int    // how many symbols the longest strings have that were read
	deeper []byte // the levels of longer ones, as the file has them
}

// order is how many symbols the longest string has.
const order = 4

// level holds the strings of one length.
type level struct {
	last  []uint16  // the id of the last symbol; nil for strings of one, whose place is the id
	count []uint8   // logarithmic, see value
	first []uint32  // string i goes on in [first[i], first[i+1]) of the next level
	rest  []float32 // what of its probability is left for what the next level lacks; nil where few strings go on from one
}

// none is no string.
const none = -1

// value is the count that a byte stands for: steps of 6.4 per cent.
var value = func() (v [256]float64) {
	for i := range v {
		v[i] = math.Exp(float64(i) / 16)
	}
	return v
}()

// kept is the count less the discount of its level, by byte: absolute discounting (Ney, Essen, Kneser
// 1994), at most half the count.
var kept = func() (k [order + 1][256]float64) {
	for n, d := range []float64{2: .75, 3: .8, 4: .85} {
		for i := range k[n] {
			k[n][i] = value[i] - math.Min(d, value[i]/2)
		}
	}
	return k
}()

// symbol is what the counts make of a character: 0 of any digit, A of any Latin letter, full-width marks of
// half-width ones.
func symbol(r rune) uint16 {
	switch {
	case r >= '0' && r <= '9', r >= '０' && r <= '９':
		return '0'
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return 'A'
	case r > 0xFFFF:
		return 1
	}
	switch r {
	case ',':
		return '，'
	case ':':
		return '：'
	case ';':
		return '；'
	case '(':
		return '（'
	case ')':
		return '）'
	}
	return uint16(r)
}

// idOf is the id of a symbol, none if it has no count.
func (c *counts) idOf(s uint16) int32 { return int32(c.id[s]) - 1 }

// child is the string of level n+1 that string i of level n makes with one symbol more. About twelve steps.
func (c *counts) child(n int, i, id int32) int32 {
	if i < 0 || id < 0 {
		return none
	}
	first, last := c.levels[n].first, c.levels[n+1].last
	low, high := first[i], first[i+1]
	for low < high {
		mid := (low + high) / 2
		if int32(last[mid]) < id {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < first[i+1] && int32(last[low]) == id {
		return int32(low)
	}
	return none
}

// of is the count of string i of level n.
func (c *counts) of(n int, i int32) float64 {
	if i < 0 {
		return 0
	}
	return value[c.levels[n].count[i]]
}

// errCounts is data that are no counts, or damaged ones.
var errCounts = errors.New("chars: damaged counts")

const countsMagic = "QYNG1\n"

// readCounts reads all counts. It takes a quarter of a second on one core, less on several, and at most some hundred
// bytes for each byte of b.
func readCounts(b []byte) (*counts, error) { return countsTo(b, order) }

// countsTo reads the counts of strings of at most so many symbols: the symbols by falling count; the counts of order 1, a
// byte each; then for orders 2, 3 and 4 three flate streams, each behind its length in four bytes: how many strings go on
// from each string of the order below, their last symbols as rising differences, and their counts.
func countsTo(b []byte, to int) (*counts, error) {
	rest, ok := bytes.CutPrefix(b, []byte(countsMagic))
	if !ok {
		return nil, errCounts
	}
	size, n := binary.Uvarint(rest)
	if n <= 0 || size > 1<<16-1 || size > uint64(len(rest)) {
		return nil, errCounts
	}
	rest = rest[n:]
	c := &counts{}
	for i := range size {
		s, n := binary.Uvarint(rest)
		if n <= 0 || s > 0xFFFF {
			return nil, errCounts
		}
		c.id[s], rest = uint16(i)+1, rest[n:]
	}
	if uint64(len(rest)) < size {
		return nil, errCounts
	}
	c.levels[1].count, rest = bytes.Clone(rest[:size]), rest[size:]
	for _, q := range c.levels[1].count {
		c.total += value[q]
	}
	c.depth, c.deeper = 1, rest
	return c.deepened(to)
}

// deepened are the counts with those of longer strings. What was read before is shared.
func (c *counts) deepened(to int) (*counts, error) {
	deep := *c
	if err := deep.read(c.depth+1, to); err != nil {
		return nil, err
	}
	deep.depth = to
	return &deep, nil
}

// read reads the levels [from, to].
func (c *counts) read(from, to int) error {
	var streams [order + 1][3][]byte
	for n := from; n <= to; n++ {
		for k := range streams[n] {
			rest := c.deeper
			if len(rest) < 4 || uint64(len(rest)-4) < uint64(binary.LittleEndian.Uint32(rest)) {
				return errCounts
			}
			end := 4 + int(binary.LittleEndian.Uint32(rest))
			streams[n][k], c.deeper = rest[4:end], rest[end:]
		}
	}
	var work sync.WaitGroup
	var symbols, figures [order + 1]error
	parents := len(c.levels[from-1].count)
	for n := from; n <= to; n++ {
		up, l := &c.levels[n-1], &c.levels[n]
		var all int
		var err error
		if up.first, all, err = readChildren(streams[n][0], parents, maxInflated*len(streams[n][2])); err != nil {
			work.Wait()
			return err
		}
		l.last, l.count = make([]uint16, all), make([]uint8, all)
		work.Go(func() { symbols[n] = readSymbols(streams[n][1], up.first, l.last, uint64(len(c.levels[1].count))) })
		work.Go(func() {
			if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(streams[n][2])), l.count); err != nil {
				figures[n] = errCounts
			}
		})
		parents = all
	}
	work.Wait()
	if err := errors.Join(errors.Join(symbols[:]...), errors.Join(figures[:]...)); err != nil {
		return err
	}
	for n := from; n <= min(to, order-1); n++ { // one string goes on from most of those of the last order but one: they are asked as needed
		work.Go(func() { c.levels[n-1].leaves(&c.levels[n], &kept[n]) })
	}
	work.Wait()
	return nil
}

// maxInflated bounds what a byte of a flate stream may become.
const maxInflated = 1032

// numbers are variable-length ones (encoding/binary) in a flate stream.
type numbers struct {
	in     io.Reader
	buffer [1 << 14]byte
	at, to int
}

func numbersOf(b []byte) *numbers { return &numbers{in: flate.NewReader(bytes.NewReader(b))} }

// next is the next number; ok is false where the stream ends or is damaged, and for a number above 2³².
func (s *numbers) next() (v uint64, ok bool) {
	if s.at < s.to && s.buffer[s.at] < 0x80 { // most are
		s.at++
		return uint64(s.buffer[s.at-1]), true
	}
	for shift := 0; shift < 35; shift += 7 {
		for s.at == s.to {
			n, err := s.in.Read(s.buffer[:])
			if s.at, s.to = 0, n; n == 0 && err != nil {
				return 0, false
			}
		}
		c := s.buffer[s.at]
		s.at++
		v |= uint64(c&0x7F) << shift
		if c < 0x80 {
			return v, v <= math.MaxUint32
		}
	}
	return 0, false
}

// readChildren reads how many strings go on from each of the parents, at most most in all.
func readChildren(b []byte, parents, most int) (first []uint32, all int, err error) {
	if parents > maxInflated*len(b) {
		return nil, 0, errCounts
	}
	in := numbersOf(b)
	first = make([]uint32, parents+1)
	for i := range parents {
		n, ok := in.next()
		if !ok || n > uint64(most-all) {
			return nil, 0, errCounts
		}
		all += int(n)
		first[i+1] = uint32(all)
	}
	return first, all, nil
}

// readSymbols reads the last symbols of the strings that go on from each parent.
func readSymbols(b []byte, first []uint32, last []uint16, size uint64) error {
	in := numbersOf(b)
	for i := range len(first) - 1 {
		id := uint64(0)
		for k := first[i]; k < first[i+1]; k++ {
			step, ok := in.next()
			if id += step; !ok || step >= size || id >= size || k > first[i] && step == 0 {
				return errCounts
			}
			last[k] = uint16(id)
		}
	}
	return nil
}

// leaves works out what of the probability of each string is left for strings that the level below lacks.
func (l *level) leaves(down *level, kept *[256]float64) {
	l.rest = make([]float32, len(l.count))
	for i := range l.count {
		l.rest[i] = l.left(int32(i), down, kept)
	}
}

// left is what of the probability of string i is left for strings that the level below lacks.
func (l *level) left(i int32, down *level, kept *[256]float64) float32 {
	if l.rest != nil && l.rest[i] > 0 {
		return l.rest[i]
	}
	sum := 0.0
	for _, d := range down.count[l.first[i]:l.first[i+1]] {
		sum += kept[d]
	}
	return float32(max(0.02, 1-sum/value[l.count[i]]))
}
