package revision

import "qingyang/app/bulletin"

// Undo and Redo make Reverts of whole revisions (Op.Ops is nil), TakeBack makes Reverts that list
// their operations. That is how Undo knows a step of its own, which it passes over, from an edit.

// Undo reverts the person's last undo step that still counts: all revisions of its group. A step of
// Undo or Redo is none. ok is false when nothing is left.
//
// It costs a pass over the log back to that step.
func (t *Text) Undo(person int64) (ops []Op, ok bool) {
	for i := len(t.log) - 1; i >= 0; i-- {
		r := &t.log[i]
		if r.Author.Person != person || r.switches() || !t.countsAny(i) {
			continue
		}
		for k := len(t.log) - 1; k >= r.Group-1; k-- {
			// Those that don't count may have been taken back in the same step.
			if o := &t.log[k]; o.Group == r.Group && !o.switches() {
				ops = append(ops, Op{Kind: Revert, Of: o.N})
			}
		}
		return ops, true
	}
	return nil, false
}

// Redo reverts what the person's last Undo made, if it still counts and the person edited nothing
// since.
func (t *Text) Redo(person int64) (ops []Op, ok bool) {
	for i := len(t.log) - 1; i >= 0; i-- {
		r := &t.log[i]
		switch {
		case r.Author.Person != person:
		case !r.switches():
			return nil, false
		case t.countsAny(i) && !t.log[r.Ops[0].Of-1].switches():
			for k := i; k >= r.Group-1; k-- {
				if o := &t.log[k]; o.Group == r.Group && o.switches() && t.countsAny(k) {
					ops = append(ops, Op{Kind: Revert, Of: o.N})
				}
			}
			return ops, true
		}
	}
	return nil, false
}

// TakeBack reverts single operations, of any revision and any author. Those that don't count, or that
// there are not, are left out.
//
// A line break that lives again and was never marked ends what was a part of the block below it: it gets
// that one's kind and article.
func (t *Text) TakeBack(refs ...OpRef) []Op {
	m := maker{t}
	return m.adopting(m.revert(refs...))
}

// Unjoin takes back that a line break is dead, and that alone: what the same operations deleted besides it
// stays deleted. It is nil for a break that lives, and for one of which nobody counts as having typed it.
func (t *Text) Unjoin(brk bulletin.ID) []Op {
	fate := t.fate(brk)
	by := fate.by
	if len(by) == 0 || fate.unborn {
		return nil
	}
	others := newSpans()
	for _, ref := range by {
		for _, s := range t.op(ref).Spans {
			if !s.Has(brk) {
				others.add(s)
				continue
			}
			for _, part := range [2]bulletin.Span{{Origin: s.Origin, From: s.From, To: brk.Index}, {Origin: s.Origin, From: brk.Index + 1, To: s.To}} {
				if part.Len() > 0 {
					others.add(part)
				}
			}
		}
	}
	m := maker{t}
	ops := m.revert(by...)
	if all := others.all(); len(all) > 0 {
		ops = append(ops, Op{Kind: Delete, Spans: all})
	}
	return m.adopting(ops)
}

// Restore makes the text what it was after its first n revisions, by one revision that can be taken back like
// any other: what was done since counts no more, and what was taken back since counts again. It is nil where
// nothing was done since.
func (t *Text) Restore(n int) []Op {
	var ops []Op
	for rev := len(t.log); rev > max(n, 0); rev-- {
		op := Op{Kind: Revert, Of: rev}
		for k := range t.log[rev-1].Ops { // listed: a step of Undo is none
			op.Ops = append(op.Ops, k)
		}
		ops = append(ops, op)
	}
	return ops
}

// revert makes the Reverts of single operations.
func (t maker) revert(refs ...OpRef) []Op {
	var ops []Op
	at := map[int]int{}
	for _, r := range sortedRefs(refs) {
		if !t.Counts(r) {
			continue
		}
		i, ok := at[r.Rev]
		if !ok {
			i = len(ops)
			at[r.Rev] = i
			ops = append(ops, Op{Kind: Revert, Of: r.Rev})
		}
		ops[i].Ops = append(ops[i].Ops, r.Op)
	}
	return ops
}

// adopting adds the Marks for blocks that come back by ops without one of their own. It tries ops out.
func (t maker) adopting(ops []Op) []Op {
	if len(ops) == 0 {
		return nil
	}
	c := t.Copy()
	change, err := c.Append(Revision{N: c.N() + 1, Author: Author{Rule: "?"}, Ops: ops})
	if err != nil {
		return ops
	}
	var below Head
	if end := change.From + change.Now; end < c.NumBlocks() {
		below = c.Head(end)
	}
	for i := change.From + change.Now - 1; i >= change.From; i-- {
		h := c.Head(i)
		if h.Kind == bulletin.Line && h.Article == bulletin.None && below.Kind != bulletin.Line {
			if _, lived := t.seq.lives(h.Break); !lived {
				h.Kind, h.Article = below.Kind, below.Article
				ops = append(ops, Op{Kind: Mark, At: h.Break, Block: h.Kind, Article: h.Article})
			}
		}
		below = h
	}
	return ops
}

// switches says whether the revision is a step of Undo or Redo.
func (r *Revision) switches() bool {
	for i := range r.Ops {
		if r.Ops[i].Kind != Revert || r.Ops[i].Ops != nil {
			return false
		}
	}
	return true
}

func (t *Text) countsAny(i int) bool {
	first := OpRef{i + 1, 0}.key()
	dead := 0
	for a := t.named.seek(first); t.named.has(a) && t.named.key(a) < first+1<<32; a = t.named.next(a) {
		dead++
	}
	return dead < len(t.log[i].Ops)
}
