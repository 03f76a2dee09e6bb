package proof

// Spells says whether letters spell characters of a text that stand side by side: by their syllables without
// tone, by the first letters of these, or by both mixed: "daochu", "dc" and "dchu" spell 导出. What is no
// character is passed over. Every reading of a character counts. Linear in the text for the few letters that one
// types.
func Spells(letters, text string) bool {
	letters = plainSyllable(letters)
	if letters == "" {
		return false
	}
	syllables := read().syllables
	var all [][]string
	for _, r := range text {
		if s := syllables[r]; len(s) > 0 {
			all = append(all, s)
		}
	}
	for i := range all {
		if spelt(letters, all[i:]) {
			return true
		}
	}
	return false
}

// spelt says whether letters are made of a beginning of a syllable of each character, from the first on.
func spelt(letters string, chars [][]string) bool {
	if letters == "" {
		return true
	}
	if len(chars) == 0 {
		return false
	}
	for _, s := range chars[0] {
		for n := 1; n <= min(len(s), len(letters)) && s[:n] == letters[:n]; n++ {
			if spelt(letters[n:], chars[1:]) {
				return true
			}
		}
	}
	return false
}
