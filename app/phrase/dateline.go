package phrase

import "unicode"

// LatinDateline is the end of an English dateline at the head of a paragraph, with the dash that ends it:
// "HARWICK, Jan. 1 —", "LONDON (AP) —"; 0 for none. A place in capitals, perhaps a date or an agency, then
// a dash, within 48 characters.
func LatinDateline(r []rune) int {
	caps := 0
	for i := 0; i < len(r) && i < 48; i++ {
		switch c := r[i]; {
		case c == '—' || c == '–':
			if caps >= 3 {
				return i + 1
			}
			return 0
		case unicode.IsUpper(c):
			caps++
		case c == ',' || c == '(':
			if caps < 3 {
				return 0
			}
			caps += 100 // a date or an agency may follow in small letters
		case unicode.IsLower(c) && caps < 100:
			return 0
		case c == '.' || c == ' ' || c == '\'' || c == '’' || c == '-' || c == ')' || c == '/':
		case IsDigit(c) && caps >= 100:
		case unicode.IsLetter(c):
		default:
			return 0
		}
	}
	return 0
}
