package command

import (
	"fmt"
	"strings"

	"qingyang/app/say"
)

// Manual is docs/keys.md: every command with its keys, by menus, in both languages.
func Manual() string {
	var b strings.Builder
	b.WriteString("# 快捷键 · Keys\n\n本页由命令表生成（`go test ./app/command -update`）。\n" +
		"This page is made from the command table. On a Mac, `Ctrl` is `Cmd`.\n")
	for _, m := range Menus() {
		name := m.Name()
		fmt.Fprintf(&b, "\n## %s · %s\n\n| 命令 | Command | 键 Keys |\n| --- | --- | --- |\n", name.ZH, name.EN)
		for _, c := range Table {
			if c.Menu == m {
				bound := strings.Fields(c.Keys + " " + c.Own)
				keys := "`" + strings.Join(bound, "` `") + "`"
				if len(bound) == 0 {
					keys = ""
				}
				fmt.Fprintf(&b, "| %s | %s | %s |\n", c.Name.ZH, c.Name.EN, keys)
			}
		}
	}
	b.WriteString("\n## 文字栏、列表 · Texts and lists\n\n| | | 键 Keys |\n| --- | --- | --- |\n")
	for _, k := range TextKeys {
		keys := "`" + k.Keys.ZH + "`"
		if k.Keys.EN != k.Keys.ZH {
			keys += " · `" + k.Keys.EN + "`"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", k.Name.ZH, k.Name.EN, keys)
	}
	return b.String()
}

// TextKey is a key that is no command's.
type TextKey struct{ Name, Keys say.Text }

// TextKeys are what texts, lists, fields and dialogs do by themselves.
var TextKeys = []TextKey{
	{say.T("移动光标", "Move the caret"), say.T("方向键 Home End PageUp PageDown", "arrows Home End PageUp PageDown")},
	{say.T("移动光标：按词、到文首文末", "Move the caret by words, to the ends"), say.T("Ctrl+方向键 Ctrl+Home Ctrl+End", "Ctrl+arrows Ctrl+Home Ctrl+End")},
	{say.T("选择", "Select"), say.T("Shift+以上各键", "Shift+the same")},
	{say.T("分段", "Split a paragraph"), say.T("Enter", "Enter")},
	{say.T("接到上段（在段首）", "Join to the block above (at its start)"), say.T("Backspace", "Backspace")},
	{say.T("选词、选段", "Select a word, a block"), say.T("双击、三击", "double click, triple click")},
	{say.T("移动选中的字", "Move what is selected"), say.T("拖动", "drag it")},
	{say.T("稿件列表：换序、归稿", "List of articles: order, give to an article"), say.T("拖到另一行上", "drag a row onto another")},
	{say.T("列表：打开一行", "Lists: open a row"), say.T("Enter", "Enter")},
	{say.T("改动列表：收回", "List of corrections: take back"), say.T("Del", "Del")},
	{say.T("历史列表：整个收回一次修订", "History: take back a whole revision"), say.T("Del", "Del")},
	{say.T("疑点（F8 之后）：采纳", "At a doubtful place (after F8): accept"), say.T("1", "1")},
	{say.T("疑点：照旧", "At a doubtful place: let stand"), say.T("0", "0")},
	{say.T("疑点：本报照旧", "At a doubtful place: let stand in this publication"), say.T("9", "9")},
	{say.T("疑点：一律照旧", "At a doubtful place: let stand everywhere"), say.T("Shift+0", "Shift+0")},
	{say.T("疑点列表：采纳、照旧、本报照旧、一律照旧", "List of findings: accept, let stand, in this publication, everywhere"), say.T("1 2 3 0 9 Shift+0", "1 2 3 0 9 Shift+0")},
	{say.T("疑点列表：采纳一类（在类别行）", "List of findings: accept all of a kind (on its head)"), say.T("1", "1")},
	{say.T("附注列表：答复、了结", "List of notes: answer, settle"), say.T("Enter 1", "Enter 1")},
	{say.T("名录、学到的改法：新增、修改、删除、筛选", "Registers, what was learned: add, change, delete, narrow"), say.T("+ Enter Del /", "+ Enter Del /")},
	{say.T("疑点列表：筛选", "List of findings: filter"), say.T("/", "/")},
	{say.T("勾选列表：勾、全勾、全不勾、确定", "List with ticks: tick, all, none, do it"), say.T("空格 + - Enter", "Space + - Enter")},
	{say.T("对话框：确定、关闭", "Dialogs: yes, close"), say.T("Enter Esc", "Enter Esc")},
	{say.T("对话框：下一格、选项", "Dialogs: next field, choices"), say.T("Tab ← → 空格", "Tab ← → Space")},
	{say.T("路径：补全、从列表选", "Paths: complete, choose from the list"), say.T("Tab ↓", "Tab ↓")},
	{say.T("取消正在做的事", "Cancel what is under way"), say.T("Esc", "Esc")},
}
