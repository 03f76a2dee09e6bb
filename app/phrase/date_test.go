package phrase

import "testing"

func TestDate(t *testing.T) {
	for _, c := range []struct {
		text             string
		year, month, day int
		used             string
	}{
		{"2026年3月4日，渡口", 2026, 3, 4, "2026年3月4日"},
		{"２０２６年 １１月 ４日", 2026, 11, 4, "２０２６年 １１月 ４日"},
		{"二〇二六年三月十四日", 2026, 3, 14, "二〇二六年三月十四日"},
		{"二○二六年三月四日", 2026, 3, 4, "二○二六年三月四日"},
		{"3月4日", 0, 3, 4, "3月4日"},
		{"十二月廿三日", 0, 12, 23, "十二月廿三日"},
		{"98年3月4日", 98, 3, 4, "98年3月4日"},
		{"2026-03-04", 2026, 3, 4, "2026-03-04"},
		{"2026.3.4", 2026, 3, 4, "2026.3.4"},
		{"2026/3/14 渡口", 2026, 3, 14, "2026/3/14"},
		{"2026年13月4日", 2026, 13, 4, "2026年13月4日"},
		{"3月4号", 0, 3, 4, "3月4号"},
		{"2026年3月", 0, 0, 0, ""},
		{"2026年渡口", 0, 0, 0, ""},
		{"2026-03", 0, 0, 0, ""},
		{"2026-13-04", 0, 0, 0, ""},
		{"2026-3.4", 0, 0, 0, ""},
		{"0512-60001234", 0, 0, 0, ""},
		{"3月份", 0, 0, 0, ""},
		{"渡口", 0, 0, 0, ""},
		{"", 0, 0, 0, ""},
	} {
		r := []rune(c.text)
		d, ok := DateAt(r, 0)
		if !ok {
			d = Date{}
		}
		if d.Year != c.year || d.Month != c.month || d.Day != c.day || string(d.Of(r)) != c.used {
			t.Errorf("%q: %+v %v", c.text, d, ok)
		}
	}
	r := []rune("渡口1200米，定于2026年3月4日开工")
	if d, ok := DateIn(r, 0); !ok || string(d.Of(r)) != "2026年3月4日" {
		t.Errorf("found %+v", d)
	}
	if d, _ := DateIn(r, 12); string(d.Of(r)) != "3月4日" {
		t.Errorf("behind the year's first digits: %q", string(d.Of(r)))
	}
}

func TestIsDay(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    bool
	}{
		{2026, 2, 28, true}, {2026, 2, 29, false}, {2024, 2, 29, true}, {2000, 2, 29, true}, {1900, 2, 29, false}, {0, 2, 29, true}, {0, 2, 30, false},
		{2026, 4, 31, false}, {2026, 12, 31, true}, {2026, 13, 1, false}, {2026, 0, 1, false}, {2026, 1, 0, false}, {2026, 1, 32, false},
	} {
		if got := (Date{Year: c.y, Month: c.m, Day: c.d}).IsDay(); got != c.want {
			t.Errorf("%d-%d-%d: %v", c.y, c.m, c.d, got)
		}
	}
}

func TestWeekday(t *testing.T) {
	for text, want := range map[string][2]int{
		"星期五": {5, 3}, "周三": {3, 2}, "礼拜天": {0, 3}, "星期日": {0, 3}, "周日": {0, 2}, "星期七": {0, 0}, "周天": {0, 0}, "周到": {0, 0}, "周": {0, 0}, "星期": {0, 0}, "五": {0, 0}, "周两": {0, 0},
	} {
		if day, n := WeekdayAt([]rune(text), 0); day != want[0] || n != want[1] {
			t.Errorf("%s: %d %d", text, day, n)
		}
	}
}

func TestDated(t *testing.T) {
	for text, want := range map[string][3]bool{ // dated; a whole date; opens with a day
		"2026年11月7日": {true, true, false}, "2026年l1月7日": {true, true, false}, "二〇二六年十一月七日": {true, true, false},
		"柳湾2026年11月7日讯": {true, false, false}, "11月7日，渡口": {false, false, true}, "近日，渡口": {false, false, true},
		"昨天的渡口": {false, false, true}, "12026年11月7日": {false, false, false}, "2026年11月": {}, "渡口": {}, "": {},
	} {
		r := []rune(text)
		if got := [3]bool{Dated(r), IsWholeDate(r), OpensWithDay(r)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestDayOfWeek(t *testing.T) {
	for d, want := range map[Date]int{
		{Year: 2026, Month: 3, Day: 4}: 3, {Year: 2024, Month: 2, Day: 29}: 4, {Year: 2000, Month: 1, Day: 1}: 6, {Year: 1949, Month: 10, Day: 1}: 6, {Year: 2023, Month: 12, Day: 31}: 0,
	} {
		if got := d.Weekday(); got != want {
			t.Errorf("%+v: %d, want %d", d, got, want)
		}
	}
}

func TestLunarDate(t *testing.T) {
	for text, want := range map[string]bool{
		"农历戊申年八月初九": true, "农历癸卯年十月十七霜降后九日": true, "农历庚子年三月廿一星期三": true, "夏历丁未年正月初一立春": true,
		"农历戊申年八月初九渡口开航": false, "农历戊申年八月": false, "农历丁未年的收成": false, "戊申年八月初九": false, "农历癸卯年十月十七霜降后进城": false, "": false,
	} {
		if got := IsLunarDate([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
