package revision

import "qingyang/app/bulletin"

// A Revert that switches a Move changes where everything stands that came after it, so the log is replayed
// from that Move on. moments keeps states from before the last Moves for that.

// moment is the state before a revision that moves something.
type moment struct {
	rev int
	state
}

// moments is how many of them a text keeps. They share what did not change in between.
var moments = 8 // changed by tests alone

// moves says whether the revision moves something.
func (r *Revision) moves() bool {
	for i := range r.Ops {
		if r.Ops[i].Kind == Move {
			return true
		}
	}
	return false
}

// remember keeps the state as it is now, before a revision with this number.
func (t *Text) remember(rev int) {
	if len(t.moments) == moments {
		t.moments = append(t.moments[:0:0], t.moments[1:]...)
	}
	t.moments = append(t.moments, moment{rev, t.state.copy(t.letters)})
}

// forget drops the moments that speak of revisions from number from on.
func (t *Text) forget(from int) {
	for n := len(t.moments); n > 0 && t.moments[n-1].rev > from; n-- {
		t.moments = t.moments[:n-1]
	}
}

// replayFrom computes the state from the log, from the last moment on in which the Moves counted that count
// now. named must be right already. It returns the Moves of the revision at the end that would move text
// into themselves.
func (t *Text) replayFrom() (stuck []OpRef) {
	from := 1
	named := t.named
	t.state = state{seq: newSequence(t.letters), named: named}
	for i := len(t.moments) - 1; i >= 0; i-- {
		m := &t.moments[i]
		flips := differing(&m.named, &named, m.rev)
		moves := false
		for _, r := range flips {
			moves = moves || t.op(r).Kind == Move
		}
		if moves {
			continue
		}
		from = m.rev
		t.state = m.copy(t.letters)
		t.named = named
		for _, r := range flips {
			t.flip(r)
		}
		break
	}
	t.runes, t.dead = nil, nil
	t.forget(from - 1)
	last := len(t.log) + 1 // the first of the last Moves
	for i, n := len(t.log)-1, 0; i >= from-1 && n < moments; i-- {
		if t.log[i].moves() {
			last = i + 1
			n++
		}
	}
	for i := from - 1; i < len(t.log); i++ {
		if i+1 >= last && t.log[i].moves() {
			t.remember(i + 1)
		}
		for j := range t.log[i].Ops {
			ref := OpRef{i + 1, j}
			if t.apply(ref) != nil && ref.Rev == len(t.log) {
				stuck = append(stuck, ref)
			}
		}
	}
	t.hidden = t.lastEmpty()
	return stuck
}

// differing are the operations before a revision that are in one of two lists and not in the other.
func differing(a, b *sorted[int32], rev int) (refs []OpRef) {
	end := OpRef{rev, 0}.key()
	key := func(s *sorted[int32], p at) uint64 {
		if s.has(p) {
			return min(end, s.key(p))
		}
		return end
	}
	for p, q := a.seek(0), b.seek(0); ; {
		switch x, y := key(a, p), key(b, q); {
		case x == end && y == end:
			return refs
		case x < y:
			refs = append(refs, refOf(x))
			p = a.next(p)
		case y < x:
			refs = append(refs, refOf(y))
			q = b.next(q)
		default:
			p, q = a.next(p), b.next(q)
		}
	}
}

// common is how many blocks at the start of two sequences, and how many at their ends, are made of the same
// characters; all of them where nothing differs. Chunks that they share are passed over.
func (q *sequence) common(o *sequence) (head, tail int) {
	a, b := walker{q: q, s: spot{at: -1}}, walker{q: o, s: spot{at: -1}}
	for a.meets(&b) {
		head += a.pass(&b)
	}
	if a.end && b.end {
		return q.total(), q.total()
	}
	a, b = walker{q: q, back: true}, walker{q: o, back: true}
	for _, w := range []*walker{&a, &b} {
		w.s.branch = len(w.q.branches) - 1
		w.s.chunk = len(w.q.branches[w.s.branch].chunks) - 1
		w.s.at = len(w.q.chunkAt(w.s).runs)
	}
	for a.meets(&b) {
		tail += a.pass(&b)
	}
	// What the first break ends that was passed is whole where a block begins behind what differs.
	if !a.atBreak() || !b.atBreak() {
		tail--
	}
	return head, max(0, tail)
}

// walker goes over the live characters of a sequence, or backwards.
type walker struct {
	q    *sequence
	s    spot
	rest bulletin.Span // of the run at s: what has not been passed
	back bool
	end  bool
}

// step goes to a run of which something lives and has not been passed; false at the end.
func (w *walker) step() bool {
	for w.rest.Len() == 0 && !w.end {
		ok := false
		if w.back {
			w.s, ok = w.q.prev(w.s)
		} else {
			w.s, ok = w.q.next(w.s)
		}
		if w.end = !ok; ok {
			if r := w.q.run(w.s); r.dead == 0 {
				w.rest = r.Span
			}
		}
	}
	return !w.end
}

// meets takes both to what has not been passed, and says whether it begins with the same character.
func (w *walker) meets(o *walker) bool {
	if a, b := w.step(), o.step(); !a || !b {
		return false
	}
	if w.back {
		return w.rest.At(w.rest.Len()-1) == o.rest.At(o.rest.Len()-1)
	}
	return w.rest.At(0) == o.rest.At(0)
}

// pass takes both over what they have in common of their runs, or of their chunk, and counts the breaks in
// it.
func (w *walker) pass(o *walker) (breaks int) {
	if w.whole() && o.whole() && w.q.chunkAt(w.s) == o.q.chunkAt(o.s) {
		breaks = int(w.q.branches[w.s.branch].sums[w.s.chunk].breaks)
		w.leave()
		o.leave()
		return breaks
	}
	n := int32(min(w.rest.Len(), o.rest.Len()))
	part := w.rest
	if w.back {
		part.From = part.To - n
		w.rest.To, o.rest.To = w.rest.To-n, o.rest.To-n
	} else {
		part.To = part.From + n
		w.rest.From, o.rest.From = w.rest.From+n, o.rest.From+n
	}
	return int(w.q.letters.count(part))
}

// whole says whether nothing of the chunk has been passed.
func (w *walker) whole() bool {
	if w.rest.Len() < w.q.run(w.s).Len() {
		return false
	}
	runs := w.q.chunkAt(w.s).runs
	before := runs[:w.s.at]
	if w.back {
		before = runs[w.s.at+1:]
	}
	for i := range before {
		if before[i].dead == 0 {
			return false
		}
	}
	return true
}

// leave goes behind the chunk, or before it.
func (w *walker) leave() {
	w.rest.To = w.rest.From
	w.s.at = len(w.q.chunkAt(w.s).runs) - 1
	if w.back {
		w.s.at = 0
	}
}

// atBreak says whether a block begins where the walker, going backwards, has come to.
func (w *walker) atBreak() bool { return w.end || w.q.isBreak(w.rest.At(w.rest.Len()-1)) }
