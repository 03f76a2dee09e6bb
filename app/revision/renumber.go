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
