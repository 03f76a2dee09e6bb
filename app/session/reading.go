package session

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/store"
)

// reading is what is known of the blocks of a page that somebody looked at in the present round: by the
// break that ends a block, a hash of what stood there. A block that reads otherwise now is unread again.
type reading struct {
	seen  map[bulletin.ID]int64
	fresh map[bulletin.ID]int64 // not in the library yet
}

// loadReading reads the marks of a page.
func (s *Session) loadReading(ctx context.Context) error {
	rows, err := s.opt.Library.SeenOf(ctx, s.Leaf.ID)
	if err != nil {
		return Problem(s.opt.Path, err)
	}
	s.reading = reading{map[bulletin.ID]int64{}, map[bulletin.ID]int64{}}
	for _, r := range rows {
		if bulletin.Round(r.Round) == s.round {
			s.seen[bulletin.ID{Origin: r.Origin, Index: r.Index}] = r.Look
		}
	}
	return nil
}

// look is a hash of a shown block: its text and its kind (FNV-1a, a rune a step).
func (s *Session) look(shown int) (at bulletin.ID, hash int64) {
	text, head := s.Block(shown)
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
	for i := max(from, 0); i < min(to, s.Blocks()); i++ {
		at, hash := s.look(i)
		if was, ok := s.seen[at]; ok && was == hash {
			continue
		}
		s.seen[at], s.fresh[at] = hash, hash
		if _, h := s.Block(i); h.Kind != bulletin.Furniture {
			news++
		}
	}
	if len(s.fresh) > 0 {
		s.saveSoon()
	}
	return news
}

// LookTo notes that all blocks of the article that a shown block stands in were looked at, from its first
// one to that, and says for how many that is news.
func (s *Session) LookTo(shown int) int {
	from, _ := s.span(shown)
	return s.LookAt(from, shown+1)
}

// Unread is the next shown block behind one that nobody looked at since it changed; ok is false where
// there is none. Furniture does not count.
func (s *Session) Unread(behind int) (shown int, ok bool) {
	n := s.Blocks()
	for k := 1; k <= n; k++ {
		i := (behind + k + n) % n
		if s.unread(i) {
			return i, true
		}
	}
	return 0, false
}

func (s *Session) unread(shown int) bool {
	_, h := s.Block(shown)
	return h.Kind != bulletin.Furniture && !s.Read(shown)
}

// UnreadCount is how many shown blocks but furniture nobody looked at since they changed.
func (s *Session) UnreadCount() int {
	n := 0
	for i := range s.Blocks() {
		if s.unread(i) {
			n++
		}
	}
	return n
}

// takeFresh are the marks that the library does not have yet, as rows; they count as written from then on.
func (s *Session) takeFresh() []store.Seen {
	var rows []store.Seen
	for at, look := range s.fresh {
		rows = append(rows, store.Seen{Origin: at.Origin, Index: at.Index, Round: uint8(s.round), Look: look})
	}
	clear(s.fresh)
	return rows
}

// saveReading writes the marks that the library does not have yet, in the background where there is one.
func (s *Session) saveReading() {
	rows := s.takeFresh()
	if len(rows) == 0 {
		return
	}
	lib, page, person, now := s.opt.Library, s.Leaf.ID, s.opt.Person, s.opt.Clock.Now().UTC()
	go func() {
		err := lib.AddSeen(context.Background(), page, rows, person, now)
		s.opt.Post(func() {
			if err != nil {
				s.tell(Problem(s.opt.Path, err))
			}
		})
	}()
}

// flushReading writes them before it returns.
func (s *Session) flushReading(ctx context.Context) error {
	rows := s.takeFresh()
	if len(rows) == 0 {
		return nil
	}
	return Problem(s.opt.Path, s.opt.Library.AddSeen(ctx, s.Leaf.ID, rows, s.opt.Person, s.opt.Clock.Now().UTC()))
}
