package proof

import (
	"qingyang/app/bulletin"
	"qingyang/app/rule"
	"qingyang/app/source"
)

// junctions are the joins and breaks that cleaning was not sure of and nobody has decided since.
func junctions(p *Page, found func(bulletin.Finding)) {
	for _, j := range p.Account.Uncertain() {
		if !p.Decided(j.At) {
			found(bulletin.Finding{At: j.At, Join: !p.lives(j.At), Cues: j.Cues})
		}
	}
}

// tray are the blocks that nobody has given to an article.
func tray(p *Page, found func(bulletin.Finding)) {
	for _, b := range p.Blocks {
		if b.Article == bulletin.None && b.Kind != bulletin.Furniture {
			found(bulletin.Finding{At: idAt(b, 0)})
		}
	}
}

// rules are what the rules suggest for the blocks that are published, and characters left out and set too much.
func rules(p *Page, found func(bulletin.Finding)) {
	for _, t := range p.published() {
		for _, x := range t.suggested {
			found(t.suggestion(x, x.From, x.To))
		}
	}
	if !p.House.off(Wrong) && !p.traditional {
		slips(p, found)
	}
}

// flags are what the rules flag, in a block by itself and because of what stands elsewhere in its article, and
// facts that do not fit each other.
func flags(p *Page, found func(bulletin.Finding)) {
	for _, t := range p.published() {
		for _, x := range rule.Flags(t.runes) {
			found(t.suggestion(x, x.From, x.To))
		}
	}
	p.stories(func(story []published) {
		var body []int // a title promises nothing, and its marks are its own
		for i := range story {
			if story[i].block.Kind.Title() {
				across(story, []int{i}, found)
			} else {
				body = append(body, i)
			}
		}
		across(story, body, found)
	})
	for _, find := range []func(*Page, func(bulletin.Finding)){tomorrow, headlines, styles, ends, days, ages, totals, wholes, headAmounts, names, roles} {
		find(p, found)
	}
}

// across are the flags of some blocks of a story because of each other.
func across(story []published, of []int, found func(bulletin.Finding)) {
	texts := make([][]rune, len(of))
	for k, i := range of {
		texts[k] = story[i].runes
	}
	for _, x := range rule.Across(texts) {
		found(story[of[x.Paragraph]].suggestion(x.Suggestion, x.From, x.To))
	}
}

// headless are the articles without a title, by their first characters.
func headless(p *Page, found func(bulletin.Finding)) {
	titled := map[bulletin.ID]bool{}
	for _, b := range p.Blocks {
		titled[b.Article] = titled[b.Article] || b.Kind.Title()
	}
	for _, b := range p.Blocks {
		if b.Article == bulletin.None || b.Kind == bulletin.Furniture || titled[b.Article] {
			continue
		}
		titled[b.Article] = true // once
		found(bulletin.Finding{At: idAt(b, 0)})
	}
}

// characters are those of a layout program's own (造字) that still stand in the text.
func characters(p *Page, found func(bulletin.Finding)) { p.damaged(source.Private, found) }

// damage are the bytes that could not be read, where the sign for them still stands in the text.
func damage(p *Page, found func(bulletin.Finding)) { p.damaged(source.BadBytes, found) }

func (p *Page) damaged(kind source.DamageKind, found func(bulletin.Finding)) {
	for _, x := range p.Damage {
		if id := (bulletin.ID{Index: int32(x.At)}); x.Kind == kind && p.lives(id) {
			found(bulletin.Finding{At: id})
		}
	}
}
