package story

import "qingyang/app/clean/cue"

// The tables: where stories begin, whose a title is, which neighbouring titles are one story's, whose a
// caption is, whose a credit, what kind of page a boundary leads to, and where a title's lines pause.
var (
	BoundaryCues  = cue.Table{Outcomes: 1}
	TitleCues     = cue.Table{Outcomes: 1}
	NeighbourCues = cue.Table{Outcomes: 1}
	CaptionCues   = cue.Table{Outcomes: 1}
	CreditCues    = cue.Table{Outcomes: 1}
	WholeCues     = cue.Table{Outcomes: 1}
)

// Model is what the cues weigh.
type Model struct {
	Boundary, Title, Neighbour, Caption, Credit, Whole Scorer
	Printed                                            bool // they weigh what printed pages show, too
}

// Part is one set of weights of a model: those of a table.
type Part struct {
	Table *cue.Table
	To    *Scorer
}

// Parts are the sets of weights of a model, in the order of the file.
func (m *Model) Parts() []Part {
	return []Part{{&BoundaryCues, &m.Boundary}, {&TitleCues, &m.Title}, {&NeighbourCues, &m.Neighbour}, {&CaptionCues, &m.Caption},
		{&CreditCues, &m.Credit}, {&WholeCues, &m.Whole}}
}

// Scorer says what the answers on a sheet weigh together.
type Scorer interface{ Sum(held []int32) float32 }

const groupAll = 0

// in is a number below n of part k of a cue whose answers are for several acts.
func in(k, n, x int) int { return k*n + cue.Clamp(x, 0, n-1) }

func one(b bool) int { return cue.One(b) }

func rung(x int, edges ...int) int { return cue.Rung(x, edges...) }

func clamp(x, lo, hi int) int { return cue.Clamp(x, lo, hi) }

// like is a likeness in words as one of 16 classes.
func like(x float64) int { return clamp(int(x*4), 0, 15) }

// margin is a difference of two likenesses as one of 2n+1 classes.
func margin(x float64, n int) int { return clamp(int(x*3), -n, n) + n }
