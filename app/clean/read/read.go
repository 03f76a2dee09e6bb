package read

import (
	"sync"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/cores"
)

// Reading is what each line of a page is.
type Reading struct {
	Page   *layout.Page
	Roles  []Role           // by line: the best way through
	Likely [][Roles]float32 // by line: how likely each role is, all ways counted
	Join   []float32        // by line: how likely it stands in one block with the line above, by the lattice
	Sure   []float32        // by line: how likely what was decided about that is right

	asker *reader
	hands [][]hand // by line: what is weighed by hand
	model *Model
	shown *Shows // nil where the page has no places

	why, whyKind [][]bulletin.Cue // by line; found beside what else is done with the page
	accounted    func()           // waits for them
}

// Why is the cues of the junction above line i, for a break (above 0) or for a join. They add up to how much worse the
// best reading is that decides otherwise.
func (r *Reading) Why(i int) []bulletin.Cue {
	r.accounted()
	return r.why[i]
}

// WhyKind is the same of the kind of the block that line i begins.
func (r *Reading) WhyKind(i int) []bulletin.Cue {
	r.accounted()
	return r.whyKind[i]
}

// search is the room that reading a stretch of lines takes. It is big, and used again.
type search struct {
	lattice          Lattice
	lines, junctions piles // what holds of the lines
	prints, steps    piles // and of their print
}

// piles are the rows of many sheets, a pile for each batch of lines: cores fill them side by side.
type piles []cue.Pile

// clear makes room for n sheets.
func (p *piles) clear(n int) {
	for len(*p)*batch < n {
		*p = append(*p, cue.Pile{})
	}
	for k := range *p {
		(*p)[k].Clear()
	}
}

// at is the rows of the k-th sheet.
func (p piles) at(k int) []cue.Row { return p[k/batch].At(k % batch) }

// batches calls do(pile, from, to) for the batches of lines [from, to), on all cores.
func batches(from, to int, do func(pile, from, to int)) {
	cores.Each((to-from+batch-1)/batch, func(k int) { do(k, from+k*batch, min(to, from+(k+1)*batch)) })
}

var (
	searches = sync.Pool{New: func() any { return &search{} }}
	used     = sync.Pool{New: func() any { return &[]use{} }}
)

// stretch is how many lines are searched at once, so that memory stays bounded; longer pages are cut
// where a paragraph surely ends.
const stretch = 2048

// Page reads a whole page, on all cores. Linear in the text. The first page in Han characters waits for counts of running
// text, a tenth of a second on one core (chars.Joins): not for the window's goroutine.
func Page(p *layout.Page, ms Models) *Reading {
	n := len(p.Lines)
	r := &Reading{Page: p, Roles: make([]Role, 0, n), Likely: make([][Roles]float32, n), Join: make([]float32, n), Sure: make([]float32, n), why: make([][]bulletin.Cue, n), whyKind: make([][]bulletin.Cue, n), accounted: func() {}}
	if n == 0 {
		return r
	}
	r.model = ms.Han
	if p.Latin {
		r.model = ms.Latin
	}
	r.shown = ms.Prints.of(p)
	uses := used.Get().(*[]use)
	r.asker, r.hands = open(p, *uses), make([][]hand, n)
	for from := 0; from < n; {
		to := r.end(from)
		x := searches.Get().(*search)
		l := &x.lattice
		r.fill(x, from, to)
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
		r.accounted() // of the stretch before, so that no more than two are held
		at := from
		r.accounted = cores.Beside(func() {
			r.account(x, at, way)
			searches.Put(x)
		})
		from = to
	}
	r.sure()
	r.asker.pairs.Free()
	*uses = r.asker.uses
	r.asker.pairs, r.asker.uses = nil, nil // they are another page's from here on
	used.Put(uses)
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
func (r *Reading) fill(x *search, from, to int) {
	l := &x.lattice
	l.Reset(to - from)
	l.Run = &r.model.Run
	x.lines.clear(to - from)
	x.junctions.clear(to - from)
	batches(from, to, func(pile, first, last int) {
		line, junction := LineCues.Sheet(), JunctionCues.Sheet()
		for i := first; i < last; i++ {
			line.Clear()
			r.asker.line(i, &line)
			roles := l.Line[i-from][:]
			r.model.Line.Total(x.lines[pile].Add(&r.model.Line, line.Held), roles)
			r.byHand(i, roles)
			junction.Clear()
			if i > from {
				r.asker.junction(i, &junction)
			}
			r.model.Junction.Total(x.junctions[pile].Add(&r.model.Junction, junction.Held), l.Junction[i-from][:])
		}
	})
	if r.shown != nil {
		r.showing(x, from, to)
	}
}

// Forget lets go of what the account, Blocks and Seam need, for whoever keeps thousands of pages as they were read.
func (r *Reading) Forget() {
	r.accounted()
	r.why, r.whyKind, r.asker, r.hands = nil, nil, nil, nil
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
