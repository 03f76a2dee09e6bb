package revision

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// corrected makes the operations by which blocks become a text that comes back from outside, as align
// does; ok is false where that is rather another text: where fewer than half of the blocks are like a line
// of it.
func (t maker) corrected(blocks []int, text string) (ops []Op, ok bool) {
	var lines, ours [][]rune
	for line := range strings.SplitSeq(breaks.Replace(text), "\n") {
		if line != "" {
			lines = append(lines, []rune(line))
		}
	}
	for _, i := range blocks {
		ours = append(ours, t.Runes(i))
	}
	steps := compare.Pair(ours, lines)
	like := 0
	for _, s := range steps {
		// Of many lines only those that are the same are paired for likeness.
		few := len(ours)*len(lines) <= 1<<14
		if s.A < s.ToA && s.B < s.ToB && (few || slices.Equal(ours[s.A], lines[s.B])) {
			like += s.ToA - s.A
		}
	}
	if like*2 < len(blocks) {
		return nil, false
	}
	return t.align(blocks, lines, steps), true
}

// align makes the operations by which blocks become lines: a text that was corrected elsewhere, another
// reading of the same page.
//
// blocks are ours in the order in which the text has them, usually the shown order of an article, and steps
// what compare.Pair says of them. Inside of a pair the smallest difference is taken. A new line becomes a
// paragraph of the article that it follows.
func (t maker) align(blocks []int, lines [][]rune, steps []compare.Became) []Op {
	var lists [][]Op
	for n := 0; n < len(steps); n++ {
		s := steps[n]
		extra := 0 // lines behind it that have no block
		for s.B < s.ToB && n+1 < len(steps) && steps[n+1].A == steps[n+1].ToA {
			n++
			extra += steps[n].ToB - steps[n].B
		}
		switch fresh := lines[s.B : s.ToB+extra]; {
		case s.A == s.ToA: // nothing paired stands before them
			lists = append(lists, t.newLines(blocks, s.A, fresh))
		case s.B == s.ToB:
			lists = append(lists, t.remove(blocks[s.A]))
		default:
			lists = append(lists, t.become(blocks[s.A:s.ToA], compare.Join(fresh), extra)...)
		}
	}
	// Of two insertions at one place the later stands first: from the end to the start.
	slices.Reverse(lists)
	return t.together(lists...)
}

// become rewrites one block, or two that became one; extra lines at the end are new paragraphs.
func (t maker) become(blocks []int, fresh []rune, extra int) [][]Op {
	i := blocks[0]
	var ops []Op
	switch {
	case len(blocks) == 2 && blocks[1] == i+1:
		ops = t.replaceRange(place(i, 0), place(i+1, t.Len(i+1)), string(fresh))
		i++
	case len(blocks) == 2:
		return [][]Op{t.replace(i, 0, t.Len(i), string(fresh)), t.remove(blocks[1])}
	default:
		ops = t.replace(i, 0, t.Len(i), string(fresh))
	}
	if extra > 0 {
		ops = t.paragraphs(ops, t.Head(i), extra)
	}
	return [][]Op{ops}
}

// paragraphs marks the last blocks of a rewritten one as paragraphs: the one that the old break ends,
// and those before it that typed breaks end.
func (t maker) paragraphs(ops []Op, h Head, n int) []Op {
	var typed []bulletin.ID
	own := bulletin.ID{Origin: int32(t.N() + 1)}
	for _, op := range ops {
		if op.Kind != Insert {
			continue
		}
		for _, r := range op.Text {
			if r == '\n' {
				typed = append(typed, own)
			}
			own.Index++
		}
	}
	ends := append(typed[max(0, len(typed)-n+1):], h.Break)
	ops = slices.DeleteFunc(ops, func(op Op) bool { return op.Kind == Mark && slices.Contains(ends, op.At) })
	for _, b := range ends {
		if b != h.Break || h.Kind != bulletin.Paragraph {
			ops = append(ops, Op{Kind: Mark, At: b, Block: bulletin.Paragraph, Article: h.Article})
		}
	}
	return ops
}

// newLines puts paragraphs before the block blocks[at], or behind the last one.
func (t maker) newLines(blocks []int, at int, lines [][]rune) []Op {
	own := bulletin.ID{Origin: int32(t.N() + 1)}
	k := min(at, len(blocks)-1)
	h := t.Head(blocks[k])
	text := string(compare.Join(lines))
	op := Op{Kind: Insert, At: t.anchorAt(blocks[k], 0), Text: text + "\n"}
	if at == len(blocks) {
		if h.Break == t.letters.end() {
			// Behind the last break there is nothing: the block gets a new one, and the last line its old.
			op = Op{Kind: Insert, At: t.anchorAt(blocks[k], t.Len(blocks[k])), Text: "\n" + text}
		} else {
			op.At = h.Break
		}
	}
	ops := []Op{op}
	for i, r := range []rune(op.Text) {
		if r == '\n' {
			own.Index = int32(i)
			m := Op{Kind: Mark, At: own, Block: bulletin.Paragraph, Article: h.Article}
			if i == 0 {
				m.Block = h.Kind
			}
			ops = append(ops, m)
		}
	}
	if op.Text[0] == '\n' && h.Kind != bulletin.Paragraph {
		ops = append(ops, Op{Kind: Mark, At: h.Break, Block: bulletin.Paragraph, Article: h.Article})
	}
	return ops
}
