package read

import (
	"slices"
	"unicode"

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
	// told is against a caption where a sentence of a small piece stands under no picture, and against a title where the
	// file says that it is none, and of others that they are.
	told = 8
	// likely is for a line going on where the one above breaks off: what a house teaches of its habits is more.
	likely = 2
	// named is against a line that is a name and nothing else being the page's own: what papers print of themselves
	// names nobody without saying as what.
	named = 5
	// credited is for a line of Latin letters that says by whom and nothing else being a credit: few on the pages of
	// the fit say it in small letters.
	credited = 6
	// underDate is for the first line of a small piece, the page's date above it left out, being its headline where
	// it has a pause and no mark, or stands over text.
	underDate = 10
	// fewestShown is how many characters the words under a picture have at least that end with who took it.
	fewestShown = 10
)

// settle says what is settled of line i: which roles speak for it, or against it, how much.
func (r *Reading) settle(i int, say func(to roles, by float32)) {
	x := r.asker
	above, first := max(0, i-1), i == 0
	l, f, a, fa := &x.ls[i], &x.fs[i], &x.ls[above], &x.fs[above]
	latin, small := x.page.Latin, len(x.ls) < smallPiece
	cell, margin, untitled := x.page.Said(i)
	for _, s := range [...]struct {
		holds bool
		to    roles
		by    float32
	}{
		{f.row, only(Row), settled},
		{x.contents(i) || x.series(i) > years, ^only(Row), -settled},
		{small && first && !l.Stop && l.Last != ':' && len(x.ls) > 1 && x.series(0) == 0 && x.series(1) == measures, only(Headline), settled},
		{x.series(i) == years, next | titles, -settled},
		{!first && x.series(above) > years, next, -settled},
		{latin && !first && l.Gap == 0 && a.Gap >= l.Gap && phrase.EndsBefore(a.Text, l.First), ^next, -settled}, // Mr. and Mrs. / Pell
		{small && !first && (x.unfilled(i) && !x.leansBelow(above) || x.ended(i)), next, -settled},
		{small && !first && (x.numberBelow(i) || x.filled(i)), ^next, -settled},
		{small && !first && x.broken(i), ^next, -likely},
		{small && (x.crosshead(i) || !first && x.boxHead(i)), ^only(Row), -settled},
		{small && x.foot(i), only(Furniture), settled},
		{small && (x.figure(i) || x.figure(i-1)), ^next, -settled},
		{small && !first && f.has(fAuthor) && f.has(fDash) && x.last(i), only(Byline), settled},
		{small && (l.First == x.ls[0].First && x.marksBrief(0) && x.marksBrief(i) || x.sibling(i)), ^only(Headline), -settled},
		{small && i > 1 && x.marksBrief(i-2) && l.Gap == 0 && !a.Stop, ^next, -settled},
		{small && (x.poemTitle(i) || phrase.IsNotice(l.Text) && (first || a.Stop) && i+1 < len(x.ls) && x.fs[i+1].texty()), only(Headline), settled},
		{x.listed(i) || small && (x.stanza(i) || x.signedBelow(i)), ^only(Row), -settled},
		{small && !first && x.noted(i), ^next, -settled},
		{!first && x.dropped(i-1), ^only(ParaNext), -settled},
		{small && x.labelled(i), ^only(Row, Para), -settled},
		{small && !first && l.Gap > 0 && (x.labelled(above) || x.listed(above)), next, -settled},
		{f.has(fRule) && len(l.Text) >= 5, only(Furniture), settled},
		{x.page.Prints != nil && x.page.Prints[i].Drop == layout.Capital, titles, -settled},
		{small && (!first && l.Stop && x.last(i) || x.running(i) || x.leansBelow(i) || phrase.EndsBeforeClause(l.Text)), titles, -settled},
		{i < x.heading, only(Furniture), settled},
		{small && !first && i == x.heading && !f.between, only(Furniture), -settled}, // the page's own ends above it
		{f.cells, ^body, -settled},
		{cell, titles | only(Byline, BylineNext, Caption, CaptionNext), -settled},
		{margin, only(Furniture), told},
		{margin || phrase.IsScrawl(l.Text), titles | only(Byline), -settled},
		{untitled || inBrackets(l), titles, -told}, // a note to the reader, or who wrote
		{latin && x.breaksOff(i), titles, -settled},
		{latin && phrase.IsByOrder(l.Text), titles | only(Byline, Furniture), -settled},
		{latin && !first && f.has(fNames) && f.has(fLatinCaps) && a.Stop && l.Gap == 0 && i+1 < len(x.ls) && x.ls[i+1].Gap > 0, only(Byline), settled},
		{f.has(fFormula) || f.has(fJumpBack) && !l.Jump, titles | only(Furniture), -settled},
		{latin && !first && (fa.has(fSalutation) || small && l.Head), next, -settled},
		{f.has(fLatinCredit), only(Byline), credited},
		{latin && f.has(fImprint), titles, -told},
		{latin && !first && x.capitalHead(i) && !r.unlettered(i), only(Headline), settled},
		{small && !f.has(fShown) && (latin && first && x.runsOn(i) || (latin || fa.has(fSpeck)) && x.toldAt(i)), only(Caption), -told},
		{small && (f.texty() && f.n >= 12 && !f.has(fRule) && !f.has(fImprint) && !f.has(fJump) || x.lost(i)), only(Furniture), -settled},
		{f.has(fName) && !f.has(fSection) && !f.has(fPaper) && len(l.Text) > 2, only(Furniture), -named},
		{f.lunar, only(Furniture), settled},
		{small && f.comma+f.inner == 0 && !l.Stop && !l.Comma && x.dated(i) && (f.pause > 0 || x.overText(i)), only(Headline), underDate},
		{x.cutSentence(i), only(Resumed), settled},
		{!f.between && x.cutBelow(i), ^text, -settled},
		{small && f.between && x.cutBelow(i), body | next, -settled},
		{small && x.finished(i), only(Resumed), -settled},
		{small && latin && l.Stop && len(l.Text) >= 30 && x.set(i) == sentenceCase && x.finished(i), titles, -told},
		{small && !first && l.Gap == 0 && !l.Cut && a.Last == '，' && !f.row && x.besideOther(above), next, settled},
		{small && !first && fa.has(fPhoto) && fa.n >= fewestShown && (f.texty() || f.comma > 0) && !f.has(fPhoto) && !f.has(fShown), only(Caption, CaptionNext), -settled},
		{small && l.Stop && f.comma > 0 && !f.has(fPhoto) && !f.has(fShown) && x.finished(i), only(Caption), -told},
	} {
		if s.holds {
			say(s.to, s.by)
		}
	}
}

// labelled says whether line i is one of three and more that stand together, each a label and what it says behind a
// colon: 票价：两元.
func (x *reader) labelled(i int) bool {
	if !x.label(i) {
		return false
	}
	from, to := x.stretch(i, x.label)
	imprints := 0 // what a story tells of has an address and a telephone, too
	for k := from; k < to; k++ {
		f := &x.fs[k]
		if f.has(fStaff) || f.has(fHouse) {
			return false // who made the page, and where
		}
		imprints += one(f.has(fImprint) && script.Find(x.ls[k].Text, 0, "地址") < 0)
	}
	return to-from >= 3 && 2*imprints <= to-from
}

// boxHead says whether line i is the small heading of labelled rows in a story: it goes on below them.
func (x *reader) boxHead(i int) bool {
	if i+1 == len(x.ls) || x.ls[i].Gap == 0 || x.ls[i+1].Gap > 0 || x.fs[i].n > 16 || !x.ls[i-1].Stop || x.label(i) {
		return false
	}
	_, to := x.stretch(i+1, x.label)
	return x.labelled(i+1) && to < len(x.ls) && x.ls[to].Gap > 0 && (x.fs[to].texty() || x.ls[to].Stop)
}

// label says whether a line begins with two to six Han characters, or one to three words, and a colon that something
// follows.
func (x *reader) label(i int) bool {
	r := x.ls[i].Text
	if x.page.Latin {
		n := 0
		for n < len(r) && n < 24 && (script.IsLatin(r[n]) || r[n] == ' ') {
			n++
		}
		for k := n; k+2 < len(r); k++ {
			if r[k] == '.' && r[k+1] == ' ' && unicode.IsUpper(r[k+2]) && !phrase.IsAbbreviated(r, k) {
				return false // a sentence goes on behind it
			}
		}
		return n > 1 && r[0] >= 'A' && r[0] <= 'Z' && n+2 < len(r) && r[n] == ':' && r[n+1] == ' '
	}
	return layout.IsLabelled(r)
}

// filled says whether line i goes on in a column of Latin letters that the sentence above ends in: it could not have begun
// there, and nothing else parts them.
func (x *reader) filled(i int) bool {
	if !x.page.Latin || i < 2 || x.ls[i].Gap+x.ls[i-1].Gap > 0 || x.ls[i].Cut || x.ls[i].Head || x.ls[i].Indent > 0 || x.ls[i-2].Stop || !x.ls[i-1].Stop || !x.runsOn(i-2) {
		return false
	}
	full := x.longest(0, len(x.ls)-1)
	return x.ls[i-1].Width+1+len(wordAtHead(x.ls[i].Text)) > full && x.ls[i-1].Width <= full+2 && full-x.ls[i-2].Width < 12
}

// numberBelow says whether line i begins with the number that the line above breaks off before.
func (x *reader) numberBelow(i int) bool {
	b := &x.ls[i]
	return script.IsDigit(b.First) && !b.Cut && x.fs[i].texty() && phrase.EndsBeforeNumber(x.ls[i-1].Text)
}

// broken says whether the line above breaks off in mid-sentence where the column ends, as no paragraph does, and line i has
// marks of a sentence, too.
func (x *reader) broken(i int) bool {
	a, b, fb := &x.ls[i-1], &x.ls[i], &x.fs[i]
	if x.page.Latin || b.Gap > 0 || b.Cut || a.Stop || a.Tail || !script.IsHan(a.Last) || !script.IsHan(b.First) || !x.fs[i-1].texty() || !fb.texty() {
		return false
	}
	return x.fs[i-1].n >= 12 && abs(a.Width-b.Width) <= 4 && !x.label(i) && !fb.has(fItem) && !fb.has(fLead) && !fb.has(fOpens)
}

// besideOther says whether line i is the left side of a row whose right side was put below.
func (x *reader) besideOther(i int) bool {
	return slices.ContainsFunc(x.ls[min(len(x.ls), i+2):], func(l layout.Line) bool { return l.Cut && l.Row == x.ls[i].Row })
}

// unfilled says whether line i could have begun on the line above.
func (x *reader) unfilled(i int) bool {
	a, b := &x.ls[i-1], &x.ls[i]
	if x.page.Latin || a.Stop || a.Comma || a.Tail || b.Rest || b.Cut || x.numberBelow(i) || x.fs[i-1].has(fAsks) {
		return false
	}
	row := x.fs[i-1].has(fRow) || i > 1 && a.Gap == 0 && x.fs[i-2].has(fRow) && x.fs[i-1].comma < 2
	alone := (x.fs[i-1].comma == 0 || x.fs[i-1].has(fItem)) && 3*b.Width >= 4*a.Width && (i < 2 || a.Gap > 0 || abs(x.ls[i-2].Width-a.Width) > 2)
	// the line itself says nothing of how wide the column is: it may stand out where the one above is the column's
	return (row || alone) && a.Width+b.Unit+b.Heel+2 <= max(x.longest(0, i-1), x.longest(i+1, len(x.ls)-1))
}

// dated says whether all above line i is the date or the number of the page, or the weather, and something is.
func (x *reader) dated(i int) bool {
	for k := range i {
		if f := &x.fs[k]; !f.lunar && !f.note && !f.has(fDate) && !f.has(fDated) && !f.has(fFolio) && !f.has(fPaper) {
			return false
		}
	}
	return i > 0
}

// breaksOff says whether line i of Latin letters ends in a cut word, or before a name, and nothing stands right below it.
func (x *reader) breaksOff(i int) bool {
	t := x.ls[i].Text
	n := len(t)
	below := i+1 < len(x.ls) && (x.ls[i+1].Gap == 0 || x.page.Prints != nil && x.page.Prints[i+1].Step == layout.Below)
	return n > 8 && !below && (layout.Contains("-⸗¬", t[n-1]) && unicode.IsLower(t[n-2]) || phrase.EndsBefore(t, 0))
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
	for j >= 0 && (x.fs[j].between || len(x.ls) < smallPiece && (x.fs[j].has(fCredit) && x.alone(j) || x.fs[j].has(fPhoto) && (x.alone(j) || x.fs[j].n >= fewestShown))) {
		j--
	}
	return j >= 0 && j < i-1 && x.ls[j].Stop
}

// cutBelow says whether a folio, a rule or a photo's credit, or line i being one, cuts the sentence above.
func (x *reader) cutBelow(i int) bool {
	j := i + 1
	for j < len(x.ls) && j-i <= farthest && x.fs[j].between {
		j++
	}
	return (j > i+1 || x.fs[i].between) && j < len(x.ls) && x.cutSentence(j)
}

// standsBetween says whether a line can stand in a sentence without being of it: a folio between dashes, a rule, a
// speck, a letter alone, a photo's credit in brackets.
func (x *reader) standsBetween(j int) bool {
	l, f := &x.ls[j], &x.fs[j]
	switch {
	case f.has(fSpeck), f.has(fRule), len(l.Text) == 1 && script.IsLatin(l.First) && x.alone(j):
		return true
	case inBrackets(l):
		return f.has(fPhoto) && len(l.Text) <= 24 || x.page.Latin && (f.has(fPhoto) || courtesy(l.Text[1:])) && len(l.Text) <= 60
	case f.has(fPhoto) && x.alone(j):
		return x.page.Latin && len(l.Text) <= 80 || len(l.Text) <= 16 && f.inner == 0
	case f.running, x.page.Latin && f.has(fLatinCaps) && f.has(fMonth) && len(l.Text) <= 60 && f.digits > 4:
		return true // the paper's name and day
	case f.has(fImprint) && (f.has(fDated) || f.has(fStaff)) && len(x.ls) < smallPiece:
		return len(l.Text) <= 30
	}
	if _, name, ok := phrase.SetFolio(l.Text); ok && name.Empty() && f.n > f.digits && len(x.ls) < smallPiece {
		return true
	}
	head := j // of its row; the lines of a right column stand below those of the left one
	for head > 0 && x.ls[head].Cut && x.ls[head-1].Row == l.Row {
		head--
	}
	row := x.page.Row(head)
	if len(row) > 24 {
		return false
	}
	t := layout.Tight(row)
	from, to := 0, len(t) // of the folio, the paper's name beside it left out
	for from < to && !layout.Contains(folioDashes, t[from]) {
		from++
	}
	for to > from && !layout.Contains(folioDashes, t[to-1]) {
		to--
	}
	own := func(name []rune) bool { return len(name) == 0 || phrase.IsPaperName(name) || capitals(name) }
	return to-from > 2 && own(t[:from]) && own(t[to:]) && phrase.IsFolio(t[from+1:to-1])
}

// folioDashes stand around the number of a page.
const folioDashes = "—-－·"

// inBrackets says whether a line stands in round brackets.
func inBrackets(l *layout.Line) bool {
	return layout.Contains("（(", l.First) && layout.Contains("）)", l.Last)
}
