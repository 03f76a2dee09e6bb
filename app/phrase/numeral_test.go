package phrase

import "testing"

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		text  string
		value int
		used  int // runes
	}{
		{"12", 12, 2}, {"１２月", 12, 2}, {"007", 7, 3}, {"1234567890", 123456789, 9},
		{"十", 10, 1}, {"十二版", 12, 2}, {"二十", 20, 2}, {"二十一日", 21, 3}, {"九十九", 99, 3},
		{"一百零五", 105, 4}, {"一百一十五", 115, 5}, {"一百十五", 115, 4}, {"两千三百", 2300, 4}, {"三千零七", 3007, 4},
		{"一万二千", 12000, 4}, {"三亿五千万", 350000000, 5}, {"十万", 100000, 2}, {"廿三", 23, 2}, {"卅", 30, 1},
		{"二〇二六年", 2026, 4}, {"二○二六年", 2026, 4}, {"一九九八", 1998, 4}, {"三", 3, 1}, {"〇", 0, 1},
		{"⼀⼗", 10, 2}, {"⼗⼆", 12, 2},
		{"①", 1, 1}, {"⑳", 20, 1}, {"㉑", 21, 1}, {"⑿", 12, 1}, {"⒊", 3, 1}, {"㈣", 4, 1}, {"❺", 5, 1}, {"Ⅵ", 6, 1}, {"㊿", 50, 1},
		{"二○○八年", 2008, 4}, {"三十二一", 32, 3}, {"二十三十", 23, 3}, {"一百零五", 105, 4}, {"百姓", 0, 0}, {"千秋", 0, 0}, {"万里", 0, 0}, {"渡口", 0, 0}, {"", 0, 0}, {"○", 0, 0},
		{"一二三四五六七八九一二", 0, 0}, {"九千九百九十九万亿", 99990000, 8},
	} {
		r := []rune(c.text)
		value, end := Numeral(r, 0)
		if end == 0 {
			value = 0
		}
		if value != c.value || end != c.used {
			t.Errorf("%q: %d, %d runes; want %d, %d", c.text, value, end, c.value, c.used)
		}
	}
	if _, end := Numeral([]rune("渡"), 5); end != 5 {
		t.Error("outside the text")
	}
	for r, want := range map[rune]int{'两': 2, '〇': 0, '零': 0, '⼋': 8, '十': -1, '渡': -1} {
		if got := HanDigit(r); got != want {
			t.Errorf("HanDigit(%c) = %d", r, got)
		}
	}
	if !IsHanNumeral('万') || IsHanNumeral('渡') || !IsDigit('９') || IsDigit('九') {
		t.Error("classes of numerals")
	}
}
