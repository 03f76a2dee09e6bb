package phrase

import (
	"qingyang/app/script"
)

// Pauses is how many spaces part Han words in a line: 全力以赴 决战决胜.
func Pauses(r []rune) int {
	n := 0
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && !script.IsSpace(r[i-1]) {
			k := script.SkipBlank(r, i)
			if k < len(r) && wordy(r[i-1]) && wordy(r[k]) && (script.IsHan(r[i-1]) || script.IsHan(r[k])) {
				n++
			}
		}
	}
	return n
}

// HanPauses is how many spaces part two Han characters.
func HanPauses(r []rune) int {
	n := 0
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && script.IsHan(r[i-1]) {
			if k := script.SkipBlank(r, i); k < len(r) && script.IsHan(r[k]) {
				n++
			}
		}
	}
	return n
}

func wordy(r rune) bool {
	return script.IsHan(r) || IsDigit(r) || script.IsLatin(r) || script.IsClosing(r) || script.IsOpening(r) || r == '%' || r == '℃'
}
