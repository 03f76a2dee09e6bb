// Package register is what a house wants written in one way: the names of people with their titles,
// organisations, places, set phrases, words that are banned and words to be careful with, each with the days
// from and to which it holds.
//
// It finds where a text has one of them otherwise: a near-name, a title that differs, people listed out of their
// order, a clause of a set phrase that is missing or stands elsewhere. Values and pure functions; it knows
// nothing of pages, identities or disks. Start reading at Entry, then New and Register.Find.
package register

import "qingyang/app/script"

// Kind is what an entry of a register is.
type Kind uint8

// The kinds, in the order in which people list them. Libraries and CSV files name them by Kind.String.
const (
	Name         Kind = iota // of a person; Title is what they are, Rank their place in lists
	Organisation             // Instead is unused; what differs by a character or two is doubted
	Place
	Phrase  // a set phrase, in clauses parted by marks
	Banned  // a word that must not stand; Instead may say what to write
	Careful // a word to be looked at wherever it stands
	kinds
)

var kindNames = [kinds]string{"name", "organisation", "place", "phrase", "banned", "careful"}

// String is the name of the kind in libraries and files: "name", "organisation", "place", "phrase", "banned",
// "careful".
func (k Kind) String() string {
	if k < kinds {
		return kindNames[k]
	}
	return ""
}

// Kinds are all kinds, in order.
func Kinds() []Kind { return []Kind{Name, Organisation, Place, Phrase, Banned, Careful} }

// KindNamed is the kind of a name that String gives.
func KindNamed(name string) (k Kind, ok bool) {
	for k := range kinds {
		if kindNames[k] == name {
			return k, true
		}
	}
	return 0, false
}

// Entry is a line of a register.
type Entry struct {
	Kind    Kind
	Text    string // as it must stand; of a banned or careful word, the word
	Title   string // of a name: the titles, parted by '、' where there are several
	Instead string // of a banned or careful word: what to write; may be empty
	Rank    int    // of a name: its place where people are listed, from 1; 0 for none
	From    string // the first day on which it holds, "2006-01-02"; empty for always
	Until   string // the last one; empty for ever
	Note    string // for people
}

// Holds says whether the entry holds on a day, "2006-01-02"; on "", a day that nobody knows, all do.
func (e Entry) Holds(day string) bool {
	return day == "" || (e.From == "" || e.From <= day) && (e.Until == "" || day <= e.Until)
}

// entry is an entry in runes.
type entry struct {
	Entry
	text    []rune
	holds   bool
	clauses [][]rune // of a phrase with several
}

// Register is a house's register on a day, made for looking texts up in it. It is immutable; any goroutine may
// use one. The nil Register is an empty one.
type Register struct {
	entries []entry
	exact   map[[2]rune][]int    // by their first two characters (of one character: the second is 0)
	halves  map[string][]half    // of those that are doubted where a text comes near to them
	lengths []int                // of the halves, ascending
	clauses map[[2]rune][]clause // of the phrases
	alike   func(a, b rune) bool
}

// half is one of the two halves of an entry: whatever differs from the entry in one place has the other half
// as it is.
type half struct {
	entry  int
	second bool
}

// clause is the k-th clause of a phrase.
type clause struct{ entry, k int }

// New makes a register of entries for the issue of a day, "2006-01-02" or "". alike says whether two characters
// look or sound alike; nil is never. What does not hold on the day still stands for itself: a name of last year is
// no misspelling. Linear in the entries.
func New(entries []Entry, day string, alike func(a, b rune) bool) *Register {
	r := &Register{exact: map[[2]rune][]int{}, halves: map[string][]half{}, clauses: map[[2]rune][]clause{}, alike: alike}
	if alike == nil {
		r.alike = func(a, b rune) bool { return false }
	}
	lengths := map[int]bool{}
	for _, e := range entries {
		x := entry{Entry: e, text: []rune(e.Text), holds: e.Holds(day)}
		if len(x.text) == 0 || e.Kind >= kinds {
			continue
		}
		n := len(r.entries)
		if e.Kind == Phrase {
			x.clauses = clausesOf(x.text)
		}
		r.entries = append(r.entries, x)
		key := pairAt(x.text, 0)
		r.exact[key] = append(r.exact[key], n)
		if !x.holds {
			continue
		}
		for k, c := range x.clauses {
			r.clauses[pairAt(c, 0)] = append(r.clauses[pairAt(c, 0)], clause{n, k})
		}
		if x.near() {
			h := len(x.text) / 2
			for i, s := range []string{string(x.text[:h]), string(x.text[h:])} {
				r.halves[s] = append(r.halves[s], half{n, i == 1})
			}
			lengths[h], lengths[len(x.text)-h] = true, true
		}
	}
	for n := range longest {
		if lengths[n] {
			r.lengths = append(r.lengths, n)
		}
	}
	return r
}

// longest is from how many characters on a half is not looked for: nothing that long is one name.
const longest = 40

// near says whether texts that come near to the entry are doubted.
func (e *entry) near() bool {
	switch e.Kind {
	case Name, Organisation, Place:
		return len(e.text) >= 2
	case Phrase:
		return len(e.clauses) < 2 && len(e.text) >= 5
	}
	return false
}

// pairAt are the two runes at i, 0 where there are none.
func pairAt(text []rune, i int) (p [2]rune) {
	copy(p[:], text[i:min(len(text), i+2)])
	return p
}

// clausesOf are the parts of a phrase between marks and spaces.
func clausesOf(text []rune) (all [][]rune) {
	from := -1
	for i := 0; i <= len(text); i++ {
		parts := i == len(text) || isParting(text[i])
		switch {
		case !parts && from < 0:
			from = i
		case parts && from >= 0:
			all, from = append(all, text[from:i]), -1
		}
	}
	return all
}

// isParting knows what stands between the clauses of a phrase.
func isParting(r rune) bool {
	return script.IsPause(r) || script.IsStop(r) || script.IsSpace(r) || script.IsOpening(r) || script.IsClosing(r) || r == '"'
}

// Len is how many entries there are.
func (r *Register) Len() int {
	if r == nil {
		return 0
	}
	return len(r.entries)
}

// occurrence is where an entry stands word for word, [from, to).
type occurrence struct{ entry, from, to int }

// occurrences are all places where entries stand word for word, ascending by where they begin.
func (r *Register) occurrences(text []rune) (all []occurrence) {
	for i := range text {
		found := r.exact[pairAt(text, i)]
		if i+1 < len(text) {
			found = append(found[:len(found):len(found)], r.exact[[2]rune{text[i]}]...)
		}
		for _, n := range found {
			e := &r.entries[n]
			if script.HasAt(text, i, e.Text) {
				all = append(all, occurrence{n, i, i + len(e.text)})
			}
		}
	}
	return all
}

// Stands are the characters of a text that stand as a register has them, true a rune: names, organisations,
// places and set phrases, also those that do not hold on the day, but none of one
// character. Nil where there are none. Linear in the text.
func (r *Register) Stands(text []rune) (stands []bool) {
	if r == nil {
		return nil
	}
	for _, o := range r.occurrences(text) {
		if k := r.entries[o.entry].Kind; k == Banned || k == Careful || o.to == o.from+1 {
			continue
		}
		if stands == nil {
			stands = make([]bool, len(text))
		}
		for i := o.from; i < o.to; i++ {
			stands[i] = true
		}
	}
	return stands
}

// Same says whether two registers have the same entries in the same order, holding on the same day.
func (r *Register) Same(o *Register) bool {
	if r.Len() != o.Len() {
		return false
	}
	for i := range r.Len() {
		if r.entries[i].Entry != o.entries[i].Entry || r.entries[i].holds != o.entries[i].holds {
			return false
		}
	}
	return true
}
