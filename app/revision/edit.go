package revision

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
)

// The methods here make operations for what an editor does in the shown order, and change nothing: hand
// them to Append as one revision that follows the present state. Nobody else makes operations. Blocks are
// called by their shown numbers; places that there are not are taken as the nearest ones. Where nothing
// would change, or what is asked for cannot be, the answer is nil.
//
// Every separate difference has operations of its own, so that each can be taken back by itself.

// maker makes operations for a text as it is, in the order of the text. It changes nothing.
type maker struct{ *Text }

func (o *Order) maker() maker { return maker{o.text} }

// Stretch is a run of runes [From, To) of one block.
type Stretch struct{ Block, From, To int }

// replace puts text in place of everything from one place up to another that does not stand above it, by
// the smallest difference.
//
// Blocks of one article are joined: the upper one's kind stays, unless nothing of it does and nothing is
// typed there. Across articles nothing is joined: the text is typed in the first block, what stays of the
// last keeps its place. A line break in text ends a block of the kind and article that it is typed in.
//
// Where whole blocks of an article are replaced by lines of which most are like them, the text is theirs,
// corrected elsewhere: every block becomes its line and keeps its kind, and what was not corrected stays the
// characters it was. Empty lines count for nothing then, and new lines are paragraphs.
func (o *Order) Replace(from, to bulletin.Place, text string) []Op {
	from, to = o.nearest(from), o.nearest(to)
	if o.Blocks() == 0 {
		return o.maker().replace(0, 0, 0, text)
	}
	if from.Block == to.Block {
		return o.maker().replace(int(o.blocks[from.Block]), from.Off, to.Off, text)
	}
	blocks := o.texts(from.Block, to.Block+1)
	if !o.Joinable(from.Block, to.Block) {
		return o.maker().clear(blocks, from.Off, to.Off, text)
	}
	if from.Off == 0 && to.Off == o.Length(to.Block) && o.ArticleAt(from.Block) != bulletin.None && strings.Contains(text, "\n") {
		if ops, ok := o.maker().corrected(blocks, text); ok {
			return ops
		}
	}
	return o.maker().splice(blocks, from.Off, to.Off, text)
}

// Joinable says whether two blocks may become one: both in the same article, or in none.
func (o *Order) Joinable(a, b int) bool { return o.Head(a).Article == o.Head(b).Article }

// ReplaceEach puts a text in place of each of some stretches, which must not overlap; texts are as many.
func (o *Order) ReplaceEach(at []Stretch, texts []string) []Op {
	lists := make([][]Op, len(at))
	for i, s := range at {
		lists[i] = o.maker().replace(int(o.blocks[s.Block]), s.From, s.To, texts[i])
	}
	return o.maker().together(lists...)
}

// MoveText moves the runes of a stretch to stand at a place outside of it. They stay the characters they
// are, each with its way back to the raw page; what was deleted among them goes with them, and what was
// typed behind them stays.
func (o *Order) MoveText(s Stretch, to bulletin.Place) []Op {
	if s.Block < 0 || s.Block >= o.Blocks() {
		return nil
	}
	s.From, s.To = max(s.From, 0), min(s.To, o.Length(s.Block))
	to = o.nearest(to)
	if s.From >= s.To || to.Block == s.Block && to.Off >= s.From && to.Off <= s.To {
		return nil
	}
	return o.maker().moveText(int(o.blocks[s.Block]), s.From, s.To, place(int(o.blocks[to.Block]), to.Off))
}

// SetKind gives the blocks [from, to) a kind. What becomes furniture leaves its article; what was furniture
// and becomes something else joins the article shown above the first of them.
func (o *Order) SetKind(from, to int, kind bulletin.Kind) []Op {
	return o.maker().setKind(o.texts(from, to), kind, o.ArticleAt(from-1))
}

// GiveTo gives the blocks [from, to) to an article, or puts them in the tray (None). Furniture, and lines
// that nobody has placed, become paragraphs of the article; furniture also in the tray.
func (o *Order) GiveTo(from, to int, article bulletin.ID) []Op {
	return o.maker().setArticle(o.texts(from, to), article)
}

// SplitArticle begins an article with a block: it, and what follows it in its article. A block that no
// article holds becomes one by itself. It is nil where an article begins with the block already.
func (o *Order) SplitArticle(shown int) []Op {
	if shown < 0 || shown >= o.Blocks() {
		return nil
	}
	to := shown + 1
	if o.ArticleAt(shown) != bulletin.None {
		from, end := o.Article(shown)
		if from == shown {
			return nil
		}
		to = end
	}
	return o.maker().begin(o.texts(shown, to))
}

// MergeArticle makes one of the article that a block is shown in and the one shown above it; it keeps the
// older one's name. It is nil where there are not both.
func (o *Order) MergeArticle(shown int) []Op {
	if o.ArticleAt(shown) == bulletin.None {
		return nil
	}
	from, to := o.Article(shown)
	above := o.ArticleAt(from - 1)
	if above == bulletin.None {
		return nil
	}
	if _, younger := o.maker().older(above, o.ArticleAt(shown)); younger == above {
		to = from
		from, _ = o.Article(from - 1)
		above = o.ArticleAt(shown)
	}
	return o.GiveTo(from, to, above)
}

// PutArticle puts the article that a block is shown in where another one stands: before it if that is above,
// else behind it. Articles alone have an order; tray and furniture stay where they are.
func (o *Order) PutArticle(shown, other int) []Op {
	a, b := o.ArticleAt(shown), o.ArticleAt(other)
	if a == bulletin.None || b == bulletin.None || a == b {
		return nil
	}
	from, to := o.Article(shown)
	above, below := o.Article(other)
	if above > from { // those between and that one go before this one
		above, from, to = from, to, below
	}
	return o.maker().moveBlocks(o.texts(from, to), slices.Min(o.texts(above, from)))
}

// moveBlocks puts the blocks [from, to) one place up in their article (step -1), or one down (step +1). It
// is nil where they would leave it.
func (o *Order) MoveBlocks(from, to, step int) []Op {
	other := from - 1
	if step > 0 {
		other = to
	}
	if from < 0 || from >= to || to > o.Blocks() || other < 0 || other >= o.Blocks() {
		return nil
	}
	first, end := o.Article(from)
	if to > end || other < first || other >= end {
		return nil
	}
	if step > 0 { // behind the last block of the text there is none to stand before
		return o.maker().moveBlocks(o.texts(other, other+1), int(o.blocks[from]))
	}
	return o.maker().moveBlocks(o.texts(from, to), int(o.blocks[other]))
}

func (o *Order) nearest(p bulletin.Place) bulletin.Place {
	switch n := o.Blocks(); {
	case p.Block < 0 || n == 0:
		return bulletin.Place{}
	case p.Block >= n:
		return place(n-1, o.Length(n-1))
	}
	return place(p.Block, min(max(p.Off, 0), o.Length(p.Block)))
}
