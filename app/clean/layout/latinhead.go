package layout

import (
	"slices"
	"strings"

	"qingyang/app/phrase"
	"qingyang/app/script"
	"qingyang/app/source"
)

// latinHeads says which heads of Latin letters are run in at a line: one alone on a page may be a short sentence, a place, or
// what somebody says.
type latinHeads struct {
	pointed bool // another line near begins with a short sentence, too
	colons  bool // more than one line begins with a few words and a colon, no two with the same: those are speakers
	dashes  bool // more than one begins with words in capitals and a dash, no two with the same, that are no places
	above   []rune
}

// ended says whether a sentence ends above the line.
func (h latinHeads) ended() bool {
	if len(h.above) == 0 {
		return false
	}
	ended, _ := Ending(h.above)
	return ended
}

// pageHeads is what headsOf finds on a page.
type pageHeads struct {
	points         []int // rows that begin with a short sentence
	colons, dashes bool
}

// nearHead is how many rows lie between two heads of a column of briefs at most.
const nearHead = 14

// at says which heads may be run in at row n, above which another stands.
func (h *pageHeads) at(n int, above []rune) latinHeads {
	k, ok := slices.BinarySearch(h.points, n)
	near := ok && (k > 0 && n-h.points[k-1] <= nearHead || k+1 < len(h.points) && h.points[k+1]-n <= nearHead)
	return latinHeads{near, h.colons, h.dashes, above}
}

// headsOf looks at all rows of a page. Linear in them.
func headsOf(text []rune, rows []source.Line) (h pageHeads) {
	gap, colons, dashes, twice := FarGap, map[string]bool{}, map[string]bool{}, false
	var above []rune
	for n, row := range rows {
		from, to := script.SkipBlank(text[:row.To], row.From), script.TrimBlank(text, row.From, row.To)
		if from >= to {
			gap++
			continue
		}
		r := text[from:to]
		if (script.IsLatin(r[0]) || phrase.IsOrnament(r[0])) && fresh(above, gap, from-row.From) && latinHead(r, true, latinHeads{}) == 0 {
			if latinHead(r, true, latinHeads{pointed: true}) > 0 {
				h.points = append(h.points, n)
			} else if n := latinHead(r, true, latinHeads{colons: true}); n > 0 {
				twice = twice || colons[string(r[:n])]
				colons[string(r[:n])] = true
			} else if n := latinHead(r, true, latinHeads{dashes: true, above: above}); n > 0 {
				dashes[string(r[:n])] = true
			}
		}
		gap, above = 0, r
	}
	h.colons, h.dashes = len(colons) > 1 && !twice, len(dashes) > 1
	return h
}

// latinHead is a head of Latin letters that is run in before its text: "A fine catch.—The boats", "CRICKET. The
// eleven", "■ Lost dog: A brown". It says where the head ends, behind what parts it from the text; 0 for none. fresh
// says that no block is likely to go on in the line, heads which the page has: without capitals, a mark or a dash, one
// alone is no head.
func latinHead(r []rune, fresh bool, heads latinHeads) int {
	from := 0
	for from < len(r) && (MarksHead(r[from]) || r[from] == '[' || script.IsSpace(r[from])) {
		from++
	}
	marked := from > 0
	if n := bracketEnd(r); n > 0 {
		return n
	}
	if from >= len(r) || !capital(r[from]) || !fresh {
		return 0
	}
	for i := from + 2; i+1 < len(r) && i-from < longestHead; i++ {
		next := script.SkipBlank(r, i+1)
		begins := next < len(r) && (capital(r[next]) || phrase.IsDigit(r[next]) || script.IsOpening(r[next]) || r[next] == '"')
		spaced := i+1 < next && script.IsSpace(r[i-1])
		if c := r[i]; c == '-' && r[i+1] == '-' && i+2 < len(r) {
			k := script.SkipBlank(r, i+2) // a dash as it is typed
			if k < len(r) && (capital(r[k]) || phrase.IsDigit(r[k]) || script.IsOpening(r[k])) && (marked || heads.dashed(r, i)) {
				return i + 2
			}
			return 0
		}
		switch c := r[i]; {
		case c == ',' || c == ';' || c == '!' || c == '?':
			return phrase.UnpartedHead(r, from, marked)
		case c == '—' || c == '–' || (c == '-' || c == '~') && spaced:
			if i+1 < len(r) && (r[i+1] == '—' || r[i+1] == '–') {
				continue
			}
			if begins && (r[i-1] == '.' || marked || heads.dashed(r, i)) {
				return i + 1
			}
			return 0
		case c == ':' && begins && (marked || heads.colons || capitals(r[from:i]) && several(r[from:i]) > 2):
			return i + 1
		case c == '.' && i+1 < len(r) && script.IsSpace(r[i+1]):
			if r[i-1] == '.' {
				return 0 // leaders
			}
			if dash := r[min(next, len(r)-1)]; dash == '—' || dash == '–' || dash == '-' {
				continue
			}
			if phrase.IsAbbreviated(r, i) || phrase.MayAbbreviate(r, i) && next < len(r) && phrase.IsDigit(r[next]) {
				continue
			}
			numbered := phrase.IsDigit(r[i-1]) || !slices.ContainsFunc(r[from:i], func(c rune) bool { return !Contains("IVX", c) })
			if begins && !numbered && (capitals(r[from:i]) || marked || heads.pointed && shortSentence(r[from:i])) {
				return i + 1
			}
			return 0
		}
	}
	return phrase.UnpartedHead(r, from, marked)
}

// dashed says whether what stands in r before a dash at i is a head, and no place: no dateline, or one where the text speaks
// of it in small letters, or which has two of these three: several words, the end of a sentence above, a page with such heads.
func (h latinHeads) dashed(r []rune, i int) bool {
	words := several(r[:i])
	return phrase.LatinDateline(r) == 0 || words > 0 && spoken(r, i) || words > 2 && (h.dashes || h.ended()) || words > 0 && h.dashes && h.ended()
}

// MarksHead says whether a character stands as a mark before heads of briefs.
func MarksHead(c rune) bool { return phrase.IsOrnament(c) || Contains("»›+¶►▶", c) }

// bracketEnd is where a head in brackets ends that began in the line or in the one above, and which text follows: "[Lost
// and found] A brown"; 0 for none.
func bracketEnd(r []rune) int {
	for i := 2; i+2 < len(r) && i < longestHead; i++ {
		if next := script.SkipBlank(r, i+1); r[i] == ']' {
			if next < len(r) && (capital(r[next]) || phrase.IsDigit(r[next])) {
				return i + 1
			}
			return 0
		}
		if r[i] == '[' || r[i] == '(' {
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

// spoken says whether a word before i stands in r in small letters behind it.
func spoken(r []rune, i int) bool {
	text := string(Clip(r[i:], 120))
	for _, w := range strings.Fields(strings.ToLower(string(r[:i]))) {
		if len(w) > 3 && strings.Contains(text, " "+w) {
			return true
		}
	}
	return false
}

// several is how many words a text has; 0 where something parts a place from a day in it.
func several(r []rune) (words int) {
	for i, c := range r {
		if c == ',' || c == '(' {
			return 0
		}
		if !script.IsSpace(c) && (i == 0 || script.IsSpace(r[i-1])) {
			words++
		}
	}
	return words
}

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
