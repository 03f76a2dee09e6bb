package read

import (
	"math"
	"slices"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
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
	cutByHyphen = 20
	// noHead is against a title that cannot be one (untitled): a headline is a whole (L7), and a false one opens a
	// false story.
	noHead = 6
	// fixed is for a line being the page's own that can be nothing else: a folio alone on its line, a speck.
	fixed = 12
	// resized is against a line going on with one of another size: blocks are set in one size, and a height that was
	// misread by a third is rarer than one join in a hundred.
	resized = 4.6
	// alone is for text on a small piece where nothing else would be text: what people paste has some, and a sentence
	// that ends is no title, no credit, and a caption only beside other text.
	alone = 10
	// parted is against going on over an empty line behind a sentence end on a piece of fewer than smallPiece lines:
	// so few lines prove no other habit, and the fit has seen pieces with an empty line behind every line.
	parted     = 16
	smallPiece = 16
	// onTop is for the first line of such a piece being its headline where it is short, without a mark, and above
	// an empty line: pieces that people paste begin so.
	onTop = 6
	// elsewhere is against a title going on with one that it does not stand below on the printed page: a line of another
	// size may (a stack is one title in some papers), one in another place may not.
	elsewhere = 9
)

// hand is what is weighed by hand of one line.
type hand struct {
	size, hyphen, head, blank, top, fixed, resized, alone, row, place float32
	settled                                                           [Roles]float32
}

func (r *Reading) hand(i int) hand {
	h := hand{size: r.sizeWeight(i), hyphen: r.hyphenWeight(i), head: r.headWeight(i), blank: r.blankWeight(i), top: r.topWeight(i),
		fixed: r.fixedWeight(i), resized: r.resizedWeight(i), place: r.placeWeight(i)}
	h.alone, h.row = r.aloneWeight(i)
	r.settle(i, &h.settled)
	return h
}

// of is what is weighed for a role, under the codes cue.Size, cue.Seam, cue.Marks and cue.Blank.
func (h *hand) of(q Role) (size, seam, marks, blank float32) {
	switch q {
	case Furniture:
		marks = h.fixed
	case Para, ParaNext:
		marks = h.alone
	case Row:
		marks = h.row
	}
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
		size += h.resized
		seam, blank = h.hyphen, h.blank
		if q.Title() {
			blank += h.place
		}
	}
	return size, seam, marks, blank
}

// byHand adds what is weighed by hand of line i, and keeps it for the account.
func (r *Reading) byHand(i int, row []float32) {
	h := &r.hands[i]
	if *h = r.hand(i); *h == (hand{}) {
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
func (h *hand) tell(t *tally, a, b Role) {
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
	if r.untitled(i) {
		return -noHead
	}
	return 0
}

// fixedWeight is fixed where line i is a folio, a line of the page's own, or a letter or a mark by itself. A bare number may
// be one of a table, and a tall letter at the head of a paragraph has its text beside it.
func (r *Reading) fixedWeight(i int) float32 {
	ls := r.Page.Lines
	l := &ls[i]
	parted := (l.Gap > 0 || i == 0) && (i+1 == len(ls) || ls[i+1].Gap > 0)
	if len(l.Text) == 1 && parted && !script.IsHan(l.First) && !phrase.IsDigit(l.First) ||
		len(l.Text) <= 40 && !l.Stop && !r.Page.Latin && r.ownLine(i) {
		return fixed
	}
	if len(l.Text) > 12 {
		return 0
	}
	_, name, ok := phrase.SetFolio(l.Text)
	if !ok || name.From < name.To || phrase.IsFolio(layout.Tight(l.Text)) && (i+1 < len(ls) || i == 0 || !ls[i-1].Stop) {
		return 0
	}
	return fixed
}

// ownLine says whether line i is a note of the page's own, or at its top or foot names it, its day or who made it.
func (r *Reading) ownLine(i int) bool {
	n := len(r.Page.Lines)
	text := r.Page.Lines[i].Text
	return phrase.IsPageNote(layout.Tight(text)) || (i < 3 || i+2 >= n) && n >= smallPiece && phrase.IsPageHead(text)
}

// textless says whether a way through a small piece finds no text on it, though a sentence ends there, or more than
// two lines stand together.
func (r *Reading) textless(way []Role) bool {
	if len(way) != len(r.Page.Lines) || len(way) >= smallPiece || slices.ContainsFunc(way, Role.Body) {
		return false
	}
	for i := range way {
		if r.Page.Lines[i].Stop || r.together(i) {
			return true
		}
	}
	return false
}

// together says whether line i stands among three and more that no empty line parts, none of them the first.
func (r *Reading) together(i int) bool {
	ls := r.Page.Lines
	from, to := i, i+1
	for from > 0 && ls[from].Gap == 0 {
		from--
	}
	for to < len(ls) && ls[to].Gap == 0 {
		to++
	}
	return from > 0 && to-from >= 3
}

// aloneWeight is alone for the lines of a small piece without other text that end with a sentence, up to an empty
// line above; and for those that stand together being rows, where no sentence ends.
func (r *Reading) aloneWeight(i int) (text, row float32) {
	if !r.lone {
		return 0, 0
	}
	ls := r.Page.Lines
	for k := i; k < len(ls) && (k == i || ls[k].Gap == 0); k++ {
		if ls[k].Stop {
			return alone, 0
		}
	}
	if r.together(i) {
		return 0, alone
	}
	return 0, 0
}

// resizedWeight is minus resized where line i is set a third larger or smaller than the one above.
func (r *Reading) resizedWeight(i int) float32 {
	if i == 0 {
		return 0
	}
	a, b := r.Page.Lines[i-1].Size, r.Page.Lines[i].Size
	if a > 0 && b > 0 && (a > 1.33*b || b > 1.33*a) {
		return -resized
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

// placeWeight is minus elsewhere where line i does not stand below the one above it in reading order, as far as the page
// shows it.
func (r *Reading) placeWeight(i int) float32 {
	if q := r.Page.Prints; q != nil && i > 0 && q[i].Step != layout.Below && !r.Page.Lines[i].Cut {
		return -elsewhere
	}
	return 0
}
