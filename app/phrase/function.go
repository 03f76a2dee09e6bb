package phrase

import "qingyang/app/script"

// What an English word does in a sentence, as far as closed lists say.
const (
	OtherWord   = iota
	BindingWord // wants more behind it: a preposition, a conjunction, an auxiliary verb
	OpeningWord // so does an article, a pronoun or a possessive, but it begins sentences, too
)

// longFunction is how many letters such a word has at most.
const longFunction = 7

var functionWords = func() map[string]int {
	all := map[string]int{}
	for _, w := range []string{"of", "to", "in", "for", "and", "with", "by", "at", "from", "on", "or", "as", "but", "into", "over", "after", "before", "under",
		"between", "against", "about", "than", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "must",
		"nor", "until", "upon", "near", "through", "while", "that", "who", "which", "whose", "because"} {
		all[w] = BindingWord
	}
	for _, w := range []string{"the", "a", "an", "his", "her", "its", "their", "our", "your", "my", "this", "these", "he", "she", "it", "they", "we", "i", "no"} {
		all[w] = OpeningWord
	}
	return all
}()

// FunctionWord says what a word of Latin letters does, in whatever case it stands. It allocates nothing.
func FunctionWord(word []rune) int {
	if len(word) == 0 || len(word) > longFunction {
		return OtherWord
	}
	var low [longFunction]byte
	for k, c := range word {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c < 'a' || c > 'z' {
			return OtherWord
		}
		low[k] = byte(c)
	}
	return functionWords[string(low[:len(word)])]
}

// LastWord is the letters that a text ends with; none where it ends otherwise.
func LastWord(r []rune) []rune {
	k := len(r)
	for k > 0 && script.IsLatin(r[k-1]) {
		k--
	}
	return r[k:]
}

// FirstWord is the letters that a text begins with; none where it begins otherwise.
func FirstWord(r []rune) []rune {
	k := 0
	for k < len(r) && script.IsLatin(r[k]) {
		k++
	}
	return r[:k]
}
