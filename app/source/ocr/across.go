package ocr

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/source/sheet"
)

// A reading machine that looks for columns first cuts a title over several of them where they part. What stands side by
// side in large type with no more white between than between characters is one line again.
const (
	largeType   = 1.5  // of the type of most lines
	besideGap   = 0.2  // em between the parts, at most: a gutter is wider in such type
	besideLevel = 0.15 // em that their middles differ by
	besideSize  = 0.08 // share that their sizes differ by
	mostLarge   = 400  // lines in large type that are looked at; more are dirt
)

// across joins the parts of titles; the cost is the square of the number of lines in large type.
func across(p *sheet.Page) {
	var sizes []float64
	for i := range p.Lines {
		sizes = append(sizes, p.Lines[i].Size)
	}
	if len(sizes) == 0 {
		return
	}
	slices.Sort(sizes)
	usual := sizes[len(sizes)/2]
	var large []int
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Size > largeType*usual && !l.Box.Zero() && !l.Upright() {
			large = append(large, i)
		}
	}
	if len(large) > mostLarge {
		return
	}
	slices.SortStableFunc(large, func(a, b int) int { return cmp.Compare(p.Lines[a].Box.X, p.Lines[b].Box.X) })
	gone := make([]bool, len(p.Lines))
	for k, i := range large {
		if gone[i] {
			continue
		}
		for _, j := range large[k+1:] {
			if a, b := &p.Lines[i], &p.Lines[j]; !gone[j] && continues(a, b) {
				a.Chars, a.Box, a.Bold = append(slices.Clip(a.Chars), b.Chars...), a.Box.Join(b.Box), a.Bold && b.Bold
				gone[j] = true
			}
		}
	}
	if !slices.Contains(gone, true) {
		return
	}
	kept := p.Lines[:0]
	for i := range p.Lines {
		if !gone[i] {
			kept = append(kept, p.Lines[i])
		}
	}
	p.Lines = kept
}

// continues says whether line b stands right behind line a.
func continues(a, b *sheet.Line) bool {
	em := max(a.Size, b.Size)
	gap := b.Box.X - a.Box.X - a.Box.W
	return math.Abs(a.Size-b.Size) < besideSize*em && gap > -besideGap*em && gap < besideGap*em &&
		math.Abs(a.Box.Y+a.Box.H/2-b.Box.Y-b.Box.H/2) < besideLevel*em && a.Zone != b.Zone
}
