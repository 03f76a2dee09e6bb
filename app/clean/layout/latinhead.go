package layout

import (
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// latinHead is a head of Latin letters that is run in before its text: "A fine catch.—The boats", "CRICKET. The
// eleven", "■ Lost dog: A brown". It says where the head ends, behind what parts it from the text; 0 for none. fresh
// says that no block is likely to go on in the line, several that more than one line of the page begins with a
// sentence as short: without capitals or a dash, one alone is no head.
func latinHead(r []rune, fresh, several bool) int {
	from := 0
	for from < len(r) && (IsOrnament(r[from]) || r[from] == '»' || script.IsSpace(r[from])) {
		from++
	}
	marked := from > 0
	if from >= len(r) || !capital(r[from]) || !fresh {
		return 0
	}
	for i := from + 2; i+1 < len(r) && i-from < longestHead; i++ {
		next := script.SkipBlank(r, i+1)
		begins := next < len(r) && (capital(r[next]) || phrase.IsDigit(r[next]) || script.IsOpening(r[next]) || r[next] == '"')
		spaced := i+1 < next && script.IsSpace(r[i-1])
		switch c := r[i]; {
		case c == ',' || c == ';' || c == '!' || c == '?':
			return 0
		case c == '—' || c == '–' || (c == '-' || c == '~') && spaced:
			if i+1 < len(r) && (r[i+1] == '—' || r[i+1] == '–') {
				continue
			}
			if begins && (r[i-1] == '.' || phrase.LatinDateline(r) == 0) {
				return i + 1
			}
			return 0
		case c == ':' && marked && begins:
			return i + 1
		case c == '.' && i+1 < len(r) && script.IsSpace(r[i+1]):
			if dash := r[min(next, len(r)-1)]; dash == '—' || dash == '–' || dash == '-' {
				continue
			}
			if phrase.IsAbbreviated(r, i) {
				continue
			}
			if begins && (capitals(r[from:i]) || marked || several && shortSentence(r[from:i])) {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// shortSentence says whether a sentence without its point may be a head: one to four words.
func shortSentence(r []rune) bool {
	words := 1
	for _, c := range r {
		if script.IsSpace(c) {
			words++
		}
	}
	return words <= 4 && len(r) <= 26
}

// pointed says whether a line begins with a short sentence, and goes on with another.
func pointed(r []rune) bool { return latinHead(r, true, true) > 0 && latinHead(r, true, false) == 0 }

func capital(c rune) bool { return script.IsLatin(c) && !(c >= 'a' && c <= 'z') }

// fresh says whether a line below another is likely to begin a block: behind the end of a sentence, below an empty
// line, or indented.
func fresh(above []rune, gap, indent int) bool {
	if gap > 0 || indent > 0 || len(above) == 0 {
		return true
	}
	stop, _ := Ending(above)
	return stop
}
