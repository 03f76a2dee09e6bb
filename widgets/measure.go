package widgets

// relayout measures every block, and keeps what is at the top of the pane there.
func (e *Editor) relayout() {
	at := e.Scroll()
	e.scale = e.scaleNow()
	e.w, e.h = e.px(e.view.size.Width), e.px(e.view.size.Height)
	e.cols = e.measureColumns()
	paras := make([]para, e.length())
	for i := range paras {
		paras[i] = e.measure(i)
	}
	e.lines.reset(paras)
	if e.lines.n > 0 {
		e.y = e.clamp(e.lines.top(min(at.Block, e.lines.n-1)) + round(at.Em*float32(e.em())))
	}
}

// measureColumns finds room for numbers and labels.
func (e *Editor) measureColumns() columns {
	small := faceOf(e.em()*3/4, false)
	gap := max(small.size/3, 2)
	c := columns{read: max(2, e.em()/6)}
	at := c.read + gap
	if e.Labels {
		wide := 0
		widths := map[string]int{} // the labels are few
		for i := range e.length() {
			label := e.doc.Block(i).Label
			w, ok := widths[label]
			if !ok {
				w = small.textWidth(label)
				widths[label] = w
			}
			wide = max(wide, w)
		}
		at += wide
	}
	c.label = at
	if e.Numbers {
		digits := 3
		for n := e.length(); n >= 1000; n /= 10 {
			digits++
		}
		at += gap + digits*small.advance('0')
	}
	c.number = at
	c.mark = at + gap + small.advance('?')
	c.text = c.mark + gap + max(4, e.em()/2)
	return c
}

// room is how wide a line of a block can be: the pane without margin, thumb and inset.
func (e *Editor) room(s Style, em int) (first, rest int) {
	rest = max(e.w-e.cols.text-e.px(14)-round(s.Inset*float32(em)), em)
	return max(rest-round(s.Indent*float32(em)), em), rest
}

// emOf is the size of a block's letters.
func (e *Editor) emOf(s Style) int {
	if s.Size == 0 {
		return e.em()
	}
	return max(round(s.Size*float32(e.em())), 4)
}

// leading is the height of a line in em of its letters: what the margin between them needs for
// underlines and marks.
const leading = 1.625

// measure lays a block out.
func (e *Editor) measure(i int) para {
	b := e.block(i)
	em := e.emOf(b.Style)
	p := para{
		above: int32(round(b.Style.Above*float32(em)) + round(b.Above*float32(e.em()))),
		pitch: int32(round(leading * float32(em))),
		below: int32(round(b.Style.Below * float32(em))),
	}
	p.starts = e.wrap.wrap(nil, e.measured(b, em))
	return p
}

func (e *Editor) measured(b Block, em int) measured {
	first, rest := e.room(b.Style, em)
	return measured{b.Text, advances(b, em), first, rest}
}

// long is from how many lines on a block in which somebody types is broken anew only where it changed.
const long = 64

// retyped lays out a long block in which n runes were put in place of [from, to), without looking at all
// of it again. It says whether it could: the block must be as it was but for these.
func (e *Editor) retyped(c Changed, from, to Pos, n int) bool {
	if c != (Changed{from.Block, 1, 1}) || to.Block != from.Block || from.Block >= e.lines.n {
		return false
	}
	was := e.lines.at(from.Block)
	if was.lines() < long {
		return false
	}
	b := e.doc.Block(from.Block)
	now := *was
	now.starts = e.wrap.rewrap(was.starts, e.measured(b, e.emOf(b.Style)), from.Off, from.Off+n, n-(to.Off-from.Off))
	e.lines.splice(from.Block, 1, []para{now})
	e.y = e.clamp(e.y)
	return true
}

// advances measures the characters of a block, bold ones in bold.
func advances(b Block, em int) func(i int) int {
	plain := faceOf(em, b.Style.Bold)
	heavy := false
	for _, s := range b.Spans {
		heavy = heavy || s.Bold && s.To > s.From
	}
	if !heavy || b.Style.Bold {
		return func(i int) int { return plain.advance(b.Text[i]) }
	}
	return func(i int) int {
		for _, s := range b.Spans {
			if s.Bold && i >= s.From && i < s.To {
				return faceOf(em, true).advance(b.Text[i])
			}
		}
		return plain.advance(b.Text[i])
	}
}

// apply lays out what changed in the document. The block behind it is looked at too: where an
// article ends is a matter of two blocks.
func (e *Editor) apply(c Changed) {
	if c == (Changed{}) || c.From > e.lines.n {
		return
	}
	top, at := e.lines.find(e.y)
	was := min(c.Was, e.lines.n-c.From)
	now := make([]para, 0, c.Now+1)
	for i := c.From; i < min(c.From+c.Now, e.length()); i++ {
		now = append(now, e.measure(i))
	}
	if next := c.From + len(now); next < e.length() && c.From+was < e.lines.n {
		now = append(now, e.measure(next))
		was++
	}
	into := e.y - at
	e.lines.splice(c.From, was, now)
	if e.lines.n != e.length() { // a document that told wrong: believe the document
		e.relayout()
		return
	}
	if top >= c.From+c.Was {
		top += c.Now - c.Was
		e.y = e.lines.top(min(top, max(e.lines.n-1, 0))) + into
	}
	e.y = e.clamp(e.y)
}
