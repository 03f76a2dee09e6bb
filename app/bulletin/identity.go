// Package bulletin holds the plain words of the trade: Publication, Issue, Page, Article, Block,
// Kind, Round, and the identity of a character.
//
// Everything here is a value without behaviour that needs a disk or a window. Start reading at
// ID (what a character is) and Page (what a finished page looks like).
package bulletin

import "cmp"

// ID names one character of a page for ever: it never changes and is never used again.
//
// Origin 0 is the raw page, whose characters are numbered by their rune offset in the decoded
// file; origin n is what revision n typed, numbered in the order of its Insert operations.
type ID struct{ Origin, Index int32 }

var (
	// Start is the anchor before the first character of a page. It is no character.
	Start = ID{0, -1}
	// None is no identity: the article of a block that belongs to none.
	None = ID{-1, -1}
)

// Compare orders identities by origin, then by index. It says nothing about places in a text.
func (i ID) Compare(j ID) int {
	return cmp.Or(cmp.Compare(i.Origin, j.Origin), cmp.Compare(i.Index, j.Index))
}

// Span is a run of identities of one origin, half-open: [From, To).
type Span struct{ Origin, From, To int32 }

// Len is the number of identities in the span, in runes.
func (s Span) Len() int { return int(s.To - s.From) }

// Has says whether the span names the identity.
func (s Span) Has(i ID) bool { return i.Origin == s.Origin && i.Index >= s.From && i.Index < s.To }

// At is the k-th identity of the span, counted from 0.
func (s Span) At(k int) ID { return ID{s.Origin, s.From + int32(k)} }

// One is the span of a single identity.
func One(i ID) Span { return Span{i.Origin, i.Index, i.Index + 1} }

// AppendID adds an identity to spans, growing the last span where it follows on.
func AppendID(spans []Span, i ID) []Span { return AppendSpan(spans, One(i)) }

// AppendSpan adds a span to spans, growing the last one where it follows on. Empty spans are
// dropped.
func AppendSpan(spans []Span, s Span) []Span {
	if s.To <= s.From {
		return spans
	}
	if n := len(spans); n > 0 && spans[n-1].Origin == s.Origin && spans[n-1].To == s.From {
		spans[n-1].To = s.To
		return spans
	}
	return append(spans, s)
}
