package read

import "math"

// Gradients says what a page whose roles are known asks of the weights: how much likelier each role of a line,
// each class of a junction and each pair of roles is than it is true. edges are what Sum was called with. It
// returns what the page lost: minus the logarithm of the truth's likelihood.
func (l *Lattice) Gradients(roles []Role, edges [][Roles][Roles]float64, line func(i int, g *[Roles]float64), junction func(i int, g *[Steps]float64), run func(a, b Role, g float64)) (lost float64) {
	gold := 0.0
	for i, r := range roles {
		gold += float64(l.Line[i][r])
		if i > 0 && Step(roles[i-1], r) >= 0 {
			gold += float64(l.Edge(i, roles[i-1], r))
		}
	}
	for i := range roles {
		var g [Roles]float64
		for r := range Roles {
			g[r] = l.Likely(i, r)
		}
		g[roles[i]]--
		line(i, &g)
		if i == 0 {
			continue
		}
		var steps [Steps]float64
		for a := range Roles {
			for b := range Roles {
				t := Step(a, b)
				if t < 0 {
					continue
				}
				p := math.Exp(l.Alpha[i-1][a]-l.LogZ+float64(l.Line[i][b])+l.Beta[i][b]) * edges[i][a][b]
				if a == roles[i-1] && b == roles[i] {
					p--
				}
				if math.Abs(p) > Slight {
					steps[t] += p
					run(a, b, p)
				}
			}
		}
		junction(i, &steps)
	}
	return l.LogZ - gold
}

// Slight is the gradient below which nothing is learned.
const Slight = 1e-3
