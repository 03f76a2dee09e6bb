package figures

import (
	"encoding/binary"
	"math"
	"slices"
)

// example is one alternative: its figures, where the score begins, and whether it is right.
type example struct {
	x     []float32
	start float64
	right bool
}

// The shape of the forest.
const (
	trees    = 120
	depth    = 4
	bins     = 48
	rate     = 0.08 // what of a leaf's step is taken
	heaviest = 60.0 // L2 on the leaves
	fewest   = 80.0 // the least sum of second derivatives on either side of a question
	worth    = 1.0  // the least gain of a question
)

// branch is as package chars has it.
type branch struct {
	limit       float32
	figure      int
	left, right int
}

// boost fits a forest of trees to what the start of each example leaves open: gradient boosting on the logistic
// loss with second derivatives (Friedman 2001; Chen and Guestrin 2016, 2.2). The same examples give the same
// forest. It holds a byte for each figure of each example.
func boost(all []example, figures int) [][]branch {
	limits := make([][]float32, figures)
	binned := make([][]uint8, figures)
	for f := range figures {
		limits[f] = limitsOf(all, f)
		binned[f] = make([]uint8, len(all))
		for i, e := range all {
			n, _ := slices.BinarySearchFunc(limits[f], e.x[f], func(limit, x float32) int {
				if limit <= x {
					return -1
				}
				return 1
			})
			binned[f][i] = uint8(n)
		}
	}
	score := make([]float64, len(all))
	for i, e := range all {
		score[i] = e.start
	}
	var forest [][]branch
	g, h := make([]float64, len(all)), make([]float64, len(all))
	for range trees {
		for i, e := range all {
			p := 1 / (1 + math.Exp(-score[i]))
			g[i], h[i] = p, max(1e-6, p*(1-p))
			if e.right {
				g[i] = p - 1
			}
		}
		b := builder{binned: binned, limits: limits, g: g, h: h, score: score}
		rows := make([]int32, len(all))
		for i := range rows {
			rows[i] = int32(i)
		}
		b.grow(rows, 0)
		forest = append(forest, b.tree)
	}
	return forest
}

// limitsOf are at most bins-1 values of a figure that part the examples into equal shares, each between two
// values that occur.
func limitsOf(all []example, f int) (limits []float32) {
	values := make([]float32, len(all))
	for i, e := range all {
		values[i] = e.x[f]
	}
	slices.Sort(values)
	for k := 1; k < bins; k++ {
		at := k * len(values) / bins
		for at < len(values) && at > 0 && values[at] == values[at-1] {
			at++
		}
		if at == 0 || at >= len(values) {
			continue
		}
		limit := values[at-1] + (values[at]-values[at-1])/2
		if limit <= values[at-1] {
			limit = values[at]
		}
		if n := len(limits); n == 0 || limits[n-1] < limit {
			limits = append(limits, limit)
		}
	}
	return limits
}

// builder grows one tree.
type builder struct {
	binned      [][]uint8
	limits      [][]float32
	g, h, score []float64
	tree        []branch
}

// grow makes the branch of some rows and those below it, and returns its place.
func (b *builder) grow(rows []int32, level int) int {
	at := len(b.tree)
	b.tree = append(b.tree, branch{figure: -1})
	sumG, sumH := 0.0, 0.0
	for _, i := range rows {
		sumG, sumH = sumG+b.g[i], sumH+b.h[i]
	}
	if level < depth {
		if f, n := b.best(rows, sumG, sumH); f >= 0 {
			var left, right []int32
			for _, i := range rows {
				if int(b.binned[f][i]) <= n {
					left = append(left, i)
				} else {
					right = append(right, i)
				}
			}
			l := b.grow(left, level+1)
			r := b.grow(right, level+1)
			b.tree[at] = branch{b.limits[f][n], f, l, r}
			return at
		}
	}
	step := float32(-rate * sumG / (sumH + heaviest))
	b.tree[at].limit = step
	for _, i := range rows {
		b.score[i] += float64(step)
	}
	return at
}

// best is the question that gains most: a figure, and the last bin that goes left; -1 for none.
func (b *builder) best(rows []int32, sumG, sumH float64) (figure, bin int) {
	figure, most := -1, worth
	whole := sumG * sumG / (sumH + heaviest)
	var hg, hh [bins]float64
	for f := range b.binned {
		n := len(b.limits[f])
		if n == 0 {
			continue
		}
		clear(hg[:n+1])
		clear(hh[:n+1])
		of := b.binned[f]
		for _, i := range rows {
			k := of[i]
			hg[k] += b.g[i]
			hh[k] += b.h[i]
		}
		lg, lh := 0.0, 0.0
		for k := range n {
			lg, lh = lg+hg[k], lh+hh[k]
			rg, rh := sumG-lg, sumH-lh
			if lh < fewest || rh < fewest {
				continue
			}
			if gain := lg*lg/(lh+heaviest) + rg*rg/(rh+heaviest) - whole; gain > most {
				figure, bin, most = f, k, gain
			}
		}
	}
	return figure, bin
}

// encode writes a forest as package chars reads it.
func encode(forest [][]branch, figures int) []byte {
	b := binary.LittleEndian.AppendUint16([]byte("QYRK1\n"), uint16(figures))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(0))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(forest)))
	for _, t := range forest {
		b = binary.LittleEndian.AppendUint16(b, uint16(len(t)))
		for _, x := range t {
			b = append(b, byte(int8(x.figure)))
			b = binary.LittleEndian.AppendUint16(b, uint16(x.left))
			b = binary.LittleEndian.AppendUint16(b, uint16(x.right))
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x.limit))
		}
	}
	return b
}
