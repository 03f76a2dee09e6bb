package revision

import "qingyang/app/bulletin"

// spans is a set of identities, as an interval set: spans that neither touch nor overlap, each by its first character with its
// end. The zero value is empty; its cost is that of sorted.
type spans struct{ list sorted[int32] }

func newSpans(list ...bulletin.Span) *spans {
	s := &spans{}
	s.addAll(list)
	return s
}

func (s *spans) span(a at) bulletin.Span {
	key := s.list.key(a)
	return bulletin.Span{Origin: int32(key >> 32), From: int32(uint32(key)) - 1, To: *s.list.val(a)}
}

// around is where the first span stands that overlaps p or touches it, or comes behind it.
func (s *spans) around(p bulletin.Span) at {
	a := s.list.seek(keyOf(p.At(0)))
	if b := s.list.prev(a); s.list.has(b) {
		if q := s.span(b); q.Origin == p.Origin && q.To >= p.From {
			return b
		}
	}
	return a
}

func (s *spans) add(p bulletin.Span) {
	a := s.around(p)
	b := a
	for ; s.list.has(b); b = s.list.next(b) {
		q := s.span(b)
		if q.Origin != p.Origin || q.From > p.To {
			break
		}
		p.From, p.To = min(p.From, q.From), max(p.To, q.To)
	}
	s.list.remove(a, b)
	s.list.add(keyOf(p.At(0)), p.To)
}

func (s *spans) addAll(list []bulletin.Span) {
	for _, p := range list {
		s.add(p)
	}
}

func (s *spans) has(id bulletin.ID) bool { return s.meets([]bulletin.Span{bulletin.One(id)}) }

// meets says whether any identity of the list is in the set.
func (s *spans) meets(list []bulletin.Span) bool {
	for _, p := range list {
		for a := s.around(p); s.list.has(a); a = s.list.next(a) {
			q := s.span(a)
			if q.Origin != p.Origin || q.From >= p.To {
				break
			}
			if q.To > p.From {
				return true
			}
		}
	}
	return false
}

// common is what of p is in the set.
func (s *spans) common(p bulletin.Span) (in []bulletin.Span) {
	for a := s.around(p); s.list.has(a); a = s.list.next(a) {
		q := s.span(a)
		if q.Origin != p.Origin || q.From >= p.To {
			break
		}
		q.From, q.To = max(q.From, p.From), min(q.To, p.To)
		in = bulletin.AppendSpan(in, q)
	}
	return in
}

// missing is what of p is not in the set.
func (s *spans) missing(p bulletin.Span) (out []bulletin.Span) {
	for _, q := range s.common(p) {
		out = bulletin.AppendSpan(out, bulletin.Span{Origin: p.Origin, From: p.From, To: q.From})
		p.From = q.To
	}
	return bulletin.AppendSpan(out, p)
}

// all are the spans of the set by origin and index.
func (s *spans) all() (all []bulletin.Span) {
	for a := s.list.seek(0); s.list.has(a); a = s.list.next(a) {
		all = append(all, s.span(a))
	}
	return all
}
