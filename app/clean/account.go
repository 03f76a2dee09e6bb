package clean

import (
	"cmp"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/read"
)

// blockOf is the number of the block of each line.
func (a *analysis) blockOf() []int {
	of := make([]int, len(a.page.Lines))
	for k, b := range a.told.Blocks {
		for _, r := range b.Runs {
			for i := r.From; i < r.To; i++ {
				of[i] = k
			}
		}
	}
	return of
}

// junctions accounts for every junction of two lines that stand one below the other.
func (a *analysis) junctions() []bulletin.Junction {
	all := make([]bulletin.Junction, 0, len(a.page.Lines))
	ls, of := a.page.Lines, a.blockOf()
	for i := 1; i < len(ls); i++ {
		if ls[i].Row <= ls[i-1].Row {
			continue // pieces of one row, or of the column beside
		}
		join := of[i] == of[i-1]
		sure := max(0.5, float64(a.reading.Sure[i]))
		switch {
		case a.reading.Roles[i] == read.Furniture && a.reading.Roles[i-1] == read.Furniture:
			sure = float64(min(a.reading.Likely[i][read.Furniture], a.reading.Likely[i-1][read.Furniture]))
		case join != a.reading.Roles[i].Next():
			sure = 0.5 // the stories decided otherwise
		}
		if _, ok := slices.BinarySearch(a.told.Sorted, i); ok {
			sure = min(sure, sortedSure)
		}
		all = append(all, bulletin.Junction{
			Above: ls[i-1].Row, Below: ls[i].Row,
			At:         rawID(breakOf(a.page.Rows[ls[i-1].Row])),
			Join:       join,
			Uncertain:  sure < Sure,
			Confidence: sure,
			Cues:       a.reading.Why(i),
		})
	}
	return all
}

// sortedSure is the confidence of the junctions of titles that stood line by line with those of another story.
const sortedSure = 0.8

// verdicts accounts for every block, in the order of their first lines.
func (a *analysis) verdicts() []bulletin.Verdict {
	all := make([]bulletin.Verdict, 0, len(a.told.Blocks))
	for k, b := range a.told.Blocks {
		if b.Runs == nil {
			continue
		}
		v := bulletin.Verdict{First: a.page.Lines[b.First()].Row, Last: a.page.Lines[b.Last()].Row, Kind: b.Kind, Story: a.told.Of[k], Cues: a.reading.WhyKind(b.First())}
		if n := len(b.Parts); n > 0 {
			v.Kind = b.Parts[n-1].Kind
		}
		if b.Kind.Title() || b.Kind == bulletin.Caption {
			v.Words = a.told.Shared(k)
		}
		all = append(all, v)
	}
	slices.SortStableFunc(all, func(a, b bulletin.Verdict) int { return cmp.Compare(a.First, b.First) })
	return all
}
