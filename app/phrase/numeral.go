package phrase

import "qingyang/app/script"

// HanDigit is the value of a Han numeral below ten, 〇 and 零 for 0, 两 for 2, and -1 for another
// character. The radicals that extraction leaves in the place of 一, 二 and 八 count.
func HanDigit(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '一', '⼀':
		return 1
	case '二', '两', '⼆':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八', '⼋':
		return 8
	case '九':
		return 9
	}
	return -1
}

// IsHanNumeral says whether r stands in numbers written in Han: the digits, and 十 百 千 万 亿.
func IsHanNumeral(r rune) bool { return HanDigit(r) >= 0 || hanUnit(r) > 0 }

// NumbersPoem says whether a line is the number of one of several poems and nothing else: 其二, 二, （三）.
func NumbersPoem(r []rune) bool {
	i, end := 0, len(r)
	if end > 2 && isOpenBracket(r[0]) && isCloseBracket(r[end-1]) {
		i, end = 1, end-1
	}
	if i < end && contains("其第", r[i]) {
		i++
	}
	_, k := HanNumber(r[:end], i)
	return k > i && k < i+4 && (k == end || k+1 == end && contains("首章", r[k]))
}

// hanUnit is the value of 十 百 千 万 亿, 0 for another character.
func hanUnit(r rune) int {
	switch r {
	case '十', '⼗', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万':
		return 1e4
	case '亿':
		return 1e8
	}
	return 0
}

// Digit is the value of a digit 0–9, half-width or full-width, and -1 for another character.
func Digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case script.IsWideDigit(r):
		return int(r - '０')
	}
	return -1
}

// IsDigit says whether r is a digit 0–9, half-width or full-width.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// Number reads the digits that stand in r from i on, half-width or full-width, at most nine. end is
// behind them, i where there is none.
func Number(r []rune, i int) (value, end int) {
	for end = i; end < len(r) && end < i+9; end++ {
		d := Digit(r[end])
		if d < 0 {
			break
		}
		value = value*10 + d
	}
	return value, end
}

// HanNumber reads the number in Han that stands in r from i on: with units (三十二, 一百零五, 廿三, 三亿五千万)
// or digit by digit (二〇二六). ○ between such digits is read as 〇. end is behind it, i where there is none.
// Numbers of 10¹² and more, and of more than nine digits side by side, are none.
func HanNumber(r []rune, i int) (value, end int) {
	if n := hanDigits(r, i); n > 1 {
		if n > 9 || i+n < len(r) && hanUnit(r[i+n]) > 0 && hanUnit(r[i+n]) < 1e4 {
			return 0, i
		}
		for _, c := range r[i : i+n] {
			value = value*10 + max(0, HanDigit(c))
		}
		return value, i + n
	}
	total, section, digit := 0, 0, -1
	small, big := 10_000, 1_000_000_000 // the next unit must be less
	for end = i; end < len(r); end++ {
		c := r[end]
		if d := HanDigit(c); d >= 0 {
			if digit > 0 {
				break // 三十二一: two numbers
			}
			digit = d
			continue
		}
		if tens := scores(c); tens > 0 && section == 0 && digit < 0 {
			section, small = tens, 10
			continue
		}
		u := hanUnit(c)
		if u == 0 {
			break
		}
		if u < 1e4 {
			if u >= small || digit <= 0 && (u > 10 || digit < 0 && section%100 > 0) {
				break
			}
			section, small, digit = section+max(1, digit)*u, u, -1
			continue
		}
		if u >= big || section+max(0, digit) == 0 {
			break
		}
		total += (section + max(0, digit)) * u
		section, digit, small, big = 0, -1, 10_000, u
	}
	if total+section+max(0, digit) >= 1e12 {
		return 0, i
	}
	return total + section + max(0, digit), end
}

// hanDigits is how many Han digits stand side by side in r from i on, ○ between two of them among them.
func hanDigits(r []rune, i int) int {
	n := 0
	for i+n < len(r) {
		c := r[i+n]
		if HanDigit(c) < 0 && !(n > 0 && (c == '○' || c == '◯') && i+n+1 < len(r) && (HanDigit(r[i+n+1]) >= 0 || r[i+n+1] == c)) {
			break
		}
		n++
	}
	for n > 0 && HanDigit(r[i+n-1]) < 0 {
		n-- // ○ at the end
	}
	return n
}

// scores are 廿 for 20 and 卅 for 30, 0 for another character.
func scores(r rune) int {
	switch r {
	case '廿':
		return 20
	case '卅':
		return 30
	}
	return 0
}

// Enclosed is the value of a number that is one character with its own frame or stop (① ⑿ ⒊ ㈣ ❺ Ⅵ),
// 0 for another character.
func Enclosed(r rune) int {
	for _, row := range enclosed {
		if r >= row.first && r < row.first+rune(row.n) {
			return row.value + int(r-row.first)
		}
	}
	return 0
}

// enclosed are rows of such characters (Unicode: Enclosed Alphanumerics, Dingbats, Number Forms,
// Enclosed CJK Letters and Months).
var enclosed = [...]struct {
	first    rune
	n, value int
}{
	{'①', 20, 1}, {'⑴', 20, 1}, {'⒈', 20, 1}, {'⓫', 10, 11}, {'⓵', 10, 1},
	{'Ⅰ', 12, 1}, {'ⅰ', 12, 1}, {'❶', 10, 1}, {'➀', 10, 1}, {'➊', 10, 1},
	{'㈠', 10, 1}, {'㉑', 15, 21}, {'㊀', 10, 1}, {'㊱', 15, 36},
}

// Numeral reads the number that stands in r from i on, in digits, in Han, or in one enclosed character.
// end is behind it, i where there is none.
func Numeral(r []rune, i int) (value, end int) {
	if i < 0 || i >= len(r) {
		return 0, i
	}
	if v, end := Number(r, i); end > i {
		return v, end
	}
	if v := Enclosed(r[i]); v > 0 {
		return v, i + 1
	}
	return HanNumber(r, i)
}
