package cue

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// Weights are what each answer of a table weighs for each of some outcomes, in natural logarithms of odds.
// Answers that weigh nothing take no room.
type Weights struct {
	n    int     // outcomes
	rows []int32 // by answer: the number of its row, 0 for none
	w    []int8  // rows of n, from 1; see Grain
}

// Grain is how finely weights are kept: a weight of 1 is Grain.
const Grain = 16

// Add adds the weights of an answer, times Grain, to a sum.
func (w *Weights) Add(answer int32, to []int32) {
	r := int(w.rows[answer])
	if r == 0 {
		return
	}
	row := w.w[r*w.n : r*w.n+w.n]
	to = to[:len(row)]
	for k, v := range row {
		to[k] += int32(v)
	}
}

// Difference is what an answer weighs more for one outcome than for another.
func (w *Weights) Difference(answer int32, a, b int) float32 {
	row := w.w[int(w.rows[answer])*w.n:]
	return float32(int(row[a])-int(row[b])) / Grain
}

// Sum is what all answers on a sheet weigh for an only outcome.
func (w *Weights) Sum(held []int32) float32 {
	s := int32(0)
	for _, a := range held {
		s += int32(w.w[w.rows[a]])
	}
	return float32(s) / Grain
}

// Of is what an answer weighs for one outcome.
func (w *Weights) Of(answer int32, outcome int) float32 {
	return float32(w.w[int(w.rows[answer])*w.n+outcome]) / Grain
}

// Append writes weights in their form: for each cue that weighs anything its name, then its answers with
// the outcomes that they weigh for. of gives the weight of an answer times Grain, rounded.
func (t *Table) Append(b []byte, of func(answer, outcome int) int8) []byte {
	for _, c := range t.cues {
		var body []byte
		last, rows := 0, 0
		for k := range c.A * c.B {
			var set uint64
			var row []byte
			for o := range t.Outcomes {
				if v := of(c.first+k, o); v != 0 {
					set |= 1 << o
					row = append(row, byte(v))
				}
			}
			if set == 0 {
				continue
			}
			body = binary.AppendUvarint(body, uint64(k-last))
			body = binary.AppendUvarint(body, set)
			body = append(body, row...)
			last = k
			rows++
		}
		if rows == 0 {
			continue
		}
		b = append(binary.AppendUvarint(b, uint64(len(c.Name))), c.Name...)
		b = binary.AppendUvarint(b, uint64(c.B))
		b = binary.AppendUvarint(b, uint64(rows))
		b = append(b, body...)
	}
	return append(b, 0)
}

// ErrShort says that a file of weights ends too early.
var ErrShort = errors.New("the weights of cleaning end too early")

// Parse reads what Append wrote. A cue that the table does not know, or that has other answers now, is an error.
func (t *Table) Parse(b []byte) (w Weights, rest []byte, err error) {
	w = Weights{n: t.Outcomes, rows: make([]int32, t.answers), w: make([]int8, t.Outcomes, t.Outcomes+len(b))}
	num := func() int {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			err = ErrShort
			return 0
		}
		b = b[n:]
		return int(v)
	}
	for {
		n := num()
		if err != nil || n == 0 {
			return w, b, err
		}
		if n > len(b) {
			return w, b, ErrShort
		}
		name := string(b[:n])
		b = b[n:]
		var c *Cue
		for k := range t.cues {
			if t.cues[k].Name == name {
				c = &t.cues[k]
			}
		}
		width, rows := num(), num()
		if c == nil || width != c.B {
			return w, b, fmt.Errorf("the weights of cleaning are for another table: %q", name)
		}
		for k := 0; rows > 0; rows-- {
			k += num()
			set := uint64(num())
			if err != nil || k >= c.A*c.B || bits.OnesCount64(set) > len(b) {
				return w, b, ErrShort
			}
			w.rows[c.first+k] = int32(len(w.w) / w.n)
			for o := range w.n {
				v := int8(0)
				if set&(1<<o) != 0 {
					v = int8(b[0])
					b = b[1:]
				}
				w.w = append(w.w, v)
			}
		}
	}
}
