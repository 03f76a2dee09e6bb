package session

import (
	"context"

	"qingyang/app/bulletin"
)

// Piece is a stretch of text: the runes [From, To) of the block that a break ends.
type Piece struct {
	Break    bulletin.ID
	From, To int
}

// ByHand is all live text that people typed, in shown order, whatever lines they typed at once. Linear in the
// page's structure.
func (p *Snapshot) ByHand(ctx context.Context) ([]Piece, error) {
	log := p.Text.Log()
	return p.pieces(ctx, func(s bulletin.Span, add func(from, to int)) {
		if s.Origin > 0 && int(s.Origin) <= len(log) && log[s.Origin-1].Author.Person != 0 {
			add(0, s.Len())
		}
	})
}

// unsure is from what doubt of a reading machine on, in per cent, a character is shown as one to be looked at.
const unsure = 50

// Unsure is all live raw text of which the machine that read it said that it was more likely wrong than right. Linear
// in the page where the source has doubts at all.
func (p *Snapshot) Unsure(ctx context.Context) ([]Piece, error) {
	glyphs := p.raw.Glyphs
	if glyphs == nil {
		return nil, nil
	}
	return p.pieces(ctx, func(s bulletin.Span, add func(from, to int)) {
		for k := range s.Len() {
			if off := int(s.From) + k; s.Origin == 0 && off < len(glyphs) && glyphs[off].Doubt >= unsure {
				add(k, k+1)
			}
		}
	})
}

// pieces are the stretches that pick adds of each span, in shown order; those that touch are one.
func (p *Snapshot) pieces(ctx context.Context, pick func(s bulletin.Span, add func(from, to int))) (all []Piece, err error) {
	for b := range p.Order.Blocks() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at, name := 0, p.Order.BreakAt(b)
		for _, s := range p.Order.Spans(b) {
			pick(s, func(from, to int) {
				if n := len(all); n > 0 && all[n-1].Break == name && all[n-1].To == at+from {
					all[n-1].To = at + to
					return
				}
				all = append(all, Piece{name, at + from, at + to})
			})
			at += s.Len()
		}
	}
	return all, nil
}
