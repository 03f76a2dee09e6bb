package read

import (
	"strings"
	"unicode"

	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/proof/chars"
	"qingyang/app/script"
)

// What a page must show before it is said to be fit for no draft. The numbers lie beyond those of all pages with
// truth that they were counted on: of 700 such pages none has them.
const (
	turnsWindow = 10   // lines that are looked at together
	turnsFewest = 3    // words that run on in the line after the next, and none in the next
	turnsOdds   = 12   // by how much likelier the lines of a small piece go on in the line after the next, as a logarithm: 3 in 9,300 ordinary pieces come as far, and half of those by turns
	spaceRows   = 3    // rows one below the other that show one space at one place, with text to both sides
	fewPairs    = 120  // pairs of Han characters before they are judged
	wordPairs   = 0.12 // share of them that hang together in text that was read badly
	fewTokens   = 30
	enough      = 1500 // pairs and words that are looked at
	noWords     = 0.4  // share of Latin words that none can be
)

// Warnings are what the page as a whole is not fit for: lines that no program can order, letters that make no
// words. It is linear in the text.
func (r *Reading) Warnings() (all []layout.Warning) {
	if len(r.Page.Lines) == 0 {
		return nil
	}
	if r.byTurns() || r.spacedColumns() || r.twoAtOnce() {
		all = append(all, layout.Spliced)
	}
	if r.garbled() {
		all = append(all, layout.Garbled)
	}
	return all
}

// byTurns says whether the lines of two columns stand by turns: words run on in the line after the next.
func (r *Reading) byTurns() bool {
	ls := r.Page.Lines
	kind := make([]int, len(ls)) // 1: a word runs on in the next line, 2: in the one after
	runs := func(a, b *layout.Line) float64 {
		if !script.IsHan(a.Last) || !script.IsHan(b.First) {
			return 0
		}
		return lexicon.Bond(a.Last, b.First)
	}
	sum, marked := 0.0, 0
	for i := range ls {
		marked += one(ls[i].Comma || r.asker.fs[i].comma > 0)
	}
	for i := 0; i+2 < len(ls); i++ {
		next, skip := runs(&ls[i], &ls[i+1]), runs(&ls[i], &ls[i+2])
		sum += skip - next
		switch {
		case next >= 2:
			kind[i] = 1
		case skip >= 2 && next < 1:
			kind[i] = 2
		}
	}
	var n [3]int
	for i, k := range kind {
		n[k]++
		if i >= turnsWindow {
			n[kind[i-turnsWindow]]--
		}
		if n[2] >= turnsFewest && n[1] == 0 {
			return true
		}
	}
	return len(ls) < smallPiece && sum > 0 && marked > 1 && turnsLikely(ls) >= turnsOdds // verse has no marks, and words that hang together with any line
}

// turnsLikely is by how much likelier lines go on in the line after the next than in that, as a logarithm. What one place
// says is bounded.
func turnsLikely(ls []layout.Line) (odds float64) {
	const most = 4
	goes := func(a, b *layout.Line) float64 { return max(-most, min(most, chars.Joins(a.Text, b.Text))) }
	for i := 0; i+2 < len(ls); i++ {
		odds += goes(&ls[i], &ls[i+2]) - goes(&ls[i], &ls[i+1])
	}
	return odds
}

// twoAtOnce says whether two texts of Latin letters run through each other in a small piece: a sentence opens where none
// ended, and further down one goes on in small letters where one did.
func (r *Reading) twoAtOnce() bool {
	if !r.Page.Latin || len(r.Page.Lines) >= smallPiece {
		return false
	}
	var above []rune // the last word
	opened := false
	for i := range r.Page.Lines {
		l := &r.Page.Lines[i]
		if l.Gap > 0 {
			above, opened = nil, false
		}
		for w := range strings.FieldsSeq(string(l.Text)) {
			word := []rune(w)
			if n := len(above); n > 0 {
				opened = opened || unicode.IsLower(above[n-1]) && unicode.IsLower(above[0]) && phrase.OpensSentence(word)
				if opened && n > 2 && above[n-1] == '.' && unicode.IsLower(word[0]) && !phrase.MayAbbreviate(above, n-1) {
					return true
				}
			}
			above = word
		}
	}
	return false
}

// spacedColumns says whether rows of several columns are parted by one space each, at one place.
func (r *Reading) spacedColumns() bool {
	run, col, marks := 0, -1, 0
	for i := range r.Page.Lines {
		l := &r.Page.Lines[i]
		if l.Cut {
			continue
		}
		text := r.Page.Row(i)
		at, ok := columnSpace(text)
		w := 0 // the width of the left side in half em
		for _, c := range text[:at] {
			w += script.HalfEms(c)
		}
		switch {
		case !ok || l.Gap > 0 && run > 0:
			run, col, marks = 0, -1, 0
		case col >= 0 && abs(w-col) <= 2:
			run++
			marks += phrase.MarksIn(text, "，。、；")
		default:
			run, col, marks = 1, w, phrase.MarksIn(text, "，。、；")
		}
		if run >= spaceRows && marks > 1 {
			return true
		}
	}
	return false
}

// mostColumns is how many columns a row may be spliced of.
const mostColumns = 4

// columnSpace is where a line has the first of its few spaces, with text of six characters and more between them and to
// both sides; ok is false for another line.
func columnSpace(r []rune) (first int, ok bool) {
	n, from := 0, 0
	for i := 0; i <= len(r); i++ {
		if i < len(r) && (!script.IsSpace(r[i]) || i+1 < len(r) && script.IsSpace(r[i+1])) {
			continue // the last space of a gap
		}
		if i-from < 6 || n == mostColumns || from > 0 && (!script.IsHan(r[from]) || !script.IsHan(r[from-2]) && !script.IsSpace(r[from-2]) && !layout.Barred(r[from-2])) {
			return 0, false
		}
		if n++; n == 1 {
			first = i
		}
		from = i + 1
	}
	return first, n > 1 && len(r) <= 30*n
}

// garbled says whether the letters of the page make no words.
func (r *Reading) garbled() bool {
	pairs, bound, tokens, odd := 0, 0, 0, 0
	for i := range r.Page.Lines {
		if pairs+tokens > enough || !r.Page.Latin && float64(bound) > wordPairs*2*enough {
			break // nothing that is still to come would make it so
		}
		t := layout.Clip(r.Page.Lines[i].Text, 200)
		hanPairs(t, len(t), func(k Pair) {
			pairs++
			bound += one(lexicon.Bond(k[0], k[1]) >= 1)
		})
		for k := 0; k < len(t); k++ {
			from := k
			for k < len(t) && script.IsLatin(t[k]) {
				k++
			}
			if k-from > 2 {
				tokens++
				odd += one(unsayable(t[from:k]))
			}
		}
	}
	return pairs >= fewPairs && float64(bound) < wordPairs*float64(pairs) || r.Page.Latin && tokens >= fewTokens && float64(odd) > noWords*float64(tokens)
}

// unsayable says whether letters can be no word: without a vowel, or with a capital behind a small letter.
func unsayable(r []rune) bool {
	vowel, mixed, upper := false, false, 0
	for i, c := range r {
		vowel = vowel || layout.Contains("aeiouyAEIOUY", c)
		if c >= 'A' && c <= 'Z' {
			upper++
			mixed = mixed || i > 0 && r[i-1] >= 'a' && r[i-1] <= 'z'
		}
	}
	return !vowel && upper < len(r) || mixed && upper > 1
}
