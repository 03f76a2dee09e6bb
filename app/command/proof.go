package command

import (
	"qingyang/app/proof"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
)

var proofCommands = []Command{
	{ID: "doubt.next", Name: say.T("下一处疑点", "Next doubtful place"), Menu: Proof, Keys: "F8",
		Barred: needPage, Run: read(func(v Reader) { v.NextDoubt(+1) })},
	{ID: "doubt.back", Name: say.T("上一处疑点", "Previous doubtful place"), Menu: Proof, Keys: "Shift+F8",
		Barred: needPage, Run: read(func(v Reader) { v.NextDoubt(-1) })},
	{ID: "junction.flip", Name: say.T("此处接排改分段、分段改接排", "Join or break here instead"), Menu: Proof, Keys: "F7",
		Barred: func(v Page) say.Text {
			if why := needWritablePage(v); !why.Zero() {
				return why
			}
			at, _ := v.Selection()
			if _, ok := v.Session().DoubtAt(proof.Junction, at); !ok {
				return say.T("光标处没有存疑的接排或分段（F8 去下一处）", "there is no doubtful join or break here (F8 goes to the next)")
			}
			return say.Text{}
		},
		Run: func(v View) error {
			at, _ := v.Selection()
			s := v.Session()
			d, ok := s.DoubtAt(proof.Junction, at)
			if !ok {
				return nil
			}
			c, err := s.Flip(d.At)
			if err != nil {
				return err
			}
			here, _ := s.Order().PlaceOf(d.At)
			v.Show(c, here)
			if d.Join {
				v.Say(say.T("已改为分段（Ctrl+Z 撤销）", "broken here now (Ctrl+Z undoes it)"))
			} else {
				v.Say(say.T("已改为接排（Ctrl+Z 撤销）", "joined here now (Ctrl+Z undoes it)"))
			}
			return nil
		}},
	{ID: "doubt.accept", Name: say.T("采纳此处建议", "Accept what is suggested here"), Menu: Proof, Keys: "Ctrl+Enter",
		Barred: func(v Page) say.Text {
			if why := needWritablePage(v); !why.Zero() {
				return why
			}
			at, _ := v.Selection()
			if _, ok := v.Session().DoubtAt(proof.Rule, at); !ok {
				return say.T("光标处没有建议（F8 去下一处疑点）", "nothing is suggested here (F8 goes to the next doubtful place)")
			}
			return say.Text{}
		},
		Run: func(v View) error {
			at, _ := v.Selection()
			d, ok := v.Session().DoubtAt(proof.Rule, at)
			if !ok {
				return nil
			}
			caret, c, ok, err := v.Session().Accept(d)
			if ok && err == nil {
				v.Show(c, caret)
				v.Say(say.T("“%s”已改为“%s”（Ctrl+Z 撤销）", "“%s” is “%s” now (Ctrl+Z undoes it)").With(wording.Visible(d.Old), wording.Visible(d.New)))
			}
			return err
		}},
	{ID: "doubt.ignore", Name: say.T("此处疑点照旧（F8 之后按 0）", "Let this place stand (0 after F8)"), Menu: Proof,
		Barred: needPage, Run: read(func(v Reader) { v.IgnoreDoubt(session.Here) })},
	{ID: "doubt.ignorepaper", Name: say.T("此类疑点在本报照旧（F8 之后按 9）", "Let the same stand in this publication (9 after F8)"), Menu: Proof,
		Barred: needPage, Run: read(func(v Reader) { v.IgnoreDoubt(session.InPaper) })},
	{ID: "doubt.ignoreall", Name: say.T("此类疑点一律照旧（F8 之后按 Shift+0）", "Let the same stand everywhere (Shift+0 after F8)"), Menu: Proof,
		Barred: needPage, Run: read(func(v Reader) { v.IgnoreDoubt(session.Everywhere) })},
	{ID: "doubt.again", Name: say.T("重新提示本版已忽略的疑点", "Show this page's ignored places again"), Menu: Proof,
		Barred: needPage, Run: read(func(v Reader) { v.Unignore(false) })},
	{ID: "doubt.againall", Name: say.T("重新提示一律忽略的疑点", "Show again what stands everywhere"), Menu: Proof,
		Barred: needPage, Run: read(func(v Reader) { v.Unignore(true) })},
	{ID: "error.same", Name: say.T("同样的错一并改正…", "Correct the same error elsewhere…"), Menu: Proof, Keys: "Alt+E", Part: true,
		Barred: needPage, Run: ask(Ask.AskSame)},
	{ID: "error.undo", Name: say.T("收回上次一并改正", "Take back the last such correction"), Menu: Proof,
		Barred: needPage, Run: read(Reader.UndoSame)},
	{ID: "note.add", Name: say.T("写附注…（存疑、致作者）", "Write a note…"), Menu: Proof, Keys: "Alt+N", Part: true,
		Barred: needWritablePage, Run: ask(Ask.AskNote)},
	{ID: "note.list", Name: say.T("本期附注…", "Notes of the issue…"), Menu: Proof, Keys: "Alt+Shift+N",
		Barred: needPage, Run: ask(Ask.AskNotes)},
	{ID: "reading", Name: say.T("与另一次识读对照…", "Compare with another reading of the page…"), Menu: Proof,
		Barred: needWritablePage, Run: ask(Ask.AskReading)},
	{ID: "corrected", Name: say.T("读入外校稿…（在别处改过的稿件）", "Take in a text corrected outside…"), Menu: Proof,
		Barred: needWritablePage, Run: ask(Ask.AskCorrected)},
	{ID: "unread.next", Name: say.T("下一段未读", "Next unread block"), Menu: Proof, Keys: "F4", Part: true,
		Barred: needPage, Run: read(Reader.NextUnread)},
	{ID: "read.to", Name: say.T("本稿读到此处", "Read down to here"), Menu: Proof, Keys: "Ctrl+Shift+Enter",
		Barred: needPage, Run: read(Reader.ReadTo)},
	{ID: "char.choose", Name: say.T("换字…（形近、音近、拼音）", "Another character… (by shape, sound, pinyin)"), Menu: Proof, Keys: "F2", Part: true,
		Barred: needWritablePage, Run: ask(Ask.ChooseCharacter)},
	{ID: "why", Name: say.T("为何如此…", "Why it is so…"), Menu: Proof, Keys: "Alt+Enter",
		Barred: needPage, Run: ask(Ask.AskWhy)},
	{ID: "clash.show", Name: say.T("与别人同时改的地方…", "What others changed at the same time…"), Menu: Proof, Keys: "Ctrl+Shift+R",
		Barred: needPage, Run: ask(Ask.AskClash)},
	{ID: "house", Name: say.T("本报规则…", "Rules of the house…"), Menu: Proof, Part: true,
		Barred: needPage, Run: ask(Ask.AskHouse)},
	{ID: "register", Name: say.T("名录：人名、机构、固定表述…", "Registers: names, organisations, set phrases…"), Menu: Proof, Keys: "Alt+G",
		Barred: needWritablePage, Run: ask(Ask.AskRegister)},
	{ID: "lessons", Name: say.T("学到的改法…", "What was learned from corrections…"), Menu: Proof,
		Barred: needWriting, Run: ask(Ask.AskLessons)},
	{ID: "person.name", Name: say.T("我的姓名…", "My name…"), Menu: Proof,
		Barred: needWriting, Run: ask(Ask.AskName)},
}
