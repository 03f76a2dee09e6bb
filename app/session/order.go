package session

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// Changed says that the shown blocks [From, From+Was) became the shown blocks [From, From+Now).
type Changed struct{ From, Was, Now int }

// Place is a place on the clean side: a shown block and an offset in it, in runes.
type Place struct{ Block, Off int }

// order is the shown order of a text's blocks: articles by where their first paragraph stands, in
// each the headline stack first and then as the text stands; then the tray, then the furniture.
type order struct {
	heads  []revision.Head // of the text's blocks, in the order of the text
	blocks []int           // shown → block of the text
	shown  []int           // block of the text → shown
}

// reset computes the order anew. Its cost is that of sorting the blocks.
func (o *order) reset(t *revision.Text) {
	o.heads = o.heads[:0]
	for i := range t.NumBlocks() {
		o.heads = append(o.heads, t.Head(i))
	}
	o.sort()
}

func (o *order) sort() {
	type rank struct{ group, article, part int }
	first := map[bulletin.ID]int{} // article → where its first paragraph stands, else its first block
	para := map[bulletin.ID]bool{}
	for i, h := range o.heads {
		if h.Article == bulletin.None || h.Kind == bulletin.Furniture {
			continue
		}
		_, seen := first[h.Article]
		if p := h.Kind == bulletin.Paragraph && !para[h.Article]; p || !seen {
			first[h.Article] = i
			para[h.Article] = para[h.Article] || p
		}
	}
	ranks := make([]rank, len(o.heads))
	o.blocks = o.blocks[:0]
	for i, h := range o.heads {
		switch {
		case h.Kind == bulletin.Furniture:
			ranks[i] = rank{group: 2}
		case h.Article == bulletin.None:
			ranks[i] = rank{group: 1}
		default:
			ranks[i] = rank{0, first[h.Article], int(bulletin.Paragraph)}
			if h.Kind.Title() {
				ranks[i].part = int(h.Kind)
			}
		}
		o.blocks = append(o.blocks, i)
	}
	slices.SortStableFunc(o.blocks, func(a, b int) int {
		x, y := ranks[a], ranks[b]
		return cmp.Or(cmp.Compare(x.group, y.group), cmp.Compare(x.article, y.article), cmp.Compare(x.part, y.part))
	})
	o.shown = slices.Grow(o.shown[:0], len(o.heads))[:len(o.heads)]
	for s, i := range o.blocks {
		o.shown[i] = s
	}
}

// update takes in a change of the text and says what it is in shown order. Where only the insides
// of blocks changed it costs what they cost; else as much as reset.
func (o *order) update(t *revision.Text, c revision.Changed) Changed {
	same := c.Was == c.Now
	for i := c.From; same && i < c.From+c.Now; i++ {
		same = o.heads[i] == t.Head(i)
	}
	if same {
		return o.span(c)
	}
	was := make([]revision.Head, len(o.blocks))
	touched := map[bulletin.ID]bool{}
	for s, i := range o.blocks {
		was[s] = o.heads[i]
	}
	for i := c.From; i < c.From+c.Was; i++ {
		touched[o.heads[i].Break] = true
	}
	heads := make([]revision.Head, 0, c.Now)
	for i := c.From; i < c.From+c.Now; i++ {
		h := t.Head(i)
		heads = append(heads, h)
		touched[h.Break] = true
	}
	o.heads = slices.Replace(o.heads, c.From, c.From+c.Was, heads...)
	o.sort()
	now := func(s int) revision.Head { return o.heads[o.blocks[s]] }
	from, end := 0, 0
	for from < len(was) && from < len(o.blocks) && was[from] == now(from) && !touched[was[from].Break] {
		from++
	}
	for end < len(was)-from && end < len(o.blocks)-from {
		w := was[len(was)-1-end]
		if w != now(len(o.blocks)-1-end) || touched[w.Break] {
			break
		}
		end++
	}
	return Changed{from, len(was) - from - end, len(o.blocks) - from - end}
}

// span is the smallest run of shown blocks that holds the text's blocks of c.
func (o *order) span(c revision.Changed) Changed {
	lo, hi := len(o.blocks), 0
	for i := c.From; i < c.From+c.Now; i++ {
		lo, hi = min(lo, o.shown[i]), max(hi, o.shown[i]+1)
	}
	if lo >= hi {
		return Changed{}
	}
	return Changed{lo, hi - lo, hi - lo}
}
