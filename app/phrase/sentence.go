package phrase

import "qingyang/app/script"

// LastSentence is where the text after the last sentence end of r begins, looking back at most 70
// runes; -1 where no sentence ends there. Closing marks behind the stop belong to the sentence.
func LastSentence(r []rune) int {
	for i := len(r) - 1; i >= 0 && i >= len(r)-70; i-- {
		switch r[i] {
		case '.', '．': // how a stop is read; within a number or a name it is none
			if i == 0 || !script.IsHan(r[i-1]) || i+1 < len(r) && (script.IsHan(r[i+1]) || script.IsLatin(r[i+1]) || IsDigit(r[i+1])) {
				continue
			}
			return i + 1
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
