package clean

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/revision"
	"qingyang/app/script"
	"qingyang/app/source"
)

// drafter writes an analysis down as revisions.
type drafter struct {
	raw   source.Raw
	a     *analysis
	ls    []layout.Line
	off   map[string]bool
	pause rune // in titles; 0 is a space

	after []int               // by line: the one that follows in the raw text, -1 behind the last
	ends  map[int]bulletin.ID // breaks that were put in, by the line that they follow
	order []*sheet            // in the order of their revisions
	of    map[string]*sheet   // by rule
	lives []strip             // the text of each block that results, for the rules of typography
}

// strip is the live text of a block with the identity of each rune.
type strip struct {
	kind bulletin.Kind
	row  bool // of a table or a list
	text []rune
	ids  []bulletin.ID
}

// layoutRules are the rules of layout in the order of their revisions.
var layoutRules = []string{"L11", "L3", "L1", "L2", "E1", "E2", "E8", "L7", "L9", "L6", "L5", "L8", "S1"}

func newDrafter(raw source.Raw, a *analysis, p Profile) *drafter {
	d := &drafter{raw: raw, a: a, ls: a.page.Lines, off: p.Off, pause: p.Pause, ends: map[int]bulletin.ID{}, of: map[string]*sheet{}}
	order := make([]int, len(d.ls))
	for i := range order {
		order[i] = i
	}
	if !slices.IsSortedFunc(d.ls, func(a, b layout.Line) int { return cmp.Compare(a.From, b.From) }) {
		slices.SortFunc(order, func(a, b int) int { return cmp.Compare(d.ls[a].From, d.ls[b].From) })
	}
	d.after = make([]int, len(d.ls))
	for k, i := range order {
		d.after[i] = -1
		if k+1 < len(order) {
			d.after[i] = order[k+1]
		}
	}
	return d
}

// sheet is where a rule writes; nil where it is switched off.
func (d *drafter) sheet(rule string) *sheet {
	if d.off[rule] {
		return nil
	}
	return d.of[rule]
}

// fresh is a new sheet, last in order.
func (d *drafter) fresh(rule string) *sheet {
	s := &sheet{rule: rule, origin: provisional - int32(len(d.order))}
	d.order = append(d.order, s)
	return s
}

// structure writes the revisions of layout: what goes between lines, what is joined, moved, cut off and
// marked.
func (d *drafter) structure() {
	for _, rule := range layoutRules {
		d.of[rule] = d.fresh(rule)
	}
	d.head()
	for k, b := range d.a.told.Blocks {
		if b.Runs != nil {
			d.cutEnd(b)
			d.block(k, b)
		}
	}
}

// head buries what stands above the first line.
func (d *drafter) head() {
	to := len(d.raw.Text)
	for i := range d.ls {
		to = min(to, d.ls[i].From)
	}
	d.bury(0, to, -1, "L1", 0)
}

// cutEnd puts a break behind the first run of a block where the raw text has none: it was cut inside a row.
func (d *drafter) cutEnd(b *read.Block) {
	i := d.firstRun(b)[1] - 1
	if j := d.after[i]; j < 0 || !d.ls[j].Cut || d.ls[j].Row != d.ls[i].Row {
		return
	}
	for _, rule := range []string{"L3", "L7", "L2"} { // the first that is on: what marks the break comes later
		if s := d.sheet(rule); s != nil {
			d.ends[i] = s.insert(rawID(d.ls[i].To-1), "\n")
			return
		}
	}
}

// runs are the lines of a block as runs [from, to) that stand one behind the other in the raw text, too.
func (d *drafter) runs(b *read.Block) (all [][2]int) {
	for _, r := range b.Runs {
		from := r.From
		for i := r.From; i < r.To; i++ {
			if i+1 == r.To || d.after[i] != i+1 {
				all = append(all, [2]int{from, i + 1})
				from = i + 1
			}
		}
	}
	return all
}

func (d *drafter) firstRun(b *read.Block) [2]int { return d.runs(b)[0] }

// name is the identity of a story: the break that ends its first block of text.
func (d *drafter) name(story int) bulletin.ID {
	if story < 0 {
		return bulletin.None
	}
	for _, k := range d.a.told.Stories[story].Body {
		if b := d.a.told.Blocks[k]; b.Runs != nil {
			return d.end(b)
		}
	}
	return bulletin.None
}

// end is the break that ends a block.
func (d *drafter) end(b *read.Block) bulletin.ID { return d.endOf(d.firstRun(b)[1] - 1) }

// endOf is the break behind a line.
func (d *drafter) endOf(i int) bulletin.ID {
	if id, ok := d.ends[i]; ok {
		return id
	}
	return rawID(breakOf(d.a.page.Rows[d.ls[i].Row]))
}

// breakOf is the offset of the character that ends a row: the LF of CR LF.
func breakOf(row source.Line) int {
	if row.Next > row.To {
		return row.Next - 1
	}
	return row.To
}

// writing is a block while it is written.
type writing struct {
	b       *read.Block
	kind    bulletin.Kind
	article bulletin.ID
	rule    string        // under which it is marked
	ids     []bulletin.ID // of the spaces put in, in order
}

// block writes one block.
func (d *drafter) block(k int, b *read.Block) {
	w := &writing{b: b}
	w.kind, w.article, w.rule = d.heading(k, b)
	runs := d.runs(b)
	before := -1
	for n, r := range runs {
		for i := r[0]; i < r[1]; i++ {
			d.invisible(i)
			switch {
			case before < 0:
			case i > r[0]:
				d.seam(w, before, i)
			default:
				d.reunite(w, before, r)
			}
			before = i
		}
		last := r[1] - 1
		keep := -1
		if n == 0 && d.ends[last] == (bulletin.ID{}) {
			keep = int(d.endOf(last).Index)
		}
		rule := "L1"
		if d.ends[last] != (bulletin.ID{}) && w.kind.Title() {
			rule = "L7"
		}
		d.trail(last, keep, rule)
	}
	end := d.end(b)
	if s := d.sheet(w.rule); s != nil {
		s.ops.Mark(end, w.kind, w.article)
	}
	d.parts(w, end)
}

// heading is how a block is marked as a whole, and under which rule.
func (d *drafter) heading(k int, b *read.Block) (kind bulletin.Kind, article bulletin.ID, rule string) {
	article = d.name(d.a.told.Of[k])
	switch kind = b.Kind; {
	case kind.Title():
		return kind, article, "L7"
	case kind == bulletin.Furniture:
		return kind, bulletin.None, "L9"
	case kind == bulletin.Caption:
		return kind, article, "L9"
	case kind == bulletin.Byline:
		if n := len(b.Parts); n == 1 && b.Parts[0].Kind == bulletin.Dateline {
			return bulletin.Dateline, article, "L6"
		}
		return kind, article, "L5"
	}
	return bulletin.Paragraph, article, "L3"
}

// seam joins lines i and j of one block, under the rule that it falls under. Where that rule is switched
// off the upper line is a block of its own.
func (d *drafter) seam(w *writing, i, j int) {
	x, y := &d.ls[i], &d.ls[j]
	seam := d.a.reading.Seam(i, j, w.b.Role)
	if y.Cut { // what stands between two pieces of a row stays, one of it
		if y.From > x.To {
			d.bury(x.To, y.From-1, -1, "L1", d.ls[i].Row)
		}
		return
	}
	name := seamRule(w.b, y, seam)
	if w.b.Role.Text() && d.a.page.Latin && len(x.Text) == 1 && script.IsLatin(x.First) {
		name = "E8"
	}
	s := d.sheet(name)
	if s == nil {
		d.trail(i, int(d.endOf(i).Index), "")
		if seam.Space {
			w.ids = append(w.ids, bulletin.None)
		}
		if m := d.sheet(w.rule); m != nil {
			m.ops.Mark(d.endOf(i), w.kind, w.article)
		}
		return
	}
	d.trail(i, -1, name)
	s.hyphens(x, y, seam)
	if seam.Space {
		w.ids = append(w.ids, s.insert(rawID(x.To-1), " "))
	}
}

// hyphens takes the hyphen of a cut word out.
func (s *sheet) hyphens(above, below *layout.Line, seam read.Seam) {
	if seam.Drop > 0 {
		s.remove(rawSpan(above.To-seam.Drop, above.To))
	}
	if seam.Skip > 0 {
		s.remove(rawSpan(below.From, below.From+seam.Skip))
	}
}

func seamRule(b *read.Block, below *layout.Line, s read.Seam) string {
	switch {
	case s.Drop+s.Skip > 0:
		return "E2"
	case b.Role.Title():
		return "L7"
	case b.Role.Credit():
		return "L5"
	case s.Space && b.Role != read.Row:
		return "E1"
	case below.Gap > 0:
		return "L2"
	}
	return "L1"
}

// reunite moves the next run of a block's lines behind line i, from beyond what stands between.
func (d *drafter) reunite(w *writing, i int, next [2]int) {
	x, y := &d.ls[i], &d.ls[next[0]]
	last := next[1] - 1
	seam := d.a.reading.Seam(i, next[0], w.b.Role)
	s := d.sheet("L2")
	if s == nil {
		if seam.Space {
			w.ids = append(w.ids, bulletin.None)
		}
		if m := d.sheet(w.rule); m != nil && d.ends[last] == (bulletin.ID{}) {
			m.ops.Mark(d.endOf(last), w.kind, w.article)
		}
		return
	}
	anchor := rawID(x.To - 1)
	s.hyphens(x, y, seam)
	if seam.Space {
		anchor = s.insert(anchor, " ")
		w.ids = append(w.ids, anchor)
	}
	s.ops.Move(anchor, rawSpan(y.From, d.ls[last].To))
}

// trail buries what stands between line i and the next one of the raw text. keep is the break that stays,
// -1 for none; rule is the one under which the others go, "" where they all stay.
func (d *drafter) trail(i, keep int, rule string) {
	to := len(d.raw.Text)
	if j := d.after[i]; j >= 0 {
		to = d.ls[j].From
	}
	d.bury(d.ls[i].To, to, keep, rule, d.ls[i].Row)
}

// bury makes dead what stands in [from, to): breaks under the given rule, white space under L11 at a line's
// end (up to the end of row) and L3 at its head, invisible characters and the CR of CR LF under L11.
func (d *drafter) bury(from, to, keep int, rule string, row int) {
	var breaks, blanks, indent []bulletin.Span
	end := from
	if len(d.a.page.Rows) > row {
		end = d.a.page.Rows[row].To
	}
	for at := from; at < to; at++ {
		c := d.raw.Text[at]
		switch {
		case c == '\r' && at+1 < len(d.raw.Text) && d.raw.Text[at+1] == '\n':
			blanks = bulletin.AppendSpan(blanks, rawSpan(at, at+1))
		case script.IsBreak(c):
			blanks = append(blanks, indent...)
			indent = indent[:0]
			if at != keep && rule != "" {
				breaks = bulletin.AppendSpan(breaks, rawSpan(at, at+1))
			}
		case script.IsInvisible(c) || len(breaks) == 0 && at < end:
			blanks = bulletin.AppendSpan(blanks, rawSpan(at, at+1))
		default:
			indent = bulletin.AppendSpan(indent, rawSpan(at, at+1))
		}
	}
	if to == len(d.raw.Text) {
		blanks, indent = append(blanks, indent...), nil
	}
	if s := d.sheet("L11"); s != nil {
		s.remove(blanks...)
	}
	if s := d.sheet("L3"); s != nil {
		s.remove(indent...)
	}
	if rule != "" {
		if s := d.sheet(rule); s != nil {
			s.remove(breaks...)
		}
	}
}

// invisible buries the invisible characters inside line i (L11).
func (d *drafter) invisible(i int) {
	l := &d.ls[i]
	s := d.sheet("L11")
	if s == nil {
		return
	}
	var spans []bulletin.Span
	for k, c := range l.Text {
		if script.IsInvisible(c) && !script.IsJoining(l.Text, k) {
			spans = bulletin.AppendSpan(spans, rawSpan(l.From+k, l.From+k+1))
		}
	}
	s.remove(spans...)
}

// revisions numbers the sheets that hold something.
func (d *drafter) revisions() []revision.Revision {
	numbers := map[int32]int32{}
	for _, s := range d.order {
		if len(s.ops) > 0 {
			numbers[s.origin] = int32(len(numbers) + 1)
		}
	}
	var all []revision.Revision
	for _, s := range d.order {
		if len(s.ops) > 0 {
			all = append(all, s.number(len(all)+1, numbers))
		}
	}
	return all
}
