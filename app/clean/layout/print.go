package layout

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/script"
	"qingyang/app/source"
)

// Print is what the printed page shows of a line, upright and measured against what stands around. A page whose
// source knows no places has none.
type Print struct {
	Left, Top, Right, Bottom float64 // in points, the page turned upright, and by a quarter where it is set from the top down
	Size                     float64 // of its letters, against that of most letters of the page
	Bold                     bool
	Says                     source.Kind // what the file says that its zone is
	Opens                    bool        // the file begins a paragraph here
	Enters                   bool        // the file begins a zone here
	Step                     Step        // how it follows the line above in reading order
	Lead                     float64     // from the line above to it, against what is usual on the page, where it stands below it
	Indent                   float64     // from the left edge of its column, in em of its letters
	Room                     float64     // to the right edge of its column, in em
	Column                   float64     // the width of its column, in em of most letters of the page
	Flush                    bool        // a neighbouring line of the column ends where it ends
	Drop                     Drop        // whether it is a dropped capital, or stands beside one
}

// Step is how a line stands to the one above it in reading order.
type Step uint8

// The steps.
const (
	Below   Step = iota // under it, in the same column
	Next                // at the head of another column, to the right and not below
	Beside              // on the same line, to the right
	Further             // elsewhere: down the page, past something
	Back                // elsewhere: up or to the left
	Steps   = int(Back) + 1
)

// A line stands under another one where it is at most farthestBelow of its size lower and they share half of the
// narrower one's width.
const farthestBelow = 2.6

// printed puts the lines of a page into reading order by their places, and says how each stands. It does nothing
// where too few lines have places. n log n in the lines.
func (p *Page) printed(raw source.Raw) {
	if !placed(p.Lines) {
		return
	}
	p.Prints = make([]Print, len(p.Lines))
	p.Exact = raw.Set
	sizes := make([]weighed, 0, len(p.Lines))
	titles, text := false, false
	for i := range p.Lines {
		l := &p.Lines[i]
		row := &p.Rows[l.Row]
		titles, text = titles || row.Says == source.Title, text || row.Says == source.Text
		b := l.Box
		if g := around(raw.Glyphs, l.From, l.To); !g.Zero() {
			b = g
		}
		p.Prints[i] = Print{Left: b.X, Top: b.Y, Right: b.X + b.W, Bottom: b.Y + b.H, Size: l.Size, Bold: row.Bold, Says: row.Says, Opens: row.Opens && !l.Cut}
		sizes = append(sizes, weighed{l.Size, len(l.Text)})
	}
	p.told = titles && text
	if p.vertical() {
		p.lay()
	}
	p.upright()
	if !p.Exact {
		p.alike()
	}
	body := median(sizes)
	if body <= 0 {
		body = 1
	}
	for i := range p.Prints {
		p.Prints[i].Size /= body
	}
	p.body = body
	p.extent = [2]float64{math.Inf(1), math.Inf(-1)}
	for i := range p.Prints {
		p.extent[0], p.extent[1] = min(p.extent[0], p.Prints[i].Top), max(p.extent[1], p.Prints[i].Bottom)
	}
	p.reorder()
	p.steps()
	p.edges()
	p.dropped()
}

// Said is what the file says of line i: that it is a cell of a table; that it stands in the margin, or is no title, as it
// is two lines deep in text, where others are titles.
func (p *Page) Said(i int) (cell, margin, untitled bool) {
	if p.Prints == nil {
		return false, false, false
	}
	q := &p.Prints[i]
	deep := i > 0 && !q.Enters && !p.Prints[i-1].Enters
	return q.Says == source.Cell, p.told && q.Says == source.Margin, p.told && q.Says == source.Text && deep
}

// TextSize says whether line i stands among lines of its own size, one below the other, as text does, or closer to those
// above and below than letters of its size can: that it is larger than most of the page tells nothing.
func (p *Page) TextSize(i int) bool {
	n, size := 1, p.Prints[i].Size
	if i > 0 && i+1 < len(p.Lines) && p.Prints[i].Step == Below && p.Prints[i+1].Step == Below && max(p.Prints[i].Lead, p.Prints[i+1].Lead) < tooClose {
		return true
	}
	for k := i; k > max(0, i-near) && p.Lines[k].Gap == 0 && same(p.Prints[k-1].Size, size); k-- {
		n++
	}
	for k := i + 1; k < min(len(p.Lines), i+near) && p.Lines[k].Gap == 0 && same(p.Prints[k].Size, size); k++ {
		n++
	}
	return n >= near
}

// tooClose is below which share of the page's usual lead no line stands of letters that are as large as was measured.
const tooClose = 0.85

// How much sizes that a machine measured differ within a zone of one type, as a share, and how many lines show its size.
const (
	measuredBy = 0.09
	fewestOfIt = 3
)

// alike gives lines of a zone the size that most of it has where theirs differs by no more than measuring does.
func (p *Page) alike() {
	zones := map[int][]weighed{}
	for i := range p.Prints {
		if z := p.Rows[p.Lines[i].Row].Zone; z > 0 {
			zones[z] = append(zones[z], weighed{p.Prints[i].Size, 1})
		}
	}
	usual := map[int]float64{}
	for z, all := range zones {
		if len(all) >= fewestOfIt {
			usual[z] = median(all)
		}
	}
	for i := range p.Prints {
		q := &p.Prints[i]
		if u := usual[p.Rows[p.Lines[i].Row].Zone]; u > 0 && math.Abs(q.Size-u) < measuredBy*u {
			q.Size = u
		}
	}
}

// placed says whether nearly all lines have places.
func placed(ls []Line) bool {
	n := 0
	for i := range ls {
		if !ls[i].Box.Zero() && ls[i].Size > 0 {
			n++
		}
	}
	return n > 0 && n*20 >= len(ls)*19
}

// around is the box around the glyphs of a piece of text.
func around(all []source.Glyph, from, to int) (b source.Box) {
	if len(all) < to {
		return b
	}
	for _, g := range all[from:to] {
		b = b.Join(g.Box())
	}
	return b
}

// weighed is a number that counts several times.
type weighed struct {
	v float64
	n int
}

// median is the number in the middle.
func median(all []weighed) float64 {
	slices.SortFunc(all, func(a, b weighed) int { return cmp.Compare(a.v, b.v) })
	sum := 0
	for _, w := range all {
		sum += w.n
	}
	for _, w := range all {
		if sum -= 2 * w.n; sum <= 0 {
			return w.v
		}
	}
	return 0
}

// leans is how much a page may lie askew, as a slope: three degrees. mostBeside is how many lines stand side by side or
// next below one another, at most: on all sheets fewer do.
const (
	leans      = 0.052
	mostBeside = 60
)

// upright turns the page so that its lines are level. The left edges of neighbouring lines show how much it leans:
// most lines of a column begin one below the other. n log n in the lines.
func (p *Page) upright() {
	down := make([]*Print, len(p.Prints))
	for i := range p.Prints {
		down[i] = &p.Prints[i]
	}
	slices.SortStableFunc(down, func(a, b *Print) int { return cmp.Compare(a.middle(), b.middle()) })
	var slopes []weighed
	for i, a := range down {
		for _, b := range down[i+1 : min(len(down), i+1+mostBeside)] {
			dx, dy := b.Left-a.Left, b.middle()-a.middle()
			if dy > farthestBelow*a.Size {
				break
			}
			if dy > 0.7*a.Size && math.Abs(dx) < 0.3*a.Size {
				slopes = append(slopes, weighed{dx / dy, 1})
				break
			}
		}
	}
	if len(slopes) < 8 {
		return
	}
	s := median(slopes)
	if math.Abs(s) < 5e-4 || math.Abs(s) > leans {
		return
	}
	for i := range p.Prints {
		q := &p.Prints[i]
		x, y := (q.Left+q.Right)/2, q.middle()
		w, h := q.Right-q.Left, q.Bottom-q.Top
		h = max(h-w*math.Abs(s), min(h, q.Size))
		x, y = x-s*y, y+s*x
		q.Left, q.Right, q.Top, q.Bottom = x-w/2, x+w/2, y-h/2, y+h/2
	}
}

func (q *Print) middle() float64 { return (q.Top + q.Bottom) / 2 }

// deepIndent is how far the left edges of lines of one column and one size are apart at most, in em: an indent may begin
// to the right of where a short line above it ends.
const deepIndent = 3.2

// under says whether line b stands under line a in one column. body is the size of most letters in points.
func under(a, b *Print, body float64) bool {
	size := max(a.Size, b.Size) * body
	if d := b.middle() - a.middle(); d < 0.5*min(a.Size, b.Size)*body || d > farthestBelow*size {
		return false
	}
	shared := min(a.Right, b.Right) - max(a.Left, b.Left)
	return shared >= 0.5*min(a.Right-a.Left, b.Right-b.Left) || same(a.Size, b.Size) && math.Abs(a.Left-b.Left) < deepIndent*size
}

// steps says how each line follows the one above, and makes empty lines of what stands between them.
func (p *Page) steps() {
	var leads []weighed
	for i := 1; i < len(p.Lines); i++ {
		a, b := &p.Prints[i-1], &p.Prints[i]
		if under(a, b, p.body) && same(a.Size, b.Size) {
			leads = append(leads, weighed{(b.middle() - a.middle()) / (b.Size * p.body), 1})
		}
	}
	lead := median(leads)
	if lead <= 0 {
		lead = 1.4
	}
	for i := range p.Lines {
		l, b := &p.Lines[i], &p.Prints[i]
		b.Enters = i == 0 || p.Rows[p.Lines[i-1].Row].Zone != p.Rows[l.Row].Zone
		if i == 0 {
			b.Step = Back
			continue
		}
		a := &p.Prints[i-1]
		if l.Cut {
			b.Step = Beside
			continue
		}
		l.Gap = 1
		switch {
		case under(a, b, p.body):
			b.Step = Below
			b.Lead = (b.middle() - a.middle()) / (lead * p.body * (a.Size + b.Size) / 2)
			if b.Lead < 1.35 {
				l.Gap = 0
			} else if b.Lead > 2.6 {
				l.Gap = 2
			}
		case math.Abs(b.middle()-a.middle()) < 0.5*max(a.Size, b.Size)*p.body && b.Left > a.Left:
			b.Step = Beside
		case b.Left > a.Left+2*p.body && b.middle() < a.middle():
			b.Step = Next
		case b.middle() > a.middle():
			b.Step = Further
		default:
			b.Step = Back
		}
	}
}

func same(a, b float64) bool { return math.Abs(a-b) < 0.08*max(a, b) }

// near is how many lines to each side show where the edges of a column are.
const near = 8

// edges measures each line against its column: the lines of about its size that stand one under the other around it.
func (p *Page) edges() {
	n := len(p.Lines)
	for i := range p.Prints {
		q := &p.Prints[i]
		em := max(q.Size*p.body, 1e-3)
		left, right := q.Left, q.Right
		look := func(j int) bool {
			o := &p.Prints[j]
			if p.Lines[j].Cut || !same(o.Size, q.Size) || math.Abs(o.Left-q.Left) > 4.5*em {
				return false
			}
			left, right = min(left, o.Left), max(right, o.Right)
			if math.Abs(o.Right-q.Right) < 0.35*em {
				q.Flush = true
			}
			return true
		}
		for j := i - 1; j >= max(0, i-near) && p.Prints[j+1].Step == Below && look(j); j-- {
		}
		for j := i + 1; j < min(n, i+near+1) && p.Prints[j].Step == Below && look(j); j++ {
		}
		q.Indent, q.Room, q.Column = (q.Left-left)/em, (right-q.Right)/em, (right-left)/p.body
		if last := p.Lines[i].Text[len(p.Lines[i].Text)-1]; script.HalfEms(last) == 2 && !script.IsHan(last) && !script.IsOpening(last) {
			q.Room = max(0, q.Room-0.5) // the white half of a mark
		}
		if !p.Lines[i].Cut && q.Indent > 0.6 {
			p.Lines[i].Indent = min(8, int(2*q.Indent+0.5))
		}
	}
}
