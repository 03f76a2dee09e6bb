package command

import (
	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
)

var articleCommands = []Command{
	{ID: "block.give", Name: say.T("归入稿件…", "Give to article…"), Menu: Article, Keys: "Ctrl+L",
		Barred: needPage, Run: ask(Ask.AskArticle)},
	{ID: "block.tray", Name: say.T("放回待归区", "Put into the tray"), Menu: Article, Keys: "Ctrl+Shift+L",
		Barred: needPage,
		Run: edit(func(s *session.Session, from, to int) (session.Changed, error) {
			return s.GiveTo(from, to, bulletin.None)
		})},
	{ID: "article.new", Name: say.T("从这里另起一稿", "Start a new article here"), Menu: Article, Keys: "Ctrl+Shift+N", Part: true,
		Barred: needPage,
		Run:    edit(func(s *session.Session, from, _ int) (session.Changed, error) { return s.SplitArticle(from) })},
	{ID: "article.merge", Name: say.T("并入上一稿", "Merge into the article above"), Menu: Article, Keys: "Ctrl+M",
		Barred: needArticle,
		Run:    edit(func(s *session.Session, from, _ int) (session.Changed, error) { return s.MergeArticle(from) })},
	{ID: "article.up", Name: say.T("本稿前移", "Move the article up"), Menu: Article, Keys: "Alt+Shift+Up", Part: true,
		Barred: needArticle,
		Run:    edit(func(s *session.Session, from, _ int) (session.Changed, error) { return s.MoveArticle(from, -1) })},
	{ID: "article.down", Name: say.T("本稿后移", "Move the article down"), Menu: Article, Keys: "Alt+Shift+Down",
		Barred: needArticle,
		Run:    edit(func(s *session.Session, from, _ int) (session.Changed, error) { return s.MoveArticle(from, +1) })},
}
