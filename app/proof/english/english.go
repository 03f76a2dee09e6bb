// Package english finds words of English text that recognition or typing spoilt: rn read as m, l as 1, a word
// set twice.
//
// It knows text and a list of words, American and British spellings alike (SCOWL, which NOTICE names). Names are
// left alone: only words in small letters are looked at, and of these only what stands once on a page. Start
// reading at Find; Known serves the hyphens of cleaning.
package english

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"strings"
	"sync"
)

//go:embed words.txt.gz
var packed []byte

// words are read when somebody first asks: 75,000 of them, in about ten milliseconds.
var words = sync.OnceValue(func() map[string]bool {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // the program was built with damaged data; a test reads them
	}
	b, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	all := make(map[string]bool, bytes.Count(b, []byte{'\n'}))
	for w := range strings.FieldsSeq(string(b)) {
		all[w] = true
	}
	return all
})

// Known says whether a word in small letters is in the list: British or American spelling, any of its forms, no name and
// no compound with a hyphen. The first call reads the list.
func Known(word string) bool { return words()[word] }

// Finding is a word of a text that is none, or stands twice.
type Finding struct {
	Block    int      // which text
	From, To int      // in runes of it, half-open
	Right    []string // what may be meant: one to three
	Rule     string   // E5 for a word that recognition spoilt, C7 for one set twice
}

// Find looks at the English texts of one page. A spelling that stands twice on the page is a name or a term, and
// right. Linear in the text.
func Find(texts [][]rune) []Finding {
	seen := map[string]int{}
	var all []Finding
	for _, text := range texts {
		if isEnglish(text) {
			eachWord(text, func(from, to int) { seen[string(text[from:to])]++ })
		}
	}
	for n, text := range texts {
		if !isEnglish(text) {
			continue
		}
		last, end := "", 0
		eachWord(text, func(from, to int) {
			w := string(text[from:to])
			if w == last && to-from > 1 && string(text[end:from]) == " " && !twice[w] {
				all = append(all, Finding{n, end, to, []string{""}, "C7"})
			}
			last, end = w, to
			if seen[w] > 1 {
				return
			}
			if right := meant(w); len(right) > 0 {
				all = append(all, Finding{n, from, to, right, "E5"})
			}
		})
	}
	return all
}

// twice are words that English has side by side.
var twice = map[string]bool{"had": true, "that": true, "very": true, "no": true, "ha": true, "far": true, "so": true, "now": true, "there": true, "long": true, "many": true, "more": true, "bye": true, "hear": true}

// isEnglish says whether a text is in Latin letters for the most part: a few Chinese names make no Chinese text.
func isEnglish(text []rune) bool {
	letters, others := 0, 0
	for _, r := range text {
		switch {
		case isLetter(r):
			letters++
		case r >= 0x2E80:
			others++
		}
	}
	return letters > 20 && letters > 8*others
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isWord(r rune) bool { return isLetter(r) || r >= '0' && r <= '9' }

// eachWord calls yield with every run of letters and digits that stands between spaces and marks; not with
// parts of addresses, of compounds with a hyphen, and of words with an apostrophe.
func eachWord(text []rune, yield func(from, to int)) {
	at := func(i int) rune {
		if i < 0 || i >= len(text) {
			return ' '
		}
		return text[i]
	}
	for i := 0; i < len(text); i++ {
		if !isWord(text[i]) {
			continue
		}
		from := i
		for i < len(text) && isWord(text[i]) {
			i++
		}
		before, after := at(from-1), at(i)
		if strings.ContainsRune("-’'/@_&#$£%\u00AD‑–", before) || strings.ContainsRune("-’'/@_&\u00AD‑–", after) || before > 0x7F && before < 0x250 || after > 0x7F && after < 0x250 {
			continue // é and the like are letters of a word that is not in the list
		}
		if (after == '.' || after == ':') && isWord(at(i+1)) || before == '.' && isWord(at(from-2)) {
			continue
		}
		yield(from, i)
	}
}

// confusions are what recognition takes for each other (E5).
var confusions = []struct{ read, printed string }{
	{"rn", "m"}, {"m", "rn"}, {"cl", "d"}, {"d", "cl"}, {"vv", "w"}, {"w", "vv"}, {"li", "h"}, {"h", "li"}, {"ri", "n"}, {"n", "ri"},
	{"nn", "m"}, {"in", "m"}, {"m", "in"}, {"ni", "m"}, {"m", "nn"}, {"c", "e"}, {"e", "c"}, {"b", "h"}, {"h", "b"}, {"i", "l"}, {"l", "i"}, {"t", "f"}, {"f", "t"},
	{"1", "l"}, {"1", "i"}, {"0", "o"}, {"5", "s"}, {"I", "l"}, {"|", "l"}, {"ii", "u"}, {"u", "ii"}, {"tlie", "the"}, {"o", "e"}, {"e", "o"}, {"a", "u"}, {"u", "n"}, {"n", "u"},
}

// meant are the words that recognition may have made w of: none for a word, a name, an abbreviation, and where
// more than three come into question.
func meant(w string) (all []string) {
	if len(w) < 4 || isKnown(w) {
		return nil
	}
	letters := 0
	for i, r := range w {
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case r == 'I' && i > 0, r == '1', r == '0', r == '5':
		default:
			return nil // a name, a code
		}
	}
	if letters < 3 || letters < len(w)-1 || letters == len(w) && len(w) < 5 {
		return nil
	}
	for _, c := range confusions {
		for i := 0; i+len(c.read) <= len(w); i++ {
			if w[i:i+len(c.read)] != c.read {
				continue
			}
			if right := w[:i] + c.printed + w[i+len(c.read):]; words()[right] && !slices.Contains(all, right) {
				all = append(all, right)
			}
		}
	}
	if len(all) > 3 || letters == len(w) && len(all) > 1 {
		return nil
	}
	return all
}

// isKnown says whether w is a word, a form of one that lists leave out, or made of two.
func isKnown(w string) bool {
	known := words()
	if known[w] || known[strings.ToUpper(w[:1])+w[1:]] {
		return true
	}
	for _, p := range []string{"un", "re", "non", "over", "under", "out", "co", "pre", "post", "sub", "super", "inter", "anti", "semi", "micro", "mid", "multi", "self", "up", "down", "fore", "mis", "dis"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) > 2 && known[rest] {
			return true
		}
	}
	for _, s := range []string{"s", "es", "ed", "d", "ing", "ly", "er", "ers", "r", "rs", "ness", "less", "like", "able", "ful", "ish", "y", "ist", "ists", "ism", "ward", "wards", "wise", "man", "men", "ship", "hood"} {
		rest, ok := strings.CutSuffix(w, s)
		if ok && len(rest) > 2 && (known[rest] || known[rest+"e"] || rest[len(rest)-1] == rest[len(rest)-2] && known[rest[:len(rest)-1]]) {
			return true
		}
	}
	for i := 3; i+3 <= len(w); i++ {
		if known[w[:i]] && known[w[i:]] {
			return true
		}
	}
	return false
}
