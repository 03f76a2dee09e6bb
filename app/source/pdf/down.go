package pdf

import (
	"qingyang/app/script"
	"qingyang/app/source/sheet"
)

// placed is a character of a page's content before its line is known.
type placed struct {
	letter
	em    sheet.Box // its em cell
	space bool      // a space stands before it in the content
}

// Two characters follow each other where their middles are so many em apart in the one direction, and at most aside in
// the other.
const (
	nextLeast = 0.6
	nextMost  = 1.7
	aside     = 0.35
)

// setDown says whether most text of a page is set from the top down.
func setDown(all []placed) bool {
	down, across := 0, 0
	for k := 1; k < len(all); k++ {
		a, b := &all[k-1], &all[k]
		if !script.IsHan(a.Rune) || !script.IsHan(b.Rune) || !near(a.size, b.size, 0.06*a.size) {
			continue
		}
		x, y := middle(a.Box)
		u, v := middle(b.Box)
		step := func(far, off float64) bool {
			return far > nextLeast*a.size && far < nextMost*a.size && near(off, 0, aside*a.size)
		}
		switch {
		case step(v-y, u-x):
			down++
		case step(u-x, v-y):
			across++
		}
	}
	return down > across
}

// lines makes the lines of a page of its characters, in the order of its content. A page that is set from the top down is
// turned by a quarter for that.
func lines(p *sheet.Page, all []placed) {
	to := func(b sheet.Box) sheet.Box { return b }
	down := setDown(all)
	if down {
		to = sheet.Box.Turned
	}
	s := setting{page: p}
	for _, c := range all {
		c.Box, c.em = to(c.Box), to(c.em)
		c.base, c.lo, c.hi = c.Box.Y+c.Box.H, c.em.X, c.em.X+c.em.W
		s.white(c.space)
		s.put(c.letter)
	}
	s.finish()
	if down {
		for i := range p.Lines {
			p.Lines[i].Turn(sheet.Box.Back)
		}
	}
}
