package clean

import (
	"slices"

	"qingyang/app/phrase"
)

// Titles that stand side by side over several columns reach us line by line: a line of one stack, a line
// of the next. unbraid sorts the lines of such a region by story, all lines at once: a line goes where
// its words stand, where it goes on with a word or a quotation that another line left open, and rather
// beside its neighbour than elsewhere. The numbers are natural logarithms of odds, reasoned and not
// fitted.
const (
	mostBraided = 12  // lines of a region that are sorted; longer ones stay as they are
	oneStack    = 4   // lines that one stack may have too
	mostColumns = 4   // stories whose titles stand side by side
	ways        = 400 // that are followed at once
	changing    = 0.8 // cost of the next line being another story's
	other       = 1.2 // of the first line being another story's than that right below
	returning   = 0.6 // more for a line of a column that was left out for some rows
	mostSkipped = 2   // lines of other columns between two of one
	lost        = 0.6 // of a line that goes to the tray
	missing     = 2.5 // of no line for the story right below
	untitled    = 1.0 // of none for a story without titles that follows that one
	decided     = 0.7 // by how much the best way must win over the best that gives some line to another story
)

// unbraid sorts the lines of the regions above stories that have others without titles behind them; once
// more, where their own lines went to those.
func (s *stories) unbraid(like *likeness, again bool) {
	for _, r := range s.region {
		if r.tale < 0 || r.sorted || len(r.titles) < 2 {
			continue
		}
		lines := s.linesOf(r)
		columns := s.columns(r, again)
		if len(lines) < 3 || len(lines) > mostBraided || len(columns) < 2 {
			continue
		}
		if of, ok := s.sort(lines, columns, like); ok {
			s.rebuild(r, lines, columns, of)
		}
	}
}

// linesOf are the lines of a region's titles, none where an empty line parts them.
func (s *stories) linesOf(r *region) []int {
	var all []int
	for n, i := range r.titles {
		b := s.blocks[i]
		if n > 0 && b.gap > 0 {
			return nil
		}
		for _, run := range b.runs {
			for k := run.from; k < run.to; k++ {
				all = append(all, k)
			}
		}
	}
	return all
}

// columns are the stories whose titles may stand in a region: that right below, and those that follow it
// at once and have no others, as the columns beside it do.
func (s *stories) columns(r *region, again bool) []int {
	bare := s.bare()
	if again {
		bare = append(bare, r.home...)
	}
	all := []int{r.tale}
	for k := r.tale + 1; len(all) < mostColumns && slices.Contains(bare, k); k++ {
		all = append(all, k)
	}
	return all
}

// strand is one way to sort the first lines of a region.
type strand struct {
	of   []int8 // by line: which column, the last number is the tray
	cost float64
}

// sort finds the way that costs least to sort lines by column, and says whether it is clear. A clear way
// gives lines to more than one column.
func (s *stories) sort(lines, columns []int, like *likeness) (of []int8, ok bool) {
	words := make([]map[int]float64, len(lines))
	for k, i := range lines {
		words[k] = like.of(s.ls[i].r)
	}
	all := []strand{{}}
	tray := int8(len(columns))
	for k := range lines {
		var next []strand
		for _, w := range all {
			for c := int8(0); c <= tray; c++ {
				cost := w.cost
				if k > 0 && w.of[k-1] != c {
					cost += changing
				}
				if c == tray {
					cost += lost
				} else {
					cost += s.lay(lines, w.of, c) - words[k][columns[c]]
				}
				next = append(next, strand{append(slices.Clip(w.of), c), cost})
			}
		}
		slices.SortStableFunc(next, cheaper)
		all = next[:min(len(next), ways)]
	}
	for n := range all {
		all[n].cost += s.ends(lines, all[n].of, int(tray))
	}
	slices.SortStableFunc(all, cheaper)
	best := all[0]
	of = slices.Clone(best.of)
	used := map[int8]bool{}
	for _, w := range all[1:] {
		if w.cost-best.cost >= decided {
			break
		}
		for k, c := range w.of {
			if c == best.of[k] || c == tray || best.of[k] == tray {
				continue
			}
			if len(lines) > oneStack {
				return nil, false
			}
			of[k] = tray
		}
	}
	for _, c := range of {
		if c != tray {
			used[c] = true
		}
	}
	return of, len(used) > 1
}

func cheaper(a, b strand) int {
	switch {
	case a.cost < b.cost:
		return -1
	case a.cost > b.cost:
		return 1
	}
	return 0
}

// lay is the cost of the next line going to column c, behind those that the column has.
func (s *stories) lay(lines []int, of []int8, c int8) float64 {
	b := &s.ls[lines[len(of)]]
	n, last := 0, -1
	for k, q := range of {
		if q == c {
			n++
			last = k
		}
	}
	if last < 0 {
		if shut(b.r) {
			return 4
		}
		return 0
	}
	a := &s.ls[lines[last]]
	cost := 0.0
	switch {
	case open(a.r) && shut(b.r):
		cost -= 3
	case open(a.r), shut(b.r):
		cost += 3
	}
	if len(of)-last > mostSkipped {
		cost += returning
	}
	if last == len(of)-1 {
		if s.costs.pairUp(lines[last], lines[last+1]) > 2 {
			cost--
		}
	}
	cost -= float64(wordAcross(a, b))
	if hangs(a) {
		cost -= 0.5
	}
	if phrase.EndsAsNotice(b.r) && !open(a.r) && wordAcross(a, b) == 0 {
		cost += 1.5 // the name of a notice stands first
	}
	switch {
	case n >= 6:
		cost += 3
	case n >= 4:
		cost += 0.5 // narrow columns: three parts of two lines each
	}
	return cost
}

// ends is what the ends of the columns cost: a title that stops in the middle, a story without any.
func (s *stories) ends(lines []int, of []int8, columns int) float64 {
	cost, used := 0.0, 0
	if of[0] != 0 {
		cost += other
	}
	for c := range columns {
		last := -1
		for k, q := range of {
			if int(q) == c {
				last = k
			}
		}
		if last >= 0 {
			used++
		}
		switch {
		case last < 0 && c == 0:
			cost += missing
		case last < 0:
			cost += untitled
		case open(s.ls[lines[last]].r):
			cost += 4
		case hangs(&s.ls[lines[last]]):
			cost += 1.5
		}
	}
	if used > 1 && len(lines) <= oneStack {
		cost += 0.8
	}
	return cost
}

// rebuild makes the blocks of a region anew: of each column's lines those that are one title are joined,
// over the lines of other columns if need be.
func (s *stories) rebuild(r *region, lines, columns []int, of []int8) {
	free := r.titles
	r.titles, r.home = nil, nil
	for _, i := range free {
		s.blocks[i].runs = nil
	}
	for _, i := range lines {
		s.reading.joined[i] = s.reading.joined[i] && i != lines[0] // what joins them is decided below
	}
	for c := range len(columns) + 1 {
		tale := -1
		if c < len(columns) {
			tale = columns[c]
		}
		var mine []int
		for k, q := range of {
			if int(q) == c {
				mine = append(mine, lines[k])
			}
		}
		from := 0
		for _, to := range partsOf(mine, s.costs.pairUp) {
			b := s.title(mine[from:to])
			n := len(s.blocks)
			if len(free) > 0 {
				n, free = free[0], free[1:]
				*s.blocks[n] = *b
			} else {
				s.blocks = append(s.blocks, b)
			}
			r.titles, r.home = append(r.titles, n), append(r.home, tale)
			from = to
		}
	}
	r.sorted = true
}

// title is a block of title lines that stand in order, not always one right below the other. Its
// junctions are marked doubtful.
func (s *stories) title(lines []int) *block {
	b := &block{role: titleFirst, tale: -1, gap: s.ls[lines[0]].gap, wide: s.reading.measure[lines[0]]}
	for k, i := range lines {
		s.reading.joined[i] = k > 0 && lines[k-1] == i-1
		s.reading.margin[i] = min(s.reading.margin[i], 1.5)
		if s.reading.joined[i] {
			b.runs[len(b.runs)-1].to = i + 1
		} else {
			b.runs = append(b.runs, run{i, i + 1})
		}
	}
	b.join(s.ls, s.page)
	return b
}

// partsOf cuts the title lines of one stack into its parts: one to three lines each, three parts at most if
// it can be, where the seams of the lines are weakest. one is the log odds that two lines are one title. It
// returns where each part ends.
func partsOf(lines []int, one func(i, j int) float32) (ends []int) {
	n := len(lines)
	gain, from := make([]float32, n+1), make([]int, n+1)
	count := make([]int, n+1)
	for to := 1; to <= n; to++ {
		gain[to] = -1e9
		inner := float32(0)
		for k := to - 1; k >= 0 && to-k <= 3; k-- {
			switch to - k {
			case 2:
				inner += one(lines[k], lines[k+1])
			case 3:
				inner += one(lines[k], lines[k+1]) - 2 // two lines are commoner than three
			}
			g := gain[k] + inner
			if count[k] >= 3 {
				g -= 2
			}
			if g > gain[to] {
				gain[to], from[to], count[to] = g, k, count[k]+1
			}
		}
	}
	for to := n; to > 0; to = from[to] {
		ends = append(ends, to)
	}
	slices.Reverse(ends)
	return ends
}
