package phrase

import (
	"unicode"

	"qingyang/app/script"
)

// LatinByline reads an English credit that fills a line: "By Jane Roe", "— Jane Roe", "Jane Roe, Staff
// Reporter", "From Jane Roe in Paris", "Report by Jane Roe", "Jane Roe reports".
//
// "By the river the boats lie" is none: the words of a name begin with capitals.
func LatinByline(r []rune) (c Credit, ok bool) {
	if len(r) > 80 || len(r) < 5 || script.IsHan(r[0]) {
		return c, false
	}
	c = Credit{Span: Span{0, len(r)}, Words: Span{0, len(r)}, Called: true}
	i := skipSpaces(r, 0)
	first := Span{i, wordEnd(r, i, len(r))}
	rest := skipSpaces(r, first.To)
	if rest >= len(r) {
		return c, false
	}
	w := first.Of(r)
	switch {
	case len(w) == 2 && w[0]|0x20 == 'b' && w[1]|0x20 == 'y':
		end := nameBefore(r)
		n, all := latinNames(r[rest:max(rest, end)])
		return c, all && n <= 8 && (end == len(r) || n > 1)
	case sentFrom.Is(w):
		n, all := latinNames(r[rest:])
		return c, all && n >= 2 && n <= 6
	case reported.Is(w) && script.HasAt(r, rest, "by "):
		n, all := latinNames(r[rest+3:])
		return c, all && n <= 8
	case len(w) == 1 && contains("—–-", w[0]), string(w) == "--":
		c.Words.From = rest
		n, all := latinNames(r[rest:])
		return c, all && n >= 2 && n <= 5
	}
	if end := namesEnd(r); end > 0 {
		n, all := latinNames(r[:end])
		return c, all && n >= 2 && n <= 4
	}
	if at := exclusive(r, first); at > 0 {
		if to := nextLabel(r, at); to > at { // Words: Ann Poe  Pictures: Joe Roe
			n, all := latinNames(r[at:to])
			m, both := latinNames(r[skipSpaces(r, wordEnd(r, to, len(r))):])
			return c, all && both && n >= 2 && m >= 2 && n+m <= 8
		}
		n, all := latinNames(r[at:])
		return c, all && n >= 2 && n <= 6
	}
	if posted(r) && script.Find(r, 0, ",") >= 0 {
		n, all := latinNames(r)
		return c, all && n <= 7
	}
	return c, false
}

// BareLatinName says whether a line is a name in Latin letters and nothing else, perhaps with the place that its bearer
// writes from: "Ann J. Poe", "Ann Poe in Mere". Names of shops and streets are as well.
func BareLatinName(r []rune) bool {
	if len(r) > 40 {
		return false
	}
	if at := script.Find(r, 0, " in "); at > 0 {
		n, all := latinNames(r[:at])
		m, place := latinNames(r[at+4:])
		return all && place && n >= 2 && n <= 4 && m <= 2
	}
	n, all := latinNames(r[:nameBefore(r)])
	return all && n >= 2 && n <= 4
}

// classYear says whether a word is the year in which its bearer leaves school: '16, ’08.
func classYear(w []rune) bool {
	return len(w) == 3 && contains("'’‘", w[0]) && IsDigit(w[1]) && IsDigit(w[2])
}

// nameBefore is where a name at the head of a line ends that is followed by what its bearer is: "Ann Poe, Class of 1998",
// "Ann Poe (Year 9)"; else the line's end.
func nameBefore(r []rune) int {
	for i, c := range r {
		if rest := r[min(len(r), i+2):]; c == ',' || c == '(' || c == '/' && i > 0 && script.IsSpace(r[i-1]) {
			if len(rest) > 30 || len(rest) < 4 || !unicode.IsUpper(rest[0]) && c != '(' || script.IsStop(r[len(r)-1]) {
				break
			}
			return i
		}
	}
	return len(r)
}

// exclusive is where the names begin behind a label that stands before them: "EXCLUSIVE by Ann Poe", "Words: Ann Poe"; 0
// for none.
func exclusive(r []rune, first Span) int {
	w := first.Of(r)
	if n := len(w); n > 1 && w[n-1] == ':' && reported.Is(w[:n-1]) {
		return skipSpaces(r, first.To)
	}
	if k := skipSpaces(r, first.To); len(w) > 4 && (script.HasAt(r, k, "by ") || script.HasAt(r, k, "By ")) && labelled.Is(w) {
		return k + 3
	}
	return 0
}

// nextLabel is where a second label with a colon begins behind the names at r[at:]; 0 where none does.
func nextLabel(r []rune, at int) int {
	for i := at; i < len(r); {
		end := wordEnd(r, i, len(r))
		if w := r[i:end]; i > at && len(w) > 1 && isColon(w[len(w)-1]) && reported.Is(w[:len(w)-1]) {
			return i
		}
		i = skipSpaces(r, end)
	}
	return 0
}

// labelled are the words that may stand before "by".
var labelled = lex("EXCLUSIVE", "Exclusive", "SPECIAL", "Special", "Analysis", "ANALYSIS", "Review", "REVIEW", "Comment", "COMMENT", "Column", "Essay", "Poem", "Pictures", "PICTURES")

// namesEnd is where the name ends that 'reports' or 'writes' follows at the end of a line: "Ann Poe reports"; 0 for
// none.
func namesEnd(r []rune) int {
	for _, verb := range [...]string{"reports", "writes", "REPORTS", "WRITES"} {
		if n := len(r) - len(verb); n > 2 && script.HasAt(r, n, verb) && script.IsSpace(r[n-1]) {
			return script.TrimBlank(r, 0, n)
		}
	}
	return 0
}

// posts are what stands behind the name of one who writes for a paper.
var posts = lex("Reporter", "Correspondent", "Editor", "Writer", "Staff", "Agency", "Press", "Columnist", "Contributor", "Photographer", "Critic", "Intern", "Desk", "Bureau")

// posted says whether the last word of a line is such a post.
func posted(r []rune) bool {
	end := len(r)
	for end > 0 && script.IsSpace(r[end-1]) {
		end--
	}
	i := end
	for i > 0 && !script.IsSpace(r[i-1]) {
		i--
	}
	return posts.In(r[i:end])
}

// latinNames is how many words stand in r, and whether all are capitalised and hold no digits; small words
// of names (de, van, and) are.
func latinNames(r []rune) (n int, all bool) {
	for i := skipSpaces(r, 0); i < len(r); {
		end := wordEnd(r, i, len(r))
		w := r[i:end]
		if n > 1 && classYear(w) {
			i = skipSpaces(r, end)
			continue
		}
		if !unicode.IsUpper(w[0]) && !small.Is(w) {
			return 0, false
		}
		for _, c := range w {
			if contains("0123456789:;!?", c) {
				return 0, false
			}
		}
		n++
		i = skipSpaces(r, end)
	}
	return n, n > 0
}

var small = lex("and", "de", "van", "of", "der", "von", "in", "for", "our", "a")

// Words that a credit begins with: "From Ann Poe in Paris", "Report by Ann Poe".
var (
	sentFrom = lex("From")
	reported = lex("Report", "Reported", "Story", "Words", "Text", "Written", "Interview", "Compiled", "Photographs", "Photos", "Pictures", "Photography", "Images", "Illustrations", "Drawings")
)
