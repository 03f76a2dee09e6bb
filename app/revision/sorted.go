package revision

import (
	"slices"
	"sort"

	"qingyang/app/bulletin"
)

// sorted is a list of values in the order of their keys, those of one key in the order in which they were
// added: a B+ tree of two levels. Copies share its pages until one of them writes (copy-on-write).
//
// A search costs some twenty comparisons, a write a page moved, a copy a few bytes a page.
type sorted[T any] struct {
	pages []page[T]
	by    *owner
}

// page is a part of a sorted list. It is never empty.
type page[T any] struct {
	keys []uint64
	vals []T
	by   *owner // who may write it
}

// owner tells who made something, and may therefore write it.
type owner struct{ _ byte }

// pageMax is how many entries a page holds at most.
var pageMax = 128 // changed by tests alone

// at is a place in a sorted list. It holds until the next write.
type at struct{ page, i int }

// keyOf orders identities, bulletin.Start before all others of the raw page.
func keyOf(id bulletin.ID) uint64 { return uint64(uint32(id.Origin))<<32 | uint64(uint32(id.Index+1)) }

// key orders operations as they stand in the log.
func (r OpRef) key() uint64 { return uint64(r.Rev)<<32 | uint64(r.Op) }

func refOf(key uint64) OpRef { return OpRef{int(key >> 32), int(uint32(key))} }

// copy is a list of its own with the same entries.
func (s *sorted[T]) copy() sorted[T] {
	s.by = new(owner)
	return sorted[T]{slices.Clone(s.pages), new(owner)}
}

// seek is where the first entry stands whose key is not below key.
func (s *sorted[T]) seek(key uint64) at {
	p := sort.Search(len(s.pages), func(p int) bool {
		keys := s.pages[p].keys
		return keys[len(keys)-1] >= key
	})
	if p == len(s.pages) {
		return at{p, 0}
	}
	keys := s.pages[p].keys
	return at{p, sort.Search(len(keys), func(i int) bool { return keys[i] >= key })}
}

// has says whether there is an entry at a place.
func (s *sorted[T]) has(a at) bool { return a.page >= 0 && a.page < len(s.pages) }

func (s *sorted[T]) key(a at) uint64 { return s.pages[a.page].keys[a.i] }
func (s *sorted[T]) val(a at) *T     { return &s.pages[a.page].vals[a.i] }

func (s *sorted[T]) next(a at) at {
	if a.i++; a.i == len(s.pages[a.page].keys) {
		return at{a.page + 1, 0}
	}
	return a
}

// prev is the place before; it has none where a was the first.
func (s *sorted[T]) prev(a at) at {
	if a.i--; a.i < 0 {
		if a.page--; a.page >= 0 {
			a.i = len(s.pages[a.page].keys) - 1
		}
	}
	return a
}

// own is a page that may be written.
func (s *sorted[T]) own(p int) *page[T] {
	g := &s.pages[p]
	if s.by == nil {
		s.by = new(owner)
	}
	if g.by != s.by {
		g.keys, g.vals, g.by = slices.Clone(g.keys), slices.Clone(g.vals), s.by
	}
	return g
}

// add puts an entry in, behind those of the same key.
func (s *sorted[T]) add(key uint64, val T) {
	a := s.seek(key + 1)
	if a.page == len(s.pages) {
		if a.page == 0 {
			s.pages = []page[T]{{keys: []uint64{key}, vals: []T{val}}}
			return
		}
		a.page--
		a.i = len(s.pages[a.page].keys)
	}
	g := s.own(a.page)
	g.keys, g.vals = slices.Insert(g.keys, a.i, key), slices.Insert(g.vals, a.i, val)
	if n := len(g.keys); n > pageMax {
		half := n / 2
		if a.i == n-1 { // what grows at its end keeps full pages
			half = n - 1
		}
		more := page[T]{slices.Clone(g.keys[half:]), slices.Clone(g.vals[half:]), s.by}
		clear(g.vals[half:])
		g.keys, g.vals = g.keys[:half], g.vals[:half]
		s.pages = slices.Insert(s.pages, a.page+1, more)
	}
}

// set changes the value of an entry.
func (s *sorted[T]) set(a at, val T) { s.own(a.page).vals[a.i] = val }

// remove takes the entries [a, b) out.
func (s *sorted[T]) remove(a, b at) {
	for a.page < b.page && s.has(a) {
		if a.i == 0 {
			s.pages = slices.Delete(s.pages, a.page, a.page+1)
		} else {
			g := s.own(a.page)
			g.keys, g.vals = slices.Delete(g.keys, a.i, len(g.keys)), slices.Delete(g.vals, a.i, len(g.vals))
			a = at{a.page + 1, 0}
			continue
		}
		b.page--
	}
	if !s.has(a) || a.i >= b.i {
		return
	}
	g := s.own(a.page)
	g.keys, g.vals = slices.Delete(g.keys, a.i, b.i), slices.Delete(g.vals, a.i, b.i)
	if len(g.keys) == 0 {
		s.pages = slices.Delete(s.pages, a.page, a.page+1)
	}
}
