package proof

import (
	"sync"
	"time"
	"unicode/utf8"
)

// House is what the publication of a page knows and has decided about its words. A nil House knows nothing; one
// that was given to Findings must not change any more. Checkers ask it, they do not fill it.
type House struct {
	Issue   time.Time // the day of the page's issue, UTC; zero where only the page's own date line says
	English English   // which spelling English text has
	Entries []Entry   // the registers
	Pairs   []Pair    // corrections that were learned, and the editor's own list
	Right   []string  // what stands as it is wherever it stands: words and names that were let stand

	once  sync.Once
	known *index // of all strings that are right, once asked for
}

// English is a spelling of English.
type English uint8

// The spellings.
const (
	AnyEnglish English = iota // both are right
	British
	American
)

// EntryKind is what an entry of a register is.
type EntryKind uint8

// The kinds of entries.
const (
	Person       EntryKind = iota // a name, with its title in Title
	Organisation                  // of whatever kind, by its full name
	Location                      // a place
	Phrase                        // a clause that is set to the letter
	Banned                        // a word that the house does not write; Instead says what it does
	Careful                       // a word that the house looks at twice
)

// Entry is a row of a register.
type Entry struct {
	Kind    EntryKind
	Text    string    // the name, the clause or the word
	Title   string    // of a person; "" for none
	Instead string    // what to write in place of a banned word; "" where only the editor knows
	Rank    int       // the order in which persons are listed, from 1; 0 for no order
	From    time.Time // valid in [From, To), UTC days; zero is without end
	To      time.Time
}

// ValidOn says whether an entry is valid on a day; on a day that is not known all are.
func (e Entry) ValidOn(day time.Time) bool {
	return day.IsZero() || (e.From.IsZero() || !day.Before(e.From)) && (e.To.IsZero() || day.Before(e.To))
}

// Pair is what somebody corrected, or let stand when it was suggested.
type Pair struct {
	Wrong, Right       string
	Accepted, Rejected int
	Own                bool // from the editor's own list: always suggested
}

// index finds strings in a text: by their first character.
type index struct{ byFirst map[rune][][]rune }

func (x *index) add(s string) {
	if r := []rune(s); len(r) > 0 {
		x.byFirst[r[0]] = append(x.byFirst[r[0]], r)
	}
}

// standing marks the runes of a text that are part of what stands as it is: names, organisations, places and
// clauses of the registers, and what was let stand; nil where there are none. Strings of one character say
// nothing. It is linear in the text, and in the strings that begin with one character.
func (h *House) standing(text []rune) []bool {
	if h == nil || h.known == nil {
		return nil
	}
	var in []bool
	for i, r := range text {
		for _, w := range h.known.byFirst[r] {
			if i+len(w) > len(text) || string(text[i:i+len(w)]) != string(w) {
				continue
			}
			if in == nil {
				in = make([]bool, len(text))
			}
			for k := range w {
				in[i+k] = true
			}
		}
	}
	return in
}

// ready makes the index of what is right, once; any goroutine may ask for it.
func (h *House) ready() {
	if h == nil {
		return
	}
	h.once.Do(func() {
		x := &index{map[rune][][]rune{}}
		for _, e := range h.Entries {
			if e.Kind != Banned && e.Kind != Careful && utf8.RuneCountInString(e.Text) > 1 {
				x.add(e.Text)
			}
		}
		for _, w := range h.Right {
			if utf8.RuneCountInString(w) > 1 {
				x.add(w)
			}
		}
		h.known = x
	})
}
