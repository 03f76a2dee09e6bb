package revision

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// Correction is one difference that a run of revisions made, as a list shows it: neighbouring deletions and
// insertions are one, and what the run itself took back again is none. A Revert makes none; it shows in
// Counts of those that it switches.
type Correction struct {
	Rev           int     // the last revision that has a part in it
	Ops           []int   // its operations in that revision, ascending
	Earlier       []OpRef // its operations in earlier revisions of the run, in the order of the log
	Kind          compare.Kind
	Before, After string      // breaks are '\n'; of a Mark the names of the kinds; of a Move both are the text
	Left, Right   string      // what stands around it in its block, at most around runes each
	At            bulletin.ID // first character of it, dead or alive, or the break of a Mark
	Place         int         // offset in the raw page of what was deleted, else of what was typed: see Order.RawOffset
	Was, Is       Head        // of a Mark: the block before and after; else zero
	Counts        bool        // all its operations count now
}

// around is how many runes of the text are shown on either side of a correction.
const around = 8

// Refs are all operations of the correction, in the order of the log: what TakeBack takes.
func (c *Correction) Refs() []OpRef {
	refs := slices.Clone(c.Earlier)
	for _, op := range c.Ops {
		refs = append(refs, OpRef{c.Rev, op})
	}
	return refs
}

// group is neighbouring parts, or a Move: a correction in the making.
type group struct {
	parts []part
	ops   []OpRef // in any order, and more than once
	moved *Op     // the Move that it is
	move  *group  // the Move that it serves
}

// part is a stretch of characters that one operation typed or deleted.
type part struct {
	bulletin.Span
	s     spot
	op    OpRef
	typed bool
	gone  bool // the run itself typed and deleted it: it is neither before it nor after
}

// add notes that an operation belongs to the group.
func (g *group) add(op OpRef) { g.ops = append(g.ops, op) }

// shows says whether there is anything before the group or after it.
func (g *group) shows() bool {
	return slices.ContainsFunc(g.parts, func(p part) bool { return !p.gone })
}

// describer tells what the last revisions of a text changed, from a number on.
type describer struct {
	*Text
	from int
}

// refs calls yield with the operations of these revisions in their order.
func (d describer) refs(yield func(OpRef, *Op)) {
	for rev := d.from; rev <= len(d.log); rev++ {
		for i := range d.log[rev-1].Ops {
			yield(OpRef{rev, i}, &d.log[rev-1].Ops[i])
		}
	}
}

// corrections are what the revisions changed: by their last revision, for each in the order of the text;
// Marks and Moves last.
func (d describer) corrections() []Correction {
	groups := d.groups()
	moves := d.moves(groups)
	marks := d.labels(groups)
	several := d.from < len(d.log)
	var all []Correction
	for _, g := range groups {
		if g.move == nil && g.shows() {
			if c := d.describe(g); !several || c.Before != c.After {
				all = append(all, c)
			}
		}
	}
	all = append(all, marks...)
	for _, g := range moves {
		all = append(all, d.describeMove(g))
	}
	if several {
		slices.SortStableFunc(all, func(a, b Correction) int { return a.Rev - b.Rev })
	}
	return all
}

// groups finds what was typed and deleted, and puts together what has nothing live, before or after,
// between.
func (d describer) groups() []*group {
	q := d.seq
	var parts []part
	d.refs(func(ref OpRef, op *Op) {
		spans := op.Spans
		switch op.Kind {
		case Insert:
			spans = []bulletin.Span{d.typedBy(ref)}
		case Delete:
		default:
			return
		}
		for _, s := range spans {
			d.runsOf(s, func(p spot) {
				r := q.run(p)
				gone := int(s.Origin) >= d.from && (op.Kind == Delete || r.dead > 0)
				if !gone || d.from < len(d.log) {
					parts = append(parts, part{r.Span, p, ref, op.Kind == Insert, gone})
				}
			})
		}
	})
	slices.SortStableFunc(parts, func(a, b part) int { return a.s.compare(b.s) })
	var groups []*group
	for i, p := range parts {
		// All parts are whole runs: what two operations name comes twice.
		twice := i > 0 && parts[i-1].s == p.s
		if !twice && (i == 0 || !d.neighbours(parts[i-1], p)) {
			groups = append(groups, &group{})
		}
		g := groups[len(groups)-1]
		g.add(p.op)
		if !twice {
			g.parts = append(g.parts, p)
		}
	}
	return groups
}

// neighbours says whether only dead characters stand between two parts.
func (d describer) neighbours(a, b part) bool {
	q := d.seq
	for c := (cursor{q: q, s: a.s}); c.step() && c.s != b.s; {
		if q.run(c.s).dead == 0 {
			return false
		}
	}
	return true
}

func (d describer) describe(g *group) Correction {
	var before, after []bulletin.Span
	at := bulletin.None // the first of what was deleted
	var first, last part
	for _, p := range g.parts {
		if p.gone {
			continue
		}
		if first.Len() == 0 {
			first = p
		}
		last = p
		if p.typed {
			after = append(after, p.Span)
			continue
		}
		if len(before) == 0 {
			at = p.At(0)
		}
		before = append(before, p.Span)
	}
	if at == bulletin.None {
		at = first.At(0)
	}
	was, is := d.lines(before), d.lines(after)
	c := d.correction(g)
	c.Kind, c.Before, c.After = compare.KindOf(was, is), string(was), string(is)
	c.At, c.Place = first.At(0), d.rawPlace(at)
	c.Left, c.Right = d.around(first, last)
	return c
}

// correction is one of the operations of a group.
func (d describer) correction(g *group) (c Correction) {
	slices.SortFunc(g.ops, compareRefs)
	g.ops = slices.Compact(g.ops)
	c.Rev = g.ops[len(g.ops)-1].Rev
	for _, ref := range g.ops {
		if ref.Rev == c.Rev {
			c.Ops = append(c.Ops, ref.Op)
		} else {
			c.Earlier = append(c.Earlier, ref)
		}
	}
	return c
}

// around is what stands before one part and behind another, each in its block.
func (d describer) around(first, last part) (left, right string) {
	q := d.seq
	n := q.livesBefore(first.s)
	at := int(n.chars)
	left = string(q.chars(max(q.start(int(n.breaks)), at-around), at))
	n = q.livesBefore(last.s)
	r := q.run(last.s)
	n.add(r.live())
	at = int(n.chars)
	if int(n.breaks) < q.total() {
		right = string(q.chars(at, min(at+around, q.start(int(n.breaks)+1)-1)))
	}
	return left, right
}
