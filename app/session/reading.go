package session

import (
	"context"
	"maps"

	"qingyang/app/bulletin"
	"qingyang/store"
)

// loadSeen reads the marks of a page in a round: by the break that ends a block, a hash of what stood there
// when somebody looked at it. A block that reads otherwise now is unread again.
func loadSeen(ctx context.Context, lib *store.Library, page PageID, round bulletin.Round) (map[bulletin.ID]int64, error) {
	rows, err := lib.SeenOf(ctx, store.PageID(page))
	seen := map[bulletin.ID]int64{}
	for _, r := range rows {
		if bulletin.Round(r.Round) == round {
			seen[bulletin.ID{Origin: r.Origin, Index: r.Index}] = r.Look
		}
	}
	return seen, err
}

// look is a hash of a shown block: its text and its kind (FNV-1a, a rune a step).
func (s *Session) look(shown int) (at bulletin.ID, hash int64) {
	text, head := s.order.Block(shown)
	const offset, prime = 0xcbf29ce484222325, 0x100000001b3
	h := (offset ^ uint64(head.Kind)) * prime
	for _, r := range text {
		h = (h ^ uint64(r)) * prime
	}
	return head.Break, int64(h)
}

// Read says whether somebody looked at a shown block since it last changed, in this round. Its cost is
// that of reading the block.
func (s *Session) Read(shown int) bool {
	at, hash := s.look(shown)
	was, ok := s.seen[at]
	return ok && was == hash
}

// LookAt notes that the person at the desk looked at the shown blocks [from, to), and says for how many
// blocks but furniture that is news. It is in the library within a second.
func (s *Session) LookAt(from, to int) (news int) {
	for i := max(from, 0); i < min(to, s.order.Blocks()); i++ {
		at, hash := s.look(i)
		if was, ok := s.seen[at]; ok && was == hash {
			continue
		}
		if s.shared {
			s.seen, s.shared = maps.Clone(s.seen), false
		}
		s.seen[at], s.snap = hash, nil
		if s.opt.Library.ReadOnly() == nil { // else it is remembered as long as the page is open
			s.marks[at] = hash
		}
		if s.order.Head(i).Kind != bulletin.Furniture {
			news++
		}
	}
	if len(s.marks) > 0 {
		s.saveSoon()
	}
	return news
}

// Unread is the next shown block behind one that nobody looked at since it changed, -1 where there is none, and
// how many such there are on the page. Furniture does not count. Its cost is that of reading the page.
func (s *Session) Unread(behind int) (next, left int) {
	n := s.order.Blocks()
	next = -1
	for k := 1; k <= n; k++ {
		i := (behind + k + n) % n
		if s.order.Head(i).Kind == bulletin.Furniture || s.Read(i) {
			continue
		}
		if next < 0 {
			next = i
		}
		left++
	}
	return next, left
}
