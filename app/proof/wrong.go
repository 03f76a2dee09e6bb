package proof

import (
	"qingyang/app/bulletin"
	"qingyang/app/proof/chars"
	"qingyang/app/rule"
)

// The codes of reasons for which another character is likelier.
const (
	WhyShape = chars.WhyShape // they look alike
	WhySound = chars.WhySound // they sound alike
	WhyWord  = chars.WhyWord  // a word comes about
	WhyOften = chars.WhyOften // the characters around it stand together far oftener so

	WhyUnsure = chars.WhyUnsure // the reading machine was not sure of it
)

// forCharacters are the published blocks as package chars takes them: what a rule has something to say about is
// not looked at, nor what the house knows to be right. Suggestions of the rules that set recognition right make
// the page the more doubtful.
func (p *Page) forCharacters() []chars.Block {
	texts := p.published()
	blocks := make([]chars.Block, len(texts))
	for i, t := range texts {
		blocks[i] = chars.Block{Text: t.runes}
		blocks[i].Owned = p.House.standing(t.runes)
		blocks[i].Doubt, blocks[i].Other = p.doubts(t)
		if len(t.suggested) == 0 {
			continue
		}
		if blocks[i].Owned == nil {
			blocks[i].Owned = make([]bool, len(t.runes))
		}
		for _, x := range t.suggested {
			for k := x.From; k < x.To; k++ {
				blocks[i].Owned[k] = true
			}
			switch x.Rule {
			case "N2", "N3", "P11", "P17":
				blocks[i].Errors++
			}
		}
	}
	return blocks
}

// doubts are how unsure the reading machine was of each character of a block, and what it would have read instead; nil
// where it was unsure of none, or would have read nothing else.
func (p *Page) doubts(t published) (doubts []uint8, others []rune) {
	at := 0
	for _, s := range t.block.Spans {
		for k := range s.Len() {
			id := s.At(k)
			if id.Origin != 0 || int(id.Index) >= len(p.Glyphs) {
				continue
			}
			g := p.Glyphs[id.Index]
			if g.Doubt > 0 {
				if doubts == nil {
					doubts = make([]uint8, len(t.runes))
				}
				doubts[at+k] = g.Doubt
			}
			if g.Other != 0 {
				if others == nil {
					others = make([]rune, len(t.runes))
				}
				others[at+k] = g.Other
			}
		}
		at += s.Len()
	}
	return doubts, others
}

// slips are characters left out and set too much (C7).
func slips(p *Page, found func(bulletin.Finding)) {
	for _, x := range chars.Load().Slips(p.forCharacters()) {
		t := &p.texts[x.Block]
		found(t.suggestion(rule.Suggestion{Rule: "C7", Edit: rule.Edit{New: string(x.Right)}}, x.From, x.To))
	}
}

// wrong are the characters where another one is likelier (C2), but for those that are right for another reason.
func wrong(p *Page, found func(bulletin.Finding)) {
	texts := p.published()
	if p.traditional {
		return
	}
	for _, x := range chars.Load().Find(p.forCharacters(), p.Strict) {
		t := texts[x.Block]
		f := bulletin.Finding{Rule: "C2", At: idAt(t.block, x.At), Old: string(x.Wrong), New: string(x.Right[0]), Strength: x.Strength}
		for _, r := range x.Right[1:] {
			f.Others = append(f.Others, string(r))
		}
		from, to := x.Word[0], x.Word[1]
		if from == to {
			from, to = max(0, x.At-1), min(len(t.runes), x.At+2)
		}
		f.Around = string(t.runes[from:to])
		for _, code := range x.Why {
			f.Cues = append(f.Cues, bulletin.Cue{Code: code, Holds: true})
		}
		found(f)
	}
}
