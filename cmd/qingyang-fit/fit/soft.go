package fit

import (
	"math"
	"math/rand"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
)

// soft are weights in the making.
type soft struct {
	table           *cue.Table
	w, squares, sum []float32
	averaged        int
	at              int32 // answers below it are another table's, whose weights stay as they are

	leaves float64  // how often a cue is left out
	out    []bool   // by cue: it is this time
	of     []uint16 // by answer: its cue
	room   []int32
}

func newSoft(t *cue.Table) *soft {
	n := t.Answers()
	s := &soft{table: t, w: make([]float32, n), squares: make([]float32, n), sum: make([]float32, n), of: make([]uint16, n), out: make([]bool, len(t.Cues()))}
	for a := range s.of {
		k, _, _ := t.Answer(int32(a))
		s.of[a] = uint16(k)
	}
	return s
}

// leave draws the cues that are left out this time.
func (s *soft) leave(dice *rand.Rand) {
	s.room = s.room[:0]
	for k := range s.out {
		s.out[k] = s.leaves > 0 && dice.Float64() < s.leaves
	}
}

// kept are sheets without those cues; they serve until the next are drawn.
func (s *soft) kept(sheets [][]int32) [][]int32 {
	if s.leaves == 0 {
		return sheets
	}
	out := make([][]int32, len(sheets))
	for k, held := range sheets {
		from := len(s.room)
		for _, a := range held {
			if !s.out[s.of[a]] {
				s.room = append(s.room, a)
			}
		}
		out[k] = s.room[from:len(s.room):len(s.room)]
	}
	return out
}

// Sum is what the answers on a sheet weigh.
func (s *soft) Sum(held []int32) float32 {
	v := float32(0)
	for _, a := range held {
		v += s.w[a]
	}
	return v
}

func (s *soft) move(a int32, gradient float64, rate float32) {
	if math.Abs(gradient) < read.Slight || a < s.at {
		return
	}
	g := float32(gradient) + storyDecay*s.w[a]
	s.squares[a] += g * g
	s.w[a] -= rate * g / (1e-3 + float32(math.Sqrt(float64(s.squares[a]))))
}

func (s *soft) add() {
	for k, v := range s.w {
		s.sum[k] += v
	}
	s.averaged++
}

func (s *soft) average() {
	for k := range s.w {
		s.w[k] = s.sum[k] / float32(s.averaged)
	}
}

func (s *soft) bytes(b []byte) []byte {
	return s.table.Append(b, func(a, _ int) int8 { return grain(s.w[int(s.at)+a], storyLeast) })
}

// net collects what a choice says about each answer: what stands on many of its sheets says as much less.
type net struct {
	of   []float64
	held []int32
}

func (n *net) add(held []int32, gradient float64) {
	for _, a := range held {
		if n.of[a] == 0 {
			n.held = append(n.held, a)
		}
		n.of[a] += gradient
	}
}

// learn fits weights on lessons.
func (s *soft) learn(all []story.Lesson, dice *rand.Rand) (lost float64) {
	n := net{of: make([]float64, len(s.w))}
	for pass := range storyPasses {
		rate := float32(storyStride / (1 + storyShrink*float64(pass)))
		lost = 0
		for _, k := range dice.Perm(len(all)) {
			s.leave(dice)
			right, sheets := all[k].Right, s.kept(all[k].Sheets)
			p := make([]float64, len(sheets))
			for q, held := range sheets {
				p[q] = float64(s.Sum(held))
			}
			normalise(p)
			lost -= math.Log(p[right] + 1e-12)
			p[right]--
			for q, held := range sheets {
				n.add(held, p[q])
			}
			for _, a := range n.held {
				s.move(a, n.of[a], rate)
				n.of[a] = 0
			}
			n.held = n.held[:0]
		}
		if pass >= storyPasses/2 {
			s.add()
		}
	}
	s.average()
	return lost / float64(max(1, len(all)))
}

func normalise(x []float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	z := 0.0
	for k, v := range x {
		x[k] = math.Exp(v - top)
		z += x[k]
	}
	for k := range x {
		x[k] /= z
	}
}
