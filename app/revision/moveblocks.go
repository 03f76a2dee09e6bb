package revision

import "qingyang/app/bulletin"

// MoveBlocks puts the blocks [from, from+n) before the block numbered before now; NumBlocks() means
// the end. It is nil where they stand there already.
//
// What was deleted in these blocks goes with them, so that it comes back in its place. What was typed
// at the start of the block behind them has their last break for an anchor and would travel; it is
// placed where it stands first.
func (t *Text) MoveBlocks(from, n, before int) []Op {
	all := t.NumBlocks()
	if from < 0 || n <= 0 || from+n > all || before < 0 || before > all || before >= from && before <= from+n {
		return nil
	}
	switch end := t.End(); {
	case t.Head(from+n-1).Break == end:
		return t.moveLast(from, n, before)
	case before == all && t.Head(all-1).Break == end:
		return t.moveBehindLast(from, n)
	}
	ops := t.stay(from, n)
	return append(ops, Op{Kind: Move, At: t.Before(before, 0), Spans: t.standing(from, n)})
}

// moveLast moves blocks of which the last is the text's: the break of the raw page cannot move, so
// the block gets one of its own, and the break before takes the last one's place.
func (t *Text) moveLast(from, n, before int) []Op {
	own := bulletin.ID{Origin: int32(t.N() + 1)}
	last := t.Head(from + n - 1)
	ops := []Op{{Kind: Insert, At: t.seq.before(t.seq.find(t.End())), Text: "\n"}}
	if last.Kind != bulletin.Line || last.Article != bulletin.None {
		ops = append(ops, Op{Kind: Mark, At: own, Block: last.Kind, Article: last.Article})
	}
	spans := t.standing(from, n)
	spans = spans[:len(spans):len(spans)]
	// standing ends with the last break: the new one stands for it.
	if k := len(spans) - 1; spans[k].Len() == 1 {
		spans = spans[:k]
	} else {
		spans[k].To--
	}
	spans = bulletin.AppendID(spans, own)
	ops = append(ops, Op{Kind: Move, At: t.Before(before, 0), Spans: spans})
	upper := t.Head(from - 1) // from > 0, since before stands in front of it
	ops = append(ops, Op{Kind: Delete, Spans: []bulletin.Span{bulletin.One(upper.Break)}})
	if upper.Kind != last.Kind || upper.Article != last.Article {
		ops = append(ops, Op{Kind: Mark, At: t.End(), Block: upper.Kind, Article: upper.Article})
	}
	return ops
}

// moveBehindLast moves blocks behind the last one, which gets a break of its own for it.
func (t *Text) moveBehindLast(from, n int) []Op {
	own := bulletin.ID{Origin: int32(t.N() + 1)}
	last := t.Head(t.NumBlocks() - 1)
	ops := []Op{{Kind: Insert, At: t.seq.before(t.seq.find(t.End())), Text: "\n"}}
	if last.Kind != bulletin.Line || last.Article != bulletin.None {
		ops = append(ops, Op{Kind: Mark, At: own, Block: last.Kind, Article: last.Article})
	}
	ops = append(ops, t.stay(from, n)...)
	return append(ops, Op{Kind: Move, At: own, Spans: t.standing(from, n)})
}

// standing are all characters of blocks, dead and alive, with their breaks.
func (t *Text) standing(from, n int) []bulletin.Span {
	c := t.seq.cursorAt(from)
	var spans []bulletin.Span
	for range n {
		spans = c.stretch(spans)
	}
	return spans
}

// stay places what would travel with blocks though it stands behind them.
func (t *Text) stay(from, n int) []Op {
	moving := t.standing(from, n)
	var ops []Op
	for i := 0; i < len(moving); i++ {
		t.children(moving[i], func(k *insertion) {
			t.runsOf(k.Span, func(p spot) {
				if r := t.seq.run(p); !r.placed {
					for _, s := range without(r.Span, moving) {
						at := bulletin.ID{Origin: s.Origin, Index: s.From - 1}
						if s.From == r.From {
							at = t.seq.before(p)
						}
						moving = append(moving, s)
						ops = append(ops, Op{Kind: Move, At: at, Spans: []bulletin.Span{s}})
					}
				}
			})
		})
	}
	return ops
}

// without is what is left of a span where others are taken out.
func without(s bulletin.Span, others []bulletin.Span) []bulletin.Span {
	left := []bulletin.Span{s}
	for _, o := range others {
		var next []bulletin.Span
		for _, l := range left {
			if l.Origin != o.Origin || o.To <= l.From || l.To <= o.From {
				next = append(next, l)
				continue
			}
			if l.From < o.From {
				next = append(next, bulletin.Span{Origin: l.Origin, From: l.From, To: o.From})
			}
			if o.To < l.To {
				next = append(next, bulletin.Span{Origin: l.Origin, From: o.To, To: l.To})
			}
		}
		left = next
	}
	return left
}

// before is the character, dead or alive, that stands before a run.
func (q *sequence) before(s spot) bulletin.ID {
	for s.at == 0 {
		if s.rank == 0 {
			return bulletin.Start
		}
		s.rank--
		s.at = len(q.chunkAt(s.rank).runs)
	}
	s.at--
	r := q.run(s)
	return r.At(r.Len() - 1)
}
