package read

import (
	_ "embed"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Two more tables, for pages whose source knows places: what the print shows of a line, and of a junction. Their
// weights were fitted on such pages with all others left as they are, so that a page of plain text is read alike
// with them and without.
var (
	PrintCues    = cue.Table{Outcomes: int(Roles)}
	PrintedSteps = cue.Table{Outcomes: Steps}
)

func shown(name, code string, a, b int) int { return PrintCues.Add(name, code, 0, a, b) }

func stepped(name, code string, a, b int) int { return PrintedSteps.Add(name, code, 0, a, b) }

const (
	sizes  = 10
	rooms  = 9
	indts  = 7
	steps4 = layout.Steps
)

var (
	pSize     = shown("size", cue.Size, sizes, 2)
	pSizeText = shown("size and text", cue.Size, sizes, 4)
	pSizeLen  = shown("size and length", cue.Size, sizes, 8)
	pSizeForm = shown("size and shape", cue.Size, sizes, shapes)
	pSizeUp   = shown("size above", cue.Size, sizes*2, sizes)
	pSizeDown = shown("size below", cue.Size, sizes*2, sizes)
	pRank     = shown("size among titles", cue.Size, 27, 4)
	pSides    = shown("room on both sides", cue.Place, indts, rooms)
	pSidesTxt = shown("room on both sides and text", cue.Indent, indts*rooms, 4)
	pSays     = shown("zone", cue.Form, 8, 4)
	pSaysSize = shown("zone and size", cue.Form, 8, sizes)
	pStep     = shown("step", cue.Place, steps4*4, steps4*4)
	pStepSize = shown("step and size", cue.Place, steps4*4, sizes*2)
	pTogether = shown("lines of a size together", cue.Titles, 6, sizes*2)
	pWide     = shown("width against column", cue.Measure, 8, sizes*2)
	pEdge     = shown("edge of page", cue.Place, 6, sizes*2)
	pEdgeLen  = shown("edge of page and length", cue.Place, 6, 8)
	pDrop     = shown("dropped capital", cue.Size, layout.Drops, 2)
	pBetween  = shown("between a title and text, and name", cue.Place, 3*3*4, 6*2)
	pIndents  = shown("indents around", cue.Indent, indts*indts, indts)

	qStep       = stepped("step", cue.Place, steps4*5, 4)
	qSizes      = stepped("sizes", cue.Size, sizes, sizes)
	qSizesStep  = stepped("sizes and step", cue.Size, 5*4, steps4*5)
	qIndent     = stepped("indent", cue.Indent, indts, steps4*4)
	qIndents    = stepped("both indents", cue.Indent, indts*indts, 4)
	qRoom       = stepped("room above", cue.Full, rooms*2, steps4*4)
	qRoomIndent = stepped("room above and indent", cue.Full, rooms*2, indts*2)
	qAll        = stepped("room above, indent, step, stop", cue.Full, rooms*indts, steps4*2)
	qFits       = stepped("what would have had room above", cue.Full, 9, steps4*4)
	qSays       = stepped("zones", cue.Form, 8*4, 8)
	qLead       = stepped("lead", cue.Blank, 10, 4*5)
	qLeft       = stepped("left edges", cue.Indent, 9, 9)
	qColumns    = stepped("columns", cue.Measure, 5, steps4*4)
	qDrop       = stepped("dropped capital", cue.Size, layout.Drops, layout.Drops)
	qShapes     = stepped("step and shapes", cue.Form, shapes*5, shapes)
)

// print is what the page shows of line i, as classes.
type print struct {
	size, room, indent, step int
	says                     int
}

func (x *reader) print(i int) (c print) {
	q := &x.page.Prints[i]
	c.size = sizeOf(q.Size)
	c.room = tenths(q.Room, 2, 5, 9, 13, 19, 29, 50, 100)
	c.indent = tenths(q.Indent, 4, 8, 13, 17, 24, 40)
	c.says = int(q.Says)
	c.step = int(q.Step) * 4
	if q.Step == layout.Below {
		c.step += tenths(q.Lead, 12, 16, 26)
	}
	return c
}

func sizeOf(s float64) int { return tenths(s*10, 80, 92, 107, 118, 135, 160, 200, 260, 350) }

// tenths is the number of edges, in tenths, that v exceeds.
func tenths(v float64, edges ...int) int {
	for i, e := range edges {
		if v*10 <= float64(e) {
			return i
		}
	}
	return len(edges)
}

// text is what kind of line this is by its marks: none, some, with a sentence end, both.
func (x *reader) marksOf(i int) int { return one(x.fs[i].texty())*2 + one(x.ls[i].Stop) }

// printed says what the page shows of line i.
func (x *reader) printed(i int, s *cue.Sheet) {
	q, c := &x.page.Prints[i], x.print(i)
	l, f := &x.ls[i], &x.fs[i]
	bold, marks := one(q.Bold), x.marksOf(i)
	length := rung(f.n, 2, 4, 7, 11, 16, 22, 30)
	sized := c.size*2 + bold
	s.Say(pSize, c.size, bold)
	s.Say(pSizeText, c.size, marks)
	s.Say(pSizeLen, c.size, length)
	s.Say(pSizeForm, c.size, f.shape)
	up, down := sizes-1, sizes-1
	if i > 0 {
		up = x.print(i - 1).size
	}
	if i+1 < len(x.ls) {
		down = x.print(i + 1).size
	}
	s.Say(pSizeUp, sized, up)
	s.Say(pSizeDown, sized, down)
	s.Say(pSides, c.indent, c.room)
	s.Say(pSidesTxt, c.indent*rooms+c.room, marks)
	says := c.says
	if says == 0 && x.page.Rows[l.Row].Zone > 0 {
		says = 7
	}
	s.Say(pSays, says, one(q.Opens)*2+one(q.Enters))
	s.Say(pSaysSize, says, c.size)
	below := steps4*4 - 1
	if i+1 < len(x.ls) {
		below = x.print(i + 1).step
	}
	s.Say(pStep, c.step, below)
	s.Say(pStepSize, c.step, sized)
	x.together(i, s, sized)
	s.Say(pWide, tenths((q.Right-q.Left)/max(1, x.page.Body()), 40, 80, 120, 160, 220, 300, 450), sized)
	edge := x.edge(i)
	s.Say(pEdge, edge, sized)
	s.Say(pEdgeLen, edge, length)
	a, b := indts-1, indts-1
	if i > 0 && q.Step == layout.Below {
		a = x.print(i - 1).indent
	}
	if i+1 < len(x.ls) && x.page.Prints[i+1].Step == layout.Below {
		b = x.print(i + 1).indent
	}
	s.Say(pBetween, x.between(i), rung(f.n, 2, 4, 7, 11, 16)*2+one(onlyNames(l.Text)))
	s.Say(pDrop, int(q.Drop), one(f.texty()))
	s.Say(pIndents, a*indts+c.indent, b)
}

// between is what stands above and below line i in its column, larger type or text or nothing near, and where it
// stands in the width of what is above: at its left, in its middle, at its right.
func (x *reader) between(i int) int {
	q := &x.page.Prints[i]
	class := func(j int) int {
		switch s := x.page.Prints[j].Size; {
		case s > 1.13:
			return 1
		case s > 0.93:
			return 2
		}
		return 0
	}
	above, below, side := 0, 0, 3
	if i > 0 && q.Step == layout.Below {
		p := &x.page.Prints[i-1]
		above = class(i - 1)
		em := max(1, x.page.Body())
		left, right := q.Left-p.Left, p.Right-q.Right
		switch {
		case left-right < 1.5*em && right-left < 1.5*em:
			side = 1
		case left > right:
			side = 2
		default:
			side = 0
		}
	}
	if i+1 < len(x.ls) && x.page.Prints[i+1].Step != layout.Back {
		below = class(i + 1)
	}
	return (above*3+below)*4 + side
}

// onlyNames says whether a line is names, and marks before them.
func onlyNames(r []rune) bool {
	for len(r) > 0 && !script.IsHan(r[0]) {
		r = r[1:]
	}
	return phrase.IsName(r) || phrase.IsNames(r)
}

// together says how many lines of its size stand with line i, and whether larger or smaller titles stand beside them.
func (x *reader) together(i int, s *cue.Sheet, sized int) {
	n := 1
	alike := func(a, b int) bool {
		d := x.page.Prints[a].Size / max(0.01, x.page.Prints[b].Size)
		return d > 0.94 && d < 1.06 && x.page.Prints[a].Bold == x.page.Prints[b].Bold
	}
	a, b := i, i
	for a > 0 && i-a < 6 && alike(a-1, i) && x.page.Prints[a].Step != layout.Back {
		a--
		n++
	}
	for b+1 < len(x.ls) && b-i < 6 && alike(b+1, i) && x.page.Prints[b+1].Step != layout.Back {
		b++
		n++
	}
	s.Say(pTogether, rung(n, 1, 2, 3, 4, 8), sized)
	above, below := 0, 0
	compare := func(j int) int {
		switch d := x.page.Prints[j].Size / max(0.01, x.page.Prints[i].Size); {
		case d > 1.06:
			return 2
		case d < 0.94:
			return 1
		}
		return 0
	}
	if a > 0 {
		above = compare(a - 1)
	}
	if b+1 < len(x.ls) {
		below = compare(b + 1)
	}
	s.Say(pRank, (above*3+below)*3+min(2, n-1), one(x.page.Prints[i].Size > 1.07)*2+one(x.page.Prints[i].Bold))
}

// edge is where on the page the line stands: at its head, its foot, or between.
func (x *reader) edge(i int) int {
	top, bottom := x.page.Extent()
	high := max(1, bottom-top)
	switch y := (x.page.Prints[i].Top - top) / high; {
	case y < 0.015:
		return 0
	case y < 0.05:
		return 1
	case y > 0.985:
		return 2
	case y > 0.95:
		return 3
	case y > 0.5:
		return 4
	}
	return 5
}

// printedStep says what the page shows of the junction above line i.
func (x *reader) printedStep(i int, s *cue.Sheet) {
	q, p := &x.page.Prints[i], &x.page.Prints[i-1]
	c, d := x.print(i), x.print(i-1)
	step := int(q.Step)
	stop := one(x.ls[i-1].Stop)
	bolds := one(q.Bold)*2 + one(p.Bold)
	flush := one(p.Flush)
	texts := one(x.fs[i].texty())*2 + one(x.fs[i-1].texty())
	lead := 4
	if q.Step == layout.Below {
		lead = tenths(q.Lead, 8, 12, 16, 26)
	}
	s.Say(qStep, step*5+lead, texts)
	s.Say(qSizes, c.size, d.size)
	ratio := tenths(q.Size/max(0.01, p.Size)*10, 88, 96, 104, 114)
	s.Say(qSizesStep, ratio*4+bolds, step*5+lead)
	s.Say(qIndent, c.indent, step*4+stop*2+one(x.fs[i-1].texty()))
	s.Say(qIndents, d.indent*indts+c.indent, stop*2+one(q.Step == layout.Below))
	s.Say(qRoom, d.room*2+flush, step*4+stop*2+one(x.fs[i].texty()))
	s.Say(qRoomIndent, d.room*2+flush, c.indent*2+stop)
	s.Say(qAll, d.room*indts+c.indent, step*2+stop)
	unit := float64(x.ls[i].Unit+x.ls[i].Heel) / 2
	s.Say(qFits, tenths(p.Room-unit+2, 0, 8, 14, 18, 22, 28, 40, 80), step*4+stop*2+flush)
	s.Say(qSays, (c.says*2+one(q.Enters))*2+one(q.Opens), d.says)
	s.Say(qLead, tenths(q.Lead, 6, 8, 9, 10, 11, 12, 14, 18, 26), stop*5+min(4, texts))
	em := max(1, x.page.Body()) * max(0.1, q.Size)
	s.Say(qLeft, tenths((q.Left-p.Left)/em+4, 10, 15, 25, 36, 44, 55, 65, 70), tenths((q.Right-p.Right)/em+4, 0, 20, 30, 36, 44, 50, 60, 80))
	s.Say(qColumns, tenths(q.Column/max(0.1, p.Column)*10, 80, 95, 105, 125), step*4+stop*2+one(texts == 3))
	s.Say(qDrop, int(p.Drop), int(q.Drop))
	s.Say(qShapes, x.fs[i-1].shape*5+step, x.fs[i].shape)
}

//go:embed prints.bin
var fittedPrints []byte

// Shows are what the two tables of printed pages weigh.
type Shows struct{ Line, Junction cue.Weights }

// Prints are the weights for pages whose places are those that they were set with, and for pages that a machine read,
// whose places and sizes are less sure.
type Prints struct{ Set, Seen Shows }

// of is what counts on a page; nil where it shows nothing.
func (m *Prints) of(p *layout.Page) *Shows {
	switch {
	case m == nil || p.Prints == nil:
		return nil
	case p.Exact:
		return &m.Set
	}
	return &m.Seen
}

// DecodePrints unpacks what cue.Pack made of the weights of the two tables, for either kind of page.
func DecodePrints(b []byte) (*Prints, error) {
	all, err := cue.Unpack(b)
	if err != nil {
		return nil, err
	}
	m := &Prints{}
	for _, to := range []*Shows{&m.Set, &m.Seen} {
		if to.Line, all, err = PrintCues.Parse(all); err != nil {
			return nil, err
		}
		if to.Junction, all, err = PrintedSteps.Parse(all); err != nil {
			return nil, err
		}
	}
	return m, cue.Empty(all)
}

// showing adds what the print weighs of lines [from, to).
func (r *Reading) showing(x *search, from, to int) {
	l, m := &x.lattice, r.shown
	x.prints.clear(to - from)
	x.steps.clear(to - from)
	batches(from, to, func(pile, first, last int) {
		line, junction := PrintCues.Sheet(), PrintedSteps.Sheet()
		var roles [Roles]float32
		var steps [Steps]float32
		for i := first; i < last; i++ {
			line.Clear()
			r.asker.printed(i, &line)
			m.Line.Total(x.prints[pile].Add(&m.Line, line.Held), roles[:])
			for k, v := range roles {
				l.Line[i-from][k] += v
			}
			junction.Clear()
			if i > from {
				r.asker.printedStep(i, &junction)
			}
			m.Junction.Total(x.steps[pile].Add(&m.Junction, junction.Held), steps[:])
			for k, v := range steps {
				l.Junction[i-from][k] += v
			}
		}
	})
}

// Shown is a printed page for the fit of these tables: what holds of its lines and junctions, and a lattice of all
// else that is weighed. The page must be short enough to be searched at once; ok is false where it is not, or has no
// places.
func Shown(p *layout.Page, ms Models) (line, junction [][]int32, l *Lattice, ok bool) {
	if p.Prints == nil || len(p.Lines) < 2 || len(p.Lines) > stretch {
		return nil, nil, nil, false
	}
	ms.Prints = nil
	r := &Reading{Page: p, asker: open(p, nil), hands: make([][]hand, len(p.Lines))}
	r.model = ms.Han
	if p.Latin {
		r.model = ms.Latin
	}
	x := &search{}
	r.fill(x, 0, len(p.Lines))
	for i := range p.Lines {
		a, b := PrintCues.Sheet(), PrintedSteps.Sheet()
		r.asker.printed(i, &a)
		if i > 0 {
			r.asker.printedStep(i, &b)
		}
		line, junction = append(line, a.Held), append(junction, b.Held)
	}
	return line, junction, &x.lattice, true
}
