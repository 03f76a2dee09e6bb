package revision

import "qingyang/app/bulletin"

// An article is named by the identity of the break whose Mark first named it, and keeps that name
// when the Mark is reverted.

// NewArticle is the name for an article that begins with this block: its break, or where that has
// named an article before, the first break behind it, else before it, that has not. It is None for a
// block that there is not. It costs a pass over the Marks of the log.
func (t *Text) NewArticle(block int) bulletin.ID {
	n := t.NumBlocks()
	if block < 0 || block >= n {
		return bulletin.None
	}
	used := t.articles()
	for i := block; i < n; i++ {
		if b := t.Head(i).Break; !used[b] {
			return b
		}
	}
	for i := block - 1; i >= 0; i-- {
		if b := t.Head(i).Break; !used[b] {
			return b
		}
	}
	for i := range t.letters.breaks { // dead ones name as well as live ones
		for _, k := range t.letters.breaks[i] {
			if b := (bulletin.ID{Origin: int32(i), Index: k}); !used[b] {
				return b
			}
		}
	}
	return t.Head(block).Break
}

// articles are all names of articles that a Mark ever gave, counting or not.
func (t *Text) articles() map[bulletin.ID]bool {
	used := map[bulletin.ID]bool{}
	for _, marks := range t.marks {
		for _, m := range marks {
			used[m.article] = true
		}
	}
	return used
}

// BlocksOf are the live blocks that belong to an article, in the order of the text.
func (t *Text) BlocksOf(article bulletin.ID) []int {
	var blocks []int
	if article == bulletin.None {
		return nil
	}
	c := t.seq.cursorAt(0)
	for i := range t.NumBlocks() {
		_, b := c.block(nil)
		if h := t.head(b); h.Article == article && h.Kind != bulletin.Furniture {
			blocks = append(blocks, i)
		}
	}
	return blocks
}

// SetArticle puts the blocks in an article, or with None in the tray. Furniture, and lines that
// nobody has placed, become paragraphs when they are given to an article.
func (t *Text) SetArticle(blocks []int, article bulletin.ID) []Op {
	return t.mark(blocks, func(h Head) Head {
		h.Article = article
		if article != bulletin.None && (h.Kind == bulletin.Furniture || h.Kind == bulletin.Line) {
			h.Kind = bulletin.Paragraph
		}
		return h
	})
}

// SplitArticle makes an article of its own of the blocks of block's article from block on, as the
// text stands, and returns its name.
func (t *Text) SplitArticle(block int) (ops []Op, article bulletin.ID) {
	if block < 0 || block >= t.NumBlocks() {
		return nil, bulletin.None
	}
	var blocks []int
	for _, i := range t.BlocksOf(t.Head(block).Article) {
		if i >= block {
			blocks = append(blocks, i)
		}
	}
	if len(blocks) == 0 {
		return nil, bulletin.None
	}
	article = t.NewArticle(block)
	return t.SetArticle(blocks, article), article
}

// MergeArticles gives the blocks of the younger article to the older one: the one that a Mark named
// first.
func (t *Text) MergeArticles(a, b bulletin.ID) []Op {
	if a == b || a == bulletin.None || b == bulletin.None {
		return nil
	}
	if t.naming(b).Before(t.naming(a)) {
		a, b = b, a
	}
	return t.SetArticle(t.BlocksOf(b), a)
}

// naming is the first Mark that names an article.
func (t *Text) naming(article bulletin.ID) OpRef {
	first := OpRef{len(t.log) + 1, 0}
	for _, marks := range t.marks {
		for _, m := range marks {
			if m.article == article && m.ref.Before(first) {
				first = m.ref
			}
		}
	}
	return first
}

// Touching are the revisions that touch an article as it is now, ascending: those of which an
// operation, counting or not, names a character that stands or would stand in one of its blocks, or
// that put a block in it. A Revert touches what the operations touch that it names. It costs some
// microseconds a span in the log.
func (t *Text) Touching(article bulletin.ID) []int {
	mine := map[int]bool{}
	for _, i := range t.BlocksOf(article) {
		mine[i] = true
	}
	var all []int
	touching := make([]bool, len(t.log)+1)
	for i, r := range t.log {
		for j := range r.Ops {
			if touching[i+1] = t.touches(&r.Ops[j], OpRef{i + 1, j}, article, mine, touching); touching[i+1] {
				all = append(all, i+1)
				break
			}
		}
	}
	return all
}

func (t *Text) touches(op *Op, ref OpRef, article bulletin.ID, mine map[int]bool, touching []bool) bool {
	spans := op.Spans
	switch op.Kind {
	case Insert:
		spans = []bulletin.Span{t.typedBy(ref)}
	case Mark:
		if op.Article == article && article != bulletin.None {
			return true
		}
		spans = []bulletin.Span{bulletin.One(op.At)}
	case Revert:
		found := false
		t.targets(op, func(r OpRef) {
			found = found || touching[r.Rev] && t.touches(t.op(r), r, article, mine, touching)
		})
		return found
	}
	found := false
	for _, s := range spans {
		t.runsOf(s, func(p spot) {
			r := t.seq.run(p)
			first := t.seq.blockAt(bulletin.ID{Origin: s.Origin, Index: max(s.From, r.From)})
			last := t.seq.blockAt(bulletin.ID{Origin: s.Origin, Index: min(s.To, r.To) - 1})
			for i := first; i <= last && !found; i++ {
				found = mine[i]
			}
		})
	}
	return found
}
