package clean

// role is what a line is in the search for the best reading of a page.
type role uint8

const (
	paraFirst role = iota // first line of a paragraph
	paraNext              // any other line of one
	titleFirst
	titleNext
	rowFirst // first line of a row of a table, list or notice
	rowNext
	caption
	captionCut // a caption that cuts a paragraph in two
	furniturs
	furnitureCut
	byline
	roles
)

func (r role) para() bool  { return r <= paraNext }
func (r role) title() bool { return r == titleFirst || r == titleNext }
func (r role) row() bool   { return r == rowFirst || r == rowNext }
func (r role) cuts() bool  { return r == captionCut || r == furnitureCut }
func (r role) next() bool  { return r == paraNext || r == titleNext || r == rowNext }

// reading is what the search decides about the lines of a page.
type reading struct {
	role    []role // by line
	joined  []bool // by line: it stands in one block with the line above
	costs   *costs
	margin  []float32 // by line: how much worse the best reading is that decides the junction above it otherwise
	measure []int16   // by line, in half em
}

// stretchLines is how many lines are searched at once, so that memory stays bounded; longer pages
// are cut where a paragraph surely ends.
const stretchLines = 2048

// decide reads a whole page at once: the cheapest way through the roles of all lines, where a hidden
// measure may change on the way at a price. Costs are negative logarithms of odds (cost.go).
//
// It keeps all edges of the lattice that come near the best, and walks them back to find for each
// junction the best reading that decides it the other way: the margin. Linear in the lines.
func decide(ls []line, p *page) reading {
	r := reading{
		role:    make([]role, len(ls)),
		joined:  make([]bool, len(ls)),
		margin:  make([]float32, len(ls)),
		measure: make([]int16, len(ls)),
	}
	p.seams = seams(ls, p)
	widths := measures(ls, p)
	c := newCosts(ls, p, widths)
	r.costs = c
	segs := segments(ls, p, widths)
	for from := 0; from < len(ls); {
		to := min(len(ls), from+stretchLines)
		if to < len(ls) {
			for k := to; k > to-512; k-- {
				if ls[k].gap > 0 && ls[k-1].stop {
					to = k
					break
				}
			}
		}
		(&search{c: c, segs: segs, widths: widths, from: from, to: to}).run(&r)
		from = to
	}
	return r
}

const far = float32(1e9)

// beam is how much worse than the best a reading may be to be kept; it bounds the margins too.
const beam = 12

// edge leads from one state to another; states are numbered (line, role, measure).
type edge struct {
	from, to int32
	cost     float32
}

type search struct {
	c        *costs
	segs     [][]segment
	widths   [][]int16
	from, to int // lines

	best  []float32 // by state: the cheapest way to it
	prev  []int32   // by state: where that came from
	edges []edge
	limit float32 // what a way may cost at the line it leads to
}

func (s *search) state(line int, r role, k int) int32 {
	return int32(((line-s.from)*int(roles)+int(r))*most + k)
}

func (s *search) parts(state int32) (line int, r role, k int) {
	n := int(state)
	return s.from + n/(int(roles)*most), role(n / most % int(roles)), n % most
}

func (s *search) run(out *reading) {
	n := s.to - s.from
	s.best = make([]float32, n*int(roles)*most)
	s.prev = make([]int32, len(s.best))
	for i := range s.best {
		s.best[i] = far
		s.prev[i] = -1
	}
	s.edges = make([]edge, 0, n*96)
	s.open()
	for i := s.from; i+1 < s.to; i++ {
		s.step(i)
	}
	s.finish(out)
}

// open lets the first line begin.
func (s *search) open() {
	for k := range s.widths[s.from] {
		for _, b := range []role{paraFirst, titleFirst, rowFirst} {
			s.put(-1, s.from, b, k, s.c.begin(s.from, b))
		}
		if s.c.ls[s.from].comma || !s.c.page.indented {
			s.put(-1, s.from, paraNext, k, s.c.begin(s.from, paraNext)+3)
		}
		for _, g := range s.segs[s.from] {
			if end := s.from + g.n - 1; end < s.to {
				s.put(-1, end, g.role, min(k, len(s.widths[end])-1), g.cost)
			}
		}
	}
}

// put offers a way to a state.
func (s *search) put(from int32, line int, r role, k int, cost float32) {
	to := s.state(line, r, k)
	total := cost
	if from >= 0 {
		if total += s.best[from]; total > s.limit {
			return
		}
		s.edges = append(s.edges, edge{from, to, cost})
	}
	if total < s.best[to] {
		s.best[to] = total
		s.prev[to] = from
	}
}

// step goes from the states in which a block may end, or go on, at line i.
func (s *search) step(i int) {
	base := s.state(i, 0, 0)
	floor := far
	row := s.best[base : base+int32(roles)*most]
	for _, b := range row {
		floor = min(floor, b)
	}
	if floor >= far {
		return
	}
	s.limit = floor + 1.5*beam // the cheapest step has its cost too
	for a := role(0); a < roles; a++ {
		s.leave(i, a, floor+beam)
	}
}

// leave goes from the states of role a at line i to all that may begin at the next line. A measure
// changes only from the cheapest state: a change from any other is never cheaper.
func (s *search) leave(i int, a role, limit float32) {
	c, j := s.c, i+1
	widths := s.widths[i]
	base := s.state(i, a, 0)
	// end, on, cut: what it costs to end the block here, to go on with it, to have it cut.
	var end, on, cut [most]float32
	alive := false
	for k, m := range widths {
		best := s.best[base+int32(k)]
		end[k], on[k], cut[k] = far, far, far
		if best > limit {
			continue
		}
		alive = true
		m := int(m)
		switch {
		case a.cuts():
			on[k], cut[k] = 0, 1
		case a.para():
			on[k], cut[k] = c.full(i, a, m), c.broken(i, a, m)
		case a.title():
			on[k] = 0
		case a.row():
			on[k] = c.rowOn(i, m)
		}
		if !a.cuts() {
			end[k] = c.last(i, a, m)
		}
	}
	if !alive {
		return
	}
	switch {
	case a.para(), a.cuts():
		s.link(base, i, a, paraNext, &on)
	case a.title():
		s.link(base, i, a, titleNext, &on)
	case a.row():
		s.link(base, i, a, rowNext, &on)
	}
	if !a.cuts() {
		s.link(base, i, a, paraFirst, &end)
		s.link(base, i, a, titleFirst, &end)
		s.link(base, i, a, rowFirst, &end)
	}
	for _, g := range s.segs[j] {
		last := j + g.n - 1
		if last >= s.to {
			continue
		}
		for k, m := range widths {
			from := base + int32(k)
			if end[k] < far {
				s.put(from, last, g.role, nearest(s.widths[last], int(m)), end[k]+g.cost+c.pair(i, a, g.role))
			}
			if b := g.role + 1; cut[k] < far && g.role != byline {
				s.put(from, last, b, nearest(s.widths[last], int(m)), cut[k]+g.cost+g.cut+c.pair(i, a, b))
			}
		}
	}
}

// link draws the edges from role a at line i to role b at the next line, where leaving costs as much
// as given for each measure.
func (s *search) link(base int32, i int, a, b role, leave *[most]float32) {
	j := i + 1
	cost := s.c.pair(i, a, b) + s.c.begin(j, b)
	if cost > beam {
		return
	}
	shift := s.c.shift(i, a, b)
	top, low := -1, far
	for k := range s.widths[i] {
		if leave[k] < far && s.best[base+int32(k)]+leave[k] < low {
			top, low = k, s.best[base+int32(k)]+leave[k]
		}
	}
	if top < 0 {
		return
	}
	for k2, m := range s.widths[j] {
		same := -1
		for k, w := range s.widths[i] {
			if w == m && leave[k] < far {
				same = k
				break
			}
		}
		if same >= 0 {
			s.put(base+int32(same), j, b, k2, leave[same]+cost)
		}
		if same != top {
			s.put(base+int32(top), j, b, k2, leave[top]+cost+shift)
		}
	}
}

// nearest is the place of the measure that is nearest to m.
func nearest(widths []int16, m int) int {
	best := 0
	for k, w := range widths {
		if abs(int(w)-m) < abs(int(widths[best])-m) {
			best = k
		}
	}
	return best
}

// finish walks the edges back for the margins and the best way for the roles.
func (s *search) finish(out *reading) {
	rest := make([]float32, len(s.best)) // the cheapest way from a state to the end
	for i := range rest {
		rest[i] = far
	}
	last, total := int32(-1), far
	for r := role(0); r < roles; r++ {
		for k, m := range s.widths[s.to-1] {
			n := s.state(s.to-1, r, k)
			if s.best[n] >= far || r.cuts() {
				continue
			}
			rest[n] = s.c.last(s.to-1, r, int(m)) / 2 // a page's end may cut a story
			if s.best[n]+rest[n] < total {
				last, total = n, s.best[n]+rest[n]
			}
		}
	}
	n := s.to - s.from
	join, part := filled(n), filled(n)
	for e := len(s.edges) - 1; e >= 0; e-- {
		g := s.edges[e]
		if rest[g.to] >= far {
			continue
		}
		down := g.cost + rest[g.to]
		rest[g.from] = min(rest[g.from], down)
	}
	for _, g := range s.edges {
		way := s.best[g.from] + g.cost + rest[g.to]
		if way >= far {
			continue
		}
		i, _, _ := s.parts(g.from)
		end, b, _ := s.parts(g.to)
		first := i + 1 - s.from
		if _, a, _ := s.parts(g.from); b.next() && !a.cuts() {
			join[first] = min(join[first], way)
		} else {
			part[first] = min(part[first], way)
		}
		for k := first + 1; k <= end-s.from; k++ {
			join[k] = min(join[k], way)
		}
	}
	s.trace(out, last)
	for i := s.from; i < s.to; i++ {
		k := i - s.from
		other := part[k]
		if !out.joined[i] {
			other = join[k]
		}
		out.margin[i] = min(beam, max(0, other-total))
	}
}

// trace writes down the best way.
func (s *search) trace(out *reading, at int32) {
	end := s.to
	for at >= 0 {
		line, r, k := s.parts(at)
		from := s.prev[at]
		first, on := s.from, false
		if from >= 0 {
			p, a, _ := s.parts(from)
			first = p + 1
			on = r.next() && !a.cuts()
		}
		for i := first; i <= line; i++ {
			out.role[i] = r
			out.measure[i] = s.widths[line][k]
			out.joined[i] = i > first || on
		}
		end = first
		at = from
	}
	for i := s.from; i < end; i++ { // no way led here; never for a lattice with paragraphs in it
		out.role[i] = paraFirst
	}
}

func filled(n int) []float32 {
	f := make([]float32, n)
	for i := range f {
		f[i] = far
	}
	return f
}
