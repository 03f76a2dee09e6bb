package read

import (
	"math"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
)

// small is the weight below which cues are told together, as the rest.
const small = 0.25

// tally adds up cues by the numbers of their codes.
type tally cue.Tally

// codes gives each code a number.
var codes = cue.Codes()

func number(code string) uint8 { return uint8(slices.Index(codes, code)) }

var numberRun = number(cue.Run)

// cueList is cues that were listed, and room for more.
type cueList []bulletin.Cue

// tell lists what was added up, times sign, strongest first; what weighs little is one cue, so that all of
// them add up to the decision.
func (c *cueList) tell(t *tally, sign float32) []bulletin.Cue {
	if cap(*c)-len(*c) < len(t) {
		*c = make([]bulletin.Cue, 0, 16*len(t))
	}
	all := (*c)[len(*c):]
	add := func(code string, w float32) {
		at := len(all)
		all = append(all, bulletin.Cue{})
		for at > 0 && math.Abs(all[at-1].Weight) < math.Abs(float64(w)) {
			all[at] = all[at-1]
			at--
		}
		all[at] = bulletin.Cue{Code: code, Weight: float64(sign * w), Holds: true}
	}
	rest := float32(0)
	for k, w := range t {
		if w >= small || w <= -small {
			add(codes[k], w)
		} else {
			rest += w
		}
	}
	if rest != 0 {
		add(cue.Rest, rest)
	}
	*c = (*c)[:len(*c)+len(all)]
	return slices.Clip(all)
}

// account explains the junctions and the first lines of blocks of a stretch of lines, which the search was
// over: by the difference to the best reading that decides otherwise.
func (r *Reading) account(x *search, from int, way []Role) {
	l, cues := &x.lattice, cueList{}
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
			t := r.differ(x, from, at, way, other)
			r.why[i] = cues.tell(&t, sign)
		}
		if !way[k].Next() || way[k].Title() {
			kind := way[k].class()
			at, other, _ := l.Other(way, k, func(q Role) bool { return q.class() != kind })
			t := r.differ(x, from, at, way, other)
			r.whyKind[i] = cues.tell(&t, 1)
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
func (r *Reading) differ(x *search, from, at int, way, other []Role) (t tally) {
	role := func(k int) Role { // of the other way
		if k >= at && k < at+len(other) {
			return other[k-at]
		}
		return way[k]
	}
	for k := at; k <= at+len(other) && k < len(way); k++ {
		a, b := way[k], role(k)
		if a != b {
			r.model.Line.Differences(x.lines.at(k), int(a), int(b), (*cue.Tally)(&t))
			for _, h := range r.hands[from+k] {
				t[h.code] += h.by * float32(int(h.to>>a&1)-int(h.to>>b&1))
			}
			if r.shown != nil {
				r.shown.Line.Differences(x.prints.at(k), int(a), int(b), (*cue.Tally)(&t))
			}
		}
		if k == 0 || a == b && way[k-1] == role(k-1) {
			continue
		}
		s, o := stepOf[way[k-1]][a], stepOf[role(k-1)][b]
		t[numberRun] += r.model.Run[way[k-1]][a] - r.model.Run[role(k-1)][b]
		if s == o {
			continue
		}
		r.model.Junction.Differences(x.junctions.at(k), int(s), int(o), (*cue.Tally)(&t))
		if r.shown != nil {
			r.shown.Junction.Differences(x.steps.at(k), int(s), int(o), (*cue.Tally)(&t))
		}
	}
	return t
}
