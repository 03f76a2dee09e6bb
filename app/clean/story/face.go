package story

import (
	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/phrase"
)

// How a block of text begins.
const (
	opensPlain = iota
	opensLead
	opensBack // with a reference to another page
	opensItem
	opensDay
)

// opening classes how a block of text begins.
func opening(b *read.Block) int {
	switch {
	case b.Has(bulletin.Dateline):
		return opensLead
	case b.Back():
		return opensBack
	case phrase.OpensParagraph(b.Text) || phrase.OpensItem(b.Text):
		return opensItem
	case phrase.OpensWithDay(layout.Tight(b.Text[:min(len(b.Text), 12)])):
		return opensDay
	}
	return opensPlain
}

// How a block of text begins, and what that is of. Set forms that not all papers have.
const (
	faceText  = iota
	faceFirst // the first item of a list
	faceItem  // another one
	faceReply // whom it speaks to
	faceTurn  // a turn of an interview
	faceRow
	faces
)

func faceOf(b *read.Block) int {
	switch {
	case b.Role == read.Row:
		return faceRow
	case phrase.OpensList(b.Text):
		return faceFirst
	case phrase.OpensItem(b.Text):
		return faceItem
	case phrase.OpensReply(b.Text):
		return faceReply
	case phrase.IsTurn(b.Text):
		return faceTurn
	}
	return faceText
}

// crown is how likely block i is a title although it was read as a row of the text, as one of 7 classes; 0 for no row.
func (a *teller) crown(i int) int {
	b := a.bs[i]
	if b.Role != read.Row || len(b.Text) > longestCrown {
		return 0
	}
	return 1 + rung(int(b.Titled()*1000), 2, 10, 40, 120, 300)
}

// longestCrown is how many characters a title has at most that is read as a row.
const longestCrown = 30

// leastCrown is how likely the first row of a story without a title must be a title to be taken for one: what a story
// begins with is seldom anything else.
const leastCrown = 0.02

// crowned makes the row that a story of text begins with its headline, where it has no other and that may be one.
func (a *teller) crowned() {
	titled := make([]bool, len(a.st))
	for i, b := range a.bs {
		if s := a.of[i]; s >= 0 && b.Role.Title() {
			titled[s] = true
		}
	}
	for s, st := range a.st {
		if titled[s] || len(st.body) < 2 || a.bs[st.body[1]].Role == read.Row {
			continue
		}
		b := a.bs[st.body[0]]
		if a.crown(st.body[0]) > 0 && b.Titled() >= leastCrown && len(b.Parts) < 2 {
			b.Role, b.Kind, b.Parts = read.Headline, bulletin.Headline, nil
			st.body = st.body[1:]
		}
	}
}
