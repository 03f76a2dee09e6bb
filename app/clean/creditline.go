package clean

import (
	"slices"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// credits finds lines that are a credit and nothing else (L5): one line, or one that a line's end
// cut in two.
func credits(to []segment, ls []line, i int, p *page) []segment {
	if ls[i].slug {
		return append(to, segment{role: byline, n: 1, cost: -3, why: WhyLead})
	}
	if c, ok := phrase.WholeCredit(ls[i].r); ok && !c.Photo {
		if i > 0 && ls[i].gap == 0 && phrase.CallingCut(ls[i-1].r, ls[i].r) {
			return to // its first words stand above
		}
		cost := float32(0.2)
		if !c.Called {
			cost = 1.5 // names alone in brackets
		}
		return append(to, segment{role: byline, n: 1, cost: cost, why: WhyCredit})
	}
	if c, ok := phrase.LatinByline(ls[i].r); ok && !c.Photo {
		return append(to, segment{role: byline, n: 1, cost: 0.4, why: WhyCredit})
	}
	if authorCut(ls, i) {
		return append(to, segment{role: byline, n: 2, cost: 0.6, why: WhyCredit})
	}
	if _, ok := phrase.AuthorCredit(ls[i].r); ok && ls[i].width < 60 && !p.table[i] {
		cost := float32(1)
		if phrase.SkipOrnaments(ls[i].r, 0) > 0 {
			cost = 0.3
		}
		return append(to, segment{role: byline, n: 1, cost: cost, why: WhyCredit})
	}
	if cost, ok := loneName(ls, i); ok {
		return append(to, segment{role: byline, n: 1, cost: cost, why: WhyCredit})
	}
	if l := &ls[i]; i > 0 && !p.table[i] && phrase.IsNames(l.r) && !phrase.EndsInCalling(ls[i-1].r) && (ls[i-1].stop && below(ls, i) > 0 || !ls[i-1].stop && !ls[i-1].comma && len(ls[i-1].r) < 30) {
		return append(to, segment{role: byline, n: 1, cost: 0.6, why: WhyCredit})
	}
	if i+1 < len(ls) && ls[i+1].gap == 0 && len(ls[i].r)+len(ls[i+1].r) < 60 && phrase.CreditRest(ls[i+1].r) {
		both := append(append([]rune{}, ls[i].r...), ls[i+1].r...)
		if c, ok := phrase.WholeCredit(both); ok && !c.Photo {
			return append(to, segment{role: byline, n: 2, cost: 1.2, why: WhyCredit})
		}
	}
	return to
}

// loneName says whether a line is one name and stands where credits do, and what reading it so costs.
func loneName(ls []line, i int) (cost float32, ok bool) {
	l := &ls[i]
	if i == 0 || !phrase.IsName(l.r) {
		return 0, false
	}
	above := &ls[i-1]
	title := !above.stop && !above.comma && len(above.r) < 30 // it may be one
	last := i+1 == len(ls)
	text := func() bool { return ls[i+1].width > column(ls, i+1)-6 }
	switch {
	case nameAlone(ls, i) && !l.rest && !third(ls, i) && !above.tail:
		return -0.6, true // right below a title
	case !last && l.gap > 0 && ls[i+1].gap > 0 && len(l.r) == 3 && title && !above.tail && text():
		return 1, true // the same between empty lines
	case !last && ls[i+1].gap == 0 && len(l.r) <= 4 && !above.comma && phrase.IsLead(ls[i+1].r):
		return 0.3, true // right above a lead
	case l.gap == 0 && below(ls, i) > 0 && len(l.r) == 3 && !l.rest && above.stop:
		return 1, true // below a story's end
	case !last && l.gap == 0 && ls[i+1].gap == 0 && len(l.r) <= 3 && title && text():
		return 1, true // between a title and its text
	}
	return 0, false
}

// third says whether a line is the last of three calls of three characters, one below the other.
func third(ls []line, i int) bool {
	return i > 1 && ls[i].gap == 0 && ls[i-1].gap == 0 && len(ls[i].r) == 3 && len(ls[i-1].r) == 3 && len(ls[i-2].r) == 3
}

// column is how wide the next lines from line i on are at most.
func column(ls []line, i int) int {
	m := 0
	for _, l := range ls[i:min(len(ls), i+6)] {
		m = max(m, min(l.width, widest))
	}
	return m
}

// authorCut says whether a line's end cuts the line that names an author: an office and the name below
// it, or a foreign name.
func authorCut(ls []line, i int) bool {
	if i+1 >= len(ls) || ls[i+1].gap > 0 || below(ls, i+1) == 0 || len(ls[i].r) > 30 || len(ls[i+1].r) > 16 {
		return false
	}
	a, b := ls[i].r, ls[i+1].r
	switch {
	case phrase.IsName(b):
		return cells(a) == 1 && len(a) > 4 && phrase.IsStation(a) && script.HanRun(a, 0) == len(a)
	case phrase.IsLatinName(b):
		_, ok := phrase.AuthorCredit(append(append(slices.Clip(a), ' '), b...))
		return ok
	}
	return false
}
