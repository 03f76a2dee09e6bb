package read

import "qingyang/app/script"

// pair is two neighbouring Han characters, or a word of Latin letters as its hash and 1.
type pair [2]rune

// use is where a pair stands on a page: in how many lines, and in which stretches of text (at most eight).
type use struct {
	pair     pair
	lines    int32
	last     int32 // the last line that it was met in, from 1
	wanted   bool  // a short line has it
	n        int8
	stretchs [8]int16
}

// pairs are the pairs of a page, numbered as they were met first. It is a table with open addresses: a page has
// as many pairs as characters, and each is asked for several times.
type pairs struct {
	uses  []use
	slots []int32 // a number from 1, 0 for none; a power of two of them
}

func newPairs() pairs { return pairs{slots: make([]int32, 1<<12)} }

func (k pair) hash() uint32 {
	h := uint32(k[0])*2654435761 ^ uint32(k[1])*2246822519
	return h ^ h>>15
}

// find is the number of a pair, -1 where the page does not have it.
func (p *pairs) find(k pair) int32 {
	mask := uint32(len(p.slots) - 1)
	for at := k.hash() & mask; p.slots[at] > 0; at = (at + 1) & mask {
		if id := p.slots[at] - 1; p.uses[id].pair == k {
			return id
		}
	}
	return -1
}

// add is the number of a pair, a new one where the page did not have it.
func (p *pairs) add(k pair) int32 {
	if id := p.find(k); id >= 0 {
		return id
	}
	p.uses = append(p.uses, use{pair: k})
	if 2*len(p.uses) > len(p.slots) {
		p.slots = make([]int32, 2*len(p.slots))
		for id := range p.uses {
			p.put(int32(id))
		}
	} else {
		p.put(int32(len(p.uses) - 1))
	}
	return int32(len(p.uses) - 1)
}

func (p *pairs) put(id int32) {
	mask := uint32(len(p.slots) - 1)
	at := p.uses[id].pair.hash() & mask
	for p.slots[at] > 0 {
		at = (at + 1) & mask
	}
	p.slots[at] = id + 1
}

// latinWord is the least letters of a word that tells what a line is about.
const latinWord = 5

// stem is how many letters of a word are looked at: what follows mostly is its ending.
const stem = 6

// LatinWords calls yield with the stem of each word of Latin letters in a text, capitals as small letters, as its hash
// and 1, and with how many letters the word has.
func LatinWords(r []rune, yield func(stem [2]rune, letters int)) {
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
			yield([2]rune{rune(h & 0x7FFFFFFF), 1}, n)
		}
		h, n = offset, 0
	}
	if n > 0 {
		yield([2]rune{rune(h & 0x7FFFFFFF), 1}, n)
	}
}
