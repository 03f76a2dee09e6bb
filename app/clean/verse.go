package clean

import (
	"slices"

	"qingyang/app/phrase"
)

// verses fills in which lines are verse: groups of three and more short lines behind an author's
// name, without stops inside them, of lengths that no column would give.
func (p *page) verses(ls []line) {
	p.verse = make([]bool, len(ls))
	if p.latin {
		return
	}
	for i := 0; i+3 < len(ls); i++ {
		if len(ls[i].r) > 40 || p.table[i] {
			continue
		}
		if _, ok := phrase.AuthorCredit(ls[i].r); !ok && !nameAlone(ls, i) || i > 0 && (ls[i-1].stop || marksIn(clip(ls[i-1].r, 60), "。，") > 0) {
			continue // a title stands above an author's name
		}
		size := 0
		for j := i + 1; j < len(ls); {
			n := chunk(ls, j, 40)
			if n > 12 || slices.Contains(p.table[j:j+n], true) || !stanza(ls[j:j+n], size > 0) || n < 3 && n != size && !rest(ls, j+n, size) || j+n < len(ls) && phrase.IsLead(ls[j+n].r) {
				break
			}
			for k := j; k < j+n; k++ {
				p.verse[k] = true
			}
			size = n
			j += n
		}
	}
}

// nameAlone says whether line i is a name and nothing else, right below a title.
func nameAlone(ls []line, i int) bool {
	l := &ls[i]
	return i > 0 && l.gap == 0 && below(ls, i) > 0 && phrase.IsName(l.r) && !ls[i-1].stop && !ls[i-1].comma && len(ls[i-1].r) < 30
}

// rest says whether a couplet that ends above line i may be the end of a poem: it is not the title of
// what follows. size is that of the stanza above, 0 for none.
func rest(ls []line, i, size int) bool {
	if size == 0 || i >= len(ls) {
		return size > 0
	}
	l := &ls[i]
	if _, ok := phrase.AuthorCredit(l.r); ok || nameAlone(ls, i) {
		return false
	}
	_, ok := phrase.WholeCredit(l.r)
	return !ok && len(l.r) <= 20 && !l.stop && l.last != '：'
}

// stanza says whether a group of lines reads as verse; more is said where it follows one that does.
func stanza(ls []line, more bool) bool {
	widest, ragged, inner := 0, 0, 0
	for _, l := range ls {
		widest = max(widest, l.width)
	}
	if widest > 32 {
		return false
	}
	for k, l := range ls {
		last := k == len(ls)-1
		if phrase.IsLead(l.r) || phrase.OpensItem(l.r) || l.last == '：' || marksIn(l.r, "。；！？") > 1 || l.tail {
			return false
		}
		if _, ok := phrase.WholeCredit(l.r); ok {
			return false
		}
		if marksIn(l.r[:len(l.r)-1], "，。；！？：") > 0 {
			inner++
		}
		room := widest - l.width
		if !last && room >= ls[k+1].unit && (k > 0 || room < 4 || room > 5) { // a first line's indent proves nothing
			ragged++
		}
	}
	if more {
		return len(ls) > 1 && widest <= 28 && !ls[len(ls)-1].stop
	}
	return len(ls) > 1 && ragged > 0 && 2*ragged+1 >= len(ls)-1 && 2*inner <= len(ls)
}
