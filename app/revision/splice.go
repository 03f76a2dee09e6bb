package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// splice is replaceRange over blocks in shown order, which need not be neighbours in the text: text
// takes the place of everything from an offset in the first block to one in the last, and of all
// blocks between. What stays of the last block comes to stand in the first, by a Move, and its own
// break is deleted. Kinds and articles are what replaceRange would make of them.
func (t maker) splice(blocks []int, from, to int, text string) []Op {
	if !t.valid(blocks) {
		return nil
	}
	n := len(blocks)
	a, b := t.nearest(place(blocks[0], from)), t.nearest(place(blocks[n-1], to))
	if n == 1 || b.Block-a.Block == n-1 && slices.IsSorted(blocks) {
		return t.replaceRange(a, b, text)
	}
	upper, lower := t.Head(a.Block), t.Head(b.Block)
	own := bulletin.ID{Origin: int32(t.N() + 1)}
	anchor := t.anchorAt(a.Block, a.Off)
	var ops []Op
	lines := 0
	if text = breaks.Replace(text); text != "" {
		ops = append(ops, Op{Kind: Insert, At: anchor, Text: text})
		for _, r := range text {
			if r == '\n' {
				lines++
				if upper.Kind != bulletin.Line || upper.Article != bulletin.None {
					ops = append(ops, Op{Kind: Mark, At: own, Block: upper.Kind, Article: upper.Article})
				}
			}
			anchor = own
			own.Index++
		}
	}
	ops = append(ops, t.clear(blocks, from, to, "")...)
	if rest := t.rest(b); len(rest) > 0 {
		ops = append(ops, t.stay(rest)...)
		ops = append(ops, Op{Kind: Move, At: anchor, Spans: rest})
	}
	if !sameHead(upper, lower) && (lines > 0 || a.Off == 0 && text == "") {
		ops = append(ops, Op{Kind: Mark, At: upper.Break, Block: lower.Kind, Article: lower.Article})
	}
	if lower.Break != t.letters.end() { // that one ends an empty block now, which is none
		ops = append(ops, Op{Kind: Delete, Spans: []bulletin.Span{bulletin.One(lower.Break)}})
	}
	return ops
}

// clear deletes what splice would and types text in the first block, but joins nothing: what stays of the
// first and the last block stays where it is, each with its own kind and article. The blocks between are
// deleted whole.
func (t maker) clear(blocks []int, from, to int, text string) []Op {
	if !t.valid(blocks) {
		return nil
	}
	n := len(blocks)
	a, b := t.nearest(place(blocks[0], from)), t.nearest(place(blocks[n-1], to))
	if n == 1 {
		return t.replaceRange(a, b, text)
	}
	ops := t.replace(a.Block, a.Off, t.Len(a.Block), text)
	for _, i := range blocks[1 : n-1] {
		ops = append(ops, t.remove(i)...)
	}
	return append(ops, t.replace(b.Block, 0, b.Off, "")...)
}

// remove deletes a block with its break. The last break stays: without text before it there is no
// block.
func (t maker) remove(i int) []Op {
	if t.Head(i).Break == t.letters.end() {
		return t.replace(i, 0, t.Len(i), "")
	}
	return t.replaceRange(place(i, 0), place(i+1, 0), "")
}

// rest are the characters of a block from an offset on, and the dead ones among and behind them, up
// to the break.
func (t maker) rest(p bulletin.Place) []bulletin.Span {
	id := t.idAt(p.Block, p.Off)
	if id == t.Head(p.Block).Break {
		return nil
	}
	c := cursor{t.seq, t.seq.find(id), id.Index}
	all := c.standing(nil)
	if k := len(all) - 1; all[k].Len() > 1 {
		all[k].To--
	} else {
		all = all[:k]
	}
	return all
}

// valid says whether there are such blocks, each named once.
func (t maker) valid(blocks []int) bool {
	seen := map[int]bool{}
	for _, i := range blocks {
		if i < 0 || i >= t.NumBlocks() || seen[i] {
			return false
		}
		seen[i] = true
	}
	return len(blocks) > 0
}
