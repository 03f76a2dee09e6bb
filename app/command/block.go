package command

import (
	"fmt"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
)

// kindCommands make the selected blocks of one kind, Alt+1 to Alt+8 in the order of the kinds.
func kindCommands() []Command {
	var cs []Command
	for _, k := range bulletin.Kinds() {
		if k == bulletin.Line {
			continue
		}
		name := wording.Kind(k)
		cs = append(cs, Command{
			ID: "block." + k.String(), Name: say.T("设为"+name.ZH, "Make "+name.EN), Menu: Block,
			Keys: fmt.Sprintf("Alt+%d", k), Barred: needPage,
			Run: edit(func(s *session.Session, from, to int) (session.Changed, error) { return s.SetKind(from, to, k) }),
		})
	}
	return cs
}

var blockCommands = append(kindCommands(),
	Command{ID: "block.up", Name: say.T("上移段块", "Move block up"), Menu: Block, Keys: "Alt+Up", Part: true,
		Barred: needPage,
		Run:    edit(func(s *session.Session, from, to int) (session.Changed, error) { return s.MoveBlocks(from, to, -1) })},
	Command{ID: "block.down", Name: say.T("下移段块", "Move block down"), Menu: Block, Keys: "Alt+Down",
		Barred: needPage,
		Run:    edit(func(s *session.Session, from, to int) (session.Changed, error) { return s.MoveBlocks(from, to, +1) })},
	Command{ID: "block.join", Name: say.T("与上段合并", "Join with block above"), Menu: Block, Keys: "Alt+J", Part: true,
		Barred: needPage,
		Run:    edit(func(s *session.Session, from, _ int) (session.Changed, error) { return s.JoinAbove(from) })},
)
