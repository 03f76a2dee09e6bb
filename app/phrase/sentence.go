package phrase

import "qingyang/app/script"

// LastSentence is where the text after the last sentence end of r begins, looking back at most 70
// runes; -1 where no sentence ends there. Closing marks behind the stop belong to the sentence.
func LastSentence(r []rune) int {
	for i := len(r) - 1; i >= 0 && i >= len(r)-70; i-- {
		switch r[i] {
		case '。', '！', '？', '…', '!', '?':
			i++
			for i < len(r) && (script.IsClosing(r[i]) || r[i] == '"') {
				i++
			}
			return i
		}
	}
	return -1
}
