package read

import (
	"math"

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
	// parted is against going on over an empty line behind a sentence end on a piece of fewer than smallPiece lines:
	// so few lines prove no other habit, and the fit has seen pieces with an empty line behind every line.
	parted     = 16
	smallPiece = 16
)

// roles are a set of roles, a bit each.
type roles uint32

func only(all ...Role) (s roles) {
	for _, r := range all {
		s |= 1 << r
	}
	return s
}

func those(are func(Role) bool) (s roles) {
	for r := range Roles {
		if are(r) {
			s |= 1 << r
		}
	}
	return s
}

var (
	next   = those(Role.Next)
	titles = those(Role.Title)
	text   = those(Role.Text)
	body   = those(Role.Body)
)

// hand is what is weighed by hand of a line: for some roles, under a code.
type hand struct {
	to   roles
	by   float32
	code uint8 // its number
}

// Numbers of the codes that weights set by hand have.
var (
	numberSize  = number(cue.Size)
	numberSeam  = number(cue.Seam)
	numberMarks = number(cue.Marks)
	numberBlank = number(cue.Blank)
	numberForm  = number(cue.Form)
)

// byHand adds what is weighed by hand of line i, and keeps it for the account.
func (r *Reading) byHand(i int, row []float32) {
	r.hands[i] = r.hands[i][:0]
	say := func(code uint8, to roles, by float32) {
		r.hands[i] = append(r.hands[i], hand{to, by, code})
		for q := range row {
			if to>>q&1 > 0 {
				row[q] += by
			}
		}
	}
	r.weigh(i, say)
	r.settle(i, func(to roles, by float32) { say(numberForm, to, by) })
}

// weigh says what is weighed by hand of line i, but for what is settled.
func (r *Reading) weigh(i int, say func(code uint8, to roles, by float32)) {
	ls, l := r.Page.Lines, &r.Page.Lines[i]
	if size := r.Page.Size; l.Size > 0 && size > 0 {
		if l.Size > 1.12*size && (r.Page.Prints == nil || !r.Page.TextSize(i)) {
			say(numberSize, titles, largerTitle)
		} else {
			say(numberSize, titles, plainTitle)
		}
	}
	if r.untitled(i) {
		say(numberMarks, titles&^next, -noHead)
	}
	if r.unlettered(i) {
		say(numberMarks, titles&^next|only(Byline), -settled)
	}
	if r.ownLine(i) {
		say(numberMarks, only(Furniture), fixed)
	}
	if i == 0 {
		return
	}
	if a := &ls[i-1]; a.Size > 0 && l.Size > 0 && (a.Size > 1.33*l.Size || l.Size > 1.33*a.Size) {
		say(numberSize, next, -resized)
	}
	if r.hyphened(i) {
		say(numberSeam, next, cutByHyphen)
	}
	if len(ls) < smallPiece && l.Gap > 0 && ls[i-1].Stop {
		say(numberBlank, next, -parted)
	}
}

// hyphened says whether line i, which has one above it, begins with the hyphen of a cut word, is one, or follows one.
func (r *Reading) hyphened(i int) bool {
	ls := r.Page.Lines
	there, _ := heldOver(&ls[i-1], &ls[i])
	return there || loneHyphen(&ls[i]) && script.IsLatin(ls[i-1].Last) && i+1 < len(ls) && script.IsLatin(ls[i+1].First) ||
		loneHyphen(&ls[i-1]) && i > 1 && script.IsLatin(ls[i-2].Last) && script.IsLatin(ls[i].First)
}

// ownLine says whether line i is the page's own and nothing else: a folio, a note of the page's, its name or day or who
// made it at its top or foot, a letter or a mark by itself. A bare number may be one of a table, and a tall letter at the
// head of a paragraph has its text beside it.
func (r *Reading) ownLine(i int) bool {
	ls := r.Page.Lines
	l, n := &ls[i], len(ls)
	switch {
	case r.asker.specks(i), len(l.Text) == 1 && layout.Contains("|丨¦｜_\\^~", l.First):
		return true
	case r.asker.fs[i].running, r.Page.Latin && r.asker.weather(i):
		return true
	case len(l.Text) <= 40 && !l.Stop && !r.Page.Latin &&
		(r.asker.fs[i].note || (i < 3 || i+2 >= n) && n >= smallPiece && phrase.IsPageHead(l.Text)):
		return true
	case len(l.Text) > 12:
		return false
	}
	_, name, ok := phrase.SetFolio(l.Text)
	return ok && name.From >= name.To && !(phrase.IsFolio(layout.Tight(l.Text)) && (i+1 < n || i == 0 || !ls[i-1].Stop))
}
