package revision

import (
	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// stretch is a part of a text that is going to be rewritten.
type stretch struct {
	t      *Text
	anchor bulletin.ID // before it
	old    []rune      // breaks are '\n'
	ids    []bulletin.ID
	heads  []Head // of all blocks that it touches
	before bool   // something of the first block stays before it
	behind bool   // something of the last block stays behind it
	atEnd  bool   // it ends where the text ends, in a block that is not empty
}

func (t *Text) span(from, to bulletin.Place) *stretch {
	w := &stretch{t: t, anchor: t.Before(from.Block, from.Off), before: from.Off > 0}
	c := t.seq.cursorAt(from.Block)
	var spans []bulletin.Span
	for i := from.Block; i <= to.Block; i++ {
		var b bulletin.ID
		spans, b = c.block(spans[:0])
		w.heads = append(w.heads, t.head(b))
		at, stop := 0, -1
		if i == from.Block {
			at = from.Off
		}
		if i == to.Block {
			stop = to.Off
		}
		n := 0
		for _, s := range spans {
			first, last := max(at, n), n+s.Len()
			if stop >= 0 {
				last = min(stop, last)
			}
			if first < last {
				w.old = append(w.old, t.letters.text(s)[first-n:last-n]...)
				for k := first - n; k < last-n; k++ {
					w.ids = append(w.ids, s.At(k))
				}
			}
			n += s.Len()
		}
		if i < to.Block {
			w.old = append(w.old, '\n')
			w.ids = append(w.ids, b)
		} else {
			w.behind = to.Off < n
			w.atEnd = b == t.End() && n > 0 && to.Off == n
		}
	}
	return w
}

// write makes the operations that turn the stretch into text.
func (w *stretch) write(text []rune) []Op {
	var ops []Op
	own := bulletin.ID{Origin: int32(w.t.N() + 1)}
	block := 0                    // of heads: where the old text stands
	first := true                 // no break has been passed yet
	var kept *Head                // of the block that is being put together, once something of it stays
	var marked []Op               // Marks of this piece
	pass := func(b bulletin.ID) { // a break that stays or is typed ends a block
		h := w.heads[block]
		has := Head{Break: b, Article: bulletin.None}
		if b == h.Break {
			has = h
		}
		want := h
		if kept != nil {
			want = *kept
		}
		if !sameHead(want, has) {
			marked = append(marked, Op{Kind: Mark, At: b, Block: want.Kind, Article: want.Article})
		}
		kept, first = nil, false
	}
	keep := func() {
		if kept == nil {
			kept = &w.heads[block]
		}
	}
	if w.before {
		keep()
	}
	at := 0
	stay := func(to int) {
		for ; at < to; at++ {
			if w.isBreak(at, block) {
				pass(w.ids[at])
				block++
			} else {
				keep()
			}
		}
	}
	for _, p := range compare.Smallest(w.old, text) {
		stay(p.From)
		if len(p.Text) > 0 {
			anchor := w.anchor
			if p.From > 0 {
				anchor = w.ids[p.From-1]
			}
			ops = append(ops, Op{Kind: Insert, At: anchor, Text: string(p.Text)})
			for _, r := range p.Text {
				if r == '\n' {
					pass(own)
				} else if first { // in further lines what was there decides
					keep()
				}
				own.Index++
			}
		}
		if p.To > p.From {
			var spans []bulletin.Span
			for ; at < p.To; at++ {
				spans = bulletin.AppendID(spans, w.ids[at])
				if w.isBreak(at, block) {
					block++
				}
			}
			ops = append(ops, Op{Kind: Delete, Spans: spans})
		}
		ops, marked = append(ops, marked...), marked[:0]
	}
	if len(ops) == 0 {
		return nil
	}
	stay(len(w.old))
	if w.behind {
		keep()
	}
	pass(w.heads[block].Break)
	return append(ops, marked...)
}

// isBreak says whether the old character at an offset ends the block with this number.
func (w *stretch) isBreak(at, block int) bool { return w.ids[at] == w.heads[block].Break }
