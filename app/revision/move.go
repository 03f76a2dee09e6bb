package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// move takes the listed characters out, with the insertions that travel, and puts them after the
// anchor in the order in which they stood.
//
// An insertion travels when its anchor does, unless a counting Move has itself placed it. What a
// Move placed does not travel with the Move's anchor.
func (t *Text) move(ref OpRef, op *Op) error {
	q := t.seq
	var found []bulletin.Span // every run that moves, whole
	flag := func(s spot) bool {
		r := &q.own(s).runs[s.at]
		if r.moving {
			return false
		}
		r.moving = true
		found = append(found, r.Span)
		return true
	}
	for _, s := range op.Spans {
		q.cut(s.Origin, s.From)
		q.cut(s.Origin, s.To)
		t.runsOf(s, func(p spot) { flag(p) })
	}
	listed := len(found)
	for i := 0; i < len(found); i++ {
		t.children(found[i], func(n *insertion) {
			t.runsOf(n.Span, func(p spot) {
				if !q.run(p).placed {
					flag(p)
				}
			})
		})
	}
	if op.At != bulletin.Start && q.run(q.find(op.At)).moving {
		for _, s := range found {
			p := q.find(s.At(0))
			q.own(p).runs[p.at].moving = false
		}
		return &BadOp{ref, "the text would be moved into itself"}
	}

	var spots []spot
	for i, s := range found {
		p := q.find(s.At(0))
		t.touchRun(p)
		if i < listed {
			q.own(p).runs[p.at].placed = true
		}
		spots = append(spots, spot{p.branch, p.chunk, 0})
	}
	t.touch(q.blockAfter(op.At), 0)
	slices.SortFunc(spots, spot.compare)
	var taken []run
	for _, p := range slices.Compact(spots) {
		c := q.own(p)
		kept := c.runs[:0]
		var gone sum
		for _, r := range c.runs {
			if !r.moving {
				kept = append(kept, r)
				continue
			}
			r.moving = false
			taken = append(taken, r)
			gone.add(r.live())
		}
		c.runs = kept
		q.changeSum(p, sum{}.less(gone))
	}
	q.insert(q.after(op.At), taken...)
	return nil
}

// runsOf calls yield for the runs that hold the characters of s. The runs at its ends may reach
// further.
func (t *Text) runsOf(s bulletin.Span, yield func(spot)) {
	for at := s.From; at < s.To; {
		p := t.seq.find(bulletin.ID{Origin: s.Origin, Index: at})
		at = t.seq.run(p).To
		yield(p)
	}
}
