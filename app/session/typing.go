package session

import (
	"slices"
	"strings"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// typing is the undo step that keys go into, and the burst of keys that no revision of its own holds
// yet.
type typing struct {
	group int              // the step's first revision; 0 when no step is open
	base  *revision.Text   // the page before the burst's first revision; nil when there is no burst
	burst revision.Changed // what the burst changed
	block bulletin.ID      // the block that was typed in
	was   []rune           // the block before the step
	caret int              // where the last key left the caret
	typed int              // how many of the step's characters stand before the caret, in runes
	at    time.Time        // of the last key
}

// pause is how long a person may think before what is typed next is another undo step.
const pause = 2 * time.Second

// replaceIn puts text in place of [from, to) of one shown block. A key that goes on where the last
// one left off belongs to its undo step, so that a character deleted and typed anew is one
// correction; line breaks, and erasing more than was typed, begin a new step.
func (s *Session) replaceIn(shown, from, to int, text string) (bulletin.Place, revision.Changed, error) {
	at, end := bulletin.Place{Block: shown, Off: from}, bulletin.Place{Block: shown, Off: to}
	caret := behind(at, text)
	if strings.ContainsRune(text, '\n') {
		return s.Change("", at, end, text)
	}
	now := s.opt.Clock.Now()
	block := s.order.BreakAt(shown)
	group := s.stepFor(block, from, to, now) // before the operations: it may end a burst
	before, _ := s.order.Block(shown)
	before = slices.Clone(before)
	ops := s.order.Replace(at, end, text)
	if len(ops) == 0 {
		return caret, revision.Changed{}, nil
	}
	y := &s.typing
	if y.group == 0 {
		y.was = before
	}
	y.group = group
	if y.base == nil {
		y.base, y.burst = s.text.Copy(), revision.Changed{}
	}
	y.typed = max(0, y.typed-(to-from)) + caret.Off - from
	y.block, y.caret, y.at = block, caret.Off, now
	c, err := s.append(s.mine(y.group, "", ops))
	return caret, c, err
}

// stepFor is the undo step that an edit of [from, to) in a block belongs to: the open one, or a new
// one that it opens.
func (s *Session) stepFor(block bulletin.ID, from, to int, now time.Time) int {
	y := &s.typing
	here := from == y.caret || to == y.caret && (y.typed == 0 || to-from <= y.typed)
	if y.group != 0 && y.block == block && now.Sub(y.at) < pause && here {
		return y.group
	}
	s.endStep()
	return s.text.N() + 1
}

// endStep ends the undo step that keys go into, and learns from it.
func (s *Session) endStep() {
	s.endBurst()
	y := s.typing
	s.typing = typing{}
	if y.group == 0 || y.was == nil {
		return
	}
	if at, live := s.order.PlaceOf(y.block); live && at.Block < s.order.Blocks() {
		now, _ := s.order.Block(at.Block)
		s.lesson(y.block, y.was, now)
	}
}

// endBurst makes one revision of the keys since the last one, by the smallest difference. The undo
// step stays open.
func (s *Session) endBurst() {
	y := &s.typing
	if y.base == nil {
		return
	}
	base := y.base
	y.base = nil
	if base.N() == s.text.N()-1 {
		return
	}
	if c, ok := s.text.Squash(base, y.burst); ok {
		s.outdate()
		s.order, _ = s.order.After(c)
	}
	if y.group > s.text.N() { // typed and deleted again: nothing is left of the step
		y.group = 0
	}
}

// mine is a revision by the person at the desk.
func (s *Session) mine(group int, note string, ops []revision.Op) revision.Revision {
	return revision.Revision{
		N:      s.text.N() + 1,
		Group:  group,
		Author: revision.Author{Person: s.opt.Person},
		Time:   s.opt.Clock.Now().UTC(),
		Round:  s.roundOf(ops),
		Note:   note,
		Ops:    ops,
	}
}

// roundOf is the round of the article that operations first touch.
func (s *Session) roundOf(ops []revision.Op) bulletin.Round {
	at := ops[0].At
	if len(ops[0].Spans) > 0 {
		at = ops[0].Spans[0].At(0)
	}
	if ops[0].Kind == revision.Revert {
		at = s.touched(ops[0].Of)
	}
	p, _ := s.order.PlaceOf(at)
	return s.rounds[s.order.ArticleAt(p.Block)]
}
