package read

import (
	"math"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/script"
)

// The weights that are set by hand, and why. All others are fitted.
var (
	// Of the lines of titles 83 in 100 are set larger than the body, of all others one in 200 (counted on pages
	// whose sizes are known). Nothing that the fit is made on has sizes.
	largerTitle = float32(math.Log(0.83 / 0.005))
	plainTitle  = float32(math.Log(0.17 / 0.995))
)

const (
	// cutByHyphen is for a line being the rest of a word that the line's end cut, where a hyphen stands at its head
	// behind a letter, or alone on a line: nothing else begins so, and no page of the fit has it.
	cutByHyphen = 12
	// noHead is against a title that is fewer than two Han or four letters, or begins with a small letter or a mark
	// that begins no line: a headline is a whole (L7), and a false one opens a false story.
	noHead = 6
	// parted is against going on over an empty line behind a sentence end on a piece of fewer than smallPiece lines:
	// so few lines prove no other habit, and the fit has seen pieces with an empty line behind every line.
	parted     = 12
	smallPiece = 16
	// onTop is for the first line of such a piece being its headline where it is short, without a mark, and above
	// an empty line: pieces that people paste begin so.
	onTop = 6
)

// hand is what is weighed by hand of one line.
type hand struct {
	size, hyphen, head, blank, top float32
	settled                        [Roles]float32
}

func (r *Reading) hand(i int) hand {
	h := hand{size: r.sizeWeight(i), hyphen: r.hyphenWeight(i), head: r.headWeight(i), blank: r.blankWeight(i), top: r.topWeight(i)}
	r.settle(i, &h.settled)
	return h
}

// of is what is weighed for a role, under the codes cue.Size, cue.Seam, cue.Marks and cue.Blank.
func (h hand) of(q Role) (size, seam, marks, blank float32) {
	if q.Title() {
		size = h.size
		if !q.Next() {
			marks = h.head
		}
		if q == Headline {
			marks += h.top
		}
	}
	if q.Next() {
		seam, blank = h.hyphen, h.blank
	}
	return size, seam, marks, blank
}

// byHand adds what is weighed by hand of line i.
func (r *Reading) byHand(i int, row []float32) {
	h := r.hand(i)
	if h == (hand{}) {
		return
	}
	for q := range Roles {
		size, seam, marks, blank := h.of(q)
		row[q] += size + seam + marks + blank + h.settled[q]
	}
}

// Numbers of the codes that weights set by hand have.
var (
	numberSize  = number(cue.Size)
	numberSeam  = number(cue.Seam)
	numberMarks = number(cue.Marks)
	numberBlank = number(cue.Blank)
	numberForm  = number(cue.Form)
)

// tell adds the difference of two roles to a tally.
func (h hand) tell(t *tally, a, b Role) {
	size, seam, marks, blank := h.of(a)
	size2, seam2, marks2, blank2 := h.of(b)
	t[numberSize] += size - size2
	t[numberSeam] += seam - seam2
	t[numberMarks] += marks - marks2
	t[numberBlank] += blank - blank2
	t[numberForm] += h.settled[a] - h.settled[b]
}

// sizeWeight is what the size of line i's letters weighs for its being a title; 0 where it is unknown.
func (r *Reading) sizeWeight(i int) float32 {
	size, body := r.Page.Lines[i].Size, r.Page.Size
	switch {
	case size <= 0 || body <= 0:
		return 0
	case size > 1.12*body:
		return largerTitle
	}
	return plainTitle
}

// hyphenWeight is cutByHyphen where line i begins with the hyphen of a cut word, is one, or follows one.
func (r *Reading) hyphenWeight(i int) float32 {
	ls := r.Page.Lines
	if i == 0 {
		return 0
	}
	there, _ := heldOver(&ls[i-1], &ls[i])
	alone := loneHyphen(&ls[i]) && script.IsLatin(ls[i-1].Last) && i+1 < len(ls) && script.IsLatin(ls[i+1].First)
	behind := loneHyphen(&ls[i-1]) && i > 1 && script.IsLatin(ls[i-2].Last) && script.IsLatin(ls[i].First)
	if there || alone || behind {
		return cutByHyphen
	}
	return 0
}

// headWeight is minus noHead where no title begins with line i.
func (r *Reading) headWeight(i int) float32 {
	l := &r.Page.Lines[i]
	han, letters := 0, 0
	for _, c := range l.Text[:min(len(l.Text), 40)] {
		if script.IsHan(c) {
			han++
		} else if script.IsLatin(c) || script.IsDigit(c) {
			letters++
		}
	}
	if han < 2 && han+letters < 4 || l.First >= 'a' && l.First <= 'z' || layout.Barred(l.First) {
		return -noHead
	}
	return 0
}

// blankWeight is minus parted where an empty line behind a sentence end stands above line i of a small piece.
func (r *Reading) blankWeight(i int) float32 {
	ls := r.Page.Lines
	if i > 0 && len(ls) < smallPiece && ls[i].Gap > 0 && ls[i-1].Stop {
		return -parted
	}
	return 0
}

// topWeight is onTop where line i is alone on top of a small piece.
func (r *Reading) topWeight(i int) float32 {
	ls := r.Page.Lines
	l := &ls[i]
	below := 1 // the next row
	if len(ls) > 2 && ls[1].Cut {
		below = 2
	}
	if i > 0 || len(ls) <= below || len(ls) >= smallPiece || ls[below].Gap == 0 || l.Stop || l.Comma || l.Marks > 0 || len(l.Text) < 4 || l.Width > 44 || l.Slug || l.Tail {
		return 0
	}
	if f := &r.asker.fs[0]; f.has(fFolio) || f.has(fDated) || f.has(fCredit) || f.has(fPaper) || f.has(fSection) || f.has(fRow) {
		return 0
	}
	return onTop
}
