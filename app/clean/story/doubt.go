package story

import (
	"cmp"
	"math"
	"slices"
)

// doubt is a boundary with what is likeliest there, and what else may be.
type doubt struct {
	block, pick int
	last        int // block of the story that it goes to then, -1 for a new one
	others      []other
}

// other is another way of a boundary, and by how much it is less likely.
type other struct {
	option, last int
	gain         float64
}

// gain is by how much the likeliest way exceeds the next.
func (d *doubt) gain() float64 {
	g := math.Inf(1)
	for _, o := range d.others {
		g = min(g, o.gain)
	}
	return g
}

// lastOf is the last block of story s as far as it has come, -1 for a new story.
func (a *teller) lastOf(s int) int {
	if s == len(a.st) {
		return -1
	}
	return a.st[s].body[len(a.st[s].body)-1]
}

// doubts are the boundaries that are least sure, in the order of the page.
func (a *teller) doubts() []doubt {
	var all []doubt
	for _, d := range a.doubt {
		if d.pick == begin && a.opens[d.block] == opensLead {
			continue // a lead opens a story (L6), whatever becomes of its title
		}
		if len(d.others) > 0 {
			all = append(all, d)
		}
	}
	if len(all) > mostDoubts {
		slices.SortStableFunc(all, func(x, y doubt) int { return cmp.Compare(x.gain(), y.gain()) })
		all = all[:mostDoubts]
		slices.SortFunc(all, func(x, y doubt) int { return cmp.Compare(x.block, y.block) })
	}
	return all
}
