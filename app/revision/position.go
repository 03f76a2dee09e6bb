package revision

import "qingyang/app/bulletin"

// What is counted in a sequence. All of it walks the branches, the chunks of one branch and the runs of one
// chunk: a fraction of a microsecond in a page, about one in a text of a million runs.

// livesBefore is what lives before a run.
func (q *sequence) livesBefore(s spot) (n sum) {
	for _, o := range q.sums[:s.branch] {
		n.add(o)
	}
	for _, o := range q.branches[s.branch].sums[:s.chunk] {
		n.add(o)
	}
	runs := q.chunkAt(s).runs
	for i := range runs[:s.at] {
		n.add(runs[i].live())
	}
	return n
}

// lives is what lives before a character; live says whether it does itself.
func (q *sequence) lives(id bulletin.ID) (n sum, live bool) {
	s := q.find(id)
	n = q.livesBefore(s)
	r := q.run(s)
	if r.dead > 0 {
		return n, false
	}
	n.breaks += q.letters.count(bulletin.Span{Origin: r.Origin, From: r.From, To: id.Index})
	n.chars += id.Index - r.From
	return n, true
}

// blockAt is the number of live breaks before a character.
func (q *sequence) blockAt(id bulletin.ID) int {
	if id == bulletin.Start {
		return 0
	}
	n, _ := q.lives(id)
	return int(n.breaks)
}

// blockAfter is the number of live breaks before the place right after a character.
func (q *sequence) blockAfter(id bulletin.ID) int {
	if id == bulletin.Start {
		return 0
	}
	n, live := q.lives(id)
	if live && q.isBreak(id) {
		n.breaks++
	}
	return int(n.breaks)
}

// seek is the run in which the k-th live character stands, from 0, or the k-th live break, and what lives
// before it.
func (q *sequence) seek(k int, of func(sum) int32) (s spot, before sum) {
	left := int32(k)
	for s.branch = range q.branches {
		if n := of(q.sums[s.branch]); left >= n {
			left -= n
			before.add(q.sums[s.branch])
			continue
		}
		g := q.branches[s.branch]
		for s.chunk = range g.chunks {
			if n := of(g.sums[s.chunk]); left >= n {
				left -= n
				before.add(g.sums[s.chunk])
				continue
			}
			runs := q.chunks[g.chunks[s.chunk]].runs
			for s.at = range runs {
				live := runs[s.at].live()
				if n := of(live); left >= n {
					left -= n
					before.add(live)
					continue
				}
				return s, before
			}
		}
	}
	panic("revision: no such character")
}

func (s sum) ofBreaks() int32 { return s.breaks }
func (s sum) ofChars() int32  { return s.chars }

// breakAt is the k-th live break of the sequence, from 0, its run, and how many live characters stand
// before it.
func (q *sequence) breakAt(k int) (id bulletin.ID, s spot, chars int) {
	s, before := q.seek(k, sum.ofBreaks)
	r := q.run(s)
	i := q.letters.breaks[r.Origin][q.nth(r.Origin, r.From)+k-int(before.breaks)]
	return bulletin.ID{Origin: r.Origin, Index: i}, s, int(before.chars + i - r.From)
}

// charAt is the k-th live character of the sequence, from 0, and its run.
func (q *sequence) charAt(k int) (bulletin.ID, spot) {
	s, before := q.seek(k, sum.ofChars)
	return q.run(s).At(k - int(before.chars)), s
}

// start is how many live characters stand before block i, 0 ≤ i ≤ the number of live breaks.
func (q *sequence) start(i int) int {
	if i == 0 {
		return 0
	}
	_, _, chars := q.breakAt(i - 1)
	return chars + 1
}

// chars is a copy of the live characters [from, to), counted from the start of the sequence, line breaks as
// they are in the file.
func (q *sequence) chars(from, to int) []rune {
	if from >= to {
		return nil
	}
	out := make([]rune, 0, to-from)
	for c := q.cursorAtChar(from); ; {
		if r := q.run(c.s); r.dead == 0 {
			end := min(r.To, c.from+int32(to-from-len(out)))
			for i := c.from; i < end; i++ {
				out = append(out, q.rune(bulletin.ID{Origin: r.Origin, Index: i}))
			}
		}
		if len(out) == to-from || !c.step() {
			return out
		}
	}
}

// next is the run behind a run; ok is false at the end.
func (q *sequence) next(s spot) (spot, bool) {
	s.at++
	for s.at >= len(q.chunkAt(s).runs) {
		switch {
		case s.chunk+1 < len(q.branches[s.branch].chunks):
			s.chunk++
		case s.branch+1 < len(q.branches):
			s.branch, s.chunk = s.branch+1, 0
		default:
			return s, false
		}
		s.at = 0
	}
	return s, true
}

// prev is the run before a run; ok is false at the start.
func (q *sequence) prev(s spot) (spot, bool) {
	for s.at == 0 {
		switch {
		case s.chunk > 0:
			s.chunk--
		case s.branch > 0:
			s.branch--
			s.chunk = len(q.branches[s.branch].chunks) - 1
		default:
			return s, false
		}
		s.at = len(q.chunkAt(s).runs)
	}
	s.at--
	return s, true
}

// before is the character, dead or alive, that stands before a run; bulletin.Start before the first.
func (q *sequence) before(s spot) bulletin.ID {
	s, ok := q.prev(s)
	if !ok {
		return bulletin.Start
	}
	r := q.run(s)
	return r.At(r.Len() - 1)
}
