package proof

import (
	"strings"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// days flags days and times that do not fit each other, the issue, or the calendar (N7): 昨天（3月2日） in the
// issue of 4 March, 3月4日（星期五）, 2019年至2017年, 晚上8:75. What a day without a year means the issue's day says.
func days(p *Page, found func(bulletin.Finding)) {
	issue, known := p.issueDay()
	for i := range p.published() {
		t := &p.texts[i]
		for k := 0; k < len(t.runes); k++ {
			r := t.runes[k]
			if !phrase.IsDigit(r) || k > 0 && (phrase.IsDigit(t.runes[k-1]) || t.runes[k-1] == '.') {
				continue
			}
			if to := yearsBackwards(t.runes, k); to > k {
				found(t.flag("N7", k, to))
				k = to
				continue
			}
			if to := noTime(t.runes, k); to > k {
				found(t.flag("N7", k, to))
				k = to
				continue
			}
			d, ok := phrase.DateAt(t.runes, k)
			if !ok || !d.IsDay() || phrase.IsLunar(t.runes, k) {
				continue
			}
			if to := endsBefore(t.runes, d); to > 0 {
				found(t.flag("N7", k, to))
			}
			if known {
				if from, to := otherDay(t.runes, d, issue); to > from {
					found(t.flag("N7", from, to))
				}
			}
			k = d.To - 1
		}
	}
}

// yearsBackwards is the end of two years at i of which the second is the earlier one: 2019年至2017年, 2019-2017年.
func yearsBackwards(r []rune, i int) int {
	from, end := phrase.Number(r, i)
	if end-i != 4 || from < 1800 || from > 2200 {
		return 0
	}
	if end < len(r) && r[end] == '年' {
		end++
	}
	if end >= len(r) || !strings.ContainsRune("至到—～-－", r[end]) {
		return 0
	}
	for end < len(r) && strings.ContainsRune("至到—～-－", r[end]) {
		end++
	}
	until, to := phrase.Number(r, end)
	if to-end != 4 || until < 1800 || until >= from || to >= len(r) || r[to] != '年' {
		return 0
	}
	return to + 1
}

// noTime is the end of a time of the day at i that no clock shows, where a word says that it is one: 上午10:75,
// 晚8时65分.
func noTime(r []rune, i int) int {
	hour, end := phrase.Number(r, i)
	if end-i > 2 || end+2 >= len(r) || !strings.ContainsRune(":：时点", r[end]) {
		return 0
	}
	minute, to := phrase.Number(r, end+1)
	if to-end-1 != 2 || to < len(r) && (phrase.IsDigit(r[to]) || strings.ContainsRune(":：.", r[to])) {
		return 0
	}
	isClock := strings.ContainsRune("时点", r[end]) && to < len(r) && r[to] == '分'
	for _, w := range []string{"上午", "下午", "晚上", "早上", "凌晨", "中午", "傍晚", "清晨", "当晚", "晚", "时间"} {
		n := len([]rune(w))
		isClock = isClock || script.HasAt(r, i-n, w)
	}
	if !isClock || hour <= 24 && minute < 60 {
		return 0
	}
	if to < len(r) && r[to] == '分' {
		to++
	}
	return to
}

// endsBefore is the end of a span of days that ends before it begins: 3月8日至5日, 3月8日至3月5日; 0 for none.
func endsBefore(r []rune, d phrase.Date) int {
	i := d.To
	if i >= len(r) || !strings.ContainsRune("至到—～-", r[i]) {
		return 0
	}
	for i < len(r) && strings.ContainsRune("至到—～-", r[i]) {
		i++
	}
	if e, ok := phrase.DateAt(r, i); ok {
		if e.Year == 0 && d.Year == 0 && e.Month == d.Month && e.Day < d.Day || e.Year > 0 && d.Year > 0 && dayOf(e, 0).Before(dayOf(d, 0)) {
			return e.To
		}
		return 0
	}
	day, to := phrase.Number(r, i)
	if to == i || to-i > 2 || to >= len(r) || r[to] != '日' || day >= d.Day || day == 0 {
		return 0
	}
	return to + 1
}

func dayOf(d phrase.Date, year int) time.Time {
	if d.Year > 0 {
		year = d.Year
	}
	return time.Date(year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// near is the day that d means in an issue: of the years about it the one that brings it nearest.
func near(d phrase.Date, issue time.Time) time.Time {
	best := dayOf(d, issue.Year())
	for _, y := range []int{issue.Year() - 1, issue.Year() + 1} {
		if t := dayOf(d, y); t.Sub(issue).Abs() < best.Sub(issue).Abs() {
			best = t
		}
	}
	return best
}

// relative are words that name a day by the issue's, and how far it is.
var relative = map[string]int{"前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "今天": 0, "今日": 0, "今晚": 0, "明天": 1, "明日": 1, "明晚": 1, "后天": 2}

// otherDay is what names another day than the date d does: the word before its brackets, 昨天（3月2日）; the one in
// brackets behind it, 3月2日（昨天）; its day of the week, where the date has no year.
func otherDay(r []rune, d phrase.Date, issue time.Time) (from, to int) {
	day := near(d, issue)
	is := func(word string) bool {
		away, ok := relative[word]
		return ok && !day.Equal(issue.AddDate(0, 0, away))
	}
	open := func(i int) bool { return i >= 0 && i < len(r) && (r[i] == '（' || r[i] == '(') }
	closed := func(i int) bool { return i < len(r) && (r[i] == '）' || r[i] == ')') }
	if open(d.From-1) && closed(d.To) && d.From >= 3 && is(string(r[d.From-3:d.From-1])) {
		return d.From - 3, d.To
	}
	if !open(d.To) {
		return 0, 0
	}
	if d.To+4 <= len(r) && closed(d.To+3) && is(string(r[d.To+1:d.To+3])) {
		return d.From, d.To + 3
	}
	if weekday, n := phrase.WeekdayAt(r, d.To+1); n > 0 && d.Year == 0 && closed(d.To+1+n) && day.Sub(issue).Abs() < 90*24*time.Hour && int(day.Weekday()) != weekday {
		return d.From, d.To + 1 + n
	}
	return 0, 0
}

// ages flags an age that does not fit the year of birth beside it (N8): 1958年出生，今年78岁 in an issue of 2026. By
// the Chinese way of counting somebody is a year older, and before the birthday a year younger.
func ages(p *Page, found func(bulletin.Finding)) {
	issue, known := p.issueDay()
	if !known {
		return
	}
	for i := range p.published() {
		t := &p.texts[i]
		for k := range t.runes {
			if !script.HasAt(t.runes, k, "今年") && !script.HasAt(t.runes, k, "现年") {
				continue
			}
			age, end := phrase.Numeral(t.runes, k+2)
			if end == k+2 || age < 10 || age > 120 || end >= len(t.runes) || t.runes[end] != '岁' {
				continue
			}
			if born := bornIn(t.runes, k, end); born > 0 && (issue.Year()-born-age > 1 || issue.Year()-born-age < -1) {
				found(t.flag("N8", k, end+1))
			}
		}
	}
}

// bornIn is the year of birth that the sentence around [from, to) names once: 1958年出生, 生于1958年; 0 for none.
func bornIn(r []rune, from, to int) (born int) {
	for from > 0 && !script.IsStop(r[from-1]) {
		from--
	}
	to = sentenceEnd(r, to)
	for i := from; i < to; i++ {
		year, end := phrase.Number(r, i)
		if end-i != 4 || i > 0 && phrase.IsDigit(r[i-1]) || year < 1880 || end >= len(r) || r[end] != '年' {
			continue
		}
		if !script.HasAt(r, i-2, "生于") && !hasAny(string(r[end:min(to, end+9)]), "出生", "生人") {
			continue
		}
		if born > 0 {
			return 0
		}
		born = year
	}
	return born
}
