package revision

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// labels describes the Marks of the last revision. One that only keeps the kind and article at a join
// or a split has no line of its own: it goes with that group.
func (t *Text) labels(groups []*group) []Correction {
	rev := len(t.log)
	typed := map[bulletin.ID]*group{} // by the break that ends a half
	type cut struct {                 // the block that was put together, and how a part of it was marked
		block   int
		kind    bulletin.Kind
		article bulletin.ID
	}
	joined := map[cut]*group{}
	for _, g := range groups {
		for _, p := range g.parts {
			for _, b := range t.breaksOf(p.Span) {
				if p.typed {
					typed[b] = g
				} else {
					h := t.wasMarked(b)
					if c := (cut{t.seq.blockAt(b), h.Kind, h.Article}); joined[c] == nil {
						joined[c] = g
					}
				}
			}
		}
	}
	old := t.newBreakEnds(typed)
	var all []Correction
	for i, op := range t.log[rev-1].Ops {
		if op.Kind != Mark {
			continue
		}
		at := op.At
		if b, ok := old[at]; ok {
			at = b
		}
		was := t.wasMarked(at)
		is := Head{op.At, op.Block, op.Article}
		with := typed[op.At]
		if with != nil && with.move == nil && !sameHead(was, is) {
			with = nil
		}
		if with == nil {
			with = joined[cut{t.seq.blockAt(op.At), is.Kind, is.Article}]
		}
		if with != nil {
			with.add(i)
			if with.move != nil {
				with.move.add(i)
			}
			continue
		}
		was.Break = op.At
		c := Correction{
			Rev: rev, Ops: []int{i}, Kind: compare.Marked,
			Before: was.Kind.String(), After: is.Kind.String(),
			At: op.At, Place: t.RawPlace(op.At), Was: was, Is: is,
		}
		if n, live := t.seq.lives(op.At); live {
			from := t.seq.start(int(n.breaks))
			c.Right = string(t.seq.chars(from, min(from+around, int(n.chars))))
		}
		all = append(all, c)
	}
	return all
}

func sameHead(a, b Head) bool { return a.Kind == b.Kind && a.Article == b.Article }

// add notes that an operation belongs to the group.
func (g *group) add(op int) { g.ops = append(g.ops, op) }

// sorted are the operations of the group, ascending.
func (g *group) sorted() []int {
	slices.Sort(g.ops)
	g.ops = slices.Compact(g.ops)
	return g.ops
}

// breaksOf are the line breaks in a span.
func (t *Text) breaksOf(s bulletin.Span) []bulletin.ID {
	var all []bulletin.ID
	for s.From = t.letters.breakIn(s); s.From < s.To; s.From = t.letters.breakIn(s) {
		all = append(all, s.At(0))
		s.From++
	}
	return all
}

// wasMarked is how the block that a break ends was marked before the last revision.
func (t *Text) wasMarked(b bulletin.ID) Head {
	return t.headBefore(b, len(t.log))
}

// newBreakEnds says for each break that the last revision typed which break ended its block before:
// the first one behind it that lived then.
func (t *Text) newBreakEnds(typed map[bulletin.ID]*group) map[bulletin.ID]bulletin.ID {
	q := t.seq
	gone := map[bulletin.ID]bool{}
	for _, op := range t.log[len(t.log)-1].Ops {
		if op.Kind == Delete {
			for _, s := range op.Spans {
				for _, b := range t.breaksOf(s) {
					gone[b] = true
				}
			}
		}
	}
	var breaks []cursor // behind each
	for b := range typed {
		breaks = append(breaks, cursor{q, q.find(b), b.Index + 1})
	}
	slices.SortFunc(breaks, func(a, b cursor) int { return cmp.Or(b.s.compare(a.s), cmp.Compare(b.from, a.from)) })
	ends := map[bulletin.ID]bulletin.ID{}
	for _, c := range breaks { // from the last to the first, so that each ends where the one behind it does
		b := bulletin.ID{Origin: q.run(c.s).Origin, Index: c.from - 1}
		ends[b] = q.end()
		for {
			id, found := t.livedIn(&c, gone)
			if !found {
				id, found = nextTyped(&c, ends)
			}
			if found {
				ends[b] = id
			}
			if found || !c.step() {
				break
			}
		}
	}
	return ends
}

// nextTyped is the end of the first break in the rest of the cursor's run that has one already.
func nextTyped(c *cursor, ends map[bulletin.ID]bulletin.ID) (bulletin.ID, bool) {
	r := c.q.run(c.s)
	rest := bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}
	if r.breaks == 0 || rest.From >= rest.To {
		return bulletin.None, false
	}
	id, ok := ends[bulletin.ID{Origin: r.Origin, Index: c.q.breakIn(rest)}]
	return id, ok
}

// livedIn is the first break in the rest of the cursor's run that lived before the last revision.
func (t *Text) livedIn(c *cursor, gone map[bulletin.ID]bool) (bulletin.ID, bool) {
	r := c.q.run(c.s)
	if int(r.Origin) == len(t.log) || r.breaks == 0 || r.dead > 1 {
		return bulletin.None, false
	}
	for s := (bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}); s.From < s.To; s.From++ {
		s.From = t.letters.breakIn(s)
		if s.From < s.To && (r.dead == 0 || gone[s.At(0)]) {
			return s.At(0), true
		}
	}
	return bulletin.None, false
}
