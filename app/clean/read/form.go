package read

import (
	"math/bits"
	"slices"
	"strings"

	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Set forms that a line may have; each is one cue.
const (
	fLead = iota
	fCredit
	fAuthor
	fNames
	fName
	fPhoto
	fShown
	fStaff
	fHouse
	fAdvert
	fPaper
	fSection
	fWeather
	fHotline
	fSpeck
	fStanding
	fDate
	fDated
	fRow
	fRowSure
	fNumberEnd
	fCalling
	fCallingFirst
	fTail
	fRest
	fSlug
	fJump
	fJumpBack
	fOpens
	fItem
	fAsks
	fReports
	fSalutation
	fFormula
	fNotice
	fLeans
	fDash
	fEvent
	fLabel
	fHours
	fStation
	fOrnament
	fFolio
	fWeekday
	fScene
	fYearly
	fImprint
	fRule
	fBracket
	fColon
	fLatinCaps
	fLatinSmall
	fLatinCredit
	fLatinTag
	fMonth
	fLonely
	fLeaders
	fEnclosed
	fColumn
	fSigned
	fFirstItem
	fReply
	forms
)

func (f *fact) has(k int) bool { return f.forms&(1<<k) != 0 }

// each yields the forms that a line has.
func (f *fact) each(yield func(k int) bool) {
	for m := f.forms; m != 0 && yield(bits.TrailingZeros64(m)); m &= m - 1 {
	}
}

// recognise notes the set forms of a line; t is its text without white space. Of a long line only the head is
// looked at.
func (f *fact) recognise(l *layout.Line, t []rune, latin bool) {
	r := l.Text[:min(len(l.Text), longForm)]
	ornament := phrase.IsOrnament(l.First)
	note := func(k int, ok bool) {
		if ok {
			f.forms |= 1 << k
		}
	}
	note(fTail, l.Tail)
	note(fRest, l.Rest)
	note(fSlug, l.Slug)
	note(fJump, l.Jump)
	note(fSpeck, phrase.IsSpeck(r))
	note(fDash, script.HasAt(r, 0, "——"))
	note(fOrnament, ornament)
	note(fEnclosed, len(r) <= 14 && layout.Enclosed(r) || len(r) <= 15 && ornament && layout.Enclosed(r[1:]))
	note(fColumn, len(r) <= 10 && ornament || len(r) <= 10 && phrase.IsOrnament(l.Last))
	note(fRule, ruled(r))
	note(fBracket, phrase.IsMarkBracket(r[0]))
	note(fColon, len(r) < 30 && (l.Last == '：' || l.Last == ':'))
	note(fLonely, len(r) <= 2)
	note(fPhoto, phrase.IsPhotoEnd(r))
	note(fItem, phrase.OpensItem(r))
	note(fFirstItem, phrase.OpensList(r))
	if latin {
		f.running = phrase.IsRunningHead(r)
		f.recogniseLatin(l, r, note)
		return
	}
	note(fLead, phrase.IsLead(r))
	note(fShown, phrase.ShowsPicture(r))
	note(fJumpBack, phrase.JumpHead(r))
	note(fOpens, phrase.OpensParagraph(r))
	note(fAsks, phrase.IsTurn(r))
	note(fReply, phrase.OpensReply(r))
	note(fReports, phrase.OpensReport(r))
	note(fLeans, phrase.LeansBack(r))
	note(fCallingFirst, phrase.CallingAt(r, 0) > 0)
	if len(r) > 90 {
		return
	}
	_, credit := phrase.WholeCredit(r)
	_, author := phrase.AuthorCredit(r)
	note(fCredit, credit)
	note(fAuthor, author)
	note(fNames, phrase.IsNames(r))
	note(fName, phrase.IsName(r) || phrase.IsSpacedName(r))
	note(fCalling, phrase.HasCalling(r))
	note(fStaff, phrase.HasStaff(r))
	note(fHouse, phrase.HasHouseWord(r))
	note(fAdvert, phrase.IsAdvert(r))
	note(fPaper, phrase.IsNewsName(t))
	note(fSection, phrase.IsSection(t))
	note(fWeather, phrase.IsWeather(t))
	note(fHotline, phrase.HasHotline(r))
	note(fStanding, phrase.IsStanding(r))
	note(fDate, phrase.IsWholeDate(r))
	f.lunar, f.note = phrase.IsLunarDate(t), phrase.IsPageNote(t) || phrase.IsForecast(t)
	note(fDated, phrase.Dated(t))
	note(fRow, phrase.IsRow(r))
	note(fRowSure, phrase.IsSureRow(r))
	note(fNumberEnd, phrase.EndsInNumber(r))
	note(fSalutation, phrase.IsSalutation(r))
	note(fFormula, phrase.IsFormula(r))
	note(fNotice, phrase.EndsAsNotice(r))
	note(fEvent, phrase.IsEvent(t))
	note(fLabel, phrase.HasLabel(r))
	note(fHours, phrase.IsHours(r))
	note(fStation, phrase.IsStation(r))
	note(fSigned, phrase.IsSignature(r[phrase.SkipOrnaments(r, 0):]))
	note(fFolio, phrase.IsFolio(t) || len(r) < 14 && script.Find(r, 0, "版") >= 0)
	note(fWeekday, script.Find(t, 0, "星期") >= 0)
	note(fScene, phrase.IsScene(r))
	note(fYearly, phrase.IsYearly(t))
	note(fImprint, phrase.IsImprint(t) || phrase.IsMaker(t) || phrase.IsOwn(r, t))
	note(fLeaders, leaders(r))
}

// recogniseLatin notes the forms of a line in Latin letters.
func (f *fact) recogniseLatin(l *layout.Line, r []rune, note func(int, bool)) {
	note(fShown, phrase.ShowsLatinPicture(r))
	note(fJumpBack, phrase.JumpHead(r))
	note(fAdvert, phrase.IsLatinAdvert(r))
	note(fLatinSmall, r[0] >= 'a' && r[0] <= 'z')
	note(fSalutation, phrase.IsLatinSalutation(r))
	note(fLatinTag, !l.Head && (phrase.LatinDateline(r) > 0 || phrase.LatinPlace(r) == len(r)))
	if len(r) > 120 {
		return
	}
	_, credit := phrase.LatinByline(r)
	note(fLatinCredit, credit)
	note(fNames, !credit && phrase.BareLatinName(r))
	note(fLatinCaps, capitals(r))
	note(fMonth, monthIn(r))
	note(fImprint, phrase.IsLatinImprint(r))
	note(fFolio, len(r) <= 12 && f.digits > 0 && f.digits*2 >= f.n-4)
	note(fNumberEnd, phrase.EndsInNumber(r))
	note(fRow, phrase.IsRow(r) && phrase.WideGaps(r) > 0)
	note(fLeaders, leaders(r))
}

// ruled says whether a line is a row of dashes, tildes, stars or the like and nothing else. An ellipsis that a column
// broke off is none.
func ruled(r []rune) bool {
	if len(r) < 3 || ellipsis(r) {
		return false
	}
	for _, c := range r {
		if script.IsHan(c) || script.IsLatin(c) || phrase.IsDigit(c) {
			return false
		}
	}
	return true
}

// ellipsis says whether a line is six dots, as they are typed for an ellipsis, and marks that may stand beside one.
func ellipsis(r []rune) bool {
	dots := 0
	for _, c := range r {
		switch c {
		case '.', '·', '。':
			dots++
		case '…', '⋯':
			dots += 3
		case '“', '”', '‘', '’', '"', '」', '』', '，', '？', '！', '）':
		default:
			return false
		}
	}
	return dots >= 6 && dots <= 7 && len(r) <= 9
}

// leaders says whether a line ends as those of a contents list do: dots, and perhaps the number of a page.
func leaders(r []rune) bool {
	i := len(r)
	for i > 0 && (phrase.IsDigit(r[i-1]) || layout.Contains("第页版（）()", r[i-1])) {
		i--
	}
	n := 0
	for i > 0 && layout.Contains(".…·．。- ", r[i-1]) {
		i--
		n++
	}
	return n >= 3 && n < len(r)
}

// capitals says whether all letters of a line are capitals.
func capitals(r []rune) bool {
	n := 0
	for _, c := range r {
		if c >= 'a' && c <= 'z' {
			return false
		}
		if script.IsLatin(c) {
			n++
		}
	}
	return n > 2
}

// monthIn says whether a line holds the name of a month, as date lines do.
func monthIn(r []rune) bool {
	s := string(r)
	return slices.ContainsFunc(months[:], func(m string) bool { return strings.Contains(s, m) })
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"}
