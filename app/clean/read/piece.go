package read

import "qingyang/app/phrase"

// What lines of a piece of a page show by themselves, where so few lines prove no habit: settle asks it.

// runsOn says whether the sentence that line i begins goes on in small letters on one of the next three lines.
func (x *reader) runsOn(i int) bool {
	for k := i; k < min(i+3, len(x.ls)-1) && !x.ls[k].Stop; k++ {
		if x.fs[k+1].has(fLatinSmall) {
			return true
		}
	}
	return false
}

// overText says whether line i, which has none of the forms of the page's own, stands right over text.
func (x *reader) overText(i int) bool {
	f := &x.fs[i]
	own := f.lunar || f.has(fDate) || f.has(fDated) || f.has(fFolio) || f.has(fPaper) || f.has(fSection) || f.has(fImprint) || f.has(fStaff) || f.has(fHouse) || f.has(fCredit) || f.has(fName)
	return !own && f.n >= 4 && i+1 < len(x.ls) && x.fs[i+1].texty()
}

// contents says whether line i is one of several of a table of contents.
func (x *reader) contents(i int) bool {
	return x.fs[i].has(fLeaders) && (i > 0 && x.fs[i-1].has(fLeaders) || i+1 < len(x.ls) && x.fs[i+1].has(fLeaders))
}

// running says whether line i is in mid-sentence: a clause ends with it and the next line has one, too; or it has one and
// breaks off behind 的, or is long and above one that has.
func (x *reader) running(i int) bool {
	if i+1 == len(x.ls) || x.ls[i+1].Gap > 0 || x.marksBrief(i) {
		return false
	}
	f, below := &x.fs[i], &x.fs[i+1]
	if x.page.Latin && !x.ls[i].Stop && x.smallLetters(i) {
		return true
	}
	long := !x.page.Latin && f.n >= 14 && f.comma > 0 && below.comma > 0 && !x.ls[i].Stop
	return long || x.ls[i].Comma && below.texty() || x.ls[i].Last == '的' && f.comma > 0
}

// smallLetters says whether the lines below line i, which stand together with it and are two and more, begin with small
// letters up to the end of a sentence: there is no other place where text begins.
func (x *reader) smallLetters(i int) bool {
	for k := i + 1; k < len(x.ls) && x.ls[k].Gap == 0 && x.fs[k].has(fLatinSmall); k++ {
		if x.ls[k].Stop {
			return k > i+1 && x.ls[k].Last == '.'
		}
	}
	return false
}

// ended says whether the line above line i ends a sentence and is far from full, or has room where all lines of text are
// alike: nobody goes on below such a line.
func (x *reader) ended(i int) bool {
	a, b := &x.ls[i-1], &x.ls[i]
	if !a.Stop || a.Tail || b.Rest || b.Cut || phrase.EndsBefore(a.Text, b.First) {
		return false
	}
	full := max(x.longest(0, i-2), x.longest(i, len(x.ls)-1))
	short := 4*a.Width <= 3*full || !x.page.Latin && full-a.Width >= 10 && full <= 80
	return short && a.Width+b.Unit+b.Heel+2 <= full || i > 1 && a.Gap == 0 && !x.ls[i-2].Stop && a.Width+b.Unit+b.Heel <= x.justified() // a first line may have an indent
}

// justified is how wide the lines of Han text that end no sentence are, three and more and all alike; else 0.
func (x *reader) justified() (width int) {
	n := 0
	for i := range x.ls {
		l := &x.ls[i]
		if x.page.Latin || i+1 == len(x.ls) || l.Stop || x.ls[i+1].Gap > 0 || !x.fs[i].texty() {
			continue
		}
		if n++; n > 1 && l.Width != width {
			return 0
		}
		width = l.Width
	}
	return width * one(n > 2)
}
