package read

import (
	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/script"
)

// The cues of a junction with the line above.
var (
	jBias      = junction("bias", cue.Run, layoutCues, 1, 1)
	jGap       = junction("gap", cue.Blank, layoutCues, 4, 1)
	jGapHabit  = junction("gap and habit", cue.Blank, habitCues, 4, 5)
	jGapJoin   = junction("gap and column ends", cue.Blank, habitCues, 4, 4)
	jGapLast   = junction("gap and last", cue.Stop, layoutCues, 4, classes)
	jGapStop   = junction("gap, stop and habits", cue.Stop, habitCues, 8, 20)
	jRoom      [6]int
	jFits      [6]int
	jRoomStop  [6]int
	jNearest   = junction("nearest measure", cue.Full, layoutCues, 10, 10)
	jNearest4  = junction("nearest measure, indented", cue.Full, layoutCues, 10, 2)
	jBelow     = junction("nearest measure below", cue.Indent, layoutCues, 10, 10)
	jBelowStop = junction("nearest measure below, stop", cue.Indent, layoutCues, 10, 4)
	jBelowAll  = junction("nearest measure below, all", cue.Indent, layoutCues, 100, 4)
	jStepW     = junction("width step", cue.Measure, layoutCues, 25, 1)
	jStepSize  = junction("width step and width", cue.Measure, layoutCues, 13, 6)
	jEqual     = junction("equal length", cue.Length, layoutCues, 9, 6)
	jSupport   = junction("lines as wide", cue.Full, layoutCues, 6, 6)
	jSupport4  = junction("lines as wide, stop", cue.Full, layoutCues, 36, 2)

	jEnds     = junction("last and first", cue.Stop, markCues, classes, classes)
	jLast     = junction("last", cue.Stop, markCues, classes, 1)
	jLastFull = junction("last and room", cue.Stop, markCues, classes, 16)
	jOpen     = junction("open quotes", cue.Marks, markCues, 3, 3)
	jBarred   = junction("barred", cue.Stop, markCues, 4, 2)
	jPauses   = junction("pauses", cue.Marks, markCues, 9, 2)

	jBond    = junction("bond", cue.Seam, bondCues, 10, 1)
	jBondGap = junction("bond and gap", cue.Seam, bondCues, 10, 4)
	jSeam    = junction("seam elsewhere", cue.Seam, bondCues, 5, 10)

	jGoes     = junction("goes on", cue.Seam, bondCues, Goings, 1)
	jGoesLast = junction("goes on, last", cue.Seam, bondCues, Goings, classes)
	jGoesRoom = junction("goes on, room", cue.Seam, bondCues, Goings, 16)
	jGoesGrp  = junction("goes on, group", cue.Seam, bondCues, Goings, 40)
	jGoesWide = junction("goes on, widths", cue.Seam, bondCues, Goings, 9*8)

	jShapes    = junction("shapes", cue.Form, wordCues, shapes, shapes)
	jFormBelow = junction("form below", cue.Form, wordCues, forms, 1)
	jFormAbove = junction("form above", cue.Form, wordCues, forms, 1)
	jTail      = junction("credit cut", cue.Form, wordCues, 8, 2)

	jIndent  = junction("indent", cue.Indent, habitCues, 5, 4)
	jCentre  = junction("centres", cue.Indent, habitCues, 10, 4)
	jCentre2 = junction("centres and shapes", cue.Indent, habitCues, 10, shapes)
	jLetter  = junction("first character", cue.Letters, letterCues, oneLetter, 1)
	jLetterE = junction("last character", cue.Letters, letterCues, oneLetter, 1)

	jColumn     = junction("column", cue.Full, columnCues, 18, 1)
	jColumnStop = junction("column and stop", cue.Full, columnCues, 18, 8)
	jColumnFits = junction("column fits", cue.Full, columnCues, 10, 10)
	jColumnFit2 = junction("column fits, stop, gap", cue.Full, columnCues, 10, 8)
	jColumnLow  = junction("column below", cue.Indent, columnCues, 18, 2)
	jColumnBoth = junction("column both", cue.Full, columnCues, 9, 9)
	jColumnAll  = junction("column both, stop, gap", cue.Full, columnCues, 81, 8)
	jColumnSame = junction("column changes", cue.Measure, columnCues, 9, 8)

	jGroup    = junction("group", cue.Titles, layoutCues, 40, 4)
	jGroupW   = junction("group and widths", cue.Titles, layoutCues, 40, 96)
	jGroupGap = junction("group and gaps", cue.Titles, layoutCues, 16, 40)
	jWidths   = junction("both widths", cue.Titles, layoutCues, 11, 11)
	jTopic    = junction("topics", cue.Words, topicCues, 64, 1)
	jTopicGap = junction("topics and gaps", cue.Words, topicCues, 4, 40)
)

func init() {
	for d, of := range []string{"likeliest", "fitting", "above", "below", "around", "page"} {
		jRoom[d] = junction("room "+of, cue.Full, layoutCues, 16, 1)
		jFits[d] = junction("fits "+of, cue.Full, layoutCues, 10, 10)
		jRoomStop[d] = junction("room and stop "+of, cue.Full, layoutCues, 16, 8)
	}
}

// junction says what holds of the junction above line i.
func (x *reader) junction(i int, s *cue.Sheet) {
	a, b := &x.ls[i-1], &x.ls[i]
	fa, fb := &x.fs[i-1], &x.fs[i]
	g := x.gap(i)
	stop := one(a.Stop)
	stopGap := stop*4 + g
	s.Say(jBias, 0, 0)
	s.Say(jGap, g, 0)
	s.Say(jGapHabit, g, x.habit)
	s.Say(jGapJoin, g, x.joinHabit)
	s.Say(jGapLast, g, fa.last)
	s.Say(jGapStop, g*2+stop, x.habit*4+x.joinHabit)
	up := x.fitting(i - 1)
	need := b.Unit + b.Heel
	for d, m := range [6]int{int(x.page.Offered[i-1][0]), up, x.longest(i-4, i-2), x.longest(i, i+2), x.longest(i-3, i+2), x.page.Usual} {
		room := m - a.Width
		s.Say(jRoom[d], clamp(room, -5, 10)+5, 0)
		s.Say(jFits[d], clamp(room-need, -3, 6)+3, clamp(room-4-need, -3, 6)+3)
		s.Say(jRoomStop[d], clamp(room, -5, 10)+5, stopGap)
	}
	low := one(g > 0)
	s.Say(jNearest, fa.near0+4, fa.near4+4)
	s.Say(jNearest4, fa.near4+4, stop)
	s.Say(jBelow, fb.near0+4, fb.near4+4)
	s.Say(jBelowStop, fb.near4+4, stop*2+low)
	s.Say(jBelowAll, (fb.near0+4)*10+fb.near4+4, stop*2+low)
	wider := max(a.Width, b.Width)
	s.Say(jStepW, clamp(b.Width-a.Width, -12, 12)+12, 0)
	s.Say(jStepSize, clamp(b.Width-a.Width, -6, 6)+6, rung(wider, 12, 16, 20, 26, 36))
	s.Say(jEqual, clamp(fb.n-fa.n, -4, 4)+4, rung(max(fa.n, fb.n), 5, 8, 11, 14, 20))
	x.support(i, s, stop)

	s.Say(jEnds, fa.last, fb.first)
	s.Say(jLast, fa.last, 0)
	s.Say(jLastFull, fa.last, clamp(up-a.Width, -5, 10)+5)
	s.Say(jOpen, fa.openQuotes+1, fb.openQuotes+1)
	s.Say(jBarred, one(layout.Barred(b.First))*2+one(script.IsOpening(a.Last)), one(len(b.Text) > 1 && layout.Barred(b.Text[1])))

	bond := int(x.bonds[i])
	s.Say(jBond, bond, 0)
	s.Say(jBondGap, bond, g)
	s.Say(jSeam, rung(x.seen(a.Last, b.First), 0, 1, 2, 4), bond)

	goes := int(x.goes[i])
	s.Say(jGoes, goes, 0)
	s.Say(jGoesLast, goes, fa.last)
	s.Say(jGoesRoom, goes, clamp(up-a.Width, -5, 10)+5)

	s.Say(jShapes, fa.shape, fb.shape)
	for k := range fb.each {
		s.Say(jFormBelow, k, 0)
	}
	for k := range fa.each {
		s.Say(jFormAbove, k, 0)
	}
	s.Say(jTail, one(a.Tail)*4+one(b.Rest)*2+one(a.Slug), one(b.Jump))
	s.Say(jIndent, b.Indent, one(x.page.Indented)*2+one(a.Indent >= 2))
	if centres := x.centres(a, b); centres > 0 {
		s.Say(jCentre, centres, g)
		s.Say(jCentre2, centres, fb.shape)
	}
	s.Say(jLetter, bucket1(kin(b.First)), 0)
	s.Say(jLetterE, bucket1(kin(a.Last)), 0)
	x.columnJunction(i, s, stopGap)
	if !fa.texty() && !fb.texty() {
		x.titleJunction(i, s, g, goes)
	}
}

// centres is how two lines stand above each other where the page keeps white space before lines, as one of ten classes: 0
// where both begin flush left; else whether their middles or their left edges meet.
func (x *reader) centres(a, b *layout.Line) int {
	if a.Indent == 0 && b.Indent == 0 || b.Cut {
		return 0
	}
	middle, left := 2*b.Indent+b.Width-2*a.Indent-a.Width, b.Indent-a.Indent
	return 1 + rung(abs(middle), 1, 4)*3 + rung(left, -2, 1)
}

// support says how many lines near are as wide as the upper one, as it is or with an indent.
func (x *reader) support(i int, s *cue.Sheet, stop int) {
	w := x.ls[i-1].Width
	same, indented := 0, 0
	for j := max(0, i-1-layout.Reach); j < min(len(x.ls), i-1+layout.Reach); j++ {
		switch d := x.ls[j].Width - w; {
		case j == i-1:
		case d >= -1 && d <= 1:
			same++
		case d >= 3 && d <= 5:
			indented++
		}
	}
	s0, s4 := rung(same, 0, 1, 3, 6, 10), rung(indented, 0, 1, 3, 6, 10)
	s.Say(jSupport, s0, s4)
	s.Say(jSupport4, s0*6+s4, stop)
}

// columnJunction says how the two lines stand in the measures of their columns.
func (x *reader) columnJunction(i int, s *cue.Sheet, stopGap int) {
	b := &x.ls[i]
	ra, rb := clamp(x.columnRoom(i-1), -5, 12), clamp(x.columnRoom(i), -5, 12)
	s.Say(jColumn, ra+5, 0)
	s.Say(jColumnStop, ra+5, stopGap)
	fits := x.columnRoom(i-1) - b.Unit - b.Heel
	s.Say(jColumnFits, clamp(fits, -3, 6)+3, clamp(fits-4, -3, 6)+3)
	s.Say(jColumnFit2, clamp(fits, -3, 6)+3, stopGap)
	s.Say(jColumnLow, rb+5, stopGap/4)
	ca, cb := clamp(ra, -2, 6)+2, clamp(rb, -2, 6)+2
	s.Say(jColumnBoth, ca, cb)
	s.Say(jColumnAll, ca*9+cb, stopGap)
	s.Say(jColumnSame, clamp(int(x.page.Column[i])-int(x.page.Column[i-1]), -4, 4)+4, stopGap)
}

// titleJunction says how two lines stand in a group that does not look like text.
func (x *reader) titleJunction(i int, s *cue.Sheet, g, goes int) {
	a, b := &x.ls[i-1], &x.ls[i]
	fa, fb := &x.fs[i-1], &x.fs[i]
	n1, n2 := min(4, x.ahead[i]), min(4, x.behind[i-1])
	c1, c2 := 0, 0
	for j := i + 1; j <= i+n1; j++ {
		c1 += one(x.ls[j].Gap > 0)
	}
	for j := i - 1; j > i-1-n2; j-- {
		c2 += one(x.ls[j].Gap > 0)
	}
	group := n1*8 + n2
	s.Say(jGroup, group, g)
	s.Say(jGoesGrp, goes, group)
	s.Say(jGoesWide, goes, rung(a.Width, 6, 10, 14, 16, 18, 20, 24, 28)*8+rung(b.Width, 8, 12, 16, 20, 24, 30, 36))
	which := 0
	if d := b.Width - a.Width; d > 2 {
		which = 1
	} else if d < -2 {
		which = 2
	}
	s.Say(jGroupW, group, (which*8+rung(max(a.Width, b.Width), 10, 14, 18, 22, 28, 36))*4+g)
	s.Say(jGroupGap, min(3, c1)*4+min(3, c2), g*8+min(4, n1+n2))
	s.Say(jWidths, rung(a.Width, 6, 10, 14, 16, 18, 20, 24, 28, 36), rung(b.Width, 6, 10, 14, 16, 18, 20, 24, 28, 36))
	s.Say(jPauses, min(2, fa.pause)*3+min(2, fb.pause), 0)
	k := 0
	if fa.topic >= 0 && fb.topic >= 0 {
		switch {
		case fa.topic == fb.topic:
			k = 2
		case fb.speaksOf(fa.topic) || fa.speaksOf(fb.topic):
			k = 1
		default:
			k = 3
		}
		k = k*16 + min(3, int(fa.topicM*2))*4 + min(3, int(fb.topicM*2))
	}
	s.Say(jTopic, k, 0)
	s.Say(jTopicGap, k/16, g*8+min(4, n1+n2))
}

func (f *fact) speaksOf(stretch int) bool {
	for _, w := range f.words {
		if w.stretch == stretch {
			return true
		}
	}
	return false
}
