package revision

import "qingyang/app/bulletin"

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
