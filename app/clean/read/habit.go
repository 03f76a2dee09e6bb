package read

import (
	"cmp"
	"math"
	"slices"
	"sync/atomic"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
)

// Habit is one thing that the corrected pages of a paper taught about how it sets its pages: by how much an
// answer of a cue of layout weighs more for a role, or for what stands at a junction. No words are learned.
type Habit struct {
	Of     string  // HabitLine or HabitJunction
	Cue    string  // the cue's name
	X, Y   int     // its answer
	For    string  // Names of a role, or names of a class of junctions
	Weight float64 // a natural logarithm of odds, a multiple of 1/cue.Grain
}

// RoomFrom is what answer X of the cues of a column's room exceeds the room by, in half em.
const RoomFrom = 5

// What a habit is of.
const (
	HabitLine     = "line"
	HabitJunction = "junction"
)

// Corrected is a page whose editor has decided what each line is.
type Corrected struct {
	Page  *layout.Page
	Roles []Role // by line
}

// What may be learned: the plainest cues of layout, of which a few pages show every answer. With all of layout
// as with these, ten pages of a paper spared its other pages a quarter of their wrong junctions; learned
// characters would keep words of the house in its profile and spared no more.
var (
	habitualLine     = []int{cBias, cGap, cIndent, cLast, cLength, cColumn}
	habitualJunction = []int{jBias, jGap, jIndent, jLast, jColumn}
)

// How habits are learned: a few passes of stochastic gradients over the corrected pages, from the weights that
// the program ships with, in steps that shrink as in the fit but start small, so that few pages move little.
const (
	habitPasses = 5
	habitStride = 0.2
	habitPrior  = 1   // of the squares that shrink a step
	leastHabit  = 0.2 // what moved less is no habit
	mostHabits  = 400 // the strongest are kept
	mostHabit   = 4   // no habit weighs more
)

// stepNames name the classes of junctions, in their order.
var stepNames = [Steps]string{"para+ first", "para+", "row+", "title+", "by+", "caption+", "para para 1", "para para", "para title", "para by", "para caption",
	"para furniture", "para row", "row para", "row row", "row other", "title title", "title para", "title row", "title by", "title other", "resume", "resume para",
	"caption para", "caption other", "by para", "by other", "furniture furniture", "furniture other"}

// habitual is one kind of habits: the table, the cues that may be learned, and what answers weigh for.
type habitual struct {
	of    string
	table *cue.Table
	cues  []int
	names []string
}

func habituals() [2]habitual {
	return [2]habitual{{HabitLine, &LineCues, habitualLine, Names[:]}, {HabitJunction, &JunctionCues, habitualJunction, stepNames[:]}}
}

// learner holds by how much weights have moved, by answer and outcome.
type learner struct {
	moved, squares map[[2]int32]float64
}

func (l *learner) learn(t *cue.Table, cues []int, held []int32, gradient []float64) {
	for _, a := range held {
		if c, _, _ := t.Answer(a); !slices.Contains(cues, c) {
			continue
		}
		for o, g := range gradient {
			if math.Abs(g) < Slight {
				continue
			}
			k := [2]int32{a, int32(o)}
			l.squares[k] += g * g
			l.moved[k] -= habitStride * g / math.Sqrt(habitPrior+l.squares[k])
		}
	}
}

// Learn is what corrected pages of one script teach beyond what models know. The same pages in the same order
// teach the same. It takes about 30 milliseconds a page.
func Learn(ms Models, pages []Corrected) []Habit {
	if len(pages) == 0 {
		return nil
	}
	m := ms.Han
	if pages[0].Page.Latin {
		m = ms.Latin
	}
	type known struct{ line, junction [][]int32 }
	all := make([]known, len(pages))
	for k, p := range pages {
		all[k].line, all[k].junction, _ = Answers(p.Page, p.Roles, nil)
	}
	kinds := habituals()
	var learners [2]learner
	for k := range learners {
		learners[k] = learner{map[[2]int32]float64{}, map[[2]int32]float64{}}
	}
	l := &Lattice{}
	for range habitPasses {
		for k, p := range pages {
			n := len(p.Roles)
			if n == 0 {
				continue
			}
			l.Reset(n)
			l.Run = &m.Run
			var pile cue.Pile
			for i := range n {
				m.Line.Total(pile.Add(&m.Line, all[k].line[i]), l.Line[i][:])
				learners[0].add(all[k].line[i], l.Line[i][:])
				m.Junction.Total(pile.Add(&m.Junction, all[k].junction[i]), l.Junction[i][:])
				learners[1].add(all[k].junction[i], l.Junction[i][:])
			}
			l.Sum()
			l.Gradients(p.Roles,
				func(i int, g *[Roles]float64) { learners[0].learn(kinds[0].table, kinds[0].cues, all[k].line[i], g[:]) },
				func(i int, g *[Steps]float64) {
					learners[1].learn(kinds[1].table, kinds[1].cues, all[k].junction[i], g[:])
				},
				func(Role, Role, float64) {})
		}
	}
	var habits []Habit
	for k := range learners {
		habits = append(habits, learners[k].habits(kinds[k])...)
	}
	slices.SortFunc(habits, func(a, b Habit) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), cmp.Compare(a.Of, b.Of), cmp.Compare(a.Cue, b.Cue), cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y), cmp.Compare(a.For, b.For))
	})
	return habits[:min(len(habits), mostHabits)]
}

// add adds what has moved to a sum.
func (l *learner) add(held []int32, to []float32) {
	for _, a := range held {
		for o := range to {
			if v, ok := l.moved[[2]int32{a, int32(o)}]; ok {
				to[o] += float32(v)
			}
		}
	}
}

func (l *learner) habits(of habitual) (all []Habit) {
	for k, v := range l.moved {
		if v = math.Round(v*cue.Grain) / cue.Grain; math.Abs(v) >= leastHabit {
			c, x, y := of.table.Answer(k[0])
			v = max(-mostHabit, min(mostHabit, v))
			all = append(all, Habit{of.of, of.table.Cues()[c].Name, x, y, of.names[k[1]], v})
		}
	}
	return all
}

// Known are those of some habits that cleaning can weigh: of a cue that may be learned, and for a role or a
// junction that there is.
func Known(habits []Habit) (known []Habit) {
	for _, h := range habits {
		if _, _, _, ok := h.find(); ok && h.Weight >= -mostHabit && h.Weight <= mostHabit {
			known = append(known, h)
		}
	}
	return known
}

// find says where the habit weighs: which kind it is of, by its number, which cue, and which outcome.
func (h *Habit) find() (kind, cue, outcome int, ok bool) {
	for kind, of := range habituals() {
		if of.of != h.Of {
			continue
		}
		outcome = slices.Index(of.names, h.For)
		for _, cue := range of.cues {
			if x := &of.table.Cues()[cue]; x.Name == h.Cue {
				return kind, cue, outcome, outcome >= 0 && h.X >= 0 && h.X < x.A && h.Y >= 0 && h.Y < x.B
			}
		}
	}
	return 0, 0, 0, false
}

// With are models that weigh habits, too, on pages of both scripts. All of them must be known.
func (ms Models) With(habits []Habit) Models {
	kinds := habituals()
	with := func(m *Model) *Model {
		c := *m
		c.Line, c.Junction = c.Line.Copy(), c.Junction.Copy()
		weights := [...]*cue.Weights{&c.Line, &c.Junction}
		for _, h := range habits {
			if kind, q, outcome, ok := h.find(); ok {
				weights[kind].Raise(kinds[kind].table, q, h.X, h.Y, outcome, int(math.Round(h.Weight*cue.Grain)))
			}
		}
		return &c
	}
	return Models{with(ms.Han), with(ms.Latin), ms.Prints}
}

// habituated are models with the habits of the paper that was last at work.
type habituated struct {
	habits []Habit
	models Models
}

var lastHabits atomic.Pointer[habituated]

// FittedWith are the models that the program ships with, with habits: made once for pages of one paper after
// another. Any goroutine may call it.
func FittedWith(habits []Habit) Models {
	if len(habits) == 0 {
		return Fitted()
	}
	if h := lastHabits.Load(); h != nil && slices.Equal(h.habits, habits) {
		return h.models
	}
	m := Fitted().With(habits)
	lastHabits.Store(&habituated{slices.Clone(habits), m})
	return m
}
