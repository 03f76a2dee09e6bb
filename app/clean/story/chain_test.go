package story

import (
	"math"
	"math/rand"
	"testing"
)

// given weighs the answers of a sheet by a list.
type given []float32

func (g given) Sum(held []int32) (s float32) {
	for _, a := range held {
		s += g[a]
	}
	return s
}

// The chain of titles gives the likelihoods that adding up all ways gives.
func TestChainAgainstAllWays(t *testing.T) {
	dice := rand.New(rand.NewSource(3))
	for range 20 {
		const titles, stories = 4, 3 // the last of them is the tray
		var unary, pair given
		c := &Chain{Unary: make([][][]int32, titles), Pair: make([][3][]int32, titles)}
		for k := range titles {
			c.Unary[k] = make([][]int32, stories)
			for s := range stories {
				c.Unary[k][s] = []int32{int32(len(unary))}
				unary = append(unary, float32(dice.NormFloat64()*2))
			}
			for rel := range 3 {
				c.Pair[k][rel] = []int32{int32(len(pair))}
				pair = append(pair, float32(dice.NormFloat64()*2))
			}
		}
		c.Weigh(unary, pair)
		z := 0.0
		likely := [titles][stories]float64{}
		related := [titles][3]float64{}
		for n := range 81 { // stories to the power of titles
			way := [titles]int{n % 3, n / 3 % 3, n / 9 % 3, n / 27}
			w := 0.0
			for k, s := range way {
				w += float64(unary.Sum(c.Unary[k][s]))
				if k > 0 {
					w += float64(pair.Sum(c.Pair[k][relation(way[k-1], s)]))
				}
			}
			z += math.Exp(w)
			for k, s := range way {
				likely[k][s] += math.Exp(w)
				if k > 0 {
					related[k][relation(way[k-1], s)] += math.Exp(w)
				}
			}
		}
		for k := range titles {
			for s := range stories {
				if d := c.Likely(k, s) - likely[k][s]/z; math.Abs(d) > 1e-6 {
					t.Fatalf("title %d and story %d: %.6f, found %.6f", k, s, likely[k][s]/z, c.Likely(k, s))
				}
			}
			if k == 0 {
				continue
			}
			for rel, v := range c.Related(k) {
				if math.Abs(v-related[k][rel]/z) > 1e-6 {
					t.Fatalf("title %d in relation %d: %.6f, found %.6f", k, rel, related[k][rel]/z, v)
				}
			}
		}
	}
}
