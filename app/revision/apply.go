package revision

import (
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
	t.inserts = append(t.inserts, insertion{s, op.At, int32(t.RawPlace(op.At)), int32(ref.Op)})
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
