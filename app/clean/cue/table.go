// Package cue keeps tables of named cues and what they weigh.
//
// A decision of cleaning is a sum of cues: questions with a few answers each, of which every answer weighs
// for or against every outcome, in natural logarithms of odds. The weights are fitted (cmd/qingyang-fit)
// and kept in one file a room; a cue is told to people by its code, and many cues share one.
package cue

import "math"

// Cue is a row of a table.
type Cue struct {
	Name  string // in the file of weights; a cue that comes to ask something else needs another name
	Code  string // what people are told
	Group int    // cues that the fit leaves out together
	A, B  int    // an answer is a pair of numbers, 0 ≤ x < A, 0 ≤ y < B
	first int    // the number of the first answer among all of the table
}

// Table is a list of cues, made while the program starts and never changed after.
type Table struct {
	Outcomes int // what each answer weighs for
	cues     []Cue
	sizes    []size // of the cues
	answers  int
}

// size is what Say needs of a cue.
type size struct{ a, b, first int32 }

// Add puts a cue at the end of the table and returns its number.
func (t *Table) Add(name, code string, group, a, b int) int {
	for _, c := range t.cues {
		if c.Name == name {
			panic("two cues are called " + name)
		}
	}
	t.cues = append(t.cues, Cue{name, code, group, a, b, t.answers})
	t.sizes = append(t.sizes, size{int32(a), int32(b), int32(t.answers)})
	t.answers += a * b
	return len(t.cues) - 1
}

// Answers is how many answers all cues of the table have.
func (t *Table) Answers() int { return t.answers }

// Cues are the rows of the table.
func (t *Table) Cues() []Cue { return t.cues }

// Of is the cue that an answer belongs to.
func (t *Table) Of(answer int32) *Cue {
	c, _, _ := t.Answer(answer)
	return &t.cues[c]
}

// Answer says of which cue an answer is, by its number, and which one of that.
func (t *Table) Answer(answer int32) (cue, x, y int) {
	lo, hi := 0, len(t.cues)
	for lo+1 < hi {
		if mid := (lo + hi) / 2; t.cues[mid].first <= int(answer) {
			lo = mid
		} else {
			hi = mid
		}
	}
	n := int(answer) - t.cues[lo].first
	return lo, n / t.cues[lo].B, n % t.cues[lo].B
}

// Sheet collects answers, by their numbers.
type Sheet struct {
	t    *Table
	Held []int32
}

// Sheet is an empty sheet for the table.
func (t *Table) Sheet() Sheet { return Sheet{t, make([]int32, 0, 32)} }

// Book is room for many sheets.
type Book struct{ room []int32 }

// The room of a book begins with pageRoom answers and doubles; a sheet of more than sheetRoom takes room of its own.
const (
	pageRoom  = 1 << 11
	sheetRoom = 40
)

// Sheet is an empty sheet for a table.
func (b *Book) Sheet(t *Table) Sheet {
	n := len(b.room)
	if cap(b.room)-n < sheetRoom {
		b.room, n = make([]int32, 0, max(pageRoom, 2*cap(b.room))), 0
	}
	b.room = b.room[:n+sheetRoom]
	return Sheet{t, b.room[n : n : n+sheetRoom]}
}

// Clear gives the room of all sheets away again.
func (b *Book) Clear() { b.room = b.room[:0] }

// Clear empties the sheet and keeps its room.
func (s *Sheet) Clear() { s.Held = s.Held[:0] }

// Say notes an answer; numbers out of range count as the nearest in range.
func (s *Sheet) Say(cue, x, y int) {
	c := s.t.sizes[cue]
	s.Held = append(s.Held, c.first+max(0, min(c.a-1, int32(x)))*c.b+max(0, min(c.b-1, int32(y))))
}

// Odds writes the odds of logarithms to to, the largest 1, and returns that one's logarithm.
func Odds(logs, to []float64) (top float64) {
	top = math.Inf(-1)
	for _, v := range logs {
		top = max(top, v)
	}
	for k, v := range logs {
		to[k] = math.Exp(v - top)
	}
	return top
}

// Clamp is the number nearest to x in [lo, hi].
func Clamp(x, lo, hi int) int { return max(lo, min(hi, x)) }

// Rung is the number of edges that x exceeds.
func Rung(x int, edges ...int) int {
	for i, e := range edges {
		if x <= e {
			return i
		}
	}
	return len(edges)
}

// One is 1 for true.
func One(b bool) int {
	if b {
		return 1
	}
	return 0
}
