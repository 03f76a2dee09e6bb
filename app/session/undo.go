package session

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
)

// CanUndo says whether the person at the desk has something to undo on this page, and whether their last undo
// can be taken back.
func (s *Session) CanUndo() (undo, redo bool) {
	_, undo = s.text.Undo(s.opt.Person)
	_, redo = s.text.Redo(s.opt.Person)
	return undo, redo
}

// Undo takes back the person's last undo step that counts, from before a restart too. The place is
// where something changed.
func (s *Session) Undo() (revision.Changed, bulletin.Place, error) {
	s.endStep()
	ops, _ := s.text.Undo(s.opt.Person)
	return s.switching(ops)
}

// Redo takes back the last undo, if nothing was edited since.
func (s *Session) Redo() (revision.Changed, bulletin.Place, error) {
	s.endStep()
	ops, _ := s.text.Redo(s.opt.Person)
	return s.switching(ops)
}

func (s *Session) switching(ops []revision.Op) (revision.Changed, bulletin.Place, error) {
	if len(ops) == 0 {
		return revision.Changed{}, bulletin.Place{}, nil
	}
	c, err := s.do("", ops)
	at, _ := s.order.PlaceOf(s.touched(ops[0].Of))
	return c, at, err
}

// touched is a character that a revision speaks of, followed through Reverts.
func (s *Session) touched(n int) bulletin.ID { return touched(s.text.Log(), n) }

func touched(log []revision.Revision, n int) bulletin.ID {
	for n > 0 {
		op := log[n-1].Ops[0]
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

// Restore makes the page what it was after its first n revisions, as one undo step. The place is where
// something changed.
func (s *Session) Restore(n int) (revision.Changed, bulletin.Place, error) {
	s.endStep()
	return s.switching(s.text.Restore(n))
}

// Conflict is why corrections can't be taken back without more ado: later corrections refer to what they made.
type Conflict struct {
	Later []revision.OpRef // the later operations that refer to them

	page *Snapshot
	refs []revision.OpRef
	at   bulletin.ID
}

// Outcomes are the texts to choose from, of the block that the first correction stands in: without the
// corrections alone, and without all that refers to them too. It costs two replays.
func (c *Conflict) Outcomes(ctx context.Context) (alone, together string, err error) {
	t := c.page.Text
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
// refer to them it changes nothing and says so.
func (s *Session) TakeBack(cs ...Correction) (revision.Changed, *Conflict, error) {
	s.endStep()
	return s.takeBack(refsOf(cs), cs[0].At)
}

func (s *Session) takeBack(refs []revision.OpRef, at bulletin.ID) (revision.Changed, *Conflict, error) {
	if later := s.text.Conflicts(refs...); len(later) > 0 {
		return revision.Changed{}, &Conflict{Later: later, page: s.Snapshot(), refs: refs, at: at}, nil
	}
	c, err := s.do("", s.text.TakeBack(refs...))
	return c, nil, err
}

// TakeBackAnyway takes back what others refer to: alone, or with all that refers to it.
func (s *Session) TakeBackAnyway(of *Conflict, together bool) (revision.Changed, error) {
	s.endStep()
	refs := of.refs
	if together {
		refs = append(s.text.Dependents(refs...), refs...)
	}
	return s.do("", s.text.TakeBack(refs...))
}

// TakeBackStep takes back all of an undo step that still counts; what was done later stays. Where that refers to it
// it changes nothing and says so.
func (s *Session) TakeBackStep(st Step) (revision.Changed, *Conflict, error) {
	s.endStep()
	return s.takeBack(s.stepRefs(st), st.At)
}

// stepRefs are the operations of an undo step.
func (s *Session) stepRefs(st Step) (refs []revision.OpRef) {
	log := s.text.Log()
	for n := st.From; n <= min(st.To, len(log)); n++ {
		if log[n-1].Group == log[st.From-1].Group {
			refs = append(refs, s.text.All(n)...)
		}
	}
	return refs
}

// SwitchOff takes back everything that a rule did on this page and that still counts.
func (s *Session) SwitchOff(ruleID string) (revision.Changed, error) {
	s.endStep()
	var refs []revision.OpRef
	for _, r := range s.text.Log() {
		if r.Author.Rule == ruleID {
			refs = append(refs, s.text.All(r.N)...)
		}
	}
	if len(refs) == 0 {
		return revision.Changed{}, &say.Problem{
			Subject: ruleID,
			What:    say.T("这条规则在本版没有改动", "has changed nothing on this page"),
		}
	}
	return s.do("", s.text.TakeBack(refs...))
}

func refsOf(cs []Correction) []revision.OpRef {
	var refs []revision.OpRef
	for _, c := range cs {
		refs = append(refs, c.Refs()...)
	}
	return refs
}
