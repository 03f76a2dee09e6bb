package window

import (
	"qingyang/app/bulletin"
	"qingyang/app/session"
	"qingyang/widgets"
)

// pair ties the two sides together: what the caret or the selection of one stands on is lit in the
// other, and either follows the other's scrolling, by the identity of characters.
type pair struct {
	session    *session.Session
	raw, clean *widgets.Editor
	rawDoc     *rawDocument
	quiet      bool // a side moves because the other did
}

// litLimit is how many characters of a selection are looked up one by one; a larger selection lights
// by its first ones.
const litLimit = 4000

// fromClean lights on the raw side what the clean side's caret or selection stands on.
func (p *pair) fromClean() {
	if p.quiet || p.session == nil {
		return
	}
	sel := p.clean.Selection()
	var lit []widgets.Range
	left := litLimit
	for b := sel.From.Block; b <= sel.To.Block && b < p.session.Order().Blocks() && left > 0; b++ {
		from, to := 0, p.session.Order().Length(b)
		if b == sel.From.Block {
			from = sel.From.Off
		}
		if b == sel.To.Block {
			to = sel.To.Off
		}
		if sel.Empty() {
			to = from + 1
		}
		for _, s := range slice(p.session.Order().Spans(b), from, to) {
			for k := 0; k < s.Len() && left > 0; k++ {
				left--
				if s.Origin == 0 {
					at := p.rawDoc.place(int(s.From) + k)
					lit = append(lit, widgets.Range{From: at, To: widgets.Pos{Block: at.Block, Off: at.Off + 1}})
				}
			}
		}
	}
	at := widgets.Pos{}
	switch {
	case len(lit) > 0:
		lit = joinRanges(lit)
		at = lit[0].From
	default: // typed text, or the end of a block: the raw place nearest to it
		off := p.session.Order().RawOffset(bulletin.Place(sel.From))
		at = p.rawDoc.place(off)
	}
	p.alone(func() {
		p.raw.Highlight(lit)
		p.clean.Highlight(nil)
		p.raw.ScrollTo(at)
	})
}

// endsLit is how many characters of either side of a junction are lit on the clean side.
const endsLit = 6

// junction lights a junction: on the raw side the two lines that meet in it, on the clean side the end of the
// one and the beginning of the other.
func (p *pair) junction(above, below int) {
	lines := p.session.Raw.Lines
	if below >= len(lines) || above >= below || above < 0 {
		return
	}
	a, b := lines[above], lines[below]
	lit := append(p.ends(a.To-1, a.From-1, -1), p.ends(b.From, b.To, +1)...)
	p.alone(func() {
		p.raw.Highlight([]widgets.Range{
			{From: widgets.Pos{Block: above}, To: widgets.Pos{Block: above, Off: a.To - a.From}},
			{From: widgets.Pos{Block: below}, To: widgets.Pos{Block: below, Off: b.To - b.From}},
		})
		p.clean.Highlight(joinRanges(lit))
		p.raw.Bring(widgets.Pos{Block: below})
	})
}

// ends are where the first live raw characters from one on stand, going by step up to another.
func (p *pair) ends(from, to, step int) (lit []widgets.Range) {
	for off := from; off != to && len(lit) < endsLit; off += step {
		if at, live := p.session.Order().PlaceOf(bulletin.ID{Index: int32(off)}); live {
			lit = append(lit, widgets.Range{From: widgets.Pos(at), To: widgets.Pos{Block: at.Block, Off: at.Off + 1}})
		}
	}
	return lit
}

// fromRaw lights on the clean side what the raw side's caret or selection stands on.
func (p *pair) fromRaw() {
	if p.quiet || p.session == nil {
		return
	}
	sel := p.raw.Selection()
	from, to := p.rawDoc.offset(sel.From), p.rawDoc.offset(sel.To)
	if sel.Empty() {
		to = from + 1
	}
	var lit []widgets.Range
	for off := from; off < min(to, from+litLimit, len(p.session.Raw.Text)); off++ {
		id := bulletin.ID{Index: int32(off)}
		if at, live := p.session.Order().PlaceOf(id); live {
			lit = append(lit, widgets.Range{From: widgets.Pos(at), To: widgets.Pos{Block: at.Block, Off: at.Off + 1}})
		}
	}
	at := widgets.Pos(placeOf(p.session, bulletin.ID{Index: int32(min(from, len(p.session.Raw.Text)))}))
	if len(lit) > 0 {
		lit = joinRanges(lit)
		at = lit[0].From
	}
	p.alone(func() {
		p.clean.Highlight(lit)
		p.raw.Highlight(nil)
		p.clean.ScrollTo(at)
	})
}

// scrolled brings the other side to the first character in view of the one that was scrolled.
func (p *pair) scrolled(clean bool) {
	if p.quiet || p.session == nil {
		return
	}
	p.alone(func() {
		if clean {
			if top := p.clean.First(); top.Block < p.session.Order().Blocks() {
				p.raw.SetFirst(p.rawDoc.place(p.session.Order().RawOffset(bulletin.Place(top))))
			}
			return
		}
		if top := p.raw.First(); top.Block < p.rawDoc.Len() {
			id := bulletin.ID{Index: int32(p.rawDoc.offset(top))}
			p.clean.SetFirst(widgets.Pos(placeOf(p.session, id)))
		}
	})
}

func (p *pair) alone(f func()) {
	p.quiet = true
	f()
	p.quiet = false
}
