package scan

import (
	"bytes"
	"cmp"
	"image"
	"slices"
	"unicode"
)

// title is a line in large type, as the black of the page shows it: tesseract cuts some where the columns below them part,
// leaves out characters at the cuts and the ends, reads parts of one twice, and does not see others.
type title struct {
	box   image.Rectangle
	lines []int // of the hOCR that stand in it; the first is the one that it was found by
	cut   int   // the line that it was cut from, and 1; 0 where it was not
}

const (
	highest    = 8    // times as high as text that type is, at most; more is a picture
	level      = 0.12 // of its height that parts of a title stand out above or below
	alikeHigh  = 1.2  // times as high as one another that parts are, at most
	apartFrom  = 0.3  // of its height from part to part, at most
	apartMarks = 0.75 // beside a mark, half of whose em is white
	apartInk   = 0.5  // to black that nobody read
	apartSmall = 0.25 // where that has less than half its height and is no 一: a mark, or text
	thin       = 0.2  // of its height that 一 has
	within     = 0.7  // of its area that a line stands in a title with, at least
	half       = 0.5  // of its area that black stands in a line with that it is of
	mostRows   = 60   // lines of text that are read again
	mostBlack  = 400  // pieces of black in large type that it did not see; more are a picture
	mostUnseen = 40   // titles that tesseract did not see; more are a picture
	slimmest   = 5    // times as high as wide black is that is a rule
	leastDown  = 0.8  // of the height of text that a line is wide which is set from the top down
	leastSure  = 70   // per cent, of a title that tesseract did not see
	leastLong  = 2    // characters that it has
	framedSure = 40   // per cent, of text in a box of black that is less than half as high: the box is a frame or a picture
	lessSure   = 8    // per cent, of one that was read in parts: those stood by themselves
)

// titlesOf finds the titles of a page whose text is so many pixels high. The cost is the square of the number of lines and
// pieces in large type, and that number times all pieces.
func titlesOf(hocr []byte, lines []line, high int, pieces []image.Rectangle) (all []title) {
	tall := func(r image.Rectangle) bool {
		return float64(r.Dy()) > largeLine*float64(high) && r.Dy() < highest*high
	}
	var text, down, rowed []int // lines of text, in large type set from the top down, and of text several of which were read as one
	var of []title              // the rows of those
	for k, l := range lines {
		switch w, h := l.box.Dx(), l.box.Dy(); {
		case isDown(l.box, high):
			down = append(down, k)
		case tall(l.box) && w > h/2:
			bands := bandsOf(piecesIn(l.box, pieces))
			at := slices.IndexFunc(bands, func(in []image.Rectangle) bool { return isLarge(in, high) })
			for n, in := range bands {
				if n == at {
					parts := cutLine(k, l.box, in)
					if len(bands) > 1 && len(parts) == 1 {
						parts[0] = title{boxOf(in), []int{k}, k + 1}
					}
					all = append(all, parts...)
					continue
				}
				for _, r := range rowsOf(in, high) {
					of = append(of, title{box: r, cut: k + 1})
				}
			}
			if len(bands) == 0 {
				all = append(all, title{box: l.box, lines: []int{k}})
			} else if at < 0 {
				text, rowed = append(text, k), append(rowed, k)
			}
		default:
			text = append(text, k)
		}
	}
	read := len(all)
	small := slices.Concat(text, down)
	for _, r := range pieces {
		if !tall(r) || r.Dx()*slimmest < r.Dy() || slices.ContainsFunc(all[:read], func(t title) bool { return stands(r, t.box) > half }) {
			continue
		}
		in := 0.0
		for _, k := range small {
			in += stands(r, lines[k].box)
		}
		if in <= half {
			all = append(all, title{box: r})
		}
	}
	if len(all) > read+mostBlack {
		all = all[:read]
	}
	all = joined(hocr, lines, pieces, all)
	unseen := 0
	for _, t := range all {
		if t.unseen() {
			unseen++
		}
	}
	if unseen > mostUnseen {
		all = slices.DeleteFunc(all, func(t title) bool { return t.unseen() })
	}
	if len(all) > mostAgain {
		return nil
	}
	for k := range all {
		all[k].box = grown(k, all, pieces, lines, text)
	}
	all = joined(hocr, lines, pieces, all)
	all = slices.DeleteFunc(all, func(t title) bool { return t.unseen() && framesText(t.box, lines, text) })
	for k := range all {
		t := &all[k]
		for _, n := range text {
			if stands(lines[n].box, t.box) >= within {
				t.lines = append(t.lines, n)
			}
		}
	}
	for _, k := range down {
		all = append(all, title{box: lines[k].box, lines: []int{k}})
	}
	if len(of) > mostRows {
		return all
	}
	for _, t := range of {
		if !slices.ContainsFunc(text, func(k int) bool { return !slices.Contains(rowed, k) && stands(t.box, lines[k].box) > half }) {
			all = append(all, t)
		}
	}
	return all
}

// framesText says whether text of its own stands in a box of black.
func framesText(box image.Rectangle, lines []line, text []int) bool {
	return slices.ContainsFunc(text, func(n int) bool {
		l := lines[n]
		return l.box.Dy()*2 < box.Dy() && l.sure >= framedSure && stands(l.box, box) >= within
	})
}

// unseen says whether tesseract read nothing of a title.
func (t *title) unseen() bool { return len(t.lines) == 0 && t.cut == 0 }

// whole says whether a title stands for lines of its own, none of which was cut.
func (t *title) whole() bool { return len(t.lines) > 0 && t.cut == 0 }

// isDown says whether a line is set from the top down.
func isDown(box image.Rectangle, high int) bool {
	w, h := box.Dx(), box.Dy()
	return h > upright*w && float64(w) > leastDown*float64(high)
}

// joined puts together what is of one title.
func joined(hocr []byte, lines []line, pieces []image.Rectangle, all []title) []title {
	for again := true; again; {
		again = false
		for a := 0; a < len(all); a++ {
			for b := a + 1; b < len(all); b++ {
				if oneTitle(hocr, lines, pieces, &all[a], &all[b]) {
					all[a].box = all[a].box.Union(all[b].box)
					if all[a].whole() || all[b].whole() {
						all[a].cut = 0
					} else {
						all[a].cut = max(all[a].cut, all[b].cut)
					}
					all[a].lines = append(all[a].lines, all[b].lines...)
					slices.SortFunc(all[a].lines, func(i, j int) int { return cmp.Compare(lines[i].box.Min.X, lines[j].box.Min.X) })
					all = slices.Delete(all, b, b+1)
					again = true
					b--
				}
			}
		}
	}
	return all
}

// oneTitle says whether two parts are of one line.
func oneTitle(hocr []byte, lines []line, pieces []image.Rectangle, a, b *title) bool {
	if b.box.Min.X < a.box.Min.X {
		a, b = b, a
	}
	if stands(a.box, b.box) > within || stands(b.box, a.box) > within {
		return true
	}
	small, great := min(a.box.Dy(), b.box.Dy()), max(a.box.Dy(), b.box.Dy())
	over := min(a.box.Max.Y, b.box.Max.Y) - max(a.box.Min.Y, b.box.Min.Y)
	gap := float64(b.box.Min.X-a.box.Max.X) / float64(great)
	switch {
	case float64(small-over) > level*float64(great) || gap > apartMarks:
		return false
	case min(a.box.Dx(), b.box.Dx()) > 2*small && float64(great) > alikeHigh*float64(small):
		return false
	case gap <= apartFrom || (a.unseen() || b.unseen()) && gap <= apartInk:
		return true
	case len(a.lines) > 0 && endsHollow(hocr, lines[a.lines[len(a.lines)-1]]) || len(b.lines) > 0 && beginsHollow(hocr, lines[b.lines[0]]):
		return true
	}
	return beginsQuoted(b.box, piecesIn(b.box, pieces))
}

// beginsQuoted says whether black begins with half of a quotation mark: small, and high in its line.
func beginsQuoted(box image.Rectangle, in []image.Rectangle) bool {
	var first image.Rectangle
	for k, r := range in {
		if k == 0 || r.Min.X < first.Min.X {
			first = r
		}
	}
	return len(in) > 0 && first.Dy()*2 < box.Dy() && first.Max.Y < (box.Min.Y+box.Max.Y)/2
}

// endsHollow says whether a line ends with a mark whose other half is white, beginsHollow whether it begins with one.
func endsHollow(hocr []byte, l line) bool {
	r := l.text(hocr)
	return len(r) > 0 && unicode.IsPunct(r[len(r)-1])
}

func beginsHollow(hocr []byte, l line) bool {
	r := l.text(hocr)
	return len(r) > 0 && unicode.IsPunct(r[0])
}

// text is what a line was read as, without white.
func (l line) text(hocr []byte) []rune { return []rune(string(readIn(hocr[l.from:l.to]))) }

// readIn is the text of hOCR, without white.
func readIn(hocr []byte) []byte {
	return bytes.Join(bytes.Fields(anyTag.ReplaceAll(hocr, nil)), nil)
}

// grown adds to a title the black to its left and right that is level with it and stands in no other line.
func grown(k int, all []title, pieces []image.Rectangle, lines []line, text []int) image.Rectangle {
	box := all[k].box
	for again := true; again; {
		again = false
		h := float64(box.Dy())
		out := int(level * h)
		for _, r := range pieces {
			if r.Min.Y < box.Min.Y-out || r.Max.Y > box.Max.Y+out || r.In(box) {
				continue
			}
			most := apartInk
			if stroke := float64(r.Dx()) >= half*h && float64(r.Dy()) <= thin*h; !stroke && float64(r.Dy()) < half*h {
				most = apartSmall
			}
			if gap := max(r.Min.X-box.Max.X, box.Min.X-r.Max.X); float64(gap) > most*h {
				continue
			}
			if slices.ContainsFunc(text, func(n int) bool { return stands(r, lines[n].box) > half && stands(lines[n].box, box) < within }) {
				continue
			}
			other := false
			for n := range all {
				other = other || n != k && len(all[n].lines) > 0 && stands(r, all[n].box) > half && stands(all[n].box, box) < within
			}
			if !other {
				box = box.Union(r)
				again = true
			}
		}
	}
	return box
}

// better says whether a reading of a title is to stand for its lines: it is as sure as they are where they were sure, and
// has what they had. What tesseract did not see is no title unless it is sure of it; where it read two lines as one, any
// reading of them is better.
func (t *title) better(hocr []byte, lines []line, r *reading) bool {
	switch {
	case t.cut > 0:
		return true
	case len(t.lines) == 1:
		return r.sure >= lines[t.lines[0]].sure
	}
	long := len([]rune(r.text))
	sum, n, had, small := 0.0, 0, 0, 0
	for _, k := range t.lines {
		l := lines[k]
		m := len(l.text(hocr))
		if l.box.Dy()*2 > t.box.Dy() {
			sum, n, had = sum+l.sure*float64(m), n+m, max(had, m)
		} else if l.sure >= framedSure {
			small += m
		}
	}
	if n == 0 {
		return small == 0 && r.sure >= leastSure && long >= leastLong
	}
	return small <= long && r.sure >= sum/float64(n)-lessSure && long >= had // more small text is no part of the title
}

// stands is the share of its area that a rectangle stands in another one with.
func stands(r, in image.Rectangle) float64 {
	o := r.Intersect(in)
	return float64(o.Dx()) * float64(o.Dy()) / max(1, float64(r.Dx())*float64(r.Dy()))
}
