package merge

import (
	"context"
	"unicode"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
	"qingyang/app/script"
)

// anchor is how many characters in a row tell where a block stands in another reading of its page.
const anchor = 5

// mostApart is how many characters two readings of one place have at most.
const mostApart = 4

// mostMissed is how many characters one reading may have that the other passed over: two lines of a column.
const mostMissed = 40

// Reading holds what another machine read of a page, or the same one of another scan, against what this one read: against
// the page as cleaning left it, so that what people corrected since is theirs. Where they changed the same characters that
// is a clash. The order of the other's lines and blocks does not matter, nor how it is spaced; marks are not compared. Its
// cost is linear in both texts, and quadratic in how much of a block differs; the page is replayed where somebody has
// worked on it.
func Reading(ctx context.Context, t *revision.Text, o *revision.Order, other []rune) (f Found, err error) {
	p, old := page{t, o}, o
	if f.Since = drafted(t); f.Since < t.N() {
		old = t.At(f.Since).Order()
	}
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
	all, found := 0, 0
	for b := range old.Blocks() {
		if err := ctx.Err(); err != nil {
			return f, err
		}
		text, head := old.Block(b)
		if head.Kind == bulletin.Furniture {
			continue
		}
		ours, places := dense(text)
		all += len(ours)
		from, to, ok := within(ours, theirs, at)
		if !ok {
			continue
		}
		found += len(ours)
		cells := cellsOf(old, b)
		var pieces []compare.Piece
		for _, q := range compare.Smallest(ours, theirs[from:to]) {
			if q.From == 0 || q.To == len(ours) || !worthALook(ours[q.From:q.To], q.Text) {
				continue // at the ends the other may have had more
			}
			first, end := places[q.From-1]+1, places[q.To]
			if q.To > q.From {
				first, end = places[q.From], places[q.To-1]+1
			}
			if end-first == q.To-q.From { // else a space stands inside
				pieces = append(pieces, compare.Piece{From: first, To: end, Text: q.Text})
			}
		}
		p.three(cells, pieces, 0, 0, &f)
	}
	if all > 0 {
		f.Share = float64(found) / float64(all)
	}
	for i := range f.Places {
		x := &f.Places[i]
		x.Large = max(len([]rune(x.Old)), len([]rune(x.New))) > mostApart
	}
	return f, nil
}

// Holds is how much of a text stands on a page, o, of 1, by its strings of five characters. Linear in both.
func Holds(o *revision.Order, other []rune) float64 {
	stands := map[string]bool{}
	for b := range o.Blocks() {
		text, _ := o.Block(b)
		runes, _ := dense(text)
		for i := 0; i+anchor <= len(runes); i++ {
			stands[string(runes[i:i+anchor])] = true
		}
	}
	n, all := 0, 0
	for _, line := range proseLines(other) {
		runes, _ := dense(line)
		for i := 0; i+anchor <= len(runes); i++ {
			if all++; stands[string(runes[i:i+anchor])] {
				n++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// dense are the characters of a text without its white space, and where each stands.
func dense(text []rune) (runes []rune, places []int) {
	for i, r := range text {
		if !unicode.IsSpace(r) && r != '\uFEFF' {
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

// worthALook says whether two readings of a place differ in more than marks and widths: in a few characters, or where
// one of them passed over some.
func worthALook(a, b []rune) bool {
	if len(a) == 0 || len(b) == 0 {
		return max(len(a), len(b)) <= mostMissed && says(a) != says(b)
	}
	if len(a) > mostApart || len(b) > mostApart {
		return false
	}
	switch compare.KindOf(a, b) {
	case compare.Width, compare.Punctuation:
		return false
	}
	return says(a) && says(b)
}

// says says whether something is said in a text: a Han character, a letter or a digit.
func says(text []rune) bool {
	for _, c := range text {
		if script.IsHan(c) || unicode.IsLetter(c) || unicode.IsDigit(c) {
			return true
		}
	}
	return false
}
