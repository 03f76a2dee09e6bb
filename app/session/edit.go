package session

import (
	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/script"
)

// errOtherArticle is what an edit that would run two articles together is refused with.
var errOtherArticle = &say.Problem{
	What: say.T("上下两段不在同一稿件", "the two blocks belong to different articles"),
	Do:   say.T("要合并稿件，请用“并入上一稿”", "to join articles use “Merge into the article above”"),
}

// Replace puts text in place of the shown text [from, to). Typing inside one block becomes part of
// the burst that runs; everything else is an undo step at once.
//
// A range over several blocks joins them where they belong to one article, and else joins nothing. The caret belongs at the returned place.
func (s *Session) Replace(from, to Place, text string) (Place, Changed, error) {
	if from.Block == to.Block {
		return s.replaceIn(from.Block, from.Off, to.Off, text)
	}
	if text == "" && to.Block == from.Block+1 && from.Off == s.Length(from.Block) && to.Off == 0 && !s.order.Joinable(from.Block, to.Block) {
		return from, Changed{}, errOtherArticle
	}
	c, err := s.Do("", s.order.Replace(bulletin.Place(from), bulletin.Place(to), text))
	return s.after(from, text), c, err
}

// MoveText moves the runes [from, to) of one shown block to stand at a place outside of them. They stay the
// characters they are: each keeps its way back to the raw page.
func (s *Session) MoveText(from, to, at Place) (Place, Changed, error) {
	s.endStep()
	if from.Block != to.Block {
		return at, Changed{}, nil
	}
	ops := s.order.MoveText(revision.Stretch{Block: from.Block, From: from.Off, To: to.Off}, bulletin.Place(at))
	if len(ops) == 0 {
		return at, Changed{}, nil
	}
	c, err := s.Do("", ops)
	if at.Block != from.Block || at.Off < from.Off {
		at.Off += to.Off - from.Off
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

// Length is how many runes a shown block has.
func (s *Session) Length(shown int) int { return s.order.Length(shown) }

// Blocks is how many blocks are shown.
func (s *Session) Blocks() int { return s.order.Blocks() }

// Block is a shown block's text, kind and article; the text must not be changed.
func (s *Session) Block(shown int) ([]rune, revision.Head) { return s.order.Block(shown) }

// ArticleAt is the article of a shown block, or bulletin.None.
func (s *Session) ArticleAt(shown int) bulletin.ID { return s.order.ArticleAt(shown) }

// BreakAt is the name of a shown block: the break that ends it.
func (s *Session) BreakAt(shown int) bulletin.ID { return s.order.BreakAt(shown) }

// ShownOf finds the shown block that a break ends.
func (s *Session) ShownOf(name bulletin.ID) (int, bool) { return s.order.ShownOf(name) }

// SetKind gives the shown blocks [from, to) a kind. What becomes furniture leaves its article; what
// was furniture and becomes something else joins the article of the block shown above them.
func (s *Session) SetKind(from, to int, k bulletin.Kind) (Changed, error) {
	return s.Do("", s.order.SetKind(from, to, k))
}

// GiveTo gives the shown blocks [from, to) to an article, or puts them into the tray (None).
// Furniture that is given to an article becomes a paragraph.
func (s *Session) GiveTo(from, to int, article bulletin.ID) (Changed, error) {
	return s.Do("", s.order.GiveTo(from, to, article))
}

// orWhy is Do for what there is no other reason to refuse than why.
func (s *Session) orWhy(ops []revision.Op, why *say.Problem) (Changed, error) {
	if len(ops) == 0 {
		return Changed{}, why
	}
	return s.Do("", ops)
}

// SplitArticle begins a new article with the shown block: it and what follows it in its article.
func (s *Session) SplitArticle(shown int) (Changed, error) {
	return s.orWhy(s.order.SplitArticle(shown), &say.Problem{
		What: say.T("这里已经是一稿的开头", "an article begins here already"),
		Do:   say.T("请选稿件中间的一段", "choose a block inside an article"),
	})
}

// MergeArticle makes one of the shown block's article and the one shown above it.
func (s *Session) MergeArticle(shown int) (Changed, error) {
	return s.orWhy(s.order.MergeArticle(shown), &say.Problem{
		What: say.T("上面没有稿件", "there is no article above"),
		Do:   say.T("请在要并入的后一稿里使用", "use it in the later one of the two"),
	})
}

// MoveArticle puts the article that a shown block stands in before the article shown above it (step -1),
// or behind the one below (step +1).
func (s *Session) MoveArticle(shown, step int) (Changed, error) {
	from, to := s.order.Article(shown)
	other := from - 1
	if step > 0 {
		other = to
	}
	return s.orWhy(s.order.PutArticle(shown, other), &say.Problem{
		What: say.T("那边没有稿件", "there is no article on that side"),
		Do:   say.T("第一稿不能再往前，最后一稿不能再往后", "the first article stays first, the last one last"),
	})
}

// PutArticle puts the article that a shown block stands in where another one stands: before it if that is
// above, else behind it. Articles alone have an order; tray and furniture stay where they are.
func (s *Session) PutArticle(shown, other int) (Changed, error) {
	return s.Do("", s.order.PutArticle(shown, other))
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
	return s.orWhy(s.order.MoveBlocks(from, to, step), &say.Problem{
		What: say.T("段块只能在本稿之内移动", "a block moves only inside its article"),
		Do:   say.T("要换稿件，请用“归入稿件”", "to change its article use “Give to article”"),
	})
}
