package session

import (
	"context"
	"unicode"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/proof"
	"qingyang/app/script"
)

// anchor is how many characters in a row tell where a block stands in another reading of its page.
const anchor = 5

// mostApart is how many characters two readings of one place have at most.
const mostApart = 4

// Against are the places where another reading of the page, from a second machine or a second scan, has other
// characters than the page as it stands: findings that suggest the other's. The order of its lines and blocks does not
// matter, nor how it is spaced; marks are not compared, nor what is let stand. Its cost is linear in both texts, and
// quadratic in how much of a block differs.
func (p *Snapshot) Against(ctx context.Context, other []rune) (all []Doubt, err error) {
	theirs, _ := dense(other)
	at := map[string]int{} // where a run of characters stands in theirs; -1 where it stands twice
	for i := 0; i+anchor <= len(theirs); i++ {
		key := string(theirs[i : i+anchor])
		if _, twice := at[key]; twice {
			at[key] = -1
			continue
		}
		at[key] = i
	}
	for b := range p.Order.Blocks() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		text, head := p.Order.Block(b)
		if head.Kind == bulletin.Furniture {
			continue
		}
		ours, places := dense(text)
		from, to, ok := within(ours, theirs, at)
		if !ok {
			continue
		}
		for _, piece := range compare.Smallest(ours, theirs[from:to]) {
			if piece.From == 0 || piece.To == len(ours) || !worthALook(ours[piece.From:piece.To], piece.Text) {
				continue // at the ends the other may have had more
			}
			first, last := places[piece.From], places[piece.To-1]
			if last-first != piece.To-piece.From-1 {
				continue // a space stands inside
			}
			d := p.doubt(bulletin.Finding{
				Check: proof.Second, Rule: "X2", At: p.Order.ID(bulletin.Place{Block: b, Off: first}),
				Old: string(text[first : last+1]), New: string(piece.Text), Around: string(text[max(0, first-1):min(len(text), last+2)]),
			})
			if !p.ignored.has(d) {
				all = append(all, d)
			}
		}
	}
	return all, nil
}

// dense are the characters of a text without its white space, and where each stands.
func dense(text []rune) (runes []rune, places []int) {
	for i, r := range text {
		if !unicode.IsSpace(r) && r != '\u3000' {
			runes, places = append(runes, r), append(places, i)
		}
	}
	return runes, places
}

// within is where in theirs our text stands, by the runs of characters that both have once: from the first to the last
// of them, and as much more as ours has beyond. ok is false where less than a third of ours is told by them.
func within(ours, theirs []rune, at map[string]int) (from, to int, ok bool) {
	type pair struct{ ours, theirs int }
	var all []pair
	for i := 0; i+anchor <= len(ours); i++ {
		if k, known := at[string(ours[i:i+anchor])]; known && k >= 0 {
			if n := len(all); n > 0 && (k <= all[n-1].theirs || k-all[n-1].theirs > 2*(i-all[n-1].ours)+40) {
				continue // of another place
			}
			all = append(all, pair{i, k})
		}
	}
	if len(all) == 0 || 3*(all[len(all)-1].ours+anchor-all[0].ours) < len(ours) {
		return 0, 0, false
	}
	first, last := all[0], all[len(all)-1]
	from = max(0, first.theirs-first.ours)
	to = min(len(theirs), last.theirs+len(ours)-last.ours)
	return from, to, from < to
}

// worthALook says whether two readings of a place differ in more than marks and widths.
func worthALook(a, b []rune) bool {
	if len(a) == 0 || len(b) == 0 || len(a) > mostApart || len(b) > mostApart {
		return false
	}
	switch compare.KindOf(a, b) {
	case compare.Width, compare.Punctuation:
		return false
	}
	says := func(r []rune) bool {
		for _, c := range r {
			if script.IsHan(c) || unicode.IsLetter(c) || unicode.IsDigit(c) {
				return true
			}
		}
		return false
	}
	return says(a) && says(b)
}
