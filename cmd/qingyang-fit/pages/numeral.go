package pages

import (
	"strconv"
	"strings"
)

const digits = "〇一二三四五六七八九"

// figures writes a year as papers do in Chinese: 1958 is 一九五八.
func figures(year int) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(year) {
		b.WriteRune([]rune(digits)[c-'0'])
	}
	return b.String()
}

// inWords writes a number of 0 to 99,999,999 in Chinese: 12 is 十二, 1050 一千零五十, 25000 二万五千.
func inWords(n int) string {
	switch {
	case n < 0:
		return "负" + inWords(-n)
	case n == 0:
		return "零"
	case n >= 10000:
		s := inWords(n/10000) + "万"
		switch rest := n % 10000; {
		case rest == 0:
			return s
		case rest < 1000:
			return s + "零" + inWords(rest)
		default:
			return s + inWords(rest)
		}
	}
	s, gap := "", false
	for i, unit := range []string{"千", "百", "十", ""} {
		d := n / []int{1000, 100, 10, 1}[i] % 10
		if d == 0 {
			gap = gap || s != ""
			continue
		}
		if gap {
			s, gap = s+"零", false
		}
		if unit != "十" || d > 1 || s != "" {
			s += string([]rune(digits)[d])
		}
		s += unit
	}
	return s
}
