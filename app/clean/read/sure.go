package read

import (
	_ "embed"
	"math"

	"qingyang/app/clean/cue"
)

// How likely a decision about a junction is right is not what the lattice says: it takes each cue for a witness of
// its own, and many say the same. A second table is asked of the page as it was read, and fitted on pages that the
// first was not fitted on (qingyang-fit sure).

// SureCues are asked of a junction that was decided: is it right?
var SureCues = cue.Table{Outcomes: 1}

// The answers of a sureness are the natural logarithm of its odds, by classes.
const (
	fine   = 24
	coarse = 8
)

var (
	uOdds   = SureCues.Add("odds", cue.Rest, groupN, fine, 2)
	uStep   = SureCues.Add("odds and step", cue.Run, groupN, Steps, coarse)
	uNear   = SureCues.Add("odds around", cue.Near, groupN, coarse, coarse)
	uLeast  = SureCues.Add("odds and the least around", cue.Near, groupN, coarse, coarse)
	uPage   = SureCues.Add("odds and doubts of the page", cue.Near, groupN, coarse, coarse)
	uDoubt  = SureCues.Add("odds and letters read badly", cue.Marks, groupN, coarse, 2)
	uRoles  = SureCues.Add("odds of both roles", cue.Form, groupN, coarse, coarse)
	uSecond = SureCues.Add("likeliest other role", cue.Form, groupN, roleN, roleN)
	uBond   = SureCues.Add("bond", cue.Seam, groupN, 10, 8)
	uGoes   = SureCues.Add("goes on", cue.Seam, groupN, Goings, 8)
	uEnds   = SureCues.Add("last and first", cue.Stop, groupN, classes, classes)
	uShapes = SureCues.Add("shapes", cue.Form, groupN, shapes, shapes)
	uRoom   = SureCues.Add("room in column", cue.Full, groupN, 18, 4)
	uBelow  = SureCues.Add("room in column below", cue.Full, groupN, 18, 4)
	uFits   = SureCues.Add("what begins below fits above", cue.Full, groupN, 10, 16)
	uHabit  = SureCues.Add("habits", cue.Blank, groupN, 20, 8)
)

// Misread are the answers of which SureCues gets one where the letters of a page were read badly, for the fit.
func Misread() (all []int32) {
	for odds := range coarse {
		s := SureCues.Sheet()
		s.Say(uDoubt, odds, 1)
		all = append(all, s.Held...)
	}
	return all
}

// logOdds is the natural logarithm of the odds of a likelihood, at most 16 either way.
func logOdds(p float32) float64 {
	const least = 1e-7
	q := min(max(float64(p), least), 1-least)
	return math.Log(q / (1 - q))
}

// surer asks the table about all junctions of a page.
type surer struct {
	r      *Reading
	odds   []float64 // by line: of what was decided about the junction above it
	doubts int       // how many of them are small, as a class
}

// smallOdds is the logarithm of the odds below which a decision is a doubt of the page.
const smallOdds = 3

func (r *Reading) surer() *surer {
	u := &surer{r: r, odds: make([]float64, len(r.Roles))}
	n := 0
	for i, role := range r.Roles {
		if u.odds[i] = logOdds(r.Join[i]); !role.Next() {
			u.odds[i] = -u.odds[i]
		}
		n += one(u.odds[i] < smallOdds)
	}
	u.doubts = rung(n*1000/max(1, len(r.Roles)), 0, 5, 10, 20, 40, 80, 160)
	return u
}

func coarsely(odds float64) int { return clamp(int(odds), 0, 2*coarse-1) / 2 }

// around is the odds of the junction above line i; where there is none it is sure.
func (u *surer) around(i int) float64 {
	if i < 1 || i >= len(u.odds) {
		return 16
	}
	return u.odds[i]
}

// sheet says what holds of the decision about the junction above line i.
func (u *surer) sheet(i int, s *cue.Sheet) {
	x, r := u.r.asker, u.r
	a, b, fa, fb := &x.ls[i-1], &x.ls[i], &x.fs[i-1], &x.fs[i]
	up, role := r.Roles[i-1], r.Roles[i]
	join, odds := one(role.Next()), u.odds[i]
	above, below := u.around(i-1), u.around(i+1)
	s.Say(uOdds, int(odds*fine/16), join)
	own := coarsely(odds)
	s.Say(uStep, max(0, Step(up, role)), own)
	s.Say(uNear, coarsely(above), coarsely(below))
	s.Say(uLeast, own, coarsely(min(above, below)))
	s.Say(uPage, own, u.doubts)
	s.Say(uDoubt, own, one(x.page.Doubt < 1))
	s.Say(uRoles, coarsely(logOdds(r.Likely[i-1][up])), coarsely(logOdds(r.Likely[i][role])))
	second := role
	for q, v := range r.Likely[i] {
		if Role(q) != role && (second == role || v > r.Likely[i][second]) {
			second = Role(q)
		}
	}
	s.Say(uSecond, int(role), int(second))
	s.Say(uBond, int(x.bonds[i]), x.gap(i)*2+join)
	s.Say(uGoes, int(x.goes[i]), x.gap(i)*2+join)
	s.Say(uEnds, fa.last, fb.first)
	s.Say(uShapes, fa.shape, fb.shape)
	s.Say(uRoom, clamp(x.columnRoom(i-1), -5, 12)+5, one(a.Stop)*2+join)
	s.Say(uBelow, clamp(x.columnRoom(i), -5, 12)+5, one(b.Indent >= 2)*2+join)
	s.Say(uFits, clamp(x.columnRoom(i-1)-b.Unit-b.Heel, -3, 6)+3, min(3, int(odds)/3)*4+one(a.Stop)*2+join)
	s.Say(uHabit, x.habit*4+x.joinHabit, one(a.Stop)*4+one(x.gap(i) > 0)*2+join)
}

// sure fills in how likely each decision about a junction is right; what the lattice says where nobody judged it.
func (r *Reading) sure() {
	u, s := r.surer(), SureCues.Sheet()
	for i := 1; i < len(r.Roles); i++ {
		odds := u.odds[i]
		if r.model.sure != nil {
			s.Clear()
			u.sheet(i, &s)
			odds = float64(r.model.sure.Sum(s.Held))
		}
		r.Sure[i] = float32(1 / (1 + math.Exp(-odds)))
	}
}

// Doubts are what holds of the decision about each junction of a page that was read, for the fit; the first is
// none.
func (r *Reading) Doubts() [][]int32 {
	u := r.surer()
	all := make([][]int32, len(r.Roles))
	for i := 1; i < len(all); i++ {
		s := SureCues.Sheet()
		u.sheet(i, &s)
		all[i] = s.Held
	}
	return all
}

//go:embed sure.bin
var fittedSure []byte

// Judge adds to models what SureCues weigh: what cue.Pack made of two sets of weights.
func (ms Models) Judge(b []byte) error {
	all, err := cue.Unpack(b)
	if err != nil {
		return err
	}
	for _, m := range []*Model{ms.Han, ms.Latin} {
		m.sure = &cue.Weights{}
		if *m.sure, all, err = SureCues.Parse(all); err != nil {
			return err
		}
	}
	return cue.Empty(all)
}
