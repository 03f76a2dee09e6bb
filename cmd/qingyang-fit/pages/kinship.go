package pages

import (
	"strings"

	"qingyang/app/script"
)

// pairsOf are the two-character words of a text, or the longer words of a Latin one.
func pairsOf(t []rune, latin bool) map[string]bool {
	m := map[string]bool{}
	if latin {
		for _, w := range strings.FieldsFunc(strings.ToLower(string(t)), func(r rune) bool { return !isLetter(r) }) {
			if len(w) > 4 {
				m[w] = true
			}
		}
		return m
	}
	for i := 1; i < len(t); i++ {
		if script.IsHan(t[i-1]) && script.IsHan(t[i]) {
			m[string(t[i-1:i+1])] = true
		}
	}
	return m
}

// telling says whether the words of blocks point to the text of their article and to that of no
// other story of the page: else nobody could bring them home from far.
func (p *Page) telling(a *article, blocks ...*block) bool {
	words := map[string]bool{}
	for _, b := range blocks {
		if b != nil {
			for w := range pairsOf(b.text, a.latin) {
				words[w] = true
			}
		}
	}
	own, other := 0, 0
	for _, x := range p.articles {
		n := 0
		all := map[string]bool{}
		for _, b := range x.paras {
			for w := range pairsOf(b.text, a.latin) {
				all[w] = true
			}
		}
		for w := range words {
			if all[w] {
				n++
			}
		}
		if x == a {
			own = n
		} else {
			other = max(other, n)
		}
	}
	if a.latin {
		return own >= 2 && own > other
	}
	return own >= 3 && own >= 2*other
}
