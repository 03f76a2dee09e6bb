package read

import (
	"sync"

	"qingyang/app/script"
)

// Pair is two neighbouring characters, or a word of Latin letters as its hash and 1.
type Pair = [2]rune

// Pairs numbers the pairs of a page as they are met first. It is a table with open addresses: a page has as many pairs as
// characters, and each is asked for several times.
type Pairs struct {
	keys  []Pair
	slots []int32 // a number from 1, 0 for none; a power of two of them
}

var tables = sync.Pool{New: func() any { return &Pairs{make([]Pair, 0, 1<<11), make([]int32, 1<<12)} }}

// NewPairs has room for the pairs of a page. Free gives it back.
func NewPairs() *Pairs { return tables.Get().(*Pairs) }

// Free gives the room of a page to the next; the pairs are looked at no more.
func (p *Pairs) Free() {
	if len(p.slots) > 1<<14 {
		return // that of a long text would be dear to clear
	}
	p.keys = p.keys[:0]
	clear(p.slots)
	tables.Put(p)
}

// slot is where a pair stands, or belongs.
func (p *Pairs) slot(k Pair) *int32 {
	h := uint32(k[0])*2654435761 ^ uint32(k[1])*2246822519
	mask := uint32(len(p.slots) - 1)
	for at := (h ^ h>>15) & mask; ; at = (at + 1) & mask {
		if s := &p.slots[at]; *s == 0 || p.keys[*s-1] == k {
			return s
		}
	}
}

// find is the number of a pair, -1 where the page does not have it.
func (p *Pairs) find(k Pair) int32 { return *p.slot(k) - 1 }

// Add is the number of a pair; it is len of all before where the page did not have it.
func (p *Pairs) Add(k Pair) int32 {
	s := p.slot(k)
	if *s > 0 {
		return *s - 1
	}
	p.keys = append(p.keys, k)
	*s = int32(len(p.keys))
	if 2*len(p.keys) > len(p.slots) {
		p.slots = make([]int32, 2*len(p.slots))
		for id, k := range p.keys {
			*p.slot(k) = int32(id + 1)
		}
	}
	return int32(len(p.keys) - 1)
}

// use is where a pair stands on a page: in how many lines, and in which stretches of text (at most eight).
type use struct {
	lines    int32
	last     int32 // the last line that it was met in, from 1
	wanted   bool  // a short line has it
	n        int8
	stretchs [8]int16
}

// latinWord is the least letters of a word that tells what a line is about.
const latinWord = 5

// stem is how many letters of a word are looked at: what follows mostly is its ending.
const stem = 6

// LatinWords calls yield with the stem of each word of Latin letters in a text, capitals as small letters, as its hash
// and 1, and with how many letters the word has.
func LatinWords(r []rune, yield func(stem Pair, letters int)) {
	const offset = 2166136261 // FNV-1a
	h, n := uint32(offset), 0
	for _, c := range r {
		if c = script.Narrow(c); script.IsLatin(c) {
			if n++; n <= stem {
				h = (h ^ uint32(c|0x20)) * 16777619
			}
			continue
		}
		if n > 0 {
			yield(Pair{rune(h & 0x7FFFFFFF), 1}, n)
		}
		h, n = offset, 0
	}
	if n > 0 {
		yield(Pair{rune(h & 0x7FFFFFFF), 1}, n)
	}
}
