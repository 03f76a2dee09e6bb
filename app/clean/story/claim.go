package story

import "slices"

// claims is what the stacks of titles on a page say about its text. A title may stand far from its story, so
// text that begins without one tells by its words whether it goes on with the text above: a stack that
// shares words with what comes, and none with what was, asks for a story of its own.
type claims struct {
	unit  []int16   // by title line: its stack
	norm  []float64 // by stack
	of    [][]int16 // by word: the stacks that have it
	ahead [][]int32 // by block of text: the words of the stretch of text that begins with it
	long  []float64 // by block: what a likeness of those words is measured by
	below []float64 // by block, times stacks: how alike that stretch and each stack are
}

// stretchBlocks is how many blocks of text are looked at from a boundary on; a title ends them.
const stretchBlocks = 3

// claimed finds what does not depend on where stories begin. Linear in the text, for each stack.
func (a *teller) claimed() {
	c, w := &a.claims, a.w
	c.of, c.unit = make([][]int16, len(w.weight)), make([]int16, len(a.bs))
	for i := 0; i < len(a.bs); i++ {
		if !a.bs[i].Role.Title() {
			continue
		}
		n := int16(len(c.norm))
		rest := 0.0
		from := i
		for ; i < len(a.bs) && a.bs[i].Role.Title() && (i == from || !opensStack(a.bs[i-1].Label, a.bs[i].Label)); i++ {
			for _, k := range w.of[i] {
				if s := c.of[k]; len(s) == 0 || s[len(s)-1] != n {
					c.of[k] = append(s, n)
					rest += w.weight[k]
				}
			}
			rest += w.rest[i]
			c.unit[i] = n
		}
		i--
		c.norm = append(c.norm, w.normOf(nil, rest))
	}
	units := len(c.norm)
	c.ahead, c.long, c.below = make([][]int32, len(a.bs)), make([]float64, len(a.bs)), make([]float64, len(a.bs)*units)
	seen, ws := make([]int32, len(w.weight)), make([]int32, 0, len(w.weight))
	for j, b := range a.bs {
		if !b.Role.Body() {
			continue
		}
		ws = ws[:0]
		rest, n := 0.0, 0
		for i := j; i < len(a.bs) && n < stretchBlocks && !a.bs[i].Role.Title(); i++ {
			if !a.bs[i].Role.Body() {
				continue
			}
			n++
			rest += w.rest[i]
			for _, k := range w.of[i] {
				if seen[k] != int32(j+1) {
					seen[k] = int32(j + 1)
					ws = append(ws, k)
				}
			}
		}
		c.ahead[j], c.long[j] = slices.Clone(ws), w.normOf(ws, rest)
		below := c.below[j*units : (j+1)*units]
		for _, k := range ws {
			for _, u := range c.of[k] {
				below[u] += w.weight[k]
			}
		}
		for u := range below {
			below[u] /= c.norm[u]
		}
	}
}

// claim is how stacks of titles stand between a story and the stretch of text from block j on, as classes: by
// how much the best of them is more alike what comes, how alike a third story that one is, and how alike both
// sides the best that speaks for both is.
func (a *teller) claim(j int, s *tale) (apart, other, both int) {
	units := len(a.claims.norm)
	below := a.claims.below[j*units : (j+1)*units]
	best, most, shared := -1, 0.0, 0.0
	for u, d := range below {
		up := s.stacks[u] / a.claims.norm[u]
		if d-up > most {
			best, most = u, d-up
		}
		shared = max(shared, min(d, up))
	}
	apart, both = clamp(int(most*3), 0, 8), clamp(int(shared*3), 0, 8)
	if best >= 0 {
		top := 0.0
		for _, o := range a.st {
			if o != s {
				top = max(top, o.stacks[best])
			}
		}
		other = clamp(int(top/a.claims.norm[best]*3), 0, 8)
	}
	return apart, other, both
}

// claimBoth is the last of what claim says, alone.
func (a *teller) claimBoth(j int, s *tale) int {
	units := len(a.claims.norm)
	shared := 0.0
	for u, d := range a.claims.below[j*units : (j+1)*units] {
		if d > shared {
			shared = max(shared, min(d, s.stacks[u]/a.claims.norm[u]))
		}
	}
	return clamp(int(shared*3), 0, 8)
}

// onward is how alike the stretch of text from block j on and a story are, as one of 16 classes.
func (a *teller) onward(j int, s *tale) int {
	return clamp(int(a.w.common(a.claims.ahead[j], s.words)/a.claims.long[j]*3), 0, 15)
}

// divided is how well the words of two stacks part the text of a story: 0 where both stand all over it, 1 where
// each has an end of its own.
func (a *teller) divided(st *tale, u, v int16) float64 {
	units := len(a.claims.norm)
	sum, apart, most := 0.5, 0.0, 0.0
	for _, j := range st.body {
		below := a.claims.below[j*units : (j+1)*units]
		sum += below[u] + below[v]
		apart += below[u] - below[v]
	}
	for _, j := range st.body[:len(st.body)-1] {
		below := a.claims.below[j*units : (j+1)*units]
		apart -= 2 * (below[u] - below[v]) // what speaks for u behind this block, less what does before it
		most = max(most, apart, -apart)
	}
	return most / sum
}
