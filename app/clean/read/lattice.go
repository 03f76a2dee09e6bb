package read

import "math"

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

	// What Sum leaves behind: odds. The largest of a line is 1 but for those of Junction and Run, which are as they are.
	odds        [][Steps]float64      // of Junction
	run         [Roles][Roles]float64 // of Run
	own         [][Roles]float64      // of Line
	alpha, beta [][Roles]float64      // of all ways to a role at a line, and from it, that line not counted in beta
	likely      [][Roles]float64      // how likely each role is at a line
	LogZ        float64               // the logarithm of the sum of all ways
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
		l.own, l.likely = make([][Roles]float64, n), make([][Roles]float64, n)
		l.alpha, l.beta = make([][Roles]float64, n), make([][Roles]float64, n)
	}
	l.Line, l.Junction = l.Line[:n], l.Junction[:n]
	l.best, l.rest, l.from, l.next = l.best[:n], l.rest[:n], l.from[:n], l.next[:n]
	l.odds, l.own, l.alpha, l.beta, l.likely = l.odds[:n], l.own[:n], l.alpha[:n], l.beta[:n], l.likely[:n]
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

// Sum finds how likely each role of each line is, and LogZ.
func (l *Lattice) Sum() {
	n := len(l.Line)
	for a := range Roles {
		for b := range Roles {
			if stepOf[a][b] >= 0 {
				l.run[a][b] = math.Exp(float64(l.Run[a][b]))
			}
		}
	}
	l.LogZ = 0
	for i := range n {
		own, to := &l.own[i], &l.alpha[i]
		top := l.Line[i][0]
		for _, v := range l.Line[i] {
			top = max(top, v)
		}
		for b, v := range l.Line[i] {
			own[b] = math.Exp(float64(v - top))
		}
		if *to = *own; i == 0 {
			for b := range Roles {
				to[b] *= float64(1 - one(b.Next()))
			}
		} else {
			up, steps := &l.alpha[i-1], &l.odds[i]
			for t := range steps {
				steps[t] = math.Exp(float64(l.Junction[i][t]))
			}
			for b := range Roles {
				z := 0.0
				for _, m := range above[b] {
					z += up[m.role] * steps[m.step] * l.run[m.role][b]
				}
				to[b] *= z
			}
		}
		l.LogZ += float64(top) + math.Log(scale(to))
	}
	for b := range Roles {
		l.beta[n-1][b] = 1
	}
	for i := n - 2; i >= 0; i-- {
		steps := &l.odds[i+1]
		down := l.below(i + 1)
		for a := range Roles {
			z := 0.0
			for _, m := range below[a] {
				z += steps[m.step] * l.run[a][m.role] * down[m.role]
			}
			l.beta[i][a] = z
		}
		scale(&l.beta[i])
	}
	for i := range n {
		z := 0.0
		for r, v := range l.alpha[i] {
			l.likely[i][r] = v * l.beta[i][r]
			z += l.likely[i][r]
		}
		z = max(z, least)
		for r := range l.likely[i] {
			l.likely[i][r] /= z
		}
		if i == n-1 {
			l.LogZ += math.Log(z)
		}
	}
}

// below is the odds of all ways from each role at line i on, that line counted.
func (l *Lattice) below(i int) (down [Roles]float64) {
	for b, v := range l.own[i] {
		down[b] = v * l.beta[i][b]
	}
	return down
}

// least are odds below which numbers say nothing: nothing is divided by less.
const least = 1e-300

// scale makes the largest of some odds 1, and returns what it was. Where nothing can be, nothing is known.
func scale(odds *[Roles]float64) float64 {
	top := 0.0
	for _, v := range odds {
		top = max(top, v)
	}
	if top < least {
		for k := range odds {
			odds[k] = 1
		}
		return least
	}
	for k := range odds {
		odds[k] /= top
	}
	return top
}

// Likely is how likely role r is at line i. Sum must have run.
func (l *Lattice) Likely(i int, r Role) float64 { return l.likely[i][r] }
