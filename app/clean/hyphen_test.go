package clean

import "testing"

func TestHyphen(t *testing.T) {
	for _, c := range []struct {
		above, line string
		want        int
	}{
		{"the coun-", "cil said", 1},
		{"a self-", "taught man", 0},
		{"the well-", "known man", 0},
		{"in 2024-", "25 they", 0},
		{"the Smith-", "Jones firm", 0},
		{"a state-of-", "the-art hall", 0},
		{"a state-of-the-", "art hall", 0},
		{"they co-", "operate", 1},
	} {
		ls := read([]rune(c.above+"\n"+c.line), cut(plain(c.above+"\n"+c.line)))
		if got := hyphen(&ls[0], &ls[1]); got != c.want {
			t.Errorf("%q | %q: %d, want %d", c.above, c.line, got, c.want)
		}
	}
}

func TestCutWord(t *testing.T) {
	for _, c := range []struct {
		above, line string
		want        bool
	}{
		{"打开手机Ap", "p看一看", true},
		{"空气中的PM", "2.5降了", true},
		{"一共120", "km长", true},
		{"他说Hello", "world来了", false},
	} {
		ls := read([]rune(c.above+"\n"+c.line), cut(plain(c.above+"\n"+c.line)))
		if got := cutWord(&ls[0], &ls[1]); got != c.want {
			t.Errorf("%q | %q: %v", c.above, c.line, got)
		}
	}
}
