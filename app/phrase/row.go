package phrase

import (
	"unicode"

	"qingyang/app/script"
)

// IsRow says whether a line looks like a row of a table or list: cells parted by spaces, no
// sentence marks.
func IsRow(r []rune) bool {
	return len(r) <= 120 && Cells(r) >= 2 && MarksIn(r, "。，；！？") == 0
}

// IsSureRow says whether a line is a row whatever stands around it: a label with a number, the columns of
// a table, cells of which all but the first are numbers.
func IsSureRow(r []rune) bool {
	if !IsRow(r) {
		return false
	}
	if HasLabel(r) && doorEnd(r) {
		return true
	}
	if EndsInNumber(r) || WideGaps(r) >= 2 && Cells(r) >= 3 {
		return true
	}
	return Cells(r) >= 3 && numbers(r) >= Cells(r)-1
}

// numbers is how many cells begin with a digit or a sign and end with a digit or a unit.
func numbers(r []rune) int {
	n := 0
	for i := range r {
		if !script.IsSpace(r[i]) && (i == 0 || script.IsSpace(r[i-1])) && (IsDigit(r[i]) || r[i] == '-' && i+1 < len(r) && IsDigit(r[i+1])) {
			k := i
			for k < len(r) && !script.IsSpace(r[k]) && !script.IsHan(r[k]) {
				k++
			}
			if k == len(r) || script.IsSpace(r[k]) {
				n++
			}
		}
	}
	return n
}

// Cells is how many pieces the spaces of a line part. The words of a foreign name in a Chinese line are
// one.
func Cells(r []rune) int {
	n := 0
	han := false
	for i := range r {
		han = han || script.IsHan(r[i])
		if !script.IsSpace(r[i]) && (i == 0 || script.IsSpace(r[i-1])) {
			n++
		}
	}
	if !han {
		return n
	}
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && (script.IsLatin(r[i-1]) || r[i-1] == '.') && script.IsLatin(r[i+1]) {
			n--
		}
	}
	return n
}

// WideGaps is how many of the gaps between cells are wider than one space.
func WideGaps(r []rune) int {
	n := 0
	for i := 1; i < len(r); i++ {
		if script.IsSpace(r[i]) && (script.IsSpace(r[i-1]) || r[i] == 0x3000 && !script.IsSpace(r[i-1])) && (i < 2 || !script.IsSpace(r[i-2])) {
			n++
		}
	}
	return n
}

// HasLabel says whether a line begins with a word of Han characters and a space: 供水抢修 0415-….
func HasLabel(r []rune) bool {
	n := script.HanRun(r, 0)
	return n >= 2 && n < len(r) && script.IsSpace(r[n])
}

// doorEnd says whether a text ends with the number of a house: …大道127号.
func doorEnd(r []rune) bool {
	n := len(r)
	return n > 2 && r[n-1] == '号' && (IsDigit(r[n-2])) && !script.HasAt(r, n-3, "第")
}

// EndsInSum says whether a line ends with a sum of money, a measure or a score: "1s. 2d.", "$4.50", "9.7 ft.", "3-1", "6
// cts". A number alone is none.
func EndsInSum(r []rune) bool {
	n := script.TrimBlank(r, 0, len(r))
	for n > 0 && r[n-1] == '.' {
		n--
	}
	unit := n
	for unit > 0 && (script.IsLatin(r[unit-1]) || contains("¢%°", r[unit-1])) {
		unit--
	}
	if unit < n && !sums.Is(r[unit:n]) {
		return false
	}
	k := unit
	if k < n {
		k = script.TrimBlank(r, 0, k)
	}
	from := k
	for from > 0 && (IsDigit(r[from-1]) || contains(".,/-–½¼¾", r[from-1])) {
		from--
	}
	if from == k || !IsDigit(r[from]) && !contains("½¼¾", r[from]) || from == 0 {
		return false
	}
	money := contains("$£€", r[from-1])
	score := script.Find(r[from:k], 0, "-") > 0 || script.Find(r[from:k], 0, "–") > 0
	return money || unit < n || score && k == n
}

// HasLeaders says whether dots stand between two parts of a row: "Onions ... Mrs. Lee", "小麦……三百斤".
// Dots that a row begins with part nothing.
func HasLeaders(r []rune) bool {
	dots, from := 0, 0
	for i, c := range r {
		if dots == 0 {
			from = i
		}
		switch {
		case c == '.' || c == '·':
			dots++
		case c == '…':
			dots += 3
		case script.IsSpace(c):
		case dots >= 3 && from > 1:
			return true
		default:
			dots = 0
		}
	}
	return false
}

// sums are the units that end a row of a list.
var sums = lex("d", "s", "ct", "cts", "c", "p", "¢", "ft", "in", "lb", "lbs", "oz", "cents", "cent", "pence", "shillings", "dollars", "pts", "points", "m", "mm", "kg", "g", "pt", "qt", "qts", "yd", "yds", "miles", "%", "°", "F", "C", "mph", "a.m", "p.m", "am", "pm")

// IsMeasured says whether a line in English is what a dish is made of: 8 oz flour, 1/2 pint milk, 2 eggs, A pinch of salt.
func IsMeasured(r []rune) bool {
	n := 0
	for n < len(r) && (IsDigit(r[n]) || contains("/½¼¾⅓", r[n])) {
		n++
	}
	i := script.SkipBlank(r, n)
	return script.HasAt(r, 0, "A pinch of ") || n > 0 && n <= 4 && i < len(r) && unicode.IsLower(r[i]) && MarksIn(r[i:], ";:?!") == 0
}
