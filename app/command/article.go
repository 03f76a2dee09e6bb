package command

import (
	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
)

var articleCommands = []Command{
	{ID: "block.give", Name: say.T("归入稿件…", "Give to article…"), Menu: Article, Keys: "Ctrl+L",
		Barred: needPage, Run: ask(Ask.AskArticle)},
	{ID: "block.tray", Name: say.T("放回待归区", "Put into the tray"), Menu: Article, Keys: "Ctrl+Shift+L",
		Barred: needPage,
		Run:    edit(func(o *revision.Order, from, to int) []revision.Op { return o.GiveTo(from, to, bulletin.None) }, nil)},
	{ID: "article.new", Name: say.T("从这里另起一稿", "Start a new article here"), Menu: Article, Keys: "Ctrl+Shift+N", Part: true,
		Barred: needPage,
		Run:    edit(func(o *revision.Order, from, _ int) []revision.Op { return o.SplitArticle(from) }, beginsHere)},
	{ID: "article.merge", Name: say.T("并入上一稿", "Merge into the article above"), Menu: Article, Keys: "Ctrl+M",
		Barred: needArticle,
		Run:    edit(func(o *revision.Order, from, _ int) []revision.Op { return o.MergeArticle(from) }, noneAbove)},
	{ID: "article.up", Name: say.T("本稿前移", "Move the article up"), Menu: Article, Keys: "Alt+Shift+Up", Part: true,
		Barred: needArticle,
		Run:    edit(moveArticle(-1), noneThere)},
	{ID: "article.down", Name: say.T("本稿后移", "Move the article down"), Menu: Article, Keys: "Alt+Shift+Down",
		Barred: needArticle,
		Run:    edit(moveArticle(+1), noneThere)},
	{ID: "article.round", Name: say.T("签署校次…", "Sign a round of proof…"), Menu: Article, Keys: "Ctrl+K", Part: true,
		Barred: needArticle, Run: ask(Ask.AskRound)},
}

// moveArticle puts an article before the one shown above it (step -1), or behind the one below (step +1).
func moveArticle(step int) func(o *revision.Order, at, _ int) []revision.Op {
	return func(o *revision.Order, at, _ int) []revision.Op {
		from, to := o.Article(at)
		if step < 0 {
			return o.PutArticle(at, from-1)
		}
		return o.PutArticle(at, to)
	}
}

var (
	beginsHere = &say.Problem{
		What: say.T("这里已经是一稿的开头", "an article begins here already"),
		Do:   say.T("请选稿件中间的一段", "choose a block inside an article"),
	}
	noneAbove = &say.Problem{
		What: say.T("上面没有稿件", "there is no article above"),
		Do:   say.T("请在要并入的后一稿里使用", "use it in the later one of the two"),
	}
	noneThere = &say.Problem{
		What: say.T("那边没有稿件", "there is no article on that side"),
		Do:   say.T("第一稿不能再往前，最后一稿不能再往后", "the first article stays first, the last one last"),
	}
)
