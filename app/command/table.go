package command

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
)

// Table is every command, in the order of the menus.
var Table = slices.Concat(fileCommands, editCommands, blockCommands, articleCommands, proofCommands, lookCommands, helpCommands)

// ask is a command that asks something, find one of the field for finding, read one that goes to what needs
// eyes, clip one of the clipboard, and look one that changes what is shown.
func ask(f func(Ask)) func(View) error     { return plain(func(v View) { f(v) }) }
func find(f func(Finder)) func(View) error { return plain(func(v View) { f(v) }) }
func read(f func(Reader)) func(View) error { return plain(func(v View) { f(v) }) }
func clip(f func(Clip)) func(View) error   { return plain(func(v View) { f(v) }) }
func look(f func(Panes)) func(View) error  { return plain(func(v View) { f(v) }) }

// plain is a command that cannot fail by itself.
func plain(f func(View)) func(View) error {
	return func(v View) error { f(v); return nil }
}

// needLibrary bars a command while no library is open.
func needLibrary(v Page) say.Text {
	if v.Desk() == nil {
		return say.T("请先打开档案库", "open a library first")
	}
	return say.Text{}
}

// needPage bars a command while no page is open.
func needPage(v Page) say.Text {
	if v.Session() == nil {
		return say.T("请先打开一版", "open a page first")
	}
	return say.Text{}
}

// needWriting bars what writes to the library where that can only be read, and while none is open.
func needWriting(v Page) say.Text {
	if why := needLibrary(v); !why.Zero() {
		return why
	}
	if err := v.Desk().ReadOnly(); err != nil {
		return say.T("档案库只能读：%s", "the library can only be read: %s").With(say.T(say.Error(err, say.Chinese), say.Error(err, say.English)))
	}
	return say.Text{}
}

// needWritablePage bars what changes a page.
func needWritablePage(v Page) say.Text {
	if why := needPage(v); !why.Zero() {
		return why
	}
	return needWriting(v)
}

// needWritableArticle bars what changes an article.
func needWritableArticle(v Page) say.Text {
	if why := needArticle(v); !why.Zero() {
		return why
	}
	return needWriting(v)
}

// needArticle bars a command while the caret stands in no article.
func needArticle(v Page) say.Text {
	if why := needPage(v); !why.Zero() {
		return why
	}
	at, _ := v.Selection()
	if v.Session().Order().ArticleAt(at.Block) == bulletin.None {
		return say.T("光标不在稿件里", "the caret stands in no article")
	}
	return say.Text{}
}

// edit is a command that changes the open page: make says how, with the selected blocks [from, to), and the
// caret stays at its character. Where there is nothing to do, why says why; nil is no word about it.
func edit(make func(o *revision.Order, from, to int) []revision.Op, why *say.Problem) func(View) error {
	return func(v View) error {
		a, b := v.Selection()
		s := v.Session()
		var at bulletin.ID
		idle := false
		c, err := s.Edit("", func(o *revision.Order) []revision.Op {
			at = o.ID(a)
			ops := make(o, a.Block, b.Block+1)
			idle = len(ops) == 0
			return ops
		})
		switch {
		case err != nil:
			return err
		case idle && why != nil:
			return why
		}
		if p, live := s.Order().PlaceOf(at); live {
			a = p
		}
		v.Show(c, a)
		return nil
	}
}
