package command

import "qingyang/app/say"

var fileCommands = []Command{
	{ID: "library.open", Name: say.T("打开档案库…", "Open library…"), Menu: File, Keys: "Ctrl+O",
		Run: ask(func(v Ask) { v.AskLibrary(false) })},
	{ID: "library.new", Name: say.T("新建档案库…", "New library…"), Menu: File, Keys: "Ctrl+N",
		Run: ask(func(v Ask) { v.AskLibrary(true) })},
	{ID: "page.import", Name: say.T("导入版面…", "Import pages…"), Menu: File, Keys: "Ctrl+I", Part: true,
		Barred: needWriting, Run: ask(Ask.AskImport)},
	{ID: "picture.attach", Name: say.T("配版面图…", "Attach a picture of the page…"), Menu: File, Barred: needWritablePage, Run: ask(Ask.AskPicture)},
	{ID: "page.paste", Name: say.T("从剪贴板导入…", "Import from clipboard…"), Menu: File, Keys: "Ctrl+Shift+V",
		Barred: needWriting, Run: ask(Ask.ImportClipboard)},
	{ID: "article.export", Name: say.T("导出稿件…", "Export article…"), Menu: File, Keys: "Ctrl+E", Part: true,
		Barred: needArticle, Run: ask(func(v Ask) { v.AskExport(false) })},
	{ID: "issue.export", Name: say.T("导出本期…", "Export issue…"), Menu: File, Keys: "Ctrl+Shift+E",
		Barred: needPage, Run: ask(func(v Ask) { v.AskExport(true) })},
	{ID: "library.backup", Name: say.T("备份档案库…", "Back up library…"), Menu: File, Part: true,
		Barred: needLibrary, Run: ask(Ask.AskBackup)},
	{ID: "library.copy", Name: say.T("另存副本，接着在副本里工作…", "Save a copy and go on in it…"), Menu: File,
		Barred: needLibrary, Run: ask(Ask.AskCopy)},
	{ID: "library.verify", Name: say.T("校验档案库", "Verify library"), Menu: File,
		Barred: needLibrary, Run: ask(Ask.AskVerify)},
	{ID: "properties", Name: say.T("属性：版面、期、报刊…", "Properties of page, issue, publication…"), Menu: File, Keys: "Ctrl+Shift+I", Part: true,
		Barred: needWriting, Run: ask(Ask.AskProperties)},
	{ID: "page.hide", Name: say.T("隐藏这一版（可再显示）", "Hide this page (it can be shown again)"), Menu: File,
		Barred: needWritablePage, Run: ask(Ask.HidePage)},
	{ID: "page.unhide", Name: say.T("重新显示隐藏的版面…", "Show a hidden page again…"), Menu: File,
		Barred: needWriting, Run: ask(Ask.AskHidden)},
	{ID: "page.save", Name: say.T("立即保存", "Save now"), Menu: File, Keys: "Ctrl+S", Part: true,
		Barred: needPage, Run: plain(View.Save)},
	{ID: "quit", Name: say.T("退出", "Quit"), Menu: File, Keys: "Ctrl+Q", Part: true, Run: plain(View.Quit)},
}
