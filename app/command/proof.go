package command

import "qingyang/app/say"

var proofCommands = []Command{
	{ID: "doubt.next", Name: say.T("下一处疑点", "Next doubtful place"), Menu: Proof, Keys: "F8",
		Barred: needSheet, Run: ask(func(v View) { v.NextDoubt(+1) })},
	{ID: "doubt.back", Name: say.T("上一处疑点", "Previous doubtful place"), Menu: Proof, Keys: "Shift+F8",
		Barred: needSheet, Run: ask(func(v View) { v.NextDoubt(-1) })},
	{ID: "person.name", Name: say.T("我的姓名…", "My name…"), Menu: Proof, Part: true,
		Barred: needLibrary, Run: ask(View.AskName)},
}
