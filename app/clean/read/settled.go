package read

import (
	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// What the shape of a few lines settles by itself, whatever the fitted cues say. Each holds on so few lines of the
// pages of the fit that none could be learned from them, or on pieces of so few lines that the page's habits and
// measures are not known yet. The numbers are natural logarithms of odds, set so that they outweigh what such lines
// were seen to weigh otherwise.
const (
	// verse is for lines being verse that are as long as each other, four of them and more, each ending with the
	// mark of a clause: prose whose lines end so four times running was not seen.
	verse = 10
	// unfilled is against going on, in a small piece, behind a row, or a line as wide as none beside it, that ends
	// no sentence: the next word would have stood on it.
	unfilled = 12
	// capitalHead is for a line of Latin capitals with a stop, behind the end of a sentence, being a headline (L7).
	capitalHead = 8
	// bracketed is against a title wholly in round brackets: a note to the reader, or a credit.
	bracketed = 8
	// sentenceStays is against a whole sentence in a small piece being furniture.
	sentenceStays = 6
	// lunar is for a date of the lunar calendar and nothing else being furniture.
	lunar = 16
	// underDate is for the first line of a small piece, the page's date above it left out, being its headline where
	// it has a pause and no mark.
	underDate = 6
	// cutSentence is for a line going on with a sentence that a folio, a rule or a photo's credit cut in two (L2).
	cutSentence = 9
)

// settle adds what is settled of line i, by role.
func (r *Reading) settle(i int, to *[Roles]float32) {
	x := r.asker
	l, f := &x.ls[i], &x.fs[i]
	small := len(x.ls) < smallPiece
	against := func(what func(Role) bool, by float32) {
		for q := range Roles {
			if what(q) {
				to[q] -= by
			}
		}
	}
	if x.verse(i) {
		to[Row] += verse
	}
	if small && i > 0 && x.unfilled(i) {
		against(Role.Next, unfilled)
	}
	if i > 0 && r.Page.Latin && x.capitalHead(i) {
		to[Headline] += capitalHead
	}
	if i > 0 && r.Page.Latin && x.capitalHead(i-1) {
		against(Role.Next, capitalHead)
	}
	if l.First == '（' && l.Last == '）' {
		against(Role.Title, bracketed)
	}
	if small && f.texty() && f.n >= 12 && !f.has(fRule) && !f.has(fImprint) && !f.has(fJump) {
		to[Furniture] -= sentenceStays
		if r.Page.Latin && f.shape == 9 && !f.has(fLatinCaps) {
			against(Role.Title, sentenceStays)
		}
	}
	if f.lunar {
		to[Furniture] += lunar
	}
	if small && f.pause > 0 && f.comma+f.inner == 0 && !l.Stop && !l.Comma && x.dated(i) {
		to[Headline] += underDate
	}
	if x.cutSentence(i) {
		to[Resumed] += cutSentence
	}
}

// verse says whether line i is one of four and more, side by side, that have as many characters and end with a mark.
func (x *reader) verse(i int) bool {
	f := &x.fs[i]
	same := func(k int) bool {
		g := &x.fs[k]
		return g.n == f.n && g.comma+g.inner == 0 && (g.last == 1 || g.last == 2 || g.last == 3 || g.last == 5)
	}
	if f.n < 5 || f.n > 12 || x.page.Latin || !same(i) {
		return false
	}
	n := 1
	for k := i - 1; k >= 0 && n < 4 && x.ls[k+1].Gap == 0 && same(k); k-- {
		n++
	}
	for k := i + 1; k < len(x.ls) && n < 4 && x.ls[k].Gap == 0 && same(k); k++ {
		n++
	}
	return n >= 4
}

// unfilled says whether line i could have begun on the line above.
func (x *reader) unfilled(i int) bool {
	a, b := &x.ls[i-1], &x.ls[i]
	if x.page.Latin || a.Stop || a.Comma || a.Tail || b.Rest || b.Cut {
		return false
	}
	row := x.fs[i-1].has(fRow) || i > 1 && a.Gap == 0 && x.fs[i-2].has(fRow) && x.fs[i-1].comma < 2
	alone := (x.fs[i-1].comma == 0 || x.fs[i-1].has(fItem)) && 3*b.Width >= 4*a.Width && (i < 2 || a.Gap > 0 || abs(x.ls[i-2].Width-a.Width) > 2)
	// the line itself says nothing of how wide the column is: it may stand out where the one above is the column's
	return (row || alone) && a.Width+b.Unit+b.Heel+2 <= max(x.longest(0, i-1), x.longest(i+1, len(x.ls)-1))
}

// dated says whether all above line i is the date or the number of the page, and something is.
func (x *reader) dated(i int) bool {
	for k := range i {
		if f := &x.fs[k]; !f.lunar && !f.has(fDate) && !f.has(fDated) && !f.has(fFolio) && !f.has(fPaper) {
			return false
		}
	}
	return i > 0
}

// capitalHead says whether line i has capitals and a stop, and a sentence ends above it.
func (x *reader) capitalHead(i int) bool {
	l := &x.ls[i]
	if l.Last != '.' || len(l.Text) < 5 || len(l.Text) > 60 || !x.fs[i].has(fLatinCaps) || i > 0 && l.Gap == 0 && !x.ls[i-1].Stop {
		return false
	}
	return i+1 < len(x.ls) && x.ls[i+1].Gap <= l.Gap && x.fs[i+1].n >= 20 && !x.fs[i+1].has(fLatinCaps) // what signs a letter has nothing below it
}

// cutSentence says whether the lines above line i are a folio, a rule or a photo's credit and nothing else, and cut
// a sentence that goes on in it.
func (x *reader) cutSentence(i int) bool {
	j := i - 1
	for j >= 0 && i-j <= farthest && x.between(j) {
		j--
	}
	if j < 1 || j == i-1 || i-j > farthest || x.page.Latin {
		return false
	}
	a, b, fa, fb := &x.ls[j], &x.ls[i], &x.fs[j], &x.fs[i]
	text := fa.texty() || fa.n >= 4 && a.Gap == 0 && x.fs[j-1].texty() && !x.ls[j-1].Stop
	if !text || a.Stop || a.Tail || !script.IsHan(a.Last) || !script.IsHan(b.First) || b.Indent >= 2 {
		return false
	}
	return lexicon.Bond(a.Last, b.First) >= 2 || !fb.has(fItem) && !fb.has(fOpens) && !fb.has(fLead) && (fb.texty() || !fa.texty() && fb.n <= 6)
}

// between says whether a line can stand in a sentence without being of it: a folio between dashes, a rule, a speck,
// a photo's credit in brackets.
func (x *reader) between(j int) bool {
	l, f := &x.ls[j], &x.fs[j]
	switch {
	case f.has(fSpeck), f.has(fRule):
		return true
	case l.First == '（' && l.Last == '）':
		return f.has(fPhoto) && len(l.Text) <= 24
	}
	t := layout.Tight(l.Text[:min(len(l.Text), 24)])
	return len(t) > 2 && len(t) <= 7 && layout.Contains("—-－·", t[0]) && layout.Contains("—-－·", t[len(t)-1]) && phrase.IsFolio(t[1:len(t)-1])
}
