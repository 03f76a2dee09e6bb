package clean

import (
	"qingyang/app/phrase"
	"qingyang/app/script"
	"qingyang/app/source"
)

// line is one line of the raw page that is not empty, as the decisions see it.
type line struct {
	at       int    // its number among Raw.Lines
	from, to int    // what is left without white space at both ends, as offsets into Raw.Text
	r        []rune // Raw.Text[from:to]
	indent   int    // white space before it, in half em
	width    int    // of r in half em, without the spaces that typesetting would not have set
	gap      int    // empty lines between it and the line above; large before the first line
	box      source.Box
	size     float64 // of its letters in points; 0 where nothing is known

	first, last rune // of r, invisible characters skipped
	unit        int  // half em that its first unbreakable piece takes
	heel        int  // half em of the marks right behind it, which cannot begin a line
	stop        bool // it ends where a sentence ends
	comma       bool // it ends with a mark that a sentence goes on after
	tail        bool // its last words are a credit or a jump, so that no sentence end is due
	apart       bool // a rest that begins with a name of its own
	rest        bool // it is the rest of a credit that the line above began
	slug        bool // it is a lead and nothing else: 本报讯（记者 …）
	jump        bool // it is a reference to another page and nothing else
	thin        int  // half-width marks beside Han characters in it
	digits      int  // full-width digits in it
	marks       int  // full-width marks in it, which can be squeezed
}

// farGap stands for the space above the first line of a page and below the last.
const farGap = 9

// cut is Raw.Lines, or the lines of Raw.Text where a source gave none.
func cut(raw source.Raw) []source.Line {
	if len(raw.Lines) > 0 {
		return raw.Lines
	}
	var all []source.Line
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

// read makes the lines that are not empty. It is linear in the text and allocates one line each.
func read(text []rune, rows []source.Line) []line {
	var all []line
	var begun []rune // the credit that the line above ends with
	whole := false   // that line is nothing else
	gap := farGap
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
		l := line{at: n, from: from, to: to, r: text[from:to], indent: indent, gap: gap, box: row.Box, size: row.Size}
		l.look()
		if between, ok := phrase.CreditGoesOn(begun, l.r); ok && (gap == 0 || !whole) {
			l.rest, l.tail, l.apart = true, true, between != ""
			begun = append(append(begun, []rune(between)...), l.r...)
		} else if n := len(all); n > 0 && phrase.JumpCut(all[n-1].r, l.r) {
			l.rest, l.tail = true, true
		} else {
			begun = nil
			_, whole = phrase.WholeCredit(l.r)
			if l.tail {
				r := l.r[max(0, len(l.r)-70):]
				begun = append(begun, r[max(0, phrase.LastSentence(r)):]...)
			}
		}
		all = append(all, l)
		gap = 0
	}
	return all
}

// look fills in what one line shows by itself. Linear in the line.
func (l *line) look() {
	r := l.r
	l.first, l.last = r[0], r[len(r)-1]
	for i, c := range r {
		if script.IsSpace(c) {
			if set(r, i) {
				l.width += script.HalfEms(c)
			}
			continue
		}
		l.width += script.HalfEms(c)
		if wideMark(c) {
			l.marks++
		} else if script.IsWideDigit(c) {
			l.digits++
		} else if thinMark(c) && (i > 0 && !half(r[i-1]) || i+1 < len(r) && !half(r[i+1])) {
			l.thin++
		}
	}
	l.unit = unit(r)
	l.heel = heel(r)
	l.stop, l.comma = ending(r)
	l.tail = phrase.CreditTail(r) || phrase.JumpTail(r)
	if len(r) < 64 {
		if d, ok := phrase.LeadAt(r); ok {
			l.slug = d.Body == len(r)
		}
		if j, ok := phrase.JumpIn(r, 0); ok {
			l.jump = j.From == 0 && j.To == len(r)
		}
	}
}

// thinMark says whether c is a half-width mark that Chinese print sets full-width.
func thinMark(c rune) bool {
	switch c {
	case ',', ';', ':', '!', '?', '(', ')', '"', '\'':
		return true
	}
	return false
}

// wideMark says whether c is a full-width mark that a squeezed line narrows by half an em.
func wideMark(c rune) bool {
	switch c {
	case '，', '。', '、', '；', '：', '！', '？', '“', '”', '‘', '’', '（', '）', '《', '》', '〔', '〕', '【', '】', '〈', '〉', '「', '」':
		return true
	}
	return false
}

// set says whether a typesetter put the space at i: between Latin words, or behind a lead. Those
// beside a Han character or a full-width mark come from the extraction, and take no room on paper.
func set(r []rune, i int) bool {
	if i == 0 || i+1 >= len(r) {
		return false
	}
	a, b := r[i-1], r[i+1]
	if a == '讯' || a == '电' && i > 6 || a == '息' && i == 4 {
		return true
	}
	return half(a) && half(b) && !(script.IsDigit(a) && script.IsDigit(b))
}

func half(c rune) bool { return script.HalfEms(c) == 1 && !script.IsSpace(c) }

// unit is the width in half em of what cannot be parted at the head of a line: a Han character with
// the closing marks behind it, an opening mark with what follows, a number, a Latin word.
func unit(r []rune) int { return unitOf(r, false) }

// unitOf is unit, with full-width digits counted as half-width ones where narrowed is set.
func unitOf(r []rune, narrowed bool) int {
	w := 0
	for i := 0; i < len(r) && i < 24; i++ {
		c := r[i]
		switch {
		case script.IsOpening(c):
			w += script.HalfEms(c)
			continue
		case half(c) || script.IsWideDigit(c):
			for i < len(r) && i < 24 && (half(r[i]) || script.IsWideDigit(r[i])) {
				w++
				if !narrowed && !half(r[i]) {
					w++
				}
				i++
			}
			if i < len(r) && (r[i] == '℃' || r[i] == '％') {
				w += 2
			}
		default:
			w += script.HalfEms(c)
		}
		return max(1, w)
	}
	return max(1, w)
}

// heel is the width in half em of the marks behind the first piece of a line: they must stand on the
// same line as that, or hang out of it.
func heel(r []rune) int {
	i := 0
	for i < len(r) && script.IsOpening(r[i]) {
		i++
	}
	if i < len(r) && half(r[i]) {
		for i < len(r) && i < 24 && half(r[i]) {
			i++
		}
	} else {
		i++
	}
	w := 0
	for i < len(r) && barred(r[i]) && w < 8 {
		w += script.HalfEms(r[i])
		i++
	}
	return w
}

// ending says whether a line ends as a sentence does, or with a mark after which one goes on.
func ending(r []rune) (stop, comma bool) {
	n := len(r)
	closed := false
	for n > 0 && (script.IsClosing(r[n-1]) || r[n-1] == '"' || r[n-1] == '\'' || script.IsSpace(r[n-1])) {
		closed = closed || r[n-1] == '”' || r[n-1] == '"' || r[n-1] == '’'
		n--
	}
	if n == 0 {
		return false, false
	}
	if n < len(r) && (r[len(r)-1] == '）' || r[len(r)-1] == ')') && bracketed(r) {
		return true, false
	}
	switch c := r[n-1]; c {
	case '。', '！', '？', '!', '?', '…':
		return true, false
	case '0', 'o', 'O', '〇', '○': // how OCR reads a stop behind a Han character
		return n > 1 && n == len(r) && script.IsHan(r[n-2]), false
	case '.', '．':
		if n == len(r) && phrase.IsAbbreviated(r, n-1) {
			return false, false // Mr. | Larch
		}
		return n < 2 || !script.IsDigit(r[n-2]) || !closed, false
	case '，', '、', ',', '；', ';', '：', ':', '—', '－', '-', '·', '～', '/', '《', '“', '（', '(', '‘', '+':
		return false, n == len(r)
	}
	return false, script.IsOpening(r[len(r)-1])
}

// bracketed says whether the bracket that ends a line follows the end of a sentence: …吗？（张三）
func bracketed(r []rune) bool {
	for i := len(r) - 2; i > 0 && i > len(r)-24; i-- {
		if r[i] == '（' || r[i] == '(' {
			return contains("。！？”…", r[i-1])
		}
	}
	return false
}

// barred says whether a line cannot begin with c (kinsoku).
func barred(c rune) bool {
	if script.IsClosing(c) && c != '’' {
		return true
	}
	switch c {
	case '。', '，', '、', '；', '：', '！', '？', '％', '%', '℃', '·', '～', ',', ';', '!', '?', '．':
		return true
	}
	return false
}
