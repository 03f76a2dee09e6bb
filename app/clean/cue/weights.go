package cue

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Weights are what each answer of a table weighs for each of some outcomes, in natural logarithms of odds
// times Grain. Answers that weigh nothing take little room.
type Weights struct {
	n    int
	only []int8 // by answer, for an only outcome; else:

	rows  []Row    // by answer; 0 for one that weighs nothing
	words int      // of a row, a multiple of four
	w     []uint64 // rows, each weight raised by bias in a lane of its own, so that one addition adds four
}

// Row is what an answer weighs: the number of its row, and that of its cue's code.
type Row int32

const codeBits = 5

func (r Row) at(words int) int { return int(r>>codeBits) * words }

// Grain is how finely weights are kept: a weight of 1 is Grain.
const Grain = 16

const (
	lane   = 16 // bits
	mask   = 1<<lane - 1
	bias   = 128 // makes every weight positive, so that no lane borrows from the next
	mostIn = 256 // rows that can be added before a lane overflows
)

// Pile is the rows of many sheets, one behind the other.
type Pile struct {
	rows []Row
	ends []int // of each sheet's
}

// Clear empties the pile and keeps its room.
func (p *Pile) Clear() { p.rows, p.ends = p.rows[:0], p.ends[:0] }

// Add puts what the answers on a sheet weigh on the pile, and returns it; what weighs nothing is left out.
func (p *Pile) Add(w *Weights, held []int32) []Row {
	for _, a := range held {
		if r := w.rows[a]; r != 0 {
			p.rows = append(p.rows, r)
		}
	}
	p.ends = append(p.ends, len(p.rows))
	return p.At(len(p.ends) - 1)
}

// At is the rows of the k-th sheet.
func (p *Pile) At(k int) []Row {
	from := 0
	if k > 0 {
		from = p.ends[k-1]
	}
	return p.rows[from:p.ends[k]]
}

// Total writes what some rows weigh together for each outcome.
func (w *Weights) Total(rows []Row, to []float32) {
	var sums [64]int32
	for len(rows) > 0 {
		part := rows[:min(len(rows), mostIn)]
		rows = rows[len(part):]
		for from := 0; from < w.words; from += 4 { // four words of a row at a time stay in registers
			var a, b, c, d uint64
			for _, r := range part {
				row := w.w[r.at(w.words)+from:]
				_ = row[3]
				a, b, c, d = a+row[0], b+row[1], c+row[2], d+row[3]
			}
			for k, v := range [4]uint64{a, b, c, d} {
				for q := range 64 / lane {
					sums[(from+k)*64/lane+q] += int32(v>>(lane*q)&mask) - int32(bias*len(part))
				}
			}
		}
	}
	for k := range to {
		to[k] = float32(sums[k]) / Grain
	}
}

// Tally adds up cues by the numbers of their codes among Codes.
type Tally [1 << codeBits]float32

// Differences adds what some rows weigh more for outcome a than for b.
func (w *Weights) Differences(rows []Row, a, b int, to *Tally) {
	x, y := a*lane/64, b*lane/64
	xs, ys := a*lane%64, b*lane%64
	for _, r := range rows {
		row := w.w[r.at(w.words):]
		to[r&(1<<codeBits-1)] += float32(int32(row[x]>>xs&mask)-int32(row[y]>>ys&mask)) / Grain
	}
}

// Sum is what all answers on a sheet weigh for an only outcome.
func (w *Weights) Sum(held []int32) float32 {
	s := int32(0)
	for _, a := range held {
		s += int32(w.only[a])
	}
	return float32(s) / Grain
}

// Before are the weights of two tables with an only outcome: the answers of v's are numbered behind those of w's, which
// weigh a share of what they weigh alone.
func (w *Weights) Before(v *Weights, share float64) *Weights {
	all := slices.Concat(w.only, v.only)
	for k := range w.only {
		all[k] = int8(math.Round(share * float64(all[k])))
	}
	return &Weights{n: 1, only: all}
}

// Of is what an answer weighs for one outcome.
func (w *Weights) Of(answer int32, outcome int) float32 {
	if w.n == 1 {
		return float32(w.only[answer]) / Grain
	}
	word := w.w[w.rows[answer].at(w.words)+outcome*lane/64]
	return float32(int(word>>(outcome*lane%64)&mask)-bias) / Grain
}

// room makes place for the weights of a table: a first row that weighs nothing.
func (w *Weights) room(t *Table) {
	w.n = t.Outcomes
	if w.n == 1 {
		w.only = make([]int8, t.answers)
		return
	}
	w.rows = make([]Row, t.answers)
	w.words = (w.n*lane + 4*64 - 1) / (4 * 64) * 4
	w.add(0)
}

// add puts a row that weighs nothing at the end, for a cue of a code.
func (w *Weights) add(code int) Row {
	n := len(w.w) / w.words
	for range w.words {
		w.w = append(w.w, bias*(1<<0|1<<lane|1<<(2*lane)|1<<(3*lane)))
	}
	return Row(n<<codeBits | code)
}

// set adds to what an answer of cue c weighs.
func (w *Weights) set(c *Cue, answer, outcome int, v int8) {
	if w.n == 1 {
		w.only[answer] += v
		return
	}
	if w.rows[answer] == 0 {
		w.rows[answer] = w.add(slices.Index(codes, c.Code))
	}
	w.w[w.rows[answer].at(w.words)+outcome*lane/64] += uint64(v) << (outcome * lane % 64)
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
	w.room(t)
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
			for o := range w.n {
				if set&(1<<o) != 0 {
					w.set(c, c.first+k, o, int8(b[0]))
					b = b[1:]
				}
			}
		}
	}
}

// Copy is weights of their own that weigh the same.
func (w *Weights) Copy() Weights {
	c := *w
	c.only, c.rows, c.w = slices.Clone(w.only), slices.Clone(w.rows), slices.Clone(w.w)
	return c
}

// Raise makes answer x, y of a cue weigh more for an outcome by v times 1/Grain; less where v is below 0. What a
// weight may be bounds it.
func (w *Weights) Raise(t *Table, cue, x, y, outcome int, v int) {
	c := &t.cues[cue]
	a := c.first + x*c.B + y
	was := int(w.Of(int32(a), outcome) * Grain)
	w.set(c, a, outcome, int8(Clamp(was+v, -127, 127)-was))
}
