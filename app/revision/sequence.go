package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// run is characters of one origin that stand together and share their fate: a piece of the piece table.
type run struct {
	bulletin.Span
	dead   int32 // how many counting Deletes name it, and one more where its Insert does not count
	breaks int32 // line breaks in it, dead or alive
	placed bool  // a counting Move put it where it is: it no longer travels with its anchor
	moving bool  // only while a Move is under way
}

// sum is a number of live characters, and how many of them are line breaks.
type sum struct{ breaks, chars int32 }

func (s *sum) add(o sum)     { s.breaks, s.chars = s.breaks+o.breaks, s.chars+o.chars }
func (s sum) less(o sum) sum { return sum{s.breaks - o.breaks, s.chars - o.chars} }

// live is what of the run lives.
func (r *run) live() sum {
	if r.dead > 0 {
		return sum{}
	}
	return sum{r.breaks, r.To - r.From}
}

// How many runs a chunk holds at most, and how many chunks a branch. The cost of an edit grows with both,
// and with the number of branches.
var (
	chunkMax  = 96 // changed by tests alone
	branchMax = 96
)

// chunk is runs that stand together.
type chunk struct {
	runs []run
	by   *owner // who may write it
}

// branch is chunks that stand together.
type branch struct {
	number int32
	chunks []int32 // numbers
	sums   []sum   // by chunk
	by     *owner  // who may write it
}

// sequence is the order of all characters of a page, dead ones among them: a piece table whose pieces are
// the leaves of a B+ tree of three levels, with an index from every character to the leaf in which it
// stands. A dead piece is a tombstone: it stays in its place.
//
// Copies share chunks and branches until one of them writes (copy-on-write).
type sequence struct {
	*letters
	by       *owner
	chunks   []*chunk      // by number; a number is never used again
	home     []int32       // by number of a chunk: that of its branch
	branches []*branch     // as they stand
	sums     []sum         // by branch, as they stand
	rank     []int32       // by number of a branch: its place
	where    sorted[int32] // by the first of them: in which chunk characters of one origin stand, up to the next entry
	all      sum
}

// total is the number of live breaks, the last one included.
func (q *sequence) total() int { return int(q.all.breaks) }

// spot is a run in the sequence: the place of its branch, that of its chunk in the branch, and its own in the
// chunk. It holds until the next cut.
type spot struct{ branch, chunk, at int }

func (s spot) compare(o spot) int {
	switch {
	case s.branch != o.branch:
		return s.branch - o.branch
	case s.chunk != o.chunk:
		return s.chunk - o.chunk
	}
	return s.at - o.at
}

func newSequence(l *letters) *sequence {
	by := new(owner)
	c := &chunk{by: by}
	n := l.end().Index
	if n > 0 {
		raw := bulletin.Span{Origin: 0, From: 0, To: n}
		c.runs = append(c.runs, run{Span: raw, breaks: l.count(raw)})
	}
	c.runs = append(c.runs, run{Span: bulletin.One(l.end()), breaks: 1})
	all := c.sum()
	q := &sequence{
		letters: l, by: by, chunks: []*chunk{c}, home: []int32{0},
		branches: []*branch{{chunks: []int32{0}, sums: []sum{all}, by: by}},
		sums:     []sum{all}, rank: []int32{0}, all: all,
	}
	q.where.add(keyOf(bulletin.ID{}), 0)
	return q
}

// copy is a sequence of its own, over another set of letters that begins with the same.
func (q *sequence) copy(l *letters) *sequence {
	q.by = new(owner)
	return &sequence{
		letters: l, by: new(owner), chunks: slices.Clone(q.chunks), home: slices.Clone(q.home),
		branches: slices.Clone(q.branches), sums: slices.Clone(q.sums), rank: slices.Clone(q.rank),
		where: q.where.copy(), all: q.all,
	}
}

func (c *chunk) sum() (all sum) {
	for i := range c.runs {
		all.add(c.runs[i].live())
	}
	return all
}

func (q *sequence) chunkAt(s spot) *chunk { return q.chunks[q.branches[s.branch].chunks[s.chunk]] }

func (q *sequence) run(s spot) *run { return &q.chunkAt(s).runs[s.at] }

// own is the chunk of a spot, to be written.
func (q *sequence) own(s spot) *chunk {
	number := q.branches[s.branch].chunks[s.chunk]
	c := q.chunks[number]
	if c.by != q.by {
		c = &chunk{append(make([]run, 0, max(len(c.runs), chunkMax)+1), c.runs...), q.by}
		q.chunks[number] = c
	}
	return c
}

// ownBranch is a branch to be written.
func (q *sequence) ownBranch(at int) *branch {
	g := q.branches[at]
	if g.by != q.by {
		g = &branch{g.number, slices.Clone(g.chunks), slices.Clone(g.sums), q.by}
		q.branches[at] = g
	}
	return g
}

// changeSum notes that more lives in the chunk of a spot, or less.
func (q *sequence) changeSum(s spot, by sum) {
	if by != (sum{}) {
		q.ownBranch(s.branch).sums[s.chunk].add(by)
		q.sums[s.branch].add(by)
		q.all.add(by)
	}
}

// find is the run that holds id, which must have been placed.
func (q *sequence) find(id bulletin.ID) spot {
	number := *q.where.val(q.where.prev(q.where.seek(keyOf(id) + 1)))
	s := spot{branch: int(q.rank[q.home[number]])}
	s.chunk = slices.Index(q.branches[s.branch].chunks, number)
	runs := q.chunks[number].runs
	for i := range runs {
		if runs[i].Has(id) {
			s.at = i
			return s
		}
	}
	panic("revision: a character is not where the index says")
}

// settle notes that the characters of s stand in the chunk with this number.
func (q *sequence) settle(s bulletin.Span, number int32) {
	from, to := keyOf(s.At(0)), keyOf(s.At(s.Len()))
	a := q.where.seek(from)
	before := q.where.prev(a)
	known := q.where.has(before) && int32(q.where.key(before)>>32) == s.Origin
	next := q.where.has(a) && q.where.key(a) < to
	if !known && !next { // the first of its origin: what follows comes to stand somewhere else
		q.where.add(keyOf(bulletin.ID{Origin: s.Origin}), number)
		return
	}
	grow := known && *q.where.val(before) == number
	if grow && !next {
		return
	}
	b := q.where.seek(to)
	if q.where.has(b) && q.where.key(b) == to {
		if *q.where.val(b) == number {
			b = q.where.next(b) // they grow together
		}
	} else if rest := *q.where.val(q.where.prev(b)); s.To < q.size(s.Origin) && rest != number {
		q.where.add(to, rest)
		a, b = q.where.seek(from), q.where.seek(to)
	}
	if next && !grow && q.where.key(a) == from {
		q.where.set(a, number)
		q.where.remove(q.where.next(a), b)
		return
	}
	q.where.remove(a, b)
	if !grow {
		q.where.add(from, number)
	}
}

// cut sees to it that no run reaches over index at of the origin; the character before it must have
// been placed, the one at it need not.
func (q *sequence) cut(origin, at int32) {
	if at <= 0 || at >= q.size(origin) {
		return
	}
	s := q.find(bulletin.ID{Origin: origin, Index: at - 1})
	r := *q.run(s)
	if r.To <= at {
		return
	}
	left, right := r, r
	left.To, right.From = at, at
	left.breaks = q.letters.count(left.Span)
	right.breaks = r.breaks - left.breaks
	c := q.own(s)
	c.runs[s.at] = left
	c.runs = slices.Insert(c.runs, s.at+1, right)
	q.split(s)
}

// after is where something stands that comes right after id, which may be bulletin.Start.
func (q *sequence) after(id bulletin.ID) spot {
	if id == bulletin.Start {
		return spot{}
	}
	q.cut(id.Origin, id.Index+1)
	s := q.find(id)
	s.at++
	return s
}

// insert puts runs in at a spot.
func (q *sequence) insert(s spot, runs ...run) {
	c := q.own(s)
	c.runs = slices.Insert(c.runs, s.at, runs...)
	var more sum
	number := q.branches[s.branch].chunks[s.chunk]
	for i := range runs {
		q.settle(runs[i].Span, number)
		more.add(runs[i].live())
	}
	q.changeSum(s, more)
	q.split(s)
}

// split cuts a chunk that grew too long in pieces of half the allowed length, and its branch likewise.
func (q *sequence) split(s spot) {
	c := q.chunkAt(s)
	if len(c.runs) <= chunkMax {
		return
	}
	g := q.ownBranch(s.branch)
	var numbers []int32
	var sums []sum
	for from := chunkMax / 2; from < len(c.runs); from += chunkMax / 2 {
		to := min(from+chunkMax/2, len(c.runs))
		part := &chunk{make([]run, to-from, chunkMax+1), q.by}
		copy(part.runs, c.runs[from:to])
		number := int32(len(q.chunks))
		q.chunks, q.home = append(q.chunks, part), append(q.home, g.number)
		for i := range part.runs {
			q.settle(part.runs[i].Span, number)
		}
		numbers, sums = append(numbers, number), append(sums, part.sum())
	}
	c = q.own(s)
	c.runs = c.runs[:chunkMax/2]
	g.sums[s.chunk] = c.sum()
	g.chunks, g.sums = slices.Insert(g.chunks, s.chunk+1, numbers...), slices.Insert(g.sums, s.chunk+1, sums...)
	q.splitBranch(s.branch)
}

func (q *sequence) splitBranch(at int) {
	g := q.branches[at]
	if len(g.chunks) <= branchMax {
		return
	}
	var branches []*branch
	var sums []sum
	add := func(g *branch) {
		var all sum
		for _, s := range g.sums {
			all.add(s)
		}
		branches, sums = append(branches, g), append(sums, all)
	}
	for from := branchMax / 2; from < len(g.chunks); from += branchMax / 2 {
		to := min(from+branchMax/2, len(g.chunks))
		part := &branch{int32(len(q.rank)), slices.Clone(g.chunks[from:to]), slices.Clone(g.sums[from:to]), q.by}
		q.rank = append(q.rank, 0)
		for _, number := range part.chunks {
			q.home[number] = part.number
		}
		add(part)
	}
	g.chunks, g.sums = g.chunks[:branchMax/2:branchMax/2], g.sums[:branchMax/2:branchMax/2]
	for _, s := range sums {
		q.sums[at] = q.sums[at].less(s)
	}
	q.branches, q.sums = slices.Insert(q.branches, at+1, branches...), slices.Insert(q.sums, at+1, sums...)
	for i := at; i < len(q.branches); i++ {
		q.rank[q.branches[i].number] = int32(i)
	}
}

// bury adds to the number of deleters of the characters in s, and calls touched before each run.
func (q *sequence) bury(s bulletin.Span, by int32, touched func(spot)) {
	q.cut(s.Origin, s.From)
	q.cut(s.Origin, s.To)
	for at := s.From; at < s.To; {
		p := q.find(bulletin.ID{Origin: s.Origin, Index: at})
		touched(p)
		r := &q.own(p).runs[p.at]
		was := r.live()
		r.dead += by
		q.changeSum(p, r.live().less(was))
		at = r.To
	}
}
