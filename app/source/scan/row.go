package scan

import (
	"cmp"
	"image"
	"slices"
)

// What tesseract takes for one line may be several: lines of text one below the other, a title and the text below it,
// titles of two sizes side by side. The black shows it.
const (
	oneWide     = 0.8  // times as wide as high that type of another size is, at least, behind wide white
	twoWide     = 3    // behind less
	figuresHigh = 1.38 // times as high as figures Han characters are, at most
	leastLarge  = 6    // of so many parts of black in a title's width one is of large pieces, at least
	mostHigh    = 1.45 // times as high as text that a line of it is, at most
)

// piecesIn is the black that stands in a box, from the left.
func piecesIn(box image.Rectangle, pieces []image.Rectangle) (in []image.Rectangle) {
	for _, r := range pieces {
		if stands(r, box) > half && r.Dy() <= 2*box.Dy() {
			in = append(in, r)
		}
	}
	return in
}

func boxOf(in []image.Rectangle) (box image.Rectangle) {
	for _, r := range in {
		box = box.Union(r)
	}
	return box
}

// isLarge says whether black is of large type.
func isLarge(in []image.Rectangle, high int) bool {
	large, wide := 0, 0
	for _, r := range in {
		wide += r.Dx()
		if float64(r.Dy()) > largeLine*float64(high) {
			large += r.Dx()
		}
	}
	return large*leastLarge > wide
}

// bandsOf parts black where white goes through all of its width, from above.
func bandsOf(in []image.Rectangle) (bands [][]image.Rectangle) {
	in = slices.Clone(in)
	slices.SortStableFunc(in, func(a, b image.Rectangle) int { return cmp.Compare(a.Min.Y, b.Min.Y) })
	end := 0
	for _, r := range in {
		if n := len(bands); n > 0 && r.Min.Y < end {
			bands[n-1] = append(bands[n-1], r)
		} else {
			bands = append(bands, []image.Rectangle{r})
		}
		end = max(end, r.Max.Y)
	}
	for _, b := range bands {
		slices.SortStableFunc(b, func(a, b image.Rectangle) int { return cmp.Compare(a.Min.X, b.Min.X) })
	}
	return bands
}

// rowsOf is the lines of text that black is of, from above; nil where they hang together.
func rowsOf(in []image.Rectangle, high int) (rows []image.Rectangle) {
	down := slices.Clone(in)
	slices.SortStableFunc(down, func(a, b image.Rectangle) int { return cmp.Compare(a.Min.Y+a.Max.Y, b.Min.Y+b.Max.Y) })
	var mid []int
	for _, r := range down {
		m := (r.Min.Y + r.Max.Y) / 2
		if n := len(rows); n > 0 && m-mid[n-1] < high/2 {
			rows[n-1], mid[n-1] = rows[n-1].Union(r), m
			continue
		}
		rows, mid = append(rows, r), append(mid, m)
	}
	if slices.ContainsFunc(rows, func(r image.Rectangle) bool { return float64(r.Dy()) > mostHigh*float64(high) }) {
		return nil
	}
	return slices.DeleteFunc(rows, func(r image.Rectangle) bool { return r.Dy()*2 < high })
}

// cutLine cuts a line where type of another size begins behind white: titles that stand side by side. in is its black.
func cutLine(k int, box image.Rectangle, in []image.Rectangle) []title {
	var runs []image.Rectangle // from the left; less white stands in them than between characters that stand apart
	for _, r := range in {
		if n := len(runs); n > 0 && float64(r.Min.X-runs[n-1].Max.X) < apartFrom*float64(box.Dy()) {
			runs[n-1] = runs[n-1].Union(r)
			continue
		}
		runs = append(runs, r)
	}
	for n := 1; n < len(runs); n++ {
		a, b := boxOf(runs[:n]), boxOf(runs[n:])
		small, great := min(a.Dy(), b.Dy()), max(a.Dy(), b.Dy())
		wide := min(float64(a.Dx())/float64(a.Dy()), float64(b.Dx())/float64(b.Dy()))
		if ratio := float64(great) / float64(small); ratio <= alikeHigh || wide < oneWide || wide < twoWide && (ratio < figuresHigh || float64(b.Min.X-a.Max.X) < apartInk*float64(small)) {
			continue
		}
		one, other := title{a, []int{k}, k + 1}, title{b, nil, k + 1}
		if a.Dx() < b.Dx() { // the longer one is what was read
			one.lines, other.lines = nil, one.lines
		}
		return []title{one, other}
	}
	return []title{{box: box, lines: []int{k}}}
}
