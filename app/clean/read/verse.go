package read

import (
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Lines that can be nothing but rows by the shape of those around: verse, and tables.

// rows finds them. Linear in the lines.
func (x *reader) rows() {
	for i := range x.ls {
		x.fs[i].row = x.verse(i)
	}
	for i := 1; i < len(x.ls); i++ {
		x.fs[i-1].row = x.fs[i-1].row || x.fs[i].row && phrase.NumbersPoem(x.ls[i-1].Text)
	}
	for from := 0; from < len(x.ls); {
		to := from + 1
		switch {
		case x.celled(from):
			for to < len(x.ls) && x.ls[to].Gap == 0 && x.celled(to) && phrase.Cells(x.ls[to].Text) == phrase.Cells(x.ls[from].Text) {
				to++
			}
			for k := from; k < to && to-from >= fewestRows; k++ {
				x.fs[k].cells = true
			}
		case x.free(from):
			for to < len(x.ls) && x.ls[to].Gap <= 1 && x.free(to) {
				to++
			}
			x.poem(from, to)
		}
		from = to
	}
}

func (x *reader) mark(from, to int) {
	for k := from; k < to; k++ {
		x.fs[k].row = true
	}
}

// fewestRows is how many lines of as many cells, three and more, make a table.
const fewestRows = 3

// celled says whether a line has three cells or more and no sentence: a row of a table. Weather has them, too.
func (x *reader) celled(i int) bool {
	f := &x.fs[i]
	return !x.page.Latin && f.has(fRow) && !f.has(fWeather) && !f.has(fLeaders) && phrase.Cells(x.ls[i].Text) >= 3 && !layout.Contains("℃°", x.ls[i].Last)
}

// fewestFree is how many short lines make a poem, as far as the page's text speaks of other things.
const fewestFree = 6

// poem marks the lines [from, to) if they are free verse: six and more below a name, of which no more than a half
// speaks of what the page's text speaks of, as titles do. They fill no column as prose does. A first line that stands
// alone is the poem's title, a last one that of what follows.
func (x *reader) poem(from, to int) {
	if from+1 < to && x.ls[from+1].Gap > 0 {
		from++
	}
	if to-1 > from && x.ls[to-1].Gap > 0 {
		to--
	}
	if to-from < fewestFree || !x.named(from-1) {
		return
	}
	small := len(x.ls) < smallPiece
	topical, narrow, full := 0, 0, 0
	for k := max(0, from-longVerse); k < min(len(x.ls), to+longVerse); k++ {
		if x.fs[k].texty() && (!small || k < from || k >= to) {
			full = max(full, x.ls[k].Width)
		}
	}
	for k := from; k < to; k++ {
		topical += one(x.fs[k].topic >= 0 && x.fs[k].topicM >= 1)
		narrow += one(x.ls[k].Width <= full-4)
	}
	// on a piece nothing else may show how wide prose would be
	if 2*topical <= to-from && (small && full == 0 || 4*narrow >= 3*(to-from)) {
		x.mark(from, to)
	}
}

// named says whether line i names an author and nothing else: not who reported, as at the end of the story above.
func (x *reader) named(i int) bool {
	if i < 0 || i >= len(x.fs) {
		return false
	}
	f := &x.fs[i]
	return (f.has(fAuthor) || f.has(fName) || f.has(fNames)) && !f.has(fCalling)
}

// free says whether a line may be one of free verse: a few Han characters, a comma at most, no set form.
func (x *reader) free(i int) bool {
	l, f := &x.ls[i], &x.fs[i]
	if x.page.Latin || f.n < 3 || f.n > 14 || f.inner+f.digits > 0 || f.comma > 1 || f.pause > 0 || l.Stop || !script.IsHan(l.First) {
		return false
	}
	for _, k := range [...]int{fCredit, fAuthor, fNames, fName, fPaper, fSection, fNotice, fDate, fDated, fFolio, fImprint, fRow, fItem, fLabel, fEnclosed, fColumn, fAdvert, fLead, fHotline, fStaff, fWeather, fPhoto, fShown, fColon} {
		if f.has(k) {
			return false
		}
	}
	return true
}

// fewestClauses is how many lines of one clause each are verse, whatever their lengths.
const fewestClauses = 5

// longVerse is how many lines of verse are looked at around one of them.
const longVerse = 12

// verse says whether line i is one of four and more, in stanzas or not, that have as many characters and end with a mark,
// or of five and more of which each is one clause of a few characters: verse to a tune.
func (x *reader) verse(i int) bool {
	f := &x.fs[i]
	clause := func(k int) bool {
		g := &x.fs[k]
		return g.n >= 3 && g.n <= 12 && g.comma+g.inner+g.digits == 0 && (g.last == 1 || g.last == 2 || g.last == 3 || g.last == 4 || g.last == 5)
	}
	same := func(k int) bool { return clause(k) && x.fs[k].n == f.n && x.fs[k].last != 4 }
	if x.page.Latin || !clause(i) {
		return false
	}
	if from, to := x.stretch(i, clause); to-from >= fewestClauses {
		return true
	}
	n := 1
	for k := i - 1; k >= 0 && n < 4 && x.ls[k+1].Gap <= 1 && same(k); k-- {
		n++
	}
	for k := i + 1; k < len(x.ls) && n < 4 && x.ls[k].Gap <= 1 && same(k); k++ {
		n++
	}
	return n >= 4 && f.n >= 5
}
