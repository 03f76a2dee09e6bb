package chars

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
)

// figures are what the ranker is given of one alternative, in the order of figures.go.
type figures [nFigures]float32

const nFigures = 52

// ranker is a forest of boosted trees. Its score is the logarithm of the odds that an alternative is right, or
// what is to be added to them.
type ranker struct {
	base  float32
	trees []tree
}

type tree []branch

// branch is one question of a tree; a leaf has the figure -1.
type branch struct {
	limit       float32 // less goes left; the value of a leaf
	figure      int16
	left, right int16
}

var errRanker = errors.New("chars: damaged ranker")

const rankerMagic = "QYRK1\n"

// readRanker reads a forest that asks for so many figures: their number in two bytes, the base as a float, the number of trees in
// four bytes; of each tree the number of branches in two bytes, and nine bytes a branch.
func readRanker(b []byte, figures int) (*ranker, error) {
	rest, ok := bytes.CutPrefix(b, []byte(rankerMagic))
	if !ok || len(rest) < 10 || int(binary.LittleEndian.Uint16(rest)) != figures {
		return nil, errRanker
	}
	k := &ranker{base: float(rest[2:])}
	n := binary.LittleEndian.Uint32(rest[6:])
	rest = rest[10:]
	for range n {
		if len(rest) < 2 {
			return nil, errRanker
		}
		size := int(binary.LittleEndian.Uint16(rest))
		if rest = rest[2:]; size == 0 || len(rest) < 9*size {
			return nil, errRanker
		}
		t := make(tree, size)
		for i := range t {
			t[i] = branch{float(rest[5:]), int16(int8(rest[0])), int16(binary.LittleEndian.Uint16(rest[1:])), int16(binary.LittleEndian.Uint16(rest[3:]))}
			rest = rest[9:]
			if x := t[i]; int(x.figure) >= figures || x.figure >= 0 && (int(x.left) <= i || int(x.right) <= i || int(x.left) >= size || int(x.right) >= size) {
				return nil, errRanker
			}
		}
		k.trees = append(k.trees, t)
	}
	return k, nil
}

func float(b []byte) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(b)) }

// score takes about a microsecond for 260 trees. x has as many figures as the forest asks for.
func (k *ranker) score(x []float32) float64 {
	sum := float64(k.base)
	for _, t := range k.trees {
		i := int16(0)
		for t[i].figure >= 0 {
			if x[t[i].figure] < t[i].limit {
				i = t[i].left
			} else {
				i = t[i].right
			}
		}
		sum += float64(t[i].limit)
	}
	return sum
}
