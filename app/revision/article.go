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
	for a := t.marks.seek(0); t.marks.has(a); a = t.marks.next(a) {
		used[t.marks.val(a).article] = true
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
	for a := t.marks.seek(0); t.marks.has(a); a = t.marks.next(a) {
		if m := t.marks.val(a); m.article == article && m.ref.Before(first) {
			first = m.ref
		}
	}
	return first
}
