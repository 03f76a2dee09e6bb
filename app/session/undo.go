package session

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
)

// CanUndo says whether the person at the desk has something to undo on this page.
func (s *Session) CanUndo() bool {
	_, ok := s.text.Undo(s.opt.Person)
	return ok
}

// CanRedo says whether the person's last undo can be taken back.
func (s *Session) CanRedo() bool {
	_, ok := s.text.Redo(s.opt.Person)
	return ok
}

// Undo takes back the person's last undo step that counts, from before a restart too. The place is
// where something changed.
func (s *Session) Undo() (Changed, Place, error) {
	s.endStep()
	ops, _ := s.text.Undo(s.opt.Person)
	return s.switching(ops)
}

// Redo takes back the last undo, if nothing was edited since.
func (s *Session) Redo() (Changed, Place, error) {
	s.endStep()
	ops, _ := s.text.Redo(s.opt.Person)
	return s.switching(ops)
}

func (s *Session) switching(ops []revision.Op) (Changed, Place, error) {
	if len(ops) == 0 {
		return Changed{}, Place{}, nil
	}
	c, err := s.Do("", ops)
	return c, s.PlaceOf(s.touched(ops[0].Of)), err
}

// touched is a character that a revision speaks of, followed through Reverts.
func (s *Session) touched(n int) bulletin.ID {
	for n > 0 {
		op := s.text.Log()[n-1].Ops[0]
		switch op.Kind {
		case revision.Revert:
			n = op.Of
		case revision.Delete, revision.Move:
			return op.Spans[0].At(0)
		case revision.Insert:
			return bulletin.ID{Origin: int32(n)}
		default:
			return op.At
		}
	}
	return bulletin.Start
}

// PlaceOf is where a character stands on the clean side, or would stand if it is dead.
func (s *Session) PlaceOf(id bulletin.ID) Place {
	now := s.state()
	return now.place(id)
}

// Conflict is why a correction can't be taken back without more ado: later corrections refer to what
// it made.
type Conflict struct {
	Later []revision.OpRef // the later operations that refer to it

	page *Snapshot
	refs []revision.OpRef
	at   bulletin.ID
}

// Error says it in English; the window shows both texts.
func (c *Conflict) Error() string { return "later corrections refer to this one" }

// Outcomes are the texts to choose from, of the block that the first correction stands in: without the
// corrections alone, and without all that refers to them too. It costs two replays.
func (c *Conflict) Outcomes(ctx context.Context) (alone, together string, err error) {
	t := c.page.text
	for _, o := range []struct {
		text *string
		refs []revision.OpRef
	}{{&alone, c.refs}, {&together, append(t.Dependents(c.refs...), c.refs...)}} {
		if err := ctx.Err(); err != nil {
			return "", "", err
		}
		*o.text = blockText(t.Without(o.refs...), c.at)
	}
	return alone, together, nil
}

// TakeBack takes back single corrections, whoever made them; others stay. Where later corrections
// refer to them it changes nothing and returns a *Conflict.
func (s *Session) TakeBack(cs ...Correction) (Changed, error) {
	s.endStep()
	refs := refsOf(cs)
	if later := s.text.Conflicts(refs...); len(later) > 0 {
		return Changed{}, &Conflict{Later: later, page: s.Snapshot(), refs: refs, at: cs[0].At}
	}
	return s.Do("", s.text.TakeBack(refs...))
}

// TakeBackAnyway takes back corrections that others refer to: alone, or with all that refers to them.
func (s *Session) TakeBackAnyway(together bool, cs ...Correction) (Changed, error) {
	s.endStep()
	refs := refsOf(cs)
	if together {
		refs = append(s.text.Dependents(refs...), refs...)
	}
	return s.Do("", s.text.TakeBack(refs...))
}

// SwitchOff takes back everything that a rule did on this page and that still counts.
func (s *Session) SwitchOff(ruleID string) (Changed, error) {
	s.endStep()
	var refs []revision.OpRef
	for _, r := range s.text.Log() {
		if r.Author.Rule == ruleID {
			refs = append(refs, s.text.All(r.N)...)
		}
	}
	if len(refs) == 0 {
		return Changed{}, &say.Problem{
			Subject: ruleID,
			What:    say.T("这条规则在本版没有改动", "has changed nothing on this page"),
		}
	}
	return s.Do("", s.text.TakeBack(refs...))
}

func refsOf(cs []Correction) []revision.OpRef {
	var refs []revision.OpRef
	for _, c := range cs {
		for _, op := range c.Ops {
			refs = append(refs, revision.OpRef{Rev: c.Rev, Op: op})
		}
	}
	return refs
}

// Stands is where a character stands on the clean side; live is false where a correction removed it.
func (s *Session) Stands(id bulletin.ID) (at Place, live bool) {
	p, live := s.order.PlaceOf(id)
	if !live {
		return Place{}, false
	}
	return Place(p), true
}

// Spans are where the characters of a shown block came from.
func (s *Session) Spans(shown int) []bulletin.Span { return s.order.Spans(shown) }

// RawOffset is the raw character at a place of the clean side, or the one nearest to what was typed
// there.
func (s *Session) RawOffset(at Place) int {
	if at.Block < 0 || at.Block >= s.Blocks() {
		return 0
	}
	return max(s.text.RawPlace(s.order.ID(bulletin.Place(at))), 0)
}
