package layout

import (
	"cmp"
	"math"
	"slices"
)

// reorder puts lines into reading order. The order of the file stands where the lines of a column follow each other
// in it; where they do not, or where text goes on better otherwise, the page is cut at its gutters and gaps. Titles that
// the file has elsewhere stay where it has them: room story brings them home, by their words.
func (p *Page) reorder() {
	order := make([]int, 0, len(p.Lines)) // of rows: each by its first piece
	for i := range p.Lines {
		if !p.Lines[i].Cut {
			order = append(order, i)
		}
	}
	order = p.capitalsFirst(p.best(order))
	slices.SortStableFunc(order, func(a, b int) int { return p.speck(a) - p.speck(b) }) // dirt is moved out of the text
	var lines []Line
	var prints []Print
	for _, i := range order {
		for k := i; k < len(p.Lines) && (k == i || p.Lines[k].Cut); k++ {
			lines, prints = append(lines, p.Lines[k]), append(prints, p.Prints[k])
		}
	}
	p.Lines, p.Prints = lines, prints
}

// best is the order in which text goes on best, its pieces threaded: that of the file, or one that is found by cutting
// the page, white through all columns being the end of stories, or only where a title stands below it. A machine that read
// a page put its titles where they stand; the orders of such a page are weighed as they are, before anything is threaded:
// wrong characters make threads of an order that is not so good, and there are more of them to make.
func (p *Page) best(order []int) []int {
	mixed := p.mixed(order)
	var cuts [2][]int
	for k, alone := range [...]float64{math.Inf(1), whiteAlone * p.body} {
		cuts[k] = (&cutter{p.Prints, p.body, alone}).cut(slices.Clone(order), 0)
	}
	if !p.Exact && !mixed {
		cut := cuts[0]
		if p.flow(cuts[1]) > p.flow(cut) {
			cut = cuts[1]
		}
		if p.crosses(order) || p.flow(cut) > p.flow(order)+flowsBetter {
			return p.thread(cut, asCut)
		}
		return p.thread(order, asFiled)
	}
	var best []int
	most := math.Inf(-1)
	if !mixed {
		best = p.thread(order, asFiled)
		if most = p.flow(best); !p.crosses(order) {
			most += flowsBetter
		}
	}
	for _, cut := range cuts {
		if !mixed {
			cut = p.regrouped(order, cut)
		}
		cut = p.thread(cut, asCut)
		if f := p.flow(cut); f > most {
			best, most = cut, f
		}
	}
	return best
}

// speck is 1 for a line that is dirt, which a reading machine took for a letter or two: far smaller than the text.
func (p *Page) speck(i int) int {
	if p.Prints[i].Size < 0.5 && len(p.Lines[i].Text) <= 2 {
		return 1
	}
	return 0
}

// flowsBetter is by how much text must go on better, from piece to piece, in an order that was found by cutting a page
// than in that of the file.
const flowsBetter = 5

// fewestUnder is the share of lines, in per cent, that must stand under the one above for the file's order to be one
// of columns.
const fewestUnder = 50

// mixed says whether the lines of the file go across its columns. The cells of tables do, wherever tables are right; where
// there are enough other lines, these tell.
func (p *Page) mixed(order []int) bool {
	var down, all [2]int // of any lines, of long ones
	for k := 1; k < len(order); k++ {
		a, b := &p.Prints[order[k-1]], &p.Prints[order[k]]
		long := min(a.Right-a.Left, b.Right-b.Left) >= longerThanCells*p.body
		below := under(a, b, p.body)
		for n := range down {
			if n == 0 || long {
				all[n]++
				if below {
					down[n]++
				}
			}
		}
	}
	n := 0
	if all[1] >= enoughLong {
		n = 1
	}
	return down[n]*100 < fewestUnder*all[n]
}

// How long a line is at least that is no cell, in em, and how many such lines tell.
const (
	longerThanCells = 8.0
	enoughLong      = 20
)

// How wide a title over several columns is at least, in widths of the text below it; how far below it that text begins,
// in em.
const (
	severalWide = 1.5
	belowTitle  = 12
)

// crosses says whether the file goes down through titles that stand over several columns, from what stands above one
// into the story that begins below it: a reading machine that found the columns of the page and not its stories.
func (p *Page) crosses(order []int) bool {
	em := p.body
	for _, t := range order {
		title := &p.Prints[t]
		if title.Size < 1.3 {
			continue
		}
		first := -1 // by its place in the order: the head of the leftmost column below the title
		for k, i := range order {
			q := &p.Prints[i]
			if !same(q.Size, 1) || q.Top < title.Bottom-0.5*em || q.Top > title.Bottom+belowTitle*em || q.Left > title.Right || q.Right < title.Left || q.Right-q.Left < 4*em {
				continue
			}
			if first < 0 || q.Top < p.Prints[order[first]].Top-em || math.Abs(q.Top-p.Prints[order[first]].Top) <= em && q.Left < p.Prints[order[first]].Left {
				first = k
			}
		}
		if first < 1 || first+1 >= len(order) {
			continue
		}
		above, q, below := &p.Prints[order[first-1]], &p.Prints[order[first]], &p.Prints[order[first+1]]
		if under(q, below, em) && q.Left-below.Left > 1.2*em && title.Right-title.Left > severalWide*(below.Right-below.Left) &&
			same(above.Size, 1) && above.Bottom < title.Top+0.5*em && math.Abs(above.Left-below.Left) < 4*em && order[first-1] != t {
			return true
		}
	}
	return false
}

// cutter cuts a page into columns and what stands one below the other (XY-cut: Nagy and Seth 1984), gutters first: in
// a newspaper a title keeps the columns of its story together, and stories side by side are parted from top to bottom.
type cutter struct {
	at    []Print
	body  float64
	alone float64 // how much white ends stories without a title below it
}

// How wide a gutter is at least, in em of the text; how many cuts may stand in one another.
const (
	thinnest = 0.5
	between  = 0.8 // what stands one below the other: more than lines leave between them
	deepest  = 200
)

// cut is the reading order of some lines.
func (c *cutter) cut(all []int, depth int) []int {
	if len(all) < 2 {
		return all
	}
	left, right := c.at[all[0]].Left, c.at[all[0]].Right
	for _, i := range all {
		left, right = max(left, c.at[i].Left), min(right, c.at[i].Right)
	}
	if left < right || depth > deepest { // one column
		slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(c.at[a].middle(), c.at[b].middle()) })
		return all
	}
	if k := c.story(all); k > 0 {
		return append(c.cut(slices.Clone(all[:k]), depth+1), c.cut(slices.Clone(all[k:]), depth+1)...)
	}
	if parts := c.gutters(all); len(parts) > 1 {
		if k := c.stacked(parts); k > 0 { // stories stand one below the other in all of one side
			parts = [][]int{slices.Concat(parts[:k]...), slices.Concat(parts[k:]...)}
		}
		var out []int
		for _, part := range parts {
			out = append(out, c.cut(part, depth+1)...)
		}
		return out
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(c.at[a].Top, c.at[b].Top) })
	best, widest := 0, 0.0
	end := c.at[all[0]].Bottom
	for k := 1; k < len(all); k++ {
		if gap := c.at[all[k]].Top - end; gap > widest {
			best, widest = k, gap
		}
		end = max(end, c.at[all[k]].Bottom)
	}
	if widest < between*c.body {
		return c.columns(all)
	}
	return append(c.cut(slices.Clone(all[:best]), depth+1), c.cut(slices.Clone(all[best:]), depth+1)...)
}

// gutters parts lines where white goes down through all of them, from the left.
func (c *cutter) gutters(all []int) (parts [][]int) {
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(c.at[a].Left, c.at[b].Left) })
	from, end := 0, c.at[all[0]].Right
	for k := 1; k < len(all); k++ {
		if c.at[all[k]].Left >= end+thinnest*c.body {
			parts = append(parts, slices.Clone(all[from:k]))
			from = k
		}
		end = max(end, c.at[all[k]].Right)
	}
	return append(parts, slices.Clone(all[from:]))
}

// stacked is the part between gutters before which all is cut off, because stories begin at one height in all columns
// to its right, or in all to its left; 0 where they do on neither side of any.
func (c *cutter) stacked(parts [][]int) int {
	for n := len(parts) - 1; n > 1; n-- { // as many columns as possible
		if c.story(slices.Concat(parts[len(parts)-n:]...)) > 0 {
			return len(parts) - n
		}
		if c.story(slices.Concat(parts[:n]...)) > 0 {
			return n
		}
	}
	return 0
}

// How much white there is at least above the stories that begin at one height, and how far below it the title of one
// stands at most, in em.
const (
	aboveStories   = 1.0
	titleBelow     = 2.5
	farAbove       = 2.0
	whiteAlone     = 2.0
	largerThanText = 1.08
)

// story sorts lines by their tops and says where stories begin below white that goes through all of their width: a
// title stands right below it, or anything that is larger than text below more white. 0 where none do.
func (c *cutter) story(all []int) int {
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(c.at[a].Top, c.at[b].Top) })
	best, widest := 0, aboveStories*c.body
	end := c.at[all[0]].Bottom
	for k := 1; k < len(all); k++ {
		if gap := c.at[all[k]].Top - end; gap > widest {
			large := largeTitle
			if gap > c.alone {
				large = 0
			} else if gap > farAbove*c.body {
				large = largerThanText
			}
			for _, i := range all[k:] {
				if c.at[i].Top > c.at[all[k]].Top+titleBelow*c.body {
					break
				}
				if c.at[i].Size > large {
					best, widest = k, gap
					break
				}
			}
		}
		end = max(end, c.at[all[k]].Bottom)
	}
	return best
}

// largeTitle is the size from which on a line is taken for a title.
const largeTitle = 1.18

// mostColumns is how many columns are put in order one by one: the cost is the cube of it.
const mostColumns = 120

// widestLead is from line to line of a column at most, in em.
const widestLead = 1.9

// goesOn says whether line b stands in the column of line a, by gap below it: titles and text are columns of their own.
func (c *cutter) goesOn(a, b int, gap float64) bool {
	p, q := &c.at[a], &c.at[b]
	return under(p, q, c.body) && (p.Size > largeTitle) == (q.Size > largeTitle) && gap < widestLead*c.body*max(p.Size, q.Size)
}

// columns is the reading order of lines that no straight cut parts, as where stories of different heights stand side by
// side below titles over several columns: column by column, the leftmost first of those that nothing stands above.
func (c *cutter) columns(all []int) []int {
	var cols [][]int
	for _, i := range all { // by their tops
		best, nearest := -1, 0.0
		for k, col := range cols {
			last := col[len(col)-1]
			if gap := c.at[i].middle() - c.at[last].middle(); c.goesOn(last, i, gap) && (best < 0 || gap < nearest) {
				best, nearest = k, gap
			}
		}
		if best < 0 {
			cols = append(cols, []int{i})
		} else {
			cols[best] = append(cols[best], i)
		}
	}
	if len(cols) > mostColumns { // dirt, or the cells of a table: they stay as the file has them
		slices.Sort(all)
		return all
	}
	boxes := make([]Print, len(cols))
	for k, col := range cols {
		boxes[k] = c.at[col[0]]
		for _, i := range col {
			b := &boxes[k]
			b.Left, b.Right, b.Bottom = min(b.Left, c.at[i].Left), max(b.Right, c.at[i].Right), max(b.Bottom, c.at[i].Bottom)
		}
	}
	above := func(a, b int) bool {
		return boxes[a].Top < boxes[b].Top && min(boxes[a].Right, boxes[b].Right)-max(boxes[a].Left, boxes[b].Left) > thinnest*c.body
	}
	out := make([]int, 0, len(all))
	left := make([]int, len(cols))
	for k := range left {
		left[k] = k
	}
	for len(left) > 0 {
		pick := 0
		for q, k := range left {
			free := !slices.ContainsFunc(left, func(o int) bool { return o != k && above(o, k) })
			if free && (boxes[k].Left < boxes[left[pick]].Left || slices.ContainsFunc(left, func(o int) bool { return o != left[pick] && above(o, left[pick]) })) {
				pick = q
			}
		}
		out = append(out, cols[left[pick]]...)
		left = slices.Delete(left, pick, pick+1)
	}
	return out
}
