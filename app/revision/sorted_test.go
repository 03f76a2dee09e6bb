package revision

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A sorted list is what a plain list would be, and so are the copies that were made of it.
func TestSortedIsAPlainList(t *testing.T) {
	defer func(size int) { pageMax = size }(pageMax)
	type entry struct {
		key uint64
		val int
	}
	read := func(s *sorted[int]) (all []entry) {
		for a := s.seek(0); s.has(a); a = s.next(a) {
			all = append(all, entry{s.key(a), *s.val(a)})
		}
		return all
	}
	property(t, func(t *rapid.T) {
		pageMax = oneOf(t, 2, 3, 7)
		var s sorted[int]
		var plain []entry
		var copies []sorted[int]
		var were [][]entry
		find := func(key uint64) int {
			return len(plain) - len(slices.DeleteFunc(slices.Clone(plain), func(e entry) bool { return e.key < key }))
		}
		for n := range 1 + pick(t, 30) {
			key := uint64(pick(t, 12))
			switch pick(t, 8) {
			case 0:
				copies, were = append(copies, s.copy()), append(were, slices.Clone(plain))
			case 1:
				to := key + uint64(pick(t, 6))
				s.remove(s.seek(key), s.seek(to))
				plain = slices.DeleteFunc(plain, func(e entry) bool { return e.key >= key && e.key < to })
			case 2:
				if i := find(key); i < len(plain) {
					s.set(s.seek(key), -n)
					plain[i].val = -n
				}
			default:
				s.add(key, n)
				plain = slices.Insert(plain, find(key+1), entry{key, n})
			}
			if a := s.seek(key); s.has(a) != (find(key) < len(plain)) {
				t.Fatalf("%d is found: %v, in %v", key, s.has(a), plain)
			}
			if a := s.prev(s.seek(key)); s.has(a) != (find(key) > 0) {
				t.Fatalf("something before %d: %v, in %v", key, s.has(a), plain)
			}
		}
		if got := read(&s); fmt.Sprint(got) != fmt.Sprint(plain) {
			t.Fatalf("got %v, want %v", got, plain)
		}
		for i := range copies {
			if got := read(&copies[i]); fmt.Sprint(got) != fmt.Sprint(were[i]) {
				t.Fatalf("copy %d: got %v, want %v", i, got, were[i])
			}
		}
	})
}
