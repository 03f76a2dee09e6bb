package revision

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// moves describes the Moves; a revision that moves something is alone in its run. Moves that only keep in place what would have
// travelled go with the Move that they serve; so do the breaks that moving the last block types and
// deletes.
func (d describer) moves(groups []*group) []*group {
	rev := len(d.log)
	if d.from < rev {
		return nil
	}
	ops := d.log[rev-1].Ops
	serves := make([]int, len(ops)) // the Move that a Move serves
	var later cover                 // the next Move, from the end, that names a character
	for i := len(ops) - 1; i >= 0; i-- {
		serves[i] = i
		if ops[i].Kind != Move {
			continue
		}
		if typed := d.insertOf(ops[i].Spans[0].At(0)); typed != nil {
			if k, ok := later.over(typed.anchor); ok {
				serves[i] = serves[k]
			}
		}
		for _, s := range ops[i].Spans {
			later.put(s, int32(i))
		}
	}
	served := map[int][]OpRef{}
	for i := range ops {
		if ops[i].Kind == Move {
			served[serves[i]] = append(served[serves[i]], OpRef{rev, i})
		}
	}
	var all []*group
	for i := range ops {
		if ops[i].Kind != Move || serves[i] != i {
			continue
		}
		all = append(all, &group{moved: &ops[i], ops: served[i]})
	}
	d.takeRecipes(all, groups)
	return all
}

// takeRecipes adds to Moves the groups that only make moving a last block possible: a break that is typed
// and moves or is moved behind, and the one that is deleted at the end for it.
func (d describer) takeRecipes(moves, groups []*group) {
	if len(moves) == 0 {
		return
	}
	typed := map[bulletin.ID]*group{}
	var last []*group // those that delete nothing but a break of the last block
	for _, o := range groups {
		for _, p := range o.parts {
			if id := p.At(0); p.typed && p.Len() == 1 && d.letters.isBreak(id) {
				typed[id] = o
			}
		}
		if p := o.parts[0]; len(o.parts) == 1 && !p.typed && p.Len() == 1 &&
			d.letters.isBreak(p.At(0)) && d.seq.blockAt(p.At(0)) == d.seq.total()-1 {
			last = append(last, o)
		}
	}
	for _, g := range moves {
		recipe := false
		use := func(id bulletin.ID) {
			if o := typed[id]; o != nil {
				recipe = true
				g.take(o)
			}
		}
		use(g.moved.At)
		for _, s := range g.moved.Spans {
			if int(s.Origin) == len(d.log) {
				for _, b := range d.breaksOf(s) {
					use(b)
				}
			}
		}
		if recipe {
			for _, o := range last {
				g.take(o)
			}
			last = nil
		}
	}
}

// take makes another group serve this one, unless it serves one already.
func (g *group) take(o *group) {
	if o.move == nil {
		o.move = g
		for _, op := range o.ops {
			g.add(op)
		}
	}
}

// cover says for characters by which of several operations they were last named: an interval map.
type cover struct{ list sorted[int32] } // by the first character: the operation, or -1 up to the next entry

// put names the characters of a span by an operation, in the place of what named them.
func (c *cover) put(s bulletin.Span, op int32) {
	from, to := keyOf(s.At(0)), keyOf(s.At(s.Len()))
	if b := c.list.seek(to); !c.list.has(b) || c.list.key(b) != to {
		rest := int32(-1)
		if b = c.list.prev(b); c.list.has(b) && int32(c.list.key(b)>>32) == s.Origin {
			rest = *c.list.val(b)
		}
		c.list.add(to, rest)
	}
	c.list.remove(c.list.seek(from), c.list.seek(to))
	c.list.add(from, op)
}

// over is the operation that last named a character.
func (c *cover) over(id bulletin.ID) (op int, ok bool) {
	a := c.list.prev(c.list.seek(keyOf(id) + 1))
	if !c.list.has(a) || int32(c.list.key(a)>>32) != id.Origin || *c.list.val(a) < 0 {
		return 0, false
	}
	return int(*c.list.val(a)), true
}

func (d describer) describeMove(g *group) Correction {
	c := d.correction(g)
	c.Kind, c.At = compare.Moved, g.moved.Spans[0].At(0)
	c.Place = d.rawPlace(c.At)
	c.Before = string(d.lines(d.inOrder(g.moved.Spans)))
	c.After = c.Before
	return c
}

// lines is the text of spans with '\n' for every break.
func (d describer) lines(spans []bulletin.Span) []rune {
	var text []rune
	for _, s := range spans {
		from := len(text)
		text = append(text, d.letters.text(s)...)
		for _, b := range d.breaksOf(s) {
			text[from+int(b.Index-s.From)] = '\n'
		}
	}
	return text
}

// inOrder are the live characters of spans as they stand.
func (d describer) inOrder(spans []bulletin.Span) []bulletin.Span {
	type piece struct {
		s spot
		bulletin.Span
	}
	var pieces []piece
	for _, s := range spans {
		d.runsOf(s, func(p spot) {
			if r := d.seq.run(p); r.dead == 0 {
				pieces = append(pieces, piece{p, bulletin.Span{
					Origin: s.Origin, From: max(s.From, r.From), To: min(s.To, r.To),
				}})
			}
		})
	}
	slices.SortFunc(pieces, func(a, b piece) int {
		return cmp.Or(a.s.compare(b.s), cmp.Compare(a.From, b.From))
	})
	var out []bulletin.Span
	for _, p := range pieces {
		out = bulletin.AppendSpan(out, p.Span)
	}
	return out
}
