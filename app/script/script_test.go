package script

import "testing"

func TestEm(t *testing.T) {
	for _, c := range []struct {
		line string
		want float64
	}{
		{"", 0}, {"渡口", 2}, {"渡口，开了。", 6}, {"PM2.5", 2.5}, {"12月7日", 3.5}, {"　　段首", 4}, {"A\u0301", 0.5}, {"\uFEFF渡", 1}, {"“渡”", 3}, {"café", 2},
	} {
		if got := Em([]rune(c.line)); got != c.want {
			t.Errorf("Em(%q) = %v, want %v", c.line, got, c.want)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		name string
		is   func(rune) bool
		yes  string
		no   string
	}{
		{"Han", IsHan, "渡一〇々〆〢〺㐀𠀀豈⼀", "，Aあ　1○〈〜〒ａ"},
		{"Latin", IsLatin, "aZéﬁ", "渡1，Ａб"},
		{"digit", IsDigit, "09", "０一a"},
		{"wide digit", IsWideDigit, "０９", "0九"},
		{"space", IsSpace, " \t\u00A0\u3000\u2003", "\n渡\u200B"},
		{"break", IsBreak, "\n\r\f\u2028", " 渡\t"},
		{"opening", IsOpening, "（《“(", "）》”)，"},
		{"closing", IsClosing, "）》”)", "（《“(，"},
		{"stop", IsStop, "。！？….!?", "，、；：,"},
		{"pause", IsPause, "，、；：,;:", "。！."},
	} {
		for _, r := range c.yes {
			if !c.is(r) {
				t.Errorf("%c is no %s", r, c.name)
			}
		}
		for _, r := range c.no {
			if c.is(r) {
				t.Errorf("%c is a %s", r, c.name)
			}
		}
	}
}
