package read

import "qingyang/app/bulletin"

// Role is what a line is: the first of its block, or one that goes on with the line above.
type Role uint8

// The roles of a line.
const (
	Para     Role = iota // first line of a paragraph
	ParaNext             // any other line of one
	Resumed              // a paragraph goes on behind something that stood in between
	Row                  // a row, a line of verse, a head inside a story: a paragraph without a sentence end
	RowNext
	Kicker
	KickerNext
	Headline
	HeadlineNext
	Sub
	SubNext
	Byline
	BylineNext
	Caption
	CaptionNext
	Furniture
	Roles
)

// Names are short names of the roles, for people who look into the fit.
var Names = [Roles]string{"para", "para+", "para~", "row", "row+", "kicker", "kicker+", "head", "head+", "sub", "sub+", "by", "by+", "caption", "caption+", "furniture"}

// Body says whether the line is of a story's text.
func (r Role) Body() bool { return r <= RowNext }

// Text says whether the line is of running text.
func (r Role) Text() bool { return r <= Resumed }

// Title says whether the line is of a headline stack.
func (r Role) Title() bool { return r >= Kicker && r <= SubNext }

// Credit says whether the line names who wrote the story.
func (r Role) Credit() bool { return r == Byline || r == BylineNext }

// Shown says whether the line is of the words under a photo.
func (r Role) Shown() bool { return r == Caption || r == CaptionNext }

// Next says whether the line goes on with the block of the line above.
func (r Role) Next() bool {
	switch r {
	case ParaNext, RowNext, KickerNext, HeadlineNext, SubNext, BylineNext, CaptionNext:
		return true
	}
	return false
}

// First is the role of the first line of the block.
func (r Role) First() Role {
	switch {
	case r == ParaNext || r == Resumed:
		return Para
	case r.Next():
		return r - 1
	}
	return r
}

// Kind is the kind of block that such lines make.
func (r Role) Kind() bulletin.Kind {
	if k := kinds[r.First()]; k != bulletin.Line {
		return k
	}
	return bulletin.Paragraph
}

var kinds = [Roles]bulletin.Kind{Kicker: bulletin.Kicker, Headline: bulletin.Headline, Sub: bulletin.Subheadline, Byline: bulletin.Byline, Caption: bulletin.Caption, Furniture: bulletin.Furniture}

// Follow is the role of a line that goes on with a line of role r; ok is false where none can.
func Follow(r Role) (next Role, ok bool) {
	switch r {
	case Resumed:
		return ParaNext, true
	case Furniture:
		return r, false
	}
	if r.Next() {
		return r, true
	}
	return r + 1, true
}

// step is a class of neighbouring roles: cues of a junction weigh for a class, not for each pair.
type step int8

// The classes.
const (
	joinFirst step = iota // the second line of a paragraph
	joinText
	joinRow
	joinTitle
	joinCredit
	joinCaption
	textText1 // a paragraph of one line, then another
	textText
	textTitle
	textCredit
	textCaption
	textFurniture
	textRow
	rowText
	rowRow
	rowOther
	titleTitle
	titleText
	titleRow
	titleCredit
	titleOther
	resume
	resumeText
	captionText
	captionOther
	creditText
	creditOther
	furnitureFurniture
	furnitureOther
	steps
)

// Steps is how many classes of neighbouring roles there are.
const Steps = int(steps)

// stepOf says which class each pair of roles is of; -1 where they cannot be neighbours.
var stepOf = func() (all [Roles][Roles]step) {
	for a := Role(0); a < Roles; a++ {
		for b := Role(0); b < Roles; b++ {
			all[a][b] = classify(a, b)
		}
	}
	return all
}()

// Step is the class of two neighbouring roles, -1 where they cannot be neighbours.
func Step(a, b Role) int { return int(stepOf[a][b]) }

func classify(a, b Role) step {
	if b.Next() {
		if n, ok := Follow(a); !ok || n != b {
			return -1
		}
		switch {
		case a == Para:
			return joinFirst
		case a.Text():
			return joinText
		case b == RowNext:
			return joinRow
		case b.Title():
			return joinTitle
		case b == BylineNext:
			return joinCredit
		}
		return joinCaption
	}
	switch {
	case b == Resumed && a.Text():
		return resumeText
	case b == Resumed:
		return resume
	case a.Text():
		switch {
		case b == Para && a == Para:
			return textText1
		case b == Para:
			return textText
		case b.Title():
			return textTitle
		case b == Byline:
			return textCredit
		case b == Caption:
			return textCaption
		case b == Furniture:
			return textFurniture
		}
		return textRow
	case a.Body():
		switch b {
		case Para:
			return rowText
		case Row:
			return rowRow
		}
		return rowOther
	case a.Title():
		switch {
		case b.Title():
			return titleTitle
		case b == Para:
			return titleText
		case b == Row:
			return titleRow
		case b == Byline:
			return titleCredit
		}
		return titleOther
	case a.Shown():
		if b == Para {
			return captionText
		}
		return captionOther
	case a.Credit():
		if b == Para {
			return creditText
		}
		return creditOther
	case b == Furniture:
		return furnitureFurniture
	}
	return furnitureOther
}
