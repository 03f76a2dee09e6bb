package clean

import (
	"math"
	"testing"

	"qingyang/app/bulletin"
)

// The cues of a decision add up to it: above 0 for a break, below for a join, above 0 for what a block was
// taken for. They are all that decided.
func TestCuesAddUp(t *testing.T) {
	sum := func(cues []bulletin.Cue) (s float64) {
		for _, c := range cues {
			s += c.Weight
		}
		return s
	}
	const slack = 1e-2 // sums of floats in another order
	for seed := uint64(1); seed <= 60; seed++ {
		a := analyse(plain(compose(seed).raw), Profile{})
		for i, r := range a.reading.Roles {
			if s := sum(a.reading.Why(i)); i > 0 && (r.Next() && s > slack || !r.Next() && s < -slack) {
				t.Fatalf("seed %d, line %d %q: joined %v, the cues add up to %.2f: %v", seed, i, string(a.page.Lines[i].Text), r.Next(), s, a.reading.Why(i))
			}
			if s := sum(a.reading.WhyKind(i)); s < -slack {
				t.Fatalf("seed %d, line %d: what speaks for its kind adds up to %.2f: %v", seed, i, s, a.reading.WhyKind(i))
			}
			for _, c := range a.reading.Why(i) {
				if c.Code == "" || math.IsNaN(c.Weight) {
					t.Fatalf("seed %d, line %d: cue %+v", seed, i, c)
				}
			}
		}
	}
}
