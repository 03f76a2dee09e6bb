package revision

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qingyang/app/bulletin"
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
func (t *Text) replace(block, from, to int, text string) []Op {
	return t.replaceRange(place(block, from), place(block, to), text)
}

// split ends the block at an offset; both halves have its kind and article.
func (t *Text) split(block, off int) []Op { return t.replace(block, off, off, "\n") }

// join joins a block with the one before it, with text between (" " or ""). The upper one's kind and
// article stay, or the lower one's where the upper is empty.
func (t *Text) join(block int, between string) []Op {
	if block < 1 || block >= t.NumBlocks() {
		return nil
	}
	return t.replaceRange(place(block-1, t.Len(block-1)), place(block, 0), between)
}

// replaceRange puts text in place of everything from one place up to another, by the smallest
// difference.
//
// Where blocks are joined the upper one's kind and article stay, unless nothing of it does and
// nothing is typed there. A line break in text ends a block of the kind and article of the one it
// stands in; what is typed behind it goes with what stands behind.
func (t *Text) replaceRange(from, to bulletin.Place, text string) []Op {
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

func (t *Text) nearest(p bulletin.Place) bulletin.Place {
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
func (t *Text) setKind(blocks []int, kind bulletin.Kind, into bulletin.ID) []Op {
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
func (t *Text) mark(blocks []int, f func(Head) Head) []Op {
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
func (t *Text) together(lists ...[]Op) []Op {
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
