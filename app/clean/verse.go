package clean

import "slices"

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
		if _, ok := authorCredit(ls[i].r); !ok || i > 0 && (ls[i-1].stop || marksIn(clip(ls[i-1].r, 60), "。，") > 0) {
			continue // a title stands above an author's name
		}
		size := 0
		for j := i + 1; j < len(ls); {
			n := chunk(ls, j, 40)
			if n > 12 || slices.Contains(p.table[j:j+n], true) || !stanza(ls[j:j+n]) || n < 3 && n != size || j+n < len(ls) && leads(ls[j+n].r) {
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

// stanza says whether a group of lines reads as verse.
func stanza(ls []line) bool {
	widest, ragged, inner := 0, 0, 0
	for _, l := range ls {
		widest = max(widest, l.width)
	}
	if widest > 32 {
		return false
	}
	for k, l := range ls {
		last := k == len(ls)-1
		if leads(l.r) || series(l.r) || l.last == '：' || marksIn(l.r, "。；！？") > 1 || l.tail {
			return false
		}
		if _, ok := wholeCredit(l.r); ok {
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
	return len(ls) > 1 && ragged > 0 && 2*ragged+1 >= len(ls)-1 && 2*inner <= len(ls)
}
