package read

import (
	"math"

	"qingyang/app/clean/cue"
)

// Lattice is what the cues of a run of lines weigh for each role and for each pair of neighbouring roles:
// natural logarithms of odds, summed. It finds the best way through (Viterbi) and how likely each role is
// (forward–backward).
type Lattice struct {
	Line     [][Roles]float32 // by line and role
	Junction [][Steps]float32 // by line and class of its role and the one above
	Run      *[Roles][Roles]float32

	best [][Roles]float32 // the best way to a role at a line, that line counted
	rest [][Roles]float32 // and the best from there to the end, that line not counted
	from [][Roles]int8
	next [][Roles]int8

	odds        [][Steps]float64 // of Junction
	Alpha, Beta [][Roles]float64 // logarithms of the sums of all ways to, and from, a role at a line
	LogZ        float64
}

// move is a role that may stand beside another, and the class of the two.
type move struct {
	role Role
	step step
}

// above and below are the roles that may stand above and below each role, in their order.
var above, below = func() (above, below [Roles][]move) {
	for a := range Roles {
		for b := range Roles {
			if t := stepOf[a][b]; t >= 0 {
				above[b] = append(above[b], move{a, t})
				below[a] = append(below[a], move{b, t})
			}
		}
	}
	return above, below
}()

// never is the weight of what cannot be.
const never = float32(-1e9)

// Reset makes room for n lines.
func (l *Lattice) Reset(n int) {
	if cap(l.Line) < n {
		l.Line, l.Junction = make([][Roles]float32, n), make([][Steps]float32, n)
		l.best, l.rest = make([][Roles]float32, n), make([][Roles]float32, n)
		l.from, l.next = make([][Roles]int8, n), make([][Roles]int8, n)
		l.odds = make([][Steps]float64, n)
		l.Alpha, l.Beta = make([][Roles]float64, n), make([][Roles]float64, n)
	}
	l.Line, l.Junction = l.Line[:n], l.Junction[:n]
	l.best, l.rest, l.from, l.next = l.best[:n], l.rest[:n], l.from[:n], l.next[:n]
	l.odds, l.Alpha, l.Beta = l.odds[:n], l.Alpha[:n], l.Beta[:n]
	clear(l.Line)
	clear(l.Junction)
}

// Edge is the weight of roles a and b standing at lines i-1 and i.
func (l *Lattice) Edge(i int, a, b Role) float32 {
	t := stepOf[a][b]
	if t < 0 {
		return never
	}
	return l.Junction[i][t] + l.Run[a][b]
}

// Best is the best way: a role for each line. What it leaves behind serves Other.
func (l *Lattice) Best() []Role {
	n := len(l.Line)
	for b := range Roles {
		l.best[0][b] = l.Line[0][b]
		if b.Next() {
			l.best[0][b] = never
		}
	}
	for i := 1; i < n; i++ {
		up, steps := &l.best[i-1], &l.Junction[i]
		for b := range Roles {
			top, at := 2*never, int8(0)
			for _, m := range above[b] {
				if v := up[m.role] + steps[m.step] + l.Run[m.role][b]; v > top {
					top, at = v, int8(m.role)
				}
			}
			l.best[i][b], l.from[i][b] = top+l.Line[i][b], at
		}
	}
	way := make([]Role, n)
	for b := range Roles {
		if l.best[n-1][b] > l.best[n-1][way[n-1]] {
			way[n-1] = b
		}
	}
	for i := n - 1; i > 0; i-- {
		way[i-1] = Role(l.from[i][way[i]])
	}
	return way
}

// Back finds the best ways from each role to the end.
func (l *Lattice) Back() {
	n := len(l.Line)
	l.rest[n-1] = [Roles]float32{}
	for i := n - 2; i >= 0; i-- {
		var down [Roles]float32
		for b := range down {
			down[b] = l.rest[i+1][b] + l.Line[i+1][b]
		}
		steps := &l.Junction[i+1]
		for a := range Roles {
			top, at := 2*never, int8(0)
			for _, m := range below[a] {
				if v := down[m.role] + steps[m.step] + l.Run[a][m.role]; v > top {
					top, at = v, int8(m.role)
				}
			}
			l.rest[i][a], l.next[i][a] = top, at
		}
	}
}

// Other is the best way on which line i has one of some roles, given the best way of all: its roles
// from line `at` on, only where the two differ, and by how much it is worse. Back must have run.
func (l *Lattice) Other(way []Role, i int, may func(Role) bool) (at int, other []Role, worse float32) {
	top, b := 2*never, Role(0)
	for q := range Roles {
		if may(q) {
			if v := l.best[i][q] + l.rest[i][q]; v > top {
				top, b = v, q
			}
		}
	}
	if top <= never {
		return i, nil, -never
	}
	at = i
	var up []Role
	for q, r := i, b; q > 0; q-- {
		r = Role(l.from[q][r])
		if r == way[q-1] {
			break
		}
		up = append(up, r)
		at = q - 1
	}
	for k := len(up) - 1; k >= 0; k-- {
		other = append(other, up[k])
	}
	other = append(other, b)
	for q, r := i, b; q+1 < len(way); q++ {
		r = Role(l.next[q][r])
		if r == way[q+1] {
			break
		}
		other = append(other, r)
	}
	last := len(way) - 1
	return at, other, l.best[last][way[last]] - top
}

// Sum fills in Alpha, Beta and LogZ. edges, one for each line, is filled with the odds of each pair of
// neighbouring roles, that of a line and the one above, without those of the lines; nil where they are not wanted.
func (l *Lattice) Sum(edges [][Roles][Roles]float64) {
	n := len(l.Line)
	var run [Roles][Roles]float64
	for a := range Roles {
		for b := range Roles {
			if stepOf[a][b] >= 0 {
				run[a][b] = math.Exp(float64(l.Run[a][b]))
			}
		}
	}
	var scaled [Roles]float64
	for b := range Roles {
		l.Alpha[0][b] = float64(l.Line[0][b])
		if b.Next() {
			l.Alpha[0][b] = float64(never)
		}
	}
	for i := 1; i < n; i++ {
		top := cue.Odds(l.Alpha[i-1][:], scaled[:])
		steps := &l.odds[i]
		for t := range steps {
			steps[t] = math.Exp(float64(l.Junction[i][t]))
		}
		for b := range Roles {
			z := 0.0
			for _, m := range above[b] {
				e := steps[m.step] * run[m.role][b]
				if edges != nil {
					edges[i][m.role][b] = e
				}
				z += scaled[m.role] * e
			}
			l.Alpha[i][b] = top + math.Log(z+1e-300) + float64(l.Line[i][b])
		}
	}
	l.LogZ = cue.Odds(l.Alpha[n-1][:], scaled[:])
	z := 0.0
	for _, v := range scaled {
		z += v
	}
	l.LogZ += math.Log(z)
	l.Beta[n-1] = [Roles]float64{}
	var down [Roles]float64
	for i := n - 2; i >= 0; i-- {
		for b := range Roles {
			down[b] = l.Beta[i+1][b] + float64(l.Line[i+1][b])
		}
		top := cue.Odds(down[:], scaled[:])
		steps := &l.odds[i+1]
		for a := range Roles {
			z := 0.0
			for _, m := range below[a] {
				z += steps[m.step] * run[a][m.role] * scaled[m.role]
			}
			l.Beta[i][a] = top + math.Log(z+1e-300)
		}
	}
}

// Likely is how likely role r is at line i. Sum must have run.
func (l *Lattice) Likely(i int, r Role) float64 {
	return math.Exp(l.Alpha[i][r] + l.Beta[i][r] - l.LogZ)
}
