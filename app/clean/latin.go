package clean

import (
	"strings"
	"unicode"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// mostlyLatin says whether a page is written in Latin letters: more of them than twice its Han
// characters. Looks at no more than 20,000 runes.
func mostlyLatin(ls []line) bool {
	han, latin := 0, 0
	for _, l := range ls {
		for _, c := range l.r[:min(len(l.r), 2000)] {
			if script.IsHan(c) {
				han++
			} else if script.IsLatin(c) {
				latin++
			}
		}
		if han+latin > 20000 {
			break
		}
	}
	return latin > 2*han
}

// words cuts a line at its spaces, at most 40 of them.
func words(r []rune) []string {
	w := strings.Fields(string(clip(r, 150)))
	return w[:min(len(w), 40)]
}

func capital(w string) bool {
	for _, c := range w {
		return unicode.IsUpper(c)
	}
	return false
}

// names says whether all words are capitalised and hold no digits, and how many there are.
func names(ws []string) (int, bool) {
	for _, w := range ws {
		if !capital(w) && w != "and" && w != "de" && w != "van" && w != "of" || strings.ContainsAny(w, "0123456789:;!?") {
			return 0, false
		}
	}
	return len(ws), len(ws) > 0
}

// latinCaptions finds captions in a Latin page: a few lines between empty ones that name the
// photographer or begin as a caption does.
func latinCaptions(to []segment, ls []line, i int) []segment {
	if i > 0 && ls[i].gap == 0 {
		return to
	}
	n := chunk(ls, i, captionLines+1)
	if n > captionLines {
		return to
	}
	var all []rune
	for _, l := range ls[i : i+n] {
		all = append(append(all, clip(l.r, 100)...), ' ')
	}
	if phrase.NamesPhotographer(all) || phrase.ShowsLatinPicture(all) {
		to = append(to, segment{role: caption, n: n, cost: 0.2, why: WhyPhoto})
	}
	return to
}

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// latinFurniture recognises folios, date lines, running heads (E7) and imprints in a Latin page.
func latinFurniture(ls []line, i int, p *page) (cost float32, ok bool) {
	r := ls[i].r
	s := string(r)
	near := i < 5 && (i == 0 || p.head[i-1])
	alone := ls[i].gap > 0 && below(ls, i) > 0 || near || i >= len(ls)-2
	if phrase.IsLatinImprint(r) {
		return 0.2, true
	}
	ws := words(r)
	if len(ws) == 0 || len(ws) > 9 || strings.HasSuffix(s, ".") {
		return 0, false
	}
	for k, w := range ws {
		if w == "Page" && k+1 < len(ws) && number(ws[k+1]) && (len(ws) <= 2 || alone) {
			return 0.2, true
		}
	}
	if len(ws) == 1 && len(r) <= 3 && number(s) && alone {
		return 0.3, true
	}
	if len(ws) <= 6 && number(ws[len(ws)-1]) && len(ws[len(ws)-1]) == 4 {
		for _, m := range months {
			if strings.Contains(s, m) {
				return 0.2, true
			}
		}
	}
	if i == 0 && len(ws) <= 5 {
		if _, all := names(ws); all && len(ls) > 1 && latinHead(ls, p) {
			return 0.3, true
		}
	}
	if p.title != "" && i > 0 && alone && strings.HasPrefix(s, p.title) {
		return 0.3, true
	}
	return 0, false
}

// latinHead says whether the first line of a page is the paper's name: a date follows, or the same
// words stand on the page again.
func latinHead(ls []line, p *page) bool {
	p.title = string(ls[0].r)
	for _, m := range months {
		if strings.Contains(string(clip(ls[1].r, 40)), m) {
			return true
		}
	}
	for _, l := range ls[1:min(len(ls), 2000)] {
		if len(l.r) < 90 && strings.Contains(string(l.r), p.title) {
			return true
		}
	}
	for _, w := range []string{"News", "Bulletin", "Courier", "Times", "Post", "Herald", "Gazette", "Journal", "Chronicle", "Mail", "Echo", "Observer", "Argus", "Weekly", "Daily"} {
		if strings.Contains(p.title, w) {
			return true
		}
	}
	p.title = ""
	return false
}

func number(s string) bool {
	for _, c := range s {
		if !script.IsDigit(c) {
			return false
		}
	}
	return s != ""
}

var ()

// dropCap says whether line i is a large first letter that stands by itself above its word (E8).
func dropCap(ls []line, i int, p *page) bool {
	if !p.latin || i < 0 || i+1 >= len(ls) || ls[i+1].gap > 1 || len(ls[i].r) != 1 || len(ls[i+1].r) < 8 {
		return false
	}
	return unicode.IsUpper(ls[i].first) && script.IsLatin(ls[i].first) && unicode.IsLetter(ls[i+1].first)
}

// capWord says whether a drop cap is a word by itself: A, I. Only these two are, and most often they are.
func capWord(r rune) bool { return r == 'A' || r == 'I' }
