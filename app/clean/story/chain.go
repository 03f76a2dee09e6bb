package story

import (
	"math"

	"qingyang/app/clean/cue"
)

// Two neighbouring titles may belong to one story, the lower one to a later story, or to an earlier one.
const (
	sameStory = iota
	earlier
	later
)

func relation(s, v int) int {
	switch {
	case s == v:
		return sameStory
	case v > s:
		return later
	}
	return earlier
}

// Chain is a sequence of choices of which neighbours weigh together: all titles of a page, each with a
// story or the tray. It is what both choosing and fitting look at.
type Chain struct {
	Unary       [][][]int32  // by title and story: the sheet
	Pair        [][3][]int32 // by title and relation to the one before
	unary       [][]float64
	pair        [][3]float64
	Alpha, Beta [][]float64
	LogZ        float64
}

func (a *teller) chain(ts []*title) *Chain {
	c := &Chain{Unary: make([][][]int32, len(ts)), Pair: make([][3][]int32, len(ts))}
	for k, t := range ts {
		c.Unary[k] = make([][]int32, len(a.st)+1)
		for s := range c.Unary[k] {
			c.Unary[k][s] = a.titleSheet(t, s)
		}
		for rel := range c.Pair[k] {
			if k > 0 {
				c.Pair[k][rel] = a.neighbourSheet(ts[k-1], t, rel)
			}
		}
	}
	return c
}

// Weigh fills in the likelihoods of all choices. Two neighbours weigh by their relation alone, so that sums over
// all earlier and all later stories serve: linear in titles times stories.
func (c *Chain) Weigh(unary, pair Scorer) {
	n := len(c.Unary)
	c.unary, c.pair = make([][]float64, n), make([][3]float64, n)
	c.Alpha, c.Beta = make([][]float64, n), make([][]float64, n)
	if n == 0 {
		return
	}
	m := len(c.Unary[0])
	room := make([]float64, 3*n*m+2*m)
	take := func() []float64 {
		r := room[:m:m]
		room = room[m:]
		return r
	}
	odds, sums := take(), take()
	for k := range c.Unary {
		c.unary[k], c.Alpha[k], c.Beta[k] = take(), take(), take()
		for s := range m {
			c.unary[k][s] = float64(unary.Sum(c.Unary[k][s]))
		}
		if k == 0 {
			copy(c.Alpha[0], c.unary[0])
			continue
		}
		for rel := range c.pair[k] {
			c.pair[k][rel] = float64(pair.Sum(c.Pair[k][rel]))
		}
		top := cue.Odds(c.Alpha[k-1], odds)
		p := c.relations(k)
		relate(odds, sums, p[sameStory], p[later], p[earlier])
		for v := range m {
			c.Alpha[k][v] = top + math.Log(sums[v]+1e-300) + c.unary[k][v]
		}
	}
	below := make([]float64, m)
	for k := n - 2; k >= 0; k-- {
		for v := range m {
			below[v] = c.unary[k+1][v] + c.Beta[k+1][v]
		}
		top := cue.Odds(below, odds)
		p := c.relations(k + 1)
		relate(odds, sums, p[sameStory], p[earlier], p[later]) // an earlier story below is a later one above
		for s := range m {
			c.Beta[k][s] = top + math.Log(sums[s]+1e-300)
		}
	}
	top := cue.Odds(c.Alpha[n-1], odds)
	z := 0.0
	for _, v := range odds {
		z += v
	}
	c.LogZ = top + math.Log(z)
}

// relations are the odds of each relation of title k to the one before.
func (c *Chain) relations(k int) (p [3]float64) {
	for rel, v := range c.pair[k] {
		p[rel] = math.Exp(v)
	}
	return p
}

// relate sums for each place the odds there times same, those of all lower places times lower, and those of all
// higher ones times higher.
func relate(odds, sums []float64, same, lower, higher float64) {
	before := 0.0
	for v, x := range odds {
		sums[v] = same*x + lower*before
		before += x
	}
	behind := 0.0
	for v := len(odds) - 1; v >= 0; v-- {
		sums[v] += higher * behind
		behind += odds[v]
	}
}

// Likely is how likely title k belongs to story s.
func (c *Chain) Likely(k, s int) float64 { return math.Exp(c.Alpha[k][s] + c.Beta[k][s] - c.LogZ) }

// Related is how likely title k and the one before stand in each relation.
func (c *Chain) Related(k int) (p [3]float64) {
	for s := range c.Alpha[k-1] {
		for v := range c.Alpha[k] {
			r := relation(s, v)
			p[r] += math.Exp(c.Alpha[k-1][s] + c.pair[k][r] + c.unary[k][v] + c.Beta[k][v] - c.LogZ)
		}
	}
	return p
}
