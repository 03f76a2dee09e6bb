package session

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/script"
)

// errOtherArticle is what an edit that would run two articles together is refused with.
var errOtherArticle = &say.Problem{
	What: say.T("上下两段不在同一稿件", "the two blocks belong to different articles"),
	Do:   say.T("要合并稿件，请用“并入上一稿”", "to join articles use “Merge into the article above”"),
}

// Edit makes one undo step of the person at the desk, and saves it soon: what it does says make, which is
// given the shown order as it is once the keys before it are a revision. No operations are no step.
//
// The Changed is in shown numbers. It fails where the operations do not fit the text, which is then
// unchanged, and where the library can only be read.
func (s *Session) Edit(note string, make func(*revision.Order) []revision.Op) (revision.Changed, error) {
	s.endStep()
	return s.do(note, make(s.order))
}

// do makes operations one undo step. The step before must have been ended before they were made: that gives
// what was typed other names.
func (s *Session) do(note string, ops []revision.Op) (revision.Changed, error) {
	if len(ops) == 0 {
		return revision.Changed{}, nil
	}
	return s.append(s.mine(s.text.N()+1, note, ops))
}

// Replace puts text in place of the shown text [from, to), as keys do. Typing inside one block becomes part of
// the burst that runs; everything else is an undo step at once.
//
// A range over several blocks joins them where they belong to one article, and else joins nothing. The caret
// belongs at the returned place.
func (s *Session) Replace(from, to bulletin.Place, text string) (bulletin.Place, revision.Changed, error) {
	if from.Block == to.Block {
		return s.replaceIn(from.Block, from.Off, to.Off, text)
	}
	if text == "" && to.Block == from.Block+1 && from.Off == s.order.Length(from.Block) && to.Off == 0 && !s.order.Joinable(from.Block, to.Block) {
		return from, revision.Changed{}, errOtherArticle
	}
	if text == "" && to.Block == from.Block+1 && from.Off == s.order.Length(from.Block) && to.Off == 0 {
		if c, done, err := s.unbreak(from, to); done || err != nil {
			return from, c, err
		}
	}
	return s.Change("", from, to, text)
}

// unbreak takes the break between two blocks away where it is all that the last revision put in: both are one undo
// step then, of which nothing is left, and no correction. Elsewhere it does nothing.
func (s *Session) unbreak(from, to bulletin.Place) (c revision.Changed, done bool, err error) {
	s.endStep()
	n := s.text.N()
	if n == 0 || s.order.BreakAt(from.Block).Origin != int32(n) {
		return c, false, nil
	}
	last := s.text.Log()[n-1]
	if last.Author.Person != s.opt.Person || last.Ops[0].Kind != revision.Insert || last.Ops[0].Text != "\n" {
		return c, false, nil
	}
	c, err = s.append(s.mine(last.Group, "", s.order.Replace(from, to, "")))
	return c, true, err
}

// Change puts text in place of the shown text [from, to) as an undo step of its own. The caret belongs at
// the returned place.
func (s *Session) Change(note string, from, to bulletin.Place, text string) (bulletin.Place, revision.Changed, error) {
	var was []rune
	var block bulletin.ID
	c, err := s.Edit(note, func(o *revision.Order) []revision.Op {
		if note == "" && from.Block == to.Block && from.Block < o.Blocks() {
			text, _ := o.Block(from.Block)
			was, block = slices.Clone(text), o.BreakAt(from.Block)
		}
		return o.Replace(from, to, text)
	})
	if err == nil && was != nil && !strings.ContainsRune(text, '\n') {
		if now, _ := s.order.Block(from.Block); s.order.BreakAt(from.Block) == block {
			s.lesson(block, was, now)
		}
	}
	if err != nil || from.Block == to.Block {
		return behind(from, text), c, err
	}
	return s.stands(from, behind(from, text), text), c, err
}

// stands is the place behind text that took the place of whole blocks: of a text that was corrected elsewhere
// empty lines do not stand, so the last line may stand above where it would.
func (s *Session) stands(from, at bulletin.Place, text string) bulletin.Place {
	last := text[strings.LastIndexByte(text, '\n')+1:]
	if last == text {
		return at
	}
	for ; at.Block > from.Block; at.Block-- {
		if at.Block < s.order.Blocks() {
			if runes, _ := s.order.Block(at.Block); at.Off <= len(runes) && string(runes[:at.Off]) == last {
				break
			}
		}
	}
	at.Off = min(at.Off, s.order.Length(at.Block))
	return at
}

// behind is the place behind text that was put in at from: a '\n' in it has begun further blocks,
// which stand above the rest of the block they were typed in.
func behind(from bulletin.Place, text string) bulletin.Place {
	for _, r := range text {
		if r == '\n' {
			from.Block, from.Off = from.Block+1, 0
		} else {
			from.Off++
		}
	}
	return from
}

// JoinAbove joins the shown block to the one above it, which keeps its kind.
func (s *Session) JoinAbove(shown int) (revision.Changed, error) {
	if shown <= 0 || shown >= s.order.Blocks() {
		return revision.Changed{}, nil
	}
	end := bulletin.Place{Block: shown - 1, Off: s.order.Length(shown - 1)}
	_, c, err := s.Replace(end, bulletin.Place{Block: shown}, s.between(shown))
	return c, err
}

// between is what stands between two blocks that are joined: a space between Latin words, unless a
// hyphen parts them already (rule L1).
func (s *Session) between(shown int) string {
	a, _ := s.order.Block(shown - 1)
	b, _ := s.order.Block(shown)
	if len(a) == 0 || len(b) == 0 {
		return ""
	}
	word := func(r rune) bool { return script.IsLatin(r) || script.IsDigit(r) }
	x, y := a[len(a)-1], b[0]
	if script.IsLatin(y) && (word(x) || script.IsHalf(x) && !script.IsSpace(x) && x != '-') ||
		script.IsDigit(y) && script.IsLatin(x) {
		return " "
	}
	return ""
}
