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
	// settled is what each of them weighs: nothing that the fitted cues were seen to weigh on such lines is more.
	settled = 16
	// bracketed is against a title wholly in round brackets, which is a note to the reader, or a credit; and against one
	// that says by whom.
	bracketed = 8
	// named is against a line that is a name and nothing else being the page's own: what papers print of themselves
	// names nobody without saying as what.
	named = 5
	// credited is for a line of Latin letters that says by whom and nothing else being a credit: few on the pages of
	// the fit say it in small letters.
	credited = 6
	// underDate is for the first line of a small piece, the page's date above it left out, being its headline where
	// it has a pause and no mark, or stands over text.
	underDate = 10
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
	if f.row {
		to[Row] += settled
	}
	if x.contents(i) {
		against(func(q Role) bool { return q != Row }, settled)
	}
	if i > 0 && r.Page.Latin && x.ls[i-1].Gap >= l.Gap && phrase.EndsBeforeName(x.ls[i-1].Text) && l.Gap == 0 {
		against(func(q Role) bool { return !q.Next() }, settled) // Mr. and Mrs. / Pell
	}
	if small && i > 0 && (x.unfilled(i) || x.ended(i)) {
		against(Role.Next, settled)
	}
	if rows, own := x.labelled(i); small && own {
		to[Furniture] += settled
	} else if small && rows {
		against(func(q Role) bool { return q != Row && q != Para }, settled)
	}
	if small && i > 0 && l.Gap > 0 {
		if rows, _ := x.labelled(i - 1); rows {
			against(Role.Next, settled)
		}
	}
	if f.has(fRule) && len(l.Text) >= 5 {
		to[Furniture] += settled
	}
	if wrote(l.Text) {
		to[Furniture] -= settled // 文/沈小禾
	}
	if small && (i+1 == len(x.ls) && i > 0 && l.Stop || x.running(i)) {
		against(Role.Title, settled)
	}
	if x.essay(i) {
		against(func(q Role) bool { return q == Furniture }, bracketed)
	}
	if i < x.heading {
		to[Furniture] += settled
	}
	if small && i > 0 && i == x.heading && !f.between {
		to[Furniture] -= settled // the page's own ends above it
	}
	if f.cells {
		against(func(q Role) bool { return !q.Body() }, settled)
	}
	if f.has(fFormula) || f.has(fJumpBack) && !l.Jump {
		against(func(q Role) bool { return q == Furniture || q.Title() }, settled)
	}
	if r.Page.Latin && f.has(fSalutation) {
		against(func(q Role) bool { return !q.Text() || q.Next() }, settled)
	}
	if i > 0 && r.Page.Latin && x.fs[i-1].has(fSalutation) {
		against(Role.Next, settled)
	}
	if f.has(fLatinCredit) {
		to[Byline] += credited
	}
	if above := max(0, i-1); i > 0 && l.First == '《' && x.ls[above].First == '《' && f.pause > 0 && x.fs[above].pause > 0 {
		against(Role.Next, settled) // rows of works and their authors
	}
	if i > 0 && r.Page.Latin && x.capitalHead(i) {
		to[Headline] += settled
	}
	if l.First == '（' && l.Last == '）' {
		against(Role.Title, bracketed)
		if f.has(fPhoto) && script.Find(l.Text, 0, "摄") < 0 {
			to[Byline] -= settled // who gave a photo wrote nothing
		}
	}
	if small && i == 0 && r.Page.Latin && !f.has(fShown) && x.runsOn(i) {
		against(func(q Role) bool { return q == Caption }, bracketed)
	}
	if a := max(0, i-1); l.Cut && x.ls[a].Cut && x.ls[a].Row != l.Row && !x.ls[a].Stop && abs(x.ls[a].Width-l.Width) <= 1 {
		against(func(q Role) bool { return !q.Next() }, settled) // two full lines of the right one of two columns
	}
	if small && x.said(i) {
		against(func(q Role) bool { return q == Furniture || q == Caption || q == CaptionNext }, settled)
	}
	if small && f.texty() && f.n >= 12 && !f.has(fRule) && !f.has(fImprint) && !f.has(fJump) {
		to[Furniture] -= settled
	}
	if f.has(fName) && !f.has(fSection) && !f.has(fPaper) {
		if len(l.Text) > 2 {
			to[Furniture] -= named
		} else {
			to[Furniture] -= named / 2 // a page may be called so
		}
	}
	if f.lunar {
		to[Furniture] += settled
	}
	if small && f.comma+f.inner == 0 && !l.Stop && !l.Comma && x.dated(i) && (f.pause > 0 || x.overText(i)) {
		to[Headline] += underDate
	}
	if x.cutSentence(i) {
		to[Resumed] += settled
	}
	if x.cutBelow(i) {
		against(func(q Role) bool { return !q.Text() }, settled)
	}
	if small && x.finished(i) {
		to[Resumed] -= settled
	}
}

// wrote says whether a line is the name of an author, labelled as one, and nothing else.
func wrote(r []rune) bool {
	i := phrase.SkipOrnaments(r, 0)
	n := phrase.AuthorLabel(r, i)
	return n > 0 && n < 5 && len(r)-i-n <= 12 && (phrase.IsNames(r[i+n:]) || phrase.IsName(r[i+n:]))
}

// labelled says whether line i is one of three and more that stand together, each a label and what it says behind a
// colon: 票价：两元; and whether they are the page's own: who made it, and where.
func (x *reader) labelled(i int) (rows, own bool) {
	from, to := i, i
	for from > 0 && x.ls[from].Gap == 0 && x.label(from-1) {
		from--
	}
	for to < len(x.ls) && (to == i || x.ls[to].Gap == 0) && x.label(to) {
		to++
	}
	if to-from < 3 || i == to {
		return false, false
	}
	for k := from; k < to; k++ {
		f := &x.fs[k]
		own = own || f.has(fImprint) || f.has(fStaff) || f.has(fHouse)
	}
	return !own, own
}

// label says whether a line begins with two to six Han characters, or one to three words, and a colon that something
// follows.
func (x *reader) label(i int) bool {
	r := x.ls[i].Text
	n := script.HanRun(r, 0)
	if x.page.Latin {
		for n = 0; n < len(r) && n < 24 && (script.IsLatin(r[n]) || r[n] == ' '); {
			n++
		}
		return n > 1 && r[0] >= 'A' && r[0] <= 'Z' && n+2 < len(r) && r[n] == ':' && r[n+1] == ' ' && x.fs[i].inner == 0
	}
	return n >= 2 && n <= 6 && n+1 < len(r) && (r[n] == '：' || r[n] == ':')
}

// essay says whether line i is a few Han characters right above who wrote what stands below: a title, since what a page
// is called has no author.
func (x *reader) essay(i int) bool {
	f := &x.fs[i]
	if f.n > 4 || script.HanRun(x.ls[i].Text, 0) != len(x.ls[i].Text) || !x.named(i+1) || i+2 >= len(x.ls) {
		return false
	}
	return x.fs[i+2].texty() || x.fs[i+2].row
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
	for j >= 0 && i-j <= farthest && x.fs[j].between {
		j--
	}
	if j < 0 || j == i-1 || i-j > farthest {
		return false
	}
	if x.page.Latin {
		a, b := &x.ls[j], &x.ls[i]
		return !a.Stop && script.IsLatin(a.Last) && b.First >= 'a' && b.First <= 'z' && b.Indent < 2
	}
	a, b, fa, fb := &x.ls[j], &x.ls[i], &x.fs[j], &x.fs[i]
	text := fa.texty() || fa.n >= 4 && a.Gap == 0 && x.fs[j-1].texty() && !x.ls[j-1].Stop
	if !text || a.Stop || a.Tail || !script.IsHan(a.Last) && !(a.Comma && fa.n > 3) || !script.IsHan(b.First) || b.Indent >= 2 {
		return false
	}
	if len(x.ls) < smallPiece && fb.n <= 14 && fb.comma+fb.inner+fb.digits == 0 && i+1 < len(x.ls) && x.ls[i+1].Gap == 0 && x.fs[i+1].texty() {
		return true // a piece of a page has the rest of what it breaks off
	}
	return lexicon.Bond(a.Last, b.First) >= 2 || !fb.has(fItem) && !fb.has(fOpens) && !fb.has(fLead) && (fb.texty() || !fa.texty() && fb.n <= 6)
}

// finished says whether the text above line i, with what stands between left out, ends with a sentence.
func (x *reader) finished(i int) bool {
	j := i - 1
	for j >= 0 && x.fs[j].between {
		j--
	}
	return j >= 0 && j < i-1 && x.ls[j].Stop
}

// cutBelow says whether a folio, a rule or a photo's credit cuts the sentence that line i is of.
func (x *reader) cutBelow(i int) bool {
	j := i + 1
	for j < len(x.ls) && j-i <= farthest && x.fs[j].between {
		j++
	}
	return j > i+1 && j < len(x.ls) && x.cutSentence(j)
}

// standsBetween says whether a line can stand in a sentence without being of it: a folio between dashes, a rule, a
// speck, a photo's credit in brackets.
func (x *reader) standsBetween(j int) bool {
	l, f := &x.ls[j], &x.fs[j]
	switch {
	case f.has(fSpeck), f.has(fRule):
		return true
	case l.First == '（' && l.Last == '）':
		return f.has(fPhoto) && len(l.Text) <= 24
	case x.page.Latin && l.First == '(' && l.Last == ')':
		return (f.has(fPhoto) || courtesy(l.Text[1:])) && len(l.Text) <= 60
	}
	if len(l.Text) > 24 || !layout.Contains("—-－·", l.First) {
		return false
	}
	t := layout.Tight(l.Text)
	return len(t) > 2 && len(t) <= 7 && layout.Contains("—-－·", t[0]) && layout.Contains("—-－·", t[len(t)-1]) && phrase.IsFolio(t[1:len(t)-1])
}
