package revision

import (
	"qingyang/app/bulletin"
)

// Squash makes one revision of all from number from on, by the smallest difference between the state
// before them and now: a burst of typing before it is saved. It takes the author, group, round and
// note of the first and the time of the last; where nothing is left of the difference there is no
// revision.
//
// Text, kinds and articles are what they were; the identities of what was typed are not, in the blocks
// of Changed. ok is false, and nothing happens, where the revisions are not all of one author or do
// more than type, delete and mark. It must not be used on revisions that somebody else has seen.
//
// old is a Copy that was made before the first of them was appended, and must not be used afterwards;
// within is what they changed, all in all. The cost is that of the burst and of the blocks within.
func (t *Text) Squash(old *Text, within Changed) (c Changed, ok bool) {
	from := len(old.log) + 1
	if from > len(t.log) {
		return Changed{}, false
	}
	burst := t.log[from-1:]
	for _, r := range burst {
		if r.Author != burst[0].Author {
			return Changed{}, false
		}
		for _, op := range r.Ops {
			if op.Kind == Move || op.Kind == Revert || op.Kind == Mark && int(op.Article.Origin) >= from {
				return Changed{}, false
			}
		}
	}

	lo := within.From
	tail := max(0, min(old.seq.total()-within.From-within.Was, t.seq.total()-within.From-within.Now))
	for lo+tail >= min(old.seq.total(), t.seq.total()) && lo+tail > 0 {
		if tail > 0 {
			tail--
		} else {
			lo--
		}
	}
	r := burst[0]
	r.Time = burst[len(burst)-1].Time
	r.Ops = old.retype(t, lo, tail)
	if len(r.Ops) > 0 {
		if _, err := old.Append(r); err != nil {
			return Changed{}, false
		}
	}
	total, hidden := t.seq.total(), t.hidden
	t.letters, t.log, t.state = old.letters, old.log, old.state
	t.forget(from)
	t.lo, t.tail = lo, tail
	t.mu.Lock()
	t.runes = nil
	t.mu.Unlock()
	return t.changed(total, hidden), true
}

// retype makes the operations by which the blocks between the first lo and the last tail ones become
// those of another state.
func (t *Text) retype(to *Text, lo, tail int) []Op {
	last := t.seq.total() - 1 - tail
	c := t.seq.cursorAt(last)
	spans, _ := c.block(nil)
	w := maker{t}.span(place(lo, 0), place(last, len(t.compose(spans))))

	var text []rune
	var heads []Head
	c = to.seq.cursorAt(lo)
	for i := lo; i < to.seq.total()-tail; i++ {
		if i > lo {
			text = append(text, '\n')
		}
		spans, b := c.block(nil)
		text = append(text, to.compose(spans)...)
		heads = append(heads, to.head(b))
	}
	ops := w.write(text)
	done := t
	if len(ops) > 0 {
		done = t.Copy()
		if _, err := done.Append(Revision{N: t.N() + 1, Author: Author{Rule: "?"}, Ops: ops}); err != nil {
			return nil
		}
	}
	for i, h := range heads {
		if got := done.Head(lo + i); !sameHead(got, h) {
			ops = append(ops, Op{Kind: Mark, At: got.Break, Block: h.Kind, Article: h.Article})
		}
	}
	return ops
}

// Renumber gives the revisions of an unsaved queue, numbered one after another, new numbers from
// from on, after newer ones of somebody else took theirs. Only what names the queue itself changes:
// its own characters, Reverts of its own revisions, its own undo steps. The queue is not changed.
func Renumber(queue []Revision, from int) []Revision {
	if len(queue) == 0 {
		return nil
	}
	first := queue[0].N
	by := from - first
	number := func(n int) int {
		if n >= first {
			n += by
		}
		return n
	}
	out := make([]Revision, len(queue))
	for i, r := range queue {
		r.N, r.Group = number(r.N), number(r.Group)
		r.Ops = shifted(r.Ops, func(id bulletin.ID) bulletin.ID {
			id.Origin = int32(number(int(id.Origin)))
			return id
		})
		for k := range r.Ops {
			if op := &r.Ops[k]; op.Kind == Revert {
				op.Of = number(op.Of)
			}
		}
		out[i] = r
	}
	return out
}

// Clashes are the characters that two queues of revisions both touch, when both were made on the same
// state: their first revisions have the same number. Characters are touched that are deleted, moved
// or marked, or that something is typed or moved behind. Reverts are not looked into.
func Clashes(ours, theirs []Revision) []bulletin.Span {
	if len(ours) == 0 || len(theirs) == 0 {
		return nil
	}
	first := min(ours[0].N, theirs[0].N)
	visit := func(queue []Revision, touch func(bulletin.Span)) {
		for _, r := range queue {
			for _, op := range r.Ops {
				spans := op.Spans
				if op.Kind != Delete && op.Kind != Revert {
					spans = append(spans[:len(spans):len(spans)], bulletin.One(op.At))
				}
				for _, s := range spans {
					if int(s.Origin) < first {
						touch(s)
					}
				}
			}
		}
	}
	var mine, both spans
	visit(ours, func(s bulletin.Span) { mine.add(s) })
	visit(theirs, func(s bulletin.Span) { both.addAll(mine.common(s)) })
	return both.all()
}
