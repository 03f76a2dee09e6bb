package story

import "testing"

// A word is the same wherever it stands in a text, whatever its ending.
func TestLatinPairs(t *testing.T) {
	words := func(s string) map[[2]rune]bool {
		all := map[[2]rune]bool{}
		pairs([]rune(s), func(k [2]rune) { all[k] = true })
		return all
	}
	text := words("On Monday the ferrymen of Oxwich were interviewed")
	for _, w := range []string{"Oxwich at dawn", "in Oxwich", "an interview", "Ferrymen"} {
		found := false
		for k := range words(w) {
			found = found || text[k]
		}
		if !found {
			t.Errorf("%q has no word of the text", w)
		}
	}
	if n := len(words("at an ox")); n > 0 {
		t.Errorf("%d words of two letters", n)
	}
}
