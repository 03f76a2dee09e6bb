package revision

import "qingyang/app/bulletin"

// An article is named by the identity of the break whose Mark first named it, and keeps that name
// when the Mark is reverted.

// newArticle is the name for an article that begins with this block: its break, or where that has
// named an article before, the first break behind it, else before it, that has not. It is None for a
// block that there is not, and where every break has. It costs a pass over the Marks of the log.
func (t maker) newArticle(block int) bulletin.ID {
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
	return bulletin.None
}

// begin makes an article of blocks under a name of its own.
func (t maker) begin(blocks []int) []Op {
	name := t.newArticle(blocks[0])
	if name != bulletin.None {
		return t.setArticle(blocks, name)
	}
	// Every break of the page has named one: one more is typed that does not live.
	name = bulletin.ID{Origin: int32(t.N() + 1)}
	return append([]Op{
		{Kind: Insert, At: bulletin.Start, Text: "\n"},
		{Kind: Delete, Spans: []bulletin.Span{bulletin.One(name)}},
	}, t.setArticle(blocks, name)...)
}

// articles are all names of articles that a Mark ever gave, counting or not.
func (t maker) articles() map[bulletin.ID]bool {
	used := map[bulletin.ID]bool{}
	for a := t.marks.seek(0); t.marks.has(a); a = t.marks.next(a) {
		used[t.marks.val(a).article] = true
	}
	return used
}

// setArticle puts the blocks in an article, or with None in the tray. Furniture, and lines that
// nobody has placed, become paragraphs when they are given to an article; furniture also when it is put
// in the tray.
func (t maker) setArticle(blocks []int, article bulletin.ID) []Op {
	return t.mark(blocks, func(h Head) Head {
		h.Article = article
		if h.Kind == bulletin.Furniture || h.Kind == bulletin.Line && article != bulletin.None {
			h.Kind = bulletin.Paragraph
		}
		return h
	})
}

// older are two articles, the one that a Mark named first before the other.
func (t maker) older(a, b bulletin.ID) (first, second bulletin.ID) {
	if t.naming(b).Before(t.naming(a)) {
		return b, a
	}
	return a, b
}

// naming is the first Mark that names an article.
func (t maker) naming(article bulletin.ID) OpRef {
	first := OpRef{len(t.log) + 1, 0}
	for a := t.marks.seek(0); t.marks.has(a); a = t.marks.next(a) {
		if m := t.marks.val(a); m.article == article && m.ref.Before(first) {
			first = m.ref
		}
	}
	return first
}
