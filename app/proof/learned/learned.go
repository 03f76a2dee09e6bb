// Package learned is what a house's editors taught the checks: what they corrected, each pair of before and after
// with how often it was accepted and how often rejected, and where those pairs stand in a text again.
//
// It is a list of the editors' own, apart from the lists that come with the program. Values and pure functions.
// Start reading at Pair, then New and List.Find.
package learned

import (
	"slices"

	"qingyang/app/script"
)

// Pair is that After was written where Before stood. Before has at least two characters: what a single
// character is wrong for says what stands around it.
type Pair struct {
	Before, After      string
	Accepted, Rejected int
	Off                bool   // it is kept, and looked for no more
	Own                bool   // somebody wrote it into the list, or corrected what no check had found
	Example            string // of the text that it was corrected in
}

// Refused is how often a pair is rejected until it is suggested no more.
const Refused = 3

// Holds says whether the pair is looked for: it was not switched off, nor rejected three times.
func (p Pair) Holds() bool {
	return !p.Off && p.Rejected < Refused && p.Fits()
}

// Longest is how many characters either side of a pair has at most.
const Longest = 24

// Fits says whether the pair says enough to be looked for: two characters at least, one line, and a difference.
func (p Pair) Fits() bool {
	before, after := []rune(p.Before), []rune(p.After)
	return len(before) >= 2 && len(before) <= Longest && len(after) <= Longest && p.Before != p.After &&
		!slices.ContainsFunc(before, script.IsBreak) && !slices.ContainsFunc(after, script.IsBreak)
}

// List finds pairs in texts. It is immutable; any goroutine may use one. The nil List is an empty one.
type List struct {
	by map[[2]rune][]pair // by the first two characters of before, the longest first
}

type pair struct {
	Pair
	before []rune
}

// New makes a list of the pairs that hold. Linear in them.
func New(pairs []Pair) *List {
	l := &List{map[[2]rune][]pair{}}
	for _, p := range pairs {
		if p.Holds() {
			b := []rune(p.Before)
			key := [2]rune{b[0], b[1]}
			l.by[key] = append(l.by[key], pair{p, b})
		}
	}
	for _, all := range l.by {
		slices.SortStableFunc(all, func(a, b pair) int { return len(b.before) - len(a.before) })
	}
	return l
}

// Found is where a pair stands in a text, [From, To) in runes.
type Found struct {
	From, To int
	Pair     Pair
}

// Find are the places where what was corrected before stands again, ascending, none inside another. A place
// where After stands already, of which Before is a part, is none. Linear in the text.
func (l *List) Find(text []rune) (all []Found) {
	if l == nil || len(l.by) == 0 {
		return nil
	}
	for i := 0; i+1 < len(text); i++ {
		for _, p := range l.by[[2]rune{text[i], text[i+1]}] {
			n := len(p.before)
			if i+n > len(text) || !slices.Equal(text[i:i+n], p.before) || isPart(text, i, n, []rune(p.After), p.before) {
				continue
			}
			all = append(all, Found{i, i + n, p.Pair})
			i += n - 1
			break
		}
	}
	return all
}

// isPart says whether the n characters at i are a part of after, which stands there.
func isPart(text []rune, i, n int, after, before []rune) bool {
	for k := 0; k+n <= len(after); k++ {
		if at := i - k; slices.Equal(after[k:k+n], before) && at >= 0 && at+len(after) <= len(text) && slices.Equal(text[at:at+len(after)], after) {
			return true
		}
	}
	return false
}
