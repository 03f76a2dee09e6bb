package layout

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/proof/chars"
)

// A page's text reaches us in pieces of columns, and what made the file may have taken a piece of the next column for
// what follows, where a picture or a title stands in the middle of both. Each two pieces that follow each other fit
// more or less: a line that is full and ends no sentence goes on flush left, with characters that stand behind its last
// ones in other texts, too; a column goes on below sooner than beside. The order of the file stands unless pieces that
// are taken up earlier fit better by far.
//
// All numbers are natural logarithms of odds. What the characters on both sides say is counted (chars.Joins); the others
// are reasoned: what is all but never seen is 5, what is seen in one of ten cases 2.
const (
	asFiled     = 2.5  // two pieces stand so in the file
	asCut       = 2.5  // they do in an order that was found by cutting the page
	goesIndent  = -5   // a sentence goes on with an indent
	endsFlush   = -4   // behind a sentence that ends before its column does the next line is flush left
	leastBound  = -4   // what the characters on both sides say, at least
	mostBound   = 10   // and at most
	columnOn    = 1.5  // what goes on stands below, in the same column, and nothing in between
	columnPast  = 0.8  // with something in between
	columnRight = 1    // it heads the column to the right
	leaves      = -1.5 // but something that might go on stands below, too
	leftward    = -4   // a sentence goes on in a column to the left
	elsewhere   = -2   // pieces that are put together stand elsewhere
	gained      = 3.5  // what a change must win
	mostPieces  = 250  // pieces of text that are looked at; more are dirt
	mostChanges = 40
)

// thread changes the order of pieces where another fits better by far. order has first pieces of rows; kept is what it
// weighs that two stand together there. The cost is that of the lines, and the cube of the number of pieces for each
// change.
func (p *Page) thread(order []int, kept float64) []int {
	ps := p.pieces(order)
	units := p.unitsOf(ps)
	n := len(units)
	if n < 3 || n > mostPieces {
		return order
	}
	fit := make([][]float64, n+2) // of unit b behind unit a, from 1; 0 and n+1 are the ends of the page
	for a := range fit {
		fit[a] = make([]float64, n+2)
		if a > 0 && a <= n {
			for b := 1; b <= n; b++ {
				fit[a][b] = p.fits(&ps[units[a-1].to], &ps[units[b-1].to], ps, b == a+1)
			}
		}
		if a <= n {
			fit[a][a+1] += kept
		}
	}
	way := make([]int, n+2)
	for k := range way {
		way[k] = k
	}
	changed := false
	for range mostChanges {
		best, from, mid, to := gained, 0, 0, 0
		for i := 1; i < n; i++ { // [i, j) and [j, k) change places
			for j := i + 1; j <= n; j++ {
				lost := fit[way[i-1]][way[i]] + fit[way[j-1]][way[j]]
				for k := j + 1; k <= n+1; k++ {
					won := fit[way[i-1]][way[j]] + fit[way[k-1]][way[i]] + fit[way[j-1]][way[k]] - lost - fit[way[k-1]][way[k]]
					if won > best {
						best, from, mid, to = won, i, j, k
					}
				}
			}
		}
		if to == 0 {
			break
		}
		changed = true
		first := slices.Clone(way[from:mid])
		copy(way[from:], way[mid:to])
		copy(way[from+to-mid:], first)
	}
	if !changed {
		return order
	}
	out := make([]int, 0, len(order))
	end := 0
	for _, w := range way[1 : n+1] {
		u := units[w-1]
		end = max(end, u.end)
		for k := u.from; k < u.end; k++ {
			out = append(out, ps[k].lines...)
		}
	}
	for ; end < len(ps); end++ {
		out = append(out, ps[end].lines...)
	}
	return out
}

// flow is how well the pieces of text of an order follow each other, all together. Linear in the lines.
func (p *Page) flow(order []int) (w float64) {
	ps := p.pieces(order)
	last := -1
	for k := range ps {
		if !ps[k].body {
			continue
		}
		if last >= 0 {
			w += p.fits(&ps[last], &ps[k], ps, true)
		}
		last = k
	}
	return w
}

// unit is a piece of text, to, with what stands before it and what is right below it, [from, end).
type unit struct{ from, to, end int }

// rightUnder is how far below text what signs it stands at most, in em.
const rightUnder = 1.2

func (p *Page) unitsOf(ps []piece) (all []unit) {
	from := 0
	for k := 0; k < len(ps); k++ {
		if !ps[k].body {
			continue
		}
		end := k + 1
		for end < len(ps) && p.signs(&ps[k], &ps[end-1], &ps[end]) {
			end++
		}
		all = append(all, unit{from, k, end})
		from, k = end, end-1
	}
	return all
}

// signs says whether piece c, which follows last, stands right under text in its column, and is no title.
func (p *Page) signs(text, last, c *piece) bool {
	q := &p.Prints[c.lines[0]]
	return !c.body && !q.Bold && q.Size < largerThanText && c.top > last.bottom-0.3*p.body && c.top-last.bottom < rightUnder*p.body &&
		c.left > text.left-p.body && c.right < text.right+p.body
}

// regrouped puts the units of an order into the order that their text has in another one: what belongs to titles stays
// together as the file has it, but for what stands below the head of the text that follows it there.
func (p *Page) regrouped(order, as []int) []int {
	ps := p.pieces(order)
	at := make([]int, len(p.Lines))
	for k, i := range as {
		at[i] = k
	}
	type group struct{ from, to, at int } // pieces [from, to), and where they go
	var all []group
	end := 0
	for _, u := range p.unitsOf(ps) {
		from := u.from
		for from < u.to && ps[from].top > ps[u.to].top+belowHead*p.body {
			from++
		}
		for k := u.from; k < from; {
			e := k + 1
			for e < from && ps[e].top-ps[e-1].bottom <= farAboveText*p.body && ps[e].top > ps[e-1].top-p.body {
				e++
			}
			all = append(all, group{k, e, at[ps[k].lines[0]]})
			k = e
		}
		all = append(all, group{from, u.end, at[ps[u.to].lines[0]]})
		end = u.end
	}
	slices.SortStableFunc(all, func(a, b group) int { return cmp.Compare(a.at, b.at) })
	out := make([]int, 0, len(order))
	for _, g := range append(all, group{end, len(ps), 0}) {
		for _, c := range ps[g.from:g.to] {
			out = append(out, c.lines...)
		}
	}
	return out
}

// belowHead is how far below the head of its text a title begins at most that stands beside it, in em.
const belowHead = 1.5

// farAboveText is how far above a title or its text another title stands that is of another story, in em.
const farAboveText = 6

// fits says how well piece b follows piece a; filed says that the file has it so.
func (p *Page) fits(a, b *piece, all []piece, filed bool) (w float64) {
	goes := a.ends > 0 && b.opens <= 0
	switch {
	case a.ends > 0 && b.opens > 0:
		w = goesIndent
	case a.ends < 0 && b.opens < 0 && filed:
		w = endsFlush / 2
	case a.ends < 0 && b.opens < 0:
		w = endsFlush
	case goes:
		w = a.bound(b)
	}
	switch {
	case a.over(b, p.body):
		switch {
		case !goes:
		case p.parted(a, b, all):
			w += columnPast
		default:
			w += columnOn
		}
	case a.beside(b, p.body):
		if goes {
			w += columnRight
			if slices.ContainsFunc(all, func(c piece) bool { return c.body && c.opens <= 0 && c.top != b.top && a.over(&c, p.body) }) {
				w += leaves
			}
		}
	case goes && b.right < a.left+p.body:
		w += leftward
	case !filed:
		w += elsewhere
	}
	return w
}

// beside says whether piece b stands in the column to the right of a, and not below it.
func (a *piece) beside(b *piece, em float64) bool {
	return b.left > a.right-0.5*em && b.left < a.right+4*em && b.top < a.bottom
}

// over says whether piece a stands above piece b in one column.
func (a *piece) over(b *piece, em float64) bool {
	return math.Abs(a.left-b.left) < 0.7*em && math.Abs(a.right-b.right) < 1.2*em && b.top > a.bottom-0.3*em
}

// bound is what the characters on both sides say.
func (a *piece) bound(b *piece) float64 {
	return max(leastBound, min(mostBound, chars.Joins(a.tail, b.head)))
}

// parted says whether something stands between piece a and piece b below it.
func (p *Page) parted(a, b *piece, all []piece) bool {
	for k := range all {
		c := &all[k]
		if c != a && c != b && c.top > a.bottom-0.5*p.body && c.bottom < b.top+0.5*p.body && min(c.right, a.right)-max(c.left, a.left) > p.body {
			return true
		}
	}
	return false
}
