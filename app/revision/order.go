package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// Order is the order in which a reader meets the blocks of a text: articles by where their first paragraph
// stands (one without a paragraph by its first block), in each the headline stack first (kicker, headline,
// subheadline) and then as the text stands; then the tray, then the furniture. A block of kind furniture is
// furniture whatever article its Mark names; any other without an article lies in the tray.
//
// An Order never changes: a text that changed has another one. It speaks of the text that it was made of,
// or for; what it says of that text's characters is right until that text changes. Blocks are called by
// their shown numbers, from 0.
type Order struct {
	text   *Text
	heads  []Head  // of the text's blocks, as the text stands
	blocks []int32 // shown → block of the text
	shown  []int32 // block of the text → shown
}

// Order is the shown order of the text as it is now. Its cost is that of sorting the blocks, some
// milliseconds for 10,000.
func (t *Text) Order() *Order {
	heads := make([]Head, t.NumBlocks())
	c := t.seq.cursorAt(0)
	for i := range heads {
		heads[i] = t.head(c.skip())
	}
	return ordered(t, heads)
}

// For is the same order for a Copy of its text.
func (o *Order) For(t *Text) *Order {
	c := *o
	c.text = t
	return &c
}

// ordered sorts blocks. It keeps heads.
func ordered(t *Text, heads []Head) *Order {
	o := &Order{text: t, heads: heads, blocks: make([]int32, len(heads)), shown: make([]int32, len(heads))}
	type start struct {
		block     int
		paragraph bool
	}
	first := map[bulletin.ID]start{} // of every article
	for i, h := range heads {
		if h.inArticle() {
			s, seen := first[h.Article]
			if p := h.Kind == bulletin.Paragraph && !s.paragraph; p || !seen {
				first[h.Article] = start{i, s.paragraph || p}
			}
		}
	}
	// A rank is the group, where the article begins, the place in the stack, and the block, of 2, 29, 4 and
	// 29 bits.
	const bits = 29
	ranks := make([]uint64, len(heads))
	for i, h := range heads {
		rank := uint64(2) << (bits + 4)
		switch {
		case h.inArticle():
			rank = uint64(first[h.Article].block)<<4 | uint64(stack(h.Kind))
		case h.Kind != bulletin.Furniture:
			rank = uint64(1) << (bits + 4)
		}
		ranks[i] = rank<<bits | uint64(i)
	}
	slices.Sort(ranks)
	for s, r := range ranks {
		i := int32(r & (1<<bits - 1))
		o.blocks[s], o.shown[i] = i, int32(s)
	}
	return o
}

// inArticle says whether a block so marked is shown in an article.
func (h Head) inArticle() bool { return h.Article != bulletin.None && h.Kind != bulletin.Furniture }

// stack orders the titles of an article before the rest.
func stack(k bulletin.Kind) int {
	switch k {
	case bulletin.Kicker:
		return 0
	case bulletin.Headline:
		return 1
	case bulletin.Subheadline:
		return 2
	}
	return 3
}

// After is the order once its text has changed by c, and what that is in shown numbers. Where only the
// insides of blocks changed it is the same order, at the cost of a look at these.
func (o *Order) After(c Changed) (*Order, Changed) {
	t := o.text
	heads := make([]Head, c.Now)
	for i := range heads {
		heads[i] = t.Head(c.From + i)
	}
	if slices.Equal(heads, o.heads[c.From:c.From+c.Was]) {
		return o, o.around(c)
	}
	touched := map[bulletin.ID]bool{}
	for _, h := range o.heads[c.From : c.From+c.Was] {
		touched[h.Break] = true
	}
	for _, h := range heads {
		touched[h.Break] = true
	}
	n := ordered(t, slices.Concat(o.heads[:c.From], heads, o.heads[c.From+c.Was:]))
	from, end, most := 0, 0, min(o.Blocks(), n.Blocks())
	same := func(a, b Head) bool { return a == b && !touched[a.Break] }
	for from < most && same(o.Head(from), n.Head(from)) {
		from++
	}
	for end < most-from && same(o.Head(o.Blocks()-1-end), n.Head(n.Blocks()-1-end)) {
		end++
	}
	return n, Changed{from, o.Blocks() - from - end, n.Blocks() - from - end}
}

// around is the smallest run of shown blocks that holds the text's blocks of c, of which there are as many
// as before.
func (o *Order) around(c Changed) Changed {
	if c.Now == 0 {
		return Changed{}
	}
	of := o.shown[c.From : c.From+c.Now]
	from, to := int(slices.Min(of)), int(slices.Max(of))+1
	return Changed{from, to - from, to - from}
}

// Blocks is the number of blocks.
func (o *Order) Blocks() int { return len(o.blocks) }

// InText is the number of a block in the order of the text.
func (o *Order) InText(shown int) int { return int(o.blocks[shown]) }

// Block is the text, kind and article of a block; the text is Text.Runes.
func (o *Order) Block(shown int) ([]rune, Head) {
	return o.text.Runes(o.InText(shown)), o.Head(shown)
}

// Head is the name, kind and article of a block.
func (o *Order) Head(shown int) Head { return o.heads[o.blocks[shown]] }

// Length is the number of runes of a block.
func (o *Order) Length(shown int) int { return o.text.Len(o.InText(shown)) }

// Spans says where each character of a block came from, in the order of its text.
func (o *Order) Spans(shown int) []bulletin.Span {
	c := o.text.seq.cursorAt(o.InText(shown))
	spans, _ := c.block(nil)
	return spans
}

// ArticleAt is the article that a block is shown in; None for the tray, for furniture, and for a block that
// there is not.
func (o *Order) ArticleAt(shown int) bulletin.ID {
	if shown < 0 || shown >= o.Blocks() || !o.Head(shown).inArticle() {
		return bulletin.None
	}
	return o.Head(shown).Article
}

// BreakAt is the name of a block: the break that ends it. It is None for a block that there is not.
func (o *Order) BreakAt(shown int) bulletin.ID {
	if shown < 0 || shown >= o.Blocks() {
		return bulletin.None
	}
	return o.Head(shown).Break
}

// ShownOf is the block that a break ends; ok is false where that is no live break. It costs about a
// microsecond.
func (o *Order) ShownOf(name bulletin.ID) (shown int, ok bool) {
	p, live := o.PlaceOf(name)
	return p.Block, live && o.BreakAt(p.Block) == name
}

// PlaceOf is where a character is shown, or would be if it is dead; live says which. A character behind the
// last block is shown at the end of the block that ends the text; an identity that is none, at the start.
func (o *Order) PlaceOf(id bulletin.ID) (p bulletin.Place, live bool) {
	if o.Blocks() == 0 || !o.text.Has(id) {
		return bulletin.Place{}, false
	}
	i, off, live := o.text.BlockOf(id)
	if i >= o.Blocks() {
		last := int(o.shown[o.Blocks()-1])
		return place(last, o.Length(last)), false
	}
	return place(int(o.shown[i]), off), live
}

// ID is the identity of the character at a place; at the end of a block it is the break. It is None for a
// place that there is not.
func (o *Order) ID(p bulletin.Place) bulletin.ID {
	if p.Block < 0 || p.Block >= o.Blocks() {
		return bulletin.None
	}
	return o.text.idAt(int(o.blocks[p.Block]), p.Off)
}

// RawOffset is the raw character at a place, or the one nearest to what was typed there, by its rune offset; 0 for
// a place that there is not.
func (o *Order) RawOffset(p bulletin.Place) int {
	id := o.ID(p)
	if id == bulletin.None {
		return 0
	}
	return max(o.text.rawPlace(id), 0)
}

// Article is the range [from, to) of blocks of the article that a block is shown in, or of the tray or the
// furniture.
func (o *Order) Article(shown int) (from, to int) {
	same := func(other int) bool {
		h, g := o.Head(shown), o.Head(other)
		return o.ArticleAt(other) == o.ArticleAt(shown) && (h.inArticle() || (h.Kind == bulletin.Furniture) == (g.Kind == bulletin.Furniture))
	}
	from, to = shown, shown+1
	for from > 0 && same(from-1) {
		from--
	}
	for to < o.Blocks() && same(to) {
		to++
	}
	return from, to
}

// Titles are what the articles are called: by their headline, or by their first title where they have none. Those
// without a title have no entry. Linear in the blocks.
func (o *Order) Titles() map[bulletin.ID]string {
	titles, found := map[bulletin.ID]string{}, map[bulletin.ID]bulletin.Kind{}
	for i := range o.Blocks() {
		h := o.Head(i)
		kind, named := found[h.Article]
		if !h.inArticle() || !h.Kind.Title() || named && (kind == bulletin.Headline || h.Kind != bulletin.Headline) {
			continue
		}
		text, _ := o.Block(i)
		titles[h.Article], found[h.Article] = string(text), h.Kind
	}
	return titles
}

// texts are the text's numbers of the blocks [from, to).
func (o *Order) texts(from, to int) []int {
	var blocks []int
	for _, i := range o.blocks[max(from, 0):min(to, len(o.blocks))] {
		blocks = append(blocks, int(i))
	}
	return blocks
}

// Page is the finished form of the page, in shown order (see Order). Empty blocks don't show, and an article
// without shown blocks does not exist. Linear in runs, and that of Order; the texts are copied.
func (t *Text) Page() bulletin.Page {
	var page bulletin.Page
	all := t.Blocks()
	for _, i := range t.Order().blocks {
		b := all[i]
		switch n := len(page.Articles); {
		case len(b.Spans) == 0:
		case b.Kind == bulletin.Furniture:
			page.Furniture = append(page.Furniture, b)
		case b.Article == bulletin.None:
			page.Tray = append(page.Tray, b)
		case n > 0 && page.Articles[n-1].ID == b.Article:
			page.Articles[n-1].Blocks = append(page.Articles[n-1].Blocks, b)
		default:
			page.Articles = append(page.Articles, bulletin.Article{ID: b.Article, Blocks: []bulletin.Block{b}})
		}
	}
	return page
}
