package command

import "qingyang/app/say"

var lookCommands = []Command{
	{ID: "palette", Name: say.T("命令面板…", "Command palette…"), Menu: Look, Keys: "Ctrl+Shift+P", Run: ask(Ask.Palette)},
	{ID: "line.go", Name: say.T("到第几行…", "Go to line…"), Menu: Look, Keys: "Ctrl+J", Barred: needPage, Run: ask(Ask.GoToLine)},
	{ID: "place.back", Name: say.T("回到跳转之前", "Back to before the jump"), Menu: Look, Keys: "Alt+Left", Run: look(func(v Panes) { v.GoBack(-1) })},
	{ID: "place.forward", Name: say.T("再到跳转之后", "Forward again"), Menu: Look, Keys: "Alt+Right", Run: look(func(v Panes) { v.GoBack(+1) })},
	{ID: "page.next", Name: say.T("下一版", "Next page"), Menu: Look, Keys: "Ctrl+PageDown", Part: true,
		Barred: needPage, Run: look(func(v Panes) { v.NextPage(+1) })},
	{ID: "page.back", Name: say.T("上一版", "Previous page"), Menu: Look, Keys: "Ctrl+PageUp",
		Barred: needPage, Run: look(func(v Panes) { v.NextPage(-1) })},
	{ID: "pane.next", Name: say.T("下一栏", "Next pane"), Menu: Look, Keys: "F6", Part: true, Run: look(func(v Panes) { v.NextPane(+1) })},
	{ID: "pane.back", Name: say.T("上一栏", "Previous pane"), Menu: Look, Keys: "Shift+F6", Run: look(func(v Panes) { v.NextPane(-1) })},
	{ID: "tab.changes", Name: say.T("改动", "Corrections"), Menu: Look, Keys: "F9", Run: look(Panes.ShowChanges)},
	{ID: "tab.history", Name: say.T("历史", "History"), Menu: Look, Keys: "F10", Run: look(Panes.ShowHistory)},
	{ID: "tab.findings", Name: say.T("疑点", "Doubtful places"), Menu: Look, Keys: "F12", Run: look(Panes.ShowFindings)},
	{ID: "tab.notes", Name: say.T("附注", "Notes"), Menu: Look, Keys: "F5", Run: look(Panes.ShowNotes)},
	{ID: "zoom.in", Name: say.T("放大文字", "Larger text"), Menu: Look, Keys: "Ctrl+Plus Ctrl+Shift+Plus", Part: true, Run: look(func(v Panes) { v.Zoom(+1) })},
	{ID: "zoom.out", Name: say.T("缩小文字", "Smaller text"), Menu: Look, Keys: "Ctrl+Minus", Run: look(func(v Panes) { v.Zoom(-1) })},
	{ID: "zoom.none", Name: say.T("原来大小", "Usual size"), Menu: Look, Keys: "Ctrl+0", Run: look(func(v Panes) { v.Zoom(0) })},
	{ID: "language", Name: say.T("English", "中文"), Menu: Look, Keys: "Ctrl+Shift+T", Part: true, Run: look(Panes.ToggleLanguage)},
	{ID: "dark", Name: say.T("深色／浅色", "Dark or light"), Menu: Look, Keys: "Ctrl+D", Run: look(Panes.ToggleDark)},
	{ID: "raw.show", Name: say.T("显示／隐藏原文", "Show or hide the raw page"), Menu: Look, Keys: "Ctrl+B", Run: look(Panes.ToggleRaw)},
	{ID: "sides", Name: say.T("显示／隐藏两侧栏", "Show or hide the side panes"), Menu: Look, Keys: "F11", Run: look(Panes.ToggleSides)},
	{ID: "stacked", Name: say.T("左右并排／上下叠放", "Side by side or stacked"), Menu: Look, Keys: "Ctrl+Shift+B", Run: look(Panes.ToggleStacked)},
	{ID: "picture.show", Name: say.T("显示／隐藏版面图", "Show or hide the printed page"), Menu: Look, Keys: "Alt+P", Part: true, Barred: needPage, Run: look(Panes.TogglePrinted)},
	{ID: "picture.in", Name: say.T("放大版面图", "Larger picture"), Menu: Look, Keys: "Alt+Plus Alt+Shift+Plus", Barred: needPage, Run: look(func(v Panes) { v.ZoomPicture(+1) })},
	{ID: "picture.out", Name: say.T("缩小版面图", "Smaller picture"), Menu: Look, Keys: "Alt+Minus", Barred: needPage, Run: look(func(v Panes) { v.ZoomPicture(-1) })},
	{ID: "picture.width", Name: say.T("版面图与栏同宽", "Picture as wide as its pane"), Menu: Look, Keys: "Alt+0", Barred: needPage, Run: look(func(v Panes) { v.ZoomPicture(0) })},
	{ID: "picture.turn", Name: say.T("版面图转 90°", "Turn the picture by 90°"), Menu: Look, Keys: "Alt+T", Barred: needPage, Run: look(Panes.TurnPicture)},
	{ID: "picture.tint", Name: say.T("版面图上按稿件着色", "Tint the articles on the picture"), Menu: Look, Keys: "Alt+A", Barred: needPage, Run: look(Panes.TintPicture)},
	{ID: "picture.line", Name: say.T("在编辑行上方显示原图", "Show the picture's line above the edited one"), Menu: Look, Keys: "Alt+L", Barred: needPage, Run: look(Panes.ToggleStrip)},
}

var helpCommands = []Command{
	{ID: "keys", Name: say.T("快捷键一览", "Keys"), Menu: Help, Keys: "F1", Run: ask(Ask.KeyHelp)},
	{ID: "legend", Name: say.T("图例：记号的意思", "Legend: what the marks mean"), Menu: Help, Keys: "Shift+F1", Run: ask(Ask.Legend)},
	{ID: "sample", Name: say.T("打开示例", "Open the sample"), Menu: Help, Run: ask(Ask.OpenSample)},
	{ID: "about", Name: say.T("关于清样", "About Qingyang"), Menu: Help, Run: ask(Ask.About)},
}
