package revision

import (
	"fmt"
	"strings"
	"testing"

	"qingyang/app/bulletin"
)

// newspaper is a page with two stories, of which the first one's title stands behind the second.
func newspaper(t *testing.T) *Text {
	text := New([]rune("江水涨了。\n记者 何小舟\n茶园开采\n新茶上市。\n春汛来临\n今年第一次\n\n第七版\n广告招租"))
	none := bulletin.None
	first, second := bulletin.ID{Origin: 0, Index: 5}, bulletin.ID{Origin: 0, Index: 17}
	for i, m := range []struct {
		kind    bulletin.Kind
		article bulletin.ID
	}{
		{bulletin.Paragraph, first}, {bulletin.Byline, first},
		{bulletin.Headline, second}, {bulletin.Paragraph, second},
		{bulletin.Headline, first}, {bulletin.Kicker, first},
		{bulletin.Paragraph, first}, // the blank line
		{bulletin.Furniture, second}, {bulletin.Paragraph, none},
	} {
		do(t, text, Op{Kind: Mark, At: text.Head(i).Break, Block: m.kind, Article: m.article})
	}
	return text
}

func shown(p bulletin.Page) string {
	var out []string
	block := func(b bulletin.Block) { out = append(out, b.Kind.String()+":"+b.Text) }
	for _, a := range p.Articles {
		out = append(out, fmt.Sprintf("[%d]", a.ID.Index))
		for _, b := range a.Blocks {
			block(b)
		}
	}
	out = append(out, "tray")
	for _, b := range p.Tray {
		block(b)
	}
	out = append(out, "furniture")
	for _, b := range p.Furniture {
		block(b)
	}
	return strings.Join(out, " ")
}

func TestPageInShownOrder(t *testing.T) {
	text := newspaper(t)
	const want = "[5] kicker:今年第一次 headline:春汛来临 paragraph:江水涨了。 byline:记者 何小舟 " +
		"[17] headline:茶园开采 paragraph:新茶上市。 tray paragraph:广告招租 furniture furniture:第七版"
	if got := shown(text.Page()); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// An article stands where its first paragraph does, whatever stands before that; without one, where
// its first block does.
func TestArticlesStandAtTheirFirstParagraph(t *testing.T) {
	text := New([]rune("甲题\n乙题\n乙文\n甲文\n丙题\n丁文\n乙续"))
	at := func(i int) bulletin.ID { return text.Head(i).Break }
	a, b, c, d := at(0), at(1), at(4), at(5)
	for i, m := range []struct {
		kind bulletin.Kind
		of   bulletin.ID
	}{{bulletin.Headline, a}, {bulletin.Headline, b}, {bulletin.Paragraph, b}, {bulletin.Paragraph, a}, {bulletin.Headline, c}, {bulletin.Paragraph, d}, {bulletin.Paragraph, b}} {
		do(t, text, Op{Kind: Mark, At: at(i), Block: m.kind, Article: m.of})
	}
	const want = "[5] headline:乙题 paragraph:乙文 paragraph:乙续 [2] headline:甲题 paragraph:甲文 [14] headline:丙题 [17] paragraph:丁文 tray furniture"
	if got := shown(text.Page()); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestArticlesSplitAndMerge(t *testing.T) {
	text := newspaper(t)
	first, second := bulletin.ID{Origin: 0, Index: 5}, bulletin.ID{Origin: 0, Index: 17}
	of := func(article bulletin.ID) (all []string) {
		o := text.Order()
		for i := range o.Blocks() {
			if runes, _ := o.Block(i); o.ArticleAt(i) == article {
				all = append(all, string(runes))
			}
		}
		return all
	}
	at := func(s string) int {
		o := text.Order()
		for i := range o.Blocks() {
			if runes, _ := o.Block(i); string(runes) == s {
				return i
			}
		}
		t.Fatalf("%s is not shown", s)
		return 0
	}
	if ops := text.Order().MergeArticle(at("江水涨了。")); ops != nil {
		t.Errorf("the first article merges by %v", ops)
	}
	do(t, text, text.Order().MergeArticle(at("新茶上市。"))...)
	if b := of(second); b != nil {
		t.Errorf("the younger article still has blocks %v", b)
	}
	if b := of(first); len(b) != 7 {
		t.Errorf("the older article has blocks %v", b)
	}
	if ops := text.Order().SplitArticle(0); ops != nil {
		t.Errorf("an article is split at its start by %v", ops)
	}
	// Split off again from the block whose break is the younger article's name: that name was used.
	do(t, text, text.Order().SplitArticle(at("记者 何小舟"))...)
	name := text.Order().ArticleAt(at("记者 何小舟"))
	if name == first || name == second || name == bulletin.None {
		t.Fatalf("the new article is called %v", name)
	}
	if a, b := of(first), of(name); len(a)+len(b) != 7 || b[0] != "记者 何小舟" {
		t.Errorf("blocks %v and %v", a, b)
	}
	do(t, text, text.Order().GiveTo(at("第七版"), at("第七版")+1, name)...)
	if h := text.Order().Head(at("第七版")); h.Kind != bulletin.Paragraph || h.Article != name {
		t.Errorf("furniture in an article is %+v", h)
	}
	if text.newArticle(99) != bulletin.None {
		t.Error("a block that there is not begins an article")
	}
}

// An article can be split where a block's break has named another one: split there before, whose lower half
// belongs to a third by now.
func TestSplitWhereANameIsUsed(t *testing.T) {
	text := New([]rune("甲\n乙\n丙\n丁\n"))
	do(t, text, text.Order().GiveTo(0, 4, text.newArticle(0))...)
	do(t, text, text.Order().SplitArticle(2)...)
	do(t, text, text.Order().Replace(place(2, 1), place(2, 1), "\n新")...) // the new article is called by what ends 新 now
	do(t, text, text.Order().GiveTo(3, 4, text.Order().ArticleAt(0))...)
	o := text.Order()
	names := map[bulletin.ID]bool{}
	for i := range o.Blocks() {
		names[o.ArticleAt(i)] = true
	}
	for i := 1; i < o.Blocks(); i++ {
		if from, _ := o.Article(i); from == i {
			continue
		}
		ops := o.SplitArticle(i)
		if len(ops) == 0 {
			t.Errorf("block %d cannot begin an article", i)
			continue
		}
		c := text.Copy()
		do(t, c, ops...)
		if s, ok := c.Order().ShownOf(o.BreakAt(i)); !ok || names[c.Order().ArticleAt(s)] {
			t.Errorf("block %d begins an article that there is", i)
		}
	}
}

// A name is used once: an article keeps it even when its Mark was reverted.
func TestNewArticlesNeverShareAName(t *testing.T) {
	text := New([]rune("甲\n乙\n丙"))
	seen := map[bulletin.ID]bool{}
	for i := range 3 {
		name := text.newArticle(0)
		if seen[name] {
			t.Fatalf("%v names two articles", name)
		}
		seen[name] = true
		do(t, text, text.setArticle([]int{0}, name)...)
		do(t, text, Op{Kind: Revert, Of: 2*i + 1})
	}
}
