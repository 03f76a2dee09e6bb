package revision

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
)

// Align makes the operations by which blocks become a text that comes back from outside: a file that
// was corrected elsewhere, another reading of the same page. A line of text is a block; empty lines
// count for nothing.
//
// blocks are ours in the order in which the text has them, usually the shown order of an article.
// Blocks and lines are paired by likeness, where one may have become two or two one; inside of a pair
// the smallest difference is taken. A new line becomes a paragraph of the article that it follows.
// Where only some blocks differ the cost is that of these. It is nil where a block is named twice or
// there is none such.
func (t *Text) Align(blocks []int, text string) []Op {
	var lines [][]rune
	for line := range strings.SplitSeq(breaks.Replace(text), "\n") {
		if line != "" {
			lines = append(lines, []rune(line))
		}
	}
	var ours [][]rune
	if !t.valid(blocks) {
		return nil
	}
	for _, i := range blocks {
		ours = append(ours, t.Runes(i))
	}

	var lists [][]Op
	steps := pairUp(ours, lines)
	for n := 0; n < len(steps); n++ {
		s := steps[n]
		extra := 0 // lines behind it that have no block
		for s.b < s.toB && n+1 < len(steps) && steps[n+1].a == steps[n+1].toA {
			n++
			extra += steps[n].toB - steps[n].b
		}
		switch fresh := lines[s.b : s.toB+extra]; {
		case s.a == s.toA: // nothing paired stands before them
			lists = append(lists, t.newLines(blocks, s.a, fresh))
		case s.b == s.toB:
			lists = append(lists, t.remove(blocks[s.a]))
		default:
			lists = append(lists, t.become(blocks[s.a:s.toA], join(fresh), extra)...)
		}
	}
	// Of two insertions at one place the later stands first: from the end to the start.
	slices.Reverse(lists)
	return t.Together(lists...)
}

// become rewrites one block, or two that became one; extra lines at the end are new paragraphs.
func (t *Text) become(blocks []int, fresh []rune, extra int) [][]Op {
	i := blocks[0]
	var ops []Op
	switch {
	case len(blocks) == 2 && blocks[1] == i+1:
		ops = t.ReplaceRange(Place{i, 0}, Place{i + 1, t.Len(i + 1)}, string(fresh))
		i++
	case len(blocks) == 2:
		return [][]Op{t.Replace(i, 0, t.Len(i), string(fresh)), t.remove(blocks[1])}
	default:
		ops = t.Replace(i, 0, t.Len(i), string(fresh))
	}
	if extra > 0 {
		ops = t.paragraphs(ops, t.Head(i), extra)
	}
	return [][]Op{ops}
}

// paragraphs marks the last blocks of a rewritten one as paragraphs: the one that the old break ends,
// and those before it that typed breaks end.
func (t *Text) paragraphs(ops []Op, h Head, n int) []Op {
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
func (t *Text) newLines(blocks []int, at int, lines [][]rune) []Op {
	own := bulletin.ID{Origin: int32(t.N() + 1)}
	k := min(at, len(blocks)-1)
	h := t.Head(blocks[k])
	text := string(join(lines))
	op := Op{Kind: Insert, At: t.Before(blocks[k], 0), Text: text + "\n"}
	if at == len(blocks) {
		if h.Break == t.End() {
			// Behind the last break there is nothing: the block gets a new one, and the last line its old.
			op = Op{Kind: Insert, At: t.Before(blocks[k], t.Len(blocks[k])), Text: "\n" + text}
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

func join(lines [][]rune) []rune {
	var text []rune
	for i, l := range lines {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, l...)
	}
	return text
}

// pair says that blocks [a, toA) became lines [b, toB).
type pair struct{ a, toA, b, toB int }

// pairUp aligns blocks and lines: the same ones first, then what lies between by likeness.
func pairUp(ours, lines [][]rune) []pair {
	d := dictionary{}
	words := func(texts [][]rune) []rune {
		var out []rune
		for _, t := range texts {
			out = append(out, d.rune(string(t)))
		}
		return out
	}
	var out []pair
	a, b := 0, 0
	same := func(n int) {
		for range n {
			out = append(out, pair{a, a + 1, b, b + 1})
			a, b = a+1, b+1
		}
	}
	for _, p := range smallest(words(ours), words(lines)) {
		same(p.from - a)
		for _, s := range likeliest(ours[a:p.to], lines[b:b+len(p.text)]) {
			out = append(out, pair{a + s.a, a + s.toA, b + s.b, b + s.toB})
		}
		a, b = p.to, b+len(p.text)
	}
	same(len(ours) - a)
	return out
}

// tooMany bounds the table of likeliest; beyond it lines are paired in their order.
const tooMany = 1 << 18

// likeliest aligns blocks and lines of which none are the same, by the least cost: a pair costs what
// it is unlike, weighed by its length; one left alone costs its length.
func likeliest(ours, lines [][]rune) []pair {
	n, m := len(ours), len(lines)
	if n*m > tooMany {
		var out []pair
		for i := range max(n, m) {
			out = append(out, pair{min(i, n), min(i+1, n), min(i, m), min(i+1, m)})
		}
		return out
	}
	bag := func(texts [][]rune) (one, two []bigrams) {
		for i, t := range texts {
			one = append(one, bigramsOf(t))
			if i > 0 {
				two = append(two, bigramsOf(join(texts[i-1:i+1])))
			}
		}
		return one, two
	}
	a1, a2 := bag(ours)
	b1, b2 := bag(lines)
	type cell struct {
		cost  float64
		a, b  int // step that led here
		known bool
	}
	w := m + 1
	table := make([]cell, (n+1)*w)
	table[0].known = true
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			here := table[i*w+j].cost
			reach := func(a, b int, cost float64) {
				if c := &table[(i+a)*w+j+b]; !c.known || here+cost < c.cost {
					*c = cell{here + cost, a, b, true}
				}
			}
			if i < n && j < m {
				reach(1, 1, a1[i].unlike(b1[j]))
			}
			if i < n && j+1 < m {
				reach(1, 2, a1[i].unlike(b2[j]))
			}
			if i+1 < n && j < m {
				reach(2, 1, a2[i].unlike(b1[j]))
			}
			if i < n {
				reach(1, 0, alone*float64(len(ours[i])+1))
			}
			if j < m {
				reach(0, 1, alone*float64(len(lines[j])+1))
			}
		}
	}
	var out []pair
	for i, j := n, m; i > 0 || j > 0; {
		c := table[i*w+j]
		out = append(out, pair{i - c.a, i, j - c.b, j})
		i, j = i-c.a, j-c.b
	}
	slices.Reverse(out)
	return out
}

// alone is the cost a rune of a text that has no partner. A pair costs up to 1 a rune of both, so
// texts with less than about a third in common are not paired.
const alone = 0.65

// bigrams counts the neighbouring pairs of runes of a text; line breaks don't count.
type bigrams struct {
	n   map[[2]rune]int
	all int
}

func bigramsOf(text []rune) bigrams {
	b := bigrams{map[[2]rune]int{}, 0}
	last := rune(0)
	for _, r := range append(text[:len(text):len(text)], 0) {
		if r == '\n' {
			continue
		}
		b.n[[2]rune{last, r}]++
		b.all++
		last = r
	}
	return b
}

// unlike is the number of bigrams that two texts do not share.
func (b bigrams) unlike(c bigrams) float64 {
	shared := 0
	for k, n := range b.n {
		shared += min(n, c.n[k])
	}
	return float64(b.all + c.all - 2*shared)
}
