package revision

import (
	"slices"
	"sort"

	"qingyang/app/bulletin"
)

// apply lets one operation of the log take effect. It fails only for a Move into its own range, and
// has changed nothing then.
func (t *Text) apply(ref OpRef) error {
	op := t.op(ref)
	switch op.Kind {
	case Insert:
		t.insert(ref, op)
	case Delete:
		if t.Counts(ref) {
			for _, s := range op.Spans {
				t.seq.bury(s, 1, t.touchRun)
			}
		}
	case Mark:
		if t.Counts(ref) {
			t.touch(t.seq.blockAt(op.At), 0)
		}
		t.marks.add(keyOf(op.At), marker{ref, op.Block, op.Article})
	case Move:
		if t.Counts(ref) {
			return t.move(ref, op)
		}
	}
	return nil
}

func (t *Text) insert(ref OpRef, op *Op) {
	origin := int32(ref.Rev)
	from := int32(0)
	if n := len(t.inserts); n > 0 && t.inserts[n-1].Origin == origin {
		from = t.inserts[n-1].To
	}
	s := bulletin.Span{Origin: origin, From: from, To: from + runesOf(*op)}
	r := run{Span: s, breaks: t.letters.count(s)}
	if !t.Counts(ref) {
		r.dead = 1
	}
	t.touch(t.seq.blockAfter(op.At), 0)
	t.seq.insert(t.seq.after(op.At), r)
	t.kids.add(keyOf(op.At), int32(len(t.inserts)))
	t.inserts = append(t.inserts, insertion{s, op.At, int32(t.rawPlace(op.At)), int32(ref.Op)})
}

// flip lets an operation take effect that now counts, or no longer. It is no Move and no Revert.
func (t *Text) flip(ref OpRef) {
	op := t.op(ref)
	by := int32(-1)
	if t.Counts(ref) {
		by = 1
	}
	switch op.Kind {
	case Insert:
		t.seq.bury(t.typedBy(ref), -by, t.touchRun)
	case Delete:
		for _, s := range op.Spans {
			t.seq.bury(s, by, t.touchRun)
		}
	case Mark:
		t.touch(t.seq.blockAt(op.At), 0)
	}
}

// typedBy are the characters of an Insert.
func (t *Text) typedBy(ref OpRef) bulletin.Span {
	i := sort.Search(len(t.inserts), func(i int) bool {
		n := &t.inserts[i]
		return !(OpRef{int(n.Origin), int(n.op)}).Before(ref)
	})
	return t.inserts[i].Span
}

// touch notes that the blocks [i, i+more] may change, counted as the text is now.
func (t *Text) touch(i, more int) {
	last := t.seq.total() - 1
	t.lo = min(t.lo, i)
	t.tail = min(t.tail, max(0, last-i-more))
}

// touchRun notes that a run may change.
func (t *Text) touchRun(s spot) {
	t.touch(int(t.seq.livesBefore(s).breaks), int(t.seq.run(s).live().breaks))
}

// children calls yield with the Inserts whose anchor lies in s, in the order of their anchors.
func (t *Text) children(s bulletin.Span, yield func(*insertion)) {
	end := keyOf(s.At(s.Len()))
	for a := t.kids.seek(keyOf(s.At(0))); t.kids.has(a) && t.kids.key(a) < end; a = t.kids.next(a) {
		yield(&t.inserts[*t.kids.val(a)])
	}
}

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
