package session

import (
	"context"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/merge"
	"qingyang/app/proof"
	"qingyang/app/revision"
)

// OtherReading holds another reading of the page against it, as merge.Reading does, without what is let stand; it says
// for which places something speaks. The cost is that of both, and of the checks.
func (p *Snapshot) OtherReading(ctx context.Context, other []rune) (merge.Found, error) {
	f, err := merge.Reading(ctx, p.Text, p.Order, other)
	if err != nil {
		return f, err
	}
	checked, err := p.Doubts(ctx)
	if err != nil {
		return f, err
	}
	kept := f.Places[:0]
	for _, x := range f.Places {
		d := p.second(x)
		if p.ignored.has(d) {
			continue
		}
		x.Backed = p.unsureOf(x) || slices.ContainsFunc(checked, func(c Doubt) bool { return c.At == d.At && c.Old == d.Old && c.New == d.New })
		kept = append(kept, x)
	}
	f.Places = kept
	return f, nil
}

// second is the finding that another reading has something else at a place.
func (s *state) second(x merge.Place) Doubt {
	at, _ := s.Order.PlaceOf(x.First)
	text, _ := s.Order.Block(at.Block)
	to := at.Off + x.End.Off - x.At.Off
	return s.doubt(bulletin.Finding{
		Check: proof.Second, Rule: "X2", At: x.First, Old: x.Old, New: x.New,
		Around: string(text[min(max(0, at.Off-1), len(text)):min(len(text), max(to, at.Off)+1)]),
	})
}

// unsureOf says whether the machine that read the page was unsure of a character that another reading has otherwise.
func (p *Snapshot) unsureOf(x merge.Place) bool {
	for off := x.At.Off; off < x.End.Off && x.End.Block == x.At.Block; off++ {
		id := p.Order.ID(bulletin.Place{Block: x.At.Block, Off: off})
		if id.Origin == 0 && int(id.Index) < len(p.Raw.Glyphs) && p.Raw.Glyphs[id.Index].Doubt >= unsure {
			return true
		}
	}
	return false
}

// TakeIn takes the text from outside at chosen places, as one revision, and lets the places that are left out stand,
// where it is another reading. It says at how many places; those that the page has become another for are not among
// them.
func (s *Session) TakeIn(as merge.As, file string, chosen, out []merge.Place) (c revision.Changed, n int, err error) {
	s.endStep()
	ops, n := merge.Ops(s.text, s.order, chosen)
	if len(ops) > 0 {
		if c, err = s.do(merge.Note(as, file), ops); err != nil {
			return c, 0, err
		}
	}
	now := s.state()
	for _, x := range out {
		if as == merge.AsReading && !x.Clash && s.text.Has(x.First) {
			s.Ignore(now.second(x), Here)
		}
	}
	return c, n, nil
}
