package command

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
)

var editCommands = []Command{
	{ID: "undo", Name: say.T("撤销", "Undo"), Menu: Edit, Keys: "Ctrl+Z",
		Barred: func(v Page) say.Text {
			if why := needWritablePage(v); !why.Zero() {
				return why
			}
			if undo, _ := v.Session().CanUndo(); !undo {
				return say.T("没有可撤销的修订", "there is nothing to undo")
			}
			return say.Text{}
		},
		Run: func(v View) error {
			note := v.Session().Undoing()
			c, at, err := v.Session().Undo()
			if err == nil {
				v.Show(c, at)
				if session.IsRepair(note) {
					v.Switched(note, false)
				}
			}
			return err
		}},
	{ID: "redo", Name: say.T("重做", "Redo"), Menu: Edit, Keys: "Ctrl+Y Ctrl+Shift+Z",
		Barred: func(v Page) say.Text {
			if why := needWritablePage(v); !why.Zero() {
				return why
			}
			if _, redo := v.Session().CanUndo(); !redo {
				return say.T("没有可重做的修订", "there is nothing to redo")
			}
			return say.Text{}
		},
		Run: func(v View) error {
			note := v.Session().Redoing()
			c, at, err := v.Session().Redo()
			if err == nil {
				v.Show(c, at)
				if session.IsRepair(note) {
					v.Switched(note, true)
				}
			}
			return err
		}},
	{ID: "cut", Name: say.T("剪切", "Cut"), Menu: Edit, Own: "Ctrl+X", Part: true, Barred: needWritablePage, Run: clip(Clip.Cut)},
	{ID: "copy", Name: say.T("复制", "Copy"), Menu: Edit, Own: "Ctrl+C", Barred: needPage, Run: clip(Clip.Copy)},
	{ID: "paste", Name: say.T("粘贴", "Paste"), Menu: Edit, Own: "Ctrl+V", Barred: needWritablePage, Run: clip(Clip.Paste)},
	{ID: "select.all", Name: say.T("全选", "Select all"), Menu: Edit, Own: "Ctrl+A", Barred: needPage, Run: clip(Clip.SelectAll)},
	{ID: "correction.takeback", Name: say.T("收回光标处的改动", "Take back the correction here"), Menu: Edit, Keys: "Ctrl+R", Part: true,
		Barred: needWritablePage, // whether there is one costs a replay: it is asked when the key is pressed
		Run:    plain(func(v View) { takeBackHere(v) })},
	{ID: "find", Name: say.T("本版查找…", "Find on page…"), Menu: Edit, Keys: "Ctrl+F", Part: true,
		Barred: needPage, Run: find(Finder.Find)},
	{ID: "replace", Name: say.T("替换…", "Replace…"), Menu: Edit, Keys: "Ctrl+H",
		Barred: needWritablePage, Run: find(Finder.Replace)},
	{ID: "find.regexp", Name: say.T("查找：正则表达式", "Find: regular expressions"), Menu: Edit, Keys: "Alt+R",
		Barred: needPage, Run: find(Finder.FindRegexp)},
	{ID: "find.issue", Name: say.T("查找：本期各版", "Find: all pages of the issue"), Menu: Edit, Keys: "Alt+I",
		Barred: needPage, Run: find(Finder.FindInIssue)},
	{ID: "find.next", Name: say.T("查找下一处", "Find next"), Menu: Edit, Keys: "F3 Ctrl+G",
		Barred: needPage, Run: find(func(v Finder) { v.FindNext(false) })},
	{ID: "find.back", Name: say.T("查找上一处", "Find previous"), Menu: Edit, Keys: "Shift+F3 Ctrl+Shift+G",
		Barred: needPage, Run: find(func(v Finder) { v.FindNext(true) })},
	{ID: "library.search", Name: say.T("全库检索…", "Search library…"), Menu: Edit, Keys: "Ctrl+Shift+F",
		Barred: needLibrary, Run: ask(Ask.SearchLibrary)},
}

// takeBackHere takes back the correction at the caret. It is looked for beside the window; where something
// was typed meanwhile, once more.
func takeBackHere(v Page) {
	at, _ := v.Selection()
	s := v.Session()
	page := s.Snapshot()
	v.Work(func(ctx context.Context) (func() error, error) {
		c, ok, err := correctionAt(ctx, page, at)
		return func() error {
			switch {
			case v.Session() != s:
				return nil
			case !s.Current(page):
				takeBackHere(v)
				return nil
			case !ok:
				v.Say(say.T("光标处没有改动", "there is no correction here"))
				return nil
			}
			changed, conflict, err := s.TakeBack(c)
			switch {
			case err != nil:
				return err
			case conflict != nil:
				v.Say(say.T("后来的改动用到了这一处，请在“改动”栏里收回", "later corrections refer to this one; take it back in the list of corrections"))
			default:
				here, _ := s.Order().PlaceOf(c.At)
				v.Show(changed, here)
			}
			return nil
		}, err
	})
}

// correctionAt is the latest correction that counts at a place.
func correctionAt(ctx context.Context, page *session.Snapshot, at bulletin.Place) (found session.Correction, ok bool, err error) {
	all, err := page.Corrections(ctx)
	for _, c := range all {
		from := c.Spot.Off
		if c.Counts && c.Spot.Break == page.Order.BreakAt(at.Block) && at.Off >= from && at.Off <= from+len([]rune(c.After)) {
			found, ok = c, true
		}
	}
	return found, ok, err
}
