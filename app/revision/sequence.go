package revision

import (
	"slices"
	"sort"

	"qingyang/app/bulletin"
)

// run is a stretch of characters of one origin that stand together and share their fate.
type run struct {
	bulletin.Span
	dead   int32 // how many counting Deletes name it, and one more where its Insert does not count
	breaks int32 // line breaks in it, dead or alive
	placed bool  // a counting Move put it where it is: it no longer travels with its anchor
	moving bool  // only while a Move is under way
}

// live is the number of live breaks in the run.
func (r *run) live() int32 {
	if r.dead > 0 {
		return 0
	}
	return r.breaks
}

// chunkMax is how many runs a chunk holds at most. Cost of an edit grows with it linearly, and with
// the number of chunks.
var chunkMax = 96 // changed by tests alone

// chunk is a part of the sequence.
type chunk struct {
	runs   []run
	breaks int32 // live ones
}

// sequence is the order of all characters of a page, dead ones among them: runs in chunks, and for
// every origin in which chunk its characters stand.
type sequence struct {
	*letters
	chunks []*chunk   // by number; a number is never used again
	order  []int32    // numbers of the chunks as they stand
	rank   []int32    // by number: the place in order
	where  [][]holder // by origin, ascending
	total  int        // live breaks, the last one included
}

// holder says that the characters of an origin from this index on stand in this chunk.
type holder struct{ from, chunk int32 }

// spot is a run in the sequence: rank of its chunk, index in the chunk. It holds until the next cut.
type spot struct{ rank, at int }

func newSequence(l *letters) *sequence {
	q := &sequence{letters: l, chunks: []*chunk{{}}, order: []int32{0}, rank: []int32{0}, total: 1}
	n := l.end().Index
	c := q.chunks[0]
	if n > 0 {
		raw := bulletin.Span{Origin: 0, From: 0, To: n}
		c.runs = append(c.runs, run{Span: raw, breaks: l.count(raw)})
		q.total += int(l.count(raw))
	}
	c.runs = append(c.runs, run{Span: bulletin.One(l.end()), breaks: 1})
	c.breaks = int32(q.total)
	q.where = [][]holder{{{0, 0}}}
	return q
}

// clone is a deep copy over another set of letters that begins with the same.
func (q *sequence) clone(l *letters) *sequence {
	c := &sequence{
		letters: l,
		chunks:  make([]*chunk, len(q.chunks)),
		order:   slices.Clone(q.order),
		rank:    slices.Clone(q.rank),
		where:   make([][]holder, len(q.where)),
		total:   q.total,
	}
	for i, old := range q.chunks {
		c.chunks[i] = &chunk{slices.Clone(old.runs), old.breaks}
	}
	size := 0
	for _, p := range q.where {
		size += len(p)
	}
	all := make([]holder, 0, size)
	for i, p := range q.where {
		all = append(all, p...)
		c.where[i] = all[len(all)-len(p) : len(all) : len(all)]
	}
	return c
}

func (q *sequence) chunkAt(rank int) *chunk { return q.chunks[q.order[rank]] }

func (q *sequence) run(s spot) *run { return &q.chunkAt(s.rank).runs[s.at] }

// find is the run that holds id, which must have been placed.
func (q *sequence) find(id bulletin.ID) spot {
	p := q.where[id.Origin]
	k := 0
	if len(p) > 1 {
		k = sort.Search(len(p), func(i int) bool { return p[i].from > id.Index }) - 1
	}
	number := p[k].chunk
	for i, r := range q.chunks[number].runs {
		if r.Has(id) {
			return spot{int(q.rank[number]), i}
		}
	}
	panic("revision: a character is not where the index says")
}

// settle notes that the characters of s stand in the chunk with this number.
func (q *sequence) settle(s bulletin.Span, number int32) {
	for int(s.Origin) >= len(q.where) {
		q.where = append(q.where, nil)
	}
	p := q.where[s.Origin]
	if len(p) == 0 {
		q.where[s.Origin] = []holder{{0, number}}
		return
	}
	i := sort.Search(len(p), func(i int) bool { return p[i].from >= s.From })
	j := sort.Search(len(p), func(i int) bool { return p[i].from >= s.To })
	if i == j && i > 0 && p[i-1].chunk == number {
		return
	}
	rest := holder{-1, 0}
	if s.To < q.size(s.Origin) && (j == len(p) || p[j].from > s.To) {
		rest = holder{s.To, p[j-1].chunk}
	}
	with := make([]holder, 0, 2)
	if i == 0 || p[i-1].chunk != number {
		with = append(with, holder{s.From, number})
	}
	if rest.from >= 0 && rest.chunk != number {
		with = append(with, rest)
	} else if rest.from < 0 && j < len(p) && p[j].from == s.To && p[j].chunk == number {
		j++
	}
	q.where[s.Origin] = slices.Replace(p, i, j, with...)
}

// cut sees to it that no run reaches over index at of the origin; the character before it must have
// been placed, the one at it need not.
func (q *sequence) cut(origin, at int32) {
	if at <= 0 || at >= q.size(origin) {
		return
	}
	s := q.find(bulletin.ID{Origin: origin, Index: at - 1})
	c := q.chunkAt(s.rank)
	r := c.runs[s.at]
	if r.To <= at {
		return
	}
	left, right := r, r
	left.To, right.From = at, at
	left.breaks = q.count(left.Span)
	right.breaks = r.breaks - left.breaks
	c.runs[s.at] = left
	c.runs = slices.Insert(c.runs, s.at+1, right)
	q.split(s.rank)
}

// after is where something stands that comes right after id, which may be bulletin.Start.
func (q *sequence) after(id bulletin.ID) spot {
	if id == bulletin.Start {
		return spot{0, 0}
	}
	q.cut(id.Origin, id.Index+1)
	s := q.find(id)
	return spot{s.rank, s.at + 1}
}

// insert puts runs in at a spot.
func (q *sequence) insert(s spot, runs ...run) {
	c := q.chunkAt(s.rank)
	c.runs = slices.Insert(c.runs, s.at, runs...)
	for _, r := range runs {
		q.settle(r.Span, q.order[s.rank])
		c.breaks += r.live()
		q.total += int(r.live())
	}
	q.split(s.rank)
}

// split cuts a chunk that grew too long in pieces of half the allowed length.
func (q *sequence) split(rank int) {
	c := q.chunkAt(rank)
	if len(c.runs) <= chunkMax {
		return
	}
	var numbers []int32
	for from := chunkMax / 2; from < len(c.runs); from += chunkMax / 2 {
		to := min(from+chunkMax/2, len(c.runs))
		part := &chunk{runs: make([]run, to-from, chunkMax+1)}
		copy(part.runs, c.runs[from:to])
		number := int32(len(q.chunks))
		q.chunks, q.rank = append(q.chunks, part), append(q.rank, 0)
		numbers = append(numbers, number)
		for i := range part.runs {
			q.settle(part.runs[i].Span, number)
		}
		part.sum()
	}
	c.runs = c.runs[:chunkMax/2]
	c.sum()
	q.order = slices.Insert(q.order, rank+1, numbers...)
	for i := rank; i < len(q.order); i++ {
		q.rank[q.order[i]] = int32(i)
	}
}

func (c *chunk) sum() {
	c.breaks = 0
	for i := range c.runs {
		c.breaks += c.runs[i].live()
	}
}

// bury adds to the number of deleters of the characters in s, and calls touched before each run.
func (q *sequence) bury(s bulletin.Span, by int32, touched func(spot)) {
	q.cut(s.Origin, s.From)
	q.cut(s.Origin, s.To)
	for at := s.From; at < s.To; {
		p := q.find(bulletin.ID{Origin: s.Origin, Index: at})
		touched(p)
		c := q.chunkAt(p.rank)
		r := &c.runs[p.at]
		was := r.live()
		r.dead += by
		c.breaks += r.live() - was
		q.total += int(r.live() - was)
		at = r.To
	}
}

// breaksBefore is the number of live breaks before a run.
func (q *sequence) breaksBefore(s spot) int {
	n := 0
	for _, number := range q.order[:s.rank] {
		n += int(q.chunks[number].breaks)
	}
	runs := q.chunkAt(s.rank).runs
	for i := range runs[:s.at] {
		n += int(runs[i].live())
	}
	return n
}

// blockAt is the number of live breaks before a character.
func (q *sequence) blockAt(id bulletin.ID) int {
	if id == bulletin.Start {
		return 0
	}
	s := q.find(id)
	n := q.breaksBefore(s)
	if r := q.run(s); r.dead == 0 {
		n += int(q.count(bulletin.Span{Origin: r.Origin, From: r.From, To: id.Index}))
	}
	return n
}

// blockAfter is the number of live breaks before the place right after a character.
func (q *sequence) blockAfter(id bulletin.ID) int {
	n := q.blockAt(id)
	if id != bulletin.Start && q.isBreak(id) && q.run(q.find(id)).dead == 0 {
		n++
	}
	return n
}

// breakAt is the k-th live break of the sequence, from 0, and its run.
func (q *sequence) breakAt(k int) (bulletin.ID, spot) {
	for rank, number := range q.order {
		c := q.chunks[number]
		if k >= int(c.breaks) {
			k -= int(c.breaks)
			continue
		}
		for at := range c.runs {
			r := &c.runs[at]
			if k >= int(r.live()) {
				k -= int(r.live())
				continue
			}
			i := q.letters.breaks[r.Origin][q.nth(r.Origin, r.From)+k]
			return bulletin.ID{Origin: r.Origin, Index: i}, spot{rank, at}
		}
	}
	panic("revision: no such break")
}
