package pages

import (
	"strconv"
	"testing"
)

func TestInWords(t *testing.T) {
	for _, c := range []struct {
		n    int
		want string
	}{
		{0, "零"}, {7, "七"}, {10, "十"}, {19, "十九"}, {30, "三十"}, {105, "一百零五"}, {110, "一百一十"}, {1050, "一千零五十"},
		{2003, "二千零三"}, {9999, "九千九百九十九"}, {10000, "一万"}, {20034, "二万零三十四"}, {25000, "二万五千"}, {-4, "负四"},
	} {
		if got := inWords(c.n); got != c.want {
			t.Errorf("%d is %q, want %q", c.n, got, c.want)
		}
	}
	if got := figures(1960); got != "一九六〇" {
		t.Errorf("the year 1960 is %q", got)
	}
	if got := (&words{d: newDice("test", 1, 1, 0)}).fill("{12-12:z}"); got != "十二" {
		t.Errorf("a number asked for in Chinese is %q", got)
	}
}

// A page of a house with years of its own bears a date of them.
func TestHousesHaveTheirOwnTime(t *testing.T) {
	for _, track := range []string{"page", "latin"} {
		for n := 1; n <= 20; n++ {
			p := draw(t, "I", track, 3, n)
			house := p.words.page["house"]
			span, ok := p.style.years[house]
			if y, err := strconv.Atoi(p.words.page["Y"]); err != nil || !ok || y < span[0] || y >= span[1] {
				t.Errorf("%s is of %s, of the years %v, and of %s", p.Name, house, span, p.words.page["Y"])
			}
			if track == "latin" && house != "bund" && house != "weekly" {
				t.Errorf("%s is English and of the house %s", p.Name, house)
			}
		}
	}
}
