package clean

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/read"
)

// parts cuts a block at the ends of its parts, and keeps the text of each for typography.
func (d *drafter) parts(w *writing, end bulletin.ID) {
	b := w.b
	all := b.Parts
	if len(all) == 0 {
		all = []read.Part{{To: len(b.Text), Kind: b.Kind}}
	}
	whole := d.identify(b, w.ids)
	before := 0
	for k, p := range all {
		last := k == len(all)-1
		rule := p.Rule
		if last {
			rule = lastRule(b, all)
		}
		s := d.sheet(rule)
		d.dead(whole, before, p.From, deadRule(b, all, k))
		before = p.To
		if last {
			d.dead(whole, p.To, len(b.Text), deadRule(b, all, k))
			if s != nil && (len(all) > 1 || p.Kind != b.Kind && len(b.Parts) > 0) {
				s.ops.Mark(end, p.Kind, home(p.Kind, w.article))
			}
		} else if s != nil {
			at := s.insert(whole.ids[p.To-1], "\n")
			s.ops.Mark(at, p.Kind, home(p.Kind, w.article))
		}
		d.lives = append(d.lives, strip{kind: p.Kind, row: b.Role == read.Row, text: whole.text[p.From:p.To], ids: whole.ids[p.From:p.To]})
	}
}

// lastRule is the rule under which the last part of a block was cut off from the others.
func lastRule(b *read.Block, all []read.Part) string {
	switch all[len(all)-1].Kind {
	case bulletin.Byline:
		return "L5"
	case bulletin.Furniture:
		return "L8"
	case bulletin.Dateline:
		return "L6"
	}
	if b.Role.Title() {
		return "L7"
	}
	if len(all) > 1 {
		return all[len(all)-2].Rule
	}
	return "L3"
}

// deadRule is the rule under which what stands before part k goes.
func deadRule(b *read.Block, all []read.Part, k int) string {
	if k > 0 {
		return all[k-1].Dead
	}
	switch {
	case b.Role.Title():
		return "L7"
	case all[0].Kind == bulletin.Dateline:
		return "L6"
	case all[0].Kind == bulletin.Furniture:
		return "L8"
	}
	return "L5"
}

// home is the article of a part: furniture has none.
func home(k bulletin.Kind, article bulletin.ID) bulletin.ID {
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
func (d *drafter) identify(b *read.Block, ids []bulletin.ID) strip {
	w := strip{kind: b.Kind, text: slices.Clone(b.Text), ids: make([]bulletin.ID, len(b.At))}
	n := 0
	for k, at := range b.At {
		if at >= 0 {
			w.ids[k], w.text[k] = rawID(int(at)), d.raw.Text[at] // a gap inside a row is still as wide as it was
			continue
		}
		w.ids[k] = ids[n]
		n++
	}
	return w
}
