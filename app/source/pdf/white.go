package pdf

import (
	"math"
	"slices"

	"qingyang/app/script"
)

// white is how a page shows white space: as characters of its content, or as gaps alone. A gap is what stands between
// the em cells of two characters, in em.
type white struct {
	typed  bool    // the spaces of the content are those of the text
	spaced float64 // the gap that the page sets between Han characters and letters or figures, which is no space of the text; 0 for none
	spread float64 // by how much that one differs on the page
}

// What the spaces of a page's content say is nothing where there are fewer than fewestTyped of them: then they stand
// in titles alone, or nowhere; nothing either where more than one of mostTyped pairs of Han characters has one: some
// programs write a space into each gap of a line that was opened to fill its column.
const (
	fewestTyped = 3
	mostTyped   = 25
)

// Gaps beyond what the line was opened by, from which on they are white space. A narrow space has 0.22 em.
const (
	gapTyped  = 0.05 // with a space in the content of a page that tells by these
	gapAlone  = 0.13 // without one: it may be narrowed with its line
	nearUsual = 0.05 // words in Latin letters have no space beside Han characters: that gap was narrowed, too
	usualGap  = 0.1  // between Han characters and letters, at least
	likeUsual = 0.012
	fewestGap = 8 // pairs that show it
)

// whiteOf looks at all lines of a page.
func whiteOf(lines [][]letter) (w white) {
	typed, pairs, between := 0, 0, 0
	var mixed []float64
	for _, line := range lines {
		opened := w.opened(line)
		for k := 1; k < len(line); k++ {
			a, b := &line[k-1], &line[k]
			if b.Space {
				typed++
			}
			switch han, other := script.IsHan(a.Rune), script.IsHan(b.Rune); {
			case han && other:
				pairs++
				if b.Space {
					between++
				}
			case han && letter8(b.Rune), other && letter8(a.Rune):
				mixed = append(mixed, gap(a, b)-opened.between(a, b))
			}
		}
	}
	w.typed = typed >= fewestTyped && between*mostTyped <= pairs+mostTyped
	if len(mixed) >= fewestGap {
		slices.Sort(mixed)
		if usual := mixed[len(mixed)/2]; usual > usualGap {
			for k := range mixed {
				mixed[k] = math.Abs(mixed[k] - usual)
			}
			slices.Sort(mixed)
			w.spaced, w.spread = usual, max(likeUsual, 3*mixed[len(mixed)/2])
		}
	}
	return w
}

func letter8(r rune) bool { return script.IsLatin(r) || script.IsDigit(r) || script.IsWideDigit(r) }

// gap is the white between two characters, in em of the larger one. A half-width mark may stand in the place of a
// full-width one.
func gap(a, b *letter) float64 {
	size := max(a.size, b.size, 0.1)
	if !letter8(a.Rune) && script.HalfEms(a.Rune) < 2 && a.hi-a.lo < 0.7*size && script.HalfEms(b.Rune) == 2 {
		if full := (b.lo - a.lo) / size; full > 0.94 {
			return full - 1
		}
	}
	return (b.lo - a.hi) / size
}

// A dash or an ellipsis has two em. Where strokes or dots of a narrower font, or half an ellipsis, were set in its place,
// what stands behind them begins where it would behind those: between shortDash, where the line was squeezed, and longDash
// from the first.
const (
	shortDash = 1.75
	longDash  = 2.3
)

// gapAt is the white before character k of a line, in em.
func gapAt(line []letter, k int) float64 {
	from := k - 1
	for from > 0 && line[from-1].Rune == line[k-1].Rune {
		from--
	}
	if k-from > 1 && stroke(line[from].Rune) || k-from == 1 && line[from].Rune == '…' {
		size := max(line[k-1].size, line[k].size, 0.1)
		if whole := (line[k].lo - line[from].lo) / size; whole > shortDash && whole < longDash {
			return whole - 2
		}
	}
	return gap(&line[k-1], &line[k])
}

// stroke says whether dashes and ellipses are made of it.
func stroke(r rune) bool {
	switch r {
	case '-', '－', '─', '―', '.', '·':
		return true
	}
	return false
}

// opening is by how much a line was opened to fill its column, or squeezed where it is negative: the gap that
// neighbouring Han characters have, and that narrow ones have. Programs open lines at wide characters or at the
// spaces between words, not within words.
type opening struct{ wide, narrow float64 }

// fewestOpened is how many gaps tell by how much a line was opened.
const fewestOpened = 2

func (w white) opened(line []letter) opening {
	var wide, narrow []float64
	for k := 1; k < len(line); k++ {
		a, b := &line[k-1], &line[k]
		if w.typed && b.Space {
			continue
		}
		switch n := script.HalfEms(a.Rune) + script.HalfEms(b.Rune); {
		case script.IsHan(a.Rune) && script.IsHan(b.Rune):
			wide = append(wide, gap(a, b))
		case n <= 2:
			narrow = append(narrow, gap(a, b))
		}
	}
	of := func(gaps []float64) float64 {
		if len(gaps) < fewestOpened {
			return 0
		}
		slices.Sort(gaps)
		return gaps[(len(gaps)-1)/4] // a line of names has more spaces than not
	}
	return opening{of(wide), of(narrow)}
}

// between is by how much the line was opened between two of its characters.
func (o opening) between(a, b *letter) float64 {
	if script.HalfEms(a.Rune) < 2 && script.HalfEms(b.Rune) < 2 {
		return o.narrow
	}
	return o.wide
}

// parts says whether white space stands before character k of a line.
func (w white) parts(line []letter, k int, opened opening) bool {
	a, b := &line[k-1], &line[k]
	white := gapAt(line, k) - opened.between(a, b)
	mixed := w.spaced > 0 && script.IsHan(a.Rune) != script.IsHan(b.Rune)
	switch {
	case w.typed && b.Space:
		return white > gapTyped
	case mixed && math.Abs(white-w.spaced) <= w.spread:
		return false
	case mixed && (script.IsLatin(a.Rune) || script.IsLatin(b.Rune)) && math.Abs(white-w.spaced) <= nearUsual:
		return false
	}
	return white > gapAlone
}
