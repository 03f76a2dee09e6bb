package story

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
	"qingyang/app/phrase"
)

var (
	yWay     = CreditCues.Add("above or below", cue.Place, groupAll, ways*2, 2)
	yTitles  = CreditCues.Add("titles", cue.Titles, groupAll, ways*3, 4)
	yTitKind = CreditCues.Add("kinds of titles", cue.Titles, groupAll, ways*17, 17)
	yGap     = CreditCues.Add("gaps", cue.Blank, groupAll, ways*3, 4)
	yHas     = CreditCues.Add("credits they have", cue.Credit, groupAll, ways*3, 3)
	yGapTit  = CreditCues.Add("gaps, titles, credit", cue.Blank, groupAll, ways*12, 8)
	yEnd     = CreditCues.Add("end above", cue.Stop, groupAll, ways*ends, 2)
	yAll     = CreditCues.Add("all", cue.Credit, groupAll, ways*2*2*3*3, ends*12)
	yForm    = CreditCues.Add("form", cue.Form, groupAll, ways*8, 4)
	yTray    = CreditCues.Add("below a title of another story", cue.Stack, groupAll, ways*3, 3)
	yNear    = CreditCues.Add("right beside", cue.Place, groupAll, ways*4, 4)
	yFree    = CreditCues.Add("credit of that story", cue.Credit, groupAll, ways*2, 8)
)

// A credit may be of the story above, of the one below, of that of the title right above, of that of the title right below.
const ways = 4

// titlesBeside is how many titles stand between block i and the text above and below it.
func (a *teller) titlesBeside(i int) (above, below int) {
	for k := i - 1; k >= 0 && !a.bs[k].Role.Body(); k-- {
		above += one(a.bs[k].Role.Title())
	}
	for k := i + 1; k < len(a.bs) && !a.bs[k].Role.Body(); k++ {
		below += one(a.bs[k].Role.Title())
	}
	return above, below
}

// creditSheets says what holds of credit i and each story that it may be of.
func (a *teller) creditSheets(i int) (sheets [][]int32, to []int) {
	b := a.bs[i]
	up, down := a.beside(i)
	titUp, titDown := a.titlesBeside(i)
	gapDown := 3
	if i+1 < len(a.bs) {
		gapDown = min(2, a.bs[i+1].Gap)
	}
	end := ends - 1
	if k := a.textAbove(i); k >= 0 {
		end = a.endOf(k)
	}
	has := func(s int) int {
		if s < 0 {
			return 2
		}
		return one(a.st[s].by)
	}
	kindUp, kindDown := int(read.Roles), int(read.Roles)
	if i > 0 {
		kindUp = int(a.bs[i-1].Role)
	}
	if i+1 < len(a.bs) {
		kindDown = int(a.bs[i+1].Role)
	}
	shape := creditShape(b)
	above, farUp := a.titleBeside(i, -1)
	below, farDown := a.titleBeside(i, 1)
	var rank []int
	if a.at != nil {
		_, rank = a.nearest(a.at.box[i])
	}
	homes := [ways]int{up, down, above, below}
	for d, s := range homes {
		if s < 0 || slices.Contains(to, s) {
			continue
		}
		gap := min(2, b.Gap)
		x := a.book.Sheet(&CreditCues)
		x.Say(yWay, in(d, 2, one(b.Has(bulletin.Dateline))), one(down == up))
		x.Say(yTitles, in(d, 3, titUp), min(1, titDown)+2*one(titDown > 1))
		x.Say(yTitKind, in(d, 17, kindUp), kindDown)
		x.Say(yGap, in(d, 3, gap), gapDown)
		x.Say(yHas, in(d, 3, has(up)), has(down))
		x.Say(yGapTit, in(d, 12, gap*4+gapDown), min(1, titUp)*4+min(1, titDown)*2+one(has(up) == 1))
		x.Say(yEnd, in(d, ends, end), min(1, titUp))
		x.Say(yAll, (((d*2+min(1, titUp))*2+min(1, titDown))*3+has(up))*3+has(down), end*12+gap*4+gapDown)
		x.Say(yForm, in(d, 8, shape), min(1, titUp)*2+min(1, titDown))
		x.Say(yTray, in(d, 3, whose(above, up, down)), whose(below, up, down))
		x.Say(yNear, in(d, 4, farUp), farDown)
		x.Say(yFree, in(d, 2, has(s)), one(s == above)*4+one(s == below)*2+one(titUp > 0))
		sheets, to = append(sheets, a.shownCredit(x.Held, i, s, false, rank)), append(to, s)
	}
	for _, s := range a.creditHomes(i) {
		if !slices.Contains(to, s) {
			sheets, to = append(sheets, a.shownCredit(nil, i, s, true, rank)), append(to, s)
		}
	}
	return sheets, to
}

// titleBeside is the story of the nearest title above (by is -1) or below block i with no text in between, -1
// for none, and how many blocks away it stands.
func (a *teller) titleBeside(i, by int) (story, far int) {
	for k := i + by; k >= 0 && k < len(a.bs) && !a.bs[k].Role.Body(); k += by {
		if a.bs[k].Role.Title() {
			return a.of[k], min(3, by*(k-i))
		}
	}
	return -1, 0
}

// creditShape classes the words of a credit.
func creditShape(b *read.Block) int {
	r := b.Text
	switch {
	case b.Has(bulletin.Dateline):
		return 1
	case phrase.CallingAt(r, 0) > 0:
		return 2
	case phrase.IsName(r):
		return 3
	case phrase.IsNames(r):
		return 4
	case len(r) > 0 && (r[0] == '（' || r[0] == '('):
		return 5
	case phrase.SkipOrnaments(r, 0) > 0:
		return 6
	}
	return 7
}

// whose says which of two stories one is: 1 that above, 2 that below, 0 none or another.
func whose(s, up, down int) int {
	switch {
	case s < 0:
		return 0
	case s == down:
		return 2
	case s == up:
		return 1
	}
	return 0
}

// textAbove is the block of text above block i, -1 for none.
func (a *teller) textAbove(i int) int {
	for k := i - 1; k >= 0; k-- {
		if a.bs[k].Role.Body() && a.bs[k].Runs != nil {
			return k
		}
	}
	return -1
}
