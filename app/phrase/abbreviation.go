package phrase

import "qingyang/app/script"

// IsAbbreviated says whether the point that stands in r at i ends an abbreviation behind which no sentence
// of English ends: "Mr.", "Hon.", "St.", "No." before a number, "Jan." before a day, an initial.
//
// Abbreviations that end sentences as well as they stand in them ("a.m.", "Co.", "U.S.") are such only
// where a small letter or a mark follows. Where r ends behind the point, the word alone decides.
func IsAbbreviated(r []rune, i int) bool {
	word, next, ok := pointed(r, i)
	switch {
	case !ok:
		return false
	case len(word) == 1:
		return isInitial(r, i-1, next)
	case titlesBefore.Is(word):
		return true
	case beforeNumber.Is(word):
		return next == 0 || script.IsDigit(next) || next == '#'
	case mayEnd(word):
		return next >= 'a' && next <= 'z' || contains(",;:", next)
	}
	return false
}

// MayAbbreviate says whether the point that stands in r at i may be one of an abbreviation, whether or not a
// sentence ends there.
func MayAbbreviate(r []rune, i int) bool {
	word, _, ok := pointed(r, i)
	return ok && (len(word) == 1 || titlesBefore.Is(word) || beforeNumber.Is(word) || mayEnd(word))
}

// EndsBefore says whether a line ends with an abbreviation that a name follows, "Mr. and Mrs.", with an article or the
// like, or with an abbreviation that a number follows, "lamp No.", where next, the first character below it, is a digit.
func EndsBefore(r []rune, next rune) bool {
	last := LastWord(r)
	if at := len(r) - len(last); at > 0 && script.IsSpace(r[at-1]) && leading.Is(last) {
		return true
	}
	word, _, ok := pointed(r, len(r)-1)
	return ok && (titlesBefore.Is(word) || script.IsDigit(next) && beforeNumber.Is(word))
}

// mayEnd says whether a word with its point stands in sentences and ends them: Co., p.m.
func mayEnd(word []rune) bool { return beforeSmall.Is(word) || script.Find(word, 0, ".") >= 0 }

// pointed is the word that the point at i ends, and the first character of what follows, 0 for the end of the
// text.
func pointed(r []rune, i int) (word []rune, next rune, ok bool) {
	if i < 1 || i >= len(r) || r[i] != '.' {
		return nil, 0, false
	}
	from := i
	for from > 0 && (script.IsLatin(r[from-1]) || r[from-1] == '.' && from > 1 && script.IsLatin(r[from-2])) && i-from < 10 {
		from--
	}
	if from == i || from > 0 && (script.IsLatin(r[from-1]) || script.IsDigit(r[from-1]) || r[from-1] == '\'' || r[from-1] == '’') {
		return nil, 0, false
	}
	if k := script.SkipBlank(r, i+1); k < len(r) {
		next = r[k]
	}
	return r[from:i], next, true
}

// isInitial says whether a capital alone at i stands for a name: before another capital or small letter
// (J. Poe, J. de Roe), or at a line's end behind a capitalised word. "vitamin C. The" is none, nor "I.".
func isInitial(r []rune, i int, next rune) bool {
	if r[i] < 'A' || r[i] > 'Z' || r[i] == 'I' && i > 0 && next != '.' && !capitalBefore(r, i) {
		return false
	}
	if next == 0 || next >= 'a' && next <= 'z' {
		return true
	}
	return next >= 'A' && next <= 'Z' && (i == 0 || capitalBefore(r, i))
}

// capitalBefore says whether the word before i begins with a capital, another initial or a title among
// them, or none stands there.
func capitalBefore(r []rune, i int) bool {
	k := i
	for k > 0 && script.IsSpace(r[k-1]) {
		k--
	}
	if k == 0 || k == i && r[k-1] != '.' {
		return true
	}
	for k > 0 && !script.IsSpace(r[k-1]) {
		k--
	}
	for k < i && contains("(\"“‘'", r[k]) {
		k++
	}
	return r[k] >= 'A' && r[k] <= 'Z'
}

var (
	// leading are words behind which more of the sentence stands: of English, German and French, but for those that are
	// something else in another one of these.
	leading = lex("the", "The", "THE", "an", "a", "its", "their", "und", "der", "dem", "des", "eine", "einer", "eines", "einem", "einen", "im", "zur", "zum", "vom", "et", "le", "les", "du", "aux")
	// titlesBefore stand before a name.
	titlesBefore = lex("Mr", "Mrs", "Ms", "Messrs", "Mme", "Mlle", "Dr", "Hon", "Rev", "Revd", "St", "Ste", "Prof", "Gen", "Col", "Capt", "Lt", "Lieut", "Maj", "Sgt", "Sergt", "Cpl", "Pte", "Adm", "Cmdr", "Gov", "Sen", "Rep", "Supt", "Insp", "Fr", "Bro", "Esq", "Mt", "Ft",
		"Se", "Ew", "Hr", "Hrn", "Frl", "Frhr", "Königl", "Kgl", "Kaiserl", "Abg", "Reg", "pr", "sog", "MM",
		"MR", "MRS", "DR", "HON", "REV", "ST", "CAPT", "COL", "GEN")
	// beforeNumber stand before a number.
	beforeNumber = lex("No", "Nos", "Nr", "no", "nos", "Vol", "vol", "Vols", "Art", "Sec", "Ch", "Fig", "fig", "p", "pp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "NO", "JAN", "FEB", "MAR", "APR", "AUG", "SEPT", "OCT", "NOV", "DEC")
	// beforeSmall may end a sentence too.
	beforeSmall = lex("etc", "Co", "Ltd", "Inc", "Bros", "Corp", "Jr", "Sr", "vs", "viz", "approx", "dept", "Dept", "Ave", "Rd", "Sq", "hr", "hrs", "min", "oz", "lb", "lbs", "ft", "cwt", "inst", "ult", "prox")
)
