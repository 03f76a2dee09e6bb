package read

import (
	"math"
	"math/rand"
	"testing"
)

// drawn is a lattice of a few lines with weights drawn by chance.
func drawn(seed int64, n int) *Lattice {
	dice := rand.New(rand.NewSource(seed))
	l := &Lattice{Run: &[Roles][Roles]float32{}}
	l.Reset(n)
	for i := range n {
		for q := range Roles {
			l.Line[i][q] = float32(dice.NormFloat64() * 2)
		}
		for t := range Steps {
			l.Junction[i][t] = float32(dice.NormFloat64() * 2)
		}
	}
	for a := range Roles {
		for b := range Roles {
			l.Run[a][b] = float32(dice.NormFloat64())
		}
	}
	return l
}

// ways calls yield with every way through a lattice and what it weighs.
func (l *Lattice) ways(yield func(way []Role, weight float64)) {
	var walk func(way []Role, weight float64)
	walk = func(way []Role, weight float64) {
		i := len(way)
		if i == len(l.Line) {
			yield(way, weight)
			return
		}
		for b := range Roles {
			w := weight + float64(l.Line[i][b])
			if i == 0 && b.Next() || i > 0 && Step(way[i-1], b) < 0 {
				continue
			}
			if i > 0 {
				w += float64(l.Edge(i, way[i-1], b))
			}
			walk(append(way[:i:i], b), w)
		}
	}
	walk(nil, 0)
}

// The search finds what looking at every way finds: the best, the best that decides one line otherwise, and how
// likely each role is.
func TestLatticeAgainstAllWays(t *testing.T) {
	for seed := int64(1); seed <= 12; seed++ {
		l := drawn(seed, 4)
		best := l.Best()
		l.Back()
		l.Sum()
		top := math.Inf(-1)
		var want []Role
		var z float64
		likely := make([][Roles]float64, 4)
		l.ways(func(way []Role, w float64) {
			if w > top {
				top, want = w, way
			}
			z += math.Exp(w)
			for i, q := range way {
				likely[i][q] += math.Exp(w)
			}
		})
		for i := range want {
			if best[i] != want[i] {
				t.Fatalf("seed %d: the best way is %v, found %v", seed, want, best)
			}
			for q := range Roles {
				if d := l.Likely(i, q) - likely[i][q]/z; math.Abs(d) > 1e-4 {
					t.Fatalf("seed %d: line %d is %s to %.5f, found %.5f", seed, i, Names[q], likely[i][q]/z, l.Likely(i, q))
				}
			}
			next := best[i].Next()
			second := math.Inf(-1)
			l.ways(func(way []Role, w float64) {
				if way[i].Next() != next {
					second = max(second, w)
				}
			})
			_, other, worse := l.Other(best, i, func(q Role) bool { return q.Next() != next })
			if math.IsInf(second, -1) {
				if other != nil {
					t.Fatalf("seed %d: line %d cannot be otherwise, found %v", seed, i, other)
				}
			} else if math.Abs(top-second-float64(worse)) > 1e-3 {
				t.Fatalf("seed %d: line %d otherwise is worse by %.4f, found %.4f", seed, i, top-second, worse)
			}
		}
	}
}
