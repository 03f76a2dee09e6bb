package revision

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// moves describes the Moves of the last revision. Moves that only keep in place what would have
// travelled go with the Move that they serve; so do the breaks that moving the last block types and
// deletes.
func (t *Text) moves(groups []*group) []*group {
	rev := len(t.log)
	ops := t.log[rev-1].Ops
	serves := make([]int, len(ops)) // the Move that a Move serves
	for i := len(ops) - 1; i >= 0; i-- {
		serves[i] = i
		if ops[i].Kind != Move {
			continue
		}
		anchor, ok := t.anchorOf(ops[i].Spans[0].At(0))
		for k := i + 1; ok && k < len(ops); k++ {
			if ops[k].Kind == Move && holds(ops[k].Spans, anchor) {
				serves[i] = serves[k]
				break
			}
		}
	}
	var all []*group
	for i := range ops {
		if ops[i].Kind != Move || serves[i] != i {
			continue
		}
		g := &group{moved: &ops[i]}
		for k := range ops {
			if ops[k].Kind == Move && serves[k] == i {
				g.add(k)
			}
		}
		t.takeRecipe(g, groups)
		all = append(all, g)
	}
	return all
}

func holds(spans []bulletin.Span, id bulletin.ID) bool {
	return slices.ContainsFunc(spans, func(s bulletin.Span) bool { return s.Has(id) })
}

// takeRecipe adds to a Move the groups that only make moving a last block possible.
func (t *Text) takeRecipe(g *group, groups []*group) {
	recipe := false
	for _, o := range groups {
		recipe = slices.ContainsFunc(o.parts, func(p part) bool {
			id := p.At(0)
			return p.typed && p.Len() == 1 && t.letters.isBreak(id) && (holds(g.moved.Spans, id) || g.moved.At == id)
		}) && g.take(o) || recipe
	}
	for _, o := range groups {
		if p := o.parts[0]; recipe && len(o.parts) == 1 && !p.typed && p.Len() == 1 &&
			t.letters.isBreak(p.At(0)) && t.seq.blockAt(p.At(0)) == t.seq.total-1 {
			g.take(o)
		}
	}
}

// take makes another group serve this one.
func (g *group) take(o *group) bool {
	if o.move == nil {
		o.move = g
		for _, op := range o.ops {
			g.add(op)
		}
	}
	return true
}

func (t *Text) describeMove(g *group) Correction {
	at := g.moved.Spans[0].At(0)
	c := Correction{Rev: len(t.log), Ops: g.ops, Kind: compare.Moved, At: at, Place: t.RawPlace(at)}
	c.Before = string(t.lines(t.inOrder(g.moved.Spans)))
	c.After = c.Before
	return c
}

// lines is the text of spans with '\n' for every break.
func (t *Text) lines(spans []bulletin.Span) []rune {
	var text []rune
	for _, s := range spans {
		from := len(text)
		text = append(text, t.letters.text(s)...)
		for _, b := range t.breaksOf(s) {
			text[from+int(b.Index-s.From)] = '\n'
		}
	}
	return text
}

// inOrder are the live characters of spans as they stand.
func (t *Text) inOrder(spans []bulletin.Span) []bulletin.Span {
	type piece struct {
		s spot
		bulletin.Span
	}
	var pieces []piece
	for _, s := range spans {
		t.runsOf(s, func(p spot) {
			if r := t.seq.run(p); r.dead == 0 {
				pieces = append(pieces, piece{p, bulletin.Span{
					Origin: s.Origin, From: max(s.From, r.From), To: min(s.To, r.To),
				}})
			}
		})
	}
	slices.SortFunc(pieces, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.s.rank, b.s.rank), cmp.Compare(a.s.at, b.s.at), cmp.Compare(a.From, b.From))
	})
	var out []bulletin.Span
	for _, p := range pieces {
		out = bulletin.AppendSpan(out, p.Span)
	}
	return out
}
