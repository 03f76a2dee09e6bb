package revision

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// The methods here make operations for what an editor does, and change nothing: hand them to Append
// as one revision that follows the present state. Places that there are not are taken as the nearest
// ones; where nothing would change the answer is nil.
//
// Every separate difference has operations of its own, so that each can be taken back by itself.

// place is one in the order of the text.
func place(block, off int) bulletin.Place { return bulletin.Place{Block: block, Off: off} }

// replace puts text in place of the runes [from, to) of a block, by the smallest difference. A line
// break in text ends a block of the same kind and article.
func (t maker) replace(block, from, to int, text string) []Op {
	return t.replaceRange(place(block, from), place(block, to), text)
}

// replaceRange puts text in place of everything from one place up to another, by the smallest
// difference.
//
// Where blocks are joined the upper one's kind and article stay, unless nothing of it does and
// nothing is typed there; a dateline that a paragraph comes to is a paragraph. A line break in text ends a block of the kind and article of the one it
// stands in; what is typed behind it goes with what stands behind.
func (t maker) replaceRange(from, to bulletin.Place, text string) []Op {
	from, to = t.nearest(from), t.nearest(to)
	if to.Block < from.Block || to.Block == from.Block && to.Off < from.Off {
		from, to = to, from
	}
	w := t.span(from, to)
	fresh := []rune(breaks.Replace(text))
	if n := len(fresh); n > 0 && fresh[n-1] == '\n' && w.atEnd && len(w.old) == 0 {
		// The last break has no block behind it that is empty; a second one makes it.
		fresh = append(fresh, '\n')
	}
	return w.write(fresh)
}

var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

func (t maker) nearest(p bulletin.Place) bulletin.Place {
	switch n := t.NumBlocks(); {
	case p.Block < 0:
		return place(0, 0)
	case p.Block >= n && t.hidden:
		return place(n, 0)
	case p.Block >= n:
		return place(n-1, t.Len(n-1))
	}
	return place(p.Block, min(max(p.Off, 0), t.Len(p.Block)))
}

// setKind makes the blocks ones of a kind. What becomes furniture leaves its article; what was furniture
// and becomes something else goes into an article, or with None into the tray.
func (t maker) setKind(blocks []int, kind bulletin.Kind, into bulletin.ID) []Op {
	return t.mark(blocks, func(h Head) Head {
		switch {
		case kind == bulletin.Furniture:
			h.Article = bulletin.None
		case h.Kind == bulletin.Furniture:
			h.Article = into
		}
		h.Kind = kind
		return h
	})
}

// mark makes a Mark for every block whose head f changes.
func (t maker) mark(blocks []int, f func(Head) Head) []Op {
	var ops []Op
	for _, i := range blocks {
		if i < 0 || i >= t.NumBlocks() {
			continue
		}
		if old := t.Head(i); f(old) != old {
			h := f(old)
			ops = append(ops, Op{Kind: Mark, At: h.Break, Block: h.Kind, Article: h.Article})
		}
	}
	return ops
}

// together puts several lists of operations, each made for the present state and none touching what
// another touches, in one list for one revision: what each types is numbered after what the lists
// before it type.
func (t maker) together(lists ...[]Op) []Op {
	var all []Op
	own, shift := int32(t.N()+1), int32(0)
	for _, ops := range lists {
		all = append(all, shifted(ops, func(id bulletin.ID) bulletin.ID {
			if id.Origin == own {
				id.Index += shift
			}
			return id
		})...)
		for _, op := range ops {
			shift += int32(utf8.RuneCountInString(op.Text))
		}
	}
	return all
}

// shifted is a copy of ops in which every identity became another.
func shifted(ops []Op, f func(bulletin.ID) bulletin.ID) []Op {
	out := slices.Clone(ops)
	for i := range out {
		op := &out[i]
		switch op.Kind {
		case Insert:
			op.At = f(op.At)
		case Mark:
			op.At, op.Article = f(op.At), f(op.Article)
		case Delete, Move:
			if op.Kind == Move {
				op.At = f(op.At)
			}
			op.Spans = slices.Clone(op.Spans)
			for k, s := range op.Spans {
				at := f(s.At(0))
				op.Spans[k] = bulletin.Span{Origin: at.Origin, From: at.Index, To: at.Index + int32(s.Len())}
			}
		}
	}
	return out
}

// replaced is a part of a text that is going to be rewritten: the replaced range of an edit.
type replaced struct {
	t      maker
	anchor bulletin.ID // before it
	old    []rune      // breaks are '\n'
	ids    []bulletin.ID
	heads  []Head // of all blocks that it touches
	before bool   // something of the first block stays before it
	behind bool   // something of the last block stays behind it
	atEnd  bool   // it ends where the text ends, in a block that is not empty
}

// span is the range between two places, which must be there. Its cost is that of what it holds, and of Head for
// each block.
func (t maker) span(from, to bulletin.Place) *replaced {
	q := t.seq
	w := &replaced{t: t, anchor: t.anchorAt(from.Block, from.Off), before: from.Off > 0}
	for i := from.Block; i <= to.Block; i++ {
		w.heads = append(w.heads, t.Head(i))
	}
	start := q.start(to.Block)
	n := q.start(to.Block+1) - 1 - start
	w.behind = to.Off < n
	w.atEnd = w.heads[len(w.heads)-1].Break == t.letters.end() && n > 0 && to.Off == n
	at := q.start(from.Block) + from.Off
	left := start + to.Off - at
	if left <= 0 {
		return w
	}
	w.old, w.ids = make([]rune, 0, left), make([]bulletin.ID, 0, left)
	for c := q.cursorAtChar(at); left > 0; c.step() {
		r := q.run(c.s)
		if r.dead > 0 {
			continue
		}
		end := min(r.To, c.from+int32(left))
		left -= int(end - c.from)
		for k := c.from; k < end; k++ {
			id := bulletin.ID{Origin: r.Origin, Index: k}
			if r.breaks > 0 && q.isBreak(id) {
				w.old = append(w.old, '\n')
			} else {
				w.old = append(w.old, q.rune(id))
			}
			w.ids = append(w.ids, id)
		}
	}
	return w
}

// write makes the operations that turn it into text.
func (w *replaced) write(text []rune) []Op {
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
		switch h := &w.heads[block]; {
		case kept == nil:
			kept = h
		case kept.Kind == bulletin.Dateline && h.Kind == bulletin.Paragraph: // it is the lead of that now
			kept = &Head{kept.Break, bulletin.Paragraph, kept.Article}
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
func (w *replaced) isBreak(at, block int) bool { return w.ids[at] == w.heads[block].Break }
