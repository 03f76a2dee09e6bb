package read

import (
	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// What a page must show before it is said to be fit for no draft. The numbers lie beyond those of all pages with
// truth that they were counted on: of 700 such pages none has them.
const (
	turnsWindow = 10   // lines that are looked at together
	turnsFewest = 3    // words that run on in the line after the next, and none in the next
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
	if r.byTurns() || r.spacedColumns() {
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
	for i := 0; i+2 < len(ls); i++ {
		next, skip := runs(&ls[i], &ls[i+1]), runs(&ls[i], &ls[i+2])
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
	return false
}

// spacedColumns says whether rows of two columns are parted by one space each, at one place.
func (r *Reading) spacedColumns() bool {
	run, col, marks := 0, -1, 0
	for i := range r.Page.Lines {
		l := &r.Page.Lines[i]
		at, ok := onlySpace(l.Text)
		w := 0 // the width of the left side in half em
		for _, c := range l.Text[:at] {
			w += script.HalfEms(c)
		}
		switch {
		case !ok || l.Gap > 0 && run > 0:
			run, col, marks = 0, -1, 0
		case col >= 0 && abs(w-col) <= 2:
			run++
			marks += layout.MarksIn(l.Text, "，。、；")
		default:
			run, col, marks = 1, w, layout.MarksIn(l.Text, "，。、；")
		}
		if run >= spaceRows && marks > 1 {
			return true
		}
	}
	return false
}

// onlySpace is where a line has its only space, with text of six characters and more to both sides; ok is
// false for another line.
func onlySpace(r []rune) (at int, ok bool) {
	n := 0
	for i, c := range r {
		if script.IsSpace(c) {
			at = i
			n++
		}
	}
	if n != 1 || at < 6 || len(r)-at < 7 || len(r) > 60 {
		return 0, false
	}
	return at, script.IsHan(r[at+1]) && (script.IsHan(r[at-1]) || layout.Barred(r[at-1]))
}

// garbled says whether the letters of the page make no words.
func (r *Reading) garbled() bool {
	pairs, bound, tokens, odd := 0, 0, 0, 0
	for i := range r.Page.Lines {
		if pairs+tokens > enough {
			break
		}
		t := layout.Clip(r.Page.Lines[i].Text, 200)
		hanPairs(t, len(t), func(k pair) {
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
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y':
			vowel = true
		}
		if c >= 'A' && c <= 'Z' {
			upper++
			mixed = mixed || i > 0 && r[i-1] >= 'a' && r[i-1] <= 'z'
		}
	}
	return !vowel && upper < len(r) || mixed && upper > 1
}
