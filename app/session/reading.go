package session

import (
	"context"
	"maps"

	"qingyang/app/bulletin"
	"qingyang/store"
)

// mark names what was looked at: a block, by the break that ends it, in a round of its article.
type mark struct {
	at    bulletin.ID
	round bulletin.Round
}

// loadSeen reads the marks of a page: a hash of what stood there when somebody looked at it. A block that
// reads otherwise now, or whose article is in another round, is unread again.
func loadSeen(ctx context.Context, lib *store.Library, page PageID) (map[mark]int64, error) {
	rows, err := lib.SeenOf(ctx, store.PageID(page))
	seen := map[mark]int64{}
	for _, r := range rows {
		seen[mark{bulletin.ID{Origin: r.Origin, Index: r.Index}, bulletin.Round(r.Round)}] = r.Look
	}
	return seen, err
}

// loadRounds reads the rounds that were signed last, by article; an article without one is a draft.
func loadRounds(ctx context.Context, lib *store.Library, page PageID) (map[bulletin.ID]bulletin.Round, error) {
	rows, err := lib.States(ctx, store.PageID(page))
	rounds := map[bulletin.ID]bulletin.Round{}
	for id, r := range rows {
		rounds[bulletin.ID{Origin: id[0], Index: id[1]}] = bulletin.Round(r)
	}
	return rounds, err
}

// Rounds are the rounds that were signed last, by article; an article without one is a draft. The map must
// not be changed.
func (s *Session) Rounds() map[bulletin.ID]bulletin.Round { return s.rounds }

// Sign puts the person's name to a round of an article, whose blocks are then to be read in the next one. It is
// in the library within a second.
func (s *Session) Sign(article bulletin.ID, round bulletin.Round) {
	s.rounds = maps.Clone(s.rounds)
	s.rounds[article] = round
	s.snap = nil
	s.decide(decision{kind: signed, article: article, round: round})
}

// look is a hash of a shown block: its text and its kind (FNV-1a, a rune a step).
func (s *Session) look(shown int) (m mark, hash int64) {
	text, head := s.order.Block(shown)
	const offset, prime = 0xcbf29ce484222325, 0x100000001b3
	h := (offset ^ uint64(head.Kind)) * prime
	for _, r := range text {
		h = (h ^ uint64(r)) * prime
	}
	return mark{head.Break, s.rounds[head.Article]}, int64(h)
}

// Read says whether somebody looked at a shown block since it last changed, in this round of its article. Its
// cost is that of reading the block.
func (s *Session) Read(shown int) bool {
	m, hash := s.look(shown)
	was, ok := s.seen[m]
	return ok && was == hash
}

// LookAt notes that the person at the desk looked at the shown blocks [from, to), and says for how many
// blocks but furniture that is news. It is in the library within a second.
func (s *Session) LookAt(from, to int) (news int) {
	for i := max(from, 0); i < min(to, s.order.Blocks()); i++ {
		m, hash := s.look(i)
		if was, ok := s.seen[m]; ok && was == hash {
			continue
		}
		if s.shared {
			s.seen, s.shared = maps.Clone(s.seen), false
		}
		s.seen[m], s.snap = hash, nil
		if s.keeps() {
			s.marks[m] = hash
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
