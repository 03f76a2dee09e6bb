package read

import (
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// fact is what a line shows by itself or against the page, found once and asked for by many cues.
type fact struct {
	shape       int    // a class of what it looks like at once (shapeOf)
	first, last int    // classes of its ends (classOf)
	comma       int    // marks inside it that a sentence goes on after
	inner       int    // sentence ends inside it
	pause       int    // spaces between Han characters
	digits      int    // digits
	n           int    // characters without white space
	openQuotes  int    // quotes and brackets left open, minus closed
	particles   int    // characters that titles seldom have
	forms       uint64 // set forms that it has, a bit each (form.go)
	lunar       bool   // it is a date of the lunar calendar and nothing else
	note        bool   // it says who made the page, or checked it, or how the weather will be
	row         bool   // it can be nothing but a line of verse
	cells       bool   // it is one of several lines of as many cells
	running     bool   // it is a paper's name with its page or day, in Latin letters
	entry       int    // of which kind of list it may begin an entry (reader.entry)
	between     bool   // it can stand in a sentence without being of it (standsBetween)
	near0       int    // distance to the nearest measure offered
	near4       int    // the same with an indent
	room        int    // the likeliest measure minus its width
	marked      int    // how many other lines of the page begin with the same symbol, at most 3
	again       int    // how often the same short line stands on the page, itself not counted
	elsewhere   int    // tenths of its pairs that stand elsewhere on the page; -1 where it has few
	stretch     int    // text between titles, counted down the page
	topic       int    // the stretch that its rarer pairs stand in most, -1
	topicW      float64
	topicM      float64 // by how much that one wins
	words       []topicShare
}

type topicShare struct {
	stretch int
	weight  float64
}

// classOf is a class of characters as ends of lines.
func classOf(c rune) int {
	if script.IsHan(c) {
		return 16
	}
	switch c {
	case '。', '．':
		return 1
	case '！', '？', '!', '?', '…':
		return 2
	case '，', ',':
		return 3
	case '、':
		return 4
	case '；', ';':
		return 5
	case '：', ':':
		return 6
	case '”', '’', '"', '」':
		return 7
	case '“', '‘', '「':
		return 8
	case '（', '(', '【', '〔', '[':
		return 9
	case '）', ')', '】', '〕', ']':
		return 10
	case '《', '〈':
		return 11
	case '》', '〉':
		return 12
	case '—', '－', '-', '─':
		return 13
	case '.':
		return 18
	case '%', '℃', '％':
		return 19
	}
	switch {
	case script.IsDigit(c) || script.IsWideDigit(c):
		return 14
	case c >= 'a' && c <= 'z':
		return 15
	case script.IsLatin(c):
		return 22
	case phrase.IsOrnament(c):
		return 17
	}
	return 20
}

// classes is how many classOf knows; 21 is a closing mark behind a sentence end.
const classes = 23

// particles are characters of running text.
func particle(c rune) bool {
	switch c {
	case '的', '了', '在', '是', '着', '把', '将', '被', '对', '和', '与', '为', '从', '也', '都', '就', '还', '说', '他', '她', '我', '这':
		return true
	}
	return false
}

// shapes is how many shapeOf knows.
const shapes = 18

// shapeOf classes a line by what it looks like at once.
func shapeOf(l *layout.Line, f *fact) int {
	switch {
	case f.has(fSpeck):
		return 1
	case f.has(fCredit):
		return 2
	case f.has(fAuthor), f.has(fNames), f.has(fName):
		return 3
	case f.has(fLead):
		return 4
	case f.has(fPhoto), f.has(fShown):
		return 5
	case f.has(fStaff), f.has(fHouse), f.has(fAdvert), f.has(fHotline), f.has(fDate), f.has(fFolio), f.has(fSection):
		return 6
	case f.has(fRow):
		return 7
	case l.Stop && f.inner+f.comma == 0 && f.n <= 20:
		return 8
	case l.Stop:
		return 9
	case l.Comma:
		return 10
	case f.inner > 0:
		return 11
	case f.comma > 0:
		return 12
	case f.n <= 4:
		return 13
	case f.n <= 9:
		return 14
	case f.n <= 14:
		return 15
	case f.n <= 22:
		return 16
	}
	return 17
}

// texty says whether a line looks like one of running text: it holds marks, or ends a sentence.
func (f *fact) texty() bool {
	return f.shape == 9 || f.shape == 10 || f.shape == 11 || f.shape == 12 && f.n > 8 || f.shape == 4
}

// scan counts what a line holds.
func (f *fact) scan(l *layout.Line) {
	f.first, f.last = classOf(l.First), classOf(l.Last)
	if (f.last == 7 || f.last == 10) && l.Stop {
		f.last = 21
	}
	for k, c := range l.Text {
		if script.IsHan(c) {
			f.n++
			if particle(c) {
				f.particles++
			}
			continue
		}
		inside := k+1 < len(l.Text)
		switch c {
		case '，', ',', '、', '：', '；', ';':
			if inside {
				f.comma++
			}
		case '。', '！', '？':
			if inside {
				f.inner++
			}
		case '.':
			if inside && script.IsSpace(l.Text[k+1]) {
				f.inner++
			}
		case '“', '（', '《':
			f.openQuotes++
		case '”', '）', '》':
			f.openQuotes--
		}
		if phrase.IsDigit(c) {
			f.digits++
		}
		if !script.IsBlank(c) {
			f.n++
		}
	}
	f.pause = phrase.HanPauses(layout.Clip(l.Text, 60))
}
