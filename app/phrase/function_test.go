package phrase

import "testing"

// What is a word of sentence grammar, in any case; the words that a text begins and ends with.
func TestFunctionWord(t *testing.T) {
	for text, want := range map[string]int{"of": BindingWord, "WITH": BindingWord, "The": OpeningWord, "a": OpeningWord, "I": OpeningWord, "ferry": OtherWord, "": OtherWord, "because": BindingWord, "becauses": OtherWord, "für": OtherWord} {
		if got := FunctionWord([]rune(text)); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string][2]string{"Ferry to the": {"Ferry", "the"}, "in 1999.": {"in", ""}, "7 boats": {"", "boats"}, "渡口 of": {"", "of"}, "": {}, "quay": {"quay", "quay"}} {
		r := []rune(text)
		if got := [2]string{string(FirstWord(r)), string(LastWord(r))}; got != want {
			t.Errorf("%q begins and ends with %q, want %q", text, got, want)
		}
	}
}
