package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/script"
	"qingyang/app/source"
)

// drafter writes an analysis down as revisions.
type drafter struct {
	raw source.Raw
	a   *analysis
	off map[string]bool

	pause rune // in titles; 0 is a space

	order []*sheet
	of    map[string]*sheet // by rule
	lives []strip           // the text of each block that results, for the rules of typography
}

// strip is the live text of a block with the identity of each rune.
type strip struct {
	kind bulletin.Kind
	row  bool // of a table or a list
	text []rune
	ids  []bulletin.ID
}

// layout are the rules of layout in the order of their revisions.
var layout = []string{"L11", "L3", "L1", "L2", "E1", "E2", "E8", "L7", "L9", "L6", "L5", "L8"}

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

// structure writes the revisions of layout: what goes between lines, what is joined, moved, cut off
// and marked.
func (d *drafter) structure() {
	for _, rule := range layout {
		d.of[rule] = d.fresh(rule)
	}
	d.between(-1, 0, "")
	for _, b := range d.a.blocks {
		if b.runs == nil {
			continue
		}
		d.block(b)
	}
}

// name is the identity of a story: the break that ends its first block of text.
func (d *drafter) name(tale int) bulletin.ID {
	if tale < 0 {
		return bulletin.None
	}
	t := d.a.stories.tales[tale]
	for _, i := range t.body {
		if b := d.a.blocks[i]; b.runs != nil {
			return d.end(b)
		}
	}
	return bulletin.None
}

// end is the break that ends a block.
func (d *drafter) end(b *block) bulletin.ID {
	return rawID(breakOf(d.a.rows[d.a.ls[b.runs[0].to-1].at]))
}

// block writes one block.
func (d *drafter) block(b *block) {
	var ids []bulletin.ID // of the spaces put in, in order
	end := d.end(b)
	kind, article, rule := d.head(b)
	for k, r := range b.runs {
		for i := r.from; i < r.to; i++ {
			d.invisible(i)
			last := i == r.to-1
			switch {
			case !last:
				d.seam(b, i, i+1, &ids, kind, article, rule)
			case k+1 < len(b.runs):
				d.reunite(b, i, b.runs[k+1], &ids, kind, article, rule)
			}
			if last {
				d.between(i, i+1, "L1")
			}
		}
	}
	if s := d.sheet(rule); s != nil {
		s.mark(end, kind, article)
	}
	d.parts(b, end, article, ids)
}

// head is how a block is marked as a whole, and under which rule.
func (d *drafter) head(b *block) (kind bulletin.Kind, article bulletin.ID, rule string) {
	article = d.name(b.tale)
	switch kind = b.kind; {
	case b.role == titleFirst && kind == bulletin.Line:
		return bulletin.Headline, bulletin.None, "L7"
	case kind.Title():
		return kind, article, "L7"
	case kind == bulletin.Furniture:
		return kind, bulletin.None, "L9"
	case kind == bulletin.Caption:
		return kind, article, "L9"
	case kind == bulletin.Byline:
		if n := len(b.parts); n == 1 && b.parts[0].kind == bulletin.Dateline {
			return bulletin.Dateline, article, "L6"
		}
		return kind, article, "L5"
	}
	return bulletin.Paragraph, article, "L3"
}

// seam joins lines i and j of one block, under the rule that it falls under. Where that rule is
// switched off the upper line is a block of its own.
func (d *drafter) seam(b *block, i, j int, ids *[]bulletin.ID, kind bulletin.Kind, article bulletin.ID, rule string) {
	x, y := &d.a.ls[i], &d.a.ls[j]
	space, drop := seamText(x, y, b.role, d.a.page)
	name := seamRule(b, y, space, drop)
	if b.role.para() && dropCap(d.a.ls, i, d.a.page) {
		name = "E8"
	}
	s := d.sheet(name)
	if s == nil {
		d.between(i, j, "")
		if space {
			*ids = append(*ids, bulletin.None)
		}
		if m := d.sheet(rule); m != nil {
			m.mark(rawID(breakOf(d.a.rows[x.at])), kind, article)
		}
		return
	}
	d.between(i, j, name)
	if drop > 0 {
		s.remove(rawSpan(x.to-drop, x.to))
	}
	if space {
		*ids = append(*ids, s.insert(rawID(x.to-1), " "))
	}
}

func seamRule(b *block, below *line, space bool, drop int) string {
	switch {
	case b.role.title():
		return "L7"
	case b.role == byline:
		return "L5"
	case drop > 0:
		return "E2"
	case space && !b.role.row():
		return "E1"
	case below.gap > 0:
		return "L2"
	}
	return "L1"
}

// reunite moves the next run of a block's lines behind line i, from beyond what stands between.
func (d *drafter) reunite(b *block, i int, next run, ids *[]bulletin.ID, kind bulletin.Kind, article bulletin.ID, rule string) {
	x, y := &d.a.ls[i], &d.a.ls[next.from]
	space, drop := seamText(x, y, b.role, d.a.page)
	end := breakOf(d.a.rows[d.a.ls[next.to-1].at])
	s := d.sheet("L2")
	if s == nil {
		if space {
			*ids = append(*ids, bulletin.None)
		}
		if m := d.sheet(rule); m != nil {
			m.mark(rawID(end), kind, article)
		}
		return
	}
	anchor := rawID(x.to - 1)
	if drop > 0 {
		s.remove(rawSpan(x.to-drop, x.to))
	}
	if space {
		anchor = s.insert(anchor, " ")
		*ids = append(*ids, anchor)
	}
	s.move(anchor, rawSpan(y.from, d.a.ls[next.to-1].to))
	if end < len(d.raw.Text) {
		s.remove(rawSpan(end, end+1))
	}
}

// between buries what stands between the text of two lines: the breaks under the given rule (all of
// them in a join; behind a block all but the first, which ends it), white space under L11 at a line's
// end and L3 at its head, invisible characters and the CR of CR LF under L11. i is -1 above the first
// line, j past the last below it. An empty rule leaves the breaks alone.
func (d *drafter) between(i, j int, rule string) {
	from, to := 0, len(d.raw.Text)
	keep := -1
	if i >= 0 {
		from = d.a.ls[i].to
		keep = breakOf(d.a.rows[d.a.ls[i].at])
	}
	if j < len(d.a.ls) {
		to = d.a.ls[j].from
	}
	joined := j < len(d.a.ls) && i >= 0 && j == i+1 && d.a.reading.joined[j] && rule != ""
	if joined {
		keep = -1
	}
	if i < 0 {
		rule = "L1"
	}
	var breaks, blanks, indent []bulletin.Span
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
		case script.IsInvisible(c) || len(breaks) == 0 && i >= 0 && at < keepEnd(d.a, i):
			blanks = bulletin.AppendSpan(blanks, rawSpan(at, at+1))
		default:
			indent = bulletin.AppendSpan(indent, rawSpan(at, at+1))
		}
	}
	if j >= len(d.a.ls) {
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

// keepEnd is where the row of line i ends: white space before that stands at the line's end.
func keepEnd(a *analysis, i int) int { return a.rows[a.ls[i].at].To }

// invisible buries the invisible characters inside line i (L11), but for joiners that hold a sign together.
func (d *drafter) invisible(i int) {
	l := &d.a.ls[i]
	s := d.sheet("L11")
	if s == nil {
		return
	}
	var spans []bulletin.Span
	for k, c := range l.r {
		if script.IsInvisible(c) && !script.IsJoining(l.r, k) {
			spans = bulletin.AppendSpan(spans, rawSpan(l.from+k, l.from+k+1))
		}
	}
	s.remove(spans...)
}

// parts cuts a block at the ends of its parts, and keeps the text of each for typography.
func (d *drafter) parts(b *block, end, article bulletin.ID, ids []bulletin.ID) {
	all := b.parts
	if len(all) == 0 {
		all = []part{{to: len(b.text), kind: b.kind}}
	}
	whole := d.identify(b, ids)
	before := 0
	for k, p := range all {
		last := k == len(all)-1
		rule := p.rule
		if last {
			rule = lastRule(b, all)
		}
		s := d.sheet(rule)
		d.dead(whole, before, p.from, deadRule(all, k))
		before = p.to
		if last {
			d.dead(whole, p.to, len(b.text), deadRule(all, k))
			if s != nil && (len(all) > 1 || p.kind != b.kind && len(b.parts) > 0) {
				s.mark(end, p.kind, d.home(p.kind, article))
			}
		} else if s != nil {
			at := s.insert(whole.ids[p.to-1], "\n")
			s.mark(at, p.kind, d.home(p.kind, article))
		}
		w := whole.slice(p)
		w.row = b.role.row()
		d.lives = append(d.lives, w)
	}
}

// lastRule is the rule under which the last part of a block was cut off from the others.
func lastRule(b *block, all []part) string {
	switch all[len(all)-1].kind {
	case bulletin.Byline:
		return "L5"
	case bulletin.Furniture:
		return "L8"
	case bulletin.Dateline:
		return "L6"
	}
	if len(all) > 1 {
		return all[len(all)-2].rule
	}
	return "L3"
}

// deadRule is the rule under which what stands before part k goes.
func deadRule(all []part, k int) string {
	if k > 0 {
		return all[k-1].dead
	}
	switch all[0].kind {
	case bulletin.Dateline:
		return "L6"
	case bulletin.Furniture:
		return "L8"
	}
	return "L5"
}

func (d *drafter) home(k bulletin.Kind, article bulletin.ID) bulletin.ID {
	if k == bulletin.Furniture {
		return bulletin.None
	}
	return article
}

// dead buries a piece of a block's text.
func (d *drafter) dead(whole strip, from, to int, rule string) {
	s := d.sheet(rule)
	if s == nil || from >= to {
		return
	}
	var spans []bulletin.Span
	for k := from; k < to; k++ {
		if id := whole.ids[k]; id.Origin == 0 {
			spans = bulletin.AppendID(spans, id)
		}
	}
	s.remove(spans...)
}

// identify gives each rune of a block's text its identity.
func (d *drafter) identify(b *block, ids []bulletin.ID) strip {
	w := strip{kind: b.kind, text: b.text, ids: make([]bulletin.ID, len(b.at))}
	n := 0
	for k, at := range b.at {
		if at >= 0 {
			w.ids[k] = rawID(int(at))
			continue
		}
		w.ids[k] = ids[n]
		n++
	}
	return w
}

func (w strip) slice(p part) strip {
	return strip{kind: p.kind, text: w.text[p.from:p.to], ids: w.ids[p.from:p.to]}
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
