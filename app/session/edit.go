package session

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/script"
)

// ErrOtherArticle is what an edit that would run two articles together is refused with.
var errOtherArticle = &say.Problem{
	What: say.T("上下两段不在同一稿件", "the two blocks belong to different articles"),
	Do:   say.T("要合并稿件，请用“并入上一稿”", "to join articles use “Merge into the article above”"),
}

// Replace puts text in place of the shown text [from, to). Typing inside one block becomes part of
// the burst that runs; everything else is an undo step at once.
//
// A range over several blocks joins them where they belong to one article, and else only empties
// it. The caret belongs at the returned place.
func (s *Session) Replace(from, to Place, text string) (Place, Changed, error) {
	if from.Block == to.Block {
		return s.replaceIn(from.Block, from.Off, to.Off, text)
	}
	blocks := s.order.blocks[from.Block : to.Block+1]
	head, tail := s.order.heads[blocks[0]], s.order.heads[blocks[len(blocks)-1]]
	if head.Article != tail.Article {
		if text == "" && to.Block == from.Block+1 && from.Off == s.Length(from.Block) && to.Off == 0 {
			return from, Changed{}, errOtherArticle
		}
		c, err := s.Do("", s.text.Clear(blocks, from.Off, to.Off))
		if err != nil || text == "" {
			return from, c, err
		}
		caret, more, err := s.replaceIn(from.Block, from.Off, from.Off, text)
		return caret, cover(c, more), err
	}
	c, err := s.Do("", s.text.Splice(blocks, from.Off, to.Off, text))
	return s.after(from, text), c, err
}

// MoveText moves the runes [from, to) of one shown block to stand at a place outside of them. They stay the
// characters they are: each keeps its way back to the raw page.
func (s *Session) MoveText(from, to, at Place) (Place, Changed, error) {
	s.endStep()
	if from.Block != to.Block || from.Off >= to.Off || at.Block == from.Block && at.Off >= from.Off && at.Off <= to.Off {
		return at, Changed{}, nil
	}
	i, j := s.order.blocks[from.Block], s.order.blocks[at.Block]
	var spans []bulletin.Span
	for off := from.Off; off < to.Off; off++ {
		spans = bulletin.AppendID(spans, s.text.ID(i, off))
	}
	c, err := s.Do("", []revision.Op{{Kind: revision.Move, At: s.text.Before(j, at.Off), Spans: spans}})
	n := to.Off - from.Off
	if at.Block != from.Block || at.Off < from.Off {
		at.Off += n
	}
	return at, c, err
}

// after is the place behind text that was put in at from: a '\n' in it has begun further blocks,
// which stand above the rest of the block they were typed in.
func (s *Session) after(from Place, text string) Place {
	for _, r := range text {
		if r == '\n' {
			from.Block, from.Off = from.Block+1, 0
		} else {
			from.Off++
		}
	}
	return from
}

// cover is one change that holds two made after one another, the second in the numbers of the
// first's result.
func cover(a, b Changed) Changed {
	return Changed(revision.Changed(a).Then(revision.Changed(b)))
}

// Length is how many runes a shown block has.
func (s *Session) Length(shown int) int { return len(s.text.Runes(s.order.blocks[shown])) }

// Blocks is how many blocks are shown.
func (s *Session) Blocks() int { return len(s.order.blocks) }

// Block is a shown block's text, kind and article; the text must not be changed.
func (s *Session) Block(shown int) ([]rune, revision.Head) {
	i := s.order.blocks[shown]
	return s.text.Runes(i), s.order.heads[i]
}

// ArticleAt is the article of a shown block, or bulletin.None.
func (s *Session) ArticleAt(shown int) bulletin.ID {
	if shown < 0 || shown >= s.Blocks() {
		return bulletin.None
	}
	h := s.order.heads[s.order.blocks[shown]]
	if h.Kind == bulletin.Furniture {
		return bulletin.None
	}
	return h.Article
}

// BreakAt is the name of a shown block: the break that ends it.
func (s *Session) BreakAt(shown int) bulletin.ID {
	if shown < 0 || shown >= s.Blocks() {
		return bulletin.None
	}
	return s.order.heads[s.order.blocks[shown]].Break
}

// ShownOf finds the shown block that a break ends. Linear in the number of blocks.
func (s *Session) ShownOf(name bulletin.ID) (int, bool) {
	for shown, i := range s.order.blocks {
		if s.order.heads[i].Break == name {
			return shown, true
		}
	}
	return 0, false
}

// SetKind gives the shown blocks [from, to) a kind. What becomes furniture leaves its article; what
// was furniture and becomes something else joins the article of the block shown above it.
func (s *Session) SetKind(from, to int, k bulletin.Kind) (Changed, error) {
	var ops []revision.Op
	for shown := from; shown < to; shown++ {
		h := s.order.heads[s.order.blocks[shown]]
		article := h.Article
		switch {
		case k == bulletin.Furniture:
			article = bulletin.None
		case h.Kind == bulletin.Furniture && shown > 0:
			article = s.ArticleAt(shown - 1)
		}
		if h.Kind != k || h.Article != article {
			ops = append(ops, revision.Op{Kind: revision.Mark, At: h.Break, Block: k, Article: article})
		}
	}
	return s.Do("", ops)
}

// GiveTo gives the shown blocks [from, to) to an article, or puts them into the tray (None).
// Furniture that is given to an article becomes a paragraph.
func (s *Session) GiveTo(from, to int, article bulletin.ID) (Changed, error) {
	var ops []revision.Op
	for shown := from; shown < to; shown++ {
		h := s.order.heads[s.order.blocks[shown]]
		k := h.Kind
		if k == bulletin.Furniture || k == bulletin.Line && article != bulletin.None {
			k = bulletin.Paragraph
		}
		if h.Kind != k || h.Article != article {
			ops = append(ops, revision.Op{Kind: revision.Mark, At: h.Break, Block: k, Article: article})
		}
	}
	return s.Do("", ops)
}

// SplitArticle begins a new article with the shown block: it and what follows it in its article.
func (s *Session) SplitArticle(shown int) (Changed, error) {
	first := s.order.heads[s.order.blocks[shown]]
	fresh := first.Break
	if s.named(fresh) {
		return Changed{}, &say.Problem{
			What: say.T("这里已经是一稿的开头", "an article begins here already"),
			Do:   say.T("请选稿件中间的一段", "choose a block inside an article"),
		}
	}
	to := shown + 1
	for to < s.Blocks() && first.Article != bulletin.None && s.ArticleAt(to) == first.Article {
		to++
	}
	return s.GiveTo(shown, to, fresh)
}

// named says whether an article bears the name.
func (s *Session) named(article bulletin.ID) bool {
	return slices.ContainsFunc(s.order.heads, func(h revision.Head) bool { return h.Article == article })
}

// MergeArticle gives the blocks of the shown block's article to the article shown above it, which
// keeps its name.
func (s *Session) MergeArticle(shown int) (Changed, error) {
	from, to := s.span(shown)
	above := s.ArticleAt(from - 1)
	if above == bulletin.None {
		return Changed{}, &say.Problem{
			What: say.T("上面没有稿件", "there is no article above"),
			Do:   say.T("请在要并入的后一稿里使用", "use it in the later one of the two"),
		}
	}
	return s.GiveTo(from, to, above)
}

// span is the range [from, to) of shown blocks of the article that a shown block stands in.
func (s *Session) span(shown int) (from, to int) {
	mine := s.ArticleAt(shown)
	from, to = shown, shown+1
	for from > 0 && s.ArticleAt(from-1) == mine {
		from--
	}
	for to < s.Blocks() && s.ArticleAt(to) == mine {
		to++
	}
	return from, to
}

// MoveArticle puts the article that a shown block stands in before the article shown above it (step -1),
// or behind the one below (step +1).
func (s *Session) MoveArticle(shown, step int) (Changed, error) {
	from, to := s.span(shown)
	other := from - 1
	if step > 0 {
		other = to
	}
	if other < 0 || other >= s.Blocks() || s.ArticleAt(other) == bulletin.None {
		return Changed{}, &say.Problem{
			What: say.T("那边没有稿件", "there is no article on that side"),
			Do:   say.T("第一稿不能再往前，最后一稿不能再往后", "the first article stays first, the last one last"),
		}
	}
	return s.PutArticle(shown, other)
}

// PutArticle puts the article that a shown block stands in where another one stands: before it if that is
// above, else behind it. Articles alone have an order; tray and furniture stay where they are.
func (s *Session) PutArticle(shown, other int) (Changed, error) {
	if s.ArticleAt(shown) == bulletin.None || s.ArticleAt(other) == bulletin.None || s.ArticleAt(shown) == s.ArticleAt(other) {
		return Changed{}, nil
	}
	from, to := s.span(shown)
	above, below := s.span(other)
	if above > from { // those between and that one go before this one
		above, from, to = from, to, below
	}
	return s.Do("", s.text.MoveBlocks(slices.Clone(s.order.blocks[from:to]), slices.Min(s.order.blocks[above:from])))
}

// JoinAbove joins the shown block to the one above it, which keeps its kind.
func (s *Session) JoinAbove(shown int) (Changed, error) {
	if shown <= 0 || shown >= s.Blocks() {
		return Changed{}, nil
	}
	_, c, err := s.Replace(Place{shown - 1, s.Length(shown - 1)}, Place{shown, 0}, s.between(shown))
	return c, err
}

// between is what stands between two blocks that are joined: a space between Latin words, unless a
// hyphen parts them already (rule L1).
func (s *Session) between(shown int) string {
	a, _ := s.Block(shown - 1)
	b, _ := s.Block(shown)
	if len(a) == 0 || len(b) == 0 {
		return ""
	}
	word := func(r rune) bool { return script.IsLatin(r) || script.IsDigit(r) }
	x, y := a[len(a)-1], b[0]
	if script.IsLatin(y) && (word(x) || script.IsHalf(x) && !script.IsSpace(x) && x != '-') ||
		script.IsDigit(y) && script.IsLatin(x) {
		return " "
	}
	return ""
}

// MoveBlocks moves the shown blocks [from, to) by step places inside their article.
func (s *Session) MoveBlocks(from, to, step int) (Changed, error) {
	before := from - 1
	if step > 0 {
		before = to + 1
	}
	article := s.ArticleAt(from)
	if before < 0 || before > s.Blocks() || s.ArticleAt(to-1) != article ||
		step < 0 && s.ArticleAt(before) != article || step > 0 && s.ArticleAt(to) != article {
		return Changed{}, &say.Problem{
			What: say.T("段块只能在本稿之内移动", "a block moves only inside its article"),
			Do:   say.T("要换稿件，请用“归入稿件”", "to change its article use “Give to article”"),
		}
	}
	// beyond the last shown block there is no block to stand before: move the neighbour instead
	moved, target := s.order.blocks[from:to], 0
	if step > 0 {
		moved, target = s.order.blocks[to:to+1], s.order.blocks[from]
	} else {
		target = s.order.blocks[before]
	}
	return s.Do("", s.text.MoveBlocks(slices.Clone(moved), target))
}
