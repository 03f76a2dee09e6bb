package story

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Titles that stand side by side over several columns reach us line by line: a line of one stack, a line of
// the next. The chain of titles weighs neighbours only; a braid sorts the lines of such a region by story,
// all lines at once: a line goes where its words stand, where it goes on with a word or a quotation that
// another line left open, and rather beside its neighbour than elsewhere.
//
// Pages with such titles are too few to fit on. The numbers are natural logarithms of odds, reasoned from
// what each would have to outweigh: a word shared with one story alone weighs about 1.5.
const (
	mostBraided = 12   // lines of a region that are sorted; longer ones stay as they are
	oneStack    = 4    // lines that one stack may have too
	mostColumns = 4    // stories whose titles stand side by side
	strands     = 400  // ways that are followed at once
	changing    = 0.8  // cost of the next line being another story's
	otherFirst  = 1.2  // of the first line being another story's than that right below
	returning   = 0.6  // more for a line of a column that was left out for some rows
	mostSkipped = 2    // lines of other columns between two of one
	lost        = 0.6  // of a line that goes to the tray
	missing     = 2.5  // of no line for the story right below
	untitled    = 1.0  // of none for a story without titles that follows that one
	unjoined    = 2.0  // of two kickers, or headlines, in one stack that were not read as one
	misread     = 0.03 // the part of a stack that a line was read as is wrong as often
	decided     = 0.7  // by how much the best way must win over the best that gives some line to another story
)

// braid sorts the lines of the regions above stories that have others without titles behind them. Their stories, now
// certain, stand in h, and the lines in a.sorted.
func (a *teller) braid(h homes) {
	for from := 0; from < len(h.ts); {
		to := from
		for to < len(h.ts) && h.ts[to].region == h.ts[from].region {
			to++
		}
		if columns := a.columns(h, from, to); len(columns) > 1 && a.sort(h, from, to, columns) {
			for k := from; k < to; k++ {
				h.likely[k] = 1
				a.sorted = append(a.sorted, a.bs[h.ts[k].block].First())
			}
		}
		from = to
	}
}

// columns are the stories whose titles may stand in the region [from, to): that right below, and those that
// follow it at once and have no titles of other regions, as the columns beside it do. None where an
// empty line or something else parts the lines.
func (a *teller) columns(h homes, from, to int) []int {
	t := h.ts[from]
	if n := to - from; a.at != nil || n < 3 || n > mostBraided || !t.direct || a.r.Page.Latin {
		return nil
	}
	for k := from + 1; k < to; k++ {
		if h.ts[k].block != h.ts[k-1].block+1 || a.bs[h.ts[k].block].Gap > 0 {
			return nil
		}
	}
	taken := make([]bool, len(a.st)+1)
	for k, s := range h.story {
		if k < from || k >= to {
			taken[s] = true
		}
	}
	all := []int{t.next}
	for s := t.next + 1; s < len(a.st) && len(all) < mostColumns && !taken[s] && !a.st[s].headed; s++ {
		all = append(all, s)
	}
	return all
}

// strand is one way to sort the first lines of a region: by line which column, the last number is the tray.
type strand struct {
	of   []int8
	cost float64
}

func cheaper(a, b strand) int { return cmp.Compare(a.cost, b.cost) }

// sort finds the way that costs least to sort the titles [from, to) by column, and takes it where it is clear
// and gives lines to more than one column: then it says true.
func (a *teller) sort(h homes, from, to int, columns []int) bool {
	lines := make([]*read.Block, to-from)
	for k := range lines {
		lines[k] = a.bs[h.ts[from+k].block]
	}
	tray := int8(len(columns))
	below, all := stacked(lines), []strand{{}}
	for k := range lines {
		says := a.saysOf(h.ts[from+k].block, columns)
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
					cost += lay(below, w.of, c) - says[c]
				}
				next = append(next, strand{append(slices.Clip(w.of), c), cost})
			}
		}
		slices.SortStableFunc(next, cheaper)
		all = next[:min(len(next), strands)]
	}
	for n := range all {
		all[n].cost += loose(lines, all[n].of, int(tray))
	}
	slices.SortStableFunc(all, cheaper)
	of, ok := clearest(all, tray)
	if !ok {
		return false
	}
	for k, c := range of {
		h.likely[from+k] = 1
		if h.story[from+k] = len(a.st); c != tray {
			h.story[from+k] = columns[c]
		}
	}
	return true
}

// clearest is the best way, with lines that another way as good gives to another story put into the tray. ok is
// false where it gives all lines to one story, or is not clear.
func clearest(all []strand, tray int8) (of []int8, ok bool) {
	best := all[0]
	of = slices.Clone(best.of)
	for _, w := range all[1:] {
		if w.cost-best.cost >= decided {
			break
		}
		for k, c := range w.of {
			if c == best.of[k] || c == tray || best.of[k] == tray {
				continue
			}
			if len(of) > oneStack {
				return nil, false
			}
			of[k] = tray
		}
	}
	first := tray
	for _, c := range of {
		switch {
		case c == tray:
		case first == tray:
			first = c
		case c != first:
			return of, true
		}
	}
	return nil, false
}

// saysOf is how much the words of a title speak for each story: those that few stories have weigh most.
func (a *teller) saysOf(block int, columns []int) []float64 {
	says := make([]float64, len(columns))
	for _, k := range a.w.of[block] {
		n := 0
		for _, st := range a.st {
			n += one(st.words[k])
		}
		if n == 0 || n > 6 {
			continue
		}
		w := math.Log(float64(len(a.st)+1) / float64(n))
		for c, s := range columns {
			if a.st[s].words[k] {
				says[c] += w
			}
		}
	}
	return says
}

// lay is the cost of the next line going to column c, behind those that the column has. below is what stacked found.
func lay(below [][]float64, of []int8, c int8) float64 {
	n, last := 0, len(of)
	for k, q := range of {
		if q == c {
			n++
			last = k
		}
	}
	cost := below[len(of)][last]
	switch {
	case n >= 6:
		cost += 3
	case n >= 4:
		cost += 0.5 // narrow columns: three parts of two lines each
	}
	return cost
}

// stacked is the cost of each line standing right below each of those before it in one column, and, last, of its standing
// first there.
func stacked(lines []*read.Block) [][]float64 {
	all := make([][]float64, len(lines))
	for k, b := range lines {
		for last := range k {
			all[k] = append(all[k], rightBelow(lines, last, k))
		}
		first := 0.0
		if quotes(b.Text) < 0 {
			first = 4
		}
		all[k] = append(all[k], first)
	}
	return all
}

// rightBelow is the cost of line k standing right below line last in one column.
func rightBelow(lines []*read.Block, last, k int) float64 {
	a, b := lines[last], lines[k]
	cost := 0.0
	switch open, shut := quotes(a.Text) > 0, quotes(b.Text) < 0; {
	case open && shut:
		cost -= 3
	case open, shut:
		cost += 3
	}
	if k-last > mostSkipped {
		cost += returning
	}
	inOrder, same := partsOfOne(a, b)
	if last == k-1 {
		if b.Join > 0.8 {
			cost--
		}
		cost += unjoined * (1 - float64(b.Join)) * same
	}
	cost -= math.Log(inOrder + misread)
	word := across(a.Text, b.Text)
	cost -= word
	if hangs(a.Text) {
		cost -= 0.5
	}
	if phrase.EndsAsNotice(b.Text) && quotes(a.Text) <= 0 && word == 0 {
		cost += 1.5 // the name of a notice stands first
	}
	return cost
}

// partsOfOne is how likely two titles may stand above each other in one stack, kickers, the headline, subheadlines; and how
// likely both are the kicker, or both the headline, of theirs.
func partsOfOne(a, b *read.Block) (inOrder, same float64) {
	p, q := parts(a), parts(b)
	return p[0] + p[1]*(q[1]+q[2]) + p[2]*q[2], p[0]*q[0] + p[1]*q[1]
}

// loose is what the ends of the columns cost: a title that stops in the middle, a story without any.
func loose(lines []*read.Block, of []int8, columns int) float64 {
	cost, used := 0.0, 0
	if of[0] != 0 {
		cost += otherFirst
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
		case quotes(lines[last].Text) > 0:
			cost += 4
		case hangs(lines[last].Text):
			cost += 1.5
		}
	}
	if used > 1 && len(lines) <= oneStack {
		cost += 0.8
	}
	return cost
}

// quotes is how many quotations and brackets a text leaves open, minus those that it closes and did not open.
func quotes(r []rune) int {
	n := 0
	for _, c := range r {
		switch {
		case layout.Contains("“（《‘「", c):
			n++
		case layout.Contains("”）》’」", c):
			n--
		}
	}
	return n
}

// across is the log odds that the break of two lines cuts a word: of joins between Han characters more than
// one in four cut a pair bound by 3 and more, of breaks one in a hundred.
func across(a, b []rune) float64 {
	x, y := a[len(a)-1], b[0]
	if phrase.IsDigit(x) && phrase.UnitAt(b, 0) > 0 {
		return 2
	}
	if !script.IsHan(x) || !script.IsHan(y) {
		return 0
	}
	switch bond := lexicon.Bond(x, y); {
	case bond >= 3:
		return 3
	case bond >= 2:
		return 1
	}
	return 0
}

// hangs says whether a line ends with a character that leans on the next word.
func hangs(r []rune) bool {
	c := r[len(r)-1]
	return layout.Contains("的和与在及为对把让从将被是第向等不随由至达超约近", c) && (c == '的' || len(r) < 2 || lexicon.Bond(r[len(r)-2], c) < 2)
}
