package phrase

import (
	"unicode"

	"qingyang/app/script"
)

// LatinDateline is the end of an English dateline at the head of a paragraph, with the dash that ends it:
// "HARWICK, Jan. 1 —", "LONDON (AP) —"; 0 for none. A place in capitals, perhaps a date or an agency, then
// a dash, within 48 characters.
func LatinDateline(r []rune) int {
	caps, words := 0, 1
	for i := 0; i < len(r) && i < 48; i++ {
		switch c := r[i]; {
		case (c == '—' || c == '–') && words > 4 && caps < 100:
			return 0 // no place has so many words
		case c == '—' || c == '–':
			if caps >= 100 || caps >= 3 && !(words > 1 && script.TrimBlank(r, 0, i) > 0 && r[script.TrimBlank(r, 0, i)-1] == '.') {
				return i + 1 // "BOATS COUNTED. —" is a head that runs in
			}
			return 0
		case c == '-' && i > 1 && i+1 < len(r) && r[i+1] == '-' && script.IsSpace(r[i-1]) && caps >= 3 && (caps >= 100 || words <= 4 && r[i-2] != '.'):
			return i + 2 // HARWICK -- The
		case c == '-' && caps >= 100 && i+2 < len(r) && script.IsSpace(r[i-1]) && script.IsSpace(r[i+1]):
			return i + 1 // LONDON, May 4 (Press) - The
		case unicode.IsUpper(c):
			caps++
		case c == ',' || c == '(':
			if caps < 3 {
				return 0
			}
			caps += 100 // a date or an agency may follow in small letters
		case unicode.IsLower(c) && caps < 100:
			return 0
		case c == ' ' && i > 0 && unicode.IsUpper(r[min(i+1, len(r)-1)]):
			words++
		case c == '.' || c == ' ' || c == '\'' || c == '’' || c == '-' || c == ')' || c == '/':
		case IsDigit(c) && caps >= 100:
		case unicode.IsLetter(c):
		default:
			return 0
		}
	}
	return 0
}

// LatinPlace is the end of a dateline in small letters at the head of a paragraph, with the dash that ends it: "Mere
// — The", "Stratford Bridge, May 4 —"; 0 for none. One to three words with capitals, perhaps a day, then a dash
// between spaces, then a capital, or behind a day the line's end. A head may be run in so as well: where it stands must tell.
func LatinPlace(r []rune) int {
	words, begins, day := 0, true, false
	for i := 0; i < len(r) && i < 48; i++ {
		switch c := r[i]; {
		case (c == '—' || c == '–') && i > 0 && i+1 == len(r) && day:
			return len(r)
		case (c == '—' || c == '–') && i > 0:
			if i+2 >= len(r) {
				return 0
			}
			parted := r[i-1] == ' ' && r[i+1] == ' ' || day && r[i-1] == '.' // 4th May.—The
			if words > 0 && i > 2 && parted && unicode.IsUpper(r[script.SkipBlank(r[:len(r)-1], i+1)]) {
				return i + 1
			}
			return 0
		case c == ' ' || c == '-':
			begins = true
		case c == ',' && words > 0:
			day, begins = true, true
		case day && (IsDigit(c) || c == '.'):
		case day && unicode.IsLetter(c) && (IsDigit(r[i-1]) || ordinal(r, i)):
			begins = false
		case unicode.IsLetter(c):
			if begins {
				if words++; !unicode.IsUpper(c) || words > 3+count(day) {
					return 0
				}
			}
			begins = false
		default:
			return 0
		}
	}
	return 0
}

// ordinal says whether the letter of r at i is the second of 1st, 2nd, 3rd, 4th.
func ordinal(r []rune, i int) bool { return i > 1 && IsDigit(r[i-2]) && unicode.IsLower(r[i-1]) }

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
