package window

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/widgets"
)

func sortSpans(spans []widgets.Span) {
	slices.SortStableFunc(spans, func(a, b widgets.Span) int { return cmp.Compare(a.From, b.From) })
}

// joinRanges brings ranges into order and makes one of those that touch.
func joinRanges(rs []widgets.Range) []widgets.Range {
	slices.SortFunc(rs, func(a, b widgets.Range) int {
		return cmp.Or(cmp.Compare(a.From.Block, b.From.Block), cmp.Compare(a.From.Off, b.From.Off))
	})
	var out []widgets.Range
	for _, r := range rs {
		if n := len(out); n > 0 && !out[n-1].To.Before(r.From) {
			if out[n-1].To.Before(r.To) {
				out[n-1].To = r.To
			}
			continue
		}
		out = append(out, r)
	}
	return out
}

// slice is the part [from, to) of the characters that spans name.
func slice(spans []bulletin.Span, from, to int) []bulletin.Span {
	var out []bulletin.Span
	at := 0
	for _, s := range spans {
		a, b := max(from-at, 0), min(to-at, s.Len())
		if a < b {
			out = append(out, bulletin.Span{Origin: s.Origin, From: s.From + int32(a), To: s.From + int32(b)})
		}
		at += s.Len()
	}
	return out
}
