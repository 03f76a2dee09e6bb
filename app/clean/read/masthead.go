package read

import (
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// mostMasthead is how many lines the head of a bulletin has at most.
const mostMasthead = 7

// masthead is how many lines at the top of a page are its own: the name of a bulletin, its number, the day, the
// office that makes it, a note whom it is for. Without the number of an issue on a line of its own, or beside a name
// or a day, or a day and the office, nothing is sure: a headline may stand above a day as well. Linear in those lines.
func (x *reader) masthead() int {
	if x.page.Latin {
		return 0
	}
	own, numbered, dated, made := 0, false, false, false
	for i := 0; i < len(x.ls) && i < mostMasthead; i++ {
		f := &x.fs[i]
		if f.texty() || x.ls[i].Stop || x.ls[i].Comma || f.n > 30 {
			break
		}
		switch {
		case x.numbered(i):
			numbered = true
			own = i + 1
		case f.lunar, f.has(fDate), f.has(fDated) && f.n <= 20, f.has(fImprint), f.has(fHouse), f.has(fFolio), f.has(fRule) && i == own, f.has(fPaper) && i == own:
			own = i + 1
			dated, made = dated || f.has(fDate) || f.has(fDated), made || phrase.IsMaker(layout.Tight(x.ls[i].Text))
		case x.ls[i].First == '（' && x.ls[i].Last == '）' && i == own:
			own = i + 1
		}
	}
	if !numbered && !(dated && made) || own < 2 {
		return 0
	}
	return own
}

// numbered says whether line i says which number of a bulletin this is, and at most its name and the day besides.
func (x *reader) numbered(i int) bool {
	d := phrase.ReadDateLine(x.ls[i].Text)
	if d.Number.Empty() {
		return false
	}
	rest := 0
	for k, c := range x.ls[i].Text {
		if (k < d.Number.From || k >= d.Number.To) && (script.IsHan(c) || script.IsLatin(c)) {
			rest++
		}
	}
	dated := x.fs[i].has(fDated)
	return rest <= 2 || dated && rest <= 14 || rest <= 8 && d.Number.To == script.TrimBlank(x.ls[i].Text, 0, len(x.ls[i].Text))
}
