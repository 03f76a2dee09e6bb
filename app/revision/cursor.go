package revision

import "qingyang/app/bulletin"

// cursor walks the blocks of a sequence in the order of the text.
type cursor struct {
	q    *sequence
	s    spot
	from int32 // next index in the run at s
}

// cursorAt stands at the start of block i, 0 ≤ i < total.
func (q *sequence) cursorAt(i int) cursor {
	if i == 0 {
		c := cursor{q: q, s: spot{at: -1}}
		c.step()
		return c
	}
	id, s, _ := q.breakAt(i - 1)
	return cursor{q, s, id.Index + 1}
}

// cursorAtChar stands before a live character, counted from the start of the sequence.
func (q *sequence) cursorAtChar(k int) cursor {
	id, s := q.charAt(k)
	return cursor{q, s, id.Index}
}

// step goes to the next run; false at the end.
func (c *cursor) step() bool {
	s, ok := c.q.next(c.s)
	if ok {
		c.s, c.from = s, c.q.run(s).From
	}
	return ok
}

// skip goes behind the next live break, and names it.
func (c *cursor) skip() bulletin.ID {
	for {
		if r := c.q.run(c.s); r.live().breaks > 0 {
			rest := bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}
			if b := c.q.breakIn(rest); b < r.To {
				c.from = b + 1
				return bulletin.ID{Origin: r.Origin, Index: b}
			}
		}
		if !c.step() {
			return c.q.end()
		}
	}
}

// block adds the live characters up to the next live break to spans, and goes behind that break.
func (c *cursor) block(spans []bulletin.Span) ([]bulletin.Span, bulletin.ID) {
	for {
		if r := c.q.run(c.s); r.dead == 0 && c.from < r.To {
			rest := bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}
			b := rest.To
			if r.breaks > 0 {
				b = c.q.breakIn(rest)
			}
			spans = bulletin.AppendSpan(spans, bulletin.Span{Origin: r.Origin, From: rest.From, To: b})
			if b < rest.To {
				c.from = b + 1
				return spans, bulletin.ID{Origin: r.Origin, Index: b}
			}
		}
		if !c.step() {
			// Every text ends with a live break, so this is not reached while blocks are left.
			return spans, c.q.end()
		}
	}
}

// standing adds all characters, dead or alive, up to and with the next live break, and goes behind it.
func (c *cursor) standing(spans []bulletin.Span) []bulletin.Span {
	for {
		if r := c.q.run(c.s); c.from < r.To {
			rest := bulletin.Span{Origin: r.Origin, From: c.from, To: r.To}
			if r.live().breaks > 0 {
				if b := c.q.breakIn(rest); b < rest.To {
					c.from = b + 1
					rest.To = b + 1
					return bulletin.AppendSpan(spans, rest)
				}
			}
			spans = bulletin.AppendSpan(spans, rest)
		}
		if !c.step() {
			return spans
		}
	}
}
