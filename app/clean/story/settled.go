package story

import (
	"slices"

	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/phrase"
)

// settled is what speaks for block j beginning a story, or against it where it is below 0, by rules set by hand.
func (a *teller) settled(j int) (by float64) {
	if a.beganElsewhere(j) {
		by += settledBegin
	}
	if a.opens[j] == opensLead && a.opens[a.st[a.cur].body[0]] == opensLead && a.creditsSince(j) > 0 {
		by += ledBegin
	}
	if a.prev < j-1 && a.opens[j] == opensPlain && (a.piece || a.overCredit(j)) {
		by -= settledBegin
	}
	return by
}

// settledBegin is what a reference to the page where a story began weighs right above its text: it says that the story is
// none of this page, and where words of others go on below it they are not of it. Set by hand, beyond what is doubtful:
// such references are too rare to be fitted.
const settledBegin = 9

// ledBegin is what a lead with a credit weighs for a new story where the one above has such a lead, too (L6): 本报讯（记者
// 林小满）. Set by hand: it holds on nearly all pages of the fit, but for some whose story has lost its title.
const ledBegin = 3

// untitledPiece says whether the page is a piece of one without a title: text that opens as any does goes on there behind
// a photo's credit. Pages of the fit are seldom so.
func (a *teller) untitledPiece() bool {
	return len(a.r.Page.Lines) < small && !slices.ContainsFunc(a.bs, func(b *read.Block) bool { return b.Role.Title() })
}

// overCredit says whether nothing stands between block j and the text above on a piece but who took a photo, in brackets:
// that is part of no stack.
func (a *teller) overCredit(j int) bool {
	if len(a.r.Page.Lines) >= small {
		return false
	}
	for k := a.prev + 1; k < j; k++ {
		if t := a.bs[k].Text; !layout.Enclosed(t) || !phrase.IsPhotoEnd(t) {
			return false
		}
	}
	return true
}

// beganElsewhere says whether the page shows a reference to another one right above block j.
func (a *teller) beganElsewhere(j int) bool {
	return a.at != nil && a.at.above[j] >= 0 && !a.bs[a.at.above[j]].Role.Body() && a.bs[a.at.above[j]].Back()
}
