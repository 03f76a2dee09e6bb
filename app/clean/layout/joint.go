package layout

import (
	"slices"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// longestHead is how many characters of a line a head that is run in before its text has at most.
const longestHead = 34

// joint is where a row may be cut in two: a head run in before its text, two titles side by side. The
// first piece is r[:at], the second r[next:]; 0 where nothing parts them. Leads, credits and rows of a
// table have gaps of their own and are not cut. running is the mark or the bracket that a head of the line above began
// with, where it may end here; 0 for none.
//
// Whether the pieces are two blocks is for others to decide: a cut is a junction as any other.
func joint(r []rune, running rune) (at, next int) {
	if len(r) < 6 || len(r) > 200 {
		return 0, 0
	}
	if at = headEnd(r, running); at > 0 {
		if phrase.IsLead(r) || creditIn(r[:at]) {
			return 0, 0
		}
		return at, script.SkipBlank(r, at)
	}
	if len(r) > 120 {
		return 0, 0
	}
	for i := 1; i+1 < len(r); i++ {
		if !script.IsSpace(r[i]) {
			continue
		}
		k := script.SkipBlank(r, i)
		if wide := k-i > 1 || r[i] == 0x3000; wide && k < len(r) {
			if at == 0 && signs(r, i, k) {
				return i, k
			}
			if at > 0 {
				return 0, 0 // more gaps than one: cells
			}
			at, next = i, k
		}
		i = k
	}
	if at < 3 || len(r)-next < 3 || !script.IsHan(r[next]) && !script.IsLatin(r[next]) && !phrase.IsDigit(r[next]) && !script.IsOpening(r[next]) {
		return 0, 0
	}
	left := r[:at]
	if script.IsStop(left[at-1]) || script.IsClosing(left[at-1]) && at > 1 && script.IsStop(left[at-2]) {
		return 0, 0
	}
	if c := left[at-1]; (c == '）' || c == ')') && !slices.ContainsFunc(left, script.IsOpening) {
		return 0, 0 // what it closes began in the row above: a lead
	}
	if phrase.IsLead(left) || phrase.LatinDateline(left) > 0 || phrase.HasCalling(left) || phrase.EndsInNumber(r) || phrase.HasLeaders(r) {
		return 0, 0
	}
	return at, next
}

// longestSigned is how many characters a title has at most behind which its author stands in the same row.
const longestSigned = 16

// signs says whether an author stands at r[next:], behind an ornament, and nothing but a title before it: 渡口　□ 沈小禾.
func signs(r []rune, at, next int) bool {
	if at < 2 || at > longestSigned || !phrase.IsOrnament(r[next]) || phrase.IsOrnament(r[0]) || phrase.MarksIn(r[:at], "，。；：") > 0 {
		return false
	}
	_, ok := phrase.AuthorCredit(r[next:])
	return ok
}

// headEnd is the place behind a head that is run in: behind its closing bracket, behind the colon where the
// line, or the one above, begins with an ornament; 0 for none. Those of Latin letters: latinHead.
func headEnd(r []rune, running rune) int {
	open, first := r[0], 3
	marked := phrase.IsOrnament(open) || phrase.IsMarkBracket(open)
	if running != 0 && !marked {
		open, first, marked = running, 0, true
	}
	for i := 1; i+1 < len(r) && i < longestHead; i++ {
		switch c := r[i]; {
		case c == '】', i > min(2, first) && c == Closes(open), c == r[0] && i > 3 && phrase.IsOrnament(c) && !phrase.IsOrnament(r[i-1]) && !script.IsBlank(r[i-1]):
			return i + 1
		case marked && c == '—' && i > 3 && i+2 < len(r) && r[i+1] == c:
			return i + 2
		case marked && (c == '：' || c == ':' && !phrase.IsDigit(r[i-1])):
			return i + 1
		case marked && script.IsSpace(c) && (r[i] == 0x3000 || script.IsSpace(r[i+1])) && i > first:
			if k := script.SkipBlank(r, i); script.IsLatin(r[i-1]) && k < len(r) && script.IsLatin(r[k]) {
				continue // words that are set wide apart
			}
			return i
		case script.IsSpace(c) && i > 5 && phrase.IsOrnament(r[0]) && script.IsHan(r[i-1]) && i+8 < len(r) && startsText(r, i) && plain(r[1:i]):
			return i // of Han, in a row that has no other space before it but beside a number
		case c == '。' || c == '；' || c == '！' || c == '？':
			return 0
		}
	}
	return 0
}

// startsText says whether text may begin behind the space at r[i]: a few Han together, with a mark or a number behind
// them where they are few, or a number where the row has no other space and no word stands before it that takes one.
func startsText(r []rune, i int) bool {
	if script.IsHan(r[i+1]) {
		n := script.HanRun(r, i+1)
		if end := i + 1 + n; n < 5 {
			number := end+1 < len(r) && script.IsSpace(r[end]) && phrase.IsDigit(r[end+1]) // 每月 12日
			return n > 1 && end < len(r) && (number || !script.IsBlank(r[end]) && !script.IsOpening(r[end])) && !phrase.HasCalling(r[:i])
		}
		return true
	}
	return phrase.IsDigit(r[i+1]) && !Contains("在共达约有的至为和与及第前近超于自从到是", r[i-1]) && !slices.ContainsFunc(r[i+1:], script.IsSpace)
}

// plain says whether a text has no space but beside a number, and no mark but those of names and works, behind the blank
// it may begin with.
func plain(r []rune) bool {
	for i := script.SkipBlank(r, 0); i < len(r); i++ {
		beside := script.IsSpace(r[i]) && (phrase.IsDigit(r[i-1]) || i+1 < len(r) && phrase.IsDigit(r[i+1]))
		if !script.IsHan(r[i]) && !phrase.IsDigit(r[i]) && !beside && !Contains("《》“”", r[i]) {
			return false
		}
	}
	return true
}

// Closes is what closes a bracket that marks (phrase.IsMarkBracket); 0 for others.
func Closes(c rune) rune { return closes(c, marks) }

// Opens is what opens a bracket that c closes (Closes); 0 for others.
func Opens(c rune) rune {
	for k := 1; k < len(marks); k += 2 {
		if c == marks[k] {
			return marks[k-1]
		}
	}
	return 0
}

var marks = []rune("【】〔〕［］〖〗[]")

func closes(c rune, pairs []rune) rune {
	for k := 0; k < len(pairs); k += 2 {
		if c == pairs[k] {
			return pairs[k+1]
		}
	}
	return 0
}

// creditIn says whether a text in marks is a credit.
func creditIn(r []rune) bool {
	_, ok := phrase.WholeCredit(r)
	return ok
}

// IsLabelled says whether a line begins with two to six Han characters and a colon that something follows: 票价：两元.
func IsLabelled(r []rune) bool {
	n := script.HanRun(r, 0)
	return n >= 2 && n <= 6 && n+1 < len(r) && (r[n] == '：' || r[n] == ':')
}

// runsIn is the mark or the bracket of a head that a line begins, or goes on with, and that may end in the next one; 0
// for none.
func runsIn(r []rune, running rune) rune {
	switch {
	case !slices.ContainsFunc(r, func(c rune) bool { return !phrase.IsOrnament(c) && !script.IsBlank(c) }):
		return 0 // a rule
	case phrase.IsOrnament(r[0]) || phrase.IsMarkBracket(r[0]):
		running = r[0]
	case running == 0 || len(r) > longestHead:
		return 0
	}
	for _, c := range r[min(1, len(r)):] {
		if c == '。' || c == '：' || c == '】' || c == Closes(running) || c == '；' || c == 0x3000 {
			return 0
		}
	}
	return running
}

// capitals says whether the letters of a text are capitals, but for small words.
func capitals(r []rune) bool {
	small, large := 0, 0
	for _, c := range r {
		switch {
		case c >= 'a' && c <= 'z':
			small++
		case script.IsLatin(c):
			large++
		}
	}
	return large > 2 && small <= large/4
}
