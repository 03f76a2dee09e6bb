package revision

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// labels describes the Marks of the last revision. One that only keeps the kind and article at a join
// or a split has no line of its own: it goes with that group.
func (t *Text) labels(groups []*group) []Correction {
	rev := len(t.log)
	typed := map[bulletin.ID]*group{} // by the break that ends a half
	type cut struct {
		head Head
		*group
	}
	joined := map[int][]cut{} // by the block that was put together
	for _, g := range groups {
		for _, p := range g.parts {
			for _, b := range t.breaksOf(p.Span) {
				if p.typed {
					typed[b] = g
				} else {
					block := t.seq.blockAt(b)
					joined[block] = append(joined[block], cut{t.wasMarked(b), g})
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
			for _, c := range joined[t.seq.blockAt(op.At)] {
				if sameHead(c.head, is) {
					with = c.group
					break
				}
			}
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
		if block, _, live := t.BlockOf(op.At); live && block < t.NumBlocks() {
			text := t.Runes(block)
			c.Right = string(text[:min(around, len(text))])
		}
		all = append(all, c)
	}
	return all
}

func sameHead(a, b Head) bool { return a.Kind == b.Kind && a.Article == b.Article }

// add notes that an operation belongs to the group.
func (g *group) add(op int) {
	if k, ok := slices.BinarySearch(g.ops, op); !ok {
		g.ops = slices.Insert(g.ops, k, op)
	}
}

// breaksOf are the line breaks in a span.
func (t *Text) breaksOf(s bulletin.Span) []bulletin.ID {
	var all []bulletin.ID
	for s.From = t.letters.next(s); s.From < s.To; s.From = t.letters.next(s) {
		all = append(all, s.At(0))
		s.From++
	}
	return all
}

// wasMarked is how the block that a break ends was marked before the last revision.
func (t *Text) wasMarked(b bulletin.ID) Head {
	m := t.marks[b]
	for i := len(m) - 1; i >= 0; i-- {
		if m[i].ref.Rev < len(t.log) && t.Counts(m[i].ref) {
			return Head{b, m[i].kind, m[i].article}
		}
	}
	return Head{b, bulletin.Line, bulletin.None}
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
	ends := map[bulletin.ID]bulletin.ID{}
	for b := range typed {
		ends[b] = q.end()
		for c := (cursor{q, q.find(b), b.Index + 1}); ; {
			id, found := t.livedIn(&c, gone)
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

// livedIn is the first break in the rest of the cursor's run that lived before the last revision.
func (t *Text) livedIn(c *cursor, gone map[bulletin.ID]bool) (bulletin.ID, bool) {
	r := c.q.run(c.s)
	if int(r.Origin) == len(t.log) || r.breaks == 0 || r.dead > 1 {
		return bulletin.None, false
	}
	for s := (bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}); s.From < s.To; s.From++ {
		s.From = t.letters.next(s)
		if s.From < s.To && (r.dead == 0 || gone[s.At(0)]) {
			return s.At(0), true
		}
	}
	return bulletin.None, false
}
