package pages

import (
	"hash/fnv"
	"math/rand/v2"
)

// dice are the random numbers of one page; the same names and numbers give the same dice.
type dice struct{ *rand.Rand }

func newDice(name string, seed, number, try int) dice {
	h := fnv.New64a()
	h.Write([]byte(name))
	return dice{rand.New(rand.NewPCG(h.Sum64()^uint64(seed)*0x9E3779B97F4A7C15, uint64(number)<<20|uint64(try)))}
}

func (d dice) chance(p float64) bool { return d.Float64() < p }

// between draws from lo to hi, both included.
func (d dice) between(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

func pick[T any](d dice, from []T) T { return from[d.IntN(len(from))] }

// odds are names with their weights, in an order that never changes.
type odds []chance

type chance struct {
	name   string
	weight float64
}

func (o odds) draw(d dice) string {
	sum := 0.0
	for _, c := range o {
		sum += c.weight
	}
	x := d.Float64() * sum
	for _, c := range o {
		if x -= c.weight; x < 0 {
			return c.name
		}
	}
	return o[len(o)-1].name
}

// rate draws a rate of some habit: mostly none of it, sometimes a little, now and then a lot.
func (d dice) rate(none, little, lot float64) float64 {
	switch x := d.Float64(); {
	case x < none:
		return 0
	case x < none+(1-none)*0.7:
		return little
	}
	return lot
}
