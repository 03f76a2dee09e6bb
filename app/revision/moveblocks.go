package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// moveBlocks puts blocks, which need not be neighbours, before the block numbered before now;
// NumBlocks() means the end. They keep the order in which they stand. It is nil where nothing would
// move.
//
// What was deleted in these blocks goes with them, so that it comes back in its place. What was typed
// at the start of the block behind them has their last break for an anchor and would travel; it is
// placed where it stands first.
func (t maker) moveBlocks(blocks []int, before int) []Op {
	all := t.NumBlocks()
	blocks = slices.Compact(slices.Sorted(slices.Values(blocks)))
	if len(blocks) == 0 || blocks[0] < 0 || blocks[len(blocks)-1] >= all || before < 0 || before > all {
		return nil
	}
	for slices.Contains(blocks, before) {
		before++
	}
	for before == all && len(blocks) > 0 && blocks[len(blocks)-1] == all-1 {
		blocks, all, before = blocks[:len(blocks)-1], all-1, all-1 // it stands at the end already
	}
	after := before - 1 // the block behind which they come to stand
	for slices.Contains(blocks, after) {
		after--
	}
	if len(blocks) == 0 || blocks[0] > after && blocks[len(blocks)-1] < before {
		return nil
	}
	switch end := t.letters.end(); {
	case t.Head(blocks[len(blocks)-1]).Break == end:
		return t.moveLast(blocks, after)
	case after >= 0 && t.Head(after).Break == end:
		own, ops := t.newEnd(after)
		spans := t.standing(blocks)
		ops = append(ops, t.stay(spans)...)
		return append(ops, Op{Kind: Move, At: own, Spans: spans})
	}
	spans := t.standing(blocks)
	return append(t.stay(spans), Op{Kind: Move, At: t.anchorAt(after+1, 0), Spans: spans})
}

// moveLast moves blocks of which the last is the text's: the break of the raw page cannot move, so
// that block gets one of its own, and the raw page's takes the place of the last break that stays.
func (t maker) moveLast(blocks []int, after int) []Op {
	last := blocks[len(blocks)-1]
	own, ops := t.newEnd(last)
	spans := t.standing(blocks)
	ops = append(ops, t.stay(spans)...)
	if k := len(spans) - 1; spans[k].Len() == 1 {
		spans = spans[:k]
	} else {
		spans[k].To--
	}
	ops = append(ops, Op{Kind: Move, At: t.anchorAt(after+1, 0), Spans: bulletin.AppendID(spans, own)})
	stays := last
	for slices.Contains(blocks, stays) {
		stays--
	}
	upper, lower := t.Head(stays), t.Head(last)
	ops = append(ops, Op{Kind: Delete, Spans: []bulletin.Span{bulletin.One(upper.Break)}})
	if !sameHead(upper, lower) {
		ops = append(ops, Op{Kind: Mark, At: t.letters.end(), Block: upper.Kind, Article: upper.Article})
	}
	return ops
}

// newEnd gives the last block a break before that of the raw page, marked as it is.
func (t maker) newEnd(last int) (own bulletin.ID, ops []Op) {
	own = bulletin.ID{Origin: int32(t.N() + 1)}
	ops = []Op{{Kind: Insert, At: t.seq.before(t.seq.find(t.letters.end())), Text: "\n"}}
	if h := t.Head(last); h.Kind != bulletin.Line || h.Article != bulletin.None {
		ops = append(ops, Op{Kind: Mark, At: own, Block: h.Kind, Article: h.Article})
	}
	return own, ops
}

// moveText puts the runes [from, to) of a block, which must be there, at a place outside of them.
func (t maker) moveText(block, from, to int, at bulletin.Place) []Op {
	var spans []bulletin.Span
	c := t.seq.cursorAtChar(t.seq.start(block) + from)
	for last := t.idAt(block, to-1); ; {
		r := t.seq.run(c.s)
		s := bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}
		if s.Has(last) {
			s.To = last.Index + 1
			spans = bulletin.AppendSpan(spans, s)
			break
		}
		spans = bulletin.AppendSpan(spans, s)
		c.step()
	}
	return append(t.stay(spans), Op{Kind: Move, At: t.anchorAt(at.Block, at.Off), Spans: spans})
}

// standing are all characters of blocks, dead and alive, with their breaks.
func (t maker) standing(blocks []int) []bulletin.Span {
	var spans []bulletin.Span
	for _, i := range blocks {
		c := t.seq.cursorAt(i)
		spans = c.standing(spans)
	}
	return spans
}

// stay places what would travel with characters though it stands elsewhere, each where it stands.
//
// A placed character stays behind, but what it has for an anchor would still travel with it while it
// is placed. So all that hangs on it is placed before it, even among the characters that move.
func (t maker) stay(moving []bulletin.Span) []Op {
	var ops []Op
	leaving, placed := newSpans(moving...), newSpans()
	var visit func(s bulletin.Span, all bool)
	visit = func(s bulletin.Span, all bool) {
		t.children(s, func(k *insertion) {
			t.runsOf(k.Span, func(p spot) {
				r := *t.seq.run(p)
				if r.placed {
					return
				}
				for _, s := range placed.missing(r.Span) {
					out := []bulletin.Span{s}
					if !all {
						out = leaving.missing(s)
					}
					for _, s := range out {
						at := bulletin.ID{Origin: s.Origin, Index: s.From - 1}
						if s.From == r.From {
							at = t.seq.before(p)
						}
						placed.add(s)
						visit(s, true)
						ops = append(ops, Op{Kind: Move, At: at, Spans: []bulletin.Span{s}})
					}
				}
			})
		})
	}
	for _, s := range moving {
		visit(s, false)
	}
	return ops
}
