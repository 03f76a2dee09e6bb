package register

import (
	"cmp"
	"slices"
)

// What says what differs from a register. Libraries keep it, in what was let stand.
type What string

// What may differ.
const (
	NearName  What = "C5" // a name of a person, organisation or place that is nearly one of the register's
	OtherRole What = "C5t"
	Order     What = "C5o" // people listed out of their order
	SetPhrase What = "C4"  // a set phrase with a clause missing, changed or elsewhere
	BannedHit What = "W1"
	Cautious  What = "W2"
)

// Found is a place [From, To) of a text, in runes, that is not as the register has it.
type Found struct {
	What     What
	From, To int
	New      string // what the register has; "" where there is nothing to put there
	Entry    Entry  // of which the register says so
}

// Find are the places of a text that are not as the register has them, ascending by where they begin. Texts are
// looked at block by block. Linear in the text, and in what comes near to entries.
func (r *Register) Find(text []rune) []Found {
	if r.Len() == 0 || len(text) == 0 {
		return nil
	}
	there := r.occurrences(text)
	covered := make([]bool, len(text)) // as it stands it is right
	for _, o := range there {
		if k := r.entries[o.entry].Kind; k != Banned && k != Careful {
			for i := o.from; i < o.to; i++ {
				covered[i] = true
			}
		}
	}
	var all []Found
	all = r.words(all, there, covered)
	all = r.roles(all, text, there)
	all = r.order(all, text, there)
	all = r.nearby(all, text, covered)
	all = r.phrases(all, text, covered)
	slices.SortStableFunc(all, func(a, b Found) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To)) })
	return all
}

// words are the banned and careful words that stand there, but for those inside of what is right.
func (r *Register) words(all []Found, there []occurrence, covered []bool) []Found {
	for _, o := range there {
		e := &r.entries[o.entry]
		what := BannedHit
		switch {
		case e.Kind == Careful:
			what = Cautious
		case e.Kind != Banned:
			continue
		}
		if e.holds && !slices.Contains(covered[o.from:o.to], true) {
			all = append(all, Found{what, o.from, o.to, e.Instead, e.Entry})
		}
	}
	return all
}

// order are the people who stand in a list behind somebody whose place is behind theirs: "乙、甲" where the
// register has 甲 before 乙. Between the names of a list stand 、 and titles, no other mark.
func (r *Register) order(all []Found, text []rune, there []occurrence) []Found {
	var last *occurrence
	for i := range there {
		o := &there[i]
		e := &r.entries[o.entry]
		if e.Kind != Name || !e.holds || e.Rank == 0 {
			continue
		}
		if last != nil && o.from >= last.to && listed(text[last.to:o.from]) && r.entries[last.entry].Rank > e.Rank {
			all = append(all, Found{Order, o.from, o.to, "", e.Entry})
		}
		last = o
	}
	return all
}

// furthest is how many characters stand between two names of one list at most: a title or two.
const furthest = 24

// listed says whether what stands between two names makes them parts of one list.
func listed(between []rune) bool {
	return len(between) <= furthest && slices.Contains(between, '、') &&
		!slices.ContainsFunc(between, func(r rune) bool { return r != '、' && r != ' ' && isParting(r) })
}

// nearby are the places that differ from a name, an organisation, a place or a short phrase by one character
// that is another, missing or too many, or by two that changed places.
func (r *Register) nearby(all []Found, text []rune, covered []bool) []Found {
	seen := map[[2]int]bool{}
	for i := range text {
		for _, n := range r.lengths {
			if i+n > len(text) {
				break
			}
			for _, h := range r.halves[string(text[i:i+n])] {
				e := &r.entries[h.entry]
				from, to, ok := e.around(text, i, n, h.second)
				if !ok || slices.Contains(covered[from:to], true) || !r.doubtful(e, text, from, to) || seen[[2]int{from, to}] {
					continue
				}
				seen[[2]int{from, to}] = true
				what := NearName
				if e.Kind == Phrase {
					what = SetPhrase
				}
				all = append(all, Found{what, from, to, e.Text, e.Entry})
			}
		}
	}
	return all
}

// around is the place in a text that is nearly the entry, whose one half stands at [i, i+n).
func (e *entry) around(text []rune, i, n int, second bool) (from, to int, ok bool) {
	h := len(e.text) / 2
	if second {
		rest := reversed(e.text[:h])
		size := near(rest, reversed(text[max(0, i-h-1):i]))
		return i - size, i + n, size > 0
	}
	size := near(e.text[h:], text[i+n:min(len(text), i+n+len(e.text)-h+1)])
	return i, i + n + size, size > 0
}

func reversed(text []rune) []rune {
	back := slices.Clone(text)
	slices.Reverse(back)
	return back
}

// near is how many of the first characters of text are want but for one difference, 0 for none: another
// character, two that changed places, one that is missing or one too many. Want and its like are both not empty.
func near(want, text []rune) int {
	k := 0
	for k < len(want) && k < len(text) && want[k] == text[k] {
		k++
	}
	if k == len(want) {
		return 0 // no difference
	}
	begins := func(want []rune, at int) bool {
		return at+len(want) <= len(text) && slices.Equal(want, text[at:at+len(want)])
	}
	rest := want[k+1:]
	switch {
	case k >= len(text):
		return 0
	case begins(rest, k+1):
		return len(want)
	case k+1 < len(want) && k+1 < len(text) && want[k] == text[k+1] && want[k+1] == text[k] && begins(want[k+2:], k+2):
		return len(want)
	case begins(want[k:], k+1):
		return len(want) + 1
	case len(rest) > 0 && begins(rest, k): // at the very end a missing character is another name
		return len(want) - 1
	}
	return 0
}

// doubtful says whether a place [from, to) that is nearly an entry is to be doubted. A short name has many
// others near to it: there the character must look or sound alike, or the person's title stand beside.
func (r *Register) doubtful(e *entry, text []rune, from, to int) bool {
	there := text[from:to]
	for _, c := range there {
		if isParting(c) {
			return false
		}
	}
	n := len(e.text)
	if n >= 5 {
		return true
	}
	if e.Kind == Name && e.besideTitle(text, from, to) {
		return true
	}
	if len(there) != n {
		return n == 4
	}
	other := 0
	for k := range there {
		if there[k] != e.text[k] {
			other++
			if n == 2 && k == 0 || other == 1 && !r.alike(e.text[k], there[k]) && !swapped(e.text, there, k) {
				return false // another family name is another person
			}
		}
	}
	return n > 2 || e.Kind == Name
}

// swapped says whether the characters k and k+1 changed places.
func swapped(want, there []rune, k int) bool {
	return k+1 < len(want) && want[k] == there[k+1] && want[k+1] == there[k]
}

// besideTitle says whether one of the person's own titles stands right before or behind [from, to).
func (e *entry) besideTitle(text []rune, from, to int) bool {
	for _, t := range titlesOf(e.Title) {
		if from >= len(t) && slices.Equal(text[from-len(t):from], t) || to+len(t) <= len(text) && slices.Equal(text[to:to+len(t)], t) {
			return true
		}
	}
	return false
}
