package merge

import (
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
)

// This file merges three states: a page as it once was, the same page as it is now, and a text from outside that was
// made of the first. Characters are followed from the first to the second by their identities, so that nothing needs
// to be guessed but where the text from outside differs.

// page is a page as it is now, with its shown order.
type page struct {
	Text  *revision.Text
	Order *revision.Order
}

// cell is a character of a page at an earlier state; a line break is '\n'.
type cell struct {
	r  rune
	id bulletin.ID
	// soft is a break that files do not show: between a dateline or a byline and what runs in behind it, and between
	// titles of one kind.
	soft bool
	kind bulletin.Kind // of the block that a break ends
}

// large is how many characters a piece has at most that is taken without being looked at: a paragraph that is missing
// may be one that the other was never meant to have.
const large = 60

// reach is how far from a difference characters are looked for that still stand.
const reach = 40

// three merges the pieces in which a text from outside differs from cells, which are of the earlier state, into the page
// as it is. The cells belong to the shown blocks [from, to) now; to is 0 where that is not known, and then nothing is
// taken to stand between the first of them and the beginning of its block, or behind the last.
func (p page) three(cells []cell, pieces []compare.Piece, from, to int, f *Found) {
	for i := 0; i < len(pieces); {
		l, r := pieces[i].From-1, pieces[i].To
		j := i + 1
		a, okA := p.behind(cells, &l, from, to)
		b, okB := p.before(cells, &r, to)
		for ; j < len(pieces) && pieces[j].From <= r; j++ { // it lies in what had to be gone over
			r = max(r, pieces[j].To)
			b, okB = p.before(cells, &r, to)
		}
		base, theirs := spell(cells[l+1:r]), taken(cells, l+1, r, pieces[i:j])
		i = j
		if !okA || !okB || a.Compare(b) > 0 || to > 0 && b.Block >= to {
			f.Apart = append(f.Apart, theirs)
			continue
		}
		ours := p.Order.Between(a, b)
		switch {
		case ours == theirs:
		case ours == base:
			x := p.place(a, b, ours, base, theirs)
			x.Large = x.Large || base == "" && behindEnd(theirs, cells[r:])
			f.Places = append(f.Places, x)
		default:
			x := p.place(a, b, ours, base, theirs)
			x.Clash = true
			f.Places = append(f.Places, x)
		}
	}
}

// behindEnd says whether a piece that is put in before the last cells is a paragraph behind them, wherever the difference
// begins: what stands there may not be of the article.
func behindEnd(piece string, last []cell) bool {
	if piece == "\n" || !strings.Contains(piece, "\n") {
		return false
	}
	rest := spell(last)
	return strings.HasPrefix(piece+rest, rest+"\n")
}

// place is what the text has otherwise between two places of the page.
func (p page) place(a, b bulletin.Place, ours, base, theirs string) Place {
	n, k := len([]rune(ours)), len([]rune(theirs))
	return Place{
		At: a, End: b, First: p.Order.ID(a), Old: ours, New: theirs, Base: base,
		Large: n-k > large || k-n > large || strings.Count(ours, "\n") > 1 && k == 0,
	}
}

// behind is the place behind the last cell up to *l that still lives, and moves *l there; -1 is where the blocks begin.
func (p page) behind(cells []cell, l *int, from, to int) (bulletin.Place, bool) {
	for n := 0; *l >= 0 && n < reach; n++ {
		if at, live := p.Order.PlaceOf(cells[*l].id); live {
			if cells[*l].r == '\n' {
				return bulletin.Place{Block: at.Block + 1}, true
			}
			at.Off++
			return at, true
		}
		*l--
	}
	return bulletin.Place{Block: from}, *l < 0 && to > 0
}

// before is the place of the first cell from *r on that still lives, and moves *r there; len(cells) is where the
// blocks end.
func (p page) before(cells []cell, r *int, to int) (bulletin.Place, bool) {
	for n := 0; *r < len(cells) && n < reach; n++ {
		if at, live := p.Order.PlaceOf(cells[*r].id); live {
			return at, true
		}
		*r++
	}
	if to == 0 {
		return bulletin.Place{}, false
	}
	return bulletin.Place{Block: to - 1, Off: p.Order.Length(to - 1)}, *r >= len(cells)
}

// taken is what the other has in place of cells [from, to), which hold pieces.
func taken(cells []cell, from, to int, pieces []compare.Piece) string {
	var text []rune
	at := from
	for _, q := range pieces {
		text = append(append(text, []rune(spell(cells[at:q.From]))...), q.Text...)
		at = q.To
	}
	return string(append(text, []rune(spell(cells[at:to]))...))
}

func spell(cells []cell) string {
	text := make([]rune, len(cells))
	for i, c := range cells {
		text[i] = c.r
	}
	return string(text)
}

// cellsOf are the characters of a block, and its break.
func cellsOf(o *revision.Order, b int) (cells []cell) {
	text, head := o.Block(b)
	for _, s := range o.Spans(b) {
		for k := range s.Len() {
			cells = append(cells, cell{r: text[len(cells)], id: s.At(k)})
		}
	}
	return append(cells, cell{r: '\n', id: head.Break, kind: head.Kind})
}

// drafted is the number of the last revision before anybody worked on the page.
func drafted(t *revision.Text) int {
	for i, r := range t.Log() {
		if r.Author.Person != 0 {
			return i
		}
	}
	return t.N()
}
