package read

import (
	"slices"
	"unicode"

	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Kinds of lines that a few lines around show: settle asks them, most of small pieces.

// alone says whether empty lines part line i from all others.
func (x *reader) alone(i int) bool {
	return (i == 0 || x.ls[i].Gap > 0) && (i+1 == len(x.ls) || x.ls[i+1].Gap > 0)
}

// longStretch is how many lines of a stretch are looked at on either side of a line, so that cost stays linear: all of a
// piece, and of a long list enough.
const longStretch = 64

// stretch is the lines [from, to) around line i that no empty line parts from it, nor one of which holds does not hold.
func (x *reader) stretch(i int, holds func(k int) bool) (from, to int) {
	from, to = i, i+1
	for from > max(0, i-longStretch) && x.ls[from].Gap == 0 && holds(from-1) {
		from--
	}
	for to < min(len(x.ls), i+longStretch) && x.ls[to].Gap == 0 && holds(to) {
		to++
	}
	return from, to
}

// unruled says whether line i is no rule.
func (x *reader) unruled(i int) bool { return !x.fs[i].has(fRule) }

// marksBrief says whether line i is a mark and a few words, parted from a sentence that follows on its row.
func (x *reader) marksBrief(i int) bool {
	l := &x.ls[i]
	if !layout.MarksHead(l.First) && !phrase.IsMarkBracket(l.First) || i+1 == len(x.ls) || x.fs[i].has(fLead) || x.fs[i].has(fCredit) || !x.ls[i+1].Cut || x.fs[i+1].n < shortestBrief && x.fs[i].marked == 0 {
		return false
	}
	for k := i + 1; k < len(x.ls) && (k == i+1 || x.ls[k].First != l.First); k++ {
		if x.ls[k].Stop {
			return true
		}
	}
	return false
}

// shortestBrief is how many characters stand at least behind the head of a brief alone in its row.
const shortestBrief = 8

// crosshead says whether line i, alone in a small piece of Latin letters, is set otherwise than the headline on top: that has
// capitals in its middle, this one but at its head. It parts one story.
func (x *reader) crosshead(i int) bool {
	if !x.page.Latin || i < 2 || i+1 == len(x.ls) || !x.alone(i) || x.ls[i].Stop || x.ls[i].Comma || len(x.ls[i].Text) > 40 || !x.ls[i-1].Stop || x.fs[i].digits > 0 {
		return false
	}
	if !x.fs[i+1].texty() && !x.runsOn(i+1) || x.set(0) != titleCase {
		return false
	}
	f := &x.fs[i]
	parts := x.set(i) == sentenceCase
	for k := 1; k < len(x.ls) && !parts && x.set(i) == noCase; k++ {
		parts = x.alone(k) && !x.ls[k].Stop && len(x.ls[k].Text) <= 40 && x.set(k) == sentenceCase
	}
	return parts && !f.has(fLatinCredit) && !f.has(fNames) && !f.has(fSalutation) && !f.has(fNotice) && !f.has(fRule)
}

// How the words of a title are set.
const (
	noCase = iota
	sentenceCase
	titleCase
)

// set says how the words of line i are set, as far as its long words show it.
func (x *reader) set(i int) int {
	small, large, words := 0, 0, 0
	for k, c := range x.ls[i].Text {
		if k > 0 && !script.IsSpace(x.ls[i].Text[k-1]) {
			continue
		}
		if words++; words == 1 {
			continue
		}
		rest := x.ls[i].Text[k:]
		if n := len(wordAtHead(rest)); unicode.IsUpper(c) {
			large++
		} else if unicode.IsLower(c) && n > 3 {
			small++
		}
	}
	switch {
	case large > 1 && small == 0:
		return titleCase
	case words > 1 && small > 0 && large <= 1, words > 1 && large == 0:
		return sentenceCase
	}
	return noCase
}

// poemTitle says whether line i is the title of free verse: a few Han characters alone, which the lines below it speak of.
func (x *reader) poemTitle(i int) bool {
	l := &x.ls[i]
	if n := len(l.Text); n > 6 || script.HanRun(l.Text, 0) != n || !x.alone(i) {
		return false
	}
	to, speaks := i+1, false
	for ; to < len(x.ls) && (to == i+1 || x.ls[to].Gap == 0); to++ {
		if f := &x.fs[to]; f.n > 14 || f.inner+f.digits+f.pause > 0 || x.ls[to].Stop || !script.IsHan(x.ls[to].First) {
			return false
		}
		speaks = speaks || script.Find(x.ls[to].Text, 0, string(l.Text)) >= 0
	}
	return speaks && to-i > 2
}

// sibling says whether line i is set as the headline on top of a piece is: over text, as short, and below the end of a
// sentence. What parts one story is shorter than its headline.
func (x *reader) sibling(i int) bool {
	n := len(x.ls[0].Text)
	head := func(k int) bool {
		return script.HanRun(x.ls[k].Text, 0) == n && len(x.ls[k].Text) == n && (k == 0 || x.ls[k-1].Stop) && k+1 < len(x.ls) && x.fs[k+1].texty()
	}
	return i > 0 && n > 2 && n < 6 && head(0) && head(i)
}

// listed says whether line i is one of three and more that stand together and end with a sum or a measure each, or have
// dots between what is listed and what is said of it, or as many commas and no stop below a colon: rows of a list.
func (x *reader) listed(i int) bool {
	row := func(k int) bool {
		l := &x.ls[k]
		if len(l.Text) > 60 || l.Cut {
			return false
		}
		if !x.page.Latin {
			return x.fs[k].comma+x.fs[k].inner == 0 && !l.Stop && phrase.HasLeaders(l.Text)
		}
		return (unicode.IsUpper(l.First) || unicode.IsDigit(l.First) || l.First == '$' || l.First == '£') && (phrase.EndsInSum(l.Text) || phrase.HasLeaders(l.Text))
	}
	if row(i) {
		from, to := x.stretch(i, row)
		return to-from >= fewestRows
	}
	commas := x.fs[i].comma
	cell := func(k int) bool {
		l := &x.ls[k]
		at := len(l.Text) - 1 // the last word
		for at > 0 && !script.IsSpace(l.Text[at-1]) {
			at--
		}
		return x.fs[k].comma == commas && !l.Stop && !l.Comma && unicode.IsUpper(l.First) && !unicode.IsLower(l.Text[at])
	}
	if !x.page.Latin || commas == 0 || !cell(i) {
		return false
	}
	from, to := x.stretch(i, cell)
	return to-from >= fewestRows && from > 0 && x.ls[from-1].Last == ':'
}

// stanza says whether line i is one of four and more of Latin letters that stand together, all with a capital at their
// head, and few of which end a sentence: verse. Prose begins most of its lines in mid-sentence.
func (x *reader) stanza(i int) bool {
	line := func(k int) bool {
		l := &x.ls[k]
		return unicode.IsUpper(l.First) && len(l.Text) >= 8 && len(l.Text) <= 48 && !l.Cut && x.fs[k].digits == 0 && x.set(k) != titleCase
	}
	if !x.page.Latin || !line(i) {
		return false
	}
	from, to := x.stretch(i, line)
	ends := 0
	for k := from; k < to; k++ {
		ends += one(x.ls[k].Stop)
	}
	return to-from >= fewestLines && 2*ends <= to-from && (from == 0 || x.ls[from].Gap > 0) && (to == len(x.ls) || x.ls[to].Gap > 0)
}

// fewestLines is how many lines make a stanza.
const fewestLines = 4

// noted says whether line i goes on with an editor's note that rules part from the text.
func (x *reader) noted(i int) bool {
	from, _ := x.stretch(i, x.unruled)
	return from > 0 && from < i && x.fs[from-1].has(fRule) && script.Find(x.ls[from].Text, 0, "编者按") == 0
}

// signedBelow says whether line i is of what signs a notice at the end of a piece: who, and the day.
func (x *reader) signedBelow(i int) bool {
	dated := func(k int) bool {
		d, ok := phrase.DateAt(x.ls[k].Text, 0)
		return ok && d.To == len(x.ls[k].Text)
	}
	signs := func(k int) bool { return x.fs[k].has(fSigned) || phrase.IsOffice(x.ls[k].Text) || dated(k) }
	if !signs(i) {
		return false
	}
	from, to := x.stretch(i, signs)
	return (dated(from) || dated(to-1)) && to-from > 1 && to == len(x.ls) && from > 0 && x.ls[from-1].Stop
}

// foot says whether line i is of the imprint of an English paper, or of an advert, alone at the end of a piece; or of a
// Chinese one's, a label a line.
func (x *reader) foot(i int) bool {
	from, to := x.stretch(i, func(int) bool { return true })
	if from > 0 && to == len(x.ls) && !x.page.Latin {
		house := false
		for k := from; k < to; k++ {
			f := &x.fs[k]
			if !f.has(fImprint) && !f.has(fStaff) && !f.has(fHouse) {
				return false
			}
			house = house || f.has(fHouse)
		}
		return house && to-from > 1
	}
	for from = max(1, from, len(x.ls)-3); from < i && x.ls[from].Gap == 0 && !(x.ls[from-1].Stop && phrase.OpensLatinAdvert(x.ls[from].Text)); from++ {
	}
	return x.page.Latin && to == len(x.ls) && from <= i && (x.ls[from].Gap > 0 && x.fs[from].has(fImprint) || (x.ls[from].Gap > 0 || x.ls[from-1].Stop) && phrase.OpensLatinAdvert(x.ls[from].Text))
}

// weather says whether line i is of a weather report in English: its head, or below it, with a figure, before an empty line and
// without a sentence but behind a label.
func (x *reader) weather(i int) bool {
	row := func(k int) bool {
		return (!x.ls[k].Stop || script.Find(x.ls[k].Text, 0, ": ") > 0) && len(x.ls[k].Text) <= 60
	}
	from, to := x.stretch(i, row)
	for from < i && !phrase.HeadsLatinWeather(x.ls[from].Text) {
		from++
	}
	figures := slices.ContainsFunc(x.fs[from:to], func(f fact) bool { return f.digits > 0 })
	return figures && phrase.HeadsLatinWeather(x.ls[from].Text) && (to == len(x.ls) || x.ls[to].Gap > 0)
}

// figure says whether line i is a figure of a sentence, alone on its line: what it counts stands below.
func (x *reader) figure(i int) bool {
	if i < 1 || i+1 >= len(x.ls) || x.fs[i].digits != len(x.ls[i].Text) || len(x.ls[i].Text) > 6 {
		return false
	}
	a, l, b := &x.ls[i-1], &x.ls[i], &x.ls[i+1]
	return l.Gap+b.Gap == 0 && !a.Stop && script.IsHan(a.Last) && phrase.UnitAt(b.Text, 0) > 0
}

// lost says whether line i is one of a list of notices of a line each, under their title and each behind the same mark.
func (x *reader) lost(i int) bool {
	marked := func(k int) bool { return x.ls[k].First == x.ls[i].First && x.ls[k].Stop }
	if !phrase.IsOrnament(x.ls[i].First) || !marked(i) {
		return false
	}
	from, to := x.stretch(i, marked)
	return to-from > 1 && from > 0 && x.ls[from].Gap == 0 && x.fs[from-1].has(fNotice)
}

// Kinds of lists whose entries show by their heads.
const (
	years    = iota + 1 // of a chronicle: 1988年，
	answers             // to choose from: A.毛尖 B.雀舌
	measures            // of what a dish is made of: 8 oz flour
	people              // names and nothing else
)

// entry is the kind of list that line i may begin an entry of; of all but years an entry is a line. 0 is none.
func (x *reader) entry(i int) int {
	t, n := x.ls[i].Text, 0
	for n < len(t) && n < 5 && script.IsDigit(t[n]) {
		n++
	}
	switch {
	case n == 4 && n < len(t) && t[n] == '年' && (i == 0 || x.ls[i-1].Stop || !x.fs[i-1].texty()):
		return years
	case len(t) > 24 || x.ls[i].Stop || x.ls[i].Comma:
		return 0
	case !x.page.Latin && len(t) > 2 && t[0] >= 'A' && t[0] <= 'D' && layout.Contains(".．、", t[1]):
		return answers
	case x.page.Latin && n < len(t) && phrase.IsMeasured(t):
		return measures
	case phrase.AllNames(t) > 1:
		return people
	}
	return 0
}

// series is the kind of list that line i is of as one of three and more entries close to each other, 0 for none.
func (x *reader) series(i int) int {
	kind, n := x.fs[i].entry, 0
	for k := max(0, i-4); kind > 0 && k < min(len(x.ls), i+5); k++ {
		n += one(x.fs[k].entry == kind)
	}
	return kind * one(n > 2 || n == 2 && kind == answers)
}

// last says whether nothing but rules and specks stands below line i.
func (x *reader) last(i int) bool {
	for i++; i < len(x.ls) && (x.fs[i].has(fRule) || x.fs[i].has(fSpeck) || x.specks(i)); i++ {
	}
	return i == len(x.ls)
}

// specks says whether line i is one of marks and single letters that stand alone.
func (x *reader) specks(i int) bool {
	speck := func(k int) bool {
		c := x.ls[k].First
		return x.fs[k].has(fSpeck) || len(x.ls[k].Text) == 1 && !script.IsHan(c) && !phrase.IsDigit(c)
	}
	if !speck(i) {
		return false
	}
	from, to := x.stretch(i, speck)
	return (from == 0 || x.ls[from].Gap > 0) && (to == len(x.ls) || x.ls[to].Gap > 0)
}

// dropped says whether line i is the tall first character of the Han text below it: alone on its line, below an empty one
// or the headline, with text right below that does not begin with it.
func (x *reader) dropped(i int) bool {
	l := &x.ls[i]
	if i == 0 || l.Gap == 0 && (i > 1 || lexicon.Bond(x.ls[0].Last, l.First) >= 2) || len(l.Text) != 1 || !script.IsHan(l.First) || i+2 >= len(x.ls) {
		return false
	}
	b := &x.ls[i+1]
	return b.Gap == 0 && b.First != l.First && x.fs[i+1].texty() && len(b.Text) >= 10 && (x.ls[i+2].Gap == 0 || b.Stop)
}

// leansBelow says whether the line right below line i begins with what only goes on: 并不, 却.
func (x *reader) leansBelow(i int) bool {
	return i+1 < len(x.ls) && x.ls[i+1].Gap == 0 && !x.ls[i].Stop && x.fs[i+1].texty() && phrase.GoesOn(x.ls[i+1].Text)
}

// toldAt says whether line i is of a sentence that stands over or under a rule, which parts text of a paper's, no pictures,
// or below what ends where nothing speaks of a picture.
func (x *reader) toldAt(i int) bool {
	from, to := x.stretch(i, x.unruled)
	picture := func(f fact) bool { return f.has(fPhoto) || f.has(fShown) }
	if from > 0 && !x.fs[from-1].has(fRule) || to < len(x.ls) && !x.fs[to].has(fRule) {
		// another place than by a rule: below what ends, on a piece without pictures
		if from == 0 || !x.finished(from) && (!x.ls[from-1].Stop && !x.fs[from-1].has(fSpeck) && !x.label(from-1) && !x.listed(from-1) || slices.ContainsFunc(x.fs, picture)) {
			return false
		}
	}
	return x.ls[to-1].Stop && !slices.ContainsFunc(x.fs[from:to], picture)
}
