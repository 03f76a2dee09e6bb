package script

import "testing"

func TestFind(t *testing.T) {
	text := []rune("渡口开了，渡口又关了")
	for _, c := range []struct {
		from int
		word string
		want int
	}{
		{0, "渡口", 0}, {1, "渡口", 5}, {-3, "渡口", 0}, {6, "渡口", -1}, {0, "关了", 8}, {0, "关了。", -1}, {99, "渡", -1},
	} {
		if got := Find(text, c.from, c.word); got != c.want {
			t.Errorf("Find(%q, %d) = %d, want %d", c.word, c.from, got, c.want)
		}
	}
	for _, i := range []int{-1, 9, 10, 99} {
		if HasAt(text, i, "渡口") {
			t.Errorf("渡口 stands at %d", i)
		}
	}
	if n := HanRun(text, 5); n != 5 {
		t.Errorf("HanRun = %d", n)
	}
	if n := HanRun(text, 4); n != 0 {
		t.Errorf("HanRun at a mark = %d", n)
	}
}

func TestBlank(t *testing.T) {
	text := []rune("\u3000\u200B 渡 口\u00A0\u200E\r")
	if i := SkipBlank(text, 0); text[i] != '渡' {
		t.Errorf("SkipBlank stops at %q", text[i])
	}
	if n := TrimBlank(text, 3, len(text)); string(text[3:n]) != "渡 口" {
		t.Errorf("TrimBlank leaves %q", string(text[3:n]))
	}
	if n := TrimBlank(text, 0, 3); n != 0 {
		t.Errorf("TrimBlank of blanks = %d", n)
	}
	if got := string([]rune{Narrow('９'), Narrow('Ｚ'), Narrow('，'), Narrow('渡')}); got != "9Z，渡" {
		t.Errorf("Narrow: %q", got)
	}
}

// A joiner inside a sign of several parts is part of it; anywhere else it is dirt.
func TestJoining(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool // every joiner in it stays
	}{
		{"一家人👨\u200D👩\u200D👧来了", true},
		{"🏳\uFE0F\u200D🌈", true},
		{"👩🏽\u200D🚒", true},
		{"❤\uFE0F\u200D🔥", true},
		{"می\u200Cخواهم", true},
		{"क्\u200Dष", true},
		{"ᠠ\u180Eᠡ", true},
		{"渡\u200D口", false},
		{"👨\u200D", false},
		{"👨\u200D口", false},
		{"\u200D👨", false},
		{"a\u200Cb", false},
	} {
		text := []rune(c.text)
		for i, r := range text {
			if IsInvisible(r) && IsJoining(text, i) != c.want {
				t.Errorf("%q: the joiner at %d stays: %v", c.text, i, !c.want)
			}
		}
	}
	for _, r := range "\t\n\f渡a 　\u2028" {
		if IsInvisible(r) {
			t.Errorf("%U is invisible", r)
		}
	}
}
