package proof

import (
	"qingyang/app/bulletin"
	words "qingyang/app/proof/english"
)

// english are the words of English text that are none (E5), and those set twice (C7).
func english(p *Page, found func(bulletin.Finding)) {
	texts := p.published()
	runes := make([][]rune, len(texts))
	for i, t := range texts {
		runes[i] = t.runes
	}
	for _, x := range words.Find(runes) {
		t := texts[x.Block]
		if stands := p.House.standing(t.runes); stands != nil && stands[x.From] && x.Rule != "C7" {
			continue // the house knows it to be right
		}
		f := bulletin.Finding{Rule: x.Rule, At: idAt(t.block, x.From), Old: string(t.runes[x.From:x.To]), New: x.Right[0], Others: x.Right[1:]}
		found(f)
	}
}
