package command

import (
	"fmt"
	"strings"
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
				keys := "`" + strings.Join(strings.Fields(c.Keys), "` `") + "`"
				if c.Keys == "" {
					keys = ""
				}
				fmt.Fprintf(&b, "| %s | %s | %s |\n", c.Name.ZH, c.Name.EN, keys)
			}
		}
	}
	b.WriteString(textKeys)
	return b.String()
}

// textKeys are the keys that are no commands: what texts, lists and fields do by themselves.
const textKeys = `
## 文字栏、列表 · Texts and lists

| | | 键 Keys |
| --- | --- | --- |
| 移动光标 | Move the caret | arrows, ` + "`Home` `End` `PageUp` `PageDown`" + `, with ` + "`Ctrl`" + ` by words and to the ends |
| 选择 | Select | the same with ` + "`Shift`" + `; ` + "`Ctrl+A`" + ` all |
| 剪切、复制、粘贴 | Cut, copy, paste | ` + "`Ctrl+X` `Ctrl+C` `Ctrl+V`" + ` |
| 分段 | Split a paragraph | ` + "`Enter`" + ` |
| 接到上段 | Join to the block above | ` + "`Backspace`" + ` at its start |
| 选词、选段 | Select a word, a block | double click, triple click |
| 移动选中的字 | Move what is selected | drag it |
| 稿件列表：换序、归稿 | List of articles: order, give to an article | drag a row onto another |
| 列表：打开 | Lists: open a row | ` + "`Enter`" + ` |
| 改动列表：收回 | List of corrections: take back | ` + "`Del`" + ` |
| 疑点（F8 之后）：采纳、照旧、本报照旧、一律照旧 | At a doubtful place (after F8): accept, let stand, in this publication, everywhere | ` + "`1` `0` `9` `Shift+0`" + ` |
| 对话框：确定、关闭 | Dialogs: yes, close | ` + "`Enter` `Esc`" + ` |
`
