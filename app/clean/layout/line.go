package layout

import (
	"qingyang/app/phrase"
	"qingyang/app/script"
	"qingyang/app/source"
)

// Line is one line of the raw page that is not empty, or a piece of one where a gap in it may part two
// things. Widths are in half em.
type Line struct {
	Row      int    // the number of its row among Page.Rows
	From, To int    // what is left without white space at both ends, as offsets into the raw text
	Text     []rune // raw text [From, To), in simplified characters and with the marks of lines
	Indent   int    // white space before it
	Width    int    // without the spaces that typesetting would not have set
	Gap      int    // empty lines between it and the line above, as the page uses them; FarGap before the first
	Cut      bool   // it begins inside its row: no break stands between it and the line above
	Box      source.Box
	Size     float64 // of its letters in points; 0 where nothing is known

	First, Last rune // of Text
	Unit        int  // width of its first unbreakable piece
	Heel        int  // width of the marks right behind that, which cannot begin a line
	Stop        bool // it ends where a sentence ends
	Comma       bool // it ends with a mark that a sentence goes on after
	Tail        bool // its last words are a credit or a jump, so that no sentence end is due
	Apart       bool // a rest that begins with a name of its own
	Rest        bool // it is the rest of a credit that the line above began
	Slug        bool // it is a lead and nothing else: 本报讯（记者 …）
	Head        bool // it is a head of Latin letters that its text follows in the same row
	Jump        bool // it is a reference to another page and nothing else
	Digits      int  // full-width digits in it
	Marks       int  // full-width marks in it, which can be squeezed
}

// FarGap stands for the space above the first line of a page and below the last.
const FarGap = 9

// Rows is Raw.Lines, or the lines of Raw.Text where a source gave none.
func Rows(raw source.Raw) []source.Line {
	if len(raw.Lines) > 0 {
		return raw.Lines
	}
	breaks := 0
	for _, r := range raw.Text {
		if script.IsBreak(r) {
			breaks++
		}
	}
	all := make([]source.Line, 0, breaks+1)
	from := 0
	for i := 0; i < len(raw.Text); i++ {
		r := raw.Text[i]
		if !script.IsBreak(r) {
			continue
		}
		l := source.Line{From: from, To: i, Next: i + 1, Break: r}
		if r == '\r' && i+1 < len(raw.Text) && raw.Text[i+1] == '\n' {
			l.Next, l.Break = i+2, '\n'
			i++
		}
		all = append(all, l)
		from = l.Next
	}
	if from < len(raw.Text) || len(all) == 0 {
		all = append(all, source.Line{From: from, To: len(raw.Text), Next: len(raw.Text)})
	}
	return all
}

// cut makes the lines that are not empty. It is linear in the text and allocates little more than one line each.
func cut(text []rune, rows []source.Line) []Line {
	all := make([]Line, 0, len(rows))
	gap := FarGap
	running := rune(0) // what a head began with that the line above began, and that may end in this one
	heads := headsOf(text, rows)
	var above []rune
	for n, row := range rows {
		from, to := row.From, row.To
		indent := 0
		for from < to && script.IsBlank(text[from]) {
			indent += script.HalfEms(text[from])
			from++
		}
		for to > from && script.IsBlank(text[to-1]) {
			to--
		}
		if from == to {
			gap++
			continue
		}
		l := Line{Row: n, From: from, To: to, Text: text[from:to], Indent: indent, Gap: gap, Box: row.Box, Size: row.Size}
		if running != 0 && IsLabelled(l.Text) && n+1 < len(rows) && IsLabelled(text[min(rows[n+1].To, script.SkipBlank(text, rows[n+1].From)):rows[n+1].To]) {
			running = 0 // rows of labels under a small heading
		}
		at, next := latinHead(l.Text, fresh(above, gap, indent), heads.at(n, above)), 0
		if at > 0 {
			next, l.Head = script.SkipBlank(l.Text, at), true
		} else {
			at, next = joint(l.Text, running)
		}
		if at > 0 {
			right := l
			l.To, l.Text = from+at, text[from:from+at]
			right.From, right.Text, right.Gap, right.Indent, right.Cut, right.Head = from+next, text[from+next:to], 0, 0, true, false
			all = append(all, l, right)
		} else {
			all = append(all, l)
		}
		if gap > 1 {
			running = 0
		}
		running = runsIn(l.Text, running)
		gap, above = 0, text[from:to]
	}
	return all
}

// look fills in what each line shows by itself, and which lines go on with the credit of the line above.
func look(ls []Line) {
	var begun []rune // the credit that the line above ends with
	whole := false   // that line is nothing else
	for i := range ls {
		l := &ls[i]
		l.look()
		if between, ok := phrase.CreditGoesOn(begun, l.Text); ok && (l.Gap == 0 || !whole) {
			l.Rest, l.Tail, l.Apart = true, true, between != ""
			begun = append(append(begun, []rune(between)...), l.Text...)
		} else if i > 0 && phrase.JumpCut(ls[i-1].Text, l.Text) {
			l.Rest, l.Tail = true, true
		} else {
			begun = nil
			_, whole = phrase.WholeCredit(l.Text)
			if l.Tail {
				r := l.Text[max(0, len(l.Text)-70):]
				begun = append(begun, r[max(0, phrase.LastSentence(r)):]...)
			}
		}
	}
}

// look fills in what one line shows by itself. Linear in the line.
func (l *Line) look() {
	r := l.Text
	l.First, l.Last = r[0], r[len(r)-1]
	for i, c := range r {
		if script.IsSpace(c) {
			if Set(r, i) {
				l.Width += script.HalfEms(c)
			}
			continue
		}
		l.Width += script.HalfEms(c)
		if WideMark(c) {
			l.Marks++
		} else if script.IsWideDigit(c) {
			l.Digits++
		}
	}
	l.Unit = Unit(r)
	l.Heel = Heel(r)
	l.Stop, l.Comma = Ending(r)
	l.Tail = phrase.CreditTail(r) || phrase.JumpTail(r)
	if len(r) < 64 {
		if d, ok := phrase.LeadAt(r); ok {
			l.Slug = d.Body == len(r)
		} else if script.IsLatin(l.First) && !l.Head {
			l.Slug = phrase.LatinDateline(r) == len(r)
		}
		if j, ok := phrase.JumpIn(r, 0); ok {
			l.Jump = j.From == 0 && j.To == len(r)
		}
	}
}
