package phrase

import (
	"unicode"

	"qingyang/app/script"
)

// UnpartedHead is the end of a head in r from on that nothing parts from the text but its letters: in capitals, the text is not
// ("TIDE WORK The road"); behind a mark, a sentence begins in the line, as its first words show ("■ Tide work The road",
// "■ Fair fares Tickets are"). 0 for none.
func UnpartedHead(r []rune, from int, marked bool) int {
	type word struct{ from, to int }
	var ws []word
	for i := script.SkipBlank(r, from); i < len(r) && i-from < 70 && len(ws) < 14; {
		to := i
		for to < len(r) && !script.IsSpace(r[to]) {
			to++
		}
		ws = append(ws, word{i, to})
		if contains(".,;:!?", r[to-1]) {
			break
		}
		i = script.SkipBlank(r, to)
	}
	upper := 0
	for upper < len(ws) && (allCapitals(r[ws[upper].from:ws[upper].to]) && ws[upper].to > ws[upper].from+1 || upper > 0 && contains("&0123456789", r[ws[upper].from])) {
		upper++
	}
	if upper >= 2 && upper < len(ws) && (upper+1 == len(ws) || unicode.IsLower(r[ws[upper+1].from])) || marked && upper >= 2 && upper < len(ws) {
		if w := ws[upper]; unicode.IsUpper(r[w.from]) && (w.to == w.from+1 || unicode.IsLower(r[w.from+1])) && w.from-from <= longestUnparted {
			return script.TrimBlank(r, from, w.from)
		}
	}
	if !marked || upper > 0 {
		return 0
	}
	for k := 1; k < len(ws) && ws[k].from-from <= longestUnparted; k++ {
		w := r[ws[k].from:ws[k].to]
		if !unicode.IsUpper(w[0]) {
			continue
		}
		run := k
		for run+1 < len(ws) && unicode.IsUpper(r[ws[run+1].from]) && !sentenceOpeners.Is(r[ws[run+1].from:ws[run+1].to]) {
			run++
		}
		next := run + 1
		switch {
		case next == len(ws):
			return 0
		case sentenceOpeners.Is(w) && unicode.IsLower(r[ws[k+1].from]):
			return script.TrimBlank(r, from, ws[k].from)
		case auxiliaries.Is(r[ws[next].from:ws[next].to]) || joins.Is(r[ws[next].from:ws[next].to]):
			if small := r[ws[k-1].from:ws[k-1].to]; k > 1 && run > k && prepositions.Is(small) {
				k = run // Work on Elm Street Crews will
			}
			return script.TrimBlank(r, from, ws[k].from)
		}
		k = run
	}
	return 0
}

// longestUnparted is how many characters such a head has at most.
const longestUnparted = 34

// allCapitals says whether a word has capitals and marks of words only, no fewer than two.
func allCapitals(w []rune) bool {
	n := 0
	for _, c := range w {
		if unicode.IsUpper(c) {
			n++
		} else if !contains("'’-&.", c) {
			return false
		}
	}
	return n > 1
}

// OpensSentence says whether a word with a capital seldom stands but at the head of a sentence: The, Two.
func OpensSentence(w []rune) bool { return sentenceOpeners.Is(w) }

var (
	sentenceOpeners = lex("The", "A", "An", "In", "On", "At", "It", "This", "These", "There", "All", "For", "If", "No", "Its", "Their", "Two", "Three", "His", "Her", "Some", "Any", "Anyone", "Those", "We", "You", "Your", "They", "After", "Because", "From", "As")
	auxiliaries     = lex("is", "are", "was", "were", "will", "has", "have", "had", "can", "may", "must", "would", "should", "could", "do", "did")
	joins           = lex("and", "who", "from")
	prepositions    = lex("on", "in", "at", "of", "for", "to", "the", "a", "by", "with", "near", "from")
)
