package phrase

import (
	"slices"
	"unicode"

	"qingyang/app/script"
)

// Jump is a reference to another page: "（下转第二版）", "（上接A1版《柳湾开渔》）", "▲下转3版", "Continued on
// page 3".
type Jump struct {
	Span      // with its brackets and arrow
	Back bool // 上接: the story began elsewhere
	Page int  // the other page, the first of several; 0 where its number can't be read
	Part rune // the letter of the paper's part, A in A3; 0 for none
}

// JumpIn finds a reference in a text at or after from. Inside a sentence ("他说下转第三版再讲") it is none:
// a bracket, an arrow or the text's end stands beside it. 转 and 接 alone need a bracket, an arrow, or the
// whole text.
func JumpIn(r []rune, from int) (j Jump, ok bool) {
	for i := max(0, from); i+2 < len(r); i++ {
		back, at := jumpWord(r, i)
		if at == 0 {
			if j, ok = latinJump(r, i); ok {
				return j, true
			}
			continue
		}
		bare := at == i+1
		j, ok = jumpTarget(r, at)
		if !ok {
			continue
		}
		j.From, j.Back = i, back
		j.To = jumpEnd(r, j.To)
		switch {
		case i > 0 && isOpenBracket(r[i-1]), i > 0 && contains(arrows, r[i-1]):
			j.From--
		case bare && (i > 0 || j.To < len(r) || r[j.To-1] != '版'):
			continue
		case i > 0 && j.To < len(r) && !contains("）)", r[j.To-1]):
			continue // inside a sentence
		}
		return j, true
	}
	return Jump{}, false
}

// jumpWord reads 下转 or 上接 at i, or 转 or 接 alone: which way it points, and where its target begins, 0 for
// none.
func jumpWord(r []rune, i int) (back bool, at int) {
	if n := forwards.At(r, i); n > 0 {
		return false, i + n
	}
	if n := backwards.At(r, i); n > 0 {
		return true, i + n
	}
	if r[i] == '转' || r[i] == '接' {
		return r[i] == '接', i + 1
	}
	return false, 0
}

// Words before the page where a story goes on, and before the one where it began.
var (
	forwards  = lex("下转", "紧转", "续转", "文转", "后转", "余文转", "下文转", "续见", "余文见", "下文见", "后文见", "未完，转", "未完,转", "未完、转", "未完转", "未完，下转", "未完，见")
	backwards = lex("上接", "紧接", "续接", "前接", "上承", "文接", "上文接")
)

// latinJump reads "Continued on page 3", "(Continued from Page A1)", "See HARBOUR, Page 4" and "HARBOUR, from Page 1" at
// i, which no other text of the sentence precedes, but for a word that a reference at the text's end is glued to.
func latinJump(r []rune, i int) (j Jump, ok bool) {
	if c := r[i] | 0x20; c < 'a' || c > 'z' || i > 0 && script.IsLatin(r[i-1]) && !(unicode.IsLower(r[i-1]) && unicode.IsUpper(r[i])) {
		return j, false
	}
	at, n, slug := i, continued.At(r, i), slugEnd(r, i)
	if slug > 0 && i > 0 && script.IsLatin(r[i-1]) {
		return j, false
	}
	switch {
	case n > 0:
		at = skipSpaces(r, i+n)
		n = directions.At(r, at)
	case see.At(r, i) > 0:
		at = skipSpaces(r, i+see.At(r, i))
		to := slugEnd(r, at)
		whole := i == 0 || isOpenBracket(r[i-1])
		if n = 0; to > 0 {
			at, whole = to, true
		}
		if k := skipSpaces(r, at); !whole || latinPages.At(r, k) == 0 && !(to > 0 && k+1 < len(r) && IsDigit(r[k+1])) {
			return j, false
		}
	default:
		if slug > 0 {
			at = skipSpaces(r, slug)
			if n := continued.At(r, at); n > 0 {
				at = skipSpaces(r, at+n)
			}
		}
		if n = fromPage.At(r, at); n == 0 && at > i {
			n = directions.At(r, at)
		} else if n > 0 && at == i && latinPages.At(r, skipSpaces(r, at+n)) == 0 {
			return j, false
		}
	}
	if n == 0 && at == i {
		return j, false
	}
	j.Back = n > 0 && r[at]|0x20 == 'f'
	if n == 0 && see.At(r, i) == 0 || slug > 0 && at > i && n > 0 && !j.Back {
		return j, false
	}
	k := skipSpaces(r, at+n)
	if n := latinPages.At(r, k); n > 0 {
		k = skipSpaces(r, k+n)
	}
	if k+1 < len(r) && r[k] >= 'A' && r[k] <= 'H' && IsDigit(r[k+1]) {
		j.Part = r[k]
		k++
	}
	page, end := Number(r, k)
	if n := spelled.At(r, k); end == k && n > 0 {
		page, end = 1, k+n
	}
	if end == k || end > k+4 || end < len(r) && script.IsLatin(r[end]) {
		return j, false
	}
	if k := skipSpaces(r, end); k < len(r) && r[k] == ',' { // Page 7, Column 2
		k = skipSpaces(r, k+1)
		if n := latinColumns.At(r, k); n > 0 {
			if _, to := Number(r, skipSpaces(r, k+n)); to > k+n {
				end = to
			}
		}
	}
	j.From, j.To, j.Page = i, end, page
	if k := skipSpaces(r, end); end < len(r) && (r[end] == ')' || r[end] == '.') {
		j.To++
	} else if k < len(r) && contains(arrows, r[k]) {
		j.To = k + 1
	}
	switch {
	case i > 0 && isOpenBracket(r[i-1]), i > 0 && contains(arrows, r[i-1]):
		j.From--
	case i > 1 && script.IsSpace(r[i-1]) && contains(arrows, r[i-2]):
		j.From -= 2
	case i > 0 && j.To < len(r):
		return j, false
	}
	return j, true
}

// slugEnd is where the word ends by which a paper calls a story, with the mark behind it, in r at i: "HARBOUR,", "HARBOUR
// /"; 0 for none.
func slugEnd(r []rune, i int) int {
	k := i
	for k < len(r) && (r[k] >= 'A' && r[k] <= 'Z' || k > i && contains("-'’&", r[k]) || k > i && r[k] == ' ' && k+1 < len(r) && r[k+1] >= 'A' && r[k+1] <= 'Z') {
		k++
	}
	if m := skipSpaces(r, k); k-i >= 3 && k-i <= longestSlug && m < len(r) && contains(",/|:—–", r[m]) {
		return m + 1
	}
	return 0
}

// longestSlug is how many characters a story's slug has at most.
const longestSlug = 24

var (
	spelled   = lex("One", "ONE", "one") // the front page
	continued = lex("Continued", "CONTINUED", "continued", "Continues", "continues", "CONTINUES", "Cont'd", "Cont’d", "Cont.", "cont.", "Contd.", "Contd", "Turn", "TURN", "turn",
		"Please turn", "PLEASE TURN", "Concluded", "CONCLUDED", "Story continues", "Jump")
	directions = lex("on", "from", "to", "ON", "FROM", "TO")
	// see points to the page where a story goes on.
	see = lex("See", "SEE", "Please see", "PLEASE SEE", "Please See")
	// fromPage opens the second half of a story by itself: "From Page 1".
	fromPage     = lex("From", "FROM")
	latinPages   = lex("Page", "page", "PAGE", "p.", "P.")
	latinColumns = lex("Column", "column", "COLUMN", "Col.", "col.", "COL.")
)

const arrows = "▲▼↓→↑◀▶►◄⇨☞☜»›"

// jumpTarget reads the page that stands at i: 第二版, A3版, 02、03版.
func jumpTarget(r []rune, i int) (j Jump, ok bool) {
	seen := false
	for k := i; k < len(r) && k < i+12; k++ {
		c := script.Narrow(r[k])
		switch {
		case c == '版':
			j.To = k + 1
			return j, seen
		case script.IsSpace(c), c == '第', c == '、', c == ',':
		case c >= 'A' && c <= 'H' || c >= 'a' && c <= 'h':
			if j.Page == 0 && j.Part == 0 {
				j.Part = c &^ 0x20
			}
			seen = true
		default:
			v, end := Numeral(r, k)
			if end == k {
				return j, false
			}
			if j.Page == 0 {
				j.Page = v
			}
			seen = true
			k = end - 1
		}
	}
	return j, false
}

// jumpEnd is where a reference ends whose page ends at i: behind an arrow, or the closing bracket, with
// 《标题》 or a few words before it.
func jumpEnd(r []rune, i int) int {
	if i < len(r) && contains(arrows, r[i]) {
		return i + 1
	}
	reach := i + 8
	for k := i; k < len(r) && k < reach; k++ {
		switch c := r[k]; {
		case c == '）' || c == ')':
			return k + 1
		case c == '《':
			reach = k + 40
		case c == '》':
			reach = k + 3
		case isOpenBracket(c), script.IsStop(c):
			return i
		}
	}
	return i
}

// JumpTail says whether a line ends inside or with a reference forward.
func JumpTail(r []rune) bool {
	if latinTail(r) {
		return true
	}
	r = r[max(0, len(r)-12):]
	for i := 1; i < len(r); i++ {
		if forwards.At(r, i) > 0 && isOpenBracket(r[i-1]) {
			return true
		}
	}
	return false
}

// latinTail says whether a line in Latin letters ends with a reference forward.
func latinTail(r []rune) bool {
	r = r[max(0, len(r)-longestLatin):]
	if n := len(r); n < 8 || !slices.ContainsFunc(r[n-5:], IsDigit) {
		return false
	}
	j, ok := JumpIn(r, 0)
	return ok && !j.Back && j.To == len(r)
}

// longestLatin is how many characters a reference in English has at most.
const longestLatin = 48

// JumpHead says whether a line begins with a reference back.
func JumpHead(r []rune) bool {
	if len(r) > 3 && r[0] < 0x250 {
		j, ok := JumpIn(r[:min(len(r), longestLatin)], 0)
		return ok && j.Back && j.From == 0
	}
	return len(r) > 3 && isOpenBracket(r[0]) && backwards.At(r, 1) > 0 || script.HasAt(r, 0, "上接")
}

// JumpOnHead says whether a line begins with a reference forward, behind a bracket or an arrow at most.
func JumpOnHead(r []rune) bool {
	return forwards.At(r, 0) > 0 || len(r) > 1 && (isOpenBracket(r[0]) || contains(arrows, r[0])) && forwards.At(r, 1) > 0
}

// JumpCut says whether a reference forward begins at the end of one line and ends in the next, which it
// fills. It allocates where the upper line ends in one.
func JumpCut(above, r []rune) bool {
	tail := above[max(0, len(above)-12):]
	if at := latinHeld(above); at >= 0 && len(r) <= 16 {
		tail = append(slices.Clone(above[at:]), ' ')
	} else if !JumpTail(above) || len(r) > 8 {
		return false
	}
	j, ok := JumpIn(append(append([]rune{}, tail...), r...), 0)
	return ok && j.To == len(r)+len(tail)
}

// latinHeld is where an English reference begins that the line's end cuts before its page: "Continued on", "See
// HARBOUR,"; -1 for none.
func latinHeld(r []rune) int {
	end := script.TrimBlank(r, 0, len(r))
	for i := max(0, len(r)-longestSlug-4); i < end; i++ {
		to := 0
		if n := continued.At(r, i); n > 0 {
			at := skipSpaces(r, i+n)
			to = at + directions.At(r, at)
		} else if n := see.At(r, i); n > 0 {
			to = max(i+n, slugEnd(r, skipSpaces(r, i+n)))
		}
		if to == end {
			return i
		}
	}
	return -1
}
