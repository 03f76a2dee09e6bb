package revision

import (
	"maps"
	"slices"
	"sort"

	"qingyang/app/bulletin"
)

// spans is a set of identities: by origin, ascending, neither touching nor overlapping.
type spans map[int32][]bulletin.Span

func newSpans(list ...bulletin.Span) spans {
	s := spans{}
	for _, p := range list {
		s.add(p)
	}
	return s
}

// around are the indexes of the spans that overlap p or touch it.
func (s spans) around(p bulletin.Span) (list []bulletin.Span, i, j int) {
	list = s[p.Origin]
	i = sort.Search(len(list), func(i int) bool { return list[i].To >= p.From })
	j = sort.Search(len(list), func(j int) bool { return list[j].From > p.To })
	return list, i, j
}

func (s spans) add(p bulletin.Span) {
	list, i, j := s.around(p)
	if i < j {
		p.From, p.To = min(p.From, list[i].From), max(p.To, list[j-1].To)
	}
	s[p.Origin] = slices.Replace(list, i, j, p)
}

func (s spans) addAll(list []bulletin.Span) {
	for _, p := range list {
		s.add(p)
	}
}

func (s spans) has(id bulletin.ID) bool {
	list, i, j := s.around(bulletin.One(id))
	return slices.ContainsFunc(list[i:j], func(p bulletin.Span) bool { return p.Has(id) })
}

// meets says whether any identity of the list is in the set.
func (s spans) meets(list []bulletin.Span) bool {
	return slices.ContainsFunc(list, func(p bulletin.Span) bool { return len(s.common(p)) > 0 })
}

// common is what of p is in the set.
func (s spans) common(p bulletin.Span) (in []bulletin.Span) {
	list, i, j := s.around(p)
	for _, q := range list[i:j] {
		q.From, q.To = max(q.From, p.From), min(q.To, p.To)
		in = bulletin.AppendSpan(in, q)
	}
	return in
}

// missing is what of p is not in the set.
func (s spans) missing(p bulletin.Span) (out []bulletin.Span) {
	for _, q := range s.common(p) {
		out = bulletin.AppendSpan(out, bulletin.Span{Origin: p.Origin, From: p.From, To: q.From})
		p.From = q.To
	}
	return bulletin.AppendSpan(out, p)
}

// list are all spans by origin and index.
func (s spans) list() (all []bulletin.Span) {
	for _, origin := range slices.Sorted(maps.Keys(s)) {
		all = append(all, s[origin]...)
	}
	return all
}
