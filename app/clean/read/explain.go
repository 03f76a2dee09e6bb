package read

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
)

// small is the weight below which cues are told together, as the rest.
const small = 0.25

// tally adds up cues by the numbers of their codes.
type tally [maxCodes]float32

const maxCodes = 32

// codes gives each code a number.
var codes = cue.Codes()

func number(code string) uint8 { return uint8(slices.Index(codes, code)) }

// codeOf is the number of the code of each answer of a table.
func codeOf(t *cue.Table) func() []uint8 {
	return sync.OnceValue(func() []uint8 {
		all := make([]uint8, t.Answers())
		at := 0
		for _, c := range t.Cues() {
			n := number(c.Code)
			for range c.A * c.B {
				all[at] = n
				at++
			}
		}
		return all
	})
}

var (
	lineCode     = codeOf(&LineCues)
	junctionCode = codeOf(&JunctionCues)
	numberRun    = number(cue.Run)
)

// cues are what was added up, times sign, strongest first; what weighs little is one cue, so that all of
// them add up to the decision.
func (t *tally) cues(sign float32) []bulletin.Cue {
	n, rest := 0, float32(0)
	for _, w := range t {
		if w >= small || w <= -small {
			n++
		} else {
			rest += sign * w
		}
	}
	all := make([]bulletin.Cue, 0, n+1)
	for k, w := range t {
		if w >= small || w <= -small {
			all = append(all, bulletin.Cue{Code: codes[k], Weight: float64(sign * w), Holds: true})
		}
	}
	if rest != 0 {
		all = append(all, bulletin.Cue{Code: cue.Rest, Weight: float64(rest), Holds: true})
	}
	slices.SortStableFunc(all, func(a, b bulletin.Cue) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	return all
}

// account explains the junctions and the first lines of blocks of a stretch of lines, which the lattice is
// of: by the difference to the best reading that decides otherwise.
func (r *Reading) account(l *Lattice, from int, way []Role) {
	l.Back()
	for k := range way {
		i := from + k
		if k > 0 {
			next := way[k].Next()
			at, other, _ := l.Other(way, k, func(q Role) bool { return q.Next() != next })
			sign := float32(1)
			if next {
				sign = -1
			}
			r.Why[i] = r.differ(from, at, way, other).cues(sign)
		}
		if !way[k].Next() || way[k].Title() {
			kind := way[k].class()
			at, other, _ := l.Other(way, k, func(q Role) bool { return q.class() != kind })
			r.WhyKind[i] = r.differ(from, at, way, other).cues(1)
		}
	}
}

// class is what kind of block a line is of, all titles being one.
func (r Role) class() bulletin.Kind {
	if r.Title() {
		return bulletin.Headline
	}
	return r.Kind()
}

// differ adds up what the best way weighs more than another one. Both differ from line `at` of the
// stretch on only, for as many lines as other has.
func (r *Reading) differ(from, at int, way, other []Role) *tally {
	t := &tally{}
	role := func(k int) Role { // of the other way
		if k >= at && k < at+len(other) {
			return other[k-at]
		}
		return way[k]
	}
	code := lineCode()
	for k := at; k <= at+len(other) && k < len(way); k++ {
		a, b := way[k], role(k)
		if a != b {
			for _, c := range r.heldLine[k] {
				t[code[c]] += r.model.Line.Difference(c, int(a), int(b))
			}
			r.hand(from+k).tell(t, a, b)
		}
		if k == 0 || a == b && way[k-1] == role(k-1) {
			continue
		}
		s, o := stepOf[way[k-1]][a], stepOf[role(k-1)][b]
		t[numberRun] += r.model.Run[way[k-1]][a] - r.model.Run[role(k-1)][b]
		if s == o {
			continue
		}
		code := junctionCode()
		for _, c := range r.heldJunction[k] {
			t[code[c]] += r.model.Junction.Difference(c, int(s), int(o))
		}
	}
	return t
}
