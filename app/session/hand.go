package session

import (
	"context"

	"qingyang/app/bulletin"
)

// Hand is text that people typed: the runes [From, To) of the block that a break ends.
type Hand struct {
	Break    bulletin.ID
	From, To int
}

// ByHand is all live text that people typed, in shown order, whatever lines they typed at once. Linear in the
// page's structure.
func (p *Snapshot) ByHand(ctx context.Context) (all []Hand, err error) {
	log := p.Text.Log()
	typed := func(origin int32) bool {
		return origin > 0 && int(origin) <= len(log) && log[origin-1].Author.Person != 0
	}
	for b := range p.Order.Blocks() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at, name := 0, p.Order.BreakAt(b)
		for _, s := range p.Order.Spans(b) {
			from := at
			at += s.Len()
			if !typed(s.Origin) {
				continue
			}
			if n := len(all); n > 0 && all[n-1].Break == name && all[n-1].To == from {
				all[n-1].To = at
				continue
			}
			all = append(all, Hand{name, from, at})
		}
	}
	return all, nil
}
