package read

import (
	"sync"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
)

// Reading is what each line of a page is.
type Reading struct {
	Page   *layout.Page
	Roles  []Role           // by line: the best way through
	Likely [][Roles]float32 // by line: how likely each role is, all ways counted
	Join   []float32        // by line: how likely it stands in one block with the line above, by the lattice
	Sure   []float32        // by line: how likely what was decided about that is right
	// By line: the cues of the junction above it, for a break (above 0) or for a join, and of a block's first
	// line those of its kind. They add up to how much worse the best reading is that decides otherwise.
	Why, WhyKind [][]bulletin.Cue

	asker   *reader
	hands   [][]hand // by line: what is weighed by hand
	model   *Model
	shown   *Shows         // nil where the page has no places
	*search                // while the page is read
	cues    []bulletin.Cue // room for more
}

// search is the room that reading a stretch of lines takes. It is big, and used again.
type search struct {
	lattice          Lattice
	lines, junctions cue.Pile // what holds of the lines
	prints, steps    cue.Pile // and of their print
	uses             []use
}

var searches = sync.Pool{New: func() any { return &search{} }}

// stretch is how many lines are searched at once, so that memory stays bounded; longer pages are cut
// where a paragraph surely ends.
const stretch = 2048

// Page reads a whole page. Linear in the text.
func Page(p *layout.Page, ms Models) *Reading {
	n := len(p.Lines)
	r := &Reading{Page: p, Roles: make([]Role, 0, n), Likely: make([][Roles]float32, n), Join: make([]float32, n), Sure: make([]float32, n), Why: make([][]bulletin.Cue, n), WhyKind: make([][]bulletin.Cue, n)}
	if n == 0 {
		return r
	}
	r.model = ms.Han
	if p.Latin {
		r.model = ms.Latin
	}
	r.shown = ms.Prints.of(p)
	r.search = searches.Get().(*search)
	r.asker, r.hands = open(p, r.uses), make([][]hand, n)
	l := &r.lattice
	for from := 0; from < n; {
		to := r.end(from)
		r.fill(l, from, to)
		way := l.Best()
		r.Roles = append(r.Roles, way...)
		l.Sum()
		for i := from; i < to; i++ {
			for k := range Roles {
				v := float32(l.Likely(i-from, k))
				r.Likely[i][k] = v
				if k.Next() {
					r.Join[i] += v
				}
			}
		}
		r.account(l, from, way)
		from = to
	}
	r.sure()
	r.asker.pairs.Free()
	r.uses = r.asker.uses
	r.asker.pairs, r.asker.uses = nil, nil // they are another page's from here on
	searches.Put(r.search)
	r.search = nil
	return r
}

// end is where the stretch that begins at line from ends.
func (r *Reading) end(from int) int {
	n := len(r.Page.Lines)
	to := min(n, from+stretch)
	if to < n {
		for k := to; k > to-512; k-- {
			if r.Page.Lines[k].Gap > 0 && r.Page.Lines[k-1].Stop {
				return k
			}
		}
	}
	return to
}

// fill weighs the cues of lines [from, to).
func (r *Reading) fill(l *Lattice, from, to int) {
	l.Reset(to - from)
	l.Run = &r.model.Run
	r.lines.Clear()
	r.junctions.Clear()
	line, junction := LineCues.Sheet(), JunctionCues.Sheet()
	for i := from; i < to; i++ {
		line.Clear()
		r.asker.line(i, &line)
		roles := l.Line[i-from][:]
		r.model.Line.Total(r.lines.Add(&r.model.Line, line.Held), roles)
		r.byHand(i, roles)
		junction.Clear()
		if i > from {
			r.asker.junction(i, &junction)
		}
		r.model.Junction.Total(r.junctions.Add(&r.model.Junction, junction.Held), l.Junction[i-from][:])
	}
	if r.shown != nil {
		r.showing(l, from, to, r.shown)
	}
}

// Forget lets go of what the account, Blocks and Seam need, for whoever keeps thousands of pages as they were read.
func (r *Reading) Forget() {
	r.Why, r.WhyKind, r.cues, r.asker, r.hands = nil, nil, nil, nil, nil
}

// Answers are what holds of each line and each junction of a page, and of the seams above some lines of known
// roles, for the fit.
func Answers(p *layout.Page, roles []Role, seams []int) (line, junction, seam [][]int32) {
	x := open(p, nil)
	for i := range p.Lines {
		a, b := LineCues.Sheet(), JunctionCues.Sheet()
		x.line(i, &a)
		if i > 0 {
			x.junction(i, &b)
		}
		line, junction = append(line, a.Held), append(junction, b.Held)
	}
	for _, i := range seams {
		s := SpaceCues.Sheet()
		x.space(i-1, i, roles[i].First(), &s)
		seam = append(seam, s.Held)
	}
	return line, junction, seam
}
