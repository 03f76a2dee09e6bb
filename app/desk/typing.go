package desk

import (
	"strings"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// typing is the undo step that keys go into, and the burst of keys that no revision of its own holds
// yet.
type typing struct {
	group int         // the step's first revision; 0 when no step is open
	from  int         // the burst's first revision; 0 when there is no burst
	block bulletin.ID // the block that was typed in
	caret int         // where the last key left the caret
	del   bool        // the last key deleted
	at    time.Time   // of the last key
}

// pause is how long a person may think before what is typed next is another undo step.
const pause = 2 * time.Second

// replaceIn puts text in place of [from, to) of one shown block. A key that goes on where the last
// one left off belongs to its undo step; line breaks begin a new one.
func (s *Sheet) replaceIn(shown, from, to int, text string) (Place, Changed, error) {
	i := s.order.blocks[shown]
	ops := s.text.Replace(i, from, to, text)
	caret := s.after(Place{shown, from}, text)
	if len(ops) == 0 {
		return caret, Changed{}, nil
	}
	name := s.order.heads[i].Break
	if strings.ContainsRune(text, '\n') || to-from > 1 && text != "" {
		c, err := s.Do("", ops)
		return caret, c, err
	}
	now := s.desk.clock.Now()
	y := &s.typing
	goesOn := y.group != 0 && y.block == name && now.Sub(y.at) < pause && y.del == (text == "") &&
		(from == y.caret || y.del && to == y.caret)
	if !goesOn {
		s.endBurst()
		*y = typing{group: s.text.N() + 1}
	}
	if y.from == 0 {
		y.from = s.text.N() + 1
	}
	y.block, y.caret, y.del, y.at = name, caret.Off, text == "", now
	c, err := s.append(s.mine(y.group, "", ops))
	return caret, c, err
}

// endBurst makes one revision of the keys since the last one, by the smallest difference. The undo
// step stays open.
func (s *Sheet) endBurst() {
	y := &s.typing
	if y.from == 0 {
		return
	}
	from := y.from
	y.from = 0
	if from == s.text.N() {
		return
	}
	if c, ok := s.text.Squash(from); ok {
		s.order.update(s.text, c)
	}
	if y.group > s.text.N() { // typed and deleted again: nothing is left of the step
		y.group = 0
	}
}

// mine is a revision by the person at the desk.
func (s *Sheet) mine(group int, note string, ops []revision.Op) revision.Revision {
	return revision.Revision{
		N:      s.text.N() + 1,
		Group:  group,
		Author: revision.Author{Person: s.desk.person.ID},
		Time:   s.desk.clock.Now().UTC(),
		Round:  s.round,
		Note:   note,
		Ops:    ops,
	}
}
