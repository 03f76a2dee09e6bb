package phrase

import "qingyang/app/script"

// Date is a day as a text names it. What it does not say is 0: the year, or the day of a month alone.
type Date struct {
	Span
	Year, Month, Day int
}

// IsDay says whether the date names a day that the calendar has (Gregorian; of a month without its
// year February has 29).
func (d Date) IsDay() bool {
	if d.Month < 1 || d.Month > 12 || d.Day < 1 {
		return false
	}
	return d.Day <= DaysIn(d.Year, d.Month)
}

// Weekday is the day of the week of a day with its year, 0 for Sunday (Gregorian, by Sakamoto's method).
func (d Date) Weekday() int {
	offset := [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	y := d.Year
	if d.Month < 3 {
		y--
	}
	return (y + y/4 - y/100 + y/400 + offset[d.Month-1] + d.Day) % 7
}

// DaysIn is how many days a month from 1 to 12 has; February 29 where the year is 0.
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// DateAt reads the date that stands in r at i: "2026年3月4日", "3月4日", "二〇二六年三月四日", "2026-03-04",
// "2026.3.4". Spaces and full-width digits are forgiven; the numbers are as they stand, so that a 13th
// month is read too. A year alone and a month alone are none.
func DateAt(r []rune, i int) (d Date, ok bool) {
	d.From = i
	v, end := Numeral(r, i)
	if end == i || end-i > 4 || i > 0 && IsDigit(r[i-1]) && IsDigit(r[i]) {
		return d, false
	}
	mark := script.SkipBlank(r, end)
	if mark >= len(r) {
		return d, false
	}
	switch c := r[mark]; {
	case c == '年':
		if end-i != 4 && !(end-i == 2 && IsDigit(r[i])) {
			return d, false
		}
		d.Year = v
		i = script.SkipBlank(r, mark+1)
		if v, end = Numeral(r, i); end == i {
			return d, false
		}
		mark = script.SkipBlank(r, end)
	case contains("-－./", c) && end-i == 4 && IsDigit(r[i]):
		return numericDate(r, d, v, mark)
	}
	if mark >= len(r) || r[mark] != '月' {
		return d, false
	}
	d.Month = v
	i = script.SkipBlank(r, mark+1)
	if v, end = Numeral(r, i); end == i {
		return d, false
	}
	if mark = script.SkipBlank(r, end); mark >= len(r) || r[mark] != '日' && r[mark] != '号' {
		return d, false
	}
	d.Day, d.To = v, mark+1
	return d, true
}

// numericDate goes on with a year whose mark stands at i: 2026-03-04. Both marks are the same.
func numericDate(r []rune, d Date, year, i int) (Date, bool) {
	month, end := Number(r, i+1)
	if end == i+1 || end > i+3 || end >= len(r) || r[end] != r[i] {
		return d, false
	}
	day, to := Number(r, end+1)
	if to == end+1 || to > end+3 || year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31 {
		return d, false
	}
	d.Year, d.Month, d.Day, d.To = year, month, day, to
	return d, true
}

// IsLunar says whether the date that stands in r at i is one of the Chinese calendar: 农历三月三日.
func IsLunar(r []rune, i int) bool {
	for k := max(0, i-6); k <= i-2; k++ {
		if lunar.At(r, k) > 0 {
			return true
		}
	}
	return false
}

var lunar = lex("农历", "阴历", "旧历", "夏历")

// DateIn finds the first date in r at or after from. At most linear in r times the few runes of a date.
func DateIn(r []rune, from int) (Date, bool) {
	for i := max(0, from); i+3 < len(r); i++ {
		if !IsDigit(r[i]) && !IsHanNumeral(r[i]) || i > 0 && (IsDigit(r[i-1]) || IsHanNumeral(r[i-1])) {
			continue
		}
		if d, ok := DateAt(r, i); ok {
			return d, true
		}
	}
	return Date{}, false
}

// WeekdayAt reads the day of the week that stands in r at i: 星期五, 周五, 礼拜五. day is 0 for Sunday, as
// in package time; n is its length in runes, 0 for none.
func WeekdayAt(r []rune, i int) (day, n int) {
	switch {
	case script.HasAt(r, i, "星期"), script.HasAt(r, i, "礼拜"):
		n = 2
	case script.HasAt(r, i, "周"):
		n = 1
	default:
		return 0, 0
	}
	if i+n >= len(r) {
		return 0, 0
	}
	switch c := r[i+n]; c {
	case '日', '天':
		if n == 1 && c == '天' {
			return 0, 0
		}
		return 0, n + 1
	default:
		if d := HanDigit(c); d >= 1 && d <= 6 && c != '两' {
			return d, n + 1
		}
	}
	return 0, 0
}

// Dated says whether a text without spaces holds a whole date, year, month and day, of which recognition
// may have spoilt digits: "2024年l1月7日".
func Dated(t []rune) bool {
	for i := 0; i+8 < len(t); i++ {
		if !IsDigit(t[i]) && t[i] != '二' || i > 0 && IsDigit(t[i-1]) {
			continue
		}
		y := i
		for y < len(t) && (IsDigit(t[y]) || HanDigit(t[y]) >= 0 && t[y] != '两' || t[y] == '○') {
			y++
		}
		if y-i == 4 && y < len(t) && t[y] == '年' && script.Find(t[:min(len(t), y+5)], y, "月") > 0 && script.Find(t[:min(len(t), y+9)], y, "日") > 0 {
			return true
		}
	}
	return false
}

// IsWholeDate says whether a text without spaces is a whole date and nothing else: 2024年11月7日.
func IsWholeDate(t []rune) bool {
	return len(t) >= 8 && len(t) <= 11 && t[len(t)-1] == '日' && Dated(t)
}

var lunarHeads = lex("农历", "夏历", "阴历", "旧历", "岁次")

// IsLunarDate says whether a text without spaces is a date of the lunar calendar, perhaps with the day of the week or
// how far the season is, and nothing else: 农历戊申年八月初九, 农历戊申年八月初九星期三, 农历丁未年十月初一立冬后三日.
func IsLunarDate(t []rune) bool {
	if len(t) < 5 || len(t) > 24 || lunarHeads.At(t, 0) == 0 {
		return false
	}
	m := script.Find(t[:min(len(t), 12)], 2, "月")
	if m <= 0 || m == len(t)-1 {
		return false
	}
	k := m + 1
	for k < len(t) && (HanDigit(t[k]) >= 0 || contains("初十廿卅日", t[k])) {
		k++
	}
	rest := t[k:]
	if k == m+1 || len(rest) == 0 {
		return k > m+1
	}
	if _, n := WeekdayAt(rest, 0); n > 0 && n == len(rest) {
		return true
	}
	if n := seasons.At(rest, 0); n > 0 {
		if rest = rest[n:]; len(rest) == 0 {
			return true
		}
		if rest[0] != '前' && rest[0] != '后' && rest[0] != '第' {
			return false
		}
		for _, c := range rest[1:] {
			if HanDigit(c) < 0 && !IsDigit(c) && !contains("十日天", c) {
				return false
			}
		}
		return len(rest) > 1
	}
	return false
}

// seasons are the twenty-four terms of the solar year.
var seasons = lex("立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至", "小寒", "大寒")

// OpensWithDay says whether a text without spaces opens with a day, as stories do: 3月5日, 近日, 昨日.
func OpensWithDay(t []rune) bool {
	m := script.Find(t[:min(len(t), 4)], 0, "月")
	return m > 0 && IsDigit(t[0]) && script.Find(t[:min(len(t), 12)], m, "日") > m || days.At(t, 0) > 0
}

var days = lex("近日", "日前", "昨日", "昨天")
