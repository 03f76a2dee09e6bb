package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// All is the operations of a revision; nil where there is no such revision.
func (t *Text) All(rev int) []OpRef {
	if rev < 1 || rev > len(t.log) {
		return nil
	}
	refs := make([]OpRef, len(t.log[rev-1].Ops))
	for i := range refs {
		refs[i] = OpRef{rev, i}
	}
	return refs
}

// Conflicts are the later operations that count and refer to what these did, themselves not among
// refs: they stand behind, delete, move or mark characters that these typed; mark a break that these
// marked; move or delete characters that these moved or deleted. In the order of the log; linear in
// the log.
func (t *Text) Conflicts(refs ...OpRef) []OpRef {
	return slices.DeleteFunc(t.referring(refs), func(r OpRef) bool { return !t.Counts(r) })
}

// Dependents are Conflicts, and what refers to those, and so on, also by way of operations that don't
// count. While there are none, taking refs back gives exactly the text of the log without them.
func (t *Text) Dependents(refs ...OpRef) []OpRef {
	return slices.DeleteFunc(t.closure(refs), func(r OpRef) bool { return !t.Counts(r) })
}

// closure is all that refers to refs, directly or through others, counting or not.
func (t *Text) closure(refs []OpRef) []OpRef { return t.refer(refs, true) }

// referring are the later operations that refer directly to what these did.
func (t *Text) referring(refs []OpRef) []OpRef { return t.refer(refs, false) }

// refer finds in one pass over the log what refers to what these operations did, and where deep to what
// that did in turn: nothing refers to what stands behind it.
func (t *Text) refer(refs []OpRef, deep bool) []OpRef {
	mine := map[OpRef]bool{}
	for _, r := range refs {
		mine[r] = true
	}
	done := touched{marked: map[bulletin.ID]bool{}, seen: map[OpRef]bool{}}
	var found []OpRef
	for i := range t.log {
		for j := range t.log[i].Ops {
			ref := OpRef{i + 1, j}
			op := t.op(ref)
			refers := !mine[ref] && done.by(op)
			if refers {
				found = append(found, ref)
			}
			if mine[ref] || refers && deep {
				done.note(t, ref, op)
			}
		}
	}
	return found
}

// Without is the state with these operations taken back, as a text of its own. For a conflict both
// texts are shown: Without(refs...), and Without of refs and their Dependents.
func (t *Text) Without(refs ...OpRef) *Text {
	c := t.Copy()
	if ops := (maker{c}).revert(refs...); len(ops) > 0 {
		if _, err := c.Append(Revision{N: c.N() + 1, Author: Author{Rule: "?"}, Ops: ops}); err != nil {
			panic(err) // Reverts of operations that count always fit
		}
	}
	return c
}

// touched is what some operations did.
type touched struct {
	typed, gone, moved spans
	marked             map[bulletin.ID]bool
	seen               map[OpRef]bool // Reverts of which the targets are noted
}

func (t *touched) note(text *Text, ref OpRef, op *Op) {
	switch op.Kind {
	case Insert:
		t.typed.add(text.typedBy(ref))
	case Delete:
		t.gone.addAll(op.Spans)
	case Move:
		t.moved.addAll(op.Spans)
	case Mark:
		t.marked[op.At] = true
	case Revert: // taking it back lets these count again
		if !t.seen[ref] {
			t.seen[ref] = true
			text.targets(op, func(r OpRef) { t.note(text, r, text.op(r)) })
		}
	}
}

// by says whether an operation refers to what was noted.
func (t *touched) by(op *Op) bool {
	switch op.Kind {
	case Insert:
		return t.typed.has(op.At)
	case Delete:
		return t.typed.meets(op.Spans) || t.gone.meets(op.Spans)
	case Move:
		return t.typed.has(op.At) || t.typed.meets(op.Spans) || t.moved.meets(op.Spans)
	case Mark:
		return t.typed.has(op.At) || t.typed.has(op.Article) || t.marked[op.At]
	}
	return false
}

func sortedRefs(refs []OpRef) []OpRef {
	return slices.Compact(slices.SortedFunc(slices.Values(refs), compareRefs))
}
