package read

import "math"

// Gradients says what a page whose roles are known asks of the weights: how much likelier each role of a line,
// each class of a junction and each pair of roles is than it is true. Sum must have run. It returns what the page
// lost: minus the logarithm of the truth's likelihood.
func (l *Lattice) Gradients(roles []Role, line func(i int, g *[Roles]float64), junction func(i int, g *[Steps]float64), run func(a, b Role, g float64)) (lost float64) {
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
		var pair [Roles][Roles]float64
		down, z := l.below(i), 0.0
		for b := range Roles {
			for _, m := range above[b] {
				p := l.alpha[i-1][m.role] * l.odds[i][m.step] * l.run[m.role][b] * down[b]
				pair[m.role][b] = p
				z += p
			}
		}
		for b := range Roles {
			for _, m := range above[b] {
				p := pair[m.role][b] / max(z, least)
				if m.role == roles[i-1] && b == roles[i] {
					p--
				}
				if math.Abs(p) > Slight {
					steps[m.step] += p
					run(m.role, b, p)
				}
			}
		}
		junction(i, &steps)
	}
	return l.LogZ - gold
}

// Slight is the gradient below which nothing is learned.
const Slight = 1e-3
