package revision

import "slices"

// An operation counts unless a later Revert that itself counts names it. For every operation the
// number of counting Reverts that name it is kept, so that a new Revert touches only what it switches.

// Counts says whether an operation counts. It is false for one that there is not.
func (t *Text) Counts(r OpRef) bool {
	if !t.has(r) {
		return false
	}
	a := t.named.seek(r.key())
	return !t.named.has(a) || t.named.key(a) != r.key()
}

func (t *Text) has(r OpRef) bool {
	return r.Rev >= 1 && r.Rev <= len(t.log) && r.Op >= 0 && r.Op < len(t.log[r.Rev-1].Ops)
}

// targets calls yield with every operation that a Revert names.
func (t *Text) targets(op *Op, yield func(OpRef)) {
	if op.Ops == nil {
		for i := range t.log[op.Of-1].Ops {
			yield(OpRef{op.Of, i})
		}
		return
	}
	for _, i := range op.Ops {
		yield(OpRef{op.Of, i})
	}
}

// bump notes that more counting Reverts name an operation, or fewer. It says whether that switches it.
func (t *Text) bump(r OpRef, by int32) (switched bool) {
	a := t.named.seek(r.key())
	if !t.named.has(a) || t.named.key(a) != r.key() {
		t.named.add(r.key(), by)
		return true
	}
	if n := *t.named.val(a) + by; n != 0 {
		t.named.set(a, n)
		return false
	}
	t.named.remove(a, t.named.next(a))
	return true
}

// countAll computes from the newest to the oldest which operations count.
func (t *Text) countAll() {
	t.named = sorted[int32]{}
	for i := len(t.log) - 1; i >= 0; i-- {
		for j := range t.log[i].Ops {
			if op := &t.log[i].Ops[j]; op.Kind == Revert && t.Counts(OpRef{i + 1, j}) {
				t.targets(op, func(r OpRef) { t.bump(r, 1) })
			}
		}
	}
}

// Switched are the operations of the first n revisions that now count and after these did not, or the other
// way round, in the order of the log. Where no later one is a Revert it costs a look at these, else one at
// all Reverts of the log.
func (t *Text) Switched(n int) []OpRef {
	if !slices.ContainsFunc(t.log[n:], func(r Revision) bool {
		return slices.ContainsFunc(r.Ops, func(op Op) bool { return op.Kind == Revert })
	}) {
		return nil
	}
	then := Text{log: t.log[:n:n]}
	then.countAll()
	return differing(&t.named, &then.named, n+1)
}

// switchBy lets the Reverts of revision i (from 0, the last one) take effect on what counts, and
// returns the other operations that count now and did not, or the other way round, in the order of the
// log.
//
// A Revert is switched once, after all later ones that name it; so the cost is that of what is named by
// the Reverts that are switched.
func (t *Text) switchBy(i int) (flips []OpRef) {
	var reverts sorted[int32] // still to be switched, and by how much
	add := func(op *Op, by int32) {
		t.targets(op, func(r OpRef) {
			if t.op(r).Kind != Revert {
				if t.bump(r, by) {
					flips = append(flips, r)
				}
				return
			}
			a := reverts.seek(r.key())
			if reverts.has(a) && reverts.key(a) == r.key() {
				reverts.set(a, *reverts.val(a)+by)
			} else {
				reverts.add(r.key(), by)
			}
		})
	}
	for j := range t.log[i].Ops {
		if op := &t.log[i].Ops[j]; op.Kind == Revert {
			add(op, 1)
		}
	}
	for {
		end := at{len(reverts.pages), 0}
		last := reverts.prev(end)
		if !reverts.has(last) {
			break
		}
		ref, by := refOf(reverts.key(last)), *reverts.val(last)
		reverts.remove(last, end)
		if by == 0 || !t.bump(ref, by) {
			continue
		}
		if t.Counts(ref) {
			add(t.op(ref), 1)
		} else {
			add(t.op(ref), -1)
		}
	}
	slices.SortFunc(flips, compareRefs)
	// What was switched twice stayed as it was.
	kept := flips[:0]
	for i := 0; i < len(flips); i++ {
		if i+1 < len(flips) && flips[i] == flips[i+1] {
			i++
			continue
		}
		kept = append(kept, flips[i])
	}
	return kept
}
