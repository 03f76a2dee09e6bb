package read

import (
	"qingyang/app/clean/cue"
	"qingyang/app/phrase"
)

// The cues of a line. The numbers behind the group say how many answers each has.
var (
	cBias      = line("bias", cue.Run, layoutCues, 1, 1)
	cWidth     = line("width", cue.Measure, layoutCues, 18, 1)
	cRoom      = line("room", cue.Full, layoutCues, 16, 2)
	cRoomPage  = line("room of page", cue.Full, layoutCues, 15, 1)
	cNearest   = line("nearest measure", cue.Full, layoutCues, 10, 10)
	cNearest4  = line("nearest measure, indented", cue.Indent, layoutCues, 10, 2)
	cGap       = line("gaps", cue.Blank, layoutCues, 4, 4)
	cGapHabit  = line("gaps and habit", cue.Blank, habitCues, 16, 5)
	cGapJoin   = line("gaps and column ends", cue.Blank, habitCues, 16, 4)
	cChunk     = line("lines together", cue.Blank, layoutCues, 17, 1)
	cChunkAt   = line("place among lines together", cue.Blank, layoutCues, 6, 6)
	cChunkEnd  = line("end of lines together", cue.Blank, layoutCues, 2, 32)
	cIndent    = line("indent", cue.Indent, habitCues, 5, 2)
	cCentre    = line("centre and indent", cue.Indent, habitCues, 8, 9)
	cCentreGap = line("centre and gaps", cue.Indent, habitCues, 8, 16)
	cPlace     = line("place on page", cue.Place, layoutCues, 7, 5)
	cLength    = line("length", cue.Length, layoutCues, 21, 1)
	cLengthGap = line("length and gaps", cue.Length, layoutCues, 11, 16)
	cAhead     = line("lines to text", cue.Titles, layoutCues, 7, 2)
	cBehind    = line("lines since text", cue.Titles, layoutCues, 7, 2)
	cGroup     = line("place in group", cue.Titles, layoutCues, 7, 7)
	cGroupRank = line("rank in group", cue.Titles, layoutCues, 13, 56)
	cGroupGap  = line("gaps in group", cue.Titles, layoutCues, 5, 5)
	cAgainstUp = line("length in group, and above", cue.Length, layoutCues, lengths*lengths, 8)
	cAgainst   = line("length in group, and below", cue.Length, layoutCues, lengths*lengths, 8)

	cColumn     = line("room in column", cue.Full, columnCues, 18, 2)
	cColumnGap  = line("room in column and gaps", cue.Full, columnCues, 18, 16)
	cColumnUp   = line("room in column, above", cue.Full, columnCues, 18, 32)
	cColumnDown = line("room in column, below", cue.Full, columnCues, 18, 32)

	cLast     = line("last", cue.Stop, markCues, classes, 1)
	cFirst    = line("first", cue.Stop, markCues, classes, 1)
	cMarks    = line("marks", cue.Marks, markCues, 5, 3)
	cMarksLen = line("marks and length", cue.Marks, markCues, 4, 7)
	cStops    = line("stops", cue.Stop, markCues, 4, 3)
	cPauses   = line("pauses", cue.Marks, markCues, 4, 2)
	cOpen     = line("open quotes", cue.Marks, markCues, 5, 1)
	cDigits   = line("digits", cue.Marks, markCues, 6, 2)
	cSecond   = line("second", cue.Stop, markCues, classes, classes)

	cForm      = line("form", cue.Form, wordCues, forms, 1)
	cFormGap   = line("form and gaps", cue.Form, wordCues, forms, 16)
	cFormUp    = line("form above", cue.Near, wordCues, forms, 4)
	cFormDown  = line("form below", cue.Near, wordCues, forms, 4)
	cAmong     = line("forms among lines together", cue.Near, wordCues, amongForms, 6)
	cParticles = line("particles", cue.Form, wordCues, 5, 4)
	cShape     = line("shape", cue.Form, wordCues, shapes, 1)
	cShapeGap  = line("shape and gaps", cue.Form, wordCues, shapes, 16)

	cLetter1 = line("first character", cue.Letters, letterCues, oneLetter, 1)
	cLetter2 = line("first two, or word", cue.Letters, letterCues, twoLetters, 1)
	cEnd1    = line("last character", cue.Letters, letterCues, oneLetter, 1)
	cEnd2    = line("last two, or word", cue.Letters, letterCues, twoLetters, 1)
	cPair    = line("pair, or word", cue.Letters, letterCues, twoLetters, 1)

	cNear     [5]int
	cNearGap  [5]int
	cNearLast [5]int
	cNearRoom [5]int
	cThree    = line("three shapes", cue.Near, nearCues, shapes*shapes, shapes)
	cTwoUp    = line("shape above", cue.Near, nearCues, shapes*shapes, 4)
	cTwoDown  = line("shape below", cue.Near, nearCues, shapes*shapes, 4)
	cShort    = line("few characters, shape below", cue.Near, nearCues, 4*shapes, 16)
	cShortUp  = line("few characters, shapes around", cue.Near, nearCues, 4*shapes, shapes)

	cOverEnds = line("ends over what stands between", cue.Stop, markCues, classes, classes)
	cOverBond = line("bond over what stands between", cue.Seam, bondCues, 10, 4)
	cOverRoom = line("room over what stands between", cue.Full, columnCues, 18, 4)
	cOverGap  = line("lines that stand between", cue.Near, nearCues, 5, 8)

	cMarked = line("lines of the same mark", cue.Form, wordCues, 4, 12)
	cSmall  = line("place in a small piece", cue.Place, layoutCues, 6, 12)

	cAgain     = line("again", cue.Words, repeatCues, 4, 1)
	cElsewhere = line("words elsewhere", cue.Words, repeatCues, 12, 1)
	cElseLen   = line("words elsewhere and length", cue.Words, repeatCues, 12, 6)

	cTopic  = line("topic", cue.Words, topicCues, 17, 4)
	cTopicW = line("topic strength", cue.Words, topicCues, 9, 6)
)

func init() {
	for d, at := range []string{"2 above", "1 above", "", "1 below", "2 below"} {
		if at == "" {
			continue
		}
		cNear[d] = line("shape "+at, cue.Near, nearCues, shapes, 1)
		cNearGap[d] = line("gap "+at, cue.Near, nearCues, 4, 5)
		cNearLast[d] = line("last "+at, cue.Near, nearCues, classes, 1)
		cNearRoom[d] = line("room "+at, cue.Near, nearCues, 12, 2)
	}
}

// gaps of a line as a number: none, one, more; the page's end, or none at all because it was cut.
func (x *reader) gap(i int) int {
	switch {
	case i <= 0 || i >= len(x.ls):
		return 3
	case x.ls[i].Cut:
		return 3
	}
	return min(2, x.ls[i].Gap)
}

// line says what holds of line i.
func (x *reader) line(i int, s *cue.Sheet) {
	l, f := &x.ls[i], &x.fs[i]
	up, down := x.gap(i), x.gap(i+1)
	gaps := up*4 + down
	s.Say(cBias, 0, 0)
	s.Say(cWidth, rung(l.Width, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32, 36, 44, 60), 0)
	s.Say(cRoom, rung(f.room, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18), one(l.Stop))
	s.Say(cRoomPage, rung(x.page.Usual-l.Width, -12, -8, -4, -2, 0, 1, 3, 4, 5, 6, 8, 10, 14, 18), 0)
	s.Say(cNearest, f.near0+4, f.near4+4)
	s.Say(cNearest4, f.near4+4, one(l.Stop))
	s.Say(cGap, up, down)
	s.Say(cGapHabit, gaps, x.habit)
	s.Say(cGapJoin, gaps, x.joinHabit)
	a, b := x.chunk(i)
	s.Say(cChunk, b-a, 0)
	s.Say(cChunkAt, i-a, b-i)
	s.Say(cChunkEnd, one(x.ls[b].Stop), min(3, b-a)*8+min(3, i-a))
	s.Say(cIndent, l.Indent, one(x.page.Indented))
	if l.Indent > 0 {
		centre := x.centre(i)
		s.Say(cCentre, centre, rung(l.Indent, 2, 4, 6, 8, 12, 16, 24, 32))
		s.Say(cCentreGap, centre, gaps)
	}
	s.Say(cPlace, rung(i, 0, 1, 2, 4, 8, 16), rung(len(x.ls)-1-i, 0, 1, 3, 8))
	if phrase.IsOrnament(l.First) || f.has(fEnclosed) {
		s.Say(cMarked, f.marked, min(2, up)*4+one(f.has(fEnclosed))*2+one(l.Width > x.page.Usual/2))
	}
	s.Say(cSmall, rung(len(x.ls), 1, 3, 6, 12, 24), min(i, 3)*3+min(2, len(x.ls)-1-i))
	s.Say(cLength, rung(f.n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 30, 40), 0)
	s.Say(cLengthGap, rung(f.n, 2, 3, 4, 6, 8, 10, 13, 16, 20, 30), gaps)
	x.group(i, s)
	indent := 0
	if x.page.Indented {
		indent = min(4, l.Indent)
	}
	room := clamp(x.columnRoom(i)-indent, -5, 12) + 5
	s.Say(cColumn, room, one(l.Stop))
	s.Say(cColumnGap, room, gaps)
	if i > 0 {
		s.Say(cColumnUp, room, one(x.ls[i-1].Stop)*16+clamp(x.columnRoom(i-1), -2, 8)+2)
	}
	if i+1 < len(x.ls) {
		s.Say(cColumnDown, room, one(l.Stop)*16+clamp(x.columnRoom(i+1), -2, 8)+2)
	}
	s.Say(cLast, f.last, 0)
	s.Say(cFirst, f.first, 0)
	s.Say(cMarks, f.comma, f.inner)
	s.Say(cMarksLen, f.comma+2*f.inner, rung(f.n, 4, 8, 12, 16, 24))
	s.Say(cStops, one(l.Stop)*2+one(l.Comma), f.inner)
	s.Say(cPauses, f.pause, one(f.comma+f.inner > 0))
	s.Say(cOpen, f.openQuotes+2, 0)
	s.Say(cDigits, rung(f.digits, 0, 1, 2, 4, 8), one(f.digits*2 > f.n))
	if len(l.Text) > 1 {
		s.Say(cSecond, classOf(l.Text[1]), f.first)
	}
	for k := range f.each {
		s.Say(cForm, k, 0)
		s.Say(cFormGap, k, gaps)
	}
	if i > 0 {
		for k := range x.fs[i-1].each {
			s.Say(cFormUp, k, up)
		}
	}
	if i+1 < len(x.ls) {
		for k := range x.fs[i+1].each {
			s.Say(cFormDown, k, down)
		}
	}
	s.Say(cAmong, x.among(a, b), rung(b-a, 0, 1, 2, 4, 6))
	s.Say(cParticles, f.particles, rung(f.n, 6, 12, 20))
	s.Say(cShape, f.shape, 0)
	s.Say(cShapeGap, f.shape, gaps)
	x.letters(i, s)
	x.around(i, s)
	x.over(i, s)
	s.Say(cAgain, f.again, 0)
	s.Say(cElsewhere, f.elsewhere+1, 0)
	s.Say(cElseLen, f.elsewhere+1, rung(f.n, 4, 8, 12, 16, 24))
}

// amongForms is how many classes among knows.
const amongForms = 32

// among says what the lines from a to b hold, together: whom to call, what sells, who wrote or took something, the end
// of a sentence, a label before a colon.
func (x *reader) among(a, b int) (held int) {
	for k := a; k <= b; k++ {
		f := &x.fs[k]
		held |= one(f.has(fNumberEnd) && f.digits >= 7 || f.has(fHotline)) | one(f.has(fAdvert))<<1 |
			one(f.has(fCredit) || f.has(fAuthor) || f.has(fName) || f.has(fNames) || f.has(fLatinCredit))<<2 |
			one(x.ls[k].Stop)<<3 | one(!x.page.Latin && x.label(k))<<4
	}
	return held
}

// farthest is how many lines may stand between two of one paragraph.
const farthest = 5

// over says how a line goes with the last line of running text above, where other lines stand between: a
// photo's words or a folio may cut a paragraph.
func (x *reader) over(i int, s *cue.Sheet) {
	if i < 2 || x.fs[i-1].texty() {
		return
	}
	j := i - 2
	for j >= 0 && i-j <= farthest && !x.fs[j].texty() {
		j--
	}
	if j < 0 || i-j > farthest {
		return
	}
	a := &x.ls[j]
	s.Say(cOverEnds, x.fs[j].last, x.fs[i].first)
	s.Say(cOverBond, bondOf(a, &x.ls[i]), one(a.Stop)*2+one(x.ls[i].Indent >= 2))
	s.Say(cOverRoom, clamp(x.columnRoom(j), -5, 12)+5, one(a.Stop)*2+one(x.ls[i].Indent >= 2))
	s.Say(cOverGap, i-j-2, one(a.Stop)*4+x.gap(i))
}

// group says where a line stands among lines that do not look like text.
func (x *reader) group(i int, s *cue.Sheet) {
	l, f := &x.ls[i], &x.fs[i]
	n1, n2 := x.ahead[i], x.behind[i]
	texty := one(f.texty())
	s.Say(cAhead, n1, texty)
	s.Say(cBehind, n2, texty)
	if texty == 1 {
		return
	}
	s.Say(cGroup, n1, n2)
	wider, gaps1, gaps2 := 0, 0, 0
	for j := i - n2; j <= i+n1; j++ {
		if x.ls[j].Width > l.Width {
			wider++
		}
		if x.ls[j].Gap > 0 && j > i {
			gaps1++
		} else if x.ls[j].Gap > 0 && j > i-n2 {
			gaps2++
		}
	}
	s.Say(cGroupRank, wider, n1*8+n2)
	s.Say(cGroupGap, gaps1, gaps2)
	if n2 > 0 {
		s.Say(cAgainstUp, x.size(i)*lengths+x.size(i-1), min(n1, 3)*2+one(x.gap(i) > 0))
	}
	if n1 > 0 {
		s.Say(cAgainst, x.size(i)*lengths+x.size(i+1), min(n2, 3)*2+one(x.gap(i+1) > 0))
	}
	if len(l.Text) > 60 {
		return
	}
	off := 9
	if f.topic >= 0 {
		next := f.stretch // the stretch below, or that which goes on
		if n1 < longGroup && i+n1+1 < len(x.ls) {
			next = x.fs[i+n1+1].stretch
		}
		off = clamp(f.topic-next, -3, 3) + 3
	}
	s.Say(cTopic, off, int(f.topicM*2))
	s.Say(cTopicW, int(f.topicW*2), rung(f.n, 4, 8, 12, 16, 24))
}

// lengths is how many classes size knows.
const lengths = 10

// size classes how long a line is: of a stack, kicker, headline and subheadline differ.
func (x *reader) size(i int) int {
	n := x.fs[i].n
	if x.page.Latin {
		n /= 2
	}
	return rung(n, 3, 5, 7, 9, 11, 13, 16, 20, 25)
}

// around says what the lines around look like.
func (x *reader) around(i int, s *cue.Sheet) {
	shape := func(j int) int {
		if j < 0 || j >= len(x.ls) {
			return 0
		}
		return x.fs[j].shape
	}
	for d := -2; d <= 2; d++ {
		j := i + d
		if d == 0 {
			continue
		}
		s.Say(cNear[d+2], shape(j), 0)
		if j < 0 || j >= len(x.ls) {
			continue
		}
		s.Say(cNearLast[d+2], x.fs[j].last, 0)
		s.Say(cNearRoom[d+2], rung(x.fs[j].room, -4, -2, 0, 1, 2, 4, 5, 8, 12, 18), one(x.ls[j].Stop))
		s.Say(cNearGap[d+2], x.gap(j), x.habit)
	}
	s.Say(cThree, shape(i-1)*shapes+shape(i), shape(i+1))
	s.Say(cTwoUp, shape(i-1)*shapes+shape(i), x.gap(i))
	s.Say(cTwoDown, shape(i)*shapes+shape(i+1), x.gap(i+1))
	if n := x.fs[i].n; n <= 4 { // a section's name, or the title of an essay
		s.Say(cShort, max(0, n-1)*shapes+shape(i+1), x.gap(i)*4+x.gap(i+1))
		s.Say(cShortUp, max(0, n-1)*shapes+shape(i+1), shape(i-1))
	}
}

// centre is how far the middle of line i is from that of its column, as one of 8 classes: 0 where it begins flush left.
func (x *reader) centre(i int) int {
	l := &x.ls[i]
	if l.Indent == 0 {
		return 0
	}
	return 1 + rung(2*l.Indent+l.Width-int(x.page.Column[i]), -12, -5, -2, 2, 5, 12)
}

// chunk is the first and the last line that stand together with line i, at most eight to each side.
func (x *reader) chunk(i int) (a, b int) {
	a, b = i, i
	for a > 0 && x.ls[a].Gap == 0 && i-a < 8 {
		a--
	}
	for b+1 < len(x.ls) && x.ls[b+1].Gap == 0 && b-i < 8 {
		b++
	}
	return a, b
}

// columnRoom is how much narrower line i is than its column.
func (x *reader) columnRoom(i int) int { return int(x.page.Column[i]) - x.ls[i].Width }

// longest is how wide the widest lines from i to j are, single characters and endless lines left out.
func (x *reader) longest(from, to int) int {
	m := 0
	for j := max(0, from); j <= min(len(x.ls)-1, to); j++ {
		if w := x.ls[j].Width; w < 160 && len(x.ls[j].Text) > 4 {
			m = max(m, w)
		}
	}
	return m
}

// fitting is the narrowest measure offered that holds line i.
func (x *reader) fitting(i int) int {
	w := x.ls[i].Width
	all := x.page.Offered[i]
	best := int(all[0])
	for _, m := range all {
		if int(m) >= w-1 && (int(m) < best || best < w-1) {
			best = int(m)
		}
	}
	return best
}
