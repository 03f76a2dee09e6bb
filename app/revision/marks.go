package revision

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// labels describes the Marks. One that only keeps the kind and article at a join or a split has no line of
// its own: it goes with that group. Several of one break are one, or none where they cancel out.
func (d describer) labels(groups []*group) []Correction {
	typed := map[bulletin.ID]*group{} // by the break that ends a half
	type cut struct {                 // the block that was put together, and how a part of it was marked
		block   int
		kind    bulletin.Kind
		article bulletin.ID
	}
	joined := map[cut]*group{}
	for _, g := range groups {
		for _, p := range g.parts {
			for _, b := range d.breaksOf(p.Span) {
				if p.gone {
					continue
				}
				if p.typed {
					typed[b] = g
					continue
				}
				h := d.wasMarked(b)
				if c := (cut{d.seq.blockAt(b), h.Kind, h.Article}); joined[c] == nil {
					joined[c] = g
				}
			}
		}
	}
	old := d.newBreakEnds(typed)
	type label struct {
		was, is Head
		group   // of its operations
	}
	var labels []*label
	of := map[bulletin.ID]*label{}
	d.refs(func(ref OpRef, op *Op) {
		if op.Kind != Mark {
			return
		}
		if d.from < len(d.log) && int(op.At.Origin) >= d.from && !d.alive(op.At) {
			return // the break was typed and deleted again
		}
		at := op.At
		if b, ok := old[at]; ok {
			at = b
		}
		was := d.wasMarked(at)
		is := Head{op.At, op.Block, op.Article}
		with := typed[op.At]
		if with != nil && with.move == nil && !sameHead(was, is) {
			with = nil
		}
		if with == nil {
			with = joined[cut{d.seq.blockAt(op.At), is.Kind, is.Article}]
		}
		if with != nil {
			with.add(ref)
			if with.move != nil {
				with.move.add(ref)
			}
			return
		}
		l := of[op.At]
		if l == nil || d.from == len(d.log) {
			l = &label{was: was}
			labels, of[op.At] = append(labels, l), l
		}
		l.is = is
		l.add(ref)
	})
	var all []Correction
	for _, l := range labels {
		if d.from < len(d.log) && sameHead(l.was, l.is) {
			continue
		}
		l.was.Break = l.is.Break
		c := d.correction(&l.group)
		c.Kind, c.Before, c.After = compare.Marked, l.was.Kind.String(), l.is.Kind.String()
		c.At, c.Place, c.Was, c.Is = l.is.Break, d.rawPlace(l.is.Break), l.was, l.is
		if n, live := d.seq.lives(c.At); live {
			from := d.seq.start(int(n.breaks))
			c.Right = string(d.seq.chars(from, min(from+around, int(n.chars))))
		}
		all = append(all, c)
	}
	return all
}

func sameHead(a, b Head) bool { return a.Kind == b.Kind && a.Article == b.Article }

// breaksOf are the line breaks in a span.
func (d describer) breaksOf(s bulletin.Span) []bulletin.ID {
	var all []bulletin.ID
	for s.From = d.letters.breakIn(s); s.From < s.To; s.From = d.letters.breakIn(s) {
		all = append(all, s.At(0))
		s.From++
	}
	return all
}

// wasMarked is how the block that a break ends was marked before.
func (d describer) wasMarked(b bulletin.ID) Head { return d.headBefore(b, d.from) }

// newBreakEnds says for each break that was typed which break ended its block before: the first one behind
// it that lived then.
func (d describer) newBreakEnds(typed map[bulletin.ID]*group) map[bulletin.ID]bulletin.ID {
	if len(typed) == 0 {
		return nil
	}
	q := d.seq
	gone := map[bulletin.ID]bool{}
	d.refs(func(_ OpRef, op *Op) {
		if op.Kind == Delete {
			for _, s := range op.Spans {
				for _, b := range d.breaksOf(s) {
					gone[b] = true
				}
			}
		}
	})
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
			id, found := d.livedIn(&c, gone)
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

// livedIn is the first break in the rest of the cursor's run that lived before.
func (d describer) livedIn(c *cursor, gone map[bulletin.ID]bool) (bulletin.ID, bool) {
	r := c.q.run(c.s)
	if int(r.Origin) >= d.from || r.breaks == 0 || r.dead > 1 {
		return bulletin.None, false
	}
	for s := (bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}); s.From < s.To; s.From++ {
		s.From = d.letters.breakIn(s)
		if s.From < s.To && (r.dead == 0 || gone[s.At(0)]) {
			return s.At(0), true
		}
	}
	return bulletin.None, false
}

// alive says whether a character lives.
func (d describer) alive(id bulletin.ID) bool {
	_, live := d.seq.lives(id)
	return live
}
