package command

import (
	"fmt"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
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
			Keys: fmt.Sprintf("Alt+%d", k), Barred: needWritablePage,
			Run: edit(func(o *revision.Order, from, to int) []revision.Op { return o.SetKind(from, to, k) }, nil),
		})
	}
	return cs
}

var blockCommands = append(kindCommands(),
	Command{ID: "block.up", Name: say.T("上移段块", "Move block up"), Menu: Block, Keys: "Alt+Up", Part: true,
		Barred: needWritablePage,
		Run:    edit(func(o *revision.Order, from, to int) []revision.Op { return o.MoveBlocks(from, to, -1) }, staysInside)},
	Command{ID: "block.down", Name: say.T("下移段块", "Move block down"), Menu: Block, Keys: "Alt+Down",
		Barred: needWritablePage,
		Run:    edit(func(o *revision.Order, from, to int) []revision.Op { return o.MoveBlocks(from, to, +1) }, staysInside)},
	Command{ID: "block.join", Name: say.T("与上段合并", "Join with block above"), Menu: Block, Keys: "Alt+J", Part: true,
		Barred: needWritablePage,
		Run:    joinAbove},
)

var staysInside = &say.Problem{
	What: say.T("段块只能在本稿之内移动", "a block moves only inside its article"),
	Do:   say.T("要换稿件，请用“归入稿件”", "to change its article use “Give to article”"),
}

// joinAbove joins the block at the caret to the one above it; the caret stands where they meet.
func joinAbove(v View) error {
	at, _ := v.Selection()
	s := v.Session()
	if at.Block == 0 {
		return nil
	}
	seam := bulletin.Place{Block: at.Block - 1, Off: s.Order().Length(at.Block - 1)}
	c, err := s.JoinAbove(at.Block)
	if err == nil {
		v.Show(c, seam)
	}
	return err
}
