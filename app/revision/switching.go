package revision

// An operation counts unless a later Revert that itself counts names it. For every operation the
// number of counting Reverts that name it is kept, so that a new Revert touches only what it switches.

// Counts says whether an operation counts. It is false for one that there is not.
func (t *Text) Counts(r OpRef) bool {
	return t.has(r) && t.named[r.Rev-1][r.Op] == 0
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

// countAll computes from the newest to the oldest which operations count.
func (t *Text) countAll() {
	t.named = t.named[:0]
	for i := range t.log {
		t.named = append(t.named, make([]int32, len(t.log[i].Ops)))
	}
	for i := len(t.log) - 1; i >= 0; i-- {
		for j := range t.log[i].Ops {
			if op := &t.log[i].Ops[j]; op.Kind == Revert && t.named[i][j] == 0 {
				t.targets(op, func(r OpRef) { t.named[r.Rev-1][r.Op]++ })
			}
		}
	}
}

// switchBy lets the Reverts of revision i (from 0, the last one) take effect on what counts, and
// returns the other operations that count now and did not, or the other way round.
func (t *Text) switchBy(i int) (flips []OpRef) {
	t.named = append(t.named, make([]int32, len(t.log[i].Ops)))
	was := map[OpRef]bool{}
	var add func(op *Op, by int32)
	add = func(op *Op, by int32) {
		t.targets(op, func(r OpRef) {
			n := &t.named[r.Rev-1][r.Op]
			before := *n == 0
			*n += by
			if now := *n == 0; now != before {
				if _, seen := was[r]; !seen {
					was[r] = before
					flips = append(flips, r)
				}
				if op := t.op(r); op.Kind == Revert {
					if now {
						add(op, 1)
					} else {
						add(op, -1)
					}
				}
			}
		})
	}
	for j := range t.log[i].Ops {
		if op := &t.log[i].Ops[j]; op.Kind == Revert {
			add(op, 1)
		}
	}
	kept := flips[:0]
	for _, r := range flips {
		if was[r] != t.Counts(r) && t.op(r).Kind != Revert {
			kept = append(kept, r)
		}
	}
	return kept
}
